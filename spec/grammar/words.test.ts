import { describe, expect, test } from 'vitest';
import { chineseNumber } from '../../grammar/chinese-number.ts';
import { phrases } from '../../grammar/dictionary.ts';
import { fold } from '../../grammar/fold.ts';
import { type Script, vocabulary, wordIds } from '../../grammar/vocabulary.ts';
import type { Word } from '../../grammar/word.ts';
import { parsed, withoutSpans } from './parsing.ts';

const facts = `填报 企业 {
  算力购买总额 : 金额 逐年
  算力支出 : 金额
  目的地收入 : 金额
  上年末人数 : 人数
  每股收益 : 金额
  最高学历人数 : 人数
  MaaS收入 : 金额
}
`;

function clauseOf(lines: string) {
  const { tree, findings } = parsed(`${facts}条款 c {\n${lines}\n}`);
  return { clause: withoutSpans(tree.declarations[1]), findings };
}

describe('unspaced words are cut where there is one way (R12)', () => {
  test.each([
    ['条件算力购买总额达到30万元', '条件 算力购买总额 达到 30万元'],
    ['条件算力购买总额不超过30万元且目的地收入超过5元', '条件 算力购买总额 不超过 30 万元 且 目的地收入 超过 5 元'],
    ['补助目的地收入的最高50%', '补助 目的地收入 的 最高 50%'],
    ['条件上年末人数达到5人', '条件 上年末人数 达到 5 人'],
    ['条件每股收益高于5元', '条件 每股收益 高于 5元'],
    ['条件最高学历人数不低于3人', '条件 最高学历人数 不低于 3人'],
    ['补助MaaS收入的至多5%', '补助 MaaS收入 的 至多 5%'],
    ['封顶每家企业每年50万元', '封顶 每家 企业 每年 50万元'],
    ['补助上年目的地收入的增速', '补助 上年 目的地收入 的 增速'],
    ['条件目的地收入比上年增长', '条件 目的地收入 比上年 增长'],
    ['补助目的地收入每满200万元给予10万元', '补助 目的地收入 每满 200万元 给予 10万元'],
    ['补助目的地收入超过500万元的部分的10%', '补助 目的地收入 超过 500万元 的部分 的 10%'],
    ['依据第十二条第二款', '依据 第十二条 第二款'],
    ['限次每个企业一次', '限次 每个 企业 一次'],
    ['补助目的地收入的百分之八', '补助 目的地收入 的 8%'],
    ['取整四舍五入到1元', '取整 四舍五入 到 1元'],
    ['补助c封顶前的5%', '补助 c 封顶前 的 5%'],
  ])('%s', (unspaced, spaced) => {
    const one = clauseOf(unspaced);
    const other = clauseOf(spaced);
    expect(one.findings).toEqual([]);
    expect(other.findings).toEqual([]);
    expect(one.clause).toEqual(other.clause);
    expect(one.clause).toMatchObject({ lines: [{}] });
  });

  test('a longer keyword is never cut into shorter ones', () => {
    expect(clauseOf('条件 目的地收入不超过5元').clause).toMatchObject({ lines: [{ condition: { word: 'atMost' } }] });
    expect(clauseOf('条件 目的地收入不低于5元').clause).toMatchObject({ lines: [{ condition: { word: 'notBelow' } }] });
  });
});

