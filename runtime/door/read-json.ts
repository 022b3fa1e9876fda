/**
 * JSON text → tree, losing nothing silently: keys written twice, numbers that a double would change, nesting and size are told.
 * A reader of our own because `JSON.parse` drops the first of two keys and the last digits of a number without a word, takes
 * nesting that overflows everybody after it, and explains a missing comma to programmers only.
 */
import type { Report } from '../../diagnostics/diagnostic.ts';
import {
  FactsTooLong,
  type JsonSlip,
  KeyTwice,
  NestedTooDeep,
  NotJson,
  NumberTooFineForJson,
  TooManyEntries,
} from '../../diagnostics/facts-text.ts';
import { lineStarts, positionAt } from '../../diagnostics/span.ts';
import { canonicalText, readDecimal } from './decimal-text.ts';
import { cut, type Json, limits } from './json-tree.ts';

interface Reading {
  readonly text: string;
  readonly report: Report;
  at: number;
  depth: number;
  /** One-based number of the text's first line in its file. */
  readonly firstLine: number;
  /** Made when the first message needs a line. */
  lines: readonly number[] | undefined;
}

/**
 * `undefined`: not readable as JSON, which has been reported. A tree may come with reports too (keys twice, lost digits).
 * `firstLine`: where the text stands in its file, if it is one line of many.
 */
export function readJson(text: string, report: Report, firstLine = 1): Json | undefined {
  if (text.length > limits.textLength) {
    report(FactsTooLong, { path: '' }, { length: text.length, limit: limits.textLength });
    return undefined;
  }
  const reading: Reading = {
    text,
    report,
    at: text.startsWith('\ufeff') ? 1 : 0,
    depth: 0,
    firstLine,
    lines: undefined,
  };
  skipSpace(reading);
  if (reading.at === text.length) return slip(reading, 'empty');
  const value = readValue(reading);
  if (value === undefined) return undefined;
  skipSpace(reading);
  return reading.at === text.length ? value : slip(reading, slipAt(reading, 'afterEnd'));
}

function readValue(reading: Reading): Json | undefined {
  const unit = reading.text[reading.at];
  if (unit === '"') return readText(reading);
  if (unit === '{') return nested(reading, readObject);
  if (unit === '[') return nested(reading, readArray);
  if (unit !== undefined && /[-+.0-9]/.test(unit)) return readNumber(reading);
  for (const [word, value] of words) {
    if (reading.text.startsWith(word, reading.at) && !/[\w$]/.test(reading.text[reading.at + word.length] ?? '')) {
      reading.at += word.length;
      return value;
    }
  }
  return slip(reading, slipAt(reading, 'word'));
}

const words: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

function nested(reading: Reading, read: (reading: Reading) => Json | undefined): Json | undefined {
  if (reading.depth >= limits.depth) {
    reading.report(NestedTooDeep, { path: '' }, { limit: limits.depth });
    return undefined;
  }
  reading.depth += 1;
  const value = read(reading);
  reading.depth -= 1;
  return value;
}

function readObject(reading: Reading): Json | undefined {
  const entries = new Map<string, Json>();
  /** Where each key stands, in the order of `entries`. */
  const keysAt: number[] = [];
  let twice = 0;
  reading.at += 1;
  skipSpace(reading);
  if (reading.text[reading.at] === '}') return closed(reading, entries);
  for (;;) {
    const keyAt = reading.at;
    if (reading.text[keyAt] !== '"') return slip(reading, slipAt(reading, nameSlip(reading)));
    const key = readText(reading);
    if (key === undefined) return undefined;
    skipSpace(reading);
    if (reading.text[reading.at] !== ':') return slip(reading, slipAt(reading, 'missingColon'));
    reading.at += 1;
    skipSpace(reading);
    const value = readValue(reading);
    if (value === undefined) return undefined;
    if (!entries.has(key)) {
      entries.set(key, value);
      keysAt.push(keyAt);
    } else if (twice < mostTold) {
      twice += 1;
      tellTwice(reading, key, keyAt, keysAt[[...entries.keys()].indexOf(key)] ?? keyAt);
    }
    if (entries.size > limits.entries) return tooMany(reading);
    const more = separator(reading, '}');
    if (more === undefined) return undefined;
    if (!more) return closed(reading, entries);
  }
}

/** Keys written twice in one object; the search for the first place must not be repeated a hundred thousand times. */
const mostTold = 20;

function tellTwice(reading: Reading, key: string, keyAt: number, firstAt: number): void {
  const name = cut(key, 40);
  reading.report(KeyTwice, { path: name }, { name, line: lineOf(reading, keyAt), firstLine: lineOf(reading, firstAt) });
}

function readArray(reading: Reading): Json | undefined {
  const entries: Json[] = [];
  reading.at += 1;
  skipSpace(reading);
  if (reading.text[reading.at] === ']') return closed(reading, entries);
  for (;;) {
    const value = readValue(reading);
    if (value === undefined) return undefined;
    entries.push(value);
    if (entries.length > limits.entries) return tooMany(reading);
    const more = separator(reading, ']');
    if (more === undefined) return undefined;
    if (!more) return closed(reading, entries);
  }
}

