/** The expressions of the IR and what each means; `ir.ts` holds the rest and exports these too. */

import type { ChoiceId, ClauseId, DayText, DecimalText, ExprTypeIr, NodeId, ReadingId } from './ir.ts';
import type { CalendarExpr } from './ir-calendar.ts';

export type * from './ir-calendar.ts';

import type { DatedExpr } from './ir-dated.ts';

export type * from './ir-dated.ts';

/**
 * Values (see `value.ts`): number intervals [lo, hi] with causes; "undefined" (no growth rate, a thing stated not to exist);
 * truths; option sets. Rules common to all number operations: an undefined operand makes the result undefined with the same reason (first
 * operand first); `none` (no row applies) counts as 0; causes of the result = union of the operands' causes in operand order if lo ≠ hi, else empty.
 * `mayBeUndefined` is passed on.
 *
 * Details. Causes are kept while lo ≠ hi or a maybe-flag is set. `none`/`mayBeNone` are dropped by every operation except rowCap, switch, choose, and, of their factors, multiply, ceiling, accrual and the amount of steps: nothing times anything is no row. Sums of ends where +∞ meets −∞: −∞ in lo, +∞ in hi.
 * Every expression node evaluated is recorded under its id in the current frame, `options` nodes too. Rows and rungs are recorded too: values[row.id] (choose) and values[rung.id] (ladder) = the truth of the row's
 * test or of "newly passed"; values[band.id] = what the band contributes.
 */
export type Expr =
  | LiteralExpr
  | FactExpr
  | OptionsExpr
  | AddExpr
  | SubtractExpr
  | MultiplyExpr
  | DivideExpr
  | CeilingExpr
  | PartExpr
  | StepsExpr
  | GrowthExpr
  | ChooseExpr
  | BandsExpr
  | LadderExpr
  | RowCapExpr
  | ExtremeExpr
  | AggregateExpr
  | RankExpr
  | PartInOrderExpr
  | ClauseExpr
  | PaidExpr
  | CalendarExpr
  | ReferenceDayExpr
  | DatedExpr
  | LogicalExpr
  | NotExpr
  | CompareExpr
  | HasGrownExpr
  | OptionTestExpr
  | IsGrantedExpr
  | SwitchExpr;

export interface Base {
  readonly id: NodeId;
  readonly type: ExprTypeIr;
}

/** Numbers in base units (percent and points as ratios), dates as DayText, booleans "true"/"false". */
export interface LiteralExpr extends Base {
  readonly kind: 'literal';
  readonly value: DecimalText | DayText;
}
/**
 * A fact. `owner` absent: of the subject; else of the current item of that list. Yearly: of period P shifted by `shift` years; a year before that of the
 * `since` date is "none"; while the `since` date is unknown an absent value is unknown. Absent → [low ?? −∞, high ?? ∞], cause `missing:PATH` (see `causes.ts`).
 * A value that is given stands, whatever `since` says. The `since` date is looked up among the fields of the same owner, else of the subject; given as none, it says nothing. Stated none: number, date, options, text → undefined 'none'; boolean →
 * false with reason 'none'. Parameters: the published value, else the one among the facts, else unknown.
 * Dates are numbers of days. Booleans are truths.
 */
export interface FactExpr extends Base {
  readonly kind: 'fact';
  readonly field: string;
  readonly owner?: string;
  readonly shift: number;
}
/** Options named in the text; operand of optionTest only. */
export interface OptionsExpr extends Base {
  readonly kind: 'options';
  readonly options: readonly string[];
}

