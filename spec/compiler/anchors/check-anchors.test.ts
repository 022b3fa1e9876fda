import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';

const head = `
policy sample | 样例 { in force 2023-10-10 to 2025-12-31 }
unit P | 算力单位
facts company | 企业 {
  rd     | 研发费用 : money each year
  bought | 购买额   : money each year
  size   | 规模     : quantity in P
  staff  | 员工数   : count each year
  place  | 排名     : rank
}
`;

const got = 'let got = 2024-01-01\n';

/** The anchor findings of a clause with these lines: code and blamed text. */
function findings(lines: string, before = ''): readonly string[] {
  const text = `${head}${before}clause a | 甲 {\n  cites article 1\n  every year\n${lines}\n}\n`;
  const { diagnostics } = compile({ file: 'x.policy', text });
  const others = diagnostics.filter(({ code, severity }) => severity === 'error' && !code.startsWith('JT5'));
  expect(others).toEqual([]);
  return diagnostics
    .filter(({ code }) => code.startsWith('JT5'))
    .map(({ code, span }) => `${code} ${text.slice(span!.start, span!.end)}`);
}

describe('lines that agree with their anchors', () => {
  test.each([
    ['a bound', '  when bought at least 300,000 CNY 「达到30万元以上」\n  grant 1 CNY'],
    ['another spelling of the same side', '  when bought over 300,000 CNY 「高于30万元」\n  grant 1 CNY'],
    ['the traditional script', '  when bought over 50,000,000 CNY 「超過5000萬元」\n  grant 1 CNY'],
    ['a ceiling', '  grant up to 50% of bought 「最高50%」'],
    ['a cap', '  grant 1 CNY\n  cap 500,000 CNY per company per year 「最高不超过50万元」'],
    ['steps', '  grant 100,000 CNY for every full 2,000,000 CNY of rd 「每满200万元给予10万元」'],
    ['the first places', '  when place in the top 5 「排名前5名」\n  grant 1 CNY'],
    ['a declared unit', '  when size at least 100 P 「100P以上」\n  grant 1 CNY'],
    ['half of it', '  grant 50% of bought 「减半收取」'],
    ['what is left of a price', '  grant 80% of bought 「按八折收取」'],
    ['what is taken off', '  grant bought\n  lower by 20% 「按八折收取」'],
    ['what is taken off, as it stands', '  grant bought\n  lower by 20% 「下浮20%」'],
    [
      'what is taken off a cap',
      '  grant bought\n  cap 10 CNY per company per year, lowered by 20% if staff over 5 「10元」「八折」「超过5人」',
    ],
    ['a price per unit', '  grant size * 30 CNY/P 「30元/P」'],
    ['a price that the source says in words', '  grant size * 30 CNY/P 「每P30元」'],
    ['a count of the source that the line multiplies by', '  grant staff * 1,000 CNY 「1000元/人」'],
    [
      'a scope that the source writes as a unit',
      '  grant 1 CNY\n  cap 500,000 CNY per company per year 「最高50万元/年」',
    ],
    ['whole numbers from one to another', '  grant by staff, in bands { from 1 to 10 : 1 CNY/head } 「1-10人每人1元」'],
    ['firms counted by 家', '  when staff over 50 firms 「超过50家」\n  grant 1 CNY'],
    ['a figure without bound words in the anchor', '  when bought at least 300,000 CNY 「30万元」\n  grant 1 CNY'],
    ['a denied word', '  when not (bought over 300,000 CNY) 「不超过30万元」\n  grant 1 CNY'],
    ['two anchors on one line', '  grant 5% of rd 「百分之五」「给予补助」'],
    [
      'the edge of a part, included or not',
      '  grant 5% of the part of rd over 2,000,000 CNY 「200万元以上的部分按5%」',
    ],
  ])('%s', (_, lines) => {
    expect(findings(lines)).toEqual([]);
  });

  test('a list of the source against the rows of a table, one by one', () => {
    const rows = 'over 10 : 400,000 CNY\n    over 20 : 500,000 CNY\n    over 30 : 1,000,000 CNY';
    expect(
      findings(
        `  grant by staff, the highest {\n    ${rows}\n  } 「分别给予40万元、50万元、100万元」「超过10、20、30人」`,
      ),
    ).toEqual([]);
  });

  test('a list of the source against the parts of a payment plan, one by one', () => {
    const rows = 'in year 1 : 20% ; on 1 year after got : 50% 「满1年」 ; in year 3 : 30%';
    expect(findings(`  grant 1 CNY\n  paid in parts { ${rows} } 「分别兑付20%、50%、30%」`, got)).toEqual([]);
    expect(findings('  grant 1 CNY\n  paid in 3 equal yearly parts 「分3年兑付」')).toEqual([]);
  });

  test('a figure that a definition of the policy holds', () => {
    const before = 'let large | 大额 = rd over 2,000,000 CNY\n';
    expect(findings('  when large and bought over 1 CNY 「高于200万元」「1元」\n  grant 1 CNY', before)).toEqual([]);
  });

  test('figures under a choice that is not the default may be missing from the anchor', () => {
    const before = 'reading r | 口径一 "which?" { low | 低 (default)\n high | 高 }\n';
    expect(findings('  grant by reading r { low : 5% of rd ; high : 8% of rd } 「再给予5%补助」', before)).toEqual([]);
  });
});