function closed<T>(reading: Reading, entries: T): T {
  reading.at += 1;
  return entries;
}

function tooMany(reading: Reading): undefined {
  const line = lineOf(reading, reading.at);
  const place = { zh: `第 ${line} 行的列表`, en: `the list in line ${line}` };
  reading.report(TooManyEntries, { path: '' }, { place, limit: limits.entries });
  return undefined;
}

/** Passes the comma (true) or stands before the closing bracket (false). */
function separator(reading: Reading, close: '}' | ']'): boolean | undefined {
  skipSpace(reading);
  const unit = reading.text[reading.at];
  if (unit === close) return false;
  if (unit !== ',') {
    const other = unit === '}' || unit === ']' ? 'wrongBracket' : 'missingComma';
    return slip(reading, slipAt(reading, other));
  }
  const comma = reading.at;
  reading.at += 1;
  skipSpace(reading);
  if (reading.text[reading.at] !== close) return true;
  reading.at = comma;
  return slip(reading, 'trailingComma');
}

/** A string, from its opening quote. */
function readText(reading: Reading): string | undefined {
  const { text } = reading;
  const start = reading.at;
  let result = '';
  let from = start + 1;
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) {
      reading.at = at + 1;
      return result + text.slice(from, at);
    }
    if (unit < 0x20) break;
    if (unit !== 0x5c) continue;
    const escaped = escapeAt(text, at + 1);
    if (escaped === undefined) {
      reading.at = at;
      return slip(reading, 'escape');
    }
    result += text.slice(from, at) + escaped.meaning;
    at += escaped.length;
    from = at + 1;
  }
  return slip(reading, 'openText');
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function escapeAt(text: string, at: number): { readonly meaning: string; readonly length: number } | undefined {
  const unit = text[at] ?? '';
  const meaning = escapes.get(unit);
  if (meaning !== undefined) return { meaning, length: 1 };
  const code = text.slice(at + 1, at + 5);
  if (unit !== 'u' || !/^[0-9a-fA-F]{4}$/.test(code)) return undefined;
  return { meaning: String.fromCharCode(Number.parseInt(code, 16)), length: 5 };
}

/** A JSON number that a double holds as written; any other is reported, and unknown from here on. */
function readNumber(reading: Reading): Json | undefined {
  const start = reading.at;
  numberText.lastIndex = start;
  const written = numberText.exec(reading.text)?.[0] ?? '';
  if (!/^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/.test(written)) return slip(reading, 'number');
  reading.at = start + written.length;
  const value = Number(written);
  if (isKeptExactly(written, value)) return value;
  reading.report(NumberTooFineForJson, { path: '' }, { written: cut(written, 40), line: lineOf(reading, start) });
  return null;
}

/** As far as anything that is meant as one number goes; hence "5%" and "3元" are seen whole. */
const numberText = /[^\s,:{}[\]"]*/y;

function isKeptExactly(written: string, value: number): boolean {
  if (Number.isSafeInteger(value) && String(value) === written) return true;
  const meant = readDecimal(written);
  const kept = readDecimal(String(value));
  return meant !== undefined && kept !== undefined && canonicalText(meant) === canonicalText(kept);
}

function skipSpace(reading: Reading): void {
  for (;;) {
    const unit = reading.text.charCodeAt(reading.at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
    reading.at += 1;
  }
}

/** The likeliest slip at this place; `otherwise` where nothing tells. */
function slipAt({ text, at }: Reading, otherwise: JsonSlip): JsonSlip {
  const unit = text[at];
  if (unit === undefined) return 'openBracket';
  if (/[“”‘’「」『』'＂`]/.test(unit)) return 'curlyQuote';
  if (/[，：；｛｝［］、（）【】\u3000]/.test(unit)) return 'fullWidth';
  if (/^(\/\/|\/\*|#)/.test(text.slice(at, at + 2))) return 'comment';
  if (/[}\]]/.test(unit) && otherwise !== 'afterEnd') return 'wrongBracket';
  if (unit === '=' && otherwise === 'missingColon') return otherwise;
  return /[,:;=]/.test(unit) ? 'other' : otherwise;
}

/** Where a name should begin: `300,000` looks like a new entry after its comma. */
function nameSlip({ text, at }: Reading): JsonSlip {
  return /\d,\s*$/.test(text.slice(Math.max(0, at - 8), at)) && /^\d{3}/.test(text.slice(at, at + 3))
    ? 'thousands'
    : 'unquotedName';
}

function slip(reading: Reading, kind: JsonSlip): undefined {
  const { line, column } = positionOf(reading, reading.at);
  reading.report(NotJson, { path: '' }, { line, column, slip: kind });
  return undefined;
}

function lineOf(reading: Reading, at: number): number {
  return positionOf(reading, at).line;
}

function positionOf(reading: Reading, at: number): { readonly line: number; readonly column: number } {
  reading.lines ??= lineStarts(reading.text);
  const { line, column } = positionAt(reading.lines, at);
  return { line: line + reading.firstLine - 1, column };
}
