import { uniformRate } from '../batch/share-pool.ts';
import type { PoolShare } from '../input.ts';
import { exactly } from '../interval.ts';
import type { Statement } from '../ir.ts';
import type { Rational } from '../rational.ts';
import type { Context } from './context.ts';
import { explainNumber } from './explain-value.ts';
import type { ExplainedNumber, ExplainedPool } from './explanation.ts';

/** What a batch gave this claim, with the figures that give it again. */
export function explainPool(statement: Statement, pool: PoolShare, context: Context): ExplainedPool {
  const number = (value: Rational): ExplainedNumber => explainNumber(exactly(value), context.naming);
  const isUniform = statement.kind === 'budget' && statement.sharing === 'uniformRate';
  return {
    room: number(pool.room),
    claims: number(pool.claims),
    claimants: pool.claimants,
    share: number(pool.share),
    ...(isUniform ? { rate: number(uniformRate(pool.claims, pool.room)) } : {}),
    ...(pool.place === undefined ? {} : { place: pool.place }),
    ...(pool.ahead === undefined ? {} : { ahead: number(pool.ahead) }),
  };
}
