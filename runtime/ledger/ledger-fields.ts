/** The forms of the values in a ledger line, and how one is taken from its entry. */
import type { Bilingual, Report } from '../../diagnostics/diagnostic.ts';
import { LedgerFieldForm, LedgerFieldMissing, UnknownLedgerField } from '../../diagnostics/ledger.ts';
import { nearNames } from '../../diagnostics/near-names.ts';
import { dayExists } from '../day.ts';
import { canonicalText, readDecimal } from '../door/decimal-text.ts';
import { foldWidth } from '../door/fold-width.ts';
import { cut, isObject, type Json, type JsonObject, shown } from '../door/json-tree.ts';
import type { DayText, DecimalText } from '../ir.ts';

export interface Form<T> {
  readonly expected: Bilingual;
  readonly read: (json: Json) => T | undefined;
}

/** One line being read; `isBad` once anything in it was reported as an error. */
export interface LineReading {
  readonly line: number;
  readonly report: Report;
  isBad: boolean;
}

export const textForm: Form<string> = {
  expected: { zh: '文字，1 至 1000 个字符，加英文双引号', en: 'text in double quotes, 1 to 1000 characters' },
  read: (json) => (typeof json === 'string' && json.trim() !== '' && json.length <= 1000 ? foldWidth(json) : undefined),
};

export const dayForm: Form<DayText> = {
  expected: { zh: '存在的日期，如 "2024-03-01"', en: 'an existing day, like "2024-03-01"' },
  read: (json) => (typeof json === 'string' && dayExists(json) ? json : undefined),
};

/** Exact and not below zero; text, since a ledger outlives the programs that read it. */
export const amountForm: Form<DecimalText> = {
  expected: {
    zh: '以元为单位、不小于零的数，写成文字，如 "300000.50"',
    en: 'a number not below zero, as text, like "300000.50"',
  },
  read: (json) => {
    const amount = typeof json === 'string' && /^\d{1,28}(\.\d{1,30})?$/.test(json) ? readDecimal(json) : undefined;
    return amount === undefined ? undefined : canonicalText(amount);
  },
};

export const partForm: Form<number> = {
  expected: { zh: '第几期：1、2、3 …', en: 'the number of the instalment: 1, 2, 3 …' },
  read: (json) =>
    typeof json === 'number' && Number.isInteger(json) && json >= 1 && json <= 10_000 ? json : undefined,
};

export const yearForm: Form<number> = {
  expected: { zh: '四位年度，1900 至 2200，如 2024', en: 'a year in four digits, 1900 to 2200, like 2024' },
  read: (json) =>
    typeof json === 'number' && Number.isInteger(json) && json >= 1900 && json <= 2200 ? json : undefined,
};

export const stateForm: Form<'decided' | 'provisional'> = {
  expected: { zh: '"decided"（已定）或 "provisional"（暂定上限）', en: '"decided", or "provisional" for a ceiling' },
  read: (json) => (json === 'decided' || json === 'provisional' ? json : undefined),
};

export const objectForm: Form<JsonObject> = {
  expected: { zh: '花括号里的各项：{ "名称": 内容, … }', en: 'entries between braces: { "name": value, … }' },
  read: (json) => (isObject(json) ? json : undefined),
};

/** Names of readings and choices, or kinds of digests and digests. Its keys are checked where they are used. */
export const textsForm: Form<Readonly<Record<string, string>>> = {
  expected: { zh: '花括号里的文字：{ "名称": "文字", … }', en: 'texts between braces: { "name": "text", … }' },
  read: (json) => {
    if (!isObject(json) || json.size > 1000) return undefined;
    const texts = [...json].flatMap(([name, text]) =>
      typeof text === 'string' && text.length <= 1000 ? [[name, text] as const] : [],
    );
    return texts.length === json.size ? Object.fromEntries(texts) : undefined;
  },
};

/** A value that must be there. */
export function required<T>(reading: LineReading, entry: JsonObject, name: string, form: Form<T>): T | undefined {
  const json = entry.get(name);
  if (json !== undefined && json !== null) return optional(reading, entry, name, form);
  reading.isBad = true;
  reading.report(
    LedgerFieldMissing,
    { path: lineNames(reading).zh },
    { line: reading.line, name, expected: form.expected },
  );
  return undefined;
}

/** A value that may be absent or null. */
export function optional<T>(reading: LineReading, entry: JsonObject, name: string, form: Form<T>): T | undefined {
  const json = entry.get(name);
  if (json === undefined || json === null) return undefined;
  const value = form.read(json);
  if (value !== undefined) return value;
  reading.isBad = true;
  const written = shown(json);
  reading.report(
    LedgerFieldForm,
    { path: lineNames(reading).zh },
    { line: reading.line, name, written, expected: form.expected },
  );
  return undefined;
}

export function tellUnknown(reading: LineReading, entry: JsonObject, known: readonly string[]): void {
  for (const name of entry.keys()) {
    if (known.includes(name)) continue;
    reading.report(
      UnknownLedgerField,
      { path: lineNames(reading).zh },
      { line: reading.line, name: cut(name, 60), near: nearNames(name, known, 1) },
    );
  }
}

export function lineNames({ line }: { readonly line: number }): Bilingual {
  return { zh: `第 ${line} 行`, en: `line ${line}` };
}
