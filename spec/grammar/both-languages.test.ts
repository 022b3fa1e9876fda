/** Declarations, in both languages. */
import { describe, expect, test } from 'vitest';
import { parsed, withoutSpans } from './parsing.ts';
import { same } from './same-in-both.ts';

describe('policy head', () => {
  const wrap = (line: string) => `policy p | 政策名 {\n${line}\n}`;
  same(wrap, [
    ['title', 'title "《x》"', '全称 “《x》”'],
    ['in force', 'in force 2023-10-10 to 2025-12-31 「a」', '有效期 2023年10月10日 至 2025年12月31日 「a」'],
    ['in force, open', 'in force 2023-1-5', '有效期 2023-01-05'],
    ['interpreted by', 'interpreted by "x"', '解释 "x"'],
    ['currency', 'currency CNY', '币种 人民币'],
    ['pay exact', 'pay exact', '兑付 保留原数'],
    ['pay rounded', 'pay rounded down to 0.01 CNY', '兑付 舍去 到 0.01元'],
    ['pay rounded up', 'pay rounded up to 1 CNY 「a」', '兑付 进一 到 1元 「a」'],
    ['pay half up', 'pay rounded half up to 1 CNY', '兑付 四舍五入 到 1元'],
    ['pay half even', 'pay rounded half even to 1 CNY', '兑付 四舍六入 至 1元'],
    ['pay away from zero', 'pay rounded away from zero to 1 CNY', '兑付 远零进位 到 1元'],
    ['no rate', 'growth from zero has no rate', '基期为零 无增速'],
    ['unlimited', 'growth from zero is unlimited', '基期为零 视为无限'],
    ['by logic', 'unknown facts by logic', '未知填报 按逻辑'],
    ['strictly', 'unknown facts strictly', '未知填报 从严'],
    [
      'difference',
      'no duplication with other policies, paying the difference 「a」',
      '与其他政策就高不重复，补足差额 「a」',
    ],
    ['one only', 'no duplication with other policies, taking one only', '与其他政策就高不重复，择一'],
    ['none', 'no duplication with other policies, none', '与其他政策就高不重复，不适用'],
    ['remark', 'remark "x" 「a」#2', '说明 "x" 「a」＃2'],
    [
      'by reading',
      'by reading r { exact : pay exact ; fen, li : pay rounded down to 0.01 CNY ; x : nothing }',
      '按口径 r { exact ： 兑付 保留原数 ； fen、li ： 兑付 舍去 到 0.01元 ； x ： 无 }',
    ],
  ]);
});

describe('facts', () => {
  const wrap = (line: string) => `facts company | 企业 {\n${line}\n}`;
  same(wrap, [
    ['yes or no', 'x : yes or no', 'x ： 是否'],
    ['money', 'x : money', 'x ： 金额'],
    ['money in a currency', 'x : money in USD', 'x ： 金额 以 美元'],
    ['percent', 'x : percent', 'x ： 比例'],
    ['points, number', 'x : points\ny : number', 'x ： 百分点\ny ： 数值'],
    ['count', 'x : count', 'x ： 家数'],
    ['rank, date, text', 'x : rank ; y : date ; z : text', 'x ： 名次；y ： 日期；z ： 文字'],
    ['durations', 'x : duration in years\ny : duration in months', 'x ： 年数\ny ： 月数'],
    ['days', 'x : duration in days', 'x ： 天数'],
    ['quantity', 'x : quantity in P', 'x ： 数量 以 P'],
    ['count of a unit', 'x : count in TEU each year', 'x ： 个数 以 TEU 逐年'],
    ['per head', 'x : money per head per year each year', 'x ： 金额/人/年 逐年'],
    ['per in any writing', 'x : money/head per month', 'x ： 金额/人·月'],
    ['per year', 'x : percent per year', 'x ： 比例 每年'],
    ['exchange rate', 'x : money in CNY per USD', 'x ： 金额 以 人民币/美元'],
    ['quantity per', 'x : quantity in P per day', 'x ： 数量 以 P/天'],
    ['a bound per unit', 'x : money per person from 0 CNY/person to 5 CNY/person', 'x ： 金额/名 在 0元/名 至 5元/名'],
    ['one of', 'x : one of { a | 甲, b | 乙 }', 'x ： 选项 { a | 甲、b | 乙 }'],
    ['any of', 'x : any of { a | 甲 | 甲甲, b }', 'x ： 可多选 { a | 甲 | 甲甲、b }'],
    ['each year since', 'x | 甲 : money each year since on_day', 'x | 甲 ： 金额逐年 自 on_day'],
    ['or none', 'x : date or none', 'x ： 日期 可无'],
    ['negative and bounds', 'x : money may be negative from 0 CNY to 5 CNY', 'x ： 金额 可为负 在 0元 至 5元'],
    ['low bound', 'x : count at least 1 firm', 'x ： 个数 达到 1家'],
    [
      'list',
      'each project | 项目 by number { number | 编号 : text\nrank | 名次甲 : rank }',
      '每个 project | 项目 按 number { number | 编号 ： 文字；rank | 名次甲 ： 名次 }',
    ],
  ]);
});

