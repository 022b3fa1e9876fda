/** Small IR by hand: nodes are written without ids, `policy` numbers them in the order in which they stand. */

import type { Assessment, ClauseResult } from '../../runtime/assessment.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import type {
  AwardEntry,
  CoverageEntry,
  Decision,
  EvaluationInput,
  Facts,
  FactValue,
  ItemFacts,
  LedgerEntry,
  Period,
} from '../../runtime/input.ts';
import type * as ir from '../../runtime/ir.ts';
import { toDecimalText } from '../../runtime/rational.ts';
import type { End, NumberValue } from '../../runtime/value.ts';

// ── Types and declarations ───────────────────────────────────────────────────

export const money: ir.TypeIr = { kind: 'money', currency: 'CNY' };
export const boolean: ir.TypeIr = { kind: 'boolean' };
export const percent: ir.TypeIr = { kind: 'percent' };
export const count: ir.TypeIr = { kind: 'count' };
export const date: ir.TypeIr = { kind: 'date' };
export const choices = (...options: readonly string[]): ir.TypeIr => ({
  kind: 'choices',
  options: options.map((id) => ({ id, names: { en: id } })),
});

export function field(id: string, type: ir.TypeIr, more: Partial<ir.FieldIr> = {}): ir.FieldIr {
  const low = type.kind === 'money' || type.kind === 'count' ? { low: '0' } : {};
  return { id, names: { en: id, zh: `${id}项` }, type, yearly: false, orNone: false, role: 'fact', ...low, ...more };
}
export const yearly = (id: string, type: ir.TypeIr = money, more: Partial<ir.FieldIr> = {}): ir.FieldIr =>
  field(id, type, { yearly: true, ...more });
export const list = (id: string, ...fields: readonly ir.FieldIr[]): ir.ListIr => ({
  id,
  names: { en: id },
  key: ['number'],
  fields,
});
export const reading = (id: string, ...options: readonly string[]): ir.ReadingIr => ({
  id,
  names: { en: id },
  question: '?',
  default: options[0]!,
  choices: options.map((choice) => ({ id: choice, names: { en: choice } })),
});

// ── Expressions ──────────────────────────────────────────────────────────────

type Built<K extends ir.Expr['kind']> = Extract<ir.Expr, { kind: K }>;
function node<K extends ir.Expr['kind']>(
  kind: K,
  type: ir.TypeIr,
  rest: Omit<Built<K>, 'id' | 'kind' | 'type'>,
): Built<K> {
  return { id: 0, kind, type, ...rest } as unknown as Built<K>;
}

export const cny = (value: string): ir.Expr => node('literal', money, { value });
export const ratio = (value: string): ir.Expr => node('literal', percent, { value });
export const day = (value: string): ir.Expr => node('literal', date, { value });
export const fact = (name: string, shift = 0, owner?: string): ir.Expr =>
  node('fact', money, { field: name, shift, ...(owner === undefined ? {} : { owner }) });
export const itemFact = (owner: string, name: string, shift = 0): ir.Expr => fact(name, shift, owner);
export const add = (...operands: readonly ir.Expr[]): ir.Expr => node('add', money, { operands });
export const subtract = (left: ir.Expr, right: ir.Expr): ir.Expr => node('subtract', money, { left, right });
export const rate = (left: ir.Expr, right: ir.Expr): ir.Expr =>
  node('multiply', money, { left, right, written: 'rate' });
export const divide = (left: ir.Expr, right: ir.Expr): ir.Expr => node('divide', percent, { left, right });
export const upTo = (limit: ir.Expr, base?: ir.Expr): ir.Expr =>
  node('ceiling', money, { limit, ...(base === undefined ? {} : { base }) });
export const everyFull = (
  of: ir.Expr,
  step: ir.Expr,
  amount: ir.Expr,
  mode: ir.StepsExpr['mode'] = 'everyFull',
): ir.Expr => node('steps', money, { mode, of, step, amount });
export const growth = (name: string, zeroBase: ir.GrowthExpr['zeroBase'] = 'undefined', shift = 0): ir.Expr =>
  node('growth', percent, { now: fact(name, shift), before: fact(name, shift - 1), zeroBase });
export const partOver = (of: ir.Expr, edge: ir.Expr): ir.Expr => node('part', money, { side: 'over', of, edge });
export const extreme = (side: 'lowest' | 'highest', ...operands: readonly ir.Expr[]): ir.Expr =>
  node('extreme', money, { side, operands });
