/**
 * The door: what applicants and programs say → facts that evaluators may trust. Nothing behind it looks at raw input. All errors of one
 * input are told at once, in the drafter's words; with an error there are no facts.
 */
import {
  collector,
  type Diagnostic,
  diagnosticLimit,
  hasErrors,
  make,
  type Report,
} from '../../diagnostics/diagnostic.ts';
import { BeforeStart, DiffersFromPublished, MoreFindings, OtherForm, SubjectForm } from '../../diagnostics/facts.ts';
import { ItemTwice, ItemWithoutKey, NeverRead } from '../../diagnostics/facts-names.ts';
import { unitNamesOf } from '../compound.ts';
import type { Decision, Facts, FactValue, FactValues, ItemFacts } from '../input.ts';
import type { FieldIr, ListIr, PolicyIr } from '../ir.ts';
import { itemKey } from '../item-key.ts';
import { ajvValidator, type FactsValidator } from './ajv-validator.ts';
import { convertValue, figureText, type Tell, teller } from './convert-value.ts';
import { copyPlain } from './copy-plain.ts';
import { compareDecimals, decimalOf } from './decimal-text.ts';
import { explainForm } from './explain-form.ts';
import { foldWidth } from './fold-width.ts';
import { type Json, shown } from './json-tree.ts';
import { namesOf, placeNames } from './path-names.ts';
import { readDecisions } from './read-decisions.ts';
import { readJson } from './read-json.ts';
import {
  type Leaf,
  type PolicyNames,
  policyNames,
  type ResolvedFacts,
  type ResolvedItem,
  resolveNames,
} from './resolve-names.ts';