describe('figures per unit', () => {
  const units = 'unit 平方米\n';
  test.each([
    ['area * 30 CNY/平方米/month', 'area × 30元/平方米/月'],
    ['area * 30 CNY/平方米/month', 'area×30元/平方米·月'],
    ['heads * 1,000 CNY/head', 'heads × 1000元/人'],
    ['2%/year of sum * 1 year', 'sum 的 2%/年 × 1年'],
    ['7.1 CNY/USD * dollars', '7.1元/美元 × dollars'],
    ['600 CNY/unit/day', '600元/个/日'],
    ['100,000 CNY / staff', '10万元 ÷ staff'],
    ['price at most 100 CNY/平方米 or less', 'price 不超过100元/平方米以下'],
    ['price at least 1 CNY/month or more', 'price 达到1元/月以上'],
  ])('%s · %s', (en, zh) => {
    const [english, chinese] = [en, zh].map((one) => parsed(`${units}let x | 数 = ${one}`));
    expect(english!.findings).toEqual([]);
    expect(chinese!.findings).toEqual([]);
    expect(withoutSpans(chinese!.tree.declarations[1])).toEqual(withoutSpans(english!.tree.declarations[1]));
    expect(english!.tree.declarations).toHaveLength(2);
  });

  test('a list called like a counter keeps its name in scopes, and a figure divides by a fact', () => {
    const { tree, findings } = parsed('clause c {\ngrant number\ncap number per person\ncap 5 CNY/x per item\n}');
    expect(findings).toEqual([]);
    expect(tree.declarations).toMatchObject([
      {
        lines: [
          {},
          { scopes: [{ name: { text: 'person' } }] },
          { amount: { kind: 'Binary', operator: '/' }, scopes: [{ name: { text: 'item' } }] },
        ],
      },
    ]);
  });
});

describe('parameters, units, definitions', () => {
  same(
    (text) => text,
    [
      [
        'parameter',
        'parameter g | 平均增速 : percent each year may be negative { 2022 : 10.2% ; 2023 : 13.4% }',
        '参数 g | 平均增速 ： 增长率 逐年 可为负 { 2022年 ： 10.2％\n2023 ： 13.4% }',
      ],
      [
        'dated parameter',
        'parameter g : percent dated { from 2023-01-01 : 40% (published 2022-12-20, "a") 「40%」 ; from 2024-07-01 to 2024-12-31 : announced later ; from 2025-01-01 : 5% ("b") }',
        '参数 g ： 比例 按日期 { 自 2023-01-01 起 ： 40%（2022-12-20 发布，“a”） 「40%」；自2024年7月1日至2024年12月31日：另行公布；自2025年1月1日起：5%（“b”） }',
      ],
      ['as of', 'let x | 甲 = (a as of b) of c', '定义 x | 甲 = c 的 （a 以 b 为准）'],
      ['as of, of a whole chain', 'let x | 甲 = (5% of c) as of b', '定义 x | 甲 = c 的5%以 b 为准'],
      [
        'a figure raised',
        'let x | 甲 = 30%, raised by 5 percentage points if c',
        '定义 x | 甲 = 30%，上浮 5个百分点 如果 c',
      ],
      ['a figure lowered', 'let x | 甲 = y, lowered by 5% if c', '定义 x | 甲 = y，下浮 5% 如果 c'],
      ['split by days', 'let x | 甲 = (a split by days) of c', '定义 x | 甲 = c 的 （a 按日分段）'],
      ['parameter without a year', 'parameter g : money { 5 CNY }', '参数 g ： 金额 { 5元 }'],
      ['unit', 'unit P | 算力单位', '单位 P | 算力单位'],
      ['definition', 'let x | 甲 = a and (b or c) 「a」', '定义 x | 甲 = a 且 （b 或 c） 「a」'],
      ['definition by name alone', 'let 甲 = a', '定义 甲 = a'],
    ],
  );
});

