import { describe, expect, test } from 'vitest';
import type { Assessment, Outcome } from '../../../runtime/assessment.ts';
import type { GeneralRow } from '../../../runtime/columnar/general-row.ts';
import { outcomeCodes } from '../../../runtime/columnar/layout.ts';
import { newColumns } from '../../../runtime/columnar/new-columns.ts';
import { newOutcomes, roomForOutcomes } from '../../../runtime/columnar/new-outcomes.ts';
import { rowFiller } from '../../../runtime/columnar/row-filler.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import type { EvaluationInput, FactValue, LedgerEntry } from '../../../runtime/input.ts';
import { compare, fraction } from '../../../runtime/rational.ts';
import type { End } from '../../../runtime/value.ts';
import { literalsOf } from '../../testing/policy-literals.ts';
import { seeded } from '../../testing/random.ts';
import { randomInput } from '../../testing/random-input.ts';
import { ir, small } from './small-module.ts';

const { layout } = small;

describe('rows filled from random inputs', () => {
  test('are assessed by the code as by the interpreter, or are general', () => {
    const random = seeded(20241);
    const literals = literalsOf(ir);
    const filler = rowFiller(ir, layout);
    const block = newColumns(layout, 64, 1);
    const outcomes = newOutcomes(layout, 64, 1);
    const met = new Map<unknown, number>();
    for (let round = 0; round < 40; round += 1) {
      const year = 2023 + (round % 2);
      const inputs = Array.from({ length: 64 }, () => inYear(randomInput(ir, random, literals), year));
      filler.start(block, year);
      for (const input of inputs) filler.add(block, input);
      roomForOutcomes(layout, outcomes, block);
      small.assess(block, outcomes, 0, block.rows);
      for (const [row, input] of inputs.entries()) {
        if (block.general[row] !== 0) continue;
        const expected = expectedOf(evaluate(ir, input));
        expect(flatOf(row)).toEqual(expected);
        for (const { own } of expected) met.set(own[0], (met.get(own[0]) ?? 0) + 1);
      }
    }
    for (const kind of ['granted', 'grantedUpTo', 'notMet']) expect(met.get(kind)).toBeGreaterThan(50);

    function flatOf(row: number): unknown {
      const { offsets } = block.lists[0]!;
      return layout.outcomes.map((_clause, index) => {
        const { status, low, high, items } = outcomes.clauses[index]!;
        const places = items === undefined ? [] : range(offsets[row]!, offsets[row + 1]!);
        return {
          own: [outcomeCodes[status[row]!], low[row], high[row]],
          items: places.map((place) => [outcomeCodes[items!.status[place]!], items!.low[place], items!.high[place]]),
        };
      });
    }
  });
});

function expectedOf(assessment: Assessment): readonly { readonly own: readonly unknown[]; readonly items: unknown }[] {
  return assessment.clauses.map(({ outcome, items }) => ({
    own: toldOf(outcome),
    items: items.map((item) => toldOf(item.outcome)),
  }));
}

function toldOf({ kind, payable }: Outcome): readonly unknown[] {
  return [kind, fenOf(payable.lo), fenOf(payable.hi)];
}

