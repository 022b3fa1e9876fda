import { describe, expect, test } from 'vitest';
import { emitFactsSchema } from '../../../../compiler/emit/json-schema/emit.ts';
import { jsonRows } from '../../../../runtime/columnar/json/json-rows.ts';
import type { CellForm, ColumnarLayout, FactColumn } from '../../../../runtime/columnar/layout.ts';
import { type ColumnBlock, newColumns } from '../../../../runtime/columnar/new-columns.ts';
import { rowFiller } from '../../../../runtime/columnar/row-filler.ts';
import { readFacts } from '../../../../runtime/door/read-facts.ts';
import type { EvaluationInput, Ledger } from '../../../../runtime/input.ts';
import type { FieldIr, PolicyIr } from '../../../../runtime/ir.ts';
import { type Random, seeded } from '../../../testing/random.ts';
import { policy as sample } from '../../door/sample-policy.ts';

/** An item's series may begin with its applicant. */
const policy: PolicyIr = {
  ...sample,
  lists: sample.lists.map((list) => ({
    ...list,
    fields: list.fields.map((field) => (field.yearly ? { ...field, since: 'registered_on' } : field)),
  })),
};
const schema = emitFactsSchema(policy);

/** Everything that a column can hold, apart from two facts and a list that nothing reads. */
const unread = ['note', 'lending_rate', 'share', 'boxes', 'capital'];
const layout: ColumnarLayout = {
  policy: 'sample',
  readings: {},
  parameters: [{ field: 'sector_growth', shift: 0, form: { kind: 'number', scale: 4, low: -10_000, high: 100_000 } }],
  facts: [
    ...policy.fields
      .filter(({ id, role, yearly }) => role === 'fact' && !yearly && !unread.includes(id))
      .map((field): FactColumn => ({ field: field.id, shift: 0, form: formOf(field) })),
    ...[0, -1].map((shift): FactColumn => rdColumn(shift)),
    { ...rdColumn(-2), from: 2023 },
  ],
  history: [],
  lists: [
    {
      list: 'project',
      most: 3,
      facts: [
        { field: 'levels', shift: 0, form: { kind: 'options', options: ['provincial', 'national', 'municipal'] } },
        { field: 'rd_invested', shift: 0, form: { kind: 'number', scale: 2, low: 0, high: 1e12 } },
        { field: 'won_on', shift: 0, form: { kind: 'day' } },
        { field: 'income', shift: -1, form: { kind: 'number', scale: 2, low: 0, high: 1e12 }, since: 'registered_on' },
      ],
      history: [{ clause: 'art4', window: { kind: 'ever' }, asks: 'paid', scale: 2, high: 1e12 }],
    },
  ],
  outcomes: [],
};

function rdColumn(shift: number): FactColumn {
  return { field: 'rd', shift, form: { kind: 'number', scale: 2, low: 0, high: 1e13 }, since: 'registered_on' };
}

function formOf({ id, type }: FieldIr): CellForm {
  if (type.kind === 'boolean') return { kind: 'truth' };
  if (type.kind === 'date') return { kind: 'day' };
  if (type.kind === 'choice') return { kind: 'option', options: type.options.map((option) => option.id).reverse() };
  const scale = type.kind === 'money' ? 2 : type.kind === 'count' || type.kind === 'rank' ? 0 : 6;
  return { kind: 'number', scale, low: id === 'lift' ? -500 : -(10 ** 12), high: 10 ** 12 };
}

const period = { label: '2022', from: '2022-01-01', to: '2023-01-01', year: 2022 };
const ledger: Ledger = {
  entries: [
    { kind: 'coverage', policy: '*', subject: '*', from: '1990-01-01', to: '2022-12-31' },
    {
      ...{ kind: 'award', id: 'L1', subject: '甲', policy: 'sample', clause: 'art4', item: 'P1' },
      ...{ period: { ...period, from: '2021-01-01', to: '2022-01-01', year: 2021 }, recordedOn: '2022-01-01' },
      ...{ entitled: '7.5', paid: '7.5', state: 'decided', readings: {}, digests: {} },
    },
  ],
};

