/**
 * Names people write → ids of the policy, so that one schema can validate all spellings. What is reported here is left out of the result; it
 * is not reported again by the validator.
 */
import type { Report } from '../../diagnostics/diagnostic.ts';
import {
  DaysExpected,
  FactTwice,
  ItemExpected,
  ListExpected,
  NotADay,
  NotAYear,
  UnknownFact,
  YearsExpected,
  YearsNotExpected,
} from '../../diagnostics/facts-names.ts';
import { FactsNotAnObject } from '../../diagnostics/facts-text.ts';
import { dayExists } from '../day.ts';
import type { FieldIr, ListIr, PolicyIr } from '../ir.ts';
import { itemKey } from '../item-key.ts';
import { foldWidth } from './fold-width.ts';
import { cut, isObject, type Json, type JsonObject, shown } from './json-tree.ts';
import { type NameTable, nameTable, nearIn } from './name-table.ts';
import { type FactPlace, namesOf, pathOf, placeNames } from './path-names.ts';

/** What a validator sees. Objects have no prototype. */
export type Plain = null | boolean | number | string | readonly Plain[] | PlainObject;
export interface PlainObject {
  [name: string]: Plain;
}

/** One written value. `pointer` is its JSON pointer in `plain`. */
export interface Leaf {
  readonly pointer: string;
  readonly place: FactPlace;
  readonly field: FieldIr;
  readonly isKey: boolean;
  readonly value: Json;
}

export interface ResolvedItem {
  readonly pointer: string;
  /** Key as written, or "#2". */
  readonly label: string;
  readonly leaves: readonly Leaf[];
}

export interface ResolvedFacts {
  readonly plain: PlainObject;
  readonly subject: Json | undefined;
  readonly decisions: Json | undefined;
  readonly leaves: readonly Leaf[];
  readonly lists: ReadonlyMap<string, readonly ResolvedItem[]>;
}

/** The names of one policy, made once for many facts. */
export interface PolicyNames {
  readonly ir: PolicyIr;
  readonly top: NameTable;
  readonly items: ReadonlyMap<string, NameTable>;
}

export function policyNames(ir: PolicyIr): PolicyNames {
  const fixed = topKeys.map(([id, zh]) => ({ id, names: { en: id, zh } }));
  return {
    ir,
    top: nameTable([...fixed, ...ir.fields, ...ir.lists]),
    items: new Map(ir.lists.map((list) => [list.id, nameTable(list.fields)])),
  };
}

/** Keys that no policy declares. `$schema` lets editors help; it means nothing here. */
const topKeys = [
  ['$schema', '$schema'],
  ['subject', '申报主体'],
  ['decisions', '核定'],
] as const;

interface Resolving {
  readonly names: PolicyNames;
  readonly report: Report;
  unknown: number;
}

export function resolveNames(names: PolicyNames, json: Json, report: Report): ResolvedFacts | undefined {
  if (!isObject(json)) {
    report(FactsNotAnObject, { path: '' }, { written: shown(json) });
    return undefined;
  }
  const { ir } = names;
  const resolving: Resolving = { names, report, unknown: 0 };
  const plain: PlainObject = Object.create(null);
  const leaves: Leaf[] = [];
  const lists = new Map<string, readonly ResolvedItem[]>();
  const given = entriesById(resolving, json, names.top, {});
  for (const field of ir.fields)
    resolveField(resolving, { field, at: {}, pointer: '', isKey: false }, given.get(field.id), plain, leaves);
  for (const list of ir.lists) resolveList(resolving, list, given.get(list.id), plain, lists);
  const subject = given.get('subject');
  if (typeof subject === 'string' || subject === null) plain.subject = subject;
  return { plain, subject, decisions: given.get('decisions'), leaves, lists };
}