function fenOf(end: End): number {
  if (typeof end === 'string') return Number.NaN;
  const fen = Number((end.n * 100n) / end.d);
  expect(compare(fraction(BigInt(fen), 100n), end)).toBe(0);
  return fen;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function inYear(input: EvaluationInput, year: number): EvaluationInput {
  const values = new Map(
    [...input.facts.values].map(([key, value]) => [
      key.replace(/@(\d+)$/, (_, given: string) => `@${Number(given) - input.period.year + year}`),
      value,
    ]),
  );
  const period = { label: String(year), from: `${year}-01-01`, to: `${year + 1}-01-01`, year };
  return { ...input, facts: { ...input.facts, values }, period };
}

// ── Which rows are general, and why ──────────────────────────────────────────

const complete: EvaluationInput = {
  facts: {
    subject: 'S',
    values: new Map<string, FactValue>([
      ['founded_on', { date: '2020-05-01' }],
      ['qualified', { boolean: true }],
      ['costs@2024', { number: '1000000.01' }],
      ['costs@2023', { number: '800000' }],
      ['other_aid', { none: true }],
      ['sectors', { options: ['ai', 'robots'] }],
    ]),
    lists: new Map([
      [
        'project',
        [
          {
            key: 'A',
            values: new Map<string, FactValue>([
              ['invested', { number: '7' }],
              ['key_project', { boolean: false }],
            ]),
          },
          {
            key: 'B',
            values: new Map<string, FactValue>([
              ['invested', { number: '0.5' }],
              ['key_project', { boolean: true }],
            ]),
          },
        ],
      ],
    ]),
  },
  period: { label: '2024', from: '2024-01-01', to: '2025-01-01', year: 2024 },
  ledger: { entries: [{ kind: 'coverage', policy: '*', subject: '*', from: '2000-01-01', to: '2024-12-31' }] },
  decisions: [],
  readings: {},
};

const award: LedgerEntry = {
  kind: 'award',
  id: 'L1',
  subject: 'S',
  policy: 'small',
  clause: 'general_aid',
  period: { label: '2022', from: '2022-01-01', to: '2023-01-01', year: 2022 },
  recordedOn: '2023-03-01',
  entitled: '1.5',
  paid: '1.25',
  state: 'decided',
  readings: {},
  digests: {},
};

function stated(key: string, value: FactValue | undefined): EvaluationInput {
  const values = new Map(complete.facts.values);
  if (value === undefined) values.delete(key);
  else values.set(key, value);
  return { ...complete, facts: { ...complete.facts, values } };
}

function projects(count: number): EvaluationInput {
  const item = complete.facts.lists.get('project')![0]!;
  const items = Array.from({ length: count }, (_, index) => ({ ...item, key: String(index) }));
  return { ...complete, facts: { ...complete.facts, lists: new Map([['project', items]]) } };
}

function recorded(...entries: readonly LedgerEntry[]): EvaluationInput {
  return { ...complete, ledger: { entries: [...complete.ledger!.entries, ...entries] } };
}

function filled(input: EvaluationInput): { readonly why: GeneralRow | undefined; readonly row: unknown } {
  const block = newColumns(layout, 1, 0);
  const filler = rowFiller(ir, layout);
  filler.start(block, 2024);
  const why = filler.add(block, input);
  expect(block.general[0] === 0).toBe(why === undefined);
  const list = block.lists[0]!;
  const end = list.offsets[1]!;
  return {
    why,
    row: {
      parameters: block.parameters.map((cells) => cells[0]),
      facts: block.facts.map((cells) => cells[0]),
      history: block.history.map((cells) => cells[0]),
      items: [...list.facts, ...list.history].map((cells) => [...cells.slice(0, end)]),
      answered: block.answered[0],
    },
  };
}

test('a complete row', () => {
  expect(filled(complete)).toEqual({
    why: undefined,
    row: {
      parameters: [5000],
      facts: [1, 100000001, 80000000, Number.NaN, 0b101],
      history: [0],
      items: [
        [700, 50],
        [0, 1],
        [0, 0],
      ],
      answered: 1,
    },
  });
});

test('history is summed for the applicant and for each item', () => {
  const own = { ...award, paid: '0.01', id: 'L2' };
  const item = { ...award, clause: 'projects', item: 'B', id: 'L3' };
  const other = { ...award, subject: 'T', id: 'L4' };
  const reversed = { ...award, id: 'L5' };
  const reversal = { ...award, id: 'L6', reverses: 'L5' };
  const { why, row } = filled(recorded(award, own, item, other, reversed, reversal));
  expect(why).toBeUndefined();
  expect(row).toMatchObject({ history: [126], items: [expect.anything(), expect.anything(), [0, 1]], answered: 1 });
});

test('a year before the series begins has no figure; a figure stated for it stands', () => {
  const young = new Map(complete.facts.values).set('founded_on', { date: '2024-02-01' });
  young.delete('costs@2023');
  const { why, row } = filled({ ...complete, facts: { ...complete.facts, values: young } });
  expect(why).toBeUndefined();
  expect(row).toMatchObject({ facts: [1, 100000001, Number.NaN, Number.NaN, 5] });
  expect(filled(stated('founded_on', { date: '2024-02-01' })).row).toMatchObject({
    facts: [1, 100000001, 80000000, Number.NaN, 5],
  });
});

test('where the ledger answers for this policy alone, other awards stay open', () => {
  const { why, row } = filled({
    ...complete,
    ledger: { entries: [{ kind: 'coverage', policy: 'small', subject: 'S', from: '2000-01-01', to: '2024-12-31' }] },
  });
  expect(why).toBeUndefined();
  expect(row).toMatchObject({ answered: 0 });
});

const generalRows: readonly (readonly [string, EvaluationInput, GeneralRow])[] = [
  ['a missing fact', stated('qualified', undefined), { reason: 'missing', field: 'qualified' }],
  ['a missing year', stated('costs@2023', undefined), { reason: 'missing', field: 'costs', year: 2023 }],
  [
    'a figure beyond the guard',
    stated('costs@2024', { number: '100000000000.01' }),
    { reason: 'guard', field: 'costs', year: 2024 },
  ],
  ['a figure too fine', stated('costs@2024', { number: '1.001' }), { reason: 'guard', field: 'costs', year: 2024 }],
  ['a figure below the guard', stated('other_aid', { number: '-0.01' }), { reason: 'guard', field: 'other_aid' }],
  [
    'a figure of forty digits',
    stated('other_aid', { number: '9'.repeat(40) }),
    { reason: 'guard', field: 'other_aid' },
  ],
  ['a yes-or-no that does not exist', stated('qualified', { none: true }), { reason: 'none', field: 'qualified' }],
  [
    'an option that the code does not know',
    stated('sectors', { options: ['x'] }),
    { reason: 'form', field: 'sectors' },
  ],
  [
    'an absent list',
    { ...complete, facts: { ...complete.facts, lists: new Map() } },
    { reason: 'missing', list: 'project' },
  ],
  ['more items than the code sums up', projects(4), { reason: 'items', list: 'project' }],
  ['no ledger', withoutLedger(complete), { reason: 'uncovered', clause: 'general_aid' }],
  [
    'a provisional award',
    recorded({ ...award, state: 'provisional' }),
    { reason: 'provisional', clause: 'general_aid' },
  ],
  [
    'a provisional award for an item',
    recorded({ ...award, state: 'provisional', clause: 'projects', item: 'A' }),
    { reason: 'provisional', clause: 'projects', item: 0, list: 'project' },
  ],
  [
    'an amount paid that is too fine',
    recorded({ ...award, paid: '0.001' }),
    { reason: 'guard', clause: 'general_aid' },
  ],
  ['awards elsewhere', recorded({ ...award, policy: 'other', matter: 'projects' }), { reason: 'elsewhere' }],
  [
    'a decision',
    { ...complete, decisions: [{ clause: 'projects', year: 2024, amount: '1' }] },
    { reason: 'decision', clause: 'projects' },
  ],
  [
    'a decision on a clause there is none',
    { ...complete, decisions: [{ clause: 'x', year: 1999, amount: '1' }] },
    { reason: 'decision', clause: 'x' },
  ],
  ['another reading', { ...complete, readings: { strict: 'yes' } }, { reason: 'reading', reading: 'strict' }],
  ['another period', { ...complete, period: { ...complete.period, to: '2024-04-01' } }, { reason: 'period' }],
];

test.each(generalRows)('%s makes a row general', (_name, input, why) => {
  expect(filled(input).why).toEqual(why);
});

test('what does not matter leaves a row to the code', () => {
  for (const input of [
    recorded({ ...award, policy: 'other', matter: 'unheard of' }),
    recorded({ ...award, policy: 'other', matter: 'projects', subject: 'T' }),
    recorded({
      ...award,
      policy: 'other',
      matter: 'projects',
      period: { label: '2025', from: '2025-01-01', to: '2026-01-01', year: 2025 },
    }),
    { ...complete, decisions: [{ clause: 'projects', year: 2023, amount: '1' }] },
  ])
    expect(filled(input).why).toBeUndefined();
});

function withoutLedger({ ledger: _ledger, ...rest }: EvaluationInput): EvaluationInput {
  return rest;
}
