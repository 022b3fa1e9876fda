import type { Template } from './template.ts';

export const projects: Template = {
  id: 'projects',
  title: { zh: '逐个项目给予补助，就高不重复', en: 'grants project by project, without duplication' },
  called: '项目补助办法',
  policy: {
    zh: `// 一份可以直接检查、运行的草稿：改成你的条文。检查用 jieti check，运行示例用 jieti test。

政策 {NAME} {
  全称 "《若干措施》"
  有效期 2025-01-01 至 2027-12-31
  解释 "市科技局"
  兑付 舍去 到 1元
}

// 一家企业可以有几个项目，按编号区分；日期决定项目属于哪一年。
填报 company | 企业 {
  每个 project | 项目 按 项目编号 {
    code | 项目编号   ： 文字
    levels | 立项级别 ： 可多选 { national | 国家级、provincial | 省级 }
    cost | 项目投入   ： 金额
    won_on | 立项日期 ： 日期
    pilot | 试点项目  ： 是否
  }
}

// 逐个项目计算，到“每家 企业”一行为止；其后对各项目之和。“限次”查台账：以前年度发过的不再发。
条款 grant_for_level | 立项补助 逐个 项目 于 立项日期 {
  依据 第五条
  责任 "市科技局"、"市财政局"
  限次 每个 项目 一次
  补助 按 立项级别，就高 {
    国家级 ： 项目投入 的 40%，封顶 100万元  「国家级项目按投入的40%给予补助，最高100万元」
    省级   ： 项目投入 的 30%，封顶 50万元   「省级项目按30%给予补助，最高50万元」
  }
  封顶 每家 企业 每年 120万元  「每家企业每年最高120万元」
}

条款 grant_for_pilots | 试点补助 逐个 项目 于 立项日期 {
  依据 第六条
  责任 "市科技局"
  条件 试点项目
  限次 每个 项目 一次
  补助 45万元  「给予45万元补助」
}

// 同一项目两项都符合的，只发高的一项。
就高不重复 higher_one | 项目就高 {
  依据 第七条  「就高不重复」
  在 立项补助、试点补助
  每个 项目
  取最高
}

示例 "两级都有的，取高的一级" {
  设 项目 "甲一" {
    立项级别 = 国家级、省级
    项目投入 = 200万元
    立项日期 = 2025-05-01
    试点项目 = 否
  }
  台账 为空
  得 立项补助 = 80万元
  得 试点补助 = 不成立
}

示例 "试点补助高于省级补助" {
  设 项目 "甲一" { 立项级别 = 省级 ； 项目投入 = 100万元 ； 立项日期 = 2025-05-01 ； 试点项目 = 是 }
  台账 为空
  得 立项补助 = 被 试点补助 取代
  得 试点补助 = 45万元
}

示例 "三个项目，触及企业的封顶" {
  设 项目 "甲一" { 立项级别 = 省级 ； 项目投入 = 200万元 ； 立项日期 = 2025-05-01 ； 试点项目 = 否 }
  设 项目 "甲二" { 立项级别 = 省级 ； 项目投入 = 200万元 ； 立项日期 = 2025-06-01 ； 试点项目 = 否 }
  设 项目 "甲三" { 立项级别 = 省级 ； 项目投入 = 200万元 ； 立项日期 = 2025-07-01 ； 试点项目 = 否 }
  台账 为空
  得 立项补助 = 120万元
}

示例 "去年发过的项目" 2026年 {
  设 项目 "甲一" { 立项级别 = 省级 ； 项目投入 = 100万元 ； 立项日期 = 2026-01-05 ； 试点项目 = 否 }
  台账 2025年 立项补助 对 "甲一" 已付 30万元
  得 立项补助 = 不成立
}
`,
    en: `// A draft that can be checked and run as it stands: make it yours. jieti check checks it, jieti test runs the examples.

policy {NAME} {
  title "Measures"
  in force 2025-01-01 to 2027-12-31
  interpreted by "Bureau of Science"
  pay rounded down to 1 CNY
}

// A company may have several projects, told apart by their codes; the date says to which year a project belongs.
facts company {
  each project by code {
    code   : text
    levels : any of { national, provincial }
    cost   : money
    won_on : date
    pilot  : yes or no
  }
}

// Project by project down to the line “per company”, which acts on their sum. “once” asks the ledger: what was paid in an earlier year
// is not paid again.
clause grant_for_level for each project on won_on {
  cites article 5
  authority "Bureau of Science", "Bureau of Finance"
  once per project
  grant by levels, the highest {
    national   : 40% of cost, cap 1,000,000 CNY  「国家级项目按投入的40%给予补助，最高100万元」
    provincial : 30% of cost, cap 500,000 CNY    「省级项目按30%给予补助，最高50万元」
  }
  cap 1,200,000 CNY per company per year  「每家企业每年最高120万元」
}

clause grant_for_pilots for each project on won_on {
  cites article 6
  authority "Bureau of Science"
  when pilot
  once per project
  grant 450,000 CNY  「给予45万元补助」
}

// Of a project that both are due for only the higher is paid.
no duplication higher_one {
  cites article 7  「就高不重复」
  among grant_for_level, grant_for_pilots
  per project
  take the highest
}

example "of two levels the higher" {
  given project "A1" {
    levels = national, provincial
    cost = 2,000,000 CNY
    won_on = 2025-05-01
    pilot = no
  }
  ledger empty
  expect grant_for_level = 800,000 CNY
  expect grant_for_pilots = not met
}

example "the grant for pilots is the higher" {
  given project "A1" {
    levels = provincial
    cost = 1,000,000 CNY
    won_on = 2025-05-01
    pilot = yes
  }
  ledger empty
  expect grant_for_level = superseded by grant_for_pilots
  expect grant_for_pilots = 450,000 CNY
}

example "three projects, up to the cap of the company" {
  given project "A1" {
    levels = provincial
    cost = 2,000,000 CNY
    won_on = 2025-05-01
    pilot = no
  }
  given project "A2" {
    levels = provincial
    cost = 2,000,000 CNY
    won_on = 2025-06-01
    pilot = no
  }
  given project "A3" {
    levels = provincial
    cost = 2,000,000 CNY
    won_on = 2025-07-01
    pilot = no
  }
  ledger empty
  expect grant_for_level = 1,200,000 CNY
}

example "a project paid last year" in 2026 {
  given project "A1" {
    levels = provincial
    cost = 1,000,000 CNY
    won_on = 2026-01-05
    pilot = no
  }
  ledger grant_for_level for "A1" in 2025 paid 300,000 CNY
  expect grant_for_level = not met
}
`,
  },
  applicant: {
    zh: `{
  "subject": "示例企业",
  "项目": [
    { "项目编号": "甲一", "立项级别": ["国家级"], "项目投入": "2000000.00", "立项日期": "2025-05-01", "试点项目": false },
    { "项目编号": "甲二", "立项级别": ["省级"], "项目投入": "1000000.00", "立项日期": "2025-06-01", "试点项目": true }
  ]
}
`,
    en: `{
  "subject": "sample company",
  "project": [
    { "code": "A1", "levels": ["national"], "cost": "2000000.00", "won_on": "2025-05-01", "pilot": false },
    { "code": "A2", "levels": ["provincial"], "cost": "1000000.00", "won_on": "2025-06-01", "pilot": true }
  ]
}
`,
  },
};
