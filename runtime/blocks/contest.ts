/** R10: who wins among the members of a conflict that meet over one key. */
import { areCeilings, joinCauses } from '../causes.ts';
import { dayNumber } from '../day.ts';
import { paid } from '../history.ts';
import {
  compareEnds,
  differenceFromZero,
  greatestEnd,
  isExactlyZero,
  number,
  orNothing,
  signOfEnd,
  sum,
  zeroNumber,
} from '../interval.ts';
import type { ClauseId, ConflictIr } from '../ir.ts';
import { zero } from '../rational.ts';
import type { ReferenceDay } from '../reference-day.ts';
import type { Session } from '../session.ts';
import type { Verdict } from '../standing.ts';
import type { Cause, End, NumberValue, OptionsValue, TruthValue } from '../value.ts';

/** A member that takes part: neither failed nor out of force. Its amount may be 0: an exception may be that nothing is due. */
export interface Entrant {
  readonly clause: ClauseId;
  readonly item?: string;
  readonly value: NumberValue;
  readonly gate: TruthValue;
  /** undefined: its date is stated not to exist. */
  readonly day: ReferenceDay | undefined;
}

/** Verdicts in the order of the entrants, who stand in the order of the block's members. `choice`: the applicant's, of chooser `choice`. */
export function contest(
  block: ConflictIr,
  entrants: readonly Entrant[],
  choice: OptionsValue | undefined,
  session: Session,
): readonly Verdict[] {
  const beats = relation(block, entrants, choice);
  const barring = entrants.map((entrant) => barredBy(block, entrant, session));
  const doubts = entrants.map((entrant) => perhapsBarred(block, entrant, session));
  const others = (index: number): readonly number[] =>
    entrants.map((_, other) => other).filter((other) => other !== index && barring[other] === undefined);
  const surelyApplies = (other: number): boolean => isSure(block, entrants[other]!) && doubts[other]!.length === 0;
  return entrants.map((entrant, index): Verdict => {
    // What may not be paid any more cannot win either, or nobody would.
    if (barring[index] !== undefined) return { value: zeroNumber, note: 'barred', by: barring[index] };
    const provisional = isProvisional(
      block,
      [index, ...others(index)].map((one) => entrants[one]!),
    );
    const better = others(index).filter((other) => surelyApplies(other) && beats(other, index));
    // Named is the one that is paid, wherever that is sure.
    const winner = better.find((one) => better.every((other) => other === one || beats(one, other))) ?? better[0];
    if (winner !== undefined) return { value: zeroNumber, note: 'lost', by: entrants[winner]!.clause, ...provisional };
    if (block.chooser === 'choice' && choice?.options !== undefined && !choice.options.includes(entrant.clause)) {
      return { value: zeroNumber, note: 'lost', by: choice.options[0] ?? block.id };
    }
    if (others(index).every((other) => beats(index, other)))
      return settleEarlier(block, entrant, { value: entrant.value, note: 'won', ...provisional }, session);
    const causes = joinCauses([
      entrant.value.causes,
      ...others(index).flatMap((other) => [openCauses(entrants[other]!), doubts[other]!]),
      choice?.causes ?? [],
    ]);
    return settleEarlier(block, entrant, { value: open(entrant.value, causes), note: 'open' }, session);
  });
}

/** Whether one entrant surely stands before another, provided that both apply. */
function relation(
  block: ConflictIr,
  entrants: readonly Entrant[],
  choice: OptionsValue | undefined,
): (index: number, other: number) => boolean {
  switch (block.chooser) {
    case 'highest':
      return (index, other) =>
        isBefore(claim(entrants[other]!.value).hi, claim(entrants[index]!.value).lo, index < other);
    case 'earliest':
      return (index, other) => {
        const [own, its] = [entrants[index]!.day, entrants[other]!.day];
        if (own === undefined || its === undefined) return false;
        const distance = dayNumber(its.from) - dayNumber(own.to);
        return distance > 0 || (distance === 0 && index < other);
      };
    case 'first':
      return (index, other) => index < other;
    case 'choice':
      return (index) => choice?.options?.includes(entrants[index]!.clause) === true;
  }
}

