/** Catalogue JT40xx: the policy head and the form of a clause. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

export const NoPolicyHead = diagnostic(() => ({
  code: 'JT4003',
  severity: 'error',
  zh: {
    message: () => '没有“政策”开头：不知道政策的名称和有效期',
    help: () => '在文件开头写“政策 名称 { 有效期 2023-10-10 至 2025-12-31 }”',
  },
  en: {
    message: () => 'there is no “policy” head, so the policy has no name and no term',
    help: () => 'begin the file with “policy NAME { in force 2023-10-10 to 2025-12-31 }”',
  },
}));

export const TwoPolicyHeads = diagnostic(() => ({
  code: 'JT4004',
  severity: 'error',
  zh: { message: () => '一个文件里有两个“政策”开头', help: () => '每个政策单独写一个文件' },
  en: { message: () => 'the file has two “policy” heads', help: () => 'write each policy in a file of its own' },
}));

export const NoInForce = diagnostic(() => ({
  code: 'JT4005',
  severity: 'error',
  zh: {
    message: () => '政策没有写有效期',
    help: () => '写“有效期 2023-10-10 至 2025-12-31”；没有截止日的只写起始日',
  },
  en: {
    message: () => 'the policy does not say when it is in force',
    help: () => 'write “in force 2023-10-10 to 2025-12-31”; leave out the end if there is none',
  },
}));

export const InForceReversed = diagnostic<{ readonly from: string; readonly to: string }>(() => ({
  code: 'JT4006',
  severity: 'error',
  zh: {
    message: ({ from, to }) => `有效期的截止日${to}早于起始日${from}`,
    help: () => '检查两个日期，先写起始日，后写截止日',
  },
  en: {
    message: ({ from, to }) => `the policy ends on ${to}, before it begins on ${from}`,
    help: () => 'check the two days: the first day in force comes first',
  },
}));

export const LineTwice = diagnostic<{ readonly line: Bilingual }>(() => ({
  code: 'JT4007',
  severity: 'error',
  zh: { message: ({ line }) => `“${line.zh}”这一行写了两次`, help: () => '只留一行' },
  en: { message: ({ line }) => `there are two “${line.en}” lines`, help: () => 'keep one of them' },
}));

/** R8: what growth from zero is, the policy says, not we. */
export const NoGrowthBase = diagnostic(() => ({
  code: 'JT4008',
  severity: 'error',
  zh: {
    message: () => '用到了增速，但政策没有说上年为零时怎么算',
    help: () => '在政策开头写“基期为零 无增速”（不成立）或“基期为零 视为无限”（任何增长都够）',
  },
  en: {
    message: () => 'growth is used, but the policy does not say what growth from zero is',
    help: () =>
      'write “growth from zero has no rate” (not met) or “growth from zero is unlimited” (any rise suffices) in the policy head',
  },
}));

/** R6. */
export const WhenAfterAmount = diagnostic(() => ({
  code: 'JT4009',
  severity: 'error',
  zh: {
    message: () => '“条件”写在金额之后：条件管整个条款，要写在金额之前',
    help: () => '移到“补助”“奖励”之前；若只管后加的一笔，写“另加 … 如果 …”',
  },
  en: {
    message: () => 'a “when” after the amount: it governs the whole clause and stands before it',
    help: () => 'move it before the grant; if it governs one further sum only, write “add … if …”',
  },
}));

export const SecondAmount = diagnostic(() => ({
  code: 'JT4010',
  severity: 'error',
  zh: {
    message: () => '一个条款只能有一行金额，前面已经写过了',
    help: () => '再加一笔写“另加 …”（有条件的写“另加 … 如果 …”）；各算各的就写成两个条款',
  },
  en: {
    message: () => 'a clause has one amount line, and there is one before this',
    help: () => 'to add a further sum write “add …” or “add … if …”; if the two are separate, make two clauses',
  },
}));

export const AmountComesFirst = diagnostic<{ readonly line: Bilingual }>(() => ({
  code: 'JT4011',
  severity: 'error',
  zh: {
    message: ({ line }) => `“${line.zh}”写在金额之前，还没有金额可以让它起作用`,
    help: () => '先写“补助”“奖励”等一行金额，再写这一行',
  },
  en: {
    message: ({ line }) => `“${line.en}” stands before any amount it could act on`,
    help: () => 'write the grant line first, then this one',
  },
}));

export const NoAmount = diagnostic<{ readonly clause: Bilingual }>(() => ({
  code: 'JT4012',
  severity: 'error',
  zh: {
    message: ({ clause }) => `条款“${clause.zh}”没有写给多少`,
    help: () => '加一行“补助 …”“奖励 …”；确实不涉及金额的，写“不计算 "…"”或“另行规定 "…"”',
  },
  en: {
    message: ({ clause }) => `clause “${clause.en}” does not say how much`,
    help: () =>
      'add a line “grant …” or “award …”; if it carries no money, write “no amount "…"” or “by other rules "…"”',
  },
}));

