/** R21: what applicants share, through the ledger, in batches and at the door. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { emitFactsSchema } from '../../../compiler/emit/json-schema/emit.ts';
import type { Assessment } from '../../../runtime/assessment.ts';
import { assessBatch } from '../../../runtime/batch/assess-batch.ts';
import { readFacts } from '../../../runtime/door/read-facts.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import type { AwardEntry, CoverageEntry, EvaluationInput, Ledger, LedgerEntry } from '../../../runtime/input.ts';
import { readLedger } from '../../../runtime/ledger/read-ledger.ts';
import { entriesOf } from '../../../runtime/ledger/write-ledger.ts';
import { periodOfYear } from '../../../runtime/period.ts';
import { toDecimalText } from '../../../runtime/rational.ts';

const text = `policy p { in force 2023-01-01; pay rounded down to 0.01 CNY }
facts company {
  group : text or none shared among applicants
  asked : money
  each device | 设备 by owner, sort shared among applicants {
    owner | 机主 : text
    sort | 品类 : one of { phone | 手机, laptop | 电脑 }
    price : money
  }
}
clause once_each for each device { cites article 1
  once per device
  grant price }
clause of_group { cites article 2
  every year
  grant asked
  cap 100 CNY per group ever }
clause pooled { cites article 3
  every year
  grant asked
  cap 100 CNY per group per year
  budget 90 CNY per year, pro rata }`;

const { ir, diagnostics } = compile({ file: 'p.policy', text });
if (ir === undefined) throw new Error(diagnostics.map((found) => found.message.en).join('\n'));
const policy = ir;
const schema = emitFactsSchema(policy);

const all: CoverageEntry = { kind: 'coverage', policy: '*', subject: '*', from: '2000-01-01', to: '2030-12-31' };

interface Applicant {
  readonly group?: string;
  readonly asked?: string;
  readonly devices?: readonly (readonly [owner: string, sort: string, price: string])[];
  readonly year?: number;
}

function inputOf(subject: string, applicant: Applicant, entries: readonly LedgerEntry[] = [all]): EvaluationInput {
  const { group = 'G', asked = '0', devices = [], year = 2024 } = applicant;
  const device = devices.map(([owner, sort, price]) => ({ owner, sort, price }));
  const { facts } = readFacts(policy, schema, JSON.stringify({ subject, group, asked, device }));
  return { facts: facts!, period: periodOfYear(year), ledger: { entries }, decisions: [], readings: {} };
}

const assess = (input: EvaluationInput) => evaluate(policy, input);

function told({ clauses }: Assessment, clause: string): string {
  const { kind, amount } = clauses.find((one) => one.clause === clause)!.outcome;
  return `${kind} ${typeof amount.hi === 'string' ? amount.hi : toDecimalText(amount.hi)}`;
}

/** The ledger with what one applicant gets, and what has to be looked at again. */
function record(entries: readonly LedgerEntry[], subject: string, applicant: Applicant) {
  const ledger: Ledger = { entries };
  const recording = entriesOf(policy, assess(inputOf(subject, applicant, entries)), {
    ledger,
    recordedOn: '2025-01-01',
    provisional: true,
  });
  return { ...recording, ledger: [...entries, ...recording.entries] };
}

describe('recording', () => {
  const first = record([all], 'A', { asked: '70', devices: [['x', 'phone', '5']] });

  test('an entry says what its subject shares, and reads back so', () => {
    expect(first.entries.map(({ clause, item, keys, paid }) => [clause, item, keys, paid])).toEqual([
      ['once_each', 'x|phone', { group: 'G' }, '5'],
      ['of_group', undefined, { group: 'G' }, '70'],
      ['pooled', undefined, { group: 'G' }, '70'],
    ]);
    const read = readLedger(first.text);
    expect(read.diagnostics).toEqual([]);
    expect(read.ledger!.entries).toEqual(first.entries);
  });

  test('who is recorded first is served first, and assessing again changes nothing', () => {
    const second = record(first.ledger, 'B', { asked: '70', devices: [['x', 'phone', '5']] });
    // What others were paid of a pool is not yet settled, nor then what a cap leaves.
    expect(second.entries.map(({ clause, paid }) => [clause, paid])).toEqual([['of_group', '30']]);
    expect(second.stale).toEqual([]);
    const again = record(second.ledger, 'A', { asked: '70', devices: [['x', 'phone', '5']] });
    expect(again.entries).toEqual([]);
    expect(record(again.ledger, 'B', { asked: '70', devices: [['x', 'phone', '5']] }).entries).toEqual([]);
  });

  test('another group, none, and an entry that does not say', () => {
    expect(told(assess(inputOf('B', { group: 'H', asked: '70' }, first.ledger)), 'of_group')).toBe('granted 70');
    expect(told(assess(inputOf('B', { group: 'none', asked: '70' }, first.ledger)), 'of_group')).toBe('granted 70');
    const silent = first.ledger.map((entry) => {
      if (entry.kind !== 'award') return entry;
      const { keys: _unsaid, ...rest } = entry;
      return rest;
    });
    expect(told(assess(inputOf('B', { asked: '70' }, silent)), 'of_group')).toBe('undetermined 70');
  });

  test('a group that is corrected is recorded anew', () => {
    const again = record(first.ledger, 'A', { group: 'H', asked: '70', devices: [['x', 'phone', '5']] });
    expect(again.entries.filter(({ reverses }) => reverses === undefined).map(({ keys }) => keys)).toEqual(
      again.entries.filter(({ reverses }) => reverses === undefined).map(() => ({ group: 'H' })),
    );
    expect(again.entries).toHaveLength(6);
  });

  test('what is taken back, others may get, in the same period and later', () => {
    const second = record(first.ledger, 'B', { asked: '70' });
    const next = record(second.ledger, 'C', { asked: '70', year: 2025 });
    const other = record(next.ledger, 'D', { group: 'H', asked: '70' });
    const lost = record(other.ledger, 'A', { asked: '0', devices: [['x', 'phone', '5']] });
    expect(lost.stale.map(({ subject, clause, period }) => `${subject} ${clause} ${period.label}`)).toEqual([
      'B of_group 2024',
    ]);
    expect(told(assess(inputOf('C', { asked: '70', year: 2025 }, lost.ledger)), 'of_group')).toBe('granted 70');
  });

  test('an earlier award changed afterwards touches later ones of others', () => {
    const later = record([all], 'C', { asked: '70', year: 2025 });
    const earlier = record(later.ledger, 'A', { asked: '70', year: 2024 });
    expect(earlier.stale.map(({ subject, clause }) => `${subject} ${clause}`)).toEqual(['C of_group']);
  });
});

