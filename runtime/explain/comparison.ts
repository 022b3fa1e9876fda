/** Comparing exact intervals, and how far a failed comparison is from holding. */
import { compareEnds } from '../interval.ts';
import type { BoundOperator } from '../ir.ts';
import { subtract } from '../rational.ts';
import type { NumberValue, Truth, Value } from '../value.ts';
import { exactText } from './exact-text.ts';
import type { Shortfall, Unit } from './explanation.ts';

export function compareValues(operator: BoundOperator, left: Value | undefined, right: Value | undefined): Truth {
  if (left?.kind !== 'number' || right?.kind !== 'number') return 'false';
  const truth = compareNumbers(operator, left, right);
  return truth === 'true' && (left.mayBeUndefined || right.mayBeUndefined) ? 'unknown' : truth;
}

function compareNumbers(operator: BoundOperator, left: NumberValue, right: NumberValue): Truth {
  switch (operator) {
    case 'atLeast':
      return decide(compareEnds(left.lo, right.hi) >= 0, compareEnds(left.hi, right.lo) < 0);
    case 'over':
      return decide(compareEnds(left.lo, right.hi) > 0, compareEnds(left.hi, right.lo) <= 0);
    case 'atMost':
      return compareNumbers('atLeast', right, left);
    case 'under':
      return compareNumbers('over', right, left);
    case 'equal': {
      const disjoint = compareEnds(left.hi, right.lo) < 0 || compareEnds(right.hi, left.lo) < 0;
      return decide(isPoint(left) && isPoint(right) && !disjoint, disjoint);
    }
    case 'notEqual':
      return negate(compareNumbers('equal', left, right));
  }
}

/** Of `left operator right`, which is known to be false. Undefined where no distance says anything (equal, an open end, nothing to compare). */
export function shortfall(
  operator: BoundOperator,
  left: Value | undefined,
  right: Value | undefined,
  unit: Unit,
): Shortfall | undefined {
  if (left?.kind !== 'number' || right?.kind !== 'number') return undefined;
  if (operator === 'atMost' || operator === 'under') return distance(right, left, 'above', operator === 'under', unit);
  if (operator === 'atLeast' || operator === 'over') return distance(left, right, 'below', operator === 'over', unit);
  return undefined;
}

/** From what is too small up to what it has to reach. */
function distance(
  small: NumberValue,
  large: NumberValue,
  side: 'below' | 'above',
  strict: boolean,
  unit: Unit,
): Shortfall | undefined {
  if (typeof small.hi === 'string' || typeof large.lo === 'string') return undefined;
  const least = subtract(large.lo, small.hi);
  const most =
    typeof small.lo === 'string' || typeof large.hi === 'string' ? 'infinity' : exactText(subtract(large.hi, small.lo));
  const text = exactText(least);
  return {
    side: text === '0' && most === '0' ? 'equal' : side,
    strict,
    least: text,
    most,
    unit: gapUnit(unit),
  };
}

/** Rates differ by points, days by a number of days, places by a number. */
function gapUnit(unit: Unit): Unit {
  if (unit.kind === 'percent') return { kind: 'points' };
  if (unit.kind === 'date') return { kind: 'duration', unit: 'days' };
  return unit.kind === 'rank' ? { kind: 'count' } : unit;
}

/** One number, whatever else may be open about it. */
export function isPoint(value: Pick<NumberValue, 'lo' | 'hi'>): boolean {
  return compareEnds(value.lo, value.hi) === 0;
}

function negate(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : truth === 'true' ? 'false' : 'true';
}

function decide(surely: boolean, surelyNot: boolean): Truth {
  return surely ? 'true' : surelyNot ? 'false' : 'unknown';
}