function isBefore(less: End, greater: End, tieWins: boolean): boolean {
  const order = compareEnds(less, greater);
  return order < 0 || (order === 0 && tieWins);
}

/** Ceilings of which one could still fall below another member compare provisionally. */
function isProvisional(block: ConflictIr, entrants: readonly Entrant[]): Pick<Verdict, 'provisional'> {
  if (block.chooser !== 'highest') return {};
  const isRivalled = (one: Entrant) =>
    entrants.some((other) => other !== one && compareEnds(one.value.lo, other.value.hi) < 0);
  const most = greatestEnd(zero, ...entrants.map(({ value }) => value.hi));
  const leading = entrants.filter(({ value }) => areCeilings(value.causes) && compareEnds(value.hi, most) === 0);
  return leading.some(isRivalled) ? { provisional: true } : {};
}

/** Among undecided ceilings the comparison is by what may be paid at most; it is repeated when they are decided. */
function claim(value: NumberValue): { readonly lo: End; readonly hi: End } {
  return areCeilings(value.causes) ? { lo: value.hi, hi: value.hi } : value;
}

/** By amounts an open gate already shows in the lower end; by order, day or choice it must hold. */
function isSure(block: ConflictIr, entrant: Entrant): boolean {
  return block.chooser === 'highest' || entrant.gate.truth === 'true';
}

function openCauses(entrant: Entrant): readonly Cause[] {
  return joinCauses([entrant.value.causes, entrant.gate.causes, entrant.day?.causes ?? []]);
}

function open(value: NumberValue, causes: readonly Cause[]): NumberValue {
  const ends = orNothing(value, []);
  return number(ends.lo, ends.hi, causes);
}

/** What was paid for the same key in earlier periods: deducted, or a bar to the other members. */
function settleEarlier(block: ConflictIr, entrant: Entrant, verdict: Verdict, session: Session): Verdict {
  if (block.earlier === 'difference') {
    const used = sum(block.members.map((clause) => receivedUnder(clause, entrant, session)));
    if (isExactlyZero(used)) return verdict;
    const left = differenceFromZero(verdict.value, used);
    return {
      value: left,
      note: verdict.note === 'open' ? 'open' : 'difference',
      ...(verdict.provisional === true ? { provisional: true as const } : {}),
      ...(isExactlyZero(left) ? { by: block.id } : {}),
    };
  }
  const unsettled = perhapsBarred(block, entrant, session);
  if (unsettled.length === 0) return verdict;
  return { value: open(verdict.value, joinCauses([verdict.value.causes, unsettled])), note: 'open' };
}

/** R10, exclusive: the other member that was surely paid for the same key. */
function barredBy(block: ConflictIr, entrant: Entrant, session: Session): ClauseId | undefined {
  if (block.earlier !== 'exclusive') return undefined;
  return rivals(block, entrant).find((clause) => signOfEnd(receivedUnder(clause, entrant, session).lo) > 0);
}

/** What leaves it open whether another member was paid. */
function perhapsBarred(block: ConflictIr, entrant: Entrant, session: Session): readonly Cause[] {
  if (block.earlier !== 'exclusive') return [];
  return joinCauses(rivals(block, entrant).map((clause) => receivedUnder(clause, entrant, session).causes));
}

function rivals(block: ConflictIr, entrant: Entrant): readonly ClauseId[] {
  return block.members.filter((member) => member !== entrant.clause);
}

function receivedUnder(clause: ClauseId, entrant: Entrant, session: Session): NumberValue {
  const item = entrant.item === undefined ? {} : { item: entrant.item };
  return paid(session.ir, session.input, { clause, ...item }, { kind: 'ever' });
}
