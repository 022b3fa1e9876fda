import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { policyDigest } from '../../runtime/digest.ts';
import type { Origin } from '../../runtime/origins.ts';

const text = `policy sample | 样例 {
  in force 2023-10-10 to 2025-12-31
  no duplication with other policies, none
}
facts company | 企业 {
  bought | 算力购买额 : money each year
  each project | 项目 { levels | 级别 : any of { national | 国家级, provincial | 省级 } ; won_on | 立项日期 : date ; rd | 研发投入 : money }
}
clause art3 | 算力券 {
  cites article 3
  when bought at least 300,000 CNY 「达到30万元以上」
  grant up to 50% of bought
  cap 500,000 CNY per company per year
}
clause art4 | 攻关 for each project on won_on {
  cites article 4
  grant by levels, the highest {
    national : up to 40% of rd 「最高40%」
    provincial : up to 30% of rd
  }
}
example "one" {
  given bought = 300,000 CNY
  given project "P1" { levels = national, provincial ; rd = 1 CNY ; won_on = 2024-05-01 }
  ledger art3 in 2023 paid 100 CNY
  ledger other "elsewhere" on art4 for "P1" in 2023 granted 5 CNY
  decided art3 = 40%
  decided art4 for "P1" = 7 CNY
  expect art3 = up to 120,000 CNY
  expect art4 for "P1" = undetermined between 0 CNY and 1 CNY for rd
  expect total = 3 CNY
}`;

describe('a policy without errors', () => {
  const { ir, origins, examples } = compile({ file: 'sample.policy', text });
  const labelled = Object.values(origins!.nodes).filter(
    (origin): origin is Origin & { en: string; zh: string } => origin.en !== undefined,
  );

  test('has labels in both languages for clauses, lines, item blocks and rows, without anchors and rows', () => {
    expect(labelled.map(({ en }) => en)).toEqual([
      'clause art3 | 算力券',
      'when bought at least 300,000 CNY',
      'grant up to 50% of bought',
      'cap 500,000 CNY per company per year',
      'clause art4 | 攻关 for each project on won_on',
      'for each project on won_on',
      'grant by levels, the highest {…}',
      'national : up to 40% of rd',
      'provincial : up to 30% of rd',
    ]);
    expect(labelled[1]?.zh).toBe('条件 算力购买额 达到 30万元');
    expect(labelled[7]?.zh).toBe('国家级 ： 研发投入 的 最高 40%');
  });

  test('has the place and the anchors of each line', () => {
    const when = labelled[1]!;
    expect(text.slice(when.start, when.end)).toMatch(/^when bought at least 300,000 CNY/);
    expect(when.line).toBe(11);
    expect(when.anchors).toEqual(['达到30万元以上']);
    expect(labelled[7]?.anchors).toEqual(['最高40%']);
  });

  test('bears the digest that the runtime computes', () => {
    expect(origins?.policyDigest).toBe(policyDigest(ir!));
  });

  test('has its examples as input for an evaluator', () => {
    const [example] = examples;
    const { facts, period, ledger, decisions } = example!.input;
    expect(period).toEqual({ label: '2024', from: '2024-01-01', to: '2025-01-01', year: 2024 });
    expect(facts.values).toEqual(new Map([['bought@2024', { number: '300000' }]]));
    expect(facts.lists.get('project')).toEqual([
      {
        key: 'P1',
        values: new Map<string, unknown>([
          ['levels', { options: ['national', 'provincial'] }],
          ['rd', { number: '1' }],
          ['won_on', { date: '2024-05-01' }],
        ]),
      },
    ]);
    expect(ledger?.entries.map(({ kind }) => kind)).toEqual(['coverage', 'award', 'award']);
    expect(ledger?.entries[1]).toMatchObject({ policy: 'sample', clause: 'art3', paid: '100', entitled: '100' });
    expect(ledger?.entries[2]).toMatchObject({
      policy: 'elsewhere',
      matter: 'art4',
      item: 'P1',
      paid: '0',
      entitled: '5',
    });
    expect(decisions).toEqual([
      { clause: 'art3', year: 2024, rate: '0.4' },
      { clause: 'art4', item: 'P1', year: 2024, amount: '7' },
    ]);
    expect(example?.expectations.map(({ clause, item, outcome }) => ({ clause, item, outcome }))).toEqual([
      { clause: 'art3', item: undefined, outcome: { kind: 'upTo', amount: '120000' } },
      { clause: 'art4', item: 'P1', outcome: { kind: 'undetermined', low: '0', high: '1', facts: ['rd'] } },
      { clause: undefined, item: undefined, outcome: { kind: 'exactly', amount: '3' } },
    ]);
  });
});

describe('a policy with errors', () => {
  const wrong = text.replace('bought at least', 'bougth at least').replace('「最高40%」', '「最高50%」');
  const { ir, origins, examples, diagnostics } = compile({ file: 'sample.policy', text: wrong });
  test('has no meaning and runs no example', () => {
    expect([ir, origins, examples]).toEqual([undefined, undefined, []]);
  });
  test('tells what is wrong of every phase in one run', () => {
    const codes = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(codes).toContain('JT2001');
    expect(codes).toContain('JT5001');
  });
});
