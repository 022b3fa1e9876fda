/** Every word of the text form, in both languages. The table is typed, so a missing translation does not compile. */
import type { Language } from '../../diagnostics/diagnostic.ts';
import type { AmountKind, RoundingIr, ScopeIr } from '../ir.ts';
import type { UndefinedReason } from '../value.ts';
import type { ExplainedAfter, StepDetail } from './explanation.ts';
import { en } from './words-en.ts';
import type { PaymentWords } from './words-payment.ts';
import { zh } from './words-zh.ts';

/** Arguments are finished texts (`500,000.00 元`) unless a type says otherwise. */
export interface Words {
  readonly language: Language;
  readonly listSeparator: string;
  readonly clauseSeparator: string;
  readonly opening: string;
  readonly closing: string;
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly none: string;
  readonly unbounded: string;
  readonly currency: (code: string) => string;
  readonly points: (number: string) => string;
  readonly rank: (number: string) => string;
  readonly duration: (number: string, unit: 'years' | 'months' | 'days') => string;
  readonly between: (low: string, high: string) => string;
  readonly atLeast: (low: string) => string;
  readonly upTo: (high: string) => string;
  readonly undefinedReason: Readonly<Record<UndefinedReason, string>>;

  readonly outcome: {
    readonly notMet: string;
    readonly undetermined: (range: string) => string;
    readonly outOfForce: string;
    readonly superseded: (by: string) => string;
    readonly supersededElsewhere: string;
    /** Where it is not recorded by which. */
    readonly supersededByAnother: string;
    readonly noAmount: string;
    readonly takesNoPart: string;
    readonly payable: (amount: string) => string;
  };
  /** Keywords of the text of a clause without amount. */
  readonly text: { readonly noAmount: string; readonly otherRules: string };
  readonly amountKind: Readonly<Record<AmountKind, string>>;
  readonly cause: {
    readonly missing: (facts: string) => string;
    readonly discretion: string;
    readonly history: string;
    readonly otherAwards: string;
    readonly otherClaims: string;
    readonly budget: string;
  };

  readonly met: string;
  readonly failed: string;
  readonly open: string;
  readonly because: (status: string, reason: string) => string;
  readonly ceiling: string;
  readonly cutToCeiling: string;
  readonly noRow: string;
  readonly noRowChosen: string;
  readonly noCase: string;
  /** A figure with the first day of its version, and the day on which that was published. */
  readonly version: (figure: string, since: string, publishedOn: string | undefined) => string;
  readonly published: (figure: string, publishedOn: string | undefined, source: string | undefined) => string;
  readonly short: (gap: string) => string;
  readonly shortStrict: (gap: string) => string;
  readonly exceeds: (gap: string) => string;
  readonly exceedsStrict: (gap: string) => string;
  readonly exactlyMustExceed: (bound: string) => string;
  readonly exactlyMustStayUnder: (bound: string) => string;
  readonly atLeastGap: (gap: string) => string;

  /** A line open because of what another clause comes to. */
  readonly dependsOn: (clauses: string) => string;
  readonly fullSteps: (of: string, step: string, count: string) => string;
  readonly startedSteps: (of: string, step: string, count: string) => string;
  readonly take: (amount: string) => string;
  readonly extreme: { readonly lowest: string; readonly highest: string };
  readonly countOf: (count: string) => string;
  /** Of a limit that items use up in their order. */
  readonly beyond: (amount: string) => string;
  readonly usedBefore: (limit: string, used: string, room: string) => string;
  readonly fromTo: (before: string, now: string) => string;
  readonly calendar: {
    readonly extreme: { readonly lowest: string; readonly highest: string };
    /** The last day counts. */
    readonly through: (from: string, to: string) => string;
    /** It does not. */
    readonly until: (from: string, to: string) => string;
    readonly calendarYear: (first: string, now: string, count: string) => string;
    readonly anniversaryYear: (first: string, now: string, count: string) => string;
    /** `years`: whole years among them. */
    readonly days: (count: string, years?: string) => string;
    readonly thirtyDays: (count: string) => string;
    readonly months: (count: string) => string;
    readonly counted: (count: string) => string;
    readonly ofPeriod: (span: string, from: string, to: string, count: string) => string;
    readonly nothing: string;
  };
  readonly decidedRate: (rate: string) => string;
  readonly decidedAmount: (amount: string) => string;
  readonly and: string;
  readonly or: string;
  readonly is: (name: string, value: string) => string;

