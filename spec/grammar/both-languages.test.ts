import { describe, expect, test } from 'vitest';
import { parsed, withoutSpans } from './parsing.ts';

type Pair = readonly [idea: string, en: string, zh: string];

/** Each pair must parse without a word, to one tree; `holds` is a piece of that tree, so that equal emptiness does not pass. */
function same(wrap: (text: string) => string, pairs: readonly Pair[]): void {
  test.each(pairs)('%s', (_idea, en, zh) => {
    const english = parsed(wrap(en));
    const chinese = parsed(wrap(zh));
    expect(english.findings).toEqual([]);
    expect(chinese.findings).toEqual([]);
    expect(withoutSpans(chinese.tree.declarations)).toEqual(withoutSpans(english.tree.declarations));
    expect(english.tree.declarations).toHaveLength(1);
  });
}

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

describe('clause lines', () => {
  const wrap = (line: string) => `clause c | 条甲 {\n${line}\n}`;
  same(wrap, [
    ['article', 'cites article 4 「a」', '依据 第四条 「a」'],
    ['article in digits', 'cites article 12 paragraph 2', '依据 第12条第2款'],
    ['paragraph', 'cites article 6 paragraph 2', '依据 第六条第二款'],
    ['closing', 'cites closing', '依据 附则'],
    ['preamble', 'cites preamble', '依据 序言'],
    ['authority', 'authority "a", "b" 「x」', '责任 “a”、“b” 「x」'],
    ['matter', 'matter computing | 算力支出', '事项 computing | 算力支出'],
    ['dated by', 'dated by d', '时点 d'],
    ['end of year', 'dated by end of year', '时点 年末'],
    ['year', 'year last year', '所属年度 上一年度'],
    ['year two back', 'year 2 years earlier', '所属年度 前2年'],
    ['every year', 'every year', '每年发放'],
    [
      'when',
      'when a and b as base, reading r, reading s 「a」「b」#2',
      '条件 a 且 b 记为 base，口径 r，口径 s 「a」「b」#2',
    ],
    ['verbs', 'grant x\naward x\nsubsidise x\nsupport x', '补助 x\n奖励 x\n补贴 x\n资助 x'],
    ['more verbs', 'refund x ; loan x ; interest x ; charge x', '返还 x；贷款 x；贴息 x；计息 x'],
    ['cut to the ceiling', 'grant up to 5% of x cut to the ceiling', '补助 x 的 最高 5% 超过按上限'],
    [
      'adjustments',
      'add x if a\nless x\nraise by 5%\nlower by 10% if b\nfloor 5 CNY if a or b',
      '另加 x 如果 a\n扣除 x\n上浮 5%\n下浮 10% 如果 b\n保底 5元 如果 a 或 b',
    ],
    [
      'cap',
      'cap 500,000 CNY per company per year, all or nothing, reading r',
      '封顶 每家 company 每年 50万元，超出全部不予，口径 r',
    ],
    [
      'a cap raised',
      'cap 500,000 CNY per company per year, raised by 20% if c, all or nothing as f',
      '封顶 每家 company 每年 50万元，上浮 20% 如果 c，超出全部不予 记为 f',
    ],
    ['cap over years', 'cap 5 CNY per x over 3 years ever while in force', '封顶 每个 x 连续3年 累计 有效期内 5元'],
    ['round', 'round half up to 1 CNY', '取整 四舍五入 到 1元'],
    ['round up', 'round up to 1 CNY', '取整 进一 到 1元'],
    ['budget', 'budget 10,000,000 CNY per year, pro rata 「a」', '总额 每年 1000万元，按比例 「a」'],
    [
      'budgets',
      'budget x per year, first come\nbudget x per year, first come whole',
      '总额 每年 x，先到先得\n总额 每年 x，先到先得整笔',
    ],
    [
      'more budgets',
      'budget x per year, by rank\nbudget x ever, uniform rate',
      '总额 每年 x，按名次\n总额 累计 x，统一比例',
    ],
    ['unlimited', 'budget x per year, unlimited', '总额 每年 x，不限'],
    ['once', 'once per project', '限次 每个 project 一次'],
    ['once, in digits', 'once per project per year', '限次 每项 project 每年 1次'],
    ['texts', 'no amount "x" 「a」\nby other rules "y"', '不计算 "x" 「a」\n另行规定 "y"'],
    ['each block', 'for each p on d where a or b { grant x }', '逐个 p 于 d 其中 a 或 b { 补助 x }'],
    [
      'by reading',
      'by reading r { a, b : cap 5 CNY per year ; c : { when x\ngrant y } ; d : nothing }',
      '按口径 r { a、b ： 封顶 每年 5元 ； c ： { 条件 x\n补助 y } ； d ： 无 }',
    ],
  ]);
});