describe('readings', () => {
  same(
    (text) => text,
    [
      [
        'words',
        'reading r | 口径甲 "q" everywhere {\na | 含本数 (default) "why"\nb : at least means over, at most means under "why"\n}',
        '口径 r | 口径甲 “q” 通用 {\na | 含本数 （默认） “why”\nb ： 达到 读作 超过，不超过 读作 低于 “why”\n}',
      ],
      [
        'scopes, steps, choosers',
        'reading r "q" { a : per year means while in force, for every full means for every part ; b : the highest means each row ; c : ever means per year }',
        '口径 r "q" { a ： 每年 读作 有效期内，每满 读作 按比例每 ； b ： 就高 读作 各行累加 ； c ： 累计 读作 每年 }',
      ],
      [
        'ladders',
        'reading r "q" { a : topping up means in full, since means if not yet rewarded ; b : per tier held means every tier }',
        '口径 r "q" { a ： 晋级补差 读作 不作扣减，自 读作 尚未获奖 ； b ： 按已达档补差 读作 逐档累计 }',
      ],
    ],
  );
});

describe('examples', () => {
  const wrap = (line: string) => `example "t" in 2024 {\n${line}\n}`;
  same(wrap, [
    ['facts', 'given rd = 3,000,000 CNY, ai = yes, b = no', '设 rd = 300万元，ai = 是，b = 否'],
    ['last year', "given last year's rd = 1 CNY", '设 上年 rd = 1元'],
    ['earlier', 'given 2 years earlier rd = 1 CNY', '设 前2年 rd = 1元'],
    ['in a year', 'given rd in 2022 = -1 CNY', '设 2022年 rd = -1元'],
    [
      'options',
      'given levels = national, provincial, rd = 5, x = none',
      '设 levels = national、provincial，rd = 5，x = 无',
    ],
    ['text and date', 'given t = "x", d = 2024-05-01', '设 t = “x”，d = 2024年5月1日'],
    [
      'item',
      'given project "P1" { levels = national, a ; rd = 1 CNY\nwon_on = 2024-05-01 }, x = 1',
      '设 project “P1” { levels = national、a；rd = 1元\nwon_on = 2024-05-01 }，x = 1',
    ],
    ['no item', 'given no project', '设 无 project'],
    ['decided', 'decided c = 40%\ndecided c for "P1" = 5 CNY', '核定 c = 40%\n核定 c 对 "P1" = 5元'],
    ['ledger empty', 'ledger empty', '台账 为空'],
    [
      'ledger',
      'ledger c in 2023 paid 5 CNY\nledger c for "X" in 2023 paid 5 CNY',
      '台账 2023年 c 已付 5元\n台账 2023年 c 对 "X" 已付 5元',
    ],
    [
      'other policies',
      'ledger other "n" on c for "P1" in 2023 granted 5 CNY\nledger other "n" on c in 2023 paid 5 CNY',
      '台账 他项 "n" 2023年 c 对 "P1" 获批 5元\n台账 他项 "n" 2023年 c 已付 5元',
    ],
    ['reading', 'reading r = a', '口径 r = a'],
    [
      'expectations',
      'expect c = up to 5 CNY\nexpect c for "P" = 5 CNY\nexpect total = 0 CNY',
      '得 c = 最高 5元\n得 c 对 "P" = 5元\n得 合计 = 0元',
    ],
    [
      'outcomes',
      'expect c = not met ; expect c = out of force ; expect c = no amount',
      '得 c = 不成立；得 c = 不在有效期；得 c = 不计算',
    ],
    ['undetermined', 'expect c = undetermined between 1 CNY and 2 CNY for rd, x', '得 c = 待定 在 1元 至 2元 缺 rd、x'],
    [
      'undetermined without an end',
      'expect c = undetermined between 1 CNY and unlimited',
      '得 c = 待定 在 1元 至 不限',
    ],
    ['undetermined alone', 'expect c = undetermined', '得 c = 待定'],
    [
      'superseded',
      'expect c = superseded by d\nexpect c = superseded elsewhere',
      '得 c = 被 d 取代\n得 c = 被其他政策取代',
    ],
  ]);
  test('the year of an example', () => {
    const english = parsed('example "t" in 2024 { ledger empty }\nexample "u" { ledger empty }');
    const chinese = parsed('示例 “t” 2024年 { 台账 为空 }\n示例 “u” { 台账 为空 }');
    expect([...english.findings, ...chinese.findings]).toEqual([]);
    expect(withoutSpans(chinese.tree.declarations)).toEqual(withoutSpans(english.tree.declarations));
  });
});

test('traditional forms are read', () => {
  const simplified = parsed('填报 企业 { 甲 ： 金额 逐年 可为负 }\n条款 c { 条件 甲 达到 30万元\n奖励 甲 的 增长率 }');
  const traditional = parsed('填報 企业 { 甲 ： 金額 逐年 可為負 }\n條款 c { 條件 甲 達到 30萬元\n獎勵 甲 的 增長率 }');
  expect([...simplified.findings, ...traditional.findings]).toEqual([]);
  expect(withoutSpans(traditional.tree.declarations)).toEqual(withoutSpans(simplified.tree.declarations));
});
