import type { CalendarEdgeExpr, DateShiftExpr, DaysExpr, ReferenceDayExpr } from '../../../runtime/ir.ts';
import { dateValue } from './emit-operand.ts';
import { emitNumber } from './expressions.ts';
import { typeOfDigits } from './number-type.ts';
import { anyUndefined, exactly, unknownNumber } from './numbers.ts';
import { refuse } from './query-writer.ts';
import { referenceDayOf } from './reference-day.ts';
import type { Rows } from './rows.ts';
import { literal } from './sql-text.ts';
import type { SqlNumber } from './sql-value.ts';

export function referenceDay(rows: Rows, _node: ReferenceDayExpr): SqlNumber {
  return referenceDayOf(rows);
}

/** Of the assessed period and its year alone: the first and last days are known when the query is written. */
export function calendarEdge(rows: Rows, node: CalendarEdgeExpr): SqlNumber {
  if (node.of !== undefined || node.unit === 'month') {
    refuse(rows.writer, node.id, { zh: '某日所在年、月的起止', en: 'the first or last day of a day’s year or month' });
    return unknownNumber;
  }
  const year = rows.writer.year + node.shift;
  return dateValue(literal(`DATE '${year}-${node.side === 'start' ? '01-01' : '12-31'}'`));
}

export function dateShift(rows: Rows, node: DateShiftExpr): SqlNumber {
  if (node.by !== undefined) refuse(rows.writer, node.id, { zh: '随填报而定的期限', en: 'a span that is a fact' });
  const from = emitNumber(rows, node.from);
  return { ...dateValue(rows.writer.dialect.shifted(from.hi, node.amount, node.unit)), ...anyUndefined([from]) };
}

export function days(rows: Rows, node: DaysExpr): SqlNumber {
  const from = emitNumber(rows, node.from);
  const to = emitNumber(rows, node.to);
  const between = rows.writer.dialect.daysBetween(from.hi, to.hi);
  return { ...exactly(between, typeOfDigits(8, 0, false)), ...anyUndefined([from, to]) };
}
