import type { BoundOperator } from '../ir.ts';
import type { TruthValue } from '../value.ts';
import { type Amount, isPoint, union } from './amount.ts';
import type { Ends, FixedEnd, FractionEnd } from './ends.ts';
import { fixedEnds, fractionEnds } from './ends.ts';
import { no, noBecause, unknown, yes } from './truths.ts';

/** A comparison by intervals: sure, impossible, or unknown for the causes of both sides. */
export type Compare<E> = (operator: BoundOperator, left: Amount<E>, right: Amount<E>) => TruthValue;

export const compareFixed: Compare<FixedEnd> = comparison(fixedEnds);
export const compareFractions: Compare<FractionEnd> = comparison(fractionEnds);

function comparison<E>(ends: Ends<E>): Compare<E> {
  return (operator, left, right) => {
    if (left.reason !== undefined) return noBecause(left.reason);
    if (right.reason !== undefined) return noBecause(right.reason);
    const decided = decide(operator, left, right);
    if (decided === false) return no;
    if (decided === true && !left.mayBeUndefined && !right.mayBeUndefined) return yes;
    return unknown(union(left.causes, right.causes));
  };

  function decide(operator: BoundOperator, left: Amount<E>, right: Amount<E>): boolean | undefined {
    switch (operator) {
      case 'over':
        return isOver(left, right);
      case 'under':
        return isOver(right, left);
      case 'atMost':
        return opposite(isOver(left, right));
      case 'atLeast':
        return opposite(isOver(right, left));
      case 'equal':
        return isEqual(left, right);
      case 'notEqual':
        return opposite(isEqual(left, right));
    }
  }

  function isOver(left: Amount<E>, right: Amount<E>): boolean | undefined {
    if (ends.compare(left.lo, right.hi) > 0) return true;
    return ends.compare(left.hi, right.lo) <= 0 ? false : undefined;
  }

  function isEqual(left: Amount<E>, right: Amount<E>): boolean | undefined {
    if (ends.compare(left.lo, right.hi) > 0 || ends.compare(left.hi, right.lo) < 0) return false;
    return isPoint(ends, left) && isPoint(ends, right) ? true : undefined;
  }
}

function opposite(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}
