/**
 * The IR: what a policy means. Plain JSON, no sugar, the contract between compiler and runtime. Two texts that mean the same
 * (Chinese, English, mixed) have the same IR byte for byte: no spans, no language, no spelling. Places in the text and printed
 * labels live beside it, in `origins.ts`, keyed by node id.
 *
 * Every node has an `id`: a number given in pre-order over the IR (statement before its expressions, left before right), dense
 * from 1. The id is the node's origin and the key of its value in a frame (`frame.ts`).
 */

import type { PublicationIr, VersionIr } from './ir-dated.ts';
import type { Expr, OrderIr } from './ir-expression.ts';
import type { PaymentIr } from './ir-payment.ts';

export type * from './ir-expression.ts';
export type * from './ir-payment.ts';

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
  /** R5: policies whose awards are this one's own history, each from a day on; absent where there is none. */
  readonly continues?: readonly { readonly policy: string; readonly since: DayText }[];
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
  /** Whole. `unit`: of a declared unit, which then cancels in products; without one a bare factor. */
  | { readonly kind: 'count'; readonly unit?: string }
  | { readonly kind: 'rank' }
  | { readonly kind: 'date' }
  | { readonly kind: 'duration'; readonly unit: 'years' | 'months' | 'days' }
  | { readonly kind: 'quantity'; readonly unit: string }
  /**
   * Units multiplied and divided: 30 CNY per sqm per month is `over` money and `per` quantity and duration. Neither holds a unit twice, none stands in
   * both; money before quantities before counts before durations. `share`: the figure is a ratio, as a percentage per year; then `over` is empty.
   */
  | {
      readonly kind: 'compound';
      readonly share: boolean;
      readonly over: readonly UnitIr[];
      readonly per: readonly UnitIr[];
    }
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly options: readonly OptionIr[] }
  | { readonly kind: 'choices'; readonly options: readonly OptionIr[] };
/** Type of an expression. Options stand once, in the field: repeated at every expression, 1,000 of them would make a large policy too large to hold. */
export type ExprTypeIr =
  | Exclude<TypeIr, { readonly kind: 'choice' | 'choices' }>
  | { readonly kind: 'choice' }
  | { readonly kind: 'choices' };