export const TextWithAmount = diagnostic(() => ({
  code: 'JT4013',
  severity: 'error',
  zh: {
    message: () => '同一条款里既计算金额，又写“不计算”或“另行规定”',
    help: () => '拆成两个条款：一个计算金额，一个只写文字',
  },
  en: {
    message: () => 'the clause computes an amount and also says “no amount” or “by other rules”',
    help: () => 'make two clauses, one for the amount and one for the text',
  },
}));

export const NestedItems = diagnostic(() => ({
  code: 'JT4014',
  severity: 'error',
  zh: {
    message: () => '“逐个”里又套“逐个”',
    help: () => '逐项只有一层；里面那种用“各 … 的 … 合计”汇总',
  },
  en: {
    message: () => '“for each” inside “for each”',
    help: () => 'items go one level deep; total the inner list with “total of … over each …”',
  },
}));

/** R2. */
export const ScopeNarrows = diagnostic<{ readonly before: Bilingual; readonly here: Bilingual }>(() => ({
  code: 'JT4015',
  severity: 'error',
  zh: {
    message: ({ before, here }) => `前面一行已经管到${before.zh}，这里又退回到${here.zh}`,
    help: () => '一个条款里范围只能由小到大：先写每项的行，再写每家企业的行，先逐年，再累计',
  },
  en: {
    message: ({ before, here }) => `the line before acts on ${before.en}; this one goes back to ${here.en}`,
    help: () =>
      'down a clause scopes only widen: lines per item first, then per applicant; per year first, then over several years',
  },
}));

export const CapWithoutScope = diagnostic<{ readonly subject: Bilingual; readonly amount: Bilingual }>(() => ({
  code: 'JT4016',
  severity: 'error',
  zh: {
    message: () => '没有写按什么封顶：每家企业、每个项目，还是每年、累计',
    help: ({ subject, amount }) => `写明范围，例如“封顶 每家 ${subject.zh} 每年 ${amount.zh}”`,
  },
  en: {
    message: () => 'the cap does not say per what: per applicant or per item, per year or ever',
    help: ({ subject, amount }) => `say it, as in “cap ${amount.en} per ${subject.en} per year”`,
  },
}));

export const ScopesContradict = diagnostic<{ readonly first: Bilingual; readonly second: Bilingual }>(() => ({
  code: 'JT4017',
  severity: 'error',
  zh: {
    message: ({ first, second }) => `“${first.zh}”与“${second.zh}”不能同时写在一行`,
    help: () => '只留一个；两个都要封顶的，写成两行',
  },
  en: {
    message: ({ first, second }) => `“${first.en}” and “${second.en}” cannot stand on one line`,
    help: () => 'keep one; if both bounds hold, write two lines',
  },
}));

/** R11. */
export const AfterBudget = diagnostic<{ readonly line: Bilingual }>(() => ({
  code: 'JT4018',
  severity: 'error',
  zh: {
    message: ({ line }) => `“${line.zh}”写在总额之后，不知道是分之前还是分之后`,
    help: () => '总额之后只能写 封顶、扣除、取整；其余移到总额之前',
  },
  en: {
    message: ({ line }) => `“${line.en}” after the budget: before or after the money is shared?`,
    help: () => 'only cap, less and round may follow a budget; move this line before it',
  },
}));

export const ListNeedsKey = diagnostic<{ readonly list: string }>(() => ({
  code: 'JT4019',
  severity: 'error',
  zh: {
    message: ({ list }) => `这里要认得出以往的同一个“${list}”，但“${list}”没有编号`,
    help: ({ list }) => `在 填报 里写“每个 ${list} 按 编号 { 编号 : 文字 … }”`,
  },
  en: {
    message: ({ list }) => `the same “${list}” must be known again here, but “${list}” has nothing to know it by`,
    help: ({ list }) => `among the facts write “each ${list} by number { number : text … }”`,
  },
}));

/** R4: what hangs on no year would be paid again each year. */
export const PaidEveryYear = diagnostic<{ readonly clause: Bilingual; readonly list?: string }>(() => ({
  code: 'JT4020',
  severity: 'error',
  zh: {
    message: ({ clause }) => `条款“${clause.zh}”的金额与年度无关，照此每年都会再发一次`,
    help: ({ list }) =>
      list === undefined
        ? '一次性的写“限次 每家 企业 一次”；确实每年都发的写“每年发放”'
        : `写明哪一年的项目：“逐个 ${list} 于 日期项”；或写“限次 每个 ${list} 一次”；确实每年都发的写“每年发放”`,
  },
  en: {
    message: ({ clause }) =>
      `the amount of clause “${clause.en}” hangs on no year, so it would be paid again each year`,
    help: ({ list }) =>
      list === undefined
        ? 'write “once per company”, or “every year” if it is meant to be paid each year'
        : `say which year an item belongs to, “for each ${list} on DATE”; or write “once per ${list}”, or “every year” if that is meant`,
  },
}));

