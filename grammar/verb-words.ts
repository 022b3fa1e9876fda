/** Words that begin the amount of a clause. The written verb carries law (A16); its kind (R24) is told by `kindOfVerb` of the compiler. */
import { type Word, word } from './word.ts';

export const verbWords = {
  grant: word('grant', '补助', '補助', { group: 'Verb' }),
  award: word('award', '奖励', '獎勵', { group: 'Verb' }),
  subsidise: word('subsidise', '补贴', '補貼', { group: 'Verb' }),
  support: word('support', '资助', '資助', { group: 'Verb' }),
  refund: word('refund', '返还', '返還', { group: 'Verb' }),
  loan: word('loan', '贷款', '貸款', { group: 'Verb' }),
  interest: word('interest', '贴息', '貼息', { group: 'Verb' }),
  charge: word('charge', '计息', '計息', { group: 'Verb' }),
  deduct: word('deduct', '税前扣除', '稅前扣除', { group: 'Verb' }),
  /** Beyond what the books already deduct. */
  deductExtra: word('deduct additionally', '加计扣除', '加計扣除', { group: 'Verb' }),
  credit: word('credit', '抵免', '抵免', { group: 'Verb', soft: true }),
  recover: word('recover', '追回', '追回', { group: 'Verb' }),
} as const satisfies Record<string, Word>;

export const verbIds = Object.keys(verbWords) as readonly (keyof typeof verbWords)[];
