/** Clauses and what stands in their lines, in both languages. */
import { describe, expect, test } from 'vitest';
import { parsed, withoutSpans } from './parsing.ts';
import { same } from './same-in-both.ts';

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
