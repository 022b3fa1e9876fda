/** Catalogue JT601x: which facts are given, by the names of the policy they are for. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

/** Words for a place in the facts: `自主研发费用（2022年）`, `rd (2022)`. */
interface At {
  readonly place: Bilingual;
}

/** A41: has no effect, so it must not pass unseen. */
export const UnknownFact = diagnostic<{
  readonly name: string;
  readonly owner: Bilingual;
  readonly near: readonly string[];
}>(() => ({
  code: 'JT6010',
  severity: 'warning',
  zh: {
    message: ({ name, owner }) => `${owner.zh}里没有叫“${name}”的一项，写了也不起作用`,
    help: ({ near }) =>
      near.length > 0 ? `是不是想写${near.map((one) => `“${one}”`).join('或')}？` : '检查名称；不需要的话删去',
  },
  en: {
    message: ({ name, owner }) => `nothing called “${name}” belongs in ${owner.en}; what stands there has no effect`,
    help: ({ near }) =>
      near.length > 0
        ? `did you mean ${near.map((one) => `“${one}”`).join(' or ')}?`
        : 'check the name, or delete the entry',
  },
}));

export const FactTwice = diagnostic<At & { readonly first: string; readonly second: string }>(() => ({
  code: 'JT6011',
  severity: 'error',
  zh: {
    message: ({ place, first, second }) => `${place.zh}给出了两次：一次写作“${first}”，一次写作“${second}”`,
    help: () => '只留一处',
  },
  en: {
    message: ({ place, first, second }) => `${place.en} is given twice: once as “${first}”, once as “${second}”`,
    help: () => 'keep one of the two',
  },
}));

export const NotAYear = diagnostic<At & { readonly written: string }>(() => ({
  code: 'JT6012',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}：“${written}”不是年度`,
    help: ({ written }) =>
      /^\d\d$/.test(written)
        ? `年度写四位数字：若是这个意思，写 "20${written}"`
        : '年度写四位数字，1900 至 2200，例如 "2024"',
  },
  en: {
    message: ({ place, written }) => `${place.en}: “${written}” is not a year`,
    help: ({ written }) =>
      /^\d\d$/.test(written)
        ? `write a year in four digits: "20${written}", if that is what is meant`
        : 'write a year in four digits, 1900 to 2200, like "2024"',
  },
}));

export const YearsExpected = diagnostic<At & { readonly written: string }>(() => ({
  code: 'JT6013',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}要逐年填报，这里只有一个值：${written}`,
    help: ({ written }) => `写明是哪一年的：{"2024": ${written}}`,
  },
  en: {
    message: ({ place, written }) => `${place.en} is given year by year; this is a single value: ${written}`,
    help: ({ written }) => `say which year it is for: {"2024": ${written}}`,
  },
}));

export const DaysExpected = diagnostic<At & { readonly written: string }>(() => ({
  code: 'JT6060',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}按日期换版，这里只有一个值：${written}`,
    help: ({ written }) => `写明自哪一天起：{"2024-01-01": ${written}}`,
  },
  en: {
    message: ({ place, written }) => `${place.en} is dated; this is a single value: ${written}`,
    help: ({ written }) => `say from which day it holds: {"2024-01-01": ${written}}`,
  },
}));

export const NotADay = diagnostic<At & { readonly written: string }>(() => ({
  code: 'JT6061',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}：“${written}”不是一个日期`,
    help: () => '写值开始执行的那一天，例如 "2024-07-01"',
  },
  en: {
    message: ({ place, written }) => `${place.en}: “${written}” is not a day`,
    help: () => 'write the day from which the value holds, such as "2024-07-01"',
  },
}));

/** The policy publishes every version: what is given beside cannot be read. */
export const NeverRead = diagnostic<At>(() => ({
  code: 'JT6062',
  severity: 'warning',
  zh: {
    message: ({ place }) => `${place.zh}用不到：各版的值政策都已写明`,
    help: () => '删去它；政策写“另行公布”的日子才读填报里的值',
  },
  en: {
    message: ({ place }) => `${place.en} is never read: the policy itself states every version`,
    help: () => 'delete it; values among the facts are read where the policy says “announced later”',
  },
}));

export const YearsNotExpected = diagnostic<At>(() => ({
  code: 'JT6014',
  severity: 'error',
  zh: {
    message: ({ place }) => `${place.zh}不分年度，这里却按年度给出`,
    help: () => '只写一个值，不写年度',
  },
  en: {
    message: ({ place }) => `${place.en} does not go by years, yet years are given`,
    help: () => 'write one value, without a year',
  },
}));

export const ListExpected = diagnostic<At & { readonly written: string }>(() => ({
  code: 'JT6015',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}应当是一个列表，这里是 ${written}`,
    help: () => '每项一对花括号，放在方括号里：[ { … }, { … } ]；没有时写 []，不知道时写 null',
  },
  en: {
    message: ({ place, written }) => `${place.en} is a list; this is ${written}`,
    help: () =>
      'put each item in braces, and all in square brackets: [ { … }, { … } ]; [] if there are none, null if unknown',
  },
}));

export const ItemExpected = diagnostic<At & { readonly written: string }>(() => ({
  code: 'JT6016',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}应当是一对花括号里的各项，这里是 ${written}`,
    help: () => '写成 { "名称": 内容, … }',
  },
  en: {
    message: ({ place, written }) => `${place.en} must be entries between braces; this is ${written}`,
    help: () => 'write { "name": value, … }',
  },
}));

/** R4: what identifies an item is never unknown. */
export const ItemWithoutKey = diagnostic<At & { readonly key: Bilingual }>(() => ({
  code: 'JT6017',
  severity: 'error',
  zh: {
    message: ({ place, key }) => `${place.zh}没有写${key.zh}`,
    help: ({ key }) => `每一项都要写${key.zh}，各不相同：台账和就高不重复靠它认出同一项`,
  },
  en: {
    message: ({ place, key }) => `${place.en} has no ${key.en}`,
    help: ({ key }) => `give every item its own ${key.en}: the ledger knows an item by it`,
  },
}));

export const ItemTwice = diagnostic<At & { readonly key: Bilingual; readonly first: number; readonly second: number }>(
  () => ({
    code: 'JT6018',
    severity: 'error',
    zh: {
      message: ({ place, first, second }) => `${place.zh}出现了两次：第 ${first} 项和第 ${second} 项`,
      help: ({ key }) => `同一项只写一次；若是两项，给它们不同的${key.zh}`,
    },
    en: {
      message: ({ place, first, second }) => `${place.en} is listed twice: as no. ${first} and as no. ${second}`,
      help: ({ key }) => `list it once; if they are two, give each its own ${key.en}`,
    },
  }),
);
