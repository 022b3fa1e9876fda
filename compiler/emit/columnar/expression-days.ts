/** Days: numbers of days since 1970-01-01. What hangs on the assessed year alone is worked out once for all rows. */
import type { CalendarEdgeExpr, DateShiftExpr, DaysExpr, ReferenceDayExpr } from '../../../runtime/ir.ts';
import { whole } from '../../../runtime/rational.ts';
import type { EmitContext } from './emit-context.ts';
import { emitNumber } from './emit-expression.ts';
import { type FunctionWriter, hoist } from './function-writer.ts';
import { firstDay, lastDay } from './guards.ts';
import { columnOperand, constantOperand, NotColumnar, type Operand, wholeOperand } from './operand.ts';
import { addOperands } from './operand-arithmetic.ts';
import { mapRange, type NumberRange, settled, subtractRanges } from './range.ts';

export function emitDays(node: DaysExpr, context: EmitContext): NumberRange {
  const [from, to] = [emitNumber(node.from, context), emitNumber(node.to, context)];
  return subtractRanges(context.block, to, from);
}

export function emitReferenceDay(_node: ReferenceDayExpr, context: EmitContext): NumberRange {
  return settled(context.referenceDay ?? noDay);
}

/** An event that is stated not to exist has no day. */
const noDay: Operand = wholeOperand({ code: 'NaN', width: 'number', low: 0n, high: 0n, mayBeNone: true });

export function emitDateShift(node: DateShiftExpr, context: EmitContext): NumberRange {
  const from = emitNumber(node.from, context);
  if (node.unit !== 'days' || node.by !== undefined) throw new NotColumnar('calendar');
  return mapRange(from, (end) => addOperands(context.block, end, constantOperand(whole(node.amount))));
}

export function emitCalendarEdge(node: CalendarEdgeExpr, context: EmitContext): NumberRange {
  if (node.of !== undefined || node.unit === 'month') throw new NotColumnar('calendar');
  const years = node.shift + context.shift;
  const start = firstDayOfYear(context.writer, node.side === 'start' ? years : years + 1);
  const { block } = context;
  return settled(node.side === 'start' ? start : addOperands(block, start, constantOperand(whole(-1))));
}

/** The first day of the assessed year moved by so many years. */
export function firstDayOfYear(writer: FunctionWriter, years: number): Operand {
  return dayOperand(hoist(writer, `y${nameOfShift(years)}`, `firstDay(year${withSign(years)})`));
}

/** A number of days that is the same for all rows. */
export function dayOperand(code: string, mayBeNone = false): Operand {
  return columnOperand(code, 0, firstDay - 400_000n, lastDay + 400_000n, mayBeNone);
}

export function nameOfShift(years: number): string {
  return years < 0 ? `m${-years}` : String(years);
}

export function withSign(years: number): string {
  return years === 0 ? '' : years < 0 ? ` - ${-years}` : ` + ${years}`;
}