describe('clause heads and blocks', () => {
  same(
    (text) => text,
    [
      ['each', 'clause c for each p on d where a { grant 1 CNY }', '条款 c 逐项 p 于 d 其中 a { 补助 1元 }'],
      [
        'no duplication',
        'no duplication n | 名 {\ncites closing 「a」\namong a, b\nper p\ntake the highest 「b」\nwith difference\nonly under reading r = x, y\n}',
        '就高不重复 n | 名 {\n依据 附则 「a」\n在 a、b\n每项 p\n取最高 「b」\n补足差额\n仅限口径 r = x、y\n}',
      ],
      [
        'take the choice',
        'no duplication n { among a, b ; per p ; take the choice f ; exclusive }',
        '就高不重复 n { 在 a、b；每个 p；按申请人选择 f；互斥 }',
      ],
      [
        'take the first',
        'no duplication n { among a ; per p ; take the first that applies }',
        '就高不重复 n { 在 a；每个 p；取先成立者 }',
      ],
      [
        'take the earliest',
        'no duplication n { among a ; per p ; take the earliest }',
        '就高不重复 n { 在 a；每个 p；取最早 }',
      ],
      [
        'shared cap',
        'shared cap s | 合计名 {\nover a, b 「x」\ncap 5,000,000 CNY per company per year\ncut in order\n}',
        '合计封顶 s | 合计名 {\n涵盖 a、b 「x」\n封顶 每家 company 每年 500万元\n依次削减\n}',
      ],
      [
        'cut pro rata',
        'shared cap s { over a ; cap x per year ; cut pro rata }',
        '合计封顶 s { 涵盖 a；封顶 每年 x；按比例削减 }',
      ],
    ],
  );
});

describe('conditions', () => {
  const wrap = (condition: string) => `let v = ${condition}`;
  same(wrap, [
    ['at least', 'x at least 300,000 CNY', 'x 达到 30万元 以上'],
    [
      'every spelling of at least',
      'x not less than 3 and x not below 3 and x reaches 3',
      'x 不少于 3 且 x 不低于 3 且 x 满 3',
    ],
    ['every spelling of over', 'x over 3 or x above 3 or x more than 3', 'x 超过 3 或 x 高于 3 或 x 多于 3'],
    [
      'every spelling of at most',
      'x at most 3 and x not above 3 and x not more than 3',
      'x 不超过 3 且 x 不高于 3 且 x 不多于 3',
    ],
    [
      'every spelling of under',
      'x under 3 or x below 3 or x less than 3 or x short of 3',
      'x 不足 3 或 x 低于 3 或 x 少于 3 或 x 不满 3',
    ],
    ['equality', 'x equals 3 and x differs from 4', 'x 等于 3 且 x 不等于 4'],
    ['suffixed', 'x 300,000 CNY or more or y 5 or less', 'x 30万元以上 或 y 5 以下'],
    ['more suffixed', 'x 5 CNY or within or y 5 CNY and beyond', 'x 5元以内 或 y 5元以外'],
    ['not', 'not not x', '非 非 x'],
    ['brackets', 'a and (b or not c)', 'a 且 （b 或 非 c）'],
    ['all of', 'all of { a ; x over 3\nb }', '以下全部 { a；x 超过 3\nb }'],
    ['any of', 'any of { a ; b }', '以下任一 { a；b }'],
    ['grown', 'x has grown', 'x 比上年增长'],
    ['range', 'x from 1 CNY to 2 CNY', 'x 在 1元 至 2元'],
    ['is', 'x is a, b', 'x 为 a、b'],
    ['is not', 'x is not a', 'x 不为 a'],
    ['includes', 'x includes a', 'x 包含 a'],
    ['rank', 'x in the top 5', 'x 前5名'],
    ['rank by share', 'x in the top 10% of y', 'x 前 y 的 10%'],
    ['granted', 'c is granted', 'c 已成立'],
    [
      'by reading',
      'by reading r { a : x over 3 ; b, c : x at least 3 }',
      '按口径 r { a ： x 超过 3 ； b、c ： x 达到 3 }',
    ],
  ]);
});