export const compare = (left: ir.Expr, operator: ir.BoundIr['operator'], right: ir.Expr): ir.Expr =>
  typeof operator === 'string'
    ? node('compare', boolean, { operator, left, right })
    : node('switch', boolean, {
        reading: operator.reading,
        cases: Object.entries(operator.cases).map(([choice, side]) => ({
          choice,
          value: node('compare', boolean, { operator: side, left, right }),
        })),
      });
export const hasGrown = (name: string): ir.Expr =>
  node('hasGrown', boolean, { now: fact(name), before: fact(name, -1) });
export const all = (...operands: readonly ir.Expr[]): ir.Expr =>
  node('logical', boolean, { operator: 'and', operands });
export const any = (...operands: readonly ir.Expr[]): ir.Expr => node('logical', boolean, { operator: 'or', operands });
export const not = (operand: ir.Expr): ir.Expr => node('not', boolean, { operand });
export const includes = (operand: ir.Expr, ...options: readonly string[]): ir.Expr =>
  node('optionTest', boolean, { operand, options, negated: false });
export const clauseValue = (clause: string, at: ir.ClauseExpr['at'] = { kind: 'own' }): ir.Expr =>
  node('clause', money, { clause, at });
export const granted = (clause: string): ir.Expr => node('isGranted', boolean, { clause });
export const paidUnder = (clause: string, forItem = false): ir.Expr => node('paid', money, { clause, forItem });
export const bySwitch = (name: string, cases: Readonly<Record<string, ir.Expr>>): ir.Expr =>
  node('switch', money, { reading: name, cases: Object.entries(cases).map(([choice, value]) => ({ choice, value })) });
export const total = (of: ir.Expr, name: string, where?: ir.Expr): ir.Expr =>
  node('aggregate', money, { operation: 'total', list: name, of, ...(where === undefined ? {} : { where }) });
export const countOf = (name: string, where?: ir.Expr): ir.Expr =>
  node('aggregate', count, { operation: 'count', list: name, ...(where === undefined ? {} : { where }) });
export const referenceDay = (): ir.Expr => node('referenceDay', date, {});
export const rowCap = (value: ir.Expr, cap: ir.Expr): ir.Expr => node('rowCap', money, { value, cap });

export const row = (operator: ir.BoundOperator, edge: ir.Expr, value: ir.Expr): ir.ChooseRowIr => ({
  id: 0,
  test: { kind: 'bounds', bounds: [{ operator, edge }] },
  value,
});
export const optionRow = (option: string, value: ir.Expr): ir.ChooseRowIr => ({
  id: 0,
  test: { kind: 'options', options: [option] },
  value,
});
export const caseRow = (condition: ir.Expr, value: ir.Expr): ir.ChooseRowIr => ({
  id: 0,
  test: { kind: 'condition', condition },
  value,
});
export const choose = (
  key: ir.Expr | undefined,
  mode: ir.ChooseExpr['mode'],
  rows: readonly ir.ChooseRowIr[],
  otherwise?: ir.Expr,
): ir.Expr =>
  node('choose', money, { ...(key && { key }), mode, rows, ...(otherwise === undefined ? {} : { otherwise }) });
export const bands = (
  of: ir.Expr,
  ...edges: readonly (readonly [lower: string, upper: string | undefined, rate: string])[]
): ir.Expr =>
  node('bands', money, {
    of,
    bands: edges.map(([lower, upper, share]) => ({
      id: 0,
      lower: cny(lower),
      ...(upper === undefined ? {} : { upper: cny(upper) }),
      rate: ratio(share),
    })),
  });
export const ladder = (
  of: ir.Expr,
  range: ir.LadderExpr['range'],
  settlement: ir.LadderExpr['settlement'],
  rungs: Readonly<Record<string, string>>,
  more: Partial<ir.LadderExpr> = {},
): ir.Expr =>
  node('ladder', money, {
    of,
    range,
    operator: 'over',
    settlement,
    rungs: Object.entries(rungs).map(([threshold, amount]) => ({
      id: 0,
      threshold: cny(threshold),
      amount: cny(amount),
    })),
    ...more,
  });

// ── Statements ───────────────────────────────────────────────────────────────

