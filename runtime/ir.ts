/**
 * The IR: what a policy means. Plain JSON, no sugar, the contract between compiler and runtime. Two texts that mean the same
 * (Chinese, English, mixed) have the same IR byte for byte: no spans, no language, no spelling. Places in the text and printed
 * labels live beside it, in `origins.ts`, keyed by node id.
 *
 * Every node has an `id`: a number given in pre-order over the IR (statement before its expressions, left before right), dense
 * from 1. The id is the node's origin and the key of its value in a frame (`frame.ts`).
 */

/** Exact decimal text: `-?digits[.digits]`, canonical (no leading or trailing zeros, no `-0`). */
export type DecimalText = string;
/** `YYYY-MM-DD`, an existing day. */
export type DayText = string;
/** 1, 2, 3 …; unique within a policy. */
export type NodeId = number;
export type ReadingId = string;
export type ChoiceId = string;
export type ClauseId = string;

export const irFormat = 'jieti-ir/1';

export interface PolicyIr {
  readonly format: typeof irFormat;
  readonly id: string;
  readonly names: Names;
  readonly title?: string;
  readonly interpretedBy?: string;
  readonly inForce: { readonly from: DayText; readonly to?: DayText };
  readonly currency: string;
  /** Absent: nothing is rounded. R9. */
  readonly payment: Setting<RoundingIr | null>;
  readonly unknownFacts: Setting<'logic' | 'strict'>;
  /** 就高不重复 against other policies, per clause and matter. R10, A37. */
  readonly elsewhere: Setting<'difference' | 'exclusive' | 'none'>;
  readonly subject: { readonly id: string; readonly names: Names };
  readonly fields: readonly FieldIr[];
  readonly lists: readonly ListIr[];
  readonly units: readonly { readonly id: string; readonly names: Names }[];
  readonly readings: readonly ReadingIr[];
  readonly clauses: readonly ClauseIr[];
  readonly blocks: readonly BlockIr[];
  /** Evaluation order of clauses and blocks: whatever is read stands before its reader. */
  readonly order: readonly { readonly kind: 'clause' | 'block'; readonly id: string }[];
  readonly remarks: readonly { readonly text: string; readonly anchors: readonly string[] }[];
}

export interface Names {
  readonly en: string;
  readonly zh?: string;
  readonly hant?: string;
}

/** A value that may hang on one reading. */
export type Setting<T> =
  | { readonly kind: 'fixed'; readonly value: T }
  | { readonly kind: 'switch'; readonly reading: ReadingId; readonly cases: Readonly<Record<ChoiceId, T>> };

export interface RoundingIr {
  readonly mode: 'halfUp' | 'halfEven' | 'up' | 'down' | 'awayFromZero' /** In base units: "0.01" is one fen. */;
  readonly step: DecimalText;
}

// ── Facts ────────────────────────────────────────────────────────────────────

export type TypeIr =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'money'; readonly currency: string }
  /** A ratio; 10% is "0.1". */
  | { readonly kind: 'percent' }
  /** A difference of ratios; 2 points are "0.02". */
  | { readonly kind: 'points' }
  | { readonly kind: 'number' }
  | { readonly kind: 'count' }
  | { readonly kind: 'rank' }
  | { readonly kind: 'date' }
  | { readonly kind: 'duration'; readonly unit: 'years' | 'months' | 'days' }
  | { readonly kind: 'quantity'; readonly unit: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly options: readonly OptionIr[] }
  | { readonly kind: 'choices'; readonly options: readonly OptionIr[] };
export interface OptionIr {
  readonly id: string;
  readonly names: Names;
}