  readonly cap: {
    readonly notReached: string;
    readonly reached: string;
    readonly perhaps: string;
    /** Of a row's own cap. */
    readonly at: (cap: string) => string;
    readonly within: (cap: string) => string;
    readonly exceededWhole: string;
    readonly room: (cap: string, used: string, room: string) => string;
    readonly openRoom: (cap: string, used: string) => string;
  };
  readonly once: { readonly free: string; readonly used: (paid: string) => string; readonly unknown: string };
  /** R21: what all who share something were paid. */
  readonly toAll: (paid: string) => string;
  readonly limit: {
    readonly times: (used: string, most: string) => string;
    readonly items: (used: string, most: string) => string;
    readonly usedUp: string;
    readonly kept: string;
    readonly leftOut: string;
    readonly perhaps: string;
  };
  readonly budget: {
    readonly subject: string;
    readonly unlimited: string;
    readonly sharing: (pool: string, how: NonNullable<StepDetail['sharing']>) => string;
  };
  /** A pool that a batch has shared. */
  readonly pool: {
    readonly enough: string;
    readonly short: string;
    readonly suffices: (claims: string, room: string, claimants: number) => string;
    readonly proRata: (room: string, claims: string, claimants: number, claim: string, share: string) => string;
    readonly uniform: (room: string, claims: string, rate: string, claim: string, share: string) => string;
    readonly queue: (place: number, ahead: string, room: string, claim: string, share: string) => string;
  };
  /** Keywords of lines that a clause does not write. */
  readonly dating: string;
  readonly filter: string;
  readonly adjustSkipped: string;
  readonly adjustPerhaps: string;
  readonly rounding: (mode: RoundingIr['mode'], step: string) => string;
  readonly window: (window: ScopeIr['window']) => string;

  readonly row: {
    readonly applies: string;
    readonly perhaps: string;
    readonly outranked: string;
    readonly lower: string;
    readonly notHeld: string;
  };
  readonly ladder: {
    readonly year: (year: string, amount: string) => string;
    readonly earlierYears: string;
    readonly noEarlierYears: string;
    readonly passed: string;
    readonly notPassed: string;
    readonly passedBefore: string;
    readonly perhaps: string;
    readonly paid: string;
    readonly deducted: string;
    readonly heldBefore: string;
  };
  readonly items: {
    readonly noneMet: string;
    readonly otherPeriod: string;
    readonly filtered: string;
    readonly total: (count: number) => string;
    readonly more: (count: number) => string;
    readonly none: string;
    readonly unlisted: string;
  };

  readonly after: Readonly<Record<ExplainedAfter['kind'], string>>;
  /** Keyword of a conflict by another chooser than the highest. */
  readonly noDuplicate: string;
  readonly noDuplication: string;
  readonly barredElsewhere: string;
  readonly afterNote: Readonly<Record<ExplainedAfter['note'], string>>;
  /** Of a conflict by another chooser than the highest. */
  readonly chosen: Readonly<
    Record<'first' | 'choice' | 'earliest', { readonly won: string; readonly lost: string; readonly open: string }>
  >;
  readonly shareOpen: string;
  readonly cut: Readonly<Record<'inOrder' | 'proRata', string>>;
  readonly provisional: string;
  readonly paidElsewhere: (policy: string, year: string, amount: string) => string;
  readonly promisedElsewhere: (policy: string, year: string, amount: string) => string;
  readonly dueElsewhere: (policy: string, year: string, amount: string) => string;
  readonly sharedCoins: (block: string) => string;
  /** Payment rounding that would lift an amount above its bound goes down. */
  readonly heldDown: string;
  readonly pay: string;
  /** R23: from which text something comes. */
  readonly taken: {
    readonly keyword: string;
    readonly base: string;
    readonly import: string;
    readonly over: (policy: string, article: string) => string;
    readonly changed: (lines: string) => string;
  };
  readonly reading: string;
  readonly defaultChoice: string;
  readonly defaultChoices: string;
  readonly total: string;
  readonly article: (article: number | 'closing' | 'preamble', paragraph: number | undefined) => string;
  readonly year: (label: string) => string;
  readonly referenceDay: (from: string, to: string) => string;
  readonly payment: PaymentWords;
  readonly head: { readonly policy: string; readonly facts: string };
}

export const words: Readonly<Record<Language, Words>> = { zh, en };