const byText = newColumns(layout, 1, 1);
const byFacts = newColumns(layout, 1, 1);
/** Numbers of objects begin again all the time, as they do once in four thousand million objects. */
const rows = jsonRows(policy, layout, period, 5);
const filler = rowFiller(policy, layout);

/** Holds the fast reader against the door; whether it took the text. */
function compared(text: string): boolean {
  rows.start(byText);
  if (!rows.add(byText, text, ledger)) {
    expect([text, byText.rows]).toEqual([text, 0]);
    return false;
  }
  const { facts, diagnostics, decisions } = readFacts(policy, schema, text);
  expect([text, diagnostics]).toEqual([text, []]);
  const input: EvaluationInput = { facts: facts!, period, ledger, decisions, readings: {} };
  filler.start(byFacts, 2022);
  expect([text, filler.add(byFacts, input)]).toEqual([text, undefined]);
  expect([text, rowOf(byText)]).toEqual([text, rowOf(byFacts)]);
  expect([text, rows.subject]).toEqual([text, facts!.subject]);
  const keys = (facts!.lists.get('project') ?? []).map(({ key }) => key);
  expect([text, keys.map((_, index) => rows.itemKey(0, index))]).toEqual([text, keys]);
  return true;
}

function rowOf(block: ColumnBlock): unknown {
  const list = block.lists[0]!;
  return {
    parameters: block.parameters.map((cells) => cells[0]),
    facts: block.facts.map((cells) => cells[0]),
    items: [...list.facts, ...list.history].map((cells) => [...cells.slice(0, list.offsets[1]!)]),
    answered: block.answered[0],
  };
}

// ── Texts ────────────────────────────────────────────────────────────────────

/** As programs write it. */
const plain = {
  subject: '甲',
  ai_enterprise: true,
  registered_on: '2021-05-01',
  giant_on: 'none',
  rd: { '2022': '1234567.89', '2021': '0.5' },
  profit: '-12.5',
  discount: '12.5%',
  lift: '-0.01 points',
  index: 1.25,
  staff: 30,
  rank: '1',
  loan_years: '2.5',
  power: 100,
  rent: '30.0125',
  margin: '3.45%',
  stage: 'provincial',
  note: '备注 with words',
  capital: 300000.5,
  boxes: 12,
  project: [
    { number: 'P1', levels: ['national', 'municipal'], rd_invested: '10', won_on: '2022-02-28', income: { '2021': 3 } },
    { number: 'P2', levels: [], rd_invested: 0, won_on: '2020-02-29', income: { '2020': '0', '2021': '1.1' } },
  ],
  visit: [{ day: '2022-01-31' }, { day: null }],
  decisions: [],
};