/** One fact or parameter. `path` is its key in facts: `rd`; of an item field, the field's id alone. */
export interface FieldIr {
  readonly id: string;
  readonly names: Names;
  readonly type: TypeIr;
  readonly yearly: boolean;
  /** Yearly facts: the date field before whose year the value is "none". */
  readonly since?: string;
  readonly orNone: boolean;
  /** Inclusive bounds; unknown values are taken to lie in them. Money, counts, ranks, quantities default to low "0" ("1" for rank) unless `may be negative`. */
  readonly low?: DecimalText;
  readonly high?: DecimalText;
  readonly role: 'fact' | 'parameter';
  /** Parameters: published values, key = year or "" when not yearly. */
  readonly published?: Readonly<Record<string, DecimalText>>;
}
export interface ListIr {
  readonly id: string;
  readonly names: Names /** Item field that identifies an item. */;
  readonly key?: string;
  readonly fields: readonly FieldIr[];
}

export interface ReadingIr {
  readonly id: ReadingId;
  readonly names: Names;
  readonly question: string;
  readonly default: ChoiceId;
  readonly choices: readonly { readonly id: ChoiceId; readonly names: Names; readonly reason?: string }[];
}

// ── Clauses ──────────────────────────────────────────────────────────────────

export type Verb = 'grant' | 'award' | 'subsidise' | 'support' | 'refund' | 'loan' | 'interest' | 'charge';
/** R24. `none`: a clause that carries text, no amount. */
export type AmountKind = 'grant' | 'loan' | 'interest' | 'none';

export interface ClauseIr {
  readonly id: ClauseId;
  /** Node id of the clause itself. */
  readonly node: NodeId;
  readonly names: Names;
  readonly kind: AmountKind;
  readonly currency: string;
  readonly article?: number | 'closing' | 'preamble';
  readonly paragraph?: number;
  readonly authority: readonly string[];
  /** Under which matter awards of other policies are compared; default the clause id. */
  readonly matter: string;
  /** Text of a clause without amount. */
  readonly texts: readonly {
    readonly mode: 'noAmount' | 'otherRules';
    readonly text: string;
    readonly anchors: readonly string[];
  }[];
  /**
   * R3. `periodEnd`: last day of P on which the policy is in force. `field`: a date fact of the subject (item clauses date their items in the `items` statement).
   * No day of P in force → the clause is out of force and nothing in it is evaluated. `field`, dating test (kept as `truth` of states[clause.node]): date known and
   * not in P, or none → false; in P but outside force → out of force, nothing evaluated; unknown → unknown, cause the missing date (it may lie
   * elsewhere, or not exist), except that a yearly date fact, read for the year of P, surely lies in P: true if every day of P is in force. The reference day is then the interval of P's days.
   */
  readonly reference: { readonly kind: 'periodEnd' } | { readonly kind: 'field'; readonly field: string };
  readonly statements: readonly Statement[];
}

/**
 * A clause runs its statements in order over a state { gate: truth, it: number }. Statements of an `items` block run the same way per item.
 *
 * Gate: three-valued AND of all `when`, `once`, in-force and dating tests passed so far. Once the gate is false, later `when`/`once`
 * statements are still evaluated (so that all failures are told) but no other statement is. Setting unknownFacts = strict: an unknown
 * part of the gate wins over a false one.
 * At the end: gate false → not met; gate unknown → [0, hi(it)] with the gate's causes first, then it's; gate true → it.
 * Where [0, hi] has hi = 0 the result is exactly 0 without causes.
 *
 * Details. The gate's causes: unknown parts in the order met, each cause once. The `truth` of a when/once state is that of the line alone, not of the gate. unknownFacts is
 * looked at (R15) only when the gate holds both a false and an unknown part; under strict it is then unknown and later statements run. `amount`, `adjust`, `floor` never leave `it` below 0.
 * `own` is `it` with the gate applied, taken (after a decided amount has settled) when the first `budget` statement is reached, else at the end.
 * A decided amount settles there too; in an items block at the end of the item's statements. It is written as `decided` into the state of the statement that set `it` last
 * in that scope (whose own `it` stays what it was), and is what later statements continue from.
 * Statements that do not run have no state. A switch statement has no state of its own; under a false gate it is entered (and rests on its reading) only if some case holds a when or once.
 * At most one `items` statement runs in a clause. Where a statement fails (`failed`) its `it` is 0.
 */