export interface AddExpr extends Base {
  readonly kind: 'add';
  readonly operands: readonly Expr[];
}
/** left − right, ends swapped; not clamped. */
export interface SubtractExpr extends Base {
  readonly kind: 'subtract';
  readonly left: Expr;
  readonly right: Expr;
}
/** All four end products, least and greatest (0 × ∞ = 0). `written` keeps "R of X" apart from "a × b" for the explanation. */
export interface MultiplyExpr extends Base {
  readonly kind: 'multiply';
  readonly left: Expr;
  readonly right: Expr;
  readonly written: 'rate' | 'times';
}
/** Divisor that can be 0: known 0 → undefined (zero divisor); interval containing 0 → (−∞, ∞), mayBeUndefined; else the four end quotients with x/∞ = 0 (∞/∞ = 0). */
export interface DivideExpr extends Base {
  readonly kind: 'divide';
  readonly left: Expr;
  readonly right: Expr;
}
/**
 * `up to`: with `base`, limit is a rate. Undecided: [0, limit × base] (or [0, limit]), causes of both + `discretion:CLAUSE` or `discretion:CLAUSE[ITEM]` (last); exactly 0 stays 0 without causes.
 * Decided rate d: min(d, limit) × base. A rate above every ceiling reached, or an amount above the ceiling at the end of the scope, is an input error unless the amount line says cutToCeiling.
 * The ceiling: product as in multiply, C; result [min(0, C.lo), max(0, C.hi)]. ITEM is the current item of the `items` statement. A decided rate is read where there is a `base`; without one the line stays open.
 * Decided amount: the ceiling stays open here and is settled at the end of the clause's own scope (items block, or clause; before `budget`).
 */
export interface CeilingExpr extends Base {
  readonly kind: 'ceiling';
  readonly limit: Expr;
  readonly base?: Expr;
}
/** over: max(0, of − edge); upTo: min(of, edge). */
export interface PartExpr extends Base {
  readonly kind: 'part';
  readonly side: 'over' | 'upTo';
  readonly of: Expr;
  readonly edge: Expr;
}
/** everyFull: floor(of/step) × amount; everyStarted: ceiling(of/step) × amount; everyPart: of/step × amount. `of` below 0 counts as 0. step is a literal > 0. The count is floored end by end, then multiplied as in multiply; causes of the count (those of `of`, where it is open), amount. */
export interface StepsExpr extends Base {
  readonly kind: 'steps';
  readonly mode: 'everyFull' | 'everyPart' | 'everyStarted';
  readonly of: Expr;
  readonly step: Expr;
  readonly amount: Expr;
}
/**
 * (now − before) / before, where before is `of` shifted by one year. before known ≤ 0 or none → undefined (`zero base`, `negative base`, `no base`); now none → undefined.
 * zeroBase unlimited: before = 0 exactly and now > 0 → +∞ (exact); now = 0 → undefined (`zero base`).
 * Exactly: (1) now undefined → its reason; before undefined → 'no base' for 'none', else its reason. (2) before.hi < 0 → 'negative base'. (3) before.hi = 0: if before.lo = 0 and `undefined` → 'zero base'; if before.lo < 0 and `undefined` →
 * 'negative base'; `unlimited`: now.hi ≤ 0 → 'zero base'; else [∞, ∞], mayBeUndefined unless before.lo = 0 and now.lo > 0. (4) before.hi > 0: lo = now.lo ≥ 0 ? now.lo/before.hi − 1 : before.lo > 0 ? now.lo/before.lo − 1 : −∞;
 * hi = before.lo ≤ 0 ? ∞ : now.hi ≥ 0 ? now.hi/before.lo − 1 : now.hi/before.hi − 1; mayBeUndefined if before.lo ≤ 0. x/∞ = 0. Causes: now, before. In words:
 * before an interval reaching down to 0 or below: mayBeUndefined. lo/hi otherwise from now.lo/before.hi − 1 and now.hi/before.lo − 1 (before.lo ≤ 0 → hi = ∞; before.hi = ∞ → lo = −1 for now ≥ 0; now.lo<0 uses before.lo accordingly, −∞ if before.lo ≤ 0).
 */
