/** What an evaluator takes: facts that passed the door, the period, history, decisions, readings. Plain data, no clock. */
import type { ChoiceId, ClauseId, DayText, DecimalText, ReadingId } from './ir.ts';
import type { Rational } from './rational.ts';

/** Half-open interval of days made by a calendar; `label` is what people call it ("2024"). R3. */
export interface Period {
  readonly label: string;
  readonly from: DayText /** Exclusive. */;
  readonly to: DayText;
  readonly year: number;
}

/** Stated not to exist. */
export const none = { none: true } as const;
export type None = typeof none;

/** Numbers (money in base units, percent as ratio) are canonical decimal text; dates DayText; choices and sets of choices option ids. */
export type FactValue =
  | { readonly number: DecimalText }
  | { readonly boolean: boolean }
  | { readonly date: DayText }
  | { readonly options: readonly string[] }
  | { readonly text: string }
  | None;

/** Key: field id, or `id@YEAR` for yearly fields. A missing key is an unknown fact. */
export type FactValues = ReadonlyMap<string, FactValue>;
export interface ItemFacts {
  /** Value of the key field, or "#1", "#2" … by position where the list has none. */ readonly key: string;
  readonly values: FactValues;
}

/** Facts of one subject, checked and normalised at the door. Parameters given from outside stand among `values` under their own ids. */
export interface Facts {
  readonly subject: string;
  readonly values: FactValues;
  /** A missing key is an absent (unknown) list. */
  readonly lists: ReadonlyMap<string, readonly ItemFacts[]>;
}

/** R14. Keyed (clause, item, period). */
export interface Decision {
  readonly clause: ClauseId;
  readonly item?: string;
  readonly year: number;
  readonly rate?: DecimalText;
  readonly amount?: DecimalText;
  readonly date?: DayText;
  readonly source?: string;
}

/** R5. One line of the JSON Lines ledger. */
export type LedgerEntry = AwardEntry | CoverageEntry;
export interface AwardEntry {
  readonly kind: 'award';
  readonly id: string;
  readonly subject: string;
  readonly policy: string;
  /** Clause path of that policy; for entries of other policies, whatever they call it. */
  readonly clause: string;
  /** Other policies: the matter (our clause's `matter`) that it concerns. */
  readonly matter?: string;
  readonly item?: string;
  /** R21: what the subject gave for its shared facts, by fact; empty where it stated none. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Of an instalment: its number, 1, 2, 3 …, and the period of the entitlement that it is a part of; `period` is then the one in which it was paid. */
  readonly part?: number;
  readonly partOf?: Period;
  readonly period: Period;
  readonly eventDay?: DayText;
  readonly recordedOn: DayText;
  readonly entitled: DecimalText;
  readonly paid: DecimalText;
  /** R24: an entitlement that is paid in parts, and how much they come to. It counts as this amount; its parts, recorded as they are paid, count for what was paid alone. */
  readonly inParts?: DecimalText;
  /** Provisional ceilings count as [0, paid]. */
  readonly state: 'decided' | 'provisional';
  readonly readings: Readonly<Record<ReadingId, ChoiceId>>;
  readonly digests: { readonly policy?: string; readonly facts?: string; readonly assessment?: string };
  /** Id of the entry this one takes back. */
  readonly reverses?: string;
}
/** A statement that the ledger is complete for (policy, subject) over these days; "*" for all. */
export interface CoverageEntry {
  readonly kind: 'coverage';
  readonly policy: string;
  readonly subject: string;
  readonly from: DayText;
  readonly to: DayText;
  readonly statedBy?: string;
  readonly statedOn?: DayText;
}

/** Absent ledger = no coverage: received amounts are unknown. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
}

/** R11. What a batch gave one claim on a pool, and what it looked at: enough to do the sharing again by hand. */
export interface PoolShare {
  readonly share: Rational;
  /** What the pool still held: its amount less what others had been paid from it before. */
  readonly room: Rational;
  /** How many applicants claimed, and Σ of their claims, an open one at its upper end. */
  readonly claimants: number;
  readonly claims: Rational;
  /** Queues: 1 for the first served, and Σ of the shares served before. */
  readonly place?: number;
  readonly ahead?: Rational;
}

export interface EvaluationInput {
  readonly facts: Facts;
  readonly period: Period;
  readonly ledger?: Ledger;
  readonly decisions: readonly Decision[];
  /** Shares of pools that a batch has settled, by clause. Absent: the subject is assessed alone, and its share is open. */
  readonly shares?: ReadonlyMap<ClauseId, PoolShare>;
  /** Only choices that differ from the default need stand here. */
  readonly readings: Readonly<Record<ReadingId, ChoiceId>>;
}