export type Statement = When | Items | Amount | Adjust | Cap | Round | Budget | Once | SwitchStatement;

/** Static texts of a line are in `origins.ts`; `label` names the amount after this line (R6, R7). */
interface Line {
  readonly id: NodeId;
  readonly label?: string;
}

export interface When extends Line {
  readonly kind: 'when';
  readonly condition: Expr;
}
/**
 * For each item of `list`, in listed order. Dated (`on`): the item counts only if its date lies in P; date unknown → gate part unknown;
 * the policy must be in force on that date (date known and in P but outside force → the item's outcome is out of force, amount 0). `where` filters: false → the item is left out
 * without outcome; unknown → gate part unknown. `it` := Σ of item results. List absent → [0, ∞) and a gate part unknown, cause `missing:LIST`.
 * No item left (list empty, all left out or not in P) or every item not met/out of force → the clause is not met (Σ = 0, flag).
 *
 * Details. Each listed item has a frame in `inner`, in listed order, left-out ones too. Order per item: dating (kept as `truth` of the item frame's states[this.id], only with `on`;
 * date none → false) → false: nothing else is evaluated; `where` → false: nothing else; date known and outside force → out of force, nothing else; then the statements. Gate of the item = dating, where, then its
 * own when/once. The item's result (gate applied; out of force 0) is `it` of the item frame's states[this.id]; a left-out item has none. Without `on` the item's reference day is the clause's.
 * The clause frame's states[this.id].it = Σ, `failed` 'no item' (nothing left) or 'no item met'; either makes the clause's gate false. No item surely met (gate true, in force), but some open: a gate part unknown with the causes of the items' gates. Blocks of item scope and other policies change item results after
 * all lines; the clause's statements after this one then run once more on the changed Σ in a scratch frame: frames always show the clause's own lines.
 */
export interface Items extends Line {
  readonly kind: 'items';
  readonly list: string;
  readonly on?: string;
  readonly where?: Expr;
  readonly statements: readonly Statement[];
}
/** Sets `it` (max with 0). If the amount is `none` (no row applies: `failed` 'no row') or undefined → gate false with that reason, `it` 0; maybe-none/undefined: lo widened to 0 and a gate part unknown with the amount's causes (a later `add` must not lift what may not be met). */
export interface Amount extends Line {
  readonly kind: 'amount';
  readonly verb: Verb;
  readonly amount: Expr;
  readonly cutToCeiling: boolean;
}
/**
 * add: it + e; less: max(0, it − e); raise: it × (1 + e); floor: max(it, e).
 * `condition` false → it unchanged, the amount is not evaluated; unknown → hull of both, causes of it, the condition, the changed amount.
 * Undefined amount: it unchanged, `failed` its reason; maybe undefined → hull of both.
 */
export interface Adjust extends Line {
  readonly kind: 'adjust';
  readonly operation: 'add' | 'less' | 'raise' | 'floor';
  readonly amount: Expr;
  readonly condition?: Expr;
}
/**
 * it := min(it, room), room = max(0, cap − already paid in the scope). allOrNothing: it > room → 0; undecided → [0, min(it.hi, room.hi)].
 * State: room, and `used` where the window is wider than the period. `none` counts as 0; undefined → gate false, `failed` its reason, it 0; maybe undefined → lo widened to 0 and a gate part unknown with the cap's causes. Causes: it's, then the cap's, then used's.
 */
