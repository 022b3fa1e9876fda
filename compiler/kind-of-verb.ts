import type { Verb } from '../grammar/ast.ts';
import type { AmountKind as Kind } from '../runtime/ir.ts';

/** R24: what an amount line pays. */
export type AmountKind = Exclude<Kind, 'none'>;

/** `charge` (计息) is interest that the borrower pays. */
export const kindOfVerb: Readonly<Record<Verb, AmountKind>> = {
  grant: 'grant',
  award: 'grant',
  subsidise: 'grant',
  support: 'grant',
  refund: 'grant',
  loan: 'loan',
  interest: 'interest',
  charge: 'interest',
  deduct: 'deduction',
  deductExtra: 'deduction',
  credit: 'credit',
  recover: 'repayment',
};