export const LadderOutOfPlace = diagnostic(() => ({
  code: 'JT4027',
  severity: 'error',
  zh: {
    message: () => '“首次超过 … { … }”只能写在条款的补助、奖励行里：补差要扣除的是本条款已付的数',
    help: () => '另写一个条款，以它为金额；别处要用其结果，引用那个条款的名称',
  },
  en: {
    message: () =>
      'a “first time … over { … }” stands on the grant line of a clause alone: what it deducts was paid under that clause',
    help: () => 'write a clause of its own for it, and name that clause where its result is wanted',
  },
}));

export const CeilingInCondition = diagnostic(() => ({
  code: 'JT4021',
  severity: 'error',
  zh: {
    message: () => '条件里不能写“最高”：它是给多少的上限，不是要比较的数',
    help: () => '要比的是上限就写“不超过 …”；“最高”写在补助、奖励行里',
  },
  en: {
    message: () => '“up to” cannot stand in a condition: it is the ceiling of a payment, not a figure to compare',
    help: () => 'for a bound write “at most …”; “up to” belongs on the grant line',
  },
}));

export const OnceScope = diagnostic(() => ({
  code: 'JT4022',
  severity: 'error',
  zh: {
    message: () => '“限次”要写明对谁只给一次，不能按年：同一年本来只算一次',
    help: () => '写“每家 企业 一次”，在“逐个”里写“每个 项目 一次”；几次的写“每家 企业 连续3年 2次”',
  },
  en: {
    message: () => '“once” must say for whom, and cannot be per year: within a year a clause pays once anyhow',
    help: () =>
      'write “once per company”, or inside “for each” “once per project”; for more than once “limit 2 per company over 3 years”',
  },
}));

export const ScopeNotAtHand = diagnostic<{ readonly list: string }>(() => ({
  code: 'JT4023',
  severity: 'error',
  zh: {
    message: ({ list }) => `这一行不在“逐个 ${list}”之内，不能按每个“${list}”`,
    help: ({ list }) => `把这一行移进“逐个 ${list} { … }”，或改为每家企业`,
  },
  en: {
    message: ({ list }) => `this line is not inside “for each ${list}”, so it cannot act per ${list}`,
    help: ({ list }) => `move it into “for each ${list} { … }”, or make it per applicant`,
  },
}));

/** R11: a pool is shared by all applicants. */
export const BudgetScope = diagnostic<{ readonly scope: Bilingual }>(() => ({
  code: 'JT4024',
  severity: 'error',
  zh: {
    message: ({ scope }) => `总额是全体申报人共用的，不能写“${scope.zh}”`,
    help: () => '总额写“每年”或“有效期内”；每家企业最多多少写“封顶”',
  },
  en: {
    message: ({ scope }) => `a budget is shared by all applicants; it cannot be “${scope.en}”`,
    help: () => 'a budget is “per year” or “while in force”; the most for one applicant is a “cap”',
  },
}));

export const BudgetInItems = diagnostic(() => ({
  code: 'JT4025',
  severity: 'error',
  zh: {
    message: () => '“总额”写在“逐个 { }”里面：总额是全体申报人共用的',
    help: () => '移到“逐个 { }”之后',
  },
  en: {
    message: () => 'the budget stands inside “for each { }”, but it is shared by all applicants',
    help: () => 'move it after “for each { }”',
  },
}));

export const ApplicantInsideItems = diagnostic<{ readonly subject: Bilingual }>(() => ({
  code: 'JT4028',
  severity: 'error',
  zh: {
    message: ({ subject }) => `按每家“${subject.zh}”的一行写在“逐个 { }”里面，逐项都会各算一次`,
    help: () => '移到“逐个 { }”之后：封顶照写；只给前几项的，写“名额 每家 企业 每年 3，按 …”；或改为每个项目',
  },
  en: {
    message: ({ subject }) =>
      `a line per ${subject.en} stands inside “for each { }”, where every item would have it to itself`,
    help: () =>
      'move it after “for each { }”: a cap as it is; for the first few items alone “limit 3 per company per year, by …”; or make it per item',
  },
}));

export const ParameterYears = diagnostic<{ readonly yearly: boolean; readonly twice: boolean }>(() => ({
  code: 'JT4026',
  severity: 'error',
  zh: {
    message: ({ yearly, twice }) =>
      twice
        ? '这个参数同一年的数写了两次'
        : yearly
          ? '这个参数是逐年的，这个数没有写是哪一年的'
          : '这个参数不是逐年的，不能按年写数',
    help: ({ yearly, twice }) => (twice ? '只留一个' : yearly ? '写成“2023 ： 10%”' : '去掉年份，或把它声明为“逐年”'),
  },
  en: {
    message: ({ yearly, twice }) =>
      twice
        ? 'the parameter has two values for one year'
        : yearly
          ? 'the parameter has a value for each year, and this one names no year'
          : 'the parameter has one value for all years, and this one names a year',
    help: ({ yearly, twice }) =>
      twice
        ? 'keep one of them'
        : yearly
          ? 'write “2023 : 10%”'
          : 'drop the year, or declare the parameter “each year”',
  },
}));