export const when = (condition: ir.Expr): ir.Statement => ({ id: 0, kind: 'when', condition });
export const grant = (amount: ir.Expr, more: Partial<ir.Amount> = {}): ir.Statement => ({
  id: 0,
  kind: 'amount',
  verb: 'grant',
  amount,
  cutToCeiling: false,
  ...more,
});
export const adjust = (operation: ir.Adjust['operation'], amount: ir.Expr, condition?: ir.Expr): ir.Statement => ({
  id: 0,
  kind: 'adjust',
  operation,
  amount,
  ...(condition === undefined ? {} : { condition }),
});
export const cap = (
  amount: string,
  window: ir.ScopeIr['window']['kind'] | number = 'period',
  more: Partial<ir.Cap> = {},
): ir.Statement => ({
  id: 0,
  kind: 'cap',
  amount: cny(amount),
  scope: {
    per: 'subject',
    window: typeof window === 'number' ? { kind: 'years', years: window } : ({ kind: window } as ir.ScopeIr['window']),
  },
  allOrNothing: false,
  ...more,
});
export const round = (mode: ir.RoundingIr['mode'], step: string): ir.Statement => ({
  id: 0,
  kind: 'round',
  rounding: { mode, step },
});
export const budget = (amount: string, sharing: ir.Budget['sharing'] = 'proRata'): ir.Statement => ({
  id: 0,
  kind: 'budget',
  amount: cny(amount),
  period: 'period',
  sharing,
});
export const once = (per: ir.ScopeIr['per'] = 'subject', times?: ir.Expr): ir.Statement => ({
  id: 0,
  kind: 'once',
  scope: { per, window: { kind: 'ever' } },
  ...(times === undefined ? {} : { times }),
});
export const items = (
  name: string,
  statements: readonly ir.Statement[],
  more: { readonly on?: string; readonly where?: ir.Expr } = {},
): ir.Statement => ({ id: 0, kind: 'items', list: name, ...more, statements });
export const switchLines = (name: string, cases: Readonly<Record<string, readonly ir.Statement[]>>): ir.Statement => ({
  id: 0,
  kind: 'switch',
  reading: name,
  cases: Object.entries(cases).map(([choice, statements]) => ({ choice, statements })),
});

// ── Clauses, blocks, policy ──────────────────────────────────────────────────

export function clause(id: string, statements: readonly ir.Statement[], more: Partial<ir.ClauseIr> = {}): ir.ClauseIr {
  return {
    id,
    node: 0,
    names: { en: id, zh: `${id}条` },
    kind: 'grant',
    currency: 'CNY',
    authority: [],
    matter: id,
    texts: [],
    reference: { kind: 'periodEnd' },
    statements,
    ...more,
  };
}
export function conflict(id: string, members: readonly string[], more: Partial<ir.ConflictIr> = {}): ir.ConflictIr {
  return {
    id,
    node: 0,
    names: { en: id },
    kind: 'conflict',
    members,
    per: 'subject',
    chooser: 'highest',
    earlier: 'none',
    ...more,
  };
}
export function groupCap(
  id: string,
  members: readonly string[],
  amount: string,
  more: Partial<ir.GroupCapIr> = {},
): ir.GroupCapIr {
  return {
    id,
    node: 0,
    names: { en: id },
    kind: 'groupCap',
    members,
    amount: cny(amount),
    scope: { per: 'subject', window: { kind: 'period' } },
    cut: 'inOrder',
    ...more,
  };
}

export function policy(clauses: readonly ir.ClauseIr[], more: Partial<ir.PolicyIr> = {}): ir.PolicyIr {
  const blocks = more.blocks ?? [];
  const order = [
    ...clauses.map(({ id }) => ({ kind: 'clause' as const, id })),
    ...blocks.map(({ id }) => ({ kind: 'block' as const, id })),
  ];
  const bare: ir.PolicyIr = {
    format: 'jieti-ir/1',
    id: 'p',
    names: { en: 'p' },
    inForce: { from: '2023-01-01', to: '2025-12-31' },
    currency: 'CNY',
    payment: { kind: 'fixed', value: null },
    unknownFacts: { kind: 'fixed', value: 'logic' },
    elsewhere: { kind: 'fixed', value: 'none' },
    subject: { id: 'company', names: { en: 'company' } },
    fields: [],
    lists: [],
    units: [],
    readings: [],
    clauses,
    blocks,
    order,
    remarks: [],
    ...more,
  };
  return numbered(bare);
}

/** Gives every node its id in the order in which nodes stand in the text of the IR. */
function numbered(bare: ir.PolicyIr): ir.PolicyIr {
  let next = 0;
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        if ((key !== 'id' && key !== 'node') || member !== 0) return [key, copy(member)];
        next += 1;
        return [key, next];
      }),
    );
  };
  return copy(bare) as ir.PolicyIr;
}

