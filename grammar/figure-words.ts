/** Words beside figures: counters, units, currencies, multipliers. */
import { type Word, word } from './word.ts';

/** Counters of a number. The tree keeps the first Chinese form (家), the printer finds it back by `counterIds`. */
export const countUnits = {
  firms: word('firms|firm', '家', '家', { group: 'CountUnit', afterNumber: true }),
  households: word('households|household', '户', '戶', { group: 'CountUnit', afterNumber: true }),
  people: word('people|head', '人', '人', { group: 'CountUnit', afterNumber: true }),
  persons: word('persons|person', '名', '名', { group: 'CountUnit', afterNumber: true }),
  guests: word('guests|guest', '位', '位', { group: 'CountUnit', afterNumber: true }),
  pieces: word('pieces|piece', '件', '件', { group: 'CountUnit', afterNumber: true }),
  items: word('items|item', '项', '項', { group: 'CountUnit', afterNumber: true }),
  units: word('units|unit', '个', '個', { group: 'CountUnit', afterNumber: true }),
  times: word('times|time', '次', '次', { group: 'CountUnit', afterNumber: true }),
  sets: word('sets|set', '台', '臺|台', { group: 'CountUnit', afterNumber: true }),
} as const satisfies Record<string, Word>;

export const durationUnits = {
  years: word('years|year', '年', '年', { group: 'DurationUnit', afterNumber: true }),
  months: word('months|month', '个月', '個月', { group: 'DurationUnit', afterNumber: true }),
  days: word('days|day', '天|日', '天|日', { group: 'DurationUnit', afterNumber: true }),
  /** Chinese alone: 元/月. After a number 月 would be a month of the calendar, so there it is 个月. */
  perMonth: word('', '月', '月', { afterSlash: true }),
} as const satisfies Record<string, Word>;

/** The id is the ISO code; `yuan` is CNY beside a number. */
export const currencies = {
  CNY: word('CNY|RMB', '人民币', '人民幣', { group: 'Currency' }),
  yuan: word('yuan', '元', '元', { group: 'Currency', afterNumber: true }),
  USD: word('USD', '美元', '美元', { group: 'Currency' }),
  HKD: word('HKD', '港元', '港元', { group: 'Currency' }),
  EUR: word('EUR', '欧元', '歐元', { group: 'Currency' }),
  SGD: word('SGD', '新加坡元', '新加坡元', { group: 'Currency' }),
  AUD: word('AUD', '澳元', '澳元', { group: 'Currency' }),
  JPY: word('JPY', '日元', '日元', { group: 'Currency' }),
  GBP: word('GBP', '英镑', '英鎊', { group: 'Currency' }),
} as const satisfies Record<string, Word>;

/** Folded into the value of the number. */
export const multipliers = {
  hundred: word('hundred', '百', '百', { group: 'Multiplier', afterNumber: true }),
  thousand: word('thousand', '千', '千', { group: 'Multiplier', afterNumber: true }),
  tenThousand: word('', '万', '萬', { group: 'Multiplier', afterNumber: true }),
  million: word('million', '', '', { group: 'Multiplier', afterNumber: true }),
  hundredMillion: word('', '亿', '億', { group: 'Multiplier', afterNumber: true }),
  billion: word('billion', '', '', { group: 'Multiplier', afterNumber: true }),
} as const satisfies Record<string, Word>;

export const figureWords = {
  percentagePoints: word('percentage points|percentage point', '个百分点', '個百分點', { afterNumber: true }),
  /** Chinese alone: 百分之5. 百分之八 is read as one word. */
  percentOf: word('', '百分之'),
  /** 第 12 条, 第 2 款. 第十二条 is read as one word. */
  ordinal: word('', '第'),
  articleUnit: word('', '条', '條', { afterNumber: true }),
  paragraphUnit: word('', '款', '款', { afterNumber: true }),
} as const satisfies Record<string, Word>;

export type CounterId = keyof typeof countUnits;

/** From the counter kept in the tree (家) to its entry. */
export const counterIds: ReadonlyMap<string, CounterId> = new Map(
  (Object.keys(countUnits) as CounterId[]).map((id) => [countUnits[id].zh[0]!, id]),
);

/** Currency of a currency word; `yuan` is CNY. */
export function currencyOf(id: string): string {
  return id === 'yuan' ? 'CNY' : id;
}
