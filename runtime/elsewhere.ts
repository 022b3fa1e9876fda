/**
 * R10 against other policies (就高不重复): awards that other policies' ledger entries state for the same matter. What they paid is made up
 * for (difference) or bars (exclusive); an award entitled to but unpaid is taken instead where it is higher, a tie is paid here.
 * Where no coverage over all policies answers for P, the amount stands as a ceiling.
 */
import { areCeilings, clauseCause, joinCauses } from './causes.ts';
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
import type { NumberValue } from './value.ts';

type Mode = 'difference' | 'exclusive';

/** Only grants are compared; an item clause is compared item by item. */
export function settleElsewhere(standing: Standing, engine: Engine, session: Session): void {
  const { clause } = standing.run;
  if (clause.kind !== 'grant' || signOfEnd(standing.value.hi) <= 0) return;
  const mode = settingOf(session.ir.elsewhere, session, standing.restsOn);
  if (mode === 'none') return;
  const isItemClause = standing.items.length > 0;
  if (!isItemClause) {
    applyToClause(standing, { kind: 'elsewhere' }, verdictOf(standing.value, clause, undefined, mode, session));
    return;
  }
  const entered = standing.items.filter((item) => signOfEnd(item.value.hi) > 0);
  const verdicts = new Map(
    entered.map((item) => [item.run.key, verdictOf(item.value, clause, item.run.key, mode, session)]),
  );
  applyToItems(standing, { kind: 'elsewhere' }, verdicts, engine, session);
}

function verdictOf(it: NumberValue, clause: ClauseIr, item: string | undefined, mode: Mode, session: Session): Verdict {
  const entries = awardsElsewhere(clause, item, session);
  const cause = clauseCause('other-awards', clause.id, item);
  const paid = entries.length === 0 ? zeroNumber : sum(entries.map((entry) => paidAmount(entry, cause)));
  const unpaid = greatestUnpaid(entries);
  const verdict = againstPaid(it, paid, mode);
  const taken = unpaid === undefined || isExactlyZero(verdict.value) ? verdict : againstUnpaid(verdict, it, unpaid);
  const named = isExactlyZero(taken.value) ? { ...taken, by: 'elsewhere' } : taken;
  return isExactlyZero(named.value) || isAnswered(session.input) ? named : uncovered(named, cause);
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

function uncovered(verdict: Verdict, cause: ReturnType<typeof clauseCause>): Verdict {
  const { value } = verdict;
  const ends = orNothing(value, []);
  const note = verdict.note === 'unchanged' ? 'open' : verdict.note;
  return { ...verdict, value: number(zero, ends.hi, joinCauses([value.causes, [cause]])), note };
}
