import { expect, test } from 'vitest';
import { none } from '../../../runtime/input.ts';
import { read } from './sample-policy.ts';

/** Values of the applicant after the door, as plain entries. */
function values(facts: object): object {
  const result = read(JSON.stringify(facts));
  expect(result.diagnostics).toEqual([]);
  return Object.fromEntries(result.facts?.values ?? []);
}

test('money comes as decimal text or as a number exact to the fen, and leaves as canonical text', () => {
  expect(values({ capital: '300000' })).toEqual({ capital: { number: '300000' } });
  expect(values({ capital: '300000.50' })).toEqual({ capital: { number: '300000.5' } });
  for (const fen of [0.07, 4.35, 19.99, 90071992547408.25]) {
    expect(values({ capital: fen })).toEqual({ capital: { number: String(fen) } });
  }
  expect(values({ capital: 1e2 })).toEqual({ capital: { number: '100' } });
  expect(values({ profit: '-12.30' })).toEqual({ profit: { number: '-12.3' } });
  expect(values({ capital: '1234567890123456789012345678.25' })).toEqual({
    capital: { number: '1234567890123456789012345678.25' },
  });
  expect(values({ profit: '-0' })).toEqual({ profit: { number: '0' } });
});

test('percentages and points are ratios, exactly', () => {
  expect(values({ discount: '12.5%', lift: '2个百分点' })).toEqual({
    discount: { number: '0.125' },
    lift: { number: '0.02' },
  });
  expect(values({ discount: '100 %', lift: '1 point' })).toEqual({
    discount: { number: '1' },
    lift: { number: '0.01' },
  });
  expect(values({ lift: '-0.5 points' })).toEqual({ lift: { number: '-0.005' } });
});

test('yes and no', () => {
  for (const word of [true, 'yes', '是'])
    expect(values({ ai_enterprise: word })).toEqual({ ai_enterprise: { boolean: true } });
  for (const word of [false, 'no', '否'])
    expect(values({ ai_enterprise: word })).toEqual({ ai_enterprise: { boolean: false } });
});

test('counts, ranks, numbers, durations and quantities', () => {
  expect(values({ staff: 3, rank: '1', index: '-1.50', loan_years: 2.5, power: '1000' })).toEqual({
    staff: { number: '3' },
    rank: { number: '1' },
    index: { number: '-1.5' },
    loan_years: { number: '2.5' },
    power: { number: '1000' },
  });
});

test('figures per units: the figure alone, a rate with its sign', () => {
  expect(values({ boxes: 12, rent: '30.0125', margin: '3.45%' })).toEqual({
    boxes: { number: '12' },
    rent: { number: '30.0125' },
    margin: { number: '0.0345' },
  });
});

test('dates, options and text', () => {
  expect(values({ registered_on: '2024-02-29', stage: '省级', note: ' 见附件（一） ' })).toEqual({
    registered_on: { date: '2024-02-29' },
    stage: { options: ['provincial'] },
    note: { text: ' 见附件（一） ' },
  });
});

test('null and absence are unknown; "none" and 无 state that there is none', () => {
  expect(values({ capital: null, rd: null, project: null })).toEqual({});
  expect(values({ rd: { '2023': null } })).toEqual({});
  expect(values({ giant_on: '无', stage: 'none' })).toEqual({ giant_on: none, stage: none });
});

test('a year without the last one is legal (R8)', () => {
  expect(values({ rd: { '2024': '5' } })).toEqual({ 'rd@2024': { number: '5' } });
});

test('names in Chinese, in full width, and 2024年 as a year are the same facts', () => {
  const english = read(
    '{"rd": {"2024": "300000"}, "discount": "12.5%", "project": [{"number": "P1", "levels": ["national"]}]}',
  );
  const chinese = read(
    '\ufeff{"自主研发费用": {"２０２４年": "３０００００"}, "折扣": "１２．５％", "项目": [{"编号": "Ｐ１", "立项级别": ["国家级", "national"]}]}',
  );
  expect(english.facts).toBeDefined();
  expect(chinese).toEqual(english);
});

test('an empty list is not an absent one (R20); items keep their order and their keys', () => {
  expect(read('{"project": []}').facts?.lists.get('project')).toEqual([]);
  expect(read('{}').facts?.lists.has('project')).toBe(false);
  const lists = read('{"project": [{"number": "B"}, {"number": "A"}], "visit": [{}, {"day": "2024-01-01"}]}').facts
    ?.lists;
  expect(lists?.get('project')?.map(({ key }) => key)).toEqual(['B', 'A']);
  expect(lists?.get('visit')?.map(({ key }) => key)).toEqual(['#1', '#2']);
});

test('options come in the order of the policy, each once', () => {
  const project = read('{"project": [{"number": "1", "levels": ["市级", "national", "municipal"]}]}').facts?.lists.get(
    'project',
  );
  expect(project?.[0]?.values.get('levels')).toEqual({ options: ['national', 'municipal'] });
});

test('the applicant has a name, or a stand-in for one', () => {
  expect(read('{}').facts?.subject).toBe('applicant');
  expect(read('{"subject": "某公司"}').facts?.subject).toBe('某公司');
  expect(read('{"申报主体": "某公司"}').facts?.subject).toBe('某公司');
});

test('decisions are read beside the facts (R14)', () => {
  const result = read({
    project: [{ number: 'P1' }],
    decisions: [
      { clause: 'art4', item: 'P1', year: 2024, rate: '35%', date: '2024-12-01', source: '专家评审' },
      { 条款: '研发补助', 年度: '2024年', 金额: '300000.50' },
    ],
  });
  expect(result.diagnostics).toEqual([]);
  expect(result.decisions).toEqual([
    { clause: 'art4', item: 'P1', year: 2024, rate: '0.35', date: '2024-12-01', source: '专家评审' },
    { clause: 'art6', year: 2024, amount: '300000.5' },
  ]);
});

test('what is unknown to the policy has no effect and is told (A41)', () => {
  const result = read('{"自主研发费": {"2024": "5"}, "capital": "7"}');
  expect(result.facts?.values.size).toBe(1);
  expect(result.diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['JT6010 warning']);
  expect(result.diagnostics[0]?.help.zh).toContain('自主研发费用');
});

test('a figure for a published year has no effect, one for a year before the applicant existed stands; both are told', () => {
  const result = read(
    '{"sector_growth": {"2022": "11%", "2023": "9%"}, "registered_on": "2023-05-01", "rd": {"2022": "5", "2023": "6"}}',
  );
  expect(result.diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
    'JT6039 warning',
    'JT6038 warning',
  ]);
  expect(result.facts).toBeDefined();
  expect(
    read('{"sector_growth": {"2022": "10.20%"}, "registered_on": "2023-05-01", "rd": {"2022": 0}}').diagnostics,
  ).toEqual([]);
});
