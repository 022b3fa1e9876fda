import type { Template } from './template.ts';

export const voucher: Template = {
  id: 'voucher',
  title: { zh: '补助比例、封顶与分档奖励', en: 'a share of expenses with a cap, and an award in tiers' },
  called: '算力券办法',
  policy: {
    zh: `// 一份可以直接检查、运行的草稿：改成你的条文。检查用 jieti check，运行示例用 jieti test。

政策 {NAME} {
  全称 "《若干措施》"
  有效期 2025-01-01 至 2027-12-31
  解释 "市工信局"
  兑付 舍去 到 1元
  基期为零 无增速
}

// 申报主体填写的内容。“逐年”是每年一个数。
填报 company | 企业 {
  high_tech | 高新技术企业 ： 是否
  compute | 算力支出       ： 金额 逐年
  rd | 研发费用            ： 金额 逐年
}

// 原文有几种读法的，写成口径：一种为默认，其余可选，jieti readings 比较结果。
口径 edge | 以上是否含本数 "“以上”“达到”是否包括该数本身？" 通用 {
  included | 含本数 （默认） "《民法典》第一千二百五十九条：以上包括本数"
  excluded | 不含本数 ： 达到 读作 超过 "口语中有时不含"
}

// 先写条件，再写金额，然后是封顶等各行，依次计算。「」内是原文，数字必须与它一致。
// “最高”留给主管部门核定；确定的比例不写“最高”。
条款 voucher | 算力券 {
  依据 第三条
  责任 "市工信局"、"市财政局"
  条件 算力支出 达到 30万元   「算力支出达到30万元以上」
  补助 算力支出 的 最高 50%   「按支出最高50%给予补助」
  封顶 每家 企业 每年 50万元  「每家企业每年最高不超过50万元」
}

// 分档：行的先后不要紧，“就高”取所达到的最高一档。
条款 growth_award | 研发增长奖励 {
  依据 第四条
  责任 "市科技局"
  条件 高新技术企业
  奖励 按 研发费用 的 增速，就高 {
    超过 20% ： 10万元  「增长率超过20%的，给予奖励10万元」
    超过 40% ： 20万元  「超过40%的，给予奖励20万元」
  }
}

// 示例说明条款应当算出什么；边界上下和恰好各写一个。没有写到的填报项为未知。
示例 "恰好30万元" {
  设 算力支出 = 30万元
  得 算力券 = 最高 15万元
}

示例 "差一元" {
  设 算力支出 = 299999元
  得 算力券 = 不成立
}

示例 "核定40%，触及封顶" {
  设 算力支出 = 200万元
  核定 算力券 = 40%
  得 算力券 = 50万元
}

示例 "增长恰好40%，属于前一档" {
  设 高新技术企业 = 是，研发费用 = 140万元，上年 研发费用 = 100万元
  得 研发增长奖励 = 10万元
}

示例 "没有上年的数" {
  设 高新技术企业 = 是，研发费用 = 140万元
  得 研发增长奖励 = 待定 在 0元 至 20万元 缺 研发费用
}
`,
    en: `// A draft that can be checked and run as it stands: make it yours. jieti check checks it, jieti test runs the examples.

policy {NAME} {
  title "Measures"
  in force 2025-01-01 to 2027-12-31
  interpreted by "Bureau of Industry"
  pay rounded down to 1 CNY
  growth from zero has no rate
}

// What the applicant states. “each year” is one value per year.
facts company {
  high_tech : yes or no
  compute   : money each year
  rd        : money each year
}

// Where the source can be read in several ways, each way is a choice: one the default, and jieti readings compares.
reading edge "Is the figure itself included in “at least”?" everywhere {
  included (default) "in law, “or more” includes the figure"
  excluded : at least means over "in common speech it sometimes does not"
}

// Conditions first, then the amount, then caps and the like, computed in this order. 「」 holds the words of the source, whose figures
// must agree. “up to” leaves a decision to the authority; a fixed rate is written without it.
clause voucher {
  cites article 3
  authority "Bureau of Industry", "Bureau of Finance"
  when compute at least 300,000 CNY     「算力支出达到30万元以上」
  grant up to 50% of compute            「按支出最高50%给予补助」
  cap 500,000 CNY per company per year  「每家企业每年最高不超过50万元」
}

// Tiers: the order of rows does not matter, “the highest” takes the hardest row that is passed.
clause growth_award {
  cites article 4
  authority "Bureau of Science"
  when high_tech
  award by growth of rd, the highest {
    over 20% : 100,000 CNY  「增长率超过20%的，给予奖励10万元」
    over 40% : 200,000 CNY  「超过40%的，给予奖励20万元」
  }
}

// Examples say what must come out: one at each edge, above and below. Facts that are not given are unknown.
example "exactly 300,000" {
  given compute = 300,000 CNY
  expect voucher = up to 150,000 CNY
}

example "one yuan short" {
  given compute = 299,999 CNY
  expect voucher = not met
}

example "decided at 40%, up to the cap" {
  given compute = 2,000,000 CNY
  decided voucher = 40%
  expect voucher = 500,000 CNY
}

example "growth of exactly 40% is in the lower tier" {
  given high_tech = yes, rd = 1,400,000 CNY, last year's rd = 1,000,000 CNY
  expect growth_award = 100,000 CNY
}

example "nothing is known of the year before" {
  given high_tech = yes, rd = 1,400,000 CNY
  expect growth_award = undetermined between 0 CNY and 200,000 CNY for rd
}
`,
  },
  applicant: {
    zh: `{
  "subject": "示例企业",
  "高新技术企业": true,
  "算力支出": { "2025": "800000.00" },
  "研发费用": { "2024": "1000000.00", "2025": "1500000.00" },
  "核定": [{ "clause": "算力券", "year": 2025, "rate": "45%", "date": "2026-03-01", "source": "会议纪要1号" }]
}
`,
    en: `{
  "subject": "sample company",
  "high_tech": true,
  "compute": { "2025": "800000.00" },
  "rd": { "2024": "1000000.00", "2025": "1500000.00" },
  "decisions": [{ "clause": "voucher", "year": 2025, "rate": "45%", "date": "2026-03-01", "source": "resolution 1" }]
}
`,
  },
};