export interface GrowthExpr extends Base {
  readonly kind: 'growth';
  readonly now: Expr;
  readonly before: Expr;
  readonly zeroBase: 'undefined' | 'unlimited';
}
/**
 * By a number, by options, or by case (no key). Row passed = all its tests true (options: the key holds one of the row's options; condition: it is true).
 * `hardest`: of the rows passed the one latest in `rows` (the compiler sorts rows by hardness, hardest last) applies; `first`: the one earliest in `rows`; `highest`: the row passed with the highest value; `eachRow`: their sum.
 * No row passed → `otherwise` if present, else value `none`. Key undefined → no row. Key open: hull over the reachable outcomes:
 * hardest: from the hardest down, while a row is only perhaps passed its value joins the hull; the first surely passed row joins and ends; if none is surely passed, otherwise/none (0) joins. first: the same from the earliest row on.
 * highest: lo = greatest lo of surely passed rows (or otherwise.lo / 0 when none is sure), hi = greatest hi of all perhaps or surely passed rows (and of otherwise when none is sure).
 * eachRow: Σ over surely passed rows + [0, hi] of perhaps passed ones (otherwise joins as hull when none is sure).
 * Causes: key's causes (when some row is undecided), then those of the joined rows. `none` is set only when surely no row applies and no otherwise. mayBeNone = perhaps none.
 * Only values of rows that are not surely failed are evaluated.
 *
 * Details. Order: key; then per row in order its bounds' edges or condition and its test, and, if not surely failed, its value; then `otherwise` if no row is surely passed. Hardest: rows below the first surely passed one are tested and
 * evaluated but do not join. A single joined outcome is the result as it is (keeps none, undefined). Several: undefined ones only set mayBeUndefined (all undefined: undefined, the hardest's reason); none counts as 0 and sets mayBeNone; "no row" without otherwise
 * joins as 0 and sets mayBeNone. highest/eachRow: a surely passed undefined value makes the result undefined, a perhaps passed one mayBeUndefined; none counts as 0. highest with a sure row: lo = greatest lo of sure rows; no sure row: least of
 * the perhaps passed rows' lo and otherwise.lo (else 0). A yes/no key has the options 'true' and 'false'. A key stated none, or a maybe-undefined key: sure rows become perhaps. Joined causes: those of undecided tests (the key's, edges' after it; the conditions'), then the joined rows' from hardest down, first: in order
 * (highest, eachRow: in order), then otherwise's.
 */
export interface ChooseExpr extends Base {
  readonly kind: 'choose';
  /** Absent: by case, each row has a condition of its own. */
  readonly key?: Expr;
  /** Some row surely applies: the rows name every option, or cover every value, of a key that is never none. Then "no row" is no outcome while the key is unknown. */
  readonly exhaustive?: true;
  readonly mode: 'hardest' | 'first' | 'highest' | 'eachRow';
  readonly rows: readonly ChooseRowIr[];
  readonly otherwise?: Expr;
}
export interface ChooseRowIr {
  readonly id: NodeId;
  readonly test:
    | { readonly kind: 'options'; readonly options: readonly string[] }
    | { readonly kind: 'bounds'; readonly bounds: readonly BoundIr[] }
    | { readonly kind: 'condition'; readonly condition: Expr };
  readonly value: Expr;
}
export interface BoundIr {
  readonly operator:
    | BoundOperator
    | { readonly reading: ReadingId; readonly cases: Readonly<Record<ChoiceId, BoundOperator>> };
  readonly edge: Expr;
}
/**
 * Marginal: Σ rate_j × (min(of, upper_j) − lower_j)+ , each at most cap_j where there is one; a band may be open above. Edges need not ascend: a band whose upper edge is not
 * above its lower is empty. Of a count the compiler has made `from 1001` the lower edge 1000. values[band.id] = what the band comes to, capped. Causes: of, then per band lower, upper, rate, cap.
 */
