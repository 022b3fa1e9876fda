/** R14: decisions of the authority, keyed by clause, item and year. */

import {
  DecisionClause,
  DecisionItem,
  DecisionRateOrAmount,
  DecisionsForm,
  DecisionTwice,
  DecisionYear,
} from '../../diagnostics/decisions.ts';
import type { Bilingual, Report } from '../../diagnostics/diagnostic.ts';
import { UnknownFact } from '../../diagnostics/facts-names.ts';
import { nearNames } from '../../diagnostics/near-names.ts';
import type { Decision, Facts, FactValue } from '../input.ts';
import type { ClauseIr, FieldIr, PolicyIr, Statement, TypeIr } from '../ir.ts';
import { convertValue, teller } from './convert-value.ts';
import { explainForm } from './explain-form.ts';
import { foldWidth } from './fold-width.ts';
import { cut, isObject, type Json, shown } from './json-tree.ts';
import { nameTable, nearIn } from './name-table.ts';
import { clauseNames } from './path-names.ts';

/** Names of the entries of one decision, in both languages. */
const keys = nameTable([
  { id: 'clause', names: { en: 'clause', zh: '条款' } },
  { id: 'item', names: { en: 'item', zh: '对象' } },
  { id: 'year', names: { en: 'year', zh: '年度' } },
  { id: 'rate', names: { en: 'rate', zh: '比例' } },
  { id: 'amount', names: { en: 'amount', zh: '金额' } },
  { id: 'date', names: { en: 'date', zh: '日期' } },
  { id: 'source', names: { en: 'source', zh: '依据' } },
]);

/** `json` absent or null: none. Whatever is wrong is reported, and that decision left out. Items are checked against `facts` where they are known. */
export function readDecisions(
  ir: PolicyIr,
  json: Json | undefined,
  facts: Facts | undefined,
  report: Report,
): readonly Decision[] {
  if (json === undefined || json === null) return [];
  if (!Array.isArray(json)) {
    const place = { zh: '核定', en: 'the list of decisions' };
    report(DecisionsForm, { path: place.zh }, { place, written: shown(json) });
    return [];
  }
  const firstAt = new Map<string, number>();
  const decisions: Decision[] = [];
  for (const [index, one] of (json as readonly Json[]).entries()) {
    const decision = readDecision(ir, one, index + 1, report);
    if (decision === undefined) continue;
    const clause = clauseNames(
      ir,
      decision.item === undefined ? decision.clause : `${decision.clause}[${decision.item}]`,
    );
    const place = {
      zh: `${clause.zh} ${decision.year} 年的核定`,
      en: `the decision on ${clause.en} for ${decision.year}`,
    };
    const key = JSON.stringify([decision.clause, decision.item ?? null, decision.year]);
    const first = firstAt.get(key);
    if (first !== undefined) report(DecisionTwice, { path: place.zh }, { place, first, second: index + 1 });
    else if (isItemKnown(ir, decision, facts, place, report)) decisions.push(decision);
    firstAt.set(key, first ?? index + 1);
  }
  return decisions;
}

function readDecision(ir: PolicyIr, json: Json, position: number, report: Report): Decision | undefined {
  const place = { zh: `第 ${position} 条核定`, en: `decision no. ${position}` };
  const at = { path: place.zh };
  if (!isObject(json)) {
    report(DecisionsForm, at, { place, written: shown(json) });
    return undefined;
  }
  const given = new Map<string, Json>();
  for (const [written, value] of json) {
    const key = keys.get(foldWidth(written));
    if (key === undefined)
      report(UnknownFact, at, { name: cut(written, 60), owner: place, near: nearIn(keys, foldWidth(written)) });
    else if (value !== null) given.set(key, value);
  }
  const clause = readClause(ir, given.get('clause'), place, report);
  const year = readYear(given.get('year'), place, report);
  const item = readItem(given.get('item'), place, report);
  const settled = readRateOrAmount(ir, given, place, report);
  const date = read({ kind: 'date' }, given.get('date'), within(place, '日期', 'date'), report);
  const source = read({ kind: 'text' }, given.get('source'), within(place, '依据', 'source'), report);
  if (clause === undefined || year === undefined || settled === undefined || item === false) return undefined;
  return {
    clause,
    year,
    ...(item === undefined ? {} : { item }),
    ...settled,
    ...(date !== undefined && 'date' in date ? { date: date.date } : {}),
    ...(source !== undefined && 'text' in source ? { source: source.text } : {}),
  };
}

function readClause(ir: PolicyIr, written: Json | undefined, place: Bilingual, report: Report): string | undefined {
  const table = nameTable(ir.clauses);
  const name = typeof written === 'string' ? foldWidth(written) : '';
  const id = table.get(name);
  if (id === undefined) {
    report(
      DecisionClause,
      { path: place.zh },
      { place, ...(written === undefined ? {} : { written: shown(written) }), near: nearIn(table, name) },
    );
  }
  return id;
}

