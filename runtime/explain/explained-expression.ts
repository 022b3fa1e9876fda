/** Expressions of an explanation: the arithmetic inside a step. */
import type { BoundOperator, Expr, NodeId, ReadingId } from '../ir.ts';
import type { Truth } from '../value.ts';
import type { AccrualDetail } from './explained-accrual.ts';
import type { ExplainedVersion, ValueSource } from './explained-source.ts';
import type {
  ExactText,
  ExplainedNumber,
  ExplainedTruth,
  ExplainedValue,
  NamedOption,
  Unit,
  Wording,
} from './explained-value.ts';
import type { Place } from './explanation.ts';

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