export interface BandsExpr extends Base {
  readonly kind: 'bands';
  readonly of: Expr;
  readonly bands: readonly BandIr[];
}
export interface BandIr {
  readonly id: NodeId;
  readonly lower: Expr;
  readonly upper?: Expr;
  /** A percentage of the part, or a price per unit of it. */
  readonly rate: Expr;
  /** On what this band comes to. */
  readonly cap?: Expr;
}
/**
 * R18. Rung k is newly passed if of(P) passes T_k and no earlier year y of the range does (range: years from the `since` date's year / `sinceYear` to P−1;
 * `given`: the years present in the facts before P; `unrewarded`: earlier years are not asked). `peak`: all years before `peak.before` are answered by "peak field passes T_k" if that fact is known, else asked one by one.
 * An unknown year leaves the rung open unless another year decides. A "none" year does not pass. `since` date unknown: years before the first known year are open.
 * V = highest amount among newly passed rungs (toppingUp, perTierHeld, inFull) or their sum (everyTier). lo over surely, hi over perhaps newly passed.
 * toppingUp: max(0, V − paid under this clause, subject, ever before P). perTierHeld: max(0, V − greatest amount of a rung passed in an earlier year of the range); everyTier, inFull: V.
 * unrewarded with toppingUp deducts in the same way. No rung newly passed for sure → `none`.
 * Yearly operands: the expression `of` is evaluated with all facts in it shifted by (y − P).
 *
 * Details. Years are those of the operand: with s = the greatest shift of a yearly fact in `of` (0 if there is none), P here is the assessed year + s. Earlier years are evaluated in ascending order, each in a frame of `inner[this.id]`, key = the year.
 * `given`: years before P in which some yearly fact of `of` has a stated value (none included). `since` date unknown: the years from the first given one to P−1 are asked, and "some year before" may have passed (cause the missing date, first); date none: no years.
 * With a known `peak` (none: does not pass) and peak.before ≤ P, years before `peak.before` are not asked, nor is "some year before" if the date is unknown. An undefined or none operand does not pass; maybe undefined makes true unknown. Order: of, then per rung threshold and amount, then the years.
 * Newly passed = of(P) passes ∧ ¬(some earlier year passes); causes: of, then the open years'. values[rung.id] is that truth. V: hardest-first as in choose `highest` with 0 where no rung is sure: lo = greatest amount.lo of sure rungs, hi = greatest amount.hi of possible ones;
 * everyTier: Σ sure + [0, hi] of perhaps. Causes of V: those of unknown rungs, then amounts'. perTierHeld: held = greatest amount of rungs passed in an earlier asked year (or by the peak), same rules. toppingUp, perTierHeld: states[this.id] = { it: V, used: paid or held }; in an items block paid is that of the item.
 * `none` when no rung can be newly passed (the ledger is then not asked); mayBeNone when none is sure.
 */