export interface Cap extends Line {
  readonly kind: 'cap';
  readonly amount: Expr;
  readonly scope: ScopeIr;
  readonly allOrNothing: boolean;
}
export interface Round extends Line {
  readonly kind: 'round';
  readonly rounding: RoundingIr;
}
/** A pool of batch scope; alone the subject's share is [0, it], cause `budget:CLAUSE` (R11); sharing `unlimited`: unchanged. Pending amount decisions apply before it (R14). The amount is evaluated for the trace only; causes: it's, then the budget's. */
export interface Budget extends Line {
  readonly kind: 'budget';
  readonly amount: Expr;
  readonly period: 'period' | 'whileInForce';
  readonly sharing: 'proRata' | 'uniformRate' | 'firstCome' | 'firstComeWhole' | 'byRank' | 'unlimited';
}
/** Gate: nothing > 0 was paid under this clause to this subject (and item, in an items block) in an earlier period. R5. State: truth and used (window `ever`): used.lo > 0 → false, used = 0 → true, else unknown. */
export interface Once extends Line {
  readonly kind: 'once';
  readonly scope: 'subject' | 'item';
}
/** Exactly the statements of the chosen case run. Every choice of the reading has a case. */
export interface SwitchStatement extends Line {
  readonly kind: 'switch';
  readonly reading: ReadingId;
  readonly cases: readonly { readonly choice: ChoiceId; readonly statements: readonly Statement[] }[];
}

/** `period`: the assessed period (never asks the ledger). Wider ones do: paid amounts of this clause, subject (and item key, where `per` is item), in earlier periods within the window (`runtime/history.ts`). `inForce`: periods touching the days in force; `years`: N: periods of the years P−N+1 … P−1. */
export interface ScopeIr {
  readonly per: 'item' | 'subject';
  readonly window:
    | { readonly kind: 'period' }
    | { readonly kind: 'ever' }
    | { readonly kind: 'inForce' }
    | { readonly kind: 'years'; readonly years: number };
}

// ── Blocks ───────────────────────────────────────────────────────────────────

/** Active when `under` is absent or the reading's choice is among `choices`. Members take part with their value at the end of their own lines (budget included), or after earlier blocks of `order`; other policies come last. `runtime/blocks` holds what a block does; its amount is recorded in a frame of its own (`Assessment.blocks`). */
export type BlockIr = ConflictIr | GroupCapIr;
interface BlockBase {
  readonly id: string;
  readonly node: NodeId;
  readonly names: Names;
  readonly article?: number | 'closing' | 'preamble';
  readonly under?: { readonly reading: ReadingId; readonly choices: readonly ChoiceId[] };
  readonly members: readonly ClauseId[];
}
export interface ConflictIr extends BlockBase {
  readonly kind: 'conflict';
  readonly per: 'item' | 'subject';
  readonly chooser: 'highest' | 'first' | 'choice' | 'earliest';
  readonly choiceField?: string;
  readonly earlier: 'difference' | 'exclusive' | 'none';
}
export interface GroupCapIr extends BlockBase {
  readonly kind: 'groupCap';
  readonly amount: Expr;
  readonly scope: ScopeIr;
  readonly cut: 'inOrder' | 'proRata';
}

// ── Expressions ──────────────────────────────────────────────────────────────

