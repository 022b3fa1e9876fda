/**
 * R10 against other policies (就高不重复): awards that other policies' ledger entries state for the same matter. What they paid is made up
 * for (difference) or bars (exclusive); an award entitled to but unpaid is taken instead where it is higher, a tie is paid here.
 * Where no coverage over all policies answers for P, the amount stands as a ceiling.
 */
import { areCeilings, clauseCause, joinCauses } from './causes.ts';
import { ranByItem } from './clause-value.ts';
import { dayNumber } from './day.ts';
import { isCovered, paidAmount, standingAwards } from './history.ts';
import type { AwardEntry, EvaluationInput } from './input.ts';
import {
  compareEnds,
  differenceFromZero,
  isExactlyZero,
  number,
  orNothing,
  signOfEnd,
  sum,
  zeroNumber,
} from './interval.ts';
import type { ClauseIr } from './ir.ts';
import { compare, ofDecimalText, type Rational, zero } from './rational.ts';
import { type Engine, type Session, settingOf } from './session.ts';
import { applyToClause, applyToItems, type Standing, type Verdict } from './standing.ts';
import type { Cause, NumberValue } from './value.ts';

type Mode = 'difference' | 'exclusive';

/** Only grants are compared; an item clause is compared item by item. */
export function settleElsewhere(standing: Standing, engine: Engine, session: Session): void {
  const { clause } = standing.run;
  if (clause.kind !== 'grant' || signOfEnd(standing.value.hi) <= 0) return;
  const mode = settingOf(session.ir.elsewhere, session, standing.restsOn);
  if (mode === 'none') return;
  const verdict = (value: NumberValue, item: string | undefined, entries: readonly AwardEntry[]): Verdict =>
    verdictOf(value, {
      entries,
      cause: clauseCause('other-awards', clause.id, item),
      mode,
      answered: isAnswered(session.input),
    });
  if (standing.items.length === 0) {
    // Of an absent list awards for items cannot be told apart, and the amount is open anyway.
    const entries = ranByItem(standing.run) ? [] : awardsElsewhere(clause, undefined, session);
    applyToClause(standing, { kind: 'elsewhere' }, verdict(standing.value, undefined, entries));
    return;
  }
  const verdicts = new Map<string, Verdict>();
  for (const { run, value } of standing.items) {
    if (signOfEnd(value.hi) > 0)
      verdicts.set(run.key, verdict(value, run.key, awardsElsewhere(clause, run.key, session)));
  }
  applyToItems(standing, { kind: 'elsewhere' }, verdicts, engine, session);
}

interface Elsewhere {
  readonly entries: readonly AwardEntry[];
  readonly cause: Cause;
  readonly mode: Mode;
  /** Coverage over all policies answers for P. */
  readonly answered: boolean;
}

function verdictOf(it: NumberValue, { entries, cause, mode, answered }: Elsewhere): Verdict {
  const paid = entries.length === 0 ? zeroNumber : sum(entries.map((entry) => paidAmount(entry, cause)));
  const unpaid = greatestUnpaid(entries);
  const verdict = againstPaid(it, paid, mode);
  const taken = unpaid === undefined || isExactlyZero(verdict.value) ? verdict : againstUnpaid(verdict, it, unpaid);
  if (isExactlyZero(taken.value)) return { ...taken, by: 'elsewhere' };
  return answered ? taken : uncovered(taken, cause);
}

/** Same matter, same subject; of an item clause the same item, in P or earlier; else in a period that meets P. */
function awardsElsewhere(clause: ClauseIr, item: string | undefined, { ir, input }: Session): readonly AwardEntry[] {
  return standingAwards(input.ledger).filter(
    (entry) =>
      entry.policy !== ir.id &&
      entry.subject === input.facts.subject &&
      entry.matter === clause.matter &&
      (item === undefined || entry.item === item) &&
      dayNumber(entry.period.from) < dayNumber(input.period.to) &&
      (item !== undefined || dayNumber(entry.period.to) > dayNumber(input.period.from)),
  );
}

function againstPaid(it: NumberValue, paid: NumberValue, mode: Mode): Verdict {
  if (isExactlyZero(paid)) return { value: it, note: 'unchanged' };
  if (mode === 'difference') return { value: differenceFromZero(it, paid), note: 'difference' };
  if (signOfEnd(paid.lo) > 0) return { value: zeroNumber, note: 'barred' };
  return { value: orNothing(it, paid.causes), note: 'open' };
}

/** The higher award is taken there, a tie here. Undecided ceilings compare by what may be paid at most. */
function againstUnpaid(verdict: Verdict, it: NumberValue, unpaid: Rational): Verdict {
  const least = areCeilings(it.causes) ? it.hi : it.lo;
  if (compareEnds(unpaid, least) <= 0) return verdict;
  if (compareEnds(unpaid, it.hi) > 0) return { value: zeroNumber, note: 'higher elsewhere' };
  return { value: orNothing(verdict.value, []), note: 'open' };
}

function greatestUnpaid(entries: readonly AwardEntry[]): Rational | undefined {
  const amounts = entries
    .filter((entry) => signOfEnd(ofDecimalText(entry.paid)) === 0)
    .map((entry) => ofDecimalText(entry.entitled));
  const positive = amounts.filter((amount) => compare(amount, zero) > 0);
  return positive.reduce<Rational | undefined>(
    (greatest, amount) => (greatest === undefined || compare(amount, greatest) > 0 ? amount : greatest),
    undefined,
  );
}

/** Someone states that the ledger holds every policy's awards of P. */
function isAnswered({ ledger, facts, period }: EvaluationInput): boolean {
  return isCovered(ledger, '*', facts.subject, dayNumber(period.from), dayNumber(period.to) - 1);
}

function uncovered(verdict: Verdict, cause: Cause): Verdict {
  const { value } = verdict;
  const ends = orNothing(value, []);
  const note = verdict.note === 'unchanged' ? 'open' : verdict.note;
  return { ...verdict, value: number(zero, ends.hi, joinCauses([value.causes, [cause]])), note };
}