export interface LadderExpr extends Base {
  readonly kind: 'ladder';
  readonly of: Expr;
  readonly range:
    | { readonly kind: 'sinceFact'; readonly field: string }
    | { readonly kind: 'sinceYear'; readonly year: number }
    | { readonly kind: 'given' }
    | { readonly kind: 'unrewarded' };
  readonly peak?: { readonly field: string; readonly before: number };
  readonly operator: BoundIr['operator'];
  readonly settlement: 'toppingUp' | 'perTierHeld' | 'everyTier' | 'inFull';
  /** Ascending thresholds. */
  readonly rungs: readonly { readonly id: NodeId; readonly threshold: Expr; readonly amount: Expr }[];
}
/** min(value, cap); keeps `none`. */
export interface RowCapExpr extends Base {
  readonly kind: 'rowCap';
  readonly value: Expr;
  readonly cap: Expr;
}
/** Of days (type date) one that is undefined never comes: the lowest is that of the others (all undefined: the first's reason). One that is perhaps undefined widens it: hi is the least hi of the others, or, if all are such, the greatest hi, mayBeUndefined. */
export interface ExtremeExpr extends Base {
  readonly kind: 'extreme';
  readonly side: 'lowest' | 'highest';
  readonly operands: readonly Expr[];
}
/**
 * Over the items of a list (all items, no dating). where true → counts, false → left out, unknown → [0, v] hull with 0 (total), [0,1] (count).
 * Absent list: total/count [0, ∞) (total of a type that may be negative: (−∞, ∞)), cause `missing:LIST`; highest/lowest: unknown of the same bounds. Empty: total, count 0; highest/lowest undefined (`empty list`).
 * highest/lowest: hull rules as for `extreme`, perhaps-counted items only widen.
 *
 * Details. Per item, in a frame of `inner`: `where`, then `of` unless where is false. "May be negative" = `mayBeNegative(of)` in `runtime/may-be-negative.ts`. Absent list: nothing is evaluated; highest/lowest also mayBeUndefined. A surely counted undefined value makes the result
 * undefined (first item first), a perhaps counted one mayBeUndefined. No item surely counted (highest/lowest): mayBeUndefined, hull of the perhaps counted; all surely left out: `empty list`. With sure ones, highest: lo = greatest lo of the sure, hi = greatest hi of all (lowest mirrored).
 * Causes: per item where's, then of's.
 */
export interface AggregateExpr extends Base {
  readonly kind: 'aggregate';
  readonly operation: 'total' | 'count' | 'highest' | 'lowest';
  readonly list: string;
  readonly where?: Expr;
  readonly of?: Expr;
}
/** Items by keys, the first that differs decides; `greatest`: the item with more stands first. `share`: those alike in every key have no order among them; `listed`: the one listed first precedes. */
export interface OrderIr {
  readonly keys: readonly { readonly by: Expr; readonly first: 'greatest' | 'least' }[];
  readonly ties: 'share' | 'listed';
}
/**
 * D17. The place of the current item of `list` among all its items (undated) for which `where` holds: 1 + how many of them precede it. Ties that share
 * count alike: 1, 1, 3. lo counts those that surely take part and precede, hi those that may. Not among them (where false): undefined 'not ranked'; where
 * unknown: mayBeUndefined.
 *
 * Details. All items are evaluated once per clause run, in listed order, in frames of `inner`, the same for every item that asks: `where`, then the keys unless
 * where is false. Precedes(a, b) = over some key k: keys before it equal and a's key over (under) b's by `compare`, or all keys equal, `listed` and a stands before b; Kleene. An
 * item with an undefined key precedes nobody and has no place: its rank is undefined with that reason (first key first); a key that may be undefined makes "precedes" unknown where it would be true, and
 * the item's own rank mayBeUndefined. Causes, while lo ≠ hi or mayBeUndefined: own where's, own keys', then per undecided other item, in listed order, those of its membership and of the comparison.
 */
export interface RankExpr extends Base {
  readonly kind: 'rank';
  readonly list: string;
  readonly where?: Expr;
  readonly order: OrderIr;
}
/**
 * `limit` is used up by the items of `list` for which `where` holds, one after the other in the order (ties `listed`); of the current item's `of`, x: upTo: min(x, room), over: x − min(x, room), room = max(0, limit − Σ max(0, x)
 * of those that precede). An item left out: 0; where unknown: 0 or that. Σ: lo over those that surely take part and precede, of max(0, x.lo), hi over those that may.
 *
 * Details. Evaluated as in `rank`, `of` after the keys; then `limit`, in the current frame. Undefined: own key, own x, limit, then the first preceding x (sure: the result is undefined, perhaps: mayBeUndefined). `over` by ends: [max(0, x.lo − room.hi), max(0, x.hi − room.lo)].
 * states[this.id] = { used: Σ, room }.
 * Causes: own where's, own keys', own x's, limit's, then per other item that may precede those of its membership and place, then of its x.
 */
