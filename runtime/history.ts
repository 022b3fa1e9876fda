/**
 * R5: what the ledger says was paid. Matching is on ids and paths, never on digests. Only periods before the assessed one are seen, so
 * that assessing again after recording changes nothing. What no coverage entry answers for is unknown: [known, ∞).
 */
import { clauseCause } from './causes.ts';
import { dayNumber } from './day.ts';
import type { AwardEntry, CoverageEntry, EvaluationInput, Ledger, LedgerEntry, Period } from './input.ts';
import { number, sum, zeroNumber } from './interval.ts';
import type { ClauseId, DecimalText, PolicyIr, ScopeIr } from './ir.ts';
import { ownAwards } from './ledger/own-awards.ts';
import { ofDecimalText, zero } from './rational.ts';
import type { Cause, NumberValue } from './value.ts';

export type Window = ScopeIr['window'];

/** Who is asked about: `item` absent asks about the subject over all items. */
export interface HistoryKey {
  readonly clause: ClauseId;
  readonly item?: string;
}

/**
 * Σ paid under a clause of this policy to the subject (and item) in periods before P within the window; of what is paid in parts the whole entitlement, in its own period (R24).
 * The window `period` never asks the ledger.
 */
export function paid(ir: PolicyIr, input: EvaluationInput, key: HistoryKey, window: Window): NumberValue {
  if (window.kind === 'period') return zeroNumber;
  const cause = clauseCause('history', key.clause, key.item);
  const amounts = earlierAwards(ir, input, key, window).map((entry) => paidAmount(entry, cause));
  return coveredSum(ir, input, window, amounts, cause);
}

/** Σ that left the treasury under a clause before P: of what is paid in parts the parts recorded so far. */
export function paidOut(ir: PolicyIr, input: EvaluationInput, key: HistoryKey): NumberValue {
  const cause = clauseCause('history', key.clause, key.item);
  const amounts = entriesBefore(ir, input, key, { kind: 'ever' }).map((entry) =>
    statedAmount(entry, entry.paid, cause),
  );
  return coveredSum(ir, input, { kind: 'ever' }, amounts, cause);
}

function coveredSum(
  ir: PolicyIr,
  input: EvaluationInput,
  window: Window,
  amounts: readonly NumberValue[],
  cause: Cause,
): NumberValue {
  const known = sum(amounts);
  return isHistoryCovered(ir, input, window) ? known : number(known.lo, 'infinity', [cause]);
}

/** Awards of a clause of this policy that the window sees, reversed ones left out. Instalments are counted with their entitlement. */
export function earlierAwards(
  ir: PolicyIr,
  input: EvaluationInput,
  key: HistoryKey,
  window: Window,
): readonly AwardEntry[] {
  return entriesBefore(ir, input, key, window).filter((entry) => entry.partOf === undefined);
}

/** Instalments too. */
export function entriesBefore(
  ir: PolicyIr,
  input: EvaluationInput,
  key: HistoryKey,
  window: Window,
): readonly AwardEntry[] {
  const isOwn = ownAwards(ir, key.clause);
  return standingAwards(input.ledger).filter(
    (entry) =>
      entry.subject === input.facts.subject &&
      isOwn(entry) &&
      (key.item === undefined || entry.item === key.item) &&
      isBefore(entry.period, input.period) &&
      isInWindow(entry.period, window, ir, input.period),
  );
}

/** What an award counts as: what was paid, or is to be paid in parts. */
export function countedText(entry: AwardEntry): DecimalText {
  return entry.inParts ?? entry.paid;
}

/** A decided award counts as what was paid; a provisional one as anything up to it. */
export function paidAmount(entry: AwardEntry, cause: Cause): NumberValue {
  return statedAmount(entry, countedText(entry), cause);
}

function statedAmount({ state }: AwardEntry, text: DecimalText, cause: Cause): NumberValue {
  const amount = ofDecimalText(text);
  return state === 'decided' ? number(amount, amount) : number(zero, amount, [cause]);
}

/**
 * Award entries that nothing takes back. A reversal itself pays nothing, whatever amounts it repeats; one that is taken back in turn
 * restores what it had reversed.
 */
export function standingAwards(ledger: Ledger | undefined): readonly AwardEntry[] {
  const known = ledger === undefined ? undefined : standing.get(ledger);
  if (known !== undefined || ledger === undefined) return known ?? [];
  const reversed = new Set<string>();
  const kept: AwardEntry[] = [];
  for (const entry of [...ledger.entries].reverse()) {
    if (entry.kind !== 'award' || reversed.has(entry.id)) continue;
    if (entry.reverses === undefined) kept.push(entry);
    else reversed.add(entry.reverses);
  }
  kept.reverse();
  standing.set(ledger, kept);
  return kept;
}

/** Every clause asks for the same list; a ledger never changes once read. */
const standing = new WeakMap<Ledger, readonly AwardEntry[]>();

/** The ledger answers for every day before P on which the policy, or one that it continues, could have paid the subject (`*`: anybody) within the window. */
export function isHistoryCovered(
  ir: PolicyIr,
  input: EvaluationInput,
  window: Window,
  subject: string = input.facts.subject,
): boolean {
  const to = dayNumber(input.period.from) - 1;
  const first = firstDay(ir, input.period, window);
  const answers = (policy: string, since: string) =>
    isCovered(input.ledger, policy, subject, Math.max(dayNumber(since), first), to);
  return answers(ir.id, ir.inForce.from) && (ir.continues ?? []).every(({ policy, since }) => answers(policy, since));
}

function firstDay(ir: PolicyIr, assessed: Period, window: Window): number {
  if (window.kind === 'years') return firstDayOfYear(windowStartYear(window.years, assessed));
  return window.kind === 'inForce' ? dayNumber(ir.inForce.from) : Number.NEGATIVE_INFINITY;
}

/** Whether coverage entries for the policy (or all) and subject (or all) hold every day from `from` to `to`, both included. */
export function isCovered(
  ledger: Ledger | undefined,
  policy: string,
  subject: string,
  from: number,
  to: number,
): boolean {
  const spans = (ledger?.entries ?? [])
    .filter((entry): entry is CoverageEntry => isCoverageOf(entry, policy, subject))
    .map((entry) => ({ from: dayNumber(entry.from), to: dayNumber(entry.to) }))
    .sort((left, right) => left.from - right.from);
  let next = from;
  for (const span of spans) {
    if (span.from > next) break;
    next = Math.max(next, span.to + 1);
  }
  return next > to;
}

function isCoverageOf(entry: LedgerEntry, policy: string, subject: string): boolean {
  return (
    entry.kind === 'coverage' &&
    (entry.policy === policy || entry.policy === '*') &&
    (entry.subject === subject || entry.subject === '*')
  );
}

export function isBefore(period: Period, assessed: Period): boolean {
  return dayNumber(period.to) <= dayNumber(assessed.from);
}

export function isInWindow(period: Period, window: Window, ir: PolicyIr, assessed: Period): boolean {
  switch (window.kind) {
    case 'period':
      return false;
    case 'ever':
      return true;
    case 'inForce':
      return (
        dayNumber(period.to) > dayNumber(ir.inForce.from) &&
        (ir.inForce.to === undefined || dayNumber(period.from) <= dayNumber(ir.inForce.to))
      );
    case 'years':
      return period.year >= windowStartYear(window.years, assessed);
  }
}

function windowStartYear(years: number, assessed: Period): number {
  return assessed.year - years + 1;
}

function firstDayOfYear(year: number): number {
  return dayNumber(`${String(Math.max(1, year)).padStart(4, '0')}-01-01`);
}
