/** Words of payment plans in the text form. */
import type { PartState } from '../payment/payment-result.ts';

export interface PaymentWords {
  readonly entitled: (period: string, amount: string) => string;
  readonly part: (number: number) => string;
  readonly now: (amount: string) => string;
  readonly nowAndLater: (now: string, later: string) => string;
  readonly due: (when: string) => string;
  readonly state: Readonly<Record<PartState, string>>;
  readonly paid: (amount: string) => string;
  readonly pays: (amount: string) => string;
  readonly remainder: (amount: string) => string;
  readonly condition: string;
  readonly total: string;
  readonly most: string;
  readonly excess: Readonly<Record<'lost' | 'refunded' | 'carried', string>>;
  readonly refunds: (within: string, refunded: string) => string;
}

export const zhPayment: PaymentWords = {
  entitled: (period, amount) => `${period}应得 ${amount}`,
  part: (number) => `第${number}期`,
  now: (amount) => `本期 ${amount}`,
  nowAndLater: (now, later) => `本期 ${now}，以后 ${later}`,
  due: (when) => `${when}到期`,
  state: {
    now: '本期到期',
    perhaps: '是否本期到期待定',
    later: '以后到期',
    carried: '前期结转',
    paid: '已付',
    missed: '台账没有兑付记录，本期不补',
    lapsed: '不再兑付',
  },
  paid: (amount) => `已付 ${amount}`,
  pays: (amount) => `兑付 ${amount}`,
  remainder: (amount) => `尚余 ${amount}`,
  condition: '如果',
  total: '本期兑付',
  most: '封顶',
  excess: { lost: '超出不补', refunded: '超出退还', carried: '超出结转' },
  refunds: (within, refunded) => `抵减 ${within}，退还 ${refunded}`,
};

export const enPayment: PaymentWords = {
  entitled: (period, amount) => `${amount} of ${period}`,
  part: (number) => `part ${number}`,
  now: (amount) => `now ${amount}`,
  nowAndLater: (now, later) => `now ${now}, later ${later}`,
  due: (when) => `due ${when}`,
  state: {
    now: 'due now',
    perhaps: 'perhaps due now',
    later: 'due later',
    carried: 'carried over',
    paid: 'paid',
    missed: 'the ledger has no payment; not made up now',
    lapsed: 'not paid any more',
  },
  paid: (amount) => `${amount} paid`,
  pays: (amount) => `pays ${amount}`,
  remainder: (amount) => `${amount} left`,
  condition: 'if',
  total: 'paid now',
  most: 'cap',
  excess: { lost: 'the excess is lost', refunded: 'the excess is refunded', carried: 'the excess is carried over' },
  refunds: (within, refunded) => `${within} set off, ${refunded} refunded`,
};
