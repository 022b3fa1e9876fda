import type { DatedExpr } from '../../runtime/ir.ts';
import { dayExpr } from './random-calendar.ts';
import { type Made, money, node } from './random-making.ts';

/** A dated parameter at the reference day, at another day, or over the days of the period. */
export const datedFigure: Made<DatedExpr> = (making, depth) =>
  node(making, (id) => {
    const { random } = making;
    const base = { kind: 'dated', id, type: money, field: random.pick(['ceiling', 'ceiling', 'fee']) } as const;
    const at = random.pick(['referenceDay', 'day', 'period'] as const);
    const shift = -random.below(2);
    return at === 'day' ? { ...base, at, shift, day: dayExpr(making, depth - 1) } : { ...base, at, shift };
  });

/** What a rate reads on every day of an accrual. */
export const dailyFigure: Made<DatedExpr> = (making) =>
  node(making, (id) => {
    const { random } = making;
    const shift = -random.below(2);
    return { kind: 'dated', id, type: money, field: random.pick(['ceiling', 'ceiling', 'fee']), at: 'accrual', shift };
  });