describe('expressions', () => {
  const wrap = (expression: string) => `let v = ${expression}`;
  same(wrap, [
    ['arithmetic', 'a + b * -c / 2 - 5', 'a ＋ b × －c ÷ 2 − 5'],
    ['rate', '5% of x', 'x 的 5%'],
    ['rates', '5% of 50% of x', 'x 的 50% 的 5%'],
    ['rate of a sum', '5% of (a + b)', '（a + b）的 5%'],
    ['rate as a name', 'r of x', 'x 的 r'],
    ['up to a rate', 'up to 50% of x', 'x 的 至多 50%'],
    ['up to an amount', 'up to 100,000 CNY', '最高 10万元'],
    ['growth', 'growth of x', 'x 的 增速'],
    ['growth, other word', "growth of last year's x", '上年 x 的 增长率'],
    ['last year of a growth', "last year's (growth of x)", '上年 （x 的 增速）'],
    ['increase', 'up to 0.6% of increase in x', 'x 的 增量 的 最高 0.6%'],
    ['earlier', '2 years earlier x', '前2年 x'],
    ['steps', '100,000 CNY for every full 2,000,000 CNY of x', 'x 每满 200万元 给予 10万元'],
    ['steps in part', '1 CNY for every part 2 CNY of x', 'x 按比例每 2元 给予 1元'],
    ['steps started', 'a for every started b of x', 'x 每起 b 给予 a'],
    ['part over', 'the part of x over 5,000,000 CNY', 'x 超过 500万元 的部分'],
    ['rate of a part', '10% of the part of x over y', 'x 超过 y 的部分 的 10%'],
    ['part up to', 'the part of x up to 5 CNY', 'x 不超过 5元 的 部分'],
    ['part in a comparison', 'the part of x over 5 CNY over 3 CNY', 'x 超过 5元 的部分 超过 3元'],
    ['total', 'total of x over each p where (a and b)', '各 p（a 且 b）的 x 合计'],
    ['total without filter', '5% of total of x over each p', '各 p 的 x 合计 的 5%'],
    ['highest', 'highest of 5% of x over each p', '各 p 的 x 的 5% 最大值'],
    ['lowest', 'lowest of x over each p where a', '各 p（a）的 x 最小值'],
    ['count', 'count of p where (x over 3)', '各 p（x 超过 3）的 个数'],
    ['extremes', 'lowest of (a, 5% of b) + highest of (a, b)', '取低（a，b 的 5%）+ 取高（a，b）'],
    ['rate of an extreme', '5% of lowest of (a, b)', '取低（a，b）的 5%'],
    ['field', "project's x", 'project 之 x'],
    ['before cap', '5% of (c before cap)', 'c 封顶前 的 5%'],
    ['at a line', 'c at base', 'c 记为处 base'],
    ['before and after a block', 'c before b + c after b', 'c 在 b 前 + c 在 b 后'],
    ['paid', 'paid under c', 'c 已获'],
    ['paid for this item', 'paid under c for this item', 'c 本项 已获'],
    ['date shift', '2 years after d', 'd 起满 2年'],
    ['days', 'days from d to reference day', 'd 至 时点日 的天数'],
    [
      'choose options',
      'by x, the highest { a : 1 CNY ; b, c : 2 CNY, cap 5 CNY, reading r 「a」\notherwise : nothing }',
      '按 x，就高 { a ： 1元 ； b、c ： 2元，封顶 5元，口径 r 「a」\n其余 ： 无 }',
    ],
    [
      'choose bounds',
      'by growth of x { over 20% : 1 CNY\nover 20% and at most 40% : 2 CNY\notherwise : 3 CNY }',
      '按 x 的 增速 { 超过 20% ： 1元\n超过 20% 且 不超过 40% ： 2元\n其余 ： 3元 }',
    ],
    ['suffixed rows', 'by x { 300,000 CNY or more : 1 CNY }', '按 x { 30万元以上 ： 1元 }'],
    [
      'rows from one figure to another',
      'by x, in bands { from 1 to 1,000 : 1 CNY/head, cap 5 CNY ; from 1,001 to y + 1 and under z : 2 CNY/head }',
      '按 x，分段累进 { 在 1 至 1000 ： 1元/人，封顶 5元 ； 在1001 至 y + 1 且 不足 z ： 2元/人 }',
    ],
    [
      'modes',
      'by x, slab { over 1 : 1 } + by x, in bands { over 0 CNY : 10% } + by x, each row { a : 1 }',
      '按 x，整体 { 超过 1 ： 1 } + 按 x，分段累进 { 超过 0元 ： 10% } + 按 x，各行累加 { a ： 1 }',
    ],
    ['by a fact called rank', 'by rank { at most 5 : 1 CNY }', '按 rank { 不超过 5 ： 1元 }'],
    [
      'ladder',
      'first time x since d, highest g before 2021, over, topping up { 50,000,000 CNY : 100,000 CNY 「a」 ; 1 CNY : 2 CNY }',
      'x 自 d，2021年前最高 g，首次 超过，晋级补差 { 5000万元 ： 10万元 「a」 ； 1元 ： 2元 }',
    ],
    [
      'ladder since a year',
      'first time x since 2020 over, per tier held { 1 : 2 }',
      'x 自 2020年 首次超过，按已达档补差 { 1 ： 2 }',
    ],
    [
      'ladder in given years',
      'first time x in the years given, at least, every tier { 1 : 2 }',
      'x 在填报年度内，首次 达到，逐档累计 { 1 ： 2 }',
    ],
    [
      'ladder if not rewarded',
      'first time x if not yet rewarded, over, in full { 1 : 2 }',
      'x 尚未获奖，首次 超过，不作扣减 { 1 ： 2 }',
    ],
    ['by reading', 'by reading r { a : x ; b : 5% of x }', '按口径 r { a ： x ； b ： x 的 5% }'],
    ['date', '2 years after 2023-10-10', '2023年10月10日 起满 2年'],
  ]);
});

