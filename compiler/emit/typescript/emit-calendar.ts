import type {
  AccrualExpr,
  CalendarEdgeExpr,
  DateShiftExpr,
  DaysExpr,
  ElapsedExpr,
  Expr,
  ExtremeExpr,
  ReferenceDayExpr,
  YearSinceExpr,
} from '../../../runtime/ir.ts';
import { childrenOf } from './children.ts';
import { converted, emitNumber, emitOperands, expressionFunction } from './expressions.ts';
import { integerLiteral, stringLiteral } from './literal.ts';
import { type Block, core, fieldName, type ModuleWriter } from './module-writer.ts';
import { fraction, whole } from './scale.ts';
import { typed } from './type-syntax.ts';

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

/** R19: the dated parameters that a rate reads on every day. */
function dailyFigures(writer: ModuleWriter, node: Expr): readonly string[] {
  const own =
    node.kind === 'dated' && node.at === 'accrual'
      ? [`{ field: ${fieldName(writer, undefined, node.field)}, shift: ${integerLiteral(node.shift)} }`]
      : [];
  return [...own, ...childrenOf(node).flatMap((child) => dailyFigures(writer, child))];
}

export function accrual(writer: ModuleWriter, block: Block, node: AccrualExpr): string {
  const shift = node.window === 'period' ? `, shift: ${integerLiteral(node.shift)}` : '';
  const line = `{ node: ${integerLiteral(node.id)}, basis: ${stringLiteral(node.basis)}, later: ${node.through ? 1 : 0}${shift} }`;
  const principal = node.principal === undefined ? 'undefined' : emitNumber(writer, block, node.principal, fraction);
  const daily = dailyFigures(writer, node.rate);
  const rate = daily.length > 0 ? '' : emitNumber(writer, block, node.rate, fraction);
  const begin = emitNumber(writer, block, node.begin, whole);
  const end = emitNumber(writer, block, node.end, whole);
  if (daily.length === 0) return `${core(writer, 'accrued')}(c, ${line}, ${principal}, ${rate}, ${begin}, ${end})`;
  const there = `there${typed(core(writer, 'Place'))}`;
  const asked = converted(
    writer,
    `${expressionFunction(writer, node.rate)}(there)`,
    writer.forms.of(node.rate),
    fraction,
  );
  const figures = `[${daily.join(', ')}]`;
  return `${core(writer, 'accruedByDay')}(c, ${line}, ${principal}, (${there}) => ${asked}, ${figures}, ${begin}, ${end})`;
}