describe('texts', () => {
  test('as programs write them are taken', () => {
    for (const text of [JSON.stringify(plain), JSON.stringify(plain, null, '\t'), JSON.stringify(plain, null, 2)])
      expect(compared(text)).toBe(true);
    const named = { 申报主体: ' Ａ公司 ', ...plain, 职工人数: 3, 人工智能企业: '否' } as Record<string, unknown>;
    for (const key of ['subject', 'staff', 'ai_enterprise', 'decisions', 'note', 'visit', 'boxes']) delete named[key];
    expect(compared(JSON.stringify(named))).toBe(true);
    expect(compared(JSON.stringify({ ...plain, subject: null, decisions: null, note: null, visit: null }))).toBe(true);
    expect(compared(JSON.stringify({ $schema: './x.json', ...plain, project: [] }))).toBe(true);
  });

  test.each([
    ['a figure that columns read is missing', { staff: undefined }],
    ['a list that columns read is missing', { project: undefined }],
    ['a list that columns read is unknown', { project: null }],
    ['a year that columns read is missing', { rd: { '2022': '1' } }],
    ['a year before the series begins is stated', { rd: { '2022': '1', '2021': '1', '2020': '1' } }],
    [
      'an item states a year before the series begins',
      { project: [{ ...plain.project[0], income: { '2021': 3, '2020': 1 } }] },
    ],
    ['a choice is said not to exist', { stage: 'none' }],
    ['a day does not exist', { giant_on: '2022-02-29' }],
    ['a decision', { decisions: [{ clause: 'art4', item: 'P1', year: 2022, amount: '1' }] }],
    ['a parameter by day', { lending_rate: { '2022-01-01': '3%' } }],
    ['a published parameter stated otherwise', { sector_growth: { '2022': '10%' } }],
    ['a key that stands twice', { project: [plain.project[0], plain.project[0]] }],
    [
      'more items than the code sums up',
      { project: [1, 2, 3, 4].map((n) => ({ ...plain.project[1], number: `P${n}` })) },
    ],
    ['a fen more than the bound', { discount: '100.0000000000001%' }],
  ])('where %s is left to the door', (_what, change) => {
    expect(compared(JSON.stringify({ ...plain, ...change }))).toBe(false);
  });

  test('a year before the series begins has no figure', () => {
    const young = { ...plain, registered_on: '2022-01-01', rd: { '2022': '1', '2021': 'none' } };
    expect(compared(JSON.stringify({ ...young, rd: { '2022': '1' }, project: [] }))).toBe(true);
    expect(compared(JSON.stringify({ ...young, rd: { '2022': '1', '2021': '0' }, project: [] }))).toBe(true);
    expect(compared(JSON.stringify({ ...young, project: [] }))).toBe(false);
    const item = { ...plain.project[1], income: {} };
    expect(compared(JSON.stringify({ ...young, rd: { '2022': '1' }, project: [item] }))).toBe(true);
    // Where the item stands before the date of its applicant, the door is asked.
    const { project: _later, ...rest } = young;
    expect(compared(JSON.stringify({ project: [item], ...rest, rd: { '2022': '1' } }))).toBe(false);
  });

  test('texts end where they end, and say each thing once', () => {
    const text = JSON.stringify(plain);
    for (const wrong of [
      `${text} x`,
      `\ufeff${text}`,
      text.slice(0, -1),
      text.replace('{', '{,'),
      text.replace('"staff":30', '"staff":30,"staff":30'),
      text.replace('"staff":30', '"staff":30,"职工人数":30'),
      text.replace('"2021":"0.5"', '"2021":"0.5","2021":"0.5"'),
      text.replace('"2021":"0.5"', '"2021":"0.5","1899":"0.5"'),
      text.replace('"staff":30', '"staff":30,"stranger":30'),
      text.replace('"number":"P1"', '"number":"P1","x":null'),
      text.replace('"staff":30', '"staff":30,'),
      text.replace('"staff":30', '"staff":030'),
      text.replace('"index":1.25', '"index":1.25e0'),
      text.replace('"index":1.25', '"index":1.2500000000000001'),
      text.replace('"capital":300000.5', '"capital":90071992547409.93'),
      text.replace('"甲"', '"\\u7532"'),
    ])
      expect(compared(wrong)).toBe(false);
  });
});

// ── Random texts ─────────────────────────────────────────────────────────────