/** Unknown names and names given twice are reported here. */
function entriesById(resolving: Resolving, json: JsonObject, table: NameTable, owner: FactPlace): Map<string, Json> {
  const { names, report } = resolving;
  const given = new Map<string, Json>();
  const writtenAs = new Map<string, string>();
  for (const [written, value] of json) {
    const name = foldWidth(written);
    const id = table.get(name);
    const first = id === undefined ? undefined : writtenAs.get(id);
    if (id === undefined) {
      resolving.unknown += 1;
      // Looking for near names among thousands of strangers would be a way to keep us busy.
      const near = resolving.unknown <= 50 ? nearIn(table, name) : [];
      const place = placeNames(names.ir, owner);
      report(
        UnknownFact,
        { path: cut([pathOf(owner), written].filter((part) => part !== '').join('.'), 200) },
        { name: cut(written, 60), owner: place, near },
      );
    } else if (first !== undefined) {
      const place = placeNames(names.ir, { ...owner, field: id });
      report(FactTwice, { path: place.zh }, { place, first: cut(first, 60), second: cut(written, 60) });
    } else {
      writtenAs.set(id, written);
      given.set(id, value);
    }
  }
  return given;
}

interface FieldContext {
  readonly field: FieldIr;
  /** Whose field it is. */
  readonly at: FactPlace;
  readonly pointer: string;
  readonly isKey: boolean;
}

function resolveField(
  resolving: Resolving,
  context: FieldContext,
  value: Json | undefined,
  plain: PlainObject,
  leaves: Leaf[],
): void {
  if (value === undefined) return;
  const { field, at, isKey } = context;
  const place = { ...at, field: field.id };
  const pointer = `${context.pointer}/${escaped(field.id)}`;
  const times = field.yearly ? years : field.dated ? days : undefined;
  if (times !== undefined) {
    if (value !== null) plain[field.id] = resolveTimes(resolving, { ...context, pointer }, times, value, leaves);
    return;
  }
  if (isObject(value) && value.size > 0 && [...value.keys()].every((name) => yearOf(name) !== undefined)) {
    const names = placeNames(resolving.names.ir, place);
    resolving.report(YearsNotExpected, { path: names.zh }, { place: names });
    return;
  }
  const folded = foldedValue(field, isKey, value);
  plain[field.id] = plainOf(folded);
  leaves.push({ pointer, place, field, isKey, value: folded });
}

/** What the values of a field go by: years, or the days from which they hold. */
interface Times {
  readonly read: (written: string) => string | undefined;
  readonly expected: typeof YearsExpected;
  readonly wrong: typeof NotAYear;
}
const years: Times = { read: yearOf, expected: YearsExpected, wrong: NotAYear };
const days: Times = { read: dayOf, expected: DaysExpected, wrong: NotADay };

function resolveTimes(
  resolving: Resolving,
  context: FieldContext,
  times: Times,
  value: Json,
  leaves: Leaf[],
): PlainObject {
  const { names, report } = resolving;
  const { field, at, pointer } = context;
  const plain: PlainObject = Object.create(null);
  if (!isObject(value)) {
    const place = placeNames(names.ir, { ...at, field: field.id });
    report(times.expected, { path: place.zh }, { place, written: shown(value) });
    return plain;
  }
  const writtenAs = new Map<string, string>();
  for (const [written, one] of value) {
    const year = times.read(written);
    const first = year === undefined ? undefined : writtenAs.get(year);
    if (year === undefined) {
      const place = placeNames(names.ir, { ...at, field: field.id });
      report(times.wrong, { path: place.zh }, { place, written: cut(written, 40) });
    } else if (first !== undefined) {
      const twice = placeNames(names.ir, { ...at, field: field.id, year });
      report(FactTwice, { path: twice.zh }, { place: twice, first, second: written });
    } else {
      writtenAs.set(year, written);
      const folded = foldedValue(field, false, one);
      plain[year] = plainOf(folded);
      leaves.push({
        pointer: `${pointer}/${year}`,
        place: { ...at, field: field.id, year },
        field,
        isKey: false,
        value: folded,
      });
    }
  }
  return plain;
}