describe('numbers', () => {
  const wrap = (figure: string) => `let v = ${figure}`;
  same(wrap, [
    ['thousands', '1,234,567.50 CNY', '1234567.5元'],
    ['ten thousands', '300,000 CNY', '３０万元'],
    ['hundred millions', '120,000,000 yuan', '1.2亿元'],
    ['combined', '5 thousand CNY', '5千元'],
    ['large', '12 million CNY', '1200万 人民币'],
    ['percent', '5%', '百分之5'],
    ['percent in words', '8%', '百分之八'],
    ['points', '3 percentage points', '3个百分点'],
    ['counters', '50 firms + 3 households + 2 people + 1 person', '50家 + 3户 + 2人 + 1名'],
    ['more counters', '1 guest + 2 pieces + 3 items + 4 units', '1位 + 2件 + 3项 + 4个'],
    ['and more', '5 times + 6 sets', '5次 + 6台'],
    ['durations', '5 years + 6 months + 30 days', '5年 + 6个月 + 30日'],
    ['currencies', '1 USD + 2 HKD + 3 EUR + 4 SGD + 5 AUD', '1美元 + 2港元 + 3欧元 + 4新加坡元 + 5澳元'],
    ['quoted name', '『5G基站数』 * 2', '『５G基站数』 × 2'],
  ]);
  test('declared units', () => {
    const english = parsed('unit P | 算力单位\nlet v = x at least 100 P');
    const chinese = parsed('单位 P | 算力单位\n定义 v = x 达到 100P以上');
    expect([...english.findings, ...chinese.findings]).toEqual([]);
    expect(withoutSpans(chinese.tree.declarations)).toEqual(withoutSpans(english.tree.declarations));
  });
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
