import type {
  AccrualExpr,
  CalendarEdgeExpr,
  DateShiftExpr,
  DaysExpr,
  ElapsedExpr,
  ExtremeExpr,
  ReferenceDayExpr,
  YearSinceExpr,
} from '../../../runtime/ir.ts';
import { emitNumber, emitOperands } from './expressions.ts';
import { integerLiteral, stringLiteral } from './literal.ts';
import { type Block, core, type ModuleWriter } from './module-writer.ts';
import { fraction, whole } from './scale.ts';

/** Days and what is counted between them are whole numbers; what accrues is a fraction. */
export function dateShift(writer: ModuleWriter, block: Block, node: DateShiftExpr): string {
  const from = emitNumber(writer, block, node.from, whole);
  const unit = stringLiteral(node.unit);
  if (node.by === undefined) return `${core(writer, 'shiftDays')}(${from}, ${integerLiteral(node.amount)}, ${unit})`;
  return `${core(writer, 'postponed')}(${from}, ${emitNumber(writer, block, node.by, fraction)}, ${unit})`;
}

export function days(writer: ModuleWriter, block: Block, node: DaysExpr): string {
  const from = emitNumber(writer, block, node.from, whole);
  const to = emitNumber(writer, block, node.to, whole);
  return `${core(writer, 'daysBetween')}(${from}, ${to})`;
}

export function referenceDay(writer: ModuleWriter, _block: Block, _node: ReferenceDayExpr): string {
  return `${core(writer, 'referenceDayNumber')}(c)`;
}

export function calendarEdge(writer: ModuleWriter, block: Block, node: CalendarEdgeExpr): string {
  const edge = `${stringLiteral(node.side)}, ${stringLiteral(node.unit)}`;
  if (node.of === undefined) return `${core(writer, 'assessedEdge')}(c, ${edge}, ${integerLiteral(node.shift)})`;
  return `${core(writer, 'edgeOf')}(${emitNumber(writer, block, node.of, whole)}, ${edge})`;
}

export function elapsed(writer: ModuleWriter, block: Block, node: ElapsedExpr): string {
  const from = emitNumber(writer, block, node.from, whole);
  const to = emitNumber(writer, block, node.to, whole);
  const counting = `${stringLiteral(node.unit)}, ${stringLiteral(node.rounding)}, ${node.through ? 1 : 0}`;
  return `${core(writer, 'elapsed')}(${from}, ${to}, ${counting})`;
}

export function yearSince(writer: ModuleWriter, block: Block, node: YearSinceExpr): string {
  const since = emitNumber(writer, block, node.since, whole);
  const now = emitNumber(writer, block, node.now, whole);
  return `${core(writer, 'yearSince')}(${since}, ${now}, ${stringLiteral(node.years)})`;
}

/** The lowest of days. */
export function earliest(writer: ModuleWriter, block: Block, node: ExtremeExpr): string {
  const type = () => core(writer, 'Fixed');
  const list = emitOperands(writer, block, node.operands, type, (inside, day) =>
    emitNumber(writer, inside, day, whole),
  );
  return `${core(writer, 'earliest')}([${list.join(', ')}])`;
}

export function accrual(writer: ModuleWriter, block: Block, node: AccrualExpr): string {
  const shift = node.window === 'period' ? `, shift: ${integerLiteral(node.shift)}` : '';
  const line = `{ node: ${integerLiteral(node.id)}, basis: ${stringLiteral(node.basis)}, later: ${node.through ? 1 : 0}${shift} }`;
  const principal = node.principal === undefined ? 'undefined' : emitNumber(writer, block, node.principal, fraction);
  const rate = emitNumber(writer, block, node.rate, fraction);
  const begin = emitNumber(writer, block, node.begin, whole);
  const end = emitNumber(writer, block, node.end, whole);
  return `${core(writer, 'accrued')}(c, ${line}, ${principal}, ${rate}, ${begin}, ${end})`;
}
