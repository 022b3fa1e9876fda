import { describe, expect, test } from 'vitest';
import { parsed } from './parsing.ts';

test('five mistakes in one file are all told, each once, and the rest is kept', () => {
  const { tree, findings } = parsed(`政策 p | 政策名 {
  有效期 2023-10-10 至
  币种 人民币
}
填报 company | 企业 {
  rd | 自主研发费用 : 金额 逐年
  x | 甲 : 金额币
  y | 乙 : 金额
}
条款 art1 | 算力券 {
  依据 第三条
  补住 自主研发费用 的 最高 50%
  奖励 按 自主研发费用 的 增速 {
    超过 20% ： 30万元
    超过 40% 50万元
    超过 60% ： 70万元
  }
  封顶 每家 企业 每年 50万元
}
条款 art2 {
  条件 自主研发费用 达到
  奖励 5元
}
`);
  expect(findings).toEqual(['JT1031 "至"', 'JT1030 "金额币"', 'JT1032 "补住"', 'JT1030 "50"', 'JT1031 "达到"']);
  expect(tree.declarations).toMatchObject([
    { kind: 'PolicyHead', lines: [{ kind: 'CurrencyLine' }] },
    { kind: 'FactsDeclaration', fields: [{ name: { id: 'rd' } }, { name: { id: 'y' } }] },
    { lines: [{ kind: 'CitesLine' }, { amount: { rows: [{}, {}] } }, { kind: 'CapLine' }] },
    { lines: [{ kind: 'AmountLine' }] },
  ]);
});

describe('one mistake, one finding', () => {
  test.each([
    ['an unknown line', 'clause c {\n  grnt 5 CNY\n  when x\n}', 'JT1032 "grnt"'],
    [
      'an unknown line after one that broke off',
      'clause c {\n  grant 5\n  cap 5 per year\n  xyzzy 5 6 7\n}',
      'JT1032 "xyzzy"',
    ],
    ['an unknown line in the head', 'policy p { titel "x" }', 'JT1032 "titel"'],
    ['an unknown line in an example', 'example "x" { givne a = 1 ; ledger empty }', 'JT1032 "givne"'],
    ['an unknown section', 'claus c { grant 5 }', 'JT1033 "claus"'],
    ['an unknown section after another', 'clause c { grant 5 }\nclaus d { grant 5 }', 'JT1033 "claus"'],
    ['a missing operand', 'let v = 1 + * 2', 'JT1030 "*"'],
    ['a missing end of a line', 'clause c {\n  cap 5 CNY per\n  grant 5\n}', 'JT1031 "per"'],
    ['a missing bracket', 'let v = (1 + 2\nlet w = 1', 'JT1031 "2"'],
    ['a bracket too many', 'let v = 1 + 2)\nlet w = 1', 'JT1030 ")"'],
    ['a missing brace', 'clause c {\n  grant 5\nclause d { grant 5 }', 'JT1034 "{"'],
    ['a missing brace at the end', 'clause c {\n  grant 5\n', 'JT1034 "{"'],
    ['a brace too many', 'clause c { grant 5 } }\nlet v = 1', 'JT1035 "}"'],
    ['a keyword for a name', 'facts c { total | 总数 : money }', 'JT1023 "total"'],
    ['four names', 'let a | b | c | d = 1', 'JT1024 "a | b | c | d"'],
    ['an unclosed text', 'policy p {\n  title "x\n  currency CNY\n}', 'JT1005 "\\""'],
    ['an unclosed anchor', 'clause c {\n  grant 5 「x\n  cap 5 per year\n}', 'JT1006 "「"'],
    ['a stray character', 'clause c {\n  grant 5 @\n  cap 5 per year\n}', 'JT1008 "@"'],
    ['a title without quotes', 'policy p {\n  title 《x》\n  currency CNY\n}', 'JT1008 "《"'],
    ['mixed and/or', 'let v = a and b or c', 'JT1040 "or"'],
    ['contradicting words', 'let v = x 达到 5元 以下', 'JT1041 "以下"'],
    ['over and or more', 'let v = x 超过 5元 以上', 'JT1041 "以上"'],
    ['the part under', 'let v = the part of x at least 5', 'JT1042 "at least"'],
    ['a sum before its cap', 'let v = (a + b) before cap', 'JT1043 "a + b"'],
    ['a list without a word', 'let v = (a, b)', 'JT1044 "(a, b)"'],
    ['a total of nothing', 'let v = total of x', 'JT1045 "total of x"'],
    ['a strange year', 'let v = x 自 20年，首次 超过，晋级补差 { 1 ： 2 }', 'JT1046 "20年"'],
    ['a strange year of a parameter', 'parameter p : percent each year { 22 : 5% }', 'JT1046 "22"'],
    ['half a year earlier', 'let v = 0.5 years earlier x', 'JT1047 "0.5 years"'],
    ['a cap over months', 'clause c { cap 5 CNY over 3 months }', 'JT1047 "3 months"'],
    ['a block without members', 'no duplication n { per p ; take the highest }', 'JT1048 "n"'],
    [
      'two choosers',
      'no duplication n { among a ; per p ; take the highest ; take the earliest }',
      'JT1049 "take the earliest"',
    ],
    ['a value that is missing', 'example "x" { given a }', 'JT1050 "a"'],
    ['a ledger without a year', 'example "x" { ledger c paid 5 CNY }', 'JT1051 "c paid 5 CNY"'],
    ['an article nought', 'clause c { cites article 0 }', 'JT1030 "0"'],
    ['a head that is wrong', 'clause c for each {\n  grant 5\n}', 'JT1030 "{"'],
  ])('%s', (_idea, text, finding) => {
    expect(parsed(text).findings).toEqual([finding]);
  });
});

test('a mistake in the head of a clause does not hide those in its lines', () => {
  const { tree, findings } = parsed('clause c for each {\n  grnt 5\n  grant 5\n}');
  expect(findings).toEqual(['JT1030 "{"', 'JT1032 "grnt"']);
  expect(tree.declarations).toMatchObject([{ name: { id: 'c' }, lines: [{ kind: 'AmountLine' }] }]);
});

test('a block whose line was left out is not blamed for lacking it', () => {
  expect(parsed('no duplication n {\n  among a +\n  per p\n  take the highest\n}').findings).toEqual(['JT1030 "+"']);
});

test('messages speak of no token', () => {
  const { diagnostics } = parsed(
    'clause c {\n  cap per\n  grant by x {\n a 5 }\n  when\n  budget 5 per year\n}\nexample { }\nfacts { }',
  );
  expect(diagnostics.length).toBeGreaterThan(4);
  for (const { message, help } of diagnostics) {
    const words = `${message.zh} ${help.zh} ${message.en} ${help.en}`;
    expect(words).not.toMatch(/token|EOF|undefined|NaN|[a-z][A-Z]|Name|Number\b/);
  }
});