describe('alone', () => {
  const until = (to: string): CoverageEntry => ({ ...all, to });

  test('the result is anything up to the claim while others of the period may come', () => {
    const input = inputOf('A', { asked: '70', devices: [['x', 'phone', '5']] }, [until('2024-12-30')]);
    expect(told(assess(input), 'of_group')).toBe('grantedUpTo 70');
    expect(told(assess(input), 'once_each')).toBe('grantedUpTo 5');
    const { outcome } = assess(input).clauses[0]!;
    expect(outcome.causes).toEqual(['other-claims:once_each[x|phone]']);
  });

  test('a ledger for one subject says nothing of the others', () => {
    const input = inputOf('A', { asked: '70' }, [{ ...all, subject: 'A' }]);
    expect(told(assess(input), 'of_group')).toBe('undetermined 70');
  });
});

describe('a batch', () => {
  const batch = (entries: readonly LedgerEntry[]) =>
    assessBatch(
      policy,
      [
        inputOf('A', { asked: '70', devices: [['x', 'phone', '5']] }, entries),
        inputOf('B', { asked: '60', devices: [['x', 'phone', '5']] }, entries),
        inputOf('C', { group: 'H', asked: '40' }, entries),
      ],
      assess,
    ).assessments;

  test('serves in the order listed, and a pool shares what is left', () => {
    const done = batch([{ ...all, to: '2023-12-31' }]);
    expect(done.map((one) => told(one, 'of_group'))).toEqual(['granted 70', 'granted 30', 'granted 40']);
    expect(done.map((one) => told(one, 'once_each'))).toEqual(['granted 5', 'notMet 0', 'notMet 0']);
    expect(done.map((one) => told(one, 'pooled'))).toEqual(['granted 37.06', 'granted 31.76', 'granted 21.18']);
  });

  test('recorded and assessed again it comes out the same', () => {
    const entries: LedgerEntry[] = [all];
    for (const assessment of batch([all]))
      entries.push(...entriesOf(policy, assessment, { ledger: { entries }, recordedOn: '2025-01-01' }).entries);
    expect(batch(entries).map((one) => told(one, 'of_group'))).toEqual(['granted 70', 'granted 30', 'granted 40']);
  });

  test('others of the period count as far as the ledger has them', () => {
    const award: AwardEntry = {
      ...record([all], 'Z', { asked: '50' }).entries.find(({ clause }) => clause === 'of_group')!,
    };
    expect(batch([award, { ...all, to: '2023-12-31' }]).map((one) => told(one, 'of_group'))).toEqual([
      'granted 50',
      'granted 0',
      'granted 40',
    ]);
  });
});

describe('keys of several fields at the door', () => {
  const read = (device: readonly object[]) => readFacts(policy, schema, JSON.stringify({ subject: 'A', device }));

  test('are joined, with what stands between them escaped', () => {
    const { facts } = read([
      { owner: 'x', sort: '手机' },
      { 机主: 'a|b\\', 品类: 'laptop' },
    ]);
    expect(facts!.lists.get('device')!.map(({ key }) => key)).toEqual(['x|phone', 'a\\|b\\\\|laptop']);
  });

  test('must be whole and may not come twice', () => {
    const codes = (device: readonly object[]) => read(device).diagnostics.map(({ code }) => code);
    expect(codes([{ owner: 'x' }])).toEqual(codes([{ sort: 'phone' }]));
    expect(codes([{ owner: 'x' }])).not.toEqual([]);
    expect(
      codes([
        { owner: 'x', sort: 'phone' },
        { owner: 'x', sort: 'laptop' },
      ]),
    ).toEqual([]);
    expect(
      codes([
        { owner: 'x', sort: 'phone' },
        { owner: 'x', sort: '手机' },
      ]),
    ).not.toEqual([]);
  });
});