describe('contradictions', () => {
  test.each([
    ['other parts', '  grant 1 CNY\n  paid in 3 equal yearly parts 「分5年兑付」', 'JT5001 5年'],
    [
      'another share',
      '  grant 1 CNY\n  paid in parts { in year 1 : 40% 「兑付30%」 ; in year 2 : the rest }',
      'JT5001 30%',
    ],
    ['超过 for 以上', '  when bought over 300,000 CNY 「达到30万元以上」\n  grant 1 CNY', 'JT5002 30万元'],
    ['达到 for 超过', '  when bought at least 300,000 CNY 「超过30万元」\n  grant 1 CNY', 'JT5002 30万元'],
    ['an amount for a ceiling', '  grant 500,000 CNY 「最高50万元」', 'JT5007 50万元'],
    [
      'the other side of a part',
      '  grant 5% of the part of rd over 2,000,000 CNY 「200万元以下的部分按5%」',
      'JT5002 200万元',
    ],
    ['万 for 亿', '  when rd over 20,000 CNY 「超过2亿元」\n  grant 1 CNY', 'JT5001 2亿元'],
    ['another figure', '  grant up to 50% of bought 「最高40%」', 'JT5001 40%'],
    ['another unit below the slash', '  grant rd * (by 1 { over 0 : 2%/year }) * 1 year 「2%/月」', 'JT5001 2%/月'],
    ['percent for percentage points', '  grant 5% of rd 「5个百分点」', 'JT5001 5个百分点'],
    [
      'a figure the line does not have',
      '  when bought over 1 CNY 「超过1元，且超过50家」\n  grant 1 CNY',
      'JT5001 50家',
    ],
  ])('%s', (_, lines, expected) => {
    expect(findings(lines)[0]).toBe(expected);
  });

  test('rows in another order than the source lists them', () => {
    const rows =
      'over 10 : 400,000 CNY\n    over 20 : 1,000,000 CNY\n    over 30 : 500,000 CNY\n    over 40 : 2,000,000 CNY';
    const found = findings(
      `  grant by staff, the highest {\n    ${rows}\n  } 「给予40万元、50万元、100万元、200万元」`,
    );
    expect(found.filter((one) => one.startsWith('JT5003'))).toEqual(['JT5003 50万元', 'JT5003 100万元']);
  });

  test('fewer rows than the source lists', () => {
    const rows = 'over 10 : 400,000 CNY\n    over 20 : 500,000 CNY';
    const found = findings(`  grant by staff, the highest {\n    ${rows}\n  } 「给予40万元、50万元、100万元」`);
    expect(found).toContain('JT5004 40万元');
  });

  test('in and out at once needs a reading', () => {
    const line = '  when bought at least 300,000 CNY 「超过30万元以上」\n  grant 1 CNY';
    const reading =
      'reading edge | 边界 "in or out?" everywhere { inside | 含 (default)\n outside | 不含 : at least means over }\n';
    expect(findings(line)).toEqual(['JT5006 30万元']);
    expect(findings(line, reading)).toEqual([]);
  });
});

describe('figures that no anchor has', () => {
  const line = '  when bought at least 300,000 CNY and rd over 5 CNY 「达到30万元以上」';
  test('are reported', () => {
    expect(findings(`${line}\n  grant 1 CNY`)).toEqual(['JT5005 5 CNY']);
  });
  test('unless marked', () => {
    expect(findings(`${line}「隐含」\n  grant 1 CNY`)).toEqual([]);
  });
  test('a line without anchors says nothing of the source', () => {
    expect(findings('  when bought at least 300,000 CNY\n  grant 1 CNY')).toEqual([]);
  });
});

test.each([
  ['60 P', '60算力单位 不在这一行的引文里', '60 P is in none of the anchors of this line'],
  ['1 CNY/P * size', '1元/算力单位 不在这一行的引文里', '1 CNY/P is in none of the anchors of this line'],
  ['66,666.66 CNY', '66666.66元 不在这一行的引文里', '66,666.66 CNY is in none of the anchors of this line'],
  ['15,200 CNY', '1.52万元 不在这一行的引文里', '15,200 CNY is in none of the anchors of this line'],
  ['123,450,000 CNY', '12345万元 不在这一行的引文里', '123,450,000 CNY is in none of the anchors of this line'],
])('%s is told as an author would write it', (figure, zh, en) => {
  const other = figure.endsWith(' P') ? 'size' : 'bought';
  const text = `${head}clause a { cites article 1 ; every year ; when rd over 5 CNY and ${other} at least ${figure} 「超过5元」 ; grant 1 CNY }`;
  const found = compile({ file: 'x.policy', text }).diagnostics.find(({ code }) => code === 'JT5005');
  expect(found?.message).toEqual({ zh, en });
});

test('both words are named, in both languages', () => {
  const text = `${head}clause a { cites article 1 ; every year ; when bought over 300,000 CNY 「达到30万元以上」 ; grant 1 CNY }`;
  const found = compile({ file: 'x.policy', text }).diagnostics.find(({ code }) => code === 'JT5002');
  expect(found?.message.zh).toBe('原文的“达到30万元以上”是“达到”（含本数），这一行写的是“超过”（不含本数）');
  expect(found?.message.en).toContain('“at least” (the figure included)');
  expect(found?.notes.map(({ span }) => text.slice(span.start, span.end))).toEqual(['300,000 CNY']);
});