/** Written figures in every spelling, good and bad. */
const scraps: readonly string[] = [
  ...['null', 'true', 'false', '"yes"', '"否"', '"none"', '"无"', '{}', '[]', '""', '" "', '"x"', '"A|B"', '"甲\\t"'],
  ...['0', '-0', '1', '-1', '1.5', '1.50', '0.07', '1e2', '007', '1.', '.5', '123456789012345', '99999999999999.99'],
  ...['90071992547409', '90071992547410', '9007199254740993', '1.000000000000001', '12345678901234.5', '+1'],
  ...['"0"', '"-0"', '"1"', '"-1"', '"1.5"', '"1.50"', '"1.500"', '"007"', '"1e2"', '"1."', '"１２"', '"1 "', '" 1"'],
  ...['"123456789012345"', '"1234567890123456"', '"0.000001"', '"0.0000001"', '"1000000"', '"1000000.01"'],
  ...['"12%"', '"12 %"', '"12  %"', '"-12%"', '"100%"', '"100.01%"', '"0.0001%"', '"24%"', '"24.01%"', '"１%"'],
  ...['"2 points"', '"2points"', '"1 point"', '"2个百分点"', '"-0.05 個百分點"', '"-0.051 points"', '"2 百分点"'],
  ...['"2022-01-31"', '"2022-02-29"', '"2020-02-29"', '"1899-12-31"', '"2200-12-31"', '"2201-01-01"', '"2022-1-1"'],
  ...[
    '"national"',
    '"国家级"',
    '"市级"',
    '["national"]',
    '["省级","national"]',
    '["x"]',
    '["national","national"]',
    '[null]',
  ],
  ...[
    '{"2022":"1"}',
    '{"2021":"1","2022":2}',
    '{"2022年":"1"}',
    '{"2022":null}',
    '{"2020":"0","2021":0.5}',
    '{"2199":"1"}',
  ],
];

/** A text of the sample with some values replaced, keys renamed, entries left out, doubled or moved, and now and then a slip of the pen. */
function randomText(random: Random): string {
  const entries = Object.entries(plain).map(([key, value]) => {
    if (key === 'project' && random.chance(0.5)) return [key, randomProjects(random)] as const;
    return [key, random.chance(0.06) ? random.pick(scraps) : JSON.stringify(value)] as const;
  });
  const kept = entries.filter(() => !random.chance(0.01));
  if (random.chance(0.04)) kept.push(random.pick(entries));
  if (random.chance(0.1)) kept.push(['sector_growth', random.pick(scraps)]);
  if (random.chance(0.3)) kept.sort(() => random.below(3) - 1);
  const space = random.pick(['', '', ' ', '\n  ']);
  const text = objectText(kept, random, space, policy.fields);
  if (!random.chance(0.1)) return text;
  const at = random.below(text.length);
  return (
    text.slice(0, at) + random.pick(['', ' ', '0', '"', ',', '}', '１', '\\', 'e']) + text.slice(at + random.below(2))
  );
}

function randomProjects(random: Random): string {
  const items = Array.from({ length: random.below(4) }, (_, index) => {
    const item = {
      ...plain.project[index % 2]!,
      number: random.pick([`P${index + 1}`, `P${index + 1}`, 'P1', 'Ｐ', '无']),
    };
    const entries = Object.entries(item).map(
      ([key, value]) => [key, random.chance(0.06) ? random.pick(scraps) : JSON.stringify(value)] as const,
    );
    return objectText(
      entries.filter(() => !random.chance(0.01)),
      random,
      '',
      policy.lists[0]!.fields,
    );
  });
  return `[${items.join(',')}]`;
}

function objectText(
  entries: readonly (readonly [string, string])[],
  random: Random,
  space: string,
  fields: readonly FieldIr[],
): string {
  const named = entries.map(([key, value]) => {
    const zh = fields.find(({ id }) => id === key)?.names.zh;
    return `"${zh !== undefined && random.chance(0.2) ? zh : key}"${space}:${space}${value}`;
  });
  return `{${space}${named.join(`,${space}`)}${space}}`;
}

test('whatever of 10,000 random texts is taken, the door takes without a word, and as the same facts', () => {
  const random = seeded(424242);
  let taken = 0;
  for (let round = 0; round < 10_000; round += 1) if (compared(randomText(random))) taken += 1;
  // Neither nearly all nor hardly any.
  expect(taken).toBeGreaterThan(1000);
  expect(taken).toBeLessThan(9000);
});