export interface PartInOrderExpr extends Base {
  readonly kind: 'partInOrder';
  readonly side: 'over' | 'upTo';
  readonly list: string;
  readonly where?: Expr;
  readonly of: Expr;
  readonly limit: Expr;
  readonly order: OrderIr;
}
/** R7. `own`: end of own lines, before `budget`; not met / out of force = 0; unknown gate → [0, hi]. `line`: after that labelled line, `beforeCap`: before the first cap of the clause's widest scope, both with the gate applied likewise. `after` a block: the member's value after it. Read from a line of an `items` block over the same list as the clause's own `items`: `own` and `line` mean the item of the same key (left out = 0). A label inside an items block, read from outside: Σ over items. See `runtime/clause-value.ts`; it reads frames alone. */
export interface ClauseExpr extends Base {
  readonly kind: 'clause';
  readonly clause: ClauseId;
  readonly at:
    | { readonly kind: 'own' }
    | { readonly kind: 'beforeCap' }
    | { readonly kind: 'line'; readonly label: string }
    | { readonly kind: 'after'; readonly block: string };
}
/** Ledger: Σ paid under the clause to this subject (forItem: and this item key) before P. Uncovered → [known, ∞), cause `history:CLAUSE` (forItem: `history:CLAUSE[ITEM]`). */
export interface PaidExpr extends Base {
  readonly kind: 'paid';
  readonly clause: ClauseId;
  readonly forItem: boolean;
}
/** R3; unknown event date: any day of P (interval of P's days, cause the missing date). In an items block with `on`: the item's date. A date stated none: undefined 'none'. A date outside P is still the day read here. In a shared cap: the last day of P in force. */
export interface ReferenceDayExpr extends Base {
  readonly kind: 'referenceDay';
}

/** Kleene; every operand is evaluated. Causes: union of the unknown operands' causes when the result is unknown. No `reason` on the result. */
export interface LogicalExpr extends Base {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or';
  readonly operands: readonly Expr[];
}
/** Only over facts, option tests, isGranted: the compiler pushes negation into comparisons (R8). A truth that is false with a `reason` stays so when negated. */
export interface NotExpr extends Base {
  readonly kind: 'not';
  readonly operand: Expr;
}
export type BoundOperator = 'atLeast' | 'over' | 'atMost' | 'under' | 'equal' | 'notEqual';
/**
 * By intervals: over: a.lo > b.hi true, a.hi ≤ b.lo false, else unknown; and so on; equal: both known and same → true, disjoint → false. An undefined operand → false, reason kept.
 * mayBeUndefined: true becomes unknown. Unknown: causes of a then b. notEqual mirrors equal. Texts: equal and notEqual by code units. First undefined operand gives the reason, left first.
 */
export interface CompareExpr extends Base {
  readonly kind: 'compare';
  readonly operator: BoundOperator;
  readonly left: Expr;
  readonly right: Expr;
}
/** now > before by amounts as in `compare` over; none on either side → false, with that reason. */
export interface HasGrownExpr extends Base {
  readonly kind: 'hasGrown';
  readonly now: Expr;
  readonly before: Expr;
}
/** The operand's set meets `options`. Unknown operand → unknown. none → false (also when negated). */
export interface OptionTestExpr extends Base {
  readonly kind: 'optionTest';
  readonly operand: Expr;
  readonly options: readonly string[];
  readonly negated: boolean;
}
/** true if the clause's own value is surely > 0, false if surely 0, else unknown with its causes. A clause without amount: true if its gate is, false if the gate is false or it is out of force, else unknown. */
export interface IsGrantedExpr extends Base {
  readonly kind: 'isGranted';
  readonly clause: ClauseId;
}
export interface SwitchExpr extends Base {
  readonly kind: 'switch';
  readonly reading: ReadingId;
  readonly cases: readonly { readonly choice: ChoiceId; readonly value: Expr }[];
}
