/** What an evaluator gives. The same from the interpreter and from emitted code. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Frame } from './frame.ts';
import type { Period } from './input.ts';
import type { AmountKind, ChoiceId, ClauseId, DayText, DecimalText, ReadingId } from './ir.ts';
import type { PaymentResult } from './payment/payment-result.ts';
import type { Cause, End, NumberValue } from './value.ts';

export type OutcomeKind =
  | 'granted'
  /** Open only for a decision, other awards, the budget: the most that may be paid. */
  | 'grantedUpTo'
  | 'notMet'
  | 'undetermined'
  | 'outOfForce'
  | 'superseded'
  /** The clause carries text, no amount. */
  | 'noAmount';

export interface Outcome {
  readonly kind: OutcomeKind;
  /** Exact; [0,0] where nothing is due. */
  readonly amount: { readonly lo: End; readonly hi: End };
  /** After payment rounding (R9), end by end. */
  readonly payable: { readonly lo: End; readonly hi: End };
  readonly causes: readonly Cause[];
  /** R9: the payable amount is this shared cap's whole coins by largest remainder, not a rounding of the exact one. */
  readonly sharedCoins?: string;
  /** superseded: by which clause, block or policy ("elsewhere"). */
  readonly by?: string;
}

export interface ItemResult {
  readonly key: string;
  readonly outcome: Outcome;
  readonly frame: Frame;
  /** Of the item's event; an interval of days while its date is unknown. */
  readonly referenceDay?: { readonly from: DayText; readonly to: DayText };
}

export interface ClauseResult {
  readonly clause: ClauseId;
  readonly outcome: Outcome;
  /** Value at the end of the clause's own lines, before budget, blocks and other policies. */
  readonly own: NumberValue;
  readonly items: readonly ItemResult[];
  readonly frame: Frame;
  /** The reference day; an interval of days while the event's date is unknown; absent where the policy is not in force in P. */
  readonly referenceDay?: { readonly from: DayText; readonly to: DayText };
  /** What blocks and other policies did after the clause's own lines, in order. */
  readonly after: readonly AfterStep[];
  /** Readings whose switches were evaluated on the way, in order of first meeting. R15. */
  readonly restsOn: readonly ReadingId[];
  /** Of a clause with a payment plan: what of its entitlements is paid when. */
  readonly payment?: PaymentResult;
}
export interface AfterStep {
  readonly kind:
    | 'conflict'
    | 'groupCap'
    | 'elsewhere' /** Only this item of the clause; a step of the whole clause follows after the items'. */;
  readonly item?: string;
  readonly block?: string;
  readonly before: NumberValue;
  readonly after: NumberValue;
  readonly by?: string;
  readonly note: 'won' | 'lost' | 'open' | 'cut' | 'unchanged' | 'difference' | 'barred' | 'higher elsewhere';
  /** R10: undecided ceilings were compared by what may be paid at most; to be repeated when they are decided. */
  readonly provisional?: true;
  /** elsewhere: the ledger entries of other policies that this step looked at. */
  readonly awards?: readonly {
    readonly entry: string;
    readonly policy: string;
    readonly period: string;
    readonly entitled: DecimalText;
    readonly paid: DecimalText;
    /** `paid` is what it is to be paid in parts. */
    readonly inParts?: true;
  }[];
}

export interface Assessment {
  readonly policy: string;
  readonly subject: string;
  /** R21: what the facts give for the shared facts, by fact; empty where none is stated. Absent where nothing is known of any. */
  readonly keys?: Readonly<Record<string, string>>;
  readonly period: Period;
  readonly readings: Readonly<Record<ReadingId, ChoiceId>>;
  /** In the order of the policy text. */
  readonly clauses: readonly ClauseResult[];
  /** In evaluation order; inactive ones (another reading chosen) too. */
  readonly blocks: readonly BlockResult[];
  /** Σ payable in this period per kind and currency; of a clause with a payment plan, the parts that are due. R24. */
  readonly totals: readonly {
    readonly kind: AmountKind;
    readonly currency: string;
    readonly payable: { readonly lo: End; readonly hi: End };
  }[];
  /** Decisions above their ceiling and the like: errors of input found while evaluating; then no clause result is to be used. Decisions for clauses not met are warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a block between clauses did. */
export interface BlockResult {
  readonly block: string;
  /** False: `under` names another choice; then nothing was evaluated. */
  readonly active: boolean;
  /** Values of the cap's expressions. */
  readonly frame: Frame;
  /** groupCap: what was left to share out. */
  readonly room?: NumberValue;
  /** Paid amounts the ledger contributed. */
  readonly used?: NumberValue;
  /** groupCap per item: the same for each item; then there is none for the block. */
  readonly items?: readonly { readonly key: string; readonly room: NumberValue; readonly used?: NumberValue }[];
  /** All members together after the block. */
  readonly value: NumberValue;
}
