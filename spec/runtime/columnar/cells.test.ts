import { expect, test } from 'vitest';
import { factCell, factReaders } from '../../../runtime/columnar/fact-reader.ts';
import { historyCell, whyUntold } from '../../../runtime/columnar/history-reader.ts';
import type { ColumnarLayout, FactColumn, HistoryColumn } from '../../../runtime/columnar/layout.ts';
import { newColumns, roomForItems } from '../../../runtime/columnar/new-columns.ts';
import { beyond, scaledNumber } from '../../../runtime/columnar/scaled-number.ts';
import type { AwardEntry, EvaluationInput, FactValue } from '../../../runtime/input.ts';
import { seeded } from '../../testing/random.ts';
import { ir } from './small-module.ts';

const safe = Number.MAX_SAFE_INTEGER;

test('exact decimal text becomes the whole number that it is, up to 2^53, or nothing', () => {
  const guard = { scale: 2, low: -safe, high: safe };
  for (const [text, cell] of [
    ['0', 0],
    ['0.01', 1],
    ['-0.01', -1],
    ['19.99', 1999],
    ['4.35', 435],
    ['12.3', 1230],
    ['90071992547409.91', safe],
    ['-90071992547409.91', -safe],
    ['90071992547409.92', beyond],
    ['9007199254740992', beyond],
    [`1${'0'.repeat(400)}`, beyond],
    ['0.001', beyond],
  ] as const)
    expect([text, scaledNumber(text, guard)]).toEqual([text, cell]);
  expect(Object.is(scaledNumber('0', { scale: 0, low: -1, high: 1 }), 0)).toBe(true);
});

test('random figures of every length are scaled as whole numbers of any size are', () => {
  const random = seeded(7);
  for (let round = 0; round < 20_000; round += 1) {
    const scale = random.below(16);
    const [low, high] = [-safe, safe].map((end) => Math.trunc(end / 10 ** random.below(16))) as [number, number];
    const decimals = random.below(scale + 1);
    const digits = Array.from({ length: 1 + random.below(20) }, () => random.below(10)).join('');
    const whole = BigInt(digits);
    const last = decimals === 0 ? '' : `.${String(1 + random.below(9)).padStart(decimals, '0')}`;
    const sign = random.chance(0.3) && whole !== 0n ? '-' : '';
    const exact = BigInt(`${sign}${whole}${last.slice(1)}`) * 10n ** BigInt(scale - decimals);
    const expected = exact < BigInt(low) || exact > BigInt(high) ? beyond : Number(exact);
    expect(scaledNumber(`${sign}${whole}${last}`, { scale, low, high })).toBe(expected);
  }
});

test('a year before those that the code asks about is not asked', () => {
  const column: FactColumn = {
    field: 'costs',
    shift: -1,
    form: { kind: 'number', scale: 2, low: 0, high: 1e13 },
    from: 2023,
  };
  const cellIn = (year: number) => factCell(factReaders([column], ir.fields, year)[0]!, new Map(), new Map());
  expect([cellIn(2023), cellIn(2024)]).toEqual([Number.NaN, beyond]);
});

test('more options than a byte tells apart have wider cells, and lists keep theirs as they grow', () => {
  const options = Array.from({ length: 300 }, (_, index) => `o${index}`);
  const wide: FactColumn = { field: 'kind', shift: 0, form: { kind: 'option', options } };
  const layout: ColumnarLayout = {
    policy: 'p',
    readings: {},
    parameters: [],
    facts: [],
    history: [],
    lists: [{ list: 'l', most: 1000, facts: [wide], history: [] }],
    outcomes: [],
  };
  const stated: FactValue = { options: ['o299'] };
  const [reader] = factReaders([wide], [{ ...ir.fields[0]!, id: 'kind', yearly: false }], 2024);
  for (const shared of [false, true]) {
    const list = newColumns(layout, 1, 1, { shared }).lists[0]!;
    list.facts[0]![0] = factCell(reader!, new Map([['kind', stated]]), new Map());
    roomForItems(list, 5);
    expect(list.facts[0]!.constructor).toBe(Uint16Array);
    expect(list.facts[0]!.buffer instanceof SharedArrayBuffer).toBe(shared);
    expect([list.facts[0]![0], list.facts[0]!.length >= 5]).toEqual([299, true]);
  }
});

// ── History ──────────────────────────────────────────────────────────────────

const year = (one: number) => ({ label: String(one), from: `${one}-01-01`, to: `${one + 1}-01-01`, year: one });

function award(paidIn: number, paid: string, more: Partial<AwardEntry> = {}): AwardEntry {
  return {
    ...{ kind: 'award', id: `${paidIn} ${paid} ${more.item} ${more.part}`, subject: 'S', policy: 'small' },
    ...{ clause: 'projects', period: year(paidIn), recordedOn: '2024-01-01', entitled: paid, paid },
    ...{ state: 'decided', readings: {}, digests: {}, ...more },
  } as AwardEntry;
}

function cellOf(asks: HistoryColumn['asks'], entries: readonly AwardEntry[], item?: string): unknown {
  const input: EvaluationInput = {
    facts: { subject: 'S', values: new Map(), lists: new Map() },
    period: year(2024),
    ledger: {
      entries: [{ kind: 'coverage', policy: '*', subject: '*', from: '1990-01-01', to: '2024-12-31' }, ...entries],
    },
    decisions: [],
    readings: {},
  };
  const column: HistoryColumn = { clause: 'projects', window: { kind: 'ever' }, asks, scale: 2, high: 1e6 };
  const cell = historyCell(ir, input, column, item);
  return cell === beyond ? whyUntold(ir, input, column, item) : cell;
}

test('what is paid in parts counts as a whole in caps, and as its parts where it is asked what was paid out', () => {
  const whole = award(2022, '0', { inParts: '30', item: 'A' });
  const part = award(2023, '10', { part: 1, partOf: year(2022), item: 'A' });
  expect(cellOf('paid', [whole, part])).toBe(3000);
  expect(cellOf('paidOut', [whole, part])).toBe(1000);
  expect(cellOf('times', [whole, part])).toBe(1);
  expect(cellOf('paid', [whole, part], 'B')).toBe(0);
});

test('awards are counted by item and period; one that names no item may be several', () => {
  const [a, b] = [award(2022, '1', { item: 'A' }), award(2022, '2', { item: 'B' })];
  const again = award(2022, '3', { item: 'A' });
  expect(cellOf('times', [a, b, again, award(2023, '1', { item: 'A' })])).toBe(3);
  expect(cellOf('times', [a, award(2023, '0', { item: 'B' })])).toBe(1);
  expect(cellOf('times', [a, award(2022, '5')])).toBe('guard');
  expect(cellOf('awarded', [award(2022, '0', { item: 'A' })], 'A')).toBe(0);
  expect(cellOf('paid', [award(2022, '9999', {}), award(2022, '0.01', {})])).toBe(999901);
  expect(cellOf('paid', [award(2022, '9999.99', {}), award(2022, '0.02', {})])).toBe('guard');
});
