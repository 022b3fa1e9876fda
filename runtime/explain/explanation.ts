/**
 * The explanation of one assessment: plain JSON, versioned, published as `spec/explanation.schema.json`. Every operand and every result
 * is exact, so that a reader who trusts neither evaluator nor compiler can redo each step from this document alone.
 */
import type { OutcomeKind } from '../assessment.ts';
import type { StatementState } from '../frame.ts';
import type { Period } from '../input.ts';
import type { AmountKind, NodeId, ReadingId, RoundingIr, ScopeIr, Statement } from '../ir.ts';
import type { ExplainedExpression } from './explained-expression.ts';
import type { ExplainedPayment } from './explained-payment.ts';
import type { ExactText, ExplainedCause, ExplainedNumber, ExplainedTruth, Range, Wording } from './explained-value.ts';

export type * from './explained-accrual.ts';
export type * from './explained-expression.ts';
export type * from './explained-source.ts';
export type * from './explained-value.ts';

export const explanationFormat = 'jieti-explanation/1';

export interface Explanation {
  readonly format: typeof explanationFormat;
  readonly head: ExplanationHead;
  /** In the order of the policy text. */
  readonly clauses: readonly ExplainedClause[];
  /** Blocks between clauses, in order of evaluation; inactive ones (another reading chosen) too. */
  readonly blocks: readonly ExplainedBlock[];
  readonly totals: readonly ExplainedTotal[];
}

/** What an explanation is told and cannot derive: SHA-256 (hex) of the canonical IR and of the facts, and who compiled. */
export interface ExplanationSource {
  readonly policyDigest: string;
  readonly factsDigest: string;
  readonly compilerVersion: string;
}

export interface ExplanationHead extends ExplanationSource {
  readonly policy: { readonly id: string; readonly names: Wording; readonly title?: string; readonly file: string };
  /** Texts that the policy adapts or imports from; absent where it stands alone. `digest`: SHA-256 (hex) of the text. */
  readonly texts?: readonly ExplainedText[];
  readonly subject: { readonly id: string; readonly names: Wording };
  /** `to` is exclusive. */
  readonly period: Period;
  /** Rules that hold for every clause, as chosen for this run. `payment` null: nothing is rounded. */
  readonly settings: {
    readonly payment: RoundingIr | null;
    readonly unknownFacts: 'logic' | 'strict';
    readonly elsewhere: 'difference' | 'exclusive' | 'none';
  };
  /** Every reading of the policy with the choice that was in force for this run. */
  readonly readings: readonly ExplainedReading[];
}
export interface ExplainedText {
  readonly role: 'base' | 'import';
  readonly file: string;
  readonly digest: string;
  readonly policy?: { readonly id: string; readonly names: Wording };
}
export interface ExplainedReading {
  readonly id: ReadingId;
  readonly names: Wording;
  readonly question: string;
  readonly choice: string;
  readonly choiceNames: Wording;
  readonly isDefault: boolean;
}

export interface ExplainedTotal {
  readonly kind: AmountKind;
  readonly currency: string;
  readonly payable: Range;
}

// ── Clauses ──────────────────────────────────────────────────────────────────

export interface ExplainedClause {
  readonly clause: string;
  readonly node: NodeId;
  readonly origin: Place;
  readonly names: Wording;
  readonly kind: AmountKind;
  readonly currency: string;
  readonly article?: number | 'closing' | 'preamble';
  readonly paragraph?: number;
  readonly authority: readonly string[];
  readonly matter: string;
  /** Of a clause without amount. */
  readonly texts: readonly {
    readonly mode: 'noAmount' | 'otherRules';
    readonly text: string;
    readonly anchors: readonly string[];
  }[];
  readonly outcome: ExplainedOutcome;
  /** Both ends included; two different days while the date of the event is unknown. */
  readonly referenceDay?: { readonly from: string; readonly to: string };
  /** Whether the day of the event lies in the period, where the clause is dated by a fact. */
  readonly dated?: ExplainedTruth;
  readonly datedBy?: { readonly id: string; readonly names: Wording };
  readonly steps: readonly ExplainedStep[];
  /** Of the `for each` lines, in listed order. */
  readonly items: readonly ExplainedItem[];
  /** At the end of the clause's own lines. */
  readonly own: ExplainedNumber;
  /** What conflicts, shared caps and other policies did afterwards, in order. */
  readonly after: readonly ExplainedAfter[];
  /** When what is payable is paid, if not at once. */
  readonly payment?: ExplainedPayment;
  readonly restsOn: readonly ReadingId[];
}