// ── Input ────────────────────────────────────────────────────────────────────

export type Plain = string | boolean | null | readonly string[];
export interface Given {
  readonly year?: number;
  /** Values by key (`rd@2024`); text of digits is a number, of a day a date, null is "none". */
  readonly facts?: Readonly<Record<string, Plain>>;
  readonly lists?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Plain>>>>>>;
  readonly ledger?: readonly LedgerEntry[];
  readonly decisions?: readonly Partial<Decision>[];
  readonly readings?: Readonly<Record<string, string>>;
}

export function input(given: Given): EvaluationInput {
  const year = given.year ?? 2024;
  const lists = new Map(
    Object.entries(given.lists ?? {}).map(([id, rows]) => [
      id,
      Object.entries(rows).map(([key, values]): ItemFacts => ({ key, values: valuesOf(values) })),
    ]),
  );
  const facts: Facts = { subject: 's', values: valuesOf(given.facts ?? {}), lists };
  const decisions = (given.decisions ?? []).map((decision): Decision => ({ clause: 'c', year, ...decision }));
  return {
    facts,
    period: yearPeriod(year),
    decisions,
    readings: given.readings ?? {},
    ...(given.ledger === undefined ? {} : { ledger: { entries: given.ledger } }),
  };
}

export const yearPeriod = (year: number): Period => ({
  label: String(year),
  from: `${year}-01-01`,
  to: `${year + 1}-01-01`,
  year,
});

function valuesOf(plain: Readonly<Record<string, Plain>>): ReadonlyMap<string, FactValue> {
  return new Map(Object.entries(plain).map(([key, value]) => [key, factOf(value)]));
}

function factOf(value: Plain): FactValue {
  if (value === null) return { none: true };
  if (typeof value === 'boolean') return { boolean: value };
  if (typeof value !== 'string') return { options: value };
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return { date: value };
  return /^-?\d+(\.\d+)?$/.test(value) ? { number: value } : { text: value };
}

export function award(amount: string, year: number, more: Partial<AwardEntry> = {}): AwardEntry {
  awards += 1;
  const base = {
    kind: 'award' as const,
    id: `e${awards}`,
    subject: 's',
    policy: 'p',
    clause: 'c',
    period: yearPeriod(year),
    recordedOn: `${year + 1}-03-01`,
  };
  return { ...base, entitled: amount, paid: amount, state: 'decided', readings: {}, digests: {}, ...more };
}
let awards = 0;
export const coverage = (from = '2000-01-01', to = '2030-12-31', more: Partial<CoverageEntry> = {}): CoverageEntry => ({
  kind: 'coverage',
  policy: '*',
  subject: 's',
  from,
  to,
  ...more,
});

// ── Results as short text ────────────────────────────────────────────────────

export function assess(bare: ir.PolicyIr, given: Given = {}): Assessment {
  return evaluate(bare, input(given));
}

export function result(assessment: Assessment, id = 'c'): ClauseResult {
  return assessment.clauses.find((one) => one.clause === id)!;
}

/** `granted 100`, `up to 100 [discretion:c]`, `undetermined 0..∞ [missing:rd@2024]`, `not met`, `superseded by b`. */
export function told({ outcome }: Pick<ClauseResult, 'outcome'>): string {
  const causes = outcome.causes.length === 0 ? '' : ` [${outcome.causes.join(' ')}]`;
  switch (outcome.kind) {
    case 'granted':
      return `granted ${end(outcome.amount.lo)}`;
    case 'grantedUpTo':
      return `up to ${end(outcome.amount.hi)}${causes}`;
    case 'undetermined':
      return `undetermined ${end(outcome.amount.lo)}..${end(outcome.amount.hi)}${causes}`;
    case 'superseded':
      return `superseded by ${outcome.by}`;
    case 'notMet':
      return 'not met';
    case 'outOfForce':
      return 'out of force';
    case 'noAmount':
      return 'no amount';
  }
}

/** Outcome of one clause, by default `c`. */
export function outcome(bare: ir.PolicyIr, given: Given = {}, id = 'c'): string {
  return told(result(assess(bare, given), id));
}

export function end(value: End): string {
  if (typeof value === 'string') return value === 'infinity' ? '∞' : '-∞';
  return toDecimalText(value) ?? `${value.n}/${value.d}`;
}

export const range = (value: NumberValue): string => `${end(value.lo)}..${end(value.hi)}`;
