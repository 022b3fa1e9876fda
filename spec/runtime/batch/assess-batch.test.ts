import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { assessBatch, type BatchAssessment } from '../../../runtime/batch/assess-batch.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import type { AwardEntry, CoverageEntry, EvaluationInput, FactValue, Ledger } from '../../../runtime/input.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import { periodOfYear } from '../../../runtime/period.ts';
import { toDecimalText } from '../../../runtime/rational.ts';

const text = `policy pot { in force 2023-01-01 }
facts company { asked : money each year ; place : rank ; pot : money ; ready : yes or no ; odd_one : yes or no }
clause yearly { cites article 1
  when place at least 1
  when ready
  grant asked
  budget 1,000 CNY per year, by rank }
clause term { cites article 2
  grant asked
  budget 1,000 CNY while in force, first come }
clause odd { cites article 3
  when odd_one
  grant asked
  budget pot per year, pro rata }
clause ceiling { cites article 4
  grant up to 50% of asked
  budget 1,000 CNY per year, pro rata }`;

const { ir, diagnostics } = compile({ file: 'pot.policy', text });
if (ir === undefined) throw new Error(diagnostics.map((found) => found.message.en).join('\n'));

interface Applicant {
  readonly subject: string;
  readonly asked?: string;
  readonly place?: string;
  readonly pot?: string;
  readonly ready?: false;
}

function inputOf({ subject, asked, place, pot, ready }: Applicant, ledger?: Ledger): EvaluationInput {
  const values = new Map<string, FactValue>([['odd_one', { boolean: pot !== undefined }]]);
  for (const [key, number] of Object.entries({ 'asked@2024': asked, place, pot }))
    if (number !== undefined) values.set(key, { number });
  // Unknown where it is said not to be ready yet.
  if (ready === undefined) values.set('ready', { boolean: true });
  const history = ledger === undefined ? {} : { ledger };
  return {
    facts: { subject, values, lists: new Map() },
    period: periodOfYear(2024),
    decisions: [],
    readings: {},
    ...history,
  };
}

function batch(policy: PolicyIr, applicants: readonly Applicant[], ledger?: Ledger): BatchAssessment {
  return assessBatch(
    policy,
    applicants.map((applicant) => inputOf(applicant, ledger)),
    (input) => evaluate(policy, input),
  );
}

function paidTo({ assessments }: BatchAssessment, clause: string): readonly string[] {
  return assessments.map(({ clauses }) => {
    const { kind, amount } = clauses.find((one) => one.clause === clause)!.outcome;
    const end = typeof amount.hi === 'string' ? amount.hi : toDecimalText(amount.hi);
    return `${kind} ${end}`;
  });
}

const codes = (done: BatchAssessment) => done.diagnostics.map(({ code }) => code);

function award(subject: string, clause: string, year: number, paid: string): AwardEntry {
  const digests = {};
  const period = periodOfYear(year);
  const id = `${subject}-${clause}-${year}`;
  const common = { entitled: paid, paid, state: 'decided', readings: {}, digests } as const;
  return { kind: 'award', id, subject, policy: 'pot', clause, period, recordedOn: `${year}-12-31`, ...common };
}

const complete: CoverageEntry = { kind: 'coverage', policy: '*', subject: '*', from: '2023-01-01', to: '2024-12-31' };

/** The policy with its yearly pool in this order. */
function ordered(order: string): PolicyIr {
  const made = compile({ file: 'pot.policy', text: text.replace('by rank }', `by rank ${order} }`) });
  if (made.ir === undefined) throw new Error(made.diagnostics.map((found) => found.message.en).join('\n'));
  return made.ir;
}

const lowest = ordered('by place lowest first, ties in listed order');

const three: readonly Applicant[] = [
  { subject: 'A', asked: '600', place: '3' },
  { subject: 'B', asked: '300', place: '1' },
  { subject: 'C', asked: '500', place: '2' },
];

describe('the order of a queue', () => {
  test('as listed, where the line says no key', () => {
    expect(paidTo(batch(ir, three), 'yearly')).toEqual(['granted 600', 'granted 300', 'granted 100']);
  });

  test('by the key, either way', () => {
    const best = batch(lowest, three);
    expect(paidTo(best, 'yearly')).toEqual(['granted 200', 'granted 300', 'granted 500']);
    expect(paidTo(batch(ordered('by place highest first, ties in listed order'), three), 'yearly')).toEqual([
      'granted 600',
      'granted 0',
      'granted 400',
    ]);
  });

  test('those alike by a second key, or as listed', () => {
    const tied = three.map((one) => ({ ...one, place: '1' }));
    expect(paidTo(batch(lowest, tied), 'yearly')).toEqual(['granted 600', 'granted 300', 'granted 100']);
    const smallest = ordered('by place lowest first, ties by asked lowest first, ties in listed order');
    expect(paidTo(batch(smallest, tied), 'yearly')).toEqual(['granted 200', 'granted 300', 'granted 500']);
  });

  test('an unknown key is refused', () => {
    const [first, ...others] = three;
    const { place: _, ...unplaced } = first!;
    expect(codes(batch(lowest, [unplaced, ...others], { entries: [complete] }))).toEqual(['JT7303']);
  });
});