export interface ExplainedOutcome {
  readonly kind: OutcomeKind;
  readonly exact: Range;
  /** After payment rounding. */
  readonly payable: Range;
  readonly causes: readonly ExplainedCause[];
  readonly by?: string;
  /** The payable amount is this shared cap's whole coins by largest remainder. */
  readonly sharedCoins?: { readonly block: string; readonly names: Wording };
}

export interface ExplainedAfter {
  readonly kind: 'conflict' | 'groupCap' | 'elsewhere';
  /** Only this item of the clause. */
  readonly item?: string;
  readonly block?: string;
  readonly names?: Wording;
  readonly before: ExplainedNumber;
  readonly after: ExplainedNumber;
  readonly by?: string;
  /** Of a conflict. */
  readonly chooser?: 'highest' | 'first' | 'choice' | 'earliest';
  /** Undecided ceilings were compared by the most that may be paid. */
  readonly provisional?: true;
  /** Entries of other policies that were looked at. */
  readonly awards?: readonly ExplainedAward[];
  readonly note: 'won' | 'lost' | 'open' | 'cut' | 'unchanged' | 'difference' | 'barred' | 'higher elsewhere';
}

export interface ExplainedAward {
  readonly entry: string;
  readonly policy: string;
  readonly period: string;
  readonly entitled: ExactText;
  readonly paid: ExactText;
  /** `paid` is what it is to be paid in parts. */
  readonly inParts?: true;
}

export interface ExplainedBlock {
  readonly block: string;
  readonly kind: 'conflict' | 'groupCap';
  readonly origin: Place;
  readonly names: Wording;
  readonly label: Wording;
  readonly anchors: readonly string[];
  readonly members: readonly string[];
  /** False: the reading it hangs on was chosen otherwise. */
  readonly active: boolean;
  readonly chooser?: 'highest' | 'first' | 'choice' | 'earliest';
  readonly earlier?: 'difference' | 'exclusive' | 'none';
  readonly cut?: 'inOrder' | 'proRata';
  readonly scope?: ScopeIr;
  readonly expression?: ExplainedExpression;
  readonly room?: ExplainedNumber;
  readonly used?: ExplainedNumber;
  /** Of a shared cap per item, for each item. */
  readonly items?: readonly { readonly key: string; readonly room: ExplainedNumber; readonly used?: ExplainedNumber }[];
  /** All members together after the block. */
  readonly value: ExplainedNumber;
}

// ── Steps: one per line of the clause ────────────────────────────────────────

export interface Place {
  readonly node: NodeId;
  readonly line: number;
  /** UTF-16 offsets in the policy file, end exclusive. */
  readonly span: { readonly start: number; readonly end: number };
  /** Taken over from this text of `head.texts`: line and span are places in it. */
  readonly text?: number;
  /** The article that the clause cites in the document of that text. */
  readonly article?: number | 'closing' | 'preamble';
  /** Taken over with other figures, which the policy sets on this line of its own text. */
  readonly changedOn?: number;
}

/** `open`: a condition that cannot be decided yet. `notRun`: an earlier line had already failed. */
export type StepStatus = 'met' | 'failed' | 'open' | 'amount' | 'notRun';

