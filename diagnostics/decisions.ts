/** Catalogue JT604x: decisions of the authority as they come in. R14. Whether one exceeds its ceiling shows only in evaluation. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

interface At {
  readonly place: Bilingual;
}

export const DecisionsForm = diagnostic<At & { readonly written: string }>(() => ({
  code: 'JT6040',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}的写法不对，这里是 ${written}`,
    help: () => '写成列表：[{"clause": "条款", "year": 2024, "rate": "35%"}]；item、date、source 可不写',
  },
  en: {
    message: ({ place, written }) => `${place.en} is not written as decisions are; this is ${written}`,
    help: () => 'write a list: [{"clause": "…", "year": 2024, "rate": "35%"}]; item, date and source may be left out',
  },
}));

export const DecisionClause = diagnostic<
  At & { /** Absent: none was named. */ readonly written?: string; readonly near: readonly string[] }
>(() => ({
  code: 'JT6041',
  severity: 'error',
  zh: {
    message: ({ place, written }) =>
      written === undefined ? `${place.zh}没有写明条款` : `${place.zh}：没有 ${written} 这个条款`,
    help: ({ near }) =>
      near.length > 0
        ? `是不是想写${near.map((one) => `“${one}”`).join('或')}？`
        : '用 "clause" 写明核定的是政策里的哪个条款',
  },
  en: {
    message: ({ place, written }) =>
      written === undefined ? `${place.en} does not name its clause` : `${place.en}: there is no clause ${written}`,
    help: ({ near }) =>
      near.length > 0
        ? `did you mean ${near.map((one) => `“${one}”`).join(' or ')}?`
        : 'name a clause of the policy under "clause"',
  },
}));

export const DecisionYear = diagnostic<At & { /** Absent: none was given. */ readonly written?: string }>(() => ({
  code: 'JT6042',
  severity: 'error',
  zh: {
    message: ({ place, written }) =>
      written === undefined ? `${place.zh}没有写明年度` : `${place.zh}：${written} 不是年度`,
    help: () => '用 "year" 写四位年度，1900 至 2200，例如 2024',
  },
  en: {
    message: ({ place, written }) =>
      written === undefined ? `${place.en} does not say its year` : `${place.en}: ${written} is not a year`,
    help: () => 'write the year under "year" in four digits, 1900 to 2200, like 2024',
  },
}));

export const DecisionRateOrAmount = diagnostic<At>(() => ({
  code: 'JT6043',
  severity: 'error',
  zh: {
    message: ({ place }) => `${place.zh}应当有比例或金额，两者只写一个`,
    help: () => '核定比例写 "rate": "35%"，核定金额写 "amount": "300000"',
  },
  en: {
    message: ({ place }) => `${place.en} needs a rate or an amount, and only one of them`,
    help: () => 'write "rate": "35%" for a rate, or "amount": "300000" for an amount',
  },
}));

export const DecisionTwice = diagnostic<At & { readonly first: number; readonly second: number }>(() => ({
  code: 'JT6044',
  severity: 'error',
  zh: {
    message: ({ place, first, second }) => `${place.zh}写了两次：第 ${first} 条和第 ${second} 条`,
    help: () => '同一条款、同一对象、同一年度只留一条',
  },
  en: {
    message: ({ place, first, second }) => `${place.en} is given twice: as no. ${first} and as no. ${second}`,
    help: () => 'keep one for each clause, item and year',
  },
}));

/** Would silently decide nothing. */
export const DecisionItem = diagnostic<At & { readonly item: string; readonly near: readonly string[] }>(() => ({
  code: 'JT6045',
  severity: 'error',
  zh: {
    message: ({ place, item }) => `${place.zh}：填报里没有“${item}”这一项`,
    help: ({ near }) =>
      near.length > 0 ? `是不是想写${near.map((one) => `“${one}”`).join('或')}？` : '检查 "item"，或者补上这一项的填报',
  },
  en: {
    message: ({ place, item }) => `${place.en}: the facts have no item “${item}”`,
    help: ({ near }) =>
      near.length > 0
        ? `did you mean ${near.map((one) => `“${one}”`).join(' or ')}?`
        : 'check "item", or add the facts of that item',
  },
}));
