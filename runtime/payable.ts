/** R9: payment rounding happens once, last, per payable unit, and never lifts an amount above a bound written in the clause. */

import { linesOf } from './clause-value.ts';
import { round, roundToStep } from './decimal.ts';
import type { ReachedCeiling } from './decisions.ts';
import { reachedCeilings } from './decisions.ts';
import type { Frame } from './frame.ts';
import { compareEnds, leastEnd, mapEnd, multiplyEnds, sumTowards } from './interval.ts';
import type { Amount, ClauseIr, RoundingIr, Statement } from './ir.ts';
import { withinExpression } from './ir-children.ts';
import { compare, ofDecimalText, type Rational, zero } from './rational.ts';
import type { ItemRun } from './session.ts';
import type { End, Ends } from './value.ts';

/** Rounds end by end; where that would lift an end above `bound`, it goes down instead. `least`: the bound of the lower end of an open amount. `null`: paid as it is. */
export function payable(amount: Ends, bound: End, rounding: RoundingIr | null, least: End = bound): Ends {
  if (rounding === null) return { lo: amount.lo, hi: amount.hi };
  const paid = (of: End, most: End): End => mapEnd(of, (end) => paidEnd(end, most, rounding));
  const hi = paid(amount.hi, bound);
  return { lo: compareEnds(amount.hi, amount.lo) === 0 ? hi : paid(amount.lo, least), hi };
}

function paidEnd(end: Rational, bound: End, rounding: RoundingIr): Rational {
  const rounded = round(end, rounding);
  const isLifted = compare(rounded, end) > 0 && compareEnds(rounded, bound) > 0;
  return isLifted ? roundToStep(end, 'down', ofDecimalText(rounding.step)) : rounded;
}

/**
 * The least amount that some line of this scope wrote as its most: caps, ceilings, pools. Read from the frame, so that evaluators need not
 * keep it. Where a later line makes the bound hard to tell, the exact amount is taken: payment then goes down. An item that fails adds
 * nothing that could be lifted: `items` are those that may be met.
 */
export function writtenBound(
  clause: ClauseIr,
  lines: readonly Statement[],
  frame: Frame,
  items: readonly ItemRun[],
): End {
  let bound: End = 'infinity';
  for (const line of linesOf(lines)) {
    const state = frame.states.get(line.id);
    if (state?.it !== undefined) bound = boundAfter(line, bound, clause, frame, items);
  }
  return bound;
}

function boundAfter(line: Statement, bound: End, clause: ClauseIr, frame: Frame, items: readonly ItemRun[]): End {
  const { it, room } = frame.states.get(line.id)!;
  switch (line.kind) {
    case 'amount':
      return ceilingBound(line, reachedCeilings(clause, frame), it!.hi);
    case 'items':
      return sumTowards(items.map((item) => writtenBound(clause, line.statements, item.frame, [])));
    case 'cap':
      return leastEnd(bound, room?.hi ?? 'infinity');
    case 'adjust':
      return bound === 'infinity' ? bound : it!.hi;
    case 'budget':
      return line.sharing === 'unlimited' ? bound : leastEnd(bound, it!.hi);
    case 'round':
      return bound === 'infinity' || compareEnds(it!.hi, bound) <= 0 ? bound : it!.hi;
    default:
      return bound;
  }
}

/** One ceiling bounds by itself; of several, the amount they made. */
function ceilingBound(line: Amount, reached: readonly ReachedCeiling[], amount: End): End {
  if (reached.length === 0) return 'infinity';
  const inLine = new Set(withinExpression(line.amount).map((expression) => expression.id));
  const own = reached.filter(({ ceiling }) => inLine.has(ceiling.id));
  if (own.length === 0) return 'infinity';
  return own.length === 1 ? ceilingMost(own[0]!) : amount;
}

function ceilingMost({ ceiling, frame }: ReachedCeiling): End {
  const limit = frame.values.get(ceiling.limit.id);
  const base = ceiling.base === undefined ? undefined : frame.values.get(ceiling.base.id);
  if (limit?.kind !== 'number') return zero;
  if (base === undefined) return limit.hi;
  return base.kind === 'number' ? multiplyEnds(limit.hi, base.hi) : zero;
}