/** Also `2024年` and full-width digits. */
function yearOf(written: string): string | undefined {
  return /^(19\d\d|2[01]\d\d|2200) ?年?$/.exec(foldWidth(written))?.[1];
}

/** A day from which a value holds: `2024-01-22`, `2024年1月22日`. */
function dayOf(written: string): string | undefined {
  const match = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/.exec(foldWidth(written).trim());
  if (match === null) return undefined;
  const [, year = '', month = match[4] ?? '', day = match[5] ?? ''] = match;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return yearOf(year) !== undefined && dayExists(text) ? text : undefined;
}

function resolveList(
  resolving: Resolving,
  list: ListIr,
  value: Json | undefined,
  plain: PlainObject,
  lists: Map<string, readonly ResolvedItem[]>,
): void {
  if (value === undefined || value === null) return;
  const { names, report } = resolving;
  if (!Array.isArray(value)) {
    const place = namesOf(list.names, list.id);
    report(ListExpected, { path: place.zh }, { place, written: shown(value) });
    return;
  }
  const items: PlainObject[] = [];
  const resolved: ResolvedItem[] = [];
  for (const [index, item] of value.entries()) {
    const place = placeNames(names.ir, { list: list.id, item: `#${index + 1}` });
    if (!isObject(item)) report(ItemExpected, { path: place.zh }, { place, written: shown(item) });
    else {
      const pointer = `/${escaped(list.id)}/${items.length}`;
      const one: PlainObject = Object.create(null);
      resolved.push(resolveItem(resolving, list, item, { pointer, position: index + 1 }, one));
      items.push(one);
    }
  }
  plain[list.id] = items;
  lists.set(list.id, resolved);
}

function resolveItem(
  resolving: Resolving,
  list: ListIr,
  item: JsonObject,
  { pointer, position }: { readonly pointer: string; readonly position: number },
  plain: PlainObject,
): ResolvedItem {
  const table = resolving.names.items.get(list.id) ?? new Map<string, string>();
  const label = labelOf(list, item, table) ?? `#${position}`;
  const at = { list: list.id, item: label };
  const given = entriesById(resolving, item, table, at);
  const leaves: Leaf[] = [];
  for (const field of list.fields) {
    resolveField(
      resolving,
      { field, at, pointer, isKey: list.key?.includes(field.id) === true },
      given.get(field.id),
      plain,
      leaves,
    );
  }
  return { pointer, label, leaves };
}

/** How messages call an item: by its key, where it has a usable one. */
function labelOf(list: ListIr, item: JsonObject, table: NameTable): string | undefined {
  const texts = new Map<string, string>();
  for (const [written, value] of item) {
    const field = table.get(foldWidth(written));
    if (field === undefined || list.key?.includes(field) !== true) continue;
    if (typeof value === 'number') texts.set(field, String(value));
    if (typeof value === 'string' && value.trim() !== '') texts.set(field, foldWidth(value));
  }
  const parts = (list.key ?? []).flatMap((field) => texts.get(field) ?? []);
  return parts.length === 0 ? undefined : cut(itemKey(parts), 60);
}

/** Figures and options are read in any width; free text stays as it is, except where it identifies an item or what applicants share. */
function foldedValue(field: FieldIr, isKey: boolean, value: Json): Json {
  if (field.type.kind === 'text' && !isKey && field.shared !== true) return value;
  if (typeof value === 'string') return foldWidth(value);
  return Array.isArray(value) ? value.map((one: Json) => (typeof one === 'string' ? foldWidth(one) : one)) : value;
}

/** No form holds an object, so an empty one tells a validator enough. */
function plainOf(value: Json): Plain {
  if (Array.isArray(value))
    return value.map((one: Json) => (typeof one === 'object' && one !== null ? Object.create(null) : one));
  return isObject(value) ? Object.create(null) : (value as Plain);
}

/** As a part of a JSON pointer. */
function escaped(name: string): string {
  return /[~/]/.test(name) ? name.replace(/~/g, '~0').replace(/\//g, '~1') : name;
}
