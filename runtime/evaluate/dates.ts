import { shiftDay } from '../day.ts';
import { defined, difference, monotone, type Num, result } from '../interval.ts';
import type { DateShiftExpr, DaysExpr, ReferenceDayExpr } from '../ir.ts';
import { floor, whole } from '../rational.ts';
import { referenceDayValue } from '../reference-day.ts';
import type { Context } from './context.ts';
import { evaluateNumber } from './expression.ts';

/** Monotone: a later day never shifts to an earlier one. */
export function dateShift(node: DateShiftExpr, context: Context): Num {
  return defined([evaluateNumber(node.from, context)], (from) =>
    monotone(from!, (day) => whole(shiftDay(Number(floor(day)), node.amount, node.unit))),
  );
}

export function days(node: DaysExpr, context: Context): Num {
  const from = evaluateNumber(node.from, context);
  return defined([from, evaluateNumber(node.to, context)], (first, last) => {
    const { lo, hi } = difference(last!, first!);
    return result([first!, last!], lo, hi);
  });
}

export function referenceDay(_node: ReferenceDayExpr, context: Context): Num {
  return referenceDayValue(context.referenceDay);
}