function readYear(written: Json | undefined, place: Bilingual, report: Report): number | undefined {
  const text = typeof written === 'number' || typeof written === 'string' ? foldWidth(String(written)) : '';
  const year = /^(19\d\d|2[01]\d\d|2200) ?年?$/.exec(text)?.[1];
  if (year === undefined)
    report(DecisionYear, { path: place.zh }, { place, ...(written === undefined ? {} : { written: shown(written) }) });
  return year === undefined ? undefined : Number(year);
}

/** Keys of items may be figures. `false`: wrong, and reported. */
function readItem(written: Json | undefined, place: Bilingual, report: Report): string | undefined | false {
  if (written === undefined) return undefined;
  if (typeof written === 'number') return String(written);
  if (typeof written === 'string' && written.trim() !== '' && written.length <= 1000) return foldWidth(written);
  explainForm({ field: fieldOf({ kind: 'text' }), value: written }, within(place, '对象', 'item'), report);
  return false;
}

type Settled = { readonly rate: string } | { readonly amount: string };

function readRateOrAmount(
  ir: PolicyIr,
  given: ReadonlyMap<string, Json>,
  place: Bilingual,
  report: Report,
): Settled | undefined {
  const rate = given.get('rate');
  const amount = given.get('amount');
  if ((rate === undefined) === (amount === undefined)) {
    report(DecisionRateOrAmount, { path: place.zh }, { place });
    return undefined;
  }
  const value =
    rate === undefined
      ? read({ kind: 'money', currency: ir.currency }, amount, within(place, '金额', 'amount'), report)
      : read({ kind: 'percent' }, rate, within(place, '比例', 'rate'), report);
  if (value === undefined || !('number' in value)) return undefined;
  return rate === undefined ? { amount: value.number } : { rate: value.number };
}

/** A value in the form that a fact of this type has, none below zero. */
function read(type: TypeIr, written: Json | undefined, place: Bilingual, report: Report): FactValue | undefined {
  if (written === undefined) return undefined;
  const field = fieldOf(type);
  const value = typeof written === 'string' && type.kind !== 'text' ? foldWidth(written) : written;
  if (hasForm(type, value))
    return convertValue(
      field,
      value,
      teller(() => place, report),
    );
  explainForm({ field, value }, place, report);
  return undefined;
}

/** The forms of decisions are the same under every policy, so they need no schema of one; the published schema says the same. */
function hasForm({ kind }: TypeIr, value: Json): boolean {
  if (kind === 'text') return typeof value === 'string' && value.length > 0 && value.length <= 1000;
  if (kind === 'date') return typeof value === 'string' && /^(19\d\d|2[01]\d\d|2200)-\d\d-\d\d$/.test(value);
  if (kind === 'percent') return typeof value === 'string' && /^(0|[1-9]\d{0,14})(\.\d{1,15})? ?%$/.test(value);
  if (typeof value === 'number') return value >= 0 && value <= 90_071_992_547_409;
  return typeof value === 'string' && /^(0|[1-9]\d{0,27})(\.\d{1,2})?$/.test(value);
}

function fieldOf(type: TypeIr): FieldIr {
  return { id: type.kind, names: { en: type.kind }, type, yearly: false, orNone: false, low: '0', role: 'fact' };
}

function within(place: Bilingual, zh: string, en: string): Bilingual {
  return { zh: `${place.zh}的${zh}`, en: `the ${en} of ${place.en}` };
}

/** A decision for an item that nobody has would decide nothing, in silence. */
function isItemKnown(
  ir: PolicyIr,
  { clause, item }: Decision,
  facts: Facts | undefined,
  place: Bilingual,
  report: Report,
): boolean {
  if (item === undefined || facts === undefined) return true;
  const statements = ir.clauses.find(({ id }) => id === clause)?.statements ?? [];
  const lists = [...listsOf(statements)].map((list) => facts.lists.get(list));
  // An unknown list may hold anything.
  if (lists.length > 0 && lists.some((list) => list === undefined)) return true;
  const known = lists.flatMap((list) => list ?? []).map(({ key }) => key);
  if (known.includes(item)) return true;
  report(DecisionItem, { path: place.zh }, { place, item: cut(item, 60), near: nearNames(item, known) });
  return false;
}

function listsOf(statements: ClauseIr['statements']): ReadonlySet<string> {
  const lists = new Set<string>();
  const visit = (statement: Statement): void => {
    if (statement.kind === 'items') lists.add(statement.list);
    else if (statement.kind === 'switch') for (const { statements: inner } of statement.cases) inner.forEach(visit);
  };
  statements.forEach(visit);
  return lists;
}