/** A unit within a compound one. `count` is whatever is counted (元/人, 元/个). */
export type UnitIr =
  | { readonly kind: 'money'; readonly currency: string }
  | { readonly kind: 'quantity'; readonly unit: string }
  | { readonly kind: 'count' }
  | { readonly kind: 'duration'; readonly unit: 'years' | 'months' | 'days' };
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
  /** R21: of a text fact of the subject: subjects that give the same text share what a scope on it leaves. */
  readonly shared?: true;
  readonly role: 'fact' | 'parameter';
  /** Parameters: published values, key = year or "" when not yearly. */
  readonly published?: Readonly<Record<string, DecimalText>>;
  /** Where published values are from, by the same keys. */
  readonly publications?: Readonly<Record<string, PublicationIr>>;
  /** Parameters with one value at any day (R19): read by `dated` alone. */
  readonly dated?: true;
  /** Of a dated parameter: its published values by days, in order, none overlapping. */
  readonly versions?: readonly VersionIr[];
}
export interface ListIr {
  readonly id: string;
  readonly names: Names;
  /** Item fields, of text or choice, that identify an item together: its key is their text, as `itemKey` joins it. */
  readonly key?: readonly string[];
  /** R21: an item of the same key is the same thing, whichever applicant lists it. */
  readonly shared?: true;
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

export type Verb =
  | 'grant'
  | 'award'
  | 'subsidise'
  | 'support'
  | 'refund'
  | 'loan'
  | 'interest'
  | 'charge'
  | 'deduct'
  | 'deductExtra'
  | 'credit'
  | 'recover';
/**
 * R24: amounts of different kinds are never added, compared or capped together, and totals are per kind. `deduction` lessens the base of a tax, `credit` the tax itself;
 * `repayment` is what the applicant gives back. `none`: a clause that carries text, no amount.
 */
export type AmountKind = 'grant' | 'loan' | 'interest' | 'deduction' | 'credit' | 'repayment' | 'none';

export interface ClauseIr {
  readonly id: ClauseId;
  /** Node id of the clause itself. */
  readonly node: NodeId;
  readonly names: Names;
  /** R5: ids under which earlier awards stand; absent: its own id alone. Empty: none under the policies that this one continues. */
  readonly formerly?: readonly string[];
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
  /** When the payable amount is paid, if not at once. */
  readonly payment?: PaymentIr;
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
export type Statement = When | Items | Amount | Adjust | Cap | Round | Budget | Once | Limit | SwitchStatement;

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
 * add: it + e; less: max(0, it − e); raise: it × (1 + e); lower: it × max(0, 1 − e); floor: max(it, e).
 * `condition` false → it unchanged, the amount is not evaluated; unknown → hull of both, causes of it, the condition, the changed amount.
 * Undefined amount: it unchanged, `failed` its reason; maybe undefined → hull of both.
 */
export interface Adjust extends Line {
  readonly kind: 'adjust';
  readonly operation: 'add' | 'less' | 'raise' | 'lower' | 'floor';
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
  /** How the cut falls on the items of the `items` statement before it; without it, items keep what they had. D5, R2. */
  readonly cut?: ItemCutIr;
}
/**
 * proRata: share × room / Σ where Σ is above the room. inOrder: min(share, what those that precede leave of the room), by end; without
 * order as listed. An item whose key is undefined stands last. Details: `runtime/item-shares.ts`.
 */
export type ItemCutIr = { readonly kind: 'proRata' } | { readonly kind: 'inOrder'; readonly order?: OrderIr };
export interface Round extends Line {
  readonly kind: 'round';
  readonly rounding: RoundingIr;
}
/**
 * A pool of batch scope (R11). Alone the subject's share is [0, it], causes: it's, then `budget:CLAUSE`; sharing `unlimited`: unchanged. In a
 * batch (`EvaluationInput.shares`) it is the share, [0, share] with it's causes while it is open; kept as `pool` of the state. Pending amount
 * decisions apply before it (R14). Amount and order are evaluated for the batch and the trace. How a batch shares: `runtime/batch/share-pool.ts`.
 */
export interface Budget extends Line {
  readonly kind: 'budget';
  readonly amount: Expr;
  readonly period: 'period' | 'whileInForce';
  readonly sharing: 'proRata' | 'uniformRate' | 'firstCome' | 'firstComeWhole' | 'byRank' | 'unlimited';
  /**
   * Queues: who is served first; ties `listed`. Absent: in the order in which a batch lists the applicants. Each key is evaluated for the
   * batch and the trace.
   */
  readonly order?: OrderIr;
}
/**
 * Gate: nothing > 0 was paid under this clause in the scope (this subject, and item where `per` is item) in an earlier period. R5. State: truth and used: used.lo > 0 → false, used = 0 → true, else unknown.
 * With `times` (a count): fewer than `times` awards > 0 were; `used` is then their number: one for each item and period, an unsettled one [0, 1], uncovered [known, ∞): used + 1 ≤ times.
 */
export interface Once extends Line {
  readonly kind: 'once';
  readonly scope: ScopeIr;
  readonly times?: Expr;
}
/**
 * Of the items run before it those that stand first keep their results, `times` less `used` of them; the others are not met. Items that are not met, out of force, or surely 0 take no place; those to which perhaps nothing is due take one perhaps. `used`: awards > 0 under the
 * clause in earlier periods within the window, as in `once`; window `period` asks no ledger. Kept: place + used ≤ times, place as in `rank`. An item whose key is undefined is not kept, with that reason.
 * it := Σ of what is kept. Each item has a frame in `inner`, in the order of the results, with its keys, and states[this.id] = { truth: kept, it: what is left of it }. State: it, used. No item kept: `failed` 'no item met'; none surely: a gate part unknown, as in `items`.
 * Undefined `times`: `failed` its reason.
 */
export interface Limit extends Line {
  readonly kind: 'limit';
  readonly times: Expr;
  readonly scope: ScopeIr;
  readonly order: OrderIr;
}
/** Exactly the statements of the chosen case run. Every choice of the reading has a case. */
export interface SwitchStatement extends Line {
  readonly kind: 'switch';
  readonly reading: ReadingId;
  readonly cases: readonly { readonly choice: ChoiceId; readonly statements: readonly Statement[] }[];
}

/** `period`: the assessed period (never asks the ledger). Wider ones do: paid amounts of this clause, subject (and item key, where `per` is item), in earlier periods within the window (`runtime/history.ts`). `inForce`: periods touching the days in force; `years`: N: periods of the years P−N+1 … P−1. */
export interface ScopeIr {
  /** `fact`: all subjects whose `fact` is the same text; one that states none is alone. */
  readonly per: 'item' | 'subject' | 'fact';
  readonly fact?: string;
  /** R21. `per` item of a list with a shared key: all subjects count that list the item. Of other subjects the assessed period counts too, as far as the ledger has it. */
  readonly shared?: true;
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
/** Scope per item: all members go through the same list; for each of its items the room is shared among what the members give it, and their wider lines then act on what is left (as after a conflict). */
export interface GroupCapIr extends BlockBase {
  readonly kind: 'groupCap';
  readonly amount: Expr;
  readonly scope: ScopeIr;
  readonly cut: 'inOrder' | 'proRata';
}
