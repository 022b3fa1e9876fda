/** Days: numbers of days since 1970-01-01. What hangs on the assessed year alone is worked out once for all rows. */
import type {
  CalendarEdgeExpr,
  DateShiftExpr,
  DaysExpr,
  ElapsedExpr,
  Expr,
  ReferenceDayExpr,
  YearSinceExpr,
} from '../../../runtime/ir.ts';
import { whole } from '../../../runtime/rational.ts';
import { named } from './code-block.ts';
import type { EmitContext } from './emit-context.ts';
import { emitNumber } from './emit-expression.ts';
import { type FunctionWriter, hoist } from './function-writer.ts';
import { firstDay, lastDay } from './guards.ts';
import { columnOperand, constantOperand, NotColumnar, namedOperand, type Operand, wholeOperand } from './operand.ts';
import { addOperands, subtractOperands } from './operand-arithmetic.ts';
import { isSettled, mapRange, type NumberRange, settled, subtractRanges } from './range.ts';
import { onlyWhere } from './whole.ts';

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
  if (node.by !== undefined) throw new NotColumnar('calendar');
  const { amount, unit } = node;
  if (unit === 'days') return mapRange(from, (end) => addOperands(context.block, end, constantOperand(whole(amount))));
  const months = unit === 'years' ? 12 * amount : amount;
  return mapRange(from, (end) =>
    calendarOperand(`addMonths(${dayCode(end, context)}, ${months})`, end, 31 * Math.abs(months) + 31),
  );
}

export function emitCalendarEdge(node: CalendarEdgeExpr, context: EmitContext): NumberRange {
  const { block } = context;
  const before = constantOperand(whole(-1));
  if (node.of !== undefined) {
    const month = (day: string): string =>
      node.unit === 'month' ? `monthOf(${day})` : `12 * Math.floor(monthOf(${day}) / 12)`;
    const next = node.side === 'start' ? '' : node.unit === 'month' ? ' + 1' : ' + 12';
    return mapRange(emitNumber(node.of, context), (end) => {
      const edge = calendarOperand(`firstOfMonth(${month(dayCode(end, context))}${next})`, end, 366);
      return next === '' ? edge : addOperands(block, edge, before);
    });
  }
  const years = node.shift + context.shift;
  const first = firstDayOfYear(context.writer, years);
  if (node.side === 'start') return settled(first);
  if (node.unit === 'month') return settled(addOperands(block, first, constantOperand(whole(30))));
  return settled(addOperands(block, firstDayOfYear(context.writer, years + 1), before));
}

/** Full or begun units between two days. */
export function emitElapsed(node: ElapsedExpr, context: EmitContext): NumberRange {
  const [from, to] = [settledDay(node.from, context), settledDay(node.to, context)];
  const end = node.through ? addOperands(context.block, to, constantOperand(whole(1))) : to;
  if (node.unit === 'days') return settled(subtractOperands(context.block, end, from));
  const months = `${node.rounding === 'full' ? 'fullMonths' : 'startedMonths'}(${dayCode(from, context)}, ${dayCode(end, context)})`;
  const side = node.rounding === 'full' ? 'floor' : 'ceil';
  return settled(countOperand(node.unit === 'months' ? months : `Math.${side}(${months} / 12)`, from, end));
}

/** None before the event. */
export function emitYearSince(node: YearSinceExpr, context: EmitContext): NumberRange {
  const [since, now] = [settledDay(node.since, context), settledDay(node.now, context)];
  const [event, day] = [dayCode(since, context), dayCode(now, context)];
  const yearOf = (code: string): string => `Math.floor(monthOf(${code}) / 12)`;
  const passed =
    node.years === 'calendar' ? `(${yearOf(day)} - ${yearOf(event)})` : `Math.floor(fullMonths(${event}, ${day}) / 12)`;
  const year = namedOperand(context.block, countOperand(`(${passed} + 1)`, since, now));
  const numerator = onlyWhere(context.block, `(${year.numerator.code} >= 1)`, year.numerator);
  return settled({ ...year, numerator: { ...numerator, low: 1n } });
}

function settledDay(node: Expr, context: EmitContext): Operand {
  const day = emitNumber(node, context);
  if (!isSettled(day)) throw new NotColumnar('calendar');
  return namedOperand(context.block, day.high);
}

/** The name of a day. */
function dayCode({ numerator, denominator, divisor }: Operand, { block }: EmitContext): string {
  if (denominator !== 1n || divisor !== undefined || numerator.width !== 'number') throw new NotColumnar('calendar');
  return named(block, numerator.code);
}

/** At most so many days away from another. */
function calendarOperand(code: string, { numerator }: Operand, distance: number): Operand {
  const far = BigInt(distance);
  return wholeOperand({ ...numerator, code, low: numerator.low - far, high: numerator.high + far });
}

/** A number of units between two days: no more than there are days between the bounds of both. */
function countOperand(code: string, from: Operand, to: Operand): Operand {
  const [a, b] = [from.numerator, to.numerator];
  const mayBeNone = a.mayBeNone || b.mayBeNone;
  return wholeOperand({ code, width: 'number', low: b.low - a.high - 1n, high: b.high - a.low + 1n, mayBeNone });
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
