/** Catalogue JT410x: figures dated within a period. R19. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

/** A figure that changes in the middle of a year meets a figure of the whole year: which of its values counts is not for the compiler to say. D12, D18. */
export const FigureChangesWithin = diagnostic<{ readonly name: Bilingual; readonly day: string | undefined }>(() => ({
  code: 'JT4100',
  severity: 'error',
  zh: {
    message: ({ name, day }) =>
      day === undefined
        ? `“${name.zh}”可能在年度之内换版，这里又用到整年的数，没有写按哪一天的值`
        : `“${name.zh}”在${day}换版，不在年初，这里又用到整年的数，没有写按哪一天的值`,
    help: ({ name }) =>
      `写“${name.zh} 以 时点日 为准”（按条款的时点日），或“以”另一个日期“为准”，或“${name.zh} 按日分段”（各版按年度内的天数加权）`,
  },
  en: {
    message: ({ name, day }) =>
      day === undefined
        ? `“${name.en}” may change within a year and meets a figure of the whole year here; the value of which day counts?`
        : `“${name.en}” changes on ${day}, within a year, and meets a figure of the whole year here; the value of which day counts?`,
    help: ({ name }) =>
      `write “${name.en} as of reference day” (the clause's own day), “as of” another date, or “${name.en} split by days” (each value by the days of the year on which it holds)`,
  },
}));

export const VersionsOverlap = diagnostic<{ readonly from: string; readonly to: string }>(() => ({
  code: 'JT4101',
  severity: 'error',
  zh: {
    message: ({ from, to }) => (from === to ? `${from}有两个值` : `${from}至${to}有两个值`),
    help: () => '让前一版在后一版开始的前一日终止，或不写前一版的终止日',
  },
  en: {
    message: ({ from, to }) =>
      from === to ? `there are two values on ${from}` : `there are two values from ${from} to ${to}`,
    help: () => 'let the earlier one end the day before the later one begins, or leave its end out',
  },
}));

export const VersionEndsBefore = diagnostic(() => ({
  code: 'JT4102',
  severity: 'error',
  zh: { message: () => '终止日早于起始日', help: () => '两个日期对调，或改正其中一个' },
  en: { message: () => 'the last day is before the first', help: () => 'swap the two days, or correct one' },
}));

export const NothingDated = diagnostic<{ readonly split: boolean }>(() => ({
  code: 'JT4103',
  severity: 'error',
  zh: {
    message: ({ split }) => `这里没有按日期换版的参数，“${split ? '按日分段' : '以 … 为准'}”不起作用`,
    help: () => '删去它；要换版的数声明为“参数 … 按日期 { 自 日期 起 ： 值 }”',
  },
  en: {
    message: ({ split }) => `nothing here is dated, so “${split ? 'split by days' : 'as of'}” says nothing`,
    help: () => 'delete it; a figure that changes is declared as “parameter … dated { from DAY : value }”',
  },
}));

/** A mean of products is not the product of the means. */
export const SplitOfSeveral = diagnostic(() => ({
  code: 'JT4104',
  severity: 'error',
  zh: {
    message: () => '“按日分段”一次只能用于一个按日期的参数',
    help: () => '把“按日分段”直接写在那个参数后面；其余的写“以 … 为准”',
  },
  en: {
    message: () => '“split by days” takes one dated figure at a time',
    help: () => 'write it directly after that figure; give the others “as of” a day',
  },
}));

export const RowsByDay = diagnostic<{ readonly dated: boolean }>(() => ({
  code: 'JT4105',
  severity: 'error',
  zh: {
    message: ({ dated }) => (dated ? '这一行没有写自哪一天起' : '这个参数不按日期换版，行里却写了日期'),
    help: ({ dated }) => (dated ? '写成“自 2024-07-01 起 ： 值”' : '在类型后写“按日期”，或删去日期'),
  },
  en: {
    message: ({ dated }) =>
      dated ? 'this row does not say from which day it holds' : 'this parameter is not dated, but the row has a day',
    help: ({ dated }) =>
      dated ? 'write it as in “from 2024-07-01 : value”' : 'write “dated” after the type, or delete the day',
  },
}));

export const DayForUndated = diagnostic<{ readonly name: string }>(() => ({
  code: 'JT4106',
  severity: 'error',
  zh: {
    message: ({ name }) => `“${name}”不是按日期换版的参数，不写自哪一天起`,
    help: () => '删去“自 … 起”',
  },
  en: {
    message: ({ name }) => `“${name}” is no dated parameter and has no day from which it holds`,
    help: () => 'delete “from …”',
  },
}));

export const NotDatable = diagnostic<{ readonly type: Bilingual }>(() => ({
  code: 'JT4107',
  severity: 'error',
  zh: {
    message: ({ type }) => `${type.zh}不能按日期换版`,
    help: () => '按日期换版的是数：金额、比例、数值、个数等',
  },
  en: {
    message: ({ type }) => `${type.en} cannot be dated`,
    help: () => 'what is dated is a figure: money, a percentage, a number, a count',
  },
}));
