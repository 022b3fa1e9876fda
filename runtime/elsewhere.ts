/**
 * R10 against other policies (就高不重复): awards that other policies' ledger entries state for the same matter. What they paid is made up
 * for (difference) or bars (exclusive); an award entitled to but unpaid is taken instead where it is higher, a tie is paid here.
 * Where no coverage over all policies answers for P, the amount stands as a ceiling.
 */
import { areCeilings, clauseCause, joinCauses } from './causes.ts';
import { ranByItem } from './clause-value.ts';
import { dayNumber } from './day.ts';
import { countedText, isBefore, isCovered, paidAmount, standingAwards } from './history.ts';
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
import { ownAwards } from './ledger/own-awards.ts';
import { ofDecimalText, zero } from './rational.ts';
import { type Engine, type Session, settingOf } from './session.ts';
import { applyToClause, applyToItems, type Standing, type Verdict } from './standing.ts';
import type { Cause, NumberValue } from './value.ts';

type Mode = 'difference' | 'exclusive';

/** Only grants are compared; an item clause is compared item by item, whatever its wider lines leave of all items together (R2). */
export function settleElsewhere(standing: Standing, engine: Engine, session: Session): void {
  const { clause } = standing.run;
  const isByItem = standing.items.some((item) => signOfEnd(item.value.hi) > 0);
  if (clause.kind !== 'grant' || (!isByItem && signOfEnd(standing.value.hi) <= 0)) return;
  const mode = settingOf(session.ir.elsewhere, session, standing.restsOn);
  if (mode === 'none') return;
  const answered = isAnswered(session.input);
  const verdict = (value: NumberValue, item: string | undefined, entries: readonly Found[]): Verdict =>
    verdictOf(value, {
      entries,
      cause: clauseCause('other-awards', clause.id, item),
      mode,
      answered,
    });
  // Items that carry no amount (it is set after them) leave the clause to be compared as a whole.
  if (!isByItem) {
    // Of an absent list awards for items cannot be told apart, and the amount is open anyway.
    const isAbsent = standing.items.length === 0 && ranByItem(standing.run);
    const entries = isAbsent ? [] : awardsElsewhere(clause, undefined, session);
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

interface Found {
  readonly award: AwardEntry;
  /** False: it names no item, while the clause pays by item. */
  readonly isSure: boolean;
}
interface Elsewhere {
  readonly entries: readonly Found[];
  readonly cause: Cause;
  readonly mode: Mode;
  /** Coverage over all policies answers for P. */
  readonly answered: boolean;
}

function verdictOf(it: NumberValue, { entries, cause, mode, answered }: Elsewhere): Verdict {
  const amounts = entries.map(({ award, isSure }) => (isSure ? paidAmount(award, cause) : perhapsPaid(award, cause)));
  const paid = sum(amounts);
  const awards = entries.map(({ award }) => toldAward(award));
  const verdict = { ...againstPaid(it, paid, mode), awards };
  const taken = entries.reduce(
    (so, { award, isSure }) => (isExactlyZero(so.value) ? so : againstUnpaid(so, it, award, isSure ? [] : [cause])),
    verdict as Verdict,
  );
  if (isExactlyZero(taken.value)) return { ...taken, by: 'elsewhere' };
  return answered ? taken : uncovered(taken, cause);
}

/** It may be for another item. */
function perhapsPaid(award: AwardEntry, cause: Cause): NumberValue {
  const { hi } = paidAmount(award, cause);
  return number(zero, hi, [cause]);
}

function toldAward(award: AwardEntry): NonNullable<Verdict['awards']>[number] {
  const { id, policy, period, entitled, inParts } = award;
  const promised = inParts === undefined ? {} : { inParts: true as const };
  return { entry: id, policy, period: period.label, entitled, paid: countedText(award), ...promised };
}

/**
 * Same matter, same subject; of an item clause the same item, in P or earlier; else in a period that meets P. An entry that names no item
 * may be for any of them.
 */
function awardsElsewhere(clause: ClauseIr, item: string | undefined, { ir, input }: Session): readonly Found[] {
  const isOwn = ownAwards(ir, clause.id);
  return standingAwards(input.ledger)
    .filter(
      (entry) =>
        entry.policy !== ir.id &&
        entry.partOf === undefined &&
        // What a continued policy paid before is history of this clause, and counted there.
        !(isOwn(entry) && isBefore(entry.period, input.period)) &&
        entry.subject === input.facts.subject &&
        entry.matter === clause.matter &&
        (item === undefined || entry.item === undefined || entry.item === item) &&
        dayNumber(entry.period.from) < dayNumber(input.period.to) &&
        ((item !== undefined && entry.item !== undefined) || dayNumber(entry.period.to) > dayNumber(input.period.from)),
    )
    .map((award) => ({ award, isSure: item === undefined || award.item !== undefined }));
}

function againstPaid(it: NumberValue, paid: NumberValue, mode: Mode): Verdict {
  if (isExactlyZero(paid)) return { value: it, note: 'unchanged' };
  if (mode === 'difference') return { value: differenceFromZero(it, paid), note: 'difference' };
  if (signOfEnd(paid.lo) > 0) return { value: zeroNumber, note: 'barred' };
  return { value: orNothing(it, paid.causes), note: 'open' };
}

/** An award entitled to but unpaid: the higher one is taken there, a tie here. Undecided ceilings compare by what may be paid at most. */
function againstUnpaid(verdict: Verdict, it: NumberValue, award: AwardEntry, doubt: readonly Cause[]): Verdict {
  const unpaid = ofDecimalText(award.entitled);
  if (signOfEnd(ofDecimalText(countedText(award))) !== 0) return verdict;
  const least = areCeilings(it.causes) ? it.hi : it.lo;
  if (compareEnds(unpaid, least) <= 0) return verdict;
  if (compareEnds(unpaid, it.hi) > 0 && doubt.length === 0)
    return { ...verdict, value: zeroNumber, note: 'higher elsewhere' };
  return { ...verdict, value: orNothing(verdict.value, doubt), note: 'open' };
}

/** Someone states that the ledger holds every policy's awards of P. */
export function isAnswered({ ledger, facts, period }: EvaluationInput): boolean {
  return isCovered(ledger, '*', facts.subject, dayNumber(period.from), dayNumber(period.to) - 1);
}

function uncovered(verdict: Verdict, cause: Cause): Verdict {
  const { value } = verdict;
  const ends = orNothing(value, []);
  const note = verdict.note === 'unchanged' ? 'open' : verdict.note;
  return { ...verdict, value: number(zero, ends.hi, joinCauses([value.causes, [cause]])), note };
}