describe('what was paid from the pool before', () => {
  test('this year, to others: it is gone; to the same applicants: it is computed again', () => {
    const ledger: Ledger = {
      entries: [complete, award('Z', 'yearly', 2024, '850'), award('A', 'yearly', 2024, '600')],
    };
    const done = batch(ir, three, ledger);
    expect(paidTo(done, 'yearly')).toEqual(['granted 150', 'granted 0', 'granted 0']);
    expect(done.pools.find(({ clause }) => clause === 'yearly')?.remainder).toEqual({ n: 0n, d: 1n });
  });

  test('in earlier years it concerns a pool for the whole term alone', () => {
    const entries = [complete, award('Z', 'term', 2023, '400'), award('Z', 'yearly', 2023, '400')];
    const done = batch(ir, three, { entries });
    expect(paidTo(done, 'term')).toEqual(['granted 600', 'granted 0', 'granted 0']);
    expect(paidTo(done, 'yearly')).toEqual(['granted 600', 'granted 300', 'granted 100']);
  });

  test('a pool for the whole term is not shared while earlier years are unknown', () => {
    const done = batch(ir, three);
    expect(codes(done)).toEqual(['JT7302']);
    expect(paidTo(done, 'term')).toEqual(['grantedUpTo 600', 'grantedUpTo 300', 'grantedUpTo 500']);
  });
});

test('shares are whole coins of the currency, also where every digit is paid', () => {
  const inCurrency = (currency: string) =>
    `policy pot { in force 2023-01-01 currency ${currency} ; pay exact }
    facts company { asked : money each year }
    clause yearly { cites article 1
      grant asked
      budget 100 ${currency} per year, pro rata }`;
  const shares = (currency: string) => {
    const made = compile({ file: 'pot.policy', text: inCurrency(currency) });
    if (made.ir === undefined) throw new Error(made.diagnostics.map((found) => found.message.en).join('\n'));
    const asking = ['A', 'B', 'C'].map((subject) => ({ subject, asked: '100' }));
    return paidTo(batch(made.ir, asking), 'yearly');
  };
  expect(shares('CNY')).toEqual(['granted 33.34', 'granted 33.33', 'granted 33.33']);
  expect(shares('JPY')).toEqual(['granted 34', 'granted 33', 'granted 33']);
});

test('a pool whose amount differs between applicants is refused', () => {
  const applicants = [
    { subject: 'A', asked: '600', pot: '500' },
    { subject: 'B', asked: '600', pot: '800' },
  ];
  expect(codes(batch(ir, applicants, { entries: [complete] }))).toEqual(['JT7301']);
});

describe('open claims', () => {
  test('an undecided ceiling claims its upper end, and its share is a ceiling', () => {
    const done = batch(ir, [
      { subject: 'A', asked: '3000' },
      { subject: 'B', asked: '1000' },
    ]);
    expect(paidTo(done, 'ceiling')).toEqual(['grantedUpTo 750', 'grantedUpTo 250']);
    const pool = done.pools.find(({ clause }) => clause === 'ceiling');
    expect(pool?.claims.map(({ state }) => state)).toEqual(['ceiling', 'ceiling']);
  });

  test('while a claim has no upper end, nobody has a share', () => {
    const done = batch(ir, [{ subject: 'A' }, { subject: 'B', asked: '600', place: '1' }], { entries: [complete] });
    expect(codes(done)).toContain('JT7305');
    expect(paidTo(done, 'term')).toEqual(['undetermined infinity', 'grantedUpTo 600']);
    expect(done.pools.map(({ clause }) => clause)).not.toContain('term');
  });

  test('a claim open for a condition is kept for its claimant', () => {
    const done = batch(ir, [
      { subject: 'A', asked: '900', place: '2', ready: false },
      { subject: 'B', asked: '600', place: '1' },
    ]);
    expect(paidTo(done, 'yearly')).toEqual(['undetermined 900', 'granted 100']);
  });
});

test('shares and remainder make up the room of every pool', () => {
  const done = batch(ir, three, { entries: [complete] });
  for (const { claims, remainder, room } of done.pools) {
    const units = [...claims.map(({ share }) => share), remainder].map(({ n, d }) => Number(n) / Number(d));
    expect(units.reduce((total, one) => total + one, 0)).toBe(Number(room.n) / Number(room.d));
  }
  expect(done.pools.map(({ clause }) => clause)).toEqual(['yearly', 'term', 'ceiling']);
});

test('a batch of two periods is a fault of the caller', () => {
  const inputs = [inputOf(three[0]!), { ...inputOf(three[1]!), period: periodOfYear(2023) }];
  expect(() => assessBatch(ir, inputs, (input) => evaluate(ir, input))).toThrow(RangeError);
});
