/** A cell → what the door takes for a field of that type. What has one meaning is put into the door's form; what has several, or none, goes on as it is written, and the door refuses it with its reasons. */

import { isRatio } from '../../runtime/compound.ts';
import { foldWidth } from '../../runtime/door/fold-width.ts';
import { nameTable } from '../../runtime/door/name-table.ts';
import { dateMeant, yesNoMeant } from '../../runtime/door/probable-forms.ts';
import type { FieldIr, OptionIr, TypeIr } from '../../runtime/ir.ts';
import { figureText, readFigure, type WrittenFigure } from './figure.ts';

export type CellValue = null | string | boolean | readonly string[];

/** What the header says of the figures below it. */
export type ColumnUnit = Pick<WrittenFigure, 'tens' | 'unit'>;

/** Blank cells are unknown: `null`. */
export function cellValue(field: Pick<FieldIr, 'type' | 'orNone'>, written: string, unit?: ColumnUnit): CellValue {
  const text = foldWidth(written).replace(/^\s+|\s+$/gu, '');
  if (text === '') return null;
  const { type } = field;
  switch (type.kind) {
    case 'text':
      return written.trim();
    case 'boolean':
      return yesNo(text);
    case 'date':
      return dateText(text);
    case 'choice':
      return text;
    case 'choices':
      return optionsIn(type.options, text, field.orNone);
    default:
      return numberText(type, text, unit);
  }
}

function yesNo(text: string): CellValue {
  const meant = text === '是' || text === '否' ? undefined : yesNoMeant(text);
  return meant === undefined ? text : meant === 'true';
}

/** The day number of a spreadsheet comes as text from a CSV file. */
function dateText(text: string): string {
  return dateMeant(/^\d{5}$/.test(text) ? Number(text) : text) ?? text;
}

function optionsIn(options: readonly OptionIr[], text: string, orNone: boolean): CellValue {
  const table = nameTable(options);
  if (table.has(text) || (orNone && /^(无|無|none)$/.test(text))) return table.has(text) ? [text] : text;
  if (text.startsWith('[')) return listText(text) ?? [text];
  return text
    .split(/[、,，;；|/\n]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Parquet lists arrive as JSON. */
function listText(text: string): readonly string[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every((one) => typeof one === 'string') ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function numberText(type: TypeIr, text: string, column: ColumnUnit | undefined): string {
  const figure = readFigure(text);
  if (figure === undefined) return text;
  const own = figure.tens !== 0 || figure.unit !== '';
  // A unit in the cell itself is nearer than the one in the header.
  const unit = own ? figure.unit : (column?.unit ?? '');
  const tens = own ? figure.tens : (column?.tens ?? 0);
  const plain = figureText({ value: figure.value, tens });
  if (type.kind === 'money') return isMoneyUnit(unit, type.currency) ? plain : text;
  if (isRatio(type)) return unit === '%' && tens === 0 && type.kind !== 'points' ? `${plain}%` : text;
  return isUnitOf(type, unit) ? plain : text;
}

function isMoneyUnit(unit: string, currency: string): boolean {
  if (unit === '' || unit === currency) return true;
  return currency === 'CNY' && /^(元|圆|元整|人民币|元人民币|RMB)$/u.test(unit);
}

const counters = /^(家|个|個|项|項|人|名|件|台|套|次|户|所|篇|位)$/u;

function isUnitOf(type: TypeIr, unit: string): boolean {
  if (unit === '') return true;
  if (type.kind === 'quantity') return unit === type.unit;
  if (type.kind === 'duration')
    return { years: /^(年|years?)$/, months: /^(个月|月|months?)$/, days: /^(天|日|days?)$/ }[type.unit].test(unit);
  if (type.kind === 'count') return counters.test(unit) || unit === type.unit;
  return false;
}