export interface DoorResult {
  /** Absent if anything is wrong. */
  readonly facts?: Facts;
  /** Empty if anything is wrong. */
  readonly decisions: readonly Decision[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Who the facts are about when they do not say. */
export const unnamedSubject = 'applicant';

/**
 * Reads the facts of one applicant. `schema`: what `emitFactsSchema` made of this policy, or a validator compiled from it; hand over the same object
 * each time, since it is compiled once. `source`: JSON text, or a value parsed elsewhere.
 */
export function readFacts(ir: PolicyIr, schema: object | FactsValidator, source: unknown): DoorResult {
  const { report, diagnostics, dropped } = collector();
  const json = typeof source === 'string' ? readJson(source, report) : copyPlain(source, report);
  const read = json === undefined ? undefined : readTree(namesFor(ir), validatorOf(schema), json, report);
  const all = dropped() === 0 ? diagnostics : [...diagnostics, make(MoreFindings, { path: '' }, { count: dropped() })];
  if (read === undefined || hasErrors(all)) return { decisions: [], diagnostics: all };
  return { ...read, diagnostics: all };
}

const validators = new WeakMap<object, FactsValidator>();
const names = new WeakMap<PolicyIr, PolicyNames>();

function validatorOf(schema: object | FactsValidator): FactsValidator {
  if (typeof schema === 'function') return schema as FactsValidator;
  const validator = validators.get(schema) ?? ajvValidator(schema);
  validators.set(schema, validator);
  return validator;
}

function namesFor(ir: PolicyIr): PolicyNames {
  const made = names.get(ir) ?? policyNames(ir);
  names.set(ir, made);
  return made;
}

function readTree(
  { ir, ...tables }: PolicyNames,
  validator: FactsValidator,
  json: Json,
  report: Report,
): { readonly facts: Facts; readonly decisions: readonly Decision[] } | undefined {
  const resolved = resolveNames({ ir, ...tables }, json, report);
  if (resolved === undefined) return undefined;
  const reading: Reading = { ir, wrong: pointersOf(validator, resolved), report, explained: 0 };
  const subject = subjectOf(resolved.subject, report);
  const values = readValues(reading, resolved.leaves);
  const lists = new Map<string, readonly ItemFacts[]>();
  for (const list of ir.lists) {
    const items = resolved.lists.get(list.id);
    if (items !== undefined) lists.set(list.id, readItems(reading, list, items, values));
  }
  for (const pointer of reading.wrong.values()) {
    const place = { zh: `填报内容 ${pointer}`, en: `the facts at ${pointer}` };
    report(OtherForm, { path: pointer }, { place, written: '…' });
  }
  const facts: Facts = { subject, values, lists };
  checkStarts(reading, resolved.leaves, values);
  return { facts, decisions: readDecisions(ir, resolved.decisions, facts, report) };
}

interface Reading {
  readonly ir: PolicyIr;
  /** Pointers that the validator refused, taken out as they are explained. */
  readonly wrong: Set<string>;
  readonly report: Report;
  /** How many wrong values were met. */
  explained: number;
}

/** A list of options is told as a whole, whichever of its members is wrong. */
function pointersOf(validator: FactsValidator, { plain, leaves, lists }: ResolvedFacts): Set<string> {
  const errors = validator(plain);
  if (errors.length === 0) return new Set();
  const known = new Set(leaves.map(({ pointer }) => pointer));
  for (const items of lists.values()) for (const item of items) for (const leaf of item.leaves) known.add(leaf.pointer);
  return new Set(
    errors.map(({ instancePath }) => {
      const parent = instancePath.slice(0, instancePath.lastIndexOf('/'));
      return !known.has(instancePath) && known.has(parent) ? parent : instancePath;
    }),
  );
}

/** In the form in which the ledger knows it. */
function subjectOf(written: Json | undefined, report: Report): string {
  if (written === undefined || written === null) return unnamedSubject;
  if (typeof written === 'string' && written.trim() !== '' && written.length <= 200) return foldWidth(written);
  report(SubjectForm, { path: 'subject' }, { written: shown(written) });
  return unnamedSubject;
}

function readValues(reading: Reading, leaves: readonly Leaf[]): Map<string, FactValue> {
  const values = new Map<string, FactValue>();
  for (const leaf of leaves) {
    const { field, place, pointer, value } = leaf;
    if (reading.wrong.delete(pointer)) {
      if (!(leaf.isKey && value === null)) explain(reading, leaf);
      continue;
    }
    if (value === null) continue;
    const tell = teller(() => placeNames(reading.ir, place), reading.report);
    const converted = convertValue(field, value, tell);
    if (converted === undefined) continue;
    const { year } = place;
    values.set(year === undefined ? field.id : `${field.id}@${year}`, converted);
    if (field.dated) tellUnread(field, tell);
    else comparePublished(field, year ?? '', converted, shown(value), tell);
  }
  return values;
}

/** Beyond what is kept, errors are only counted: looking for what each of a million values might have meant helps nobody. */
function explain(reading: Reading, leaf: Leaf): void {
  reading.explained += 1;
  if (reading.explained <= 2 * diagnosticLimit)
    explainForm(leaf, placeNames(reading.ir, leaf.place), reading.report, unitNamesOf(reading.ir.units));
  else
    reading.report(
      OtherForm,
      { path: leaf.pointer },
      { place: namesOf(leaf.field.names, leaf.field.id), written: '…' },
    );
}

function comparePublished(
  { published, type }: FieldIr,
  year: string,
  given: FactValue,
  written: string,
  tell: Tell,
): void {
  const figure = published !== undefined && Object.hasOwn(published, year) ? published[year] : undefined;
  if (figure === undefined || !('number' in given)) return;
  if (compareDecimals(decimalOf(figure), decimalOf(given.number)) === 0) return;
  tell(DiffersFromPublished, { written, published: figureText(type, figure) });
}

/** A value among the facts is read only where the policy publishes none. */
function tellUnread({ versions }: FieldIr, tell: Tell): void {
  if (versions?.every(({ value }) => value !== undefined)) tell(NeverRead, {});
}

function readItems(
  reading: Reading,
  list: ListIr,
  items: readonly ResolvedItem[],
  subject: FactValues,
): readonly ItemFacts[] {
  const { ir, report } = reading;
  const firstAt = new Map<string, number>();
  return items.map((item, index) => {
    const place = placeNames(ir, { list: list.id, item: item.label });
    reading.wrong.delete(item.pointer);
    const values = readValues(reading, item.leaves);
    checkStarts(reading, item.leaves, values, subject);
    if (list.key === undefined) return { key: `#${index + 1}`, values };
    const names = list.key.map((id) => namesOf(list.fields.find((field) => field.id === id)?.names, id));
    const keyNames = { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
    const given = item.leaves.filter(({ isKey, value }) => isKey && value !== null);
    if (given.length < list.key.length) report(ItemWithoutKey, { path: place.zh }, { place, key: keyNames });
    const texts = list.key.flatMap((id) => keyText(values.get(id)) ?? []);
    const key = texts.length === list.key.length ? itemKey(texts) : item.label;
    const first = firstAt.get(key);
    if (first !== undefined) report(ItemTwice, { path: place.zh }, { place, key: keyNames, first, second: index + 1 });
    firstAt.set(key, first ?? index + 1);
    return { key, values };
  });
}

function keyText(value: FactValue | undefined): string | undefined {
  if (value === undefined || 'none' in value) return undefined;
  if ('text' in value) return value.text;
  if ('number' in value) return value.number;
  if ('date' in value) return value.date;
  return 'options' in value ? value.options.join('+') : String(value.boolean);
}

/** R8: years before that of the `since` date have none, so a figure for one is worth a second look. `subject`: for items, whose series may begin with the applicant. */
function checkStarts(
  { ir, report }: Reading,
  leaves: readonly Leaf[],
  values: FactValues,
  subject: FactValues = values,
): void {
  for (const { field, place, value } of leaves) {
    if (field.since === undefined || place.year === undefined || value === null) continue;
    const start = values.get(field.since) ?? subject.get(field.since);
    if (start === undefined || !('date' in start) || Number(place.year) >= Number(start.date.slice(0, 4))) continue;
    const given = values.get(`${field.id}@${place.year}`);
    if (given === undefined || 'none' in given || ('number' in given && given.number === '0')) continue;
    const names = placeNames(ir, place);
    const fields = ir.lists.find(({ id }) => id === place.list)?.fields ?? [];
    const since = [...fields, ...ir.fields].find(({ id }) => id === field.since);
    report(
      BeforeStart,
      { path: names.zh },
      { place: names, since: namesOf(since?.names, field.since), day: start.date },
    );
  }
}
