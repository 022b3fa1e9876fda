import type { DateLiteral, ParameterDeclaration, ParameterRow } from '../ast.ts';
import { binding, operand } from './expressions.ts';
import { printType } from './facts.ts';
import { headerOf } from './head.ts';
import type { Doc } from './layout.ts';
import { join } from './layout.ts';
import {
  anchorsOf,
  type BuiltRow,
  block,
  bracketed,
  colon,
  type Printer,
  quotedText,
  spaced,
  word,
} from './printer.ts';

/** `parameter p : percent each year { 2022 : 10.2% }`, `… dated { from 2024-07-01 : 30% }`. */
export function printParameter(printer: Printer, parameter: ParameterDeclaration): Doc {
  const { name, type, yearly, dated, mayBeNegative, rows, span } = parameter;
  const head = spaced(
    headerOf(printer, 'parameter', name),
    colon(printer),
    printType(printer, type),
    yearly ? word(printer, 'eachYear') : undefined,
    dated ? word(printer, 'dated') : undefined,
    mayBeNegative ? word(printer, 'mayBeNegative') : undefined,
  );
  if (rows.length === 0) return head;
  const build = (row: ParameterRow): BuiltRow => parameterRow(printer, row);
  return spaced(head, block(printer, { start: type.span.end, end: span.end }, rows, build, { fitting: true }));
}

function parameterRow(printer: Printer, row: ParameterRow): BuiltRow {
  const { value } = row;
  const figure = value === undefined ? word(printer, 'announcedLater') : operand(printer, value, binding.sum);
  const content = spaced(figure, row.note === undefined ? undefined : publication(printer, row.note));
  const anchors = row.anchors.length === 0 ? {} : { anchors: anchorsOf(row.anchors) };
  const lead = row.days === undefined ? row.year?.toString() : validDays(printer, row.days);
  return lead === undefined ? { content, ...anchors } : { lead, content: [colon(printer), ' ', content], ...anchors };
}

/** `from D [to D]` · 自 D 起, 自 D 至 D. */
function validDays(printer: Printer, { from, to }: NonNullable<ParameterRow['days']>): string {
  if (to === undefined) return fromDay(printer, from);
  return [word(printer, printer.english ? 'from' : 'since'), from.value, word(printer, 'to'), to.value].join(' ');
}

/** `from 2024-07-01` · 自 2024-07-01 起. */
export function fromDay(printer: Printer, { value }: DateLiteral): string {
  return printer.english
    ? `${word(printer, 'from')} ${value}`
    : `${word(printer, 'since')} ${value} ${word(printer, 'began')}`;
}

/** `(published D, "…")` · （D 发布，“…”）. */
function publication(printer: Printer, { publishedOn, source }: NonNullable<ParameterRow['note']>): Doc {
  const published = word(printer, 'published');
  const day =
    publishedOn === undefined
      ? []
      : [printer.english ? `${published} ${publishedOn.value}` : `${publishedOn.value} ${published}`];
  const parts = [...day, ...(source === undefined ? [] : [quotedText(source)])];
  return bracketed(printer, join(parts, printer.english ? ', ' : '，'));
}
