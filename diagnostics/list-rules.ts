/** Catalogue JT411x–JT413x: order within a list, limits on number, keys that several applicants share. */
import { diagnostic } from './diagnostic.ts';

export const OrderWordOfDate = diagnostic<{ readonly isDate: boolean }>({
  code: 'JT4110',
  severity: 'error',
  zh: {
    message: ({ isDate }) => (isDate ? '日期没有高低，只有先后' : '“先后”只用于日期，这里不是日期'),
    help: ({ isDate }) => (isDate ? '写“先后”（早的在前）或“由后到先”' : '写“由高到低”或“由低到高”'),
  },
  en: {
    message: ({ isDate }) =>
      isDate ? 'days are not high or low but early or late' : '“earliest” and “latest” speak of days; this is none',
    help: ({ isDate }) =>
      isDate ? 'write “earliest first” or “latest first”' : 'write “highest first” or “lowest first”',
  },
});

/** D17. */
export const TiesUnsaid = diagnostic<{ readonly isRank: boolean }>({
  code: 'JT4111',
  severity: 'error',
  zh: {
    message: () => '没有写并列的怎么排',
    help: ({ isRank }) =>
      isRank
        ? '写“，并列同名次”（两个第1名，其后是第3名）、“，并列按填报先后”，或先按另一项分先后：“，并列按 … 先后，并列同名次”'
        : '写“，并列按填报先后”，或先按另一项分先后：“，并列按 … 先后，并列按填报先后”',
  },
  en: {
    message: () => 'it is not said how those that stand alike are placed',
    help: ({ isRank }) =>
      isRank
        ? 'write “, ties share the rank” (two are first, the next is third), “, ties in listed order”, or let another figure decide first: “, ties by … earliest first, ties share the rank”'
        : 'write “, ties in listed order”, or let another figure decide first: “, ties by … earliest first, ties in listed order”',
  },
});

export const TiesCannotShare = diagnostic({
  code: 'JT4112',
  severity: 'error',
  zh: {
    message: () => '“并列同名次”分不出先后，这里却要一个一个地用掉限额',
    help: () => '改为“，并列按填报先后”，或先按另一项分先后：“，并列按 … 先后，并列按填报先后”',
  },
  en: {
    message: () => '“ties share the rank” leaves ties together, but here a limit is used up one by one',
    help: () =>
      'write “, ties in listed order”, or let another figure decide first: “, ties by … earliest first, ties in listed order”',
  },
});

export const OrderReadsClause = diagnostic<{ readonly isCeiling: boolean }>({
  code: 'JT4113',
  severity: 'error',
  zh: {
    message: ({ isCeiling }) =>
      isCeiling
        ? '排列先后时不能写“最高”：它是给多少的上限'
        : '排列先后时不能用条款的金额、已获或“首次超过”：它们不是各项自己的数',
    help: () => '按各项填报的数来排',
  },
  en: {
    message: ({ isCeiling }) =>
      isCeiling
        ? '“up to” cannot stand in an order: it is the ceiling of a payment'
        : 'an order cannot read clauses, what was paid, or “first time”: these are not figures of each item',
    help: () => 'order the items by figures stated for each of them',
  },
});

export const LimitOfOneItem = diagnostic<{ readonly list: string }>({
  code: 'JT4114',
  severity: 'error',
  zh: {
    message: ({ list }) => `限额由各“${list}”共同使用，不能随某一项而变`,
    help: () => '写一个对各项都相同的数：固定的数、申报人填报的数、参数',
  },
  en: {
    message: ({ list }) => `the limit is used up by all ${list} items together and cannot hang on one of them`,
    help: () => 'write a figure that is the same for all: a fixed one, a fact of the applicant, a parameter',
  },
});
