import { compare } from '../rational.ts';
import { rangeText } from './amount-text.ts';
import { parseExact } from './exact-text.ts';
import type { ExplainedNumber, ExplainedPool, StepDetail, Unit } from './explanation.ts';
import type { Words } from './words.ts';

/** Whether all claims were met whole. */
export function poolSuffices({ claims, room }: ExplainedPool): boolean {
  return compare(parseExact(claims.lo)!, parseExact(room.lo)!) <= 0;
}

/** The sharing as somebody would do it by hand: what was there, what was claimed, and what this claim therefore got. */
export function poolFormula(
  pool: ExplainedPool,
  before: ExplainedNumber | undefined,
  sharing: NonNullable<StepDetail['sharing']>,
  money: Unit,
  words: Words,
): string {
  const text = (value: ExplainedNumber): string => rangeText(value, money, words);
  const [room, claims, share] = [text(pool.room), text(pool.claims), text(pool.share)];
  const claim = before === undefined ? words.unknown : text({ ...before, lo: before.hi });
  if (poolSuffices(pool)) return words.pool.suffices(claims, room, pool.claimants);
  if (pool.place !== undefined && pool.ahead !== undefined)
    return words.pool.queue(pool.place, text(pool.ahead), room, claim, share);
  if (sharing === 'uniformRate' && pool.rate !== undefined)
    return words.pool.uniform(room, claims, rangeText(pool.rate, { kind: 'percent' }, words), claim, share);
  return words.pool.proRata(room, claims, pool.claimants, claim, share);
}
