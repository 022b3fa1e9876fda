/**
 * The explanation of one assessment: plain JSON, versioned, published as `spec/explanation.schema.json`. Every operand and every result
 * is exact, so that a reader who trusts neither evaluator nor compiler can redo each step from this document alone.
 */
import type { OutcomeKind } from '../assessment.ts';
import type { StatementState } from '../frame.ts';
import type { Period } from '../input.ts';
import type {
  AmountKind,
  BoundOperator,
  Expr,
  Names,
  NodeId,
  ReadingId,
  RoundingIr,
  ScopeIr,
  Statement,
} from '../ir.ts';
import type { Truth, UndefinedReason } from '../value.ts';
import type { AccrualDetail } from './explained-accrual.ts';
import type { ExplainedPayment } from './explained-payment.ts';
import type { ExplainedVersion, ValueSource } from './explained-source.ts';

export type * from './explained-accrual.ts';
export type * from './explained-source.ts';

export const explanationFormat = 'jieti-explanation/1';

/**
 * An exact number: canonical decimal text where the number is a finite decimal, else `n/d` in lowest terms, or `infinity`,
 * `-infinity`. Money in base units (yuan), percent and points as ratios ("0.1" is 10%), dates as `YYYY-MM-DD`.
 */
export type ExactText = string;
/** Both ends included. */
export interface Range {
  readonly lo: ExactText;
  readonly hi: ExactText;
}
/** Words in both languages, as the drafter declared them. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

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

/** Why something is open. `path` is the key of the fact, or the clause (with `[ITEM]`); `names` says it in the drafter's words. */
export interface ExplainedCause {
  readonly kind: 'missing' | 'discretion' | 'history' | 'other-awards' | 'other-claims' | 'budget';
  readonly path: string;
  readonly names: Wording;
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
  readonly operation?: 'add' | 'less' | 'raise' | 'floor';
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

// ── Expressions: the arithmetic inside a step ────────────────────────────────

export interface ExplainedExpression {
  readonly node: NodeId;
  readonly operation: Expr['kind'];
  readonly unit: Unit;
  /** Absent: not evaluated (a row that could not apply). */
  readonly value?: ExplainedValue;
  /** What this expression is to the one around it: `left`, `base`, `limit`, `key` … */
  readonly role?: string;
  /** Where a leaf's value comes from. */
  readonly source?: ValueSource;
  /** What distinguishes this use of the operation: the bound word, the side, the kind of steps … */
  readonly mode?: string;
  /** In the order of evaluation. */
  readonly operands: readonly ExplainedExpression[];
  /** Rows of a choice, bands, rungs of a ladder. */
  readonly rows?: readonly ExplainedRow[];
  /** Earlier years that a ladder looked at. */
  readonly years?: readonly ExplainedYear[];
  /** Items that an aggregate went over. */
  readonly items?: readonly ExplainedMember[];
  readonly ladder?: LadderDetail;
  readonly accrual?: AccrualDetail;
  readonly aggregate?: {
    readonly operation: 'total' | 'count' | 'highest' | 'lowest';
    readonly list: { readonly id: string; readonly names: Wording };
  };
  /** Of a rank or a part of a limit used up in order: which end of each key stands first, and what of ties. */
  readonly order?: {
    readonly list: { readonly id: string; readonly names: Wording };
    readonly first: readonly ('greatest' | 'least')[];
    readonly ties: 'share' | 'listed';
    /** What the items before use up, and what that leaves of the limit. */
    readonly used?: ExplainedNumber;
    readonly room?: ExplainedNumber;
  };
  /** Versions of a dated parameter that were read, by the days asked. */
  readonly versions?: readonly ExplainedVersion[];
  /** Of a comparison that is known to fail. */
  readonly shortfall?: Shortfall;
  /** Of an expression by reading: which one, and the choice in force (its value is the only operand). */
  readonly reading?: ReadingId;
  readonly choice?: string;
}

/** How far a failed comparison is from holding: `below`/`above` its bound by least … most; `equal` to a bound that must be passed. */
export interface Shortfall {
  readonly side: 'below' | 'above' | 'equal';
  /** The bound itself does not suffice. */
  readonly strict: boolean;
  readonly least: ExactText;
  readonly most: ExactText;
  readonly unit: Unit;
}

/**
 * `applies` · `perhaps` (undecided) · `failed` · `outranked` (passed, a harder row applies) · `lower` (passed, another gives more) ·
 * `passedBefore` (a rung already passed in an earlier year).
 */
export type RowStatus = 'applies' | 'perhaps' | 'failed' | 'outranked' | 'lower' | 'passedBefore';

export interface ExplainedRow {
  readonly origin: Place;
  readonly label: Wording;
  readonly anchors: readonly string[];
  readonly status: RowStatus;
  /** Whether the row's test passes; of a rung, whether it is newly passed. */
  readonly truth?: ExplainedTruth;
  /** Tests of a numeric row, or the one threshold of a rung. */
  readonly bounds?: readonly ExplainedBound[];
  /** Tests of a row by options. */
  readonly options?: readonly NamedOption[];
  /** The condition of a row of `by case`. */
  readonly condition?: ExplainedExpression;
  /** Absent: not evaluated, since the row surely does not apply. */
  readonly value?: ExplainedExpression;
  /** Bands: the part of the base that lies in this band, the cap on what it comes to, and what it contributes. */
  readonly part?: ExplainedNumber;
  readonly cap?: ExplainedExpression;
  readonly contributes?: ExplainedNumber;
}
export interface ExplainedBound {
  readonly operator: BoundOperator;
  readonly edge: ExplainedExpression;
  readonly truth: Truth;
  readonly shortfall?: Shortfall;
  readonly reading?: ReadingId;
}

export interface LadderDetail {
  readonly range: 'sinceFact' | 'sinceYear' | 'given' | 'unrewarded';
  readonly since?: { readonly names: Wording; readonly path: string } | { readonly year: number };
  readonly peak?: { readonly names: Wording; readonly path: string; readonly before: number };
  readonly operator: BoundOperator;
  readonly settlement: 'toppingUp' | 'perTierHeld' | 'everyTier' | 'inFull';
  /** What the rungs newly passed give, before anything is deducted. */
  readonly gross?: ExplainedNumber;
  /** What is deducted: paid according to the ledger (`toppingUp`), or the tier held before (`perTierHeld`). */
  readonly deducted?: ExplainedNumber;
}
export interface ExplainedYear {
  readonly year: string;
  readonly of: ExplainedExpression;
}
export interface ExplainedMember {
  readonly key: string;
  readonly where?: ExplainedExpression;
  /** What its place in an order hangs on, the deciding one first. */
  readonly keys?: readonly ExplainedExpression[];
  readonly of?: ExplainedExpression;
}

// ── Values ───────────────────────────────────────────────────────────────────

export type Unit =
  | { readonly kind: 'money'; readonly currency: string }
  | { readonly kind: 'quantity'; readonly unit: string; readonly names: Wording }
  | { readonly kind: 'duration'; readonly unit: 'years' | 'months' | 'days' }
  /** Things counted in a declared unit; whole. */
  | { readonly kind: 'counted'; readonly unit: string; readonly names: Wording }
  | CompoundUnit
  | { readonly kind: 'percent' | 'points' | 'number' | 'count' | 'rank' | 'date' | 'truth' | 'options' | 'text' };

/** Units multiplied and divided, each in words: 元/平方米/月 is `over` 元, `per` 平方米 and 月. `share`: a ratio, as a percentage per year. */
export interface CompoundUnit {
  readonly kind: 'compound';
  readonly share: boolean;
  readonly over: readonly Wording[];
  readonly per: readonly Wording[];
}

export interface ExplainedNumber extends Range {
  readonly kind: 'number';
  readonly causes: readonly ExplainedCause[];
  readonly none?: true;
  readonly mayBeNone?: true;
  readonly mayBeUndefined?: true;
}
export interface ExplainedTruth {
  readonly kind: 'truth';
  readonly truth: Truth;
  readonly causes: readonly ExplainedCause[];
  readonly reason?: UndefinedReason;
}
export interface NamedOption {
  readonly id: string;
  readonly names: Wording;
}
export type ExplainedValue =
  | ExplainedNumber
  | ExplainedTruth
  | { readonly kind: 'undefined'; readonly reason: UndefinedReason }
  /** `options` absent: unknown. */
  | { readonly kind: 'options'; readonly options?: readonly NamedOption[]; readonly causes: readonly ExplainedCause[] }
  | { readonly kind: 'text'; readonly text?: string; readonly causes: readonly ExplainedCause[] };

/** Declared names in both languages; a name that has only one stands for both. */
export function wording(names: Names): Wording {
  return { zh: names.zh ?? names.en, en: names.en };
}
