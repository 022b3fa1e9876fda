import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { emitFactsSchema } from '../../../compiler/emit/json-schema/emit.ts';
import { readFacts } from '../../../runtime/door/read-facts.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import type { AwardEntry, CoverageEntry, EvaluationInput, LedgerEntry } from '../../../runtime/input.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import { entriesOf } from '../../../runtime/ledger/write-ledger.ts';
import { periodOfYear } from '../../../runtime/period.ts';

function policy(lines: string, head = '') {
  const text = `policy p { in force 2024-01-01 ; pay exact ; ${head} }
    facts company { rd : money each year }
    ${lines}`;
  const { ir, diagnostics } = compile({ file: 'p.policy', text });
  expect(diagnostics.map(({ message }) => message.en)).toEqual([]);
  return ir!;
}

function award(parts: Partial<AwardEntry>): AwardEntry {
  const period = periodOfYear(2024);
  const amounts = { entitled: '100', paid: '100', state: 'decided' as const };
  return {
    kind: 'award',
    id: 'A',
    subject: 's',
    policy: 'p',
    clause: 'old',
    period,
    recordedOn: '2025-01-01',
    ...amounts,
    readings: {},
    digests: {},
    ...parts,
  };
}

const coverage = (of: string, from: string, to: string): CoverageEntry => ({
  kind: 'coverage',
  policy: of,
  subject: '*',
  from,
  to,
});

function input(ir: PolicyIr, year: number, entries: readonly LedgerEntry[], facts: object): EvaluationInput {
  const read = readFacts(ir, emitFactsSchema(ir), JSON.stringify({ subject: 's', ...facts }));
  expect(read.diagnostics).toEqual([]);
  return { facts: read.facts!, period: periodOfYear(year), ledger: { entries }, decisions: [], readings: {} };
}

const rd = { rd: { 2024: '1000' } };

describe('a clause that was renamed', () => {
  const ir = policy('clause now { cites article 1\nformerly "old"\ngrant 10% of rd }');
  const recorded = (entry: AwardEntry) => {
    const assessment = evaluate(ir, input(ir, 2024, [entry], rd));
    return entriesOf(ir, assessment, { ledger: { entries: [entry] }, recordedOn: '2025-02-01', provisional: false })
      .entries;
  };

  test('is not recorded again under its new id', () => {
    expect(recorded(award({}))).toEqual([]);
    expect(recorded(award({ clause: 'another' }))).toMatchObject([{ clause: 'now', paid: '100' }]);
  });

  test('takes back what stands under the old id where the result is another', () => {
    expect(recorded(award({ entitled: '90', paid: '90' }))).toMatchObject([
      { clause: 'old', reverses: 'A', paid: '0' },
      { clause: 'now', paid: '100' },
    ]);
  });
});

describe('a continued policy', () => {
  const ir = policy(
    'clause c { cites article 1\ngrant 10% of rd\ncap 150 CNY per company ever }',
    'continues "q" since 2022-01-01',
  );
  const amount = (entries: readonly LedgerEntry[]) => {
    const { amount: value } = evaluate(ir, input(ir, 2024, entries, rd)).clauses[0]!.outcome;
    return [value.lo, value.hi].map((end) => (typeof end === 'string' ? end : Number(end.n) / Number(end.d)));
  };
  const paidBefore = award({ policy: 'q', clause: 'c', period: periodOfYear(2022) });

  test('its awards are history, its days must be answered for', () => {
    expect(amount([coverage('q', '2022-01-01', '2023-12-31'), paidBefore])).toEqual([50, 50]);
    expect(amount([coverage('q', '2022-06-01', '2023-12-31'), paidBefore])).toEqual([0, 50]);
    expect(amount([coverage('p', '2022-01-01', '2023-12-31'), paidBefore])).toEqual([0, 50]);
  });

  test('other policies’ awards are none of it', () => {
    expect(amount([coverage('q', '2022-01-01', '2023-12-31'), { ...paidBefore, policy: 'r' }])).toEqual([100, 100]);
  });

  test('what it paid in the same year, or for an item before, is not deducted twice', () => {
    const text = `policy p { in force 2024-01-01 ; pay exact ; continues "q" since 2022-01-01
        no duplication with other policies, paying the difference }
      facts company { each project by code { code : text ; cost : money ; won_on : date } }
      clause c for each project on won_on { cites article 1
        matter work
        grant 10% of cost
        less paid under c for this item }`;
    const compiled = compile({ file: 'p.policy', text });
    const project = [{ code: 'P', cost: '1000', won_on: '2024-05-01' }];
    const paid = award({ policy: 'q', clause: 'c', item: 'P', matter: 'work', paid: '30', period: periodOfYear(2023) });
    const entries = [coverage('*', '2022-01-01', '2025-12-31'), paid];
    const asked = input(compiled.ir!, 2024, entries, { project });
    const { lo } = evaluate(compiled.ir!, asked).clauses[0]!.outcome.amount;
    expect(typeof lo === 'string' ? lo : Number(lo.n) / Number(lo.d)).toBe(70);
  });
});
