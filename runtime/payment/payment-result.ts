/** What a payment plan makes of the entitlements of one clause, in one assessment. R24. */
import type { Frame } from '../frame.ts';
import type { Period } from '../input.ts';
import type { DayText, NodeId } from '../ir.ts';
import type { Rational } from '../rational.ts';
import type { Ends, NumberValue, TruthValue } from '../value.ts';

export interface PaymentResult {
  /** Of earlier periods as the ledger has them, oldest first; then of the assessed one. */
  readonly entitlements: readonly EntitlementResult[];
  /** The most of one period: its value (absent if undefined: then nothing is paid), and what is refunded beyond it. */
  readonly most?: { readonly frame: Frame; readonly value?: NumberValue; readonly refunded?: NumberValue };
  /** Payable in the assessed period, over all entitlements. */
  readonly now: NumberValue;
}

/** One payable unit of one period. */
export interface EntitlementResult {
  readonly period: Period;
  readonly item?: string;
  /** What the plan splits. */
  readonly payable: Ends;
  readonly parts: readonly PartResult[];
  /** What may still be paid in later periods. */
  readonly left: Ends;
}

/**
 * `now`: falls due in the assessed period; `perhaps`: may, its day being unknown; `later`: in a later one; `carried`: fell due before, and did not fit under the most;
 * `paid`: the ledger has its payment; `missed`: fell due before, and the ledger has no payment; `lapsed`: its condition fails, its day will never come, or it was carried too long.
 */
export type PartState = 'now' | 'perhaps' | 'later' | 'carried' | 'paid' | 'missed' | 'lapsed';

export interface PartResult {
  /** 1, 2, 3 … within the entitlement; `part` of the ledger. */
  readonly number: number;
  readonly instalment: NodeId;
  readonly amount: Ends;
  /** Both ends included; of a year its whole period. Absent: never, or not known. */
  readonly due?: { readonly from: DayText; readonly to: DayText };
  readonly state: PartState;
  /** Recorded in earlier periods. */
  readonly recorded: Rational;
  readonly condition?: TruthValue;
  /** Values of its day and condition. */
  readonly frame: Frame;
  /** Due now, before the most of one period. */
  readonly claim: NumberValue;
  /** Payable now. */
  readonly now: NumberValue;
}
