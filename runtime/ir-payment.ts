/** When what a clause entitles to is paid. R24, D20. Not a line of the pipeline: it splits a settled payable amount, and never changes one. */
import type { DecimalText, NodeId } from './ir.ts';
import type { Expr } from './ir-expression.ts';

/**
 * The plan splits what is payable of one unit (R9: an item where the clause pays by item, else clause and period), after blocks, other
 * policies and payment rounding, into parts 1, 2, 3 …, in the order of `instalments` and, within one, of its `due`.
 *
 * **Amounts.** With S payable and the policy's payment step: a rate gives rate × S rounded down to the step, a sum the lesser of it and what is left of S,
 * `rest` what the others leave, in equal parts rounded down to the step; the last part takes the remainder of coins. Under `pay exact` nothing is rounded. Where S is
 * open each part is [0, the most it can come to].
 * **Due.** Each part has a first day and a last day between which it falls due: of a year, those of the period of entitlement so many years later; of a day, that day; never
 * before the period of entitlement begins. It is *due* in the period that holds its first day. An unknown day leaves it open; a day stated none: it lapses.
 * **Condition.** Evaluated as of the period in which the part falls due: yearly facts are those of that year, the reference day is the part's day or the last of that period.
 * False: the part lapses, and nothing else changes; unknown: [0, part].
 * **Later periods.** In period P the clause's own result is the entitlement of P. Beside it the entitlements of earlier periods are read from the ledger (award entries with
 * `inParts`, R5), and the parts of them that fall due in P are payable in P, whatever becomes of the clause in P. A part that fell due before and has no entry of its payment is told,
 * not paid: it belongs to the assessment of its own period. Where the ledger does not answer for every day before P, what earlier entitlements give is [0, ∞), cause `history:CLAUSE`.
 * **Most.** `most` bounds what is paid in one period of all entitlements of the clause, the oldest first, then by part. What does not fit is lost, or carried over: it then falls
 * due again in each later period, within so many years of its own period where `years` is given; or it is refunded: paid all the same, and told apart.
 *
 * Scopes, `once` and ladders count entitlements (R24); `paid` expressions what was paid.
 */
export interface PaymentIr {
  readonly id: NodeId;
  /** The list whose items are paid one by one; dates and conditions then see the item. */
  readonly list?: string;
  readonly instalments: readonly InstalmentIr[];
  readonly most?: { readonly amount: Expr; readonly excess: ExcessIr };
}

export interface InstalmentIr {
  readonly id: NodeId;
  /** Each of them gets the share; of `rest` each an equal part of it. */
  readonly due: readonly DueIr[];
  readonly share:
    | { readonly kind: 'rate'; readonly rate: DecimalText }
    | { readonly kind: 'sum'; readonly amount: DecimalText }
    | { readonly kind: 'rest' };
  readonly condition?: Expr;
}

export type DueIr =
  /** 1: the period of entitlement itself. */
  | { readonly kind: 'year'; readonly number: number }
  | { readonly kind: 'day'; readonly day: Expr }
  /** Only of the last instalment: so many years after the part before, and again, until nothing is left; `repeatLimit` parts at most. */
  | { readonly kind: 'every'; readonly years: number };

export type ExcessIr =
  | { readonly kind: 'lost' }
  | { readonly kind: 'refunded' }
  | { readonly kind: 'carried'; readonly years?: number };

/** Parts of a repeated instalment beyond which what is left is told as not placed. */
export const repeatLimit = 100;
