/** Catalogue JT416x: payment plans. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

export const PlanNotLast = diagnostic<{ readonly line: Bilingual }>(() => ({
  code: 'JT4160',
  severity: 'error',
  zh: {
    message: ({ line }) => `“${line.zh}”写在兑付安排之后：兑付安排只把已定的金额分期，此后金额不再变`,
    help: () => '移到兑付安排之前',
  },
  en: {
    message: ({ line }) =>
      `“${line.en}” stands after the payment plan, which only splits an amount that is settled by then`,
    help: () => 'move it before the payment plan',
  },
}));

export const PlanInItems = diagnostic(() => ({
  code: 'JT4161',
  severity: 'error',
  zh: {
    message: () => '兑付安排写在“逐个 { }”里面：它是整个条款的最后一行',
    help: () => '移到“逐个 { }”之后；要逐项分期，把“逐个 …”写在条款名之后',
  },
  en: {
    message: () => 'the payment plan stands inside “for each { }”, but it is the last line of the whole clause',
    help: () => 'move it after “for each { }”; to pay item by item, write “for each …” after the name of the clause',
  },
}));

export const SharesNotWhole = diagnostic<{ readonly total: string; readonly withRest: boolean }>(() => ({
  code: 'JT4162',
  severity: 'error',
  zh: {
    message: ({ total, withRest }) =>
      withRest ? `各期比例已合计 ${total}，“其余”没有可付的` : `各期比例合计 ${total}，不是 100%`,
    help: ({ withRest }) => (withRest ? '减少前面的比例，或去掉“其余”这一行' : '改正比例，或把最后一期写成“其余”'),
  },
  en: {
    message: ({ total, withRest }) =>
      withRest
        ? `the shares make ${total} already, so that nothing is left for “the rest”`
        : `the shares make ${total}, not 100%`,
    help: ({ withRest }) =>
      withRest
        ? 'lessen the shares, or take out the row of the rest'
        : 'mend the shares, or write “the rest” in the last row',
  },
}));

export const RestNotLast = diagnostic(() => ({
  code: 'JT4163',
  severity: 'error',
  zh: { message: () => '“其余”只能是最后一期', help: () => '把这一行移到最后，只留一行“其余”' },
  en: {
    message: () => '“the rest” can only be the last row',
    help: () => 'move the row to the end, and keep one such row',
  },
}));

export const RestUnsaid = diagnostic(() => ({
  code: 'JT4164',
  severity: 'error',
  zh: {
    message: () => '各期写的是金额，没有说余下的何时兑付',
    help: () => '加一行“其余”，如“第三年 ： 其余”；或“此后每满 1年 ： …”，直至付完',
  },
  en: {
    message: () => 'the parts are sums, and nothing says when what they leave is paid',
    help: () => 'add a row such as “in year 3 : the rest”, or “then every 1 year : …”, until all is paid',
  },
}));

export const RepeatMisplaced = diagnostic(() => ({
  code: 'JT4165',
  severity: 'error',
  zh: {
    message: () => '“此后每满”要单独写在最后一行，前面另有一期，每次兑付一个金额',
    help: () => '如：“于 入驻日期 ： 200万元”，下一行“此后每满 1年 ： 200万元”',
  },
  en: {
    message: () => '“then every” stands alone in the last row, after another, and pays a sum each time',
    help: () => 'as in “on moved_in_on : 2,000,000 CNY”, and below it “then every 1 year : 2,000,000 CNY”',
  },
}));

export const ShareNotPositive = diagnostic(() => ({
  code: 'JT4166',
  severity: 'error',
  zh: { message: () => '一期的份额要大于零', help: () => '去掉这一行，或改正数字' },
  en: { message: () => 'a part must be more than nothing', help: () => 'take out the row, or mend the figure' },
}));

export const PartsOutOfRange = diagnostic<{ readonly most: number; readonly least: number }>(() => ({
  code: 'JT4167',
  severity: 'error',
  zh: {
    message: ({ least, most }) => `分期的年数要在 ${least} 至 ${most} 之间`,
    help: () => '获奖当年是第一年，次年是第二年',
  },
  en: {
    message: ({ least, most }) => `the years of a payment plan go from ${least} to ${most}`,
    help: () => 'the year of the award is year 1, the next is year 2',
  },
}));

export const RefundOfGrant = diagnostic(() => ({
  code: 'JT4168',
  severity: 'error',
  zh: {
    message: () => '“超出退还”只用于抵免：不足抵减的部分以现金退还',
    help: () => '补助奖励写“超出不补”或“超出结转”',
  },
  en: {
    message: () => '“excess refunded” is for tax credits: what the tax does not take up is paid in cash',
    help: () => 'for a grant write “excess lost” or “excess carried over”',
  },
}));

export const PlanReadsClause = diagnostic<{ readonly clause: string }>(() => ({
  code: 'JT4169',
  severity: 'error',
  zh: {
    message: ({ clause }) => `兑付安排里用到条款“${clause}”：到兑付的年度，只看得到当年的填报和参数`,
    help: () => '改用填报项写条件',
  },
  en: {
    message: ({ clause }) =>
      `the payment plan reads clause “${clause}”; in the year of payment only that year's facts and parameters are at hand`,
    help: () => 'write the condition in terms of facts',
  },
}));

export const LedgerAgainstPlan = diagnostic<{ readonly clause: string; readonly planned: boolean }>(() => ({
  code: 'JT4171',
  severity: 'error',
  zh: {
    message: ({ clause, planned }) =>
      planned ? `条款“${clause}”分期兑付，台账没有说是应得的还是哪一期的` : `条款“${clause}”不分期兑付`,
    help: ({ planned }) =>
      planned ? '应得的写“获批 30万元”；某一期的写“已付 10万元 为 2023年 第一期”' : '写“已付 30万元”',
  },
  en: {
    message: ({ clause, planned }) =>
      planned
        ? `clause “${clause}” is paid in parts, and the ledger does not say whether this is the award or a part of it`
        : `clause “${clause}” is not paid in parts`,
    help: ({ planned }) =>
      planned
        ? 'write “granted 300,000 CNY” of the award, “paid 100,000 CNY as part 1 of 2023” of a part'
        : 'write “paid 300,000 CNY”',
  },
}));

export const NothingPaidInParts = diagnostic<{ readonly clause: string }>(() => ({
  code: 'JT4172',
  severity: 'error',
  zh: {
    message: ({ clause }) => `条款“${clause}”没有兑付安排，本期兑付的就是给予的`,
    help: () => '去掉“本期兑付”，或在条款末尾写“分期兑付 { … }”',
  },
  en: {
    message: ({ clause }) => `clause “${clause}” has no payment plan: what it grants is paid at once`,
    help: () => 'drop “paid now”, or end the clause with “paid in parts { … }”',
  },
}));

export const PlanWithoutRows = diagnostic(() => ({
  code: 'JT4170',
  severity: 'error',
  zh: { message: () => '“分期兑付”里没有写任何一期', help: () => '写如“第一年 ： 40%”“第二年 ： 其余”' },
  en: {
    message: () => 'the payment plan has no rows',
    help: () => 'write rows such as “in year 1 : 40%”, “in year 2 : the rest”',
  },
}));