export interface ExplainedStep {
  readonly kind: Statement['kind'];
  readonly origin: Place;
  readonly label: Wording;
  readonly anchors: readonly string[];
  readonly status: StepStatus;
  /** The line with its numbers filled in. */
  readonly formula: Wording;
  /** Truth of a condition, or of the condition of an adjusting line. */
  readonly gate?: ExplainedTruth;
  /** The amount so far, before and after this line. */
  readonly before?: ExplainedNumber;
  readonly after?: ExplainedNumber;
  /** The condition, amount, ceiling or pool of the line. */
  readonly expression?: ExplainedExpression;
  /** `if …` of an adjusting line. */
  readonly condition?: ExplainedExpression;
  readonly detail: StepDetail;
  readonly restsOn: readonly ReadingId[];
  /** Lines in force under the chosen reading (kind `switch`). */
  readonly steps?: readonly ExplainedStep[];
}

/** What a line says beside its expression, as far as it says it. */
export interface StepDetail {
  readonly verb?: string;
  readonly operation?: 'add' | 'less' | 'raise' | 'lower' | 'floor';
  readonly cutToCeiling?: boolean;
  readonly failed?: NonNullable<StatementState['failed']>;
  /** A decided amount that settled the amount so far after this line. */
  readonly decided?: ExplainedNumber;
  readonly scope?: ScopeIr;
  readonly allOrNothing?: boolean;
  /** Paid amounts that the ledger contributed. */
  readonly used?: ExplainedNumber;
  /** What a cap left: cap − used. */
  readonly room?: ExplainedNumber;
  readonly rounding?: RoundingIr;
  readonly period?: 'period' | 'whileInForce';
  readonly sharing?: 'proRata' | 'uniformRate' | 'firstCome' | 'firstComeWhole' | 'byRank' | 'unlimited';
  /** Of a pool that a batch has shared. */
  readonly pool?: ExplainedPool;
  readonly once?: ScopeIr['per'];
  /** How the room of a cap falls on the items. */
  readonly cut?: 'inOrder' | 'proRata';
  /** In which order a line goes through the items. */
  readonly order?: { readonly first: readonly ('greatest' | 'least')[]; readonly ties: 'share' | 'listed' };
  /** What a line on all items together leaves of each. */
  readonly shares?: readonly ExplainedShare[];
  readonly list?: { readonly id: string; readonly names: Wording };
  readonly datedBy?: { readonly id: string; readonly names: Wording };
  readonly reading?: ReadingId;
  readonly choice?: string;
}

/** R11: what one claim got, and what it was reckoned from. */
export interface ExplainedPool {
  readonly room: ExplainedNumber;
  readonly claims: ExplainedNumber;
  readonly claimants: number;
  readonly share: ExplainedNumber;
  /** `uniformRate`: the percentage that was published, as a ratio. */
  readonly rate?: ExplainedNumber;
  /** Queues. */
  readonly place?: number;
  readonly ahead?: ExplainedNumber;
}

export interface ExplainedShare {
  readonly key: string;
  /** What its place in the order hangs on. */
  readonly keys: readonly ExplainedExpression[];
  /** Whether it is among those kept. */
  readonly kept: ExplainedTruth;
  readonly left: ExplainedNumber;
}

export interface ExplainedItem {
  readonly key: string;
  /** The `for each` line. */
  readonly node: NodeId;
  /** Absent: the item takes no part (filtered out, or dated in another period). */
  readonly outcome?: ExplainedOutcome;
  /** Of an item with a date of its own that takes part. */
  readonly referenceDay?: { readonly from: string; readonly to: string };
  /** Whether the item's date lies in the period. */
  readonly dated?: ExplainedTruth;
  /** The filter of the `for each` line, for this item. */
  readonly where?: ExplainedExpression;
  readonly steps: readonly ExplainedStep[];
  /** Its result, the gate applied: what enters the sum. */
  readonly own?: ExplainedNumber;
}