/**
 * Values (see `value.ts`): number intervals [lo, hi] with causes; "undefined" (no growth rate, a thing stated not to exist);
 * truths; option sets. Rules common to all number operations: an undefined operand makes the result undefined with the same reason (first
 * operand first); `none` (no row applies) counts as 0; causes of the result = union of the operands' causes in operand order if lo ≠ hi, else empty.
 * `mayBeUndefined` is passed on.
 *
 * Details. Causes are kept while lo ≠ hi or a maybe-flag is set. `none`/`mayBeNone` are dropped by every operation except rowCap, switch and choose. Sums of ends where +∞ meets −∞: −∞ in lo, +∞ in hi.
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
  | ClauseExpr
  | PaidExpr
  | DateShiftExpr
  | DaysExpr
  | ReferenceDayExpr
  | LogicalExpr
  | NotExpr
  | CompareExpr
  | HasGrownExpr
  | OptionTestExpr
  | IsGrantedExpr
  | SwitchExpr;

interface Base {
  readonly id: NodeId;
  readonly type: TypeIr;
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
/** everyFull: floor(of/step) × amount; everyStarted: ceiling(of/step) × amount; everyPart: of/step × amount. `of` below 0 counts as 0. step is a literal > 0. The count is floored end by end, then multiplied as in multiply; causes of, amount. */
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
 * By a number or by options. Row passed = all its tests true (options: the key holds one of the row's options).
 * `hardest`: of the rows passed the one latest in `rows` (the compiler sorts rows by hardness, hardest last) applies; `highest`: the row passed with the highest value; `eachRow`: their sum.
 * No row passed → `otherwise` if present, else value `none`. Key undefined → no row. Key open: hull over the reachable outcomes:
 * hardest: from the hardest down, while a row is only perhaps passed its value joins the hull; the first surely passed row joins and ends; if none is surely passed, otherwise/none (0) joins.
 * highest: lo = greatest lo of surely passed rows (or otherwise.lo / 0 when none is sure), hi = greatest hi of all perhaps or surely passed rows (and of otherwise when none is sure).
 * eachRow: Σ over surely passed rows + [0, hi] of perhaps passed ones (otherwise joins as hull when none is sure).
 * Causes: key's causes (when some row is undecided), then those of the joined rows. `none` is set only when surely no row applies and no otherwise. mayBeNone = perhaps none.
 * Only values of rows that are not surely failed are evaluated.
 *
 * Details. Order: key; then per row in order its bounds' edges and test, and, if not surely failed, its value; then `otherwise` if no row is surely passed. Hardest: rows below the first surely passed one are tested and
 * evaluated but do not join. A single joined outcome is the result as it is (keeps none, undefined). Several: undefined ones only set mayBeUndefined (all undefined: undefined, the hardest's reason); none counts as 0 and sets mayBeNone; "no row" without otherwise
 * joins as 0 and sets mayBeNone. highest/eachRow: a surely passed undefined value makes the result undefined, a perhaps passed one mayBeUndefined; none counts as 0. highest with a sure row: lo = greatest lo of sure rows; no sure row: least of
 * the perhaps passed rows' lo and otherwise.lo (else 0). A yes/no key has the options 'true' and 'false'. A key stated none, or a maybe-undefined key: sure rows become perhaps. Joined causes: key's (when some row is undecided; edges' after it), then the joined rows' from hardest down
 * (highest, eachRow: in order), then otherwise's.
 */
export interface ChooseExpr extends Base {
  readonly kind: 'choose';
  readonly key: Expr;
  readonly mode: 'hardest' | 'highest' | 'eachRow';
  readonly rows: readonly ChooseRowIr[];
  readonly otherwise?: Expr;
}
export interface ChooseRowIr {
  readonly id: NodeId;
  readonly test:
    | { readonly kind: 'options'; readonly options: readonly string[] }
    | { readonly kind: 'bounds'; readonly bounds: readonly BoundIr[] };
  readonly value: Expr;
}
export interface BoundIr {
  readonly operator:
    | BoundOperator
    | { readonly reading: ReadingId; readonly cases: Readonly<Record<ChoiceId, BoundOperator>> };
  readonly edge: Expr;
}
/** Marginal: Σ rate_j × (min(of, upper_j) − lower_j)+ ; the last band may be open above. Edges ascending; side of an edge is harmless. values[band.id] = rate × part. Causes: of, then per band lower, upper, rate. */
export interface BandsExpr extends Base {
  readonly kind: 'bands';
  readonly of: Expr;
  readonly bands: readonly { readonly id: NodeId; readonly lower: Expr; readonly upper?: Expr; readonly rate: Expr }[];
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
/** Whole days/months/years after a date; a day that does not exist (29 Feb, 31st) becomes the last day of that month. */
export interface DateShiftExpr extends Base {
  readonly kind: 'dateShift';
  readonly from: Expr;
  readonly amount: number;
  readonly unit: 'years' | 'months' | 'days';
}
/** to − from in days. */
export interface DaysExpr extends Base {
  readonly kind: 'days';
  readonly from: Expr;
  readonly to: Expr;
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