describe('words that cannot be cut', () => {
  test('a misspelt name among keywords is told once, and the line around it is kept', () => {
    const { clause, findings } = clauseOf('条件算力购买总颜达到30万元');
    expect(findings).toEqual(['JT1020 "条件算力购买总颜达到"']);
    expect(clause).toMatchObject({ lines: [{ condition: { left: { kind: 'ErrorExpression' } } }] });
  });

  test.each([
    ['条件目的地收入超过算力支出补助5元', '条件目的地收入超过算力支出补助'],
    ['补助5万元另加3万元', '万元另加'],
  ])('a line that runs on into the next wants a space: %s', (line, word) => {
    expect(clauseOf(line).findings).toEqual([`JT1020 "${word}"`]);
  });

  test('a word for the beginning of a line is no part of a name beside it', () => {
    const text = '定义 项目 = 1\n定义 项目补助 = 1\n定义 甲 = 项目补助的5%';
    expect(parsed(text).findings).toEqual([]);
  });

  test('a word that holds no keyword is an unknown name, for the resolver', () => {
    const { clause, findings } = clauseOf('条件 总金 达到 30万元');
    expect(findings).toEqual([]);
    expect(clause).toMatchObject({ lines: [{ condition: { left: { reference: { text: '总金' } } } }] });
  });

  test('several ways are shown, not chosen among', () => {
    const { diagnostics } = parsed('定义 甲乙 = 1\n定义 丙 = 1\n定义 甲 = 1\n定义 乙丙 = 1\n定义 丁 = 甲乙丙');
    expect(diagnostics.map(({ code }) => code)).toEqual(['JT1021']);
    expect(diagnostics[0]!.message.zh).toContain('“甲 乙丙”、“甲乙 丙”');
  });

  test.each([
    ['a name that is a keyword', '定义 达到 = 1', 'JT1023 "达到"'],
    ['an English name that is a keyword', 'let grant = 1', 'JT1023 "grant"'],
    ['a name of keywords and names', '定义 甲 = 1\n定义 甲达到 = 2', 'JT1022 "甲达到"'],
    ['a name of keywords alone', '定义 每年达到 = 2', 'JT1022 "每年达到"'],
  ])('%s', (_idea, text, finding) => {
    expect(parsed(text).findings).toContain(finding);
  });

  test.each([
    ['a name that ends in a word for the beginning of a line', '定义 项目 = 1\n定义 项目补助 = 1\n定义 贷款总额 = 1'],
    ['a name with part of a phrase', '定义 增长补助 = 1\n定义 增长奖励 = 1'],
    ['a reading that holds keywords', '口径 封顶的期间 "?" { 按年度 （默认）；累计算 }'],
    ['a shared cap that holds keywords', '合计封顶 两项的上限 { 涵盖 甲；封顶 每年 1元；按比例削减 }'],
    ['a name of two names', '定义 项目 = 1\n定义 研发投入 = 1\n定义 项目研发投入 = 1'],
    ['a name that holds keywords but cannot be cut', '定义 目的地收入 = 1\n定义 每股收益 = 1'],
    ['a type word', 'facts c { number | 编号 : text\nrank | 名次 : rank\ncount | 个数 : count\ndate | 日期 : date }'],
    ['a keyword in quotes', 'let 『grant』 = 1\n定义 『达到』 = 1'],
    ['what is a counter only after a number', 'let people = 5 people\nlet items = 1'],
  ])('%s is a good name', (_idea, text) => {
    expect(parsed(text).findings).toEqual([]);
  });

  test('a wider scope makes errors, never another meaning', () => {
    const use = '定义 丁 = 甲乙丙';
    const before = parsed(`定义 甲乙 = 1\n定义 丙 = 1\n${use}`);
    const after = parsed(`定义 甲乙 = 1\n定义 丙 = 1\n定义 甲 = 1\n定义 乙丙 = 1\n${use}`);
    expect(before.findings).not.toEqual(after.findings);
    expect(after.findings).toEqual(['JT1021 "甲乙丙"']);
  });
});

test('names are compared after width folding and in NFC', () => {
  const { tree } = parsed('let ａrt１ = 1\nlet 『e\u0301\u0301』 = 1\nlet 『5Ｇ』 = 1');
  expect(tree.declarations.map((one) => 'name' in one && one.name.id)).toEqual(['art1', 'é\u0301', '5G']);
});

test('folding keeps every offset', () => {
  const text = '（１２３）：“Ａ”＃　—';
  expect(fold(text)).toHaveLength(text.length);
  expect(fold(text)).toBe('(123):“A”# -');
});

test.each([
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['九十九', 99],
  ['一百零五', 105],
  ['两百', 200],
  ['一千二百三十四', 1234],
  ['二〇二三', 2023],
  ['一零', 10],
])('%s is %i', (text, value) => {
  expect(chineseNumber(text)).toBe(value);
});

test.each(['', '十百', '百', '一一十', '零十', '甲', '一万'])('%s is no number', (text) => {
  expect(chineseNumber(text)).toBeUndefined();
});

describe('the vocabulary', () => {
  const scripts: readonly Script[] = ['en', 'zh', 'hant'];

  test.each(scripts)('every printed %s form is one word only, or one word after a number', (script) => {
    const seen = new Map<string, string>();
    for (const id of wordIds) {
      const entry: Word = vocabulary[id];
      const form = entry[script][0];
      if (form === undefined) continue;
      const key = `${form} ${entry.afterNumber ?? ''}`;
      expect([id, seen.get(key)]).toEqual([id, undefined]);
      seen.set(key, id);
    }
  });

  test('every word exists in Chinese or in English, and in both Chinese scripts or none', () => {
    const lacking = wordIds.filter((id) => {
      const { en, zh, hant }: Word = vocabulary[id];
      return en.length + zh.length === 0 || (zh.length === 0) !== (hant.length === 0);
    });
    expect(lacking).toEqual([]);
  });

  test('the longest phrase wins', () => {
    expect(phrases.filter(({ text }) => text.startsWith('no duplication')).map(({ id }) => id)).toEqual([
      'noDuplication',
      'elsewhere',
    ]);
    const { tree } = parsed(
      'policy p { no duplication with other policies, none }\nno duplication n { among a ; per b ; take the highest }',
    );
    expect(tree.declarations.map(({ kind }) => kind)).toEqual(['PolicyHead', 'BlockDeclaration']);
  });
});
