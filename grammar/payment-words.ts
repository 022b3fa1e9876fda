/** Words of a payment plan: when what is due is paid, and what an example says of it. R24. */
import { type Word, word } from './word.ts';

export const paymentWords = {
  /** 分3年 等额兑付: a word only before a number, so that 得分 and 评分 stay names. */
  dividedInto: word('paid in', '分', '分', { beforeNumber: true }),
  equalYearlyParts: word('equal yearly parts', '等额兑付', '等額兌付'),
  paidInParts: word('paid in parts', '分期兑付', '分期兌付'),
  paidAtOnce: word('paid at once', '一次兑付', '一次兌付'),
  /** In Chinese 第二年. */
  inYear: word('in year', ''),
  thenEvery: word('then every', '此后每满', '此後每滿'),
  /** In Chinese 其余, as in a choice. */
  theRest: word('the rest', ''),
  excessLost: word('excess lost', '超出不补', '超出不補'),
  excessRefunded: word('excess refunded', '超出退还', '超出退還'),
  excessCarried: word('excess carried over', '超出结转', '超出結轉'),
  paidNow: word('paid now', '本期兑付', '本期兌付'),
  asPart: word('as part', ''),
  /** 第二期. */
  partUnit: word('', '期', '期', { afterNumber: true }),
} as const satisfies Record<string, Word>;
