import { clauseCause } from '../causes.ts';
import { settledAmount } from '../decisions.ts';
import type { StatementState } from '../frame.ts';
import { addToGate, type Gate, gateTruth, newGate } from '../gate.ts';
import { number } from '../interval.ts';
import type { Budget, ClauseIr, NodeId, RoundingIr, ScopeIr } from '../ir.ts';
import { type ItemShare, isChanged } from '../item-shares.ts';
import { paidInScope } from '../scope-history.ts';
import { asksLedger } from '../scope-sharers.ts';
import type { ItemRun } from '../session.ts';
import type { NumberValue, TruthValue } from '../value.ts';
import { type Amount, type Fixed, type Fraction, interval, isPoint, known, noCauses, union } from './amount.ts';
import { type Arithmetic, fixed, fraction } from './arithmetic.ts';
import { type FixedEnd, type FractionEnd, fractionEnds } from './ends.ts';
import { type CutLine, cutLine } from './limits.ts';
import type { Place } from './place.ts';
import { fixedNumber, fractionFrom, fractionNumber } from './record.ts';
import { roundFixedEnd, roundFractionEnd } from './rounding.ts';
import { no, unknown } from './truths.ts';

/** What a clause's (or an item's) lines run over. `it`, the amount so far, stands in the slot of its form. */
export interface Lines {
  readonly place: Place;
  readonly clause: ClauseIr;
  readonly gate: Gate;
  fixed: Fixed;
  fraction: Fraction;
  /** The line that set `it` last. */
  last: NodeId | undefined;
  /** The amount so far as the last line told it. */
  told: NumberValue;
  /** Before budget; absent until then. R7. */
  own: NumberValue | undefined;
  /** What `own` tells. */
  closed: Fraction | undefined;
  readonly items: ItemRun[];
  /** The list whose items were gone through, what is left of each, whether some line acted on them together, and whether they add up. */
  list: string | undefined;
  shares: readonly ItemShare[];
  isShared: boolean;
  addUp: boolean;
  /** Item results in place of the clause's own: a run after item-wise blocks. */
  readonly givenItems: GivenItems | undefined;
}
export interface GivenItems {
  readonly runs: readonly ItemRun[];
  readonly values: readonly NumberValue[];
}

const zeroFixed = known<FixedEnd>(0n);
const zeroFraction = known(fractionEnds.zero);
const zeroTold = fractionNumber(zeroFraction);

export function newLines(place: Place, clause: ClauseIr, givenItems?: GivenItems): Lines {
  return {
    place,
    clause,
    gate: newGate(),
    fixed: zeroFixed,
    fraction: zeroFraction,
    last: undefined,
    told: zeroTold,
    own: undefined,
    closed: undefined,
    items: [],
    list: undefined,
    shares: [],
    isShared: false,
    addUp: true,
    givenItems,
  };
}

/** How `it` is held after a line: at a scale or as a fraction. */
export interface Slot<E> {
  readonly arithmetic: Arithmetic<E>;
  readonly put: (lines: Lines, it: Amount<E>) => void;
  readonly toNumber: (it: Amount<E>) => NumberValue;
  readonly from: (value: NumberValue) => Amount<E>;
  readonly round: (end: E, rounding: RoundingIr) => E;
}

export function fixedSlot(scale: number): Slot<FixedEnd> {
  return {
    arithmetic: fixed,
    put: (lines, it) => {
      lines.fixed = it;
    },
    toNumber: (it) => fixedNumber(it, scale),
    from: () => {
      throw new Error('what the ledger says is held as a fraction');
    },
    round: (end, rounding) => roundFixedEnd(end, scale, rounding),
  };
}

export const fractionSlot: Slot<FractionEnd> = {
  arithmetic: fraction,
  put: (lines, it) => {
    lines.fraction = it;
  },
  toNumber: fractionNumber,
  from: fractionFrom,
  round: roundFractionEnd,
};

// ── Gate ─────────────────────────────────────────────────────────────────────

export function gateOf({ gate, place }: Lines): TruthValue {
  return gateTruth(gate, place.session, place.restsOn);
}

/** Once the gate is false only conditions still run. */
export function isOpen(lines: Lines): boolean {
  return gateOf(lines).truth !== 'false';
}

export function whenLine(lines: Lines, node: NodeId, truth: TruthValue): void {
  lines.place.frame.states.set(node, { truth });
  addToGate(lines.gate, truth);
}

/** False: nothing; unknown: nothing or the amount, the gate's causes first. */
export function gatedAmount(it: Fraction, gate: TruthValue): Fraction {
  if (gate.truth === 'true') return it;
  if (gate.truth === 'false') return known(fractionEnds.zero);
  return orNothing(fraction, it, gate.causes);
}

function orNothing<E>({ ends }: Arithmetic<E>, it: Amount<E>, why: Amount<E>['causes']): Amount<E> {
  const lo = ends.sign(it.lo) > 0 ? ends.zero : it.lo;
  const hi = ends.sign(it.hi) < 0 ? ends.zero : it.hi;
  return interval(ends, lo, hi, union(why, it.causes));
}

// ── Lines that set or change the amount ──────────────────────────────────────

export function setLine<E>(lines: Lines, slot: Slot<E>, node: NodeId, it: Amount<E>, more?: StatementState): void {
  slot.put(lines, it);
  lines.last = node;
  const told = slot.toNumber(it);
  if (isChanged(lines.told, told)) lines.addUp = false;
  lines.told = told;
  lines.place.frame.states.set(node, more === undefined ? { it: told } : { it: told, ...more });
}

export function failLine<E>(
  lines: Lines,
  slot: Slot<E>,
  node: NodeId,
  failed: NonNullable<StatementState['failed']>,
): void {
  addToGate(lines.gate, no);
  setLine(lines, slot, node, known(slot.arithmetic.ends.zero), { failed });
}

export function amountLine<E>(lines: Lines, slot: Slot<E>, node: NodeId, amount: Amount<E>): void {
  if (amount.reason !== undefined) {
    failLine(lines, slot, node, amount.reason);
    return;
  }
  if (amount.none) {
    failLine(lines, slot, node, 'no row');
    return;
  }
  setLine(lines, slot, node, slot.arithmetic.notBelowZero(settled(lines, slot.arithmetic, amount)));
}

/** What may be none or undefined may not be met: then later lines give nothing either. */
function settled<E>(lines: Lines, { ends }: Arithmetic<E>, amount: Amount<E>): Amount<E> {
  if (!amount.mayBeNone && !amount.mayBeUndefined) return amount;
  addToGate(lines.gate, unknown(amount.causes));
  return interval(ends, ends.sign(amount.lo) > 0 ? ends.zero : amount.lo, amount.hi, amount.causes);
}

/** `changed`: `it` after the operation; undefined where the line's amount is. `truth`: of the line's own condition, if it has one. */
export function adjustLine<E>(
  lines: Lines,
  slot: Slot<E>,
  node: NodeId,
  it: Amount<E>,
  changed: Amount<E>,
  truth: TruthValue | undefined,
): void {
  const told = truth === undefined ? {} : { truth };
  if (changed.reason !== undefined) {
    setLine(lines, slot, node, it, { ...told, failed: changed.reason });
    return;
  }
  if ((truth === undefined || truth.truth === 'true') && !changed.mayBeUndefined) {
    setLine(lines, slot, node, changed, told);
    return;
  }
  const { ends } = slot.arithmetic;
  const lo = ends.compare(changed.lo, it.lo) < 0 ? changed.lo : it.lo;
  const hi = ends.compare(changed.hi, it.hi) > 0 ? changed.hi : it.hi;
  setLine(
    lines,
    slot,
    node,
    interval(ends, lo, hi, union(union(it.causes, truth?.causes ?? noCauses), changed.causes)),
    told,
  );
}

/** The room left in the cap's scope; a scope the assessment covers wholly never asks the ledger. */
export function capLine<E>(
  lines: Lines,
  slot: Slot<E>,
  node: NodeId,
  it: Amount<E>,
  cap: Amount<E>,
  scope: ScopeIr,
  allOrNothing: boolean,
  cut?: CutLine,
): void {
  if (cap.reason !== undefined) {
    failLine(lines, slot, node, cap.reason);
    return;
  }
  const { arithmetic } = slot;
  const { place, clause, addUp } = lines;
  const used = asksLedger(scope) ? paidInScope(place.session, clause.id, place.item?.key, scope) : undefined;
  const room = arithmetic.partOver(cap, used === undefined ? known(arithmetic.ends.zero) : slot.from(used));
  const left = allOrNothing ? wholeOrNothing(arithmetic, it, room) : arithmetic.lowest([it, room]);
  // A cap that may have no figure may leave nothing.
  if (cap.mayBeUndefined) addToGate(lines.gate, unknown(cap.causes));
  const { ends } = arithmetic;
  const lo = cap.mayBeUndefined && ends.sign(left.lo) > 0 ? ends.zero : left.lo;
  const told = used === undefined ? { room: slot.toNumber(room) } : { room: slot.toNumber(room), used };
  setLine(lines, slot, node, interval(ends, lo, left.hi, left.causes), told);
  if (cut !== undefined) cutLine(lines, node, cut, slot.toNumber(room), addUp);
}

function wholeOrNothing<E>({ ends }: Arithmetic<E>, it: Amount<E>, room: Amount<E>): Amount<E> {
  if (!room.mayBeUndefined && ends.compare(it.hi, room.lo) <= 0) return it;
  if (ends.compare(it.lo, room.hi) > 0) return known(ends.zero);
  return interval(ends, ends.zero, ends.compare(room.hi, it.hi) < 0 ? room.hi : it.hi, union(it.causes, room.causes));
}

/** A round line is ordinary arithmetic in its place (R9). */
export function roundLine<E>(lines: Lines, slot: Slot<E>, node: NodeId, it: Amount<E>, rounding: RoundingIr): void {
  const { arithmetic } = slot;
  const rounded = interval(
    arithmetic.ends,
    slot.round(it.lo, rounding),
    slot.round(it.hi, rounding),
    it.causes,
    it.mayBeUndefined,
    it.mayBeNone,
  );
  setLine(lines, slot, node, arithmetic.notBelowZero(rounded));
}

/** R11: alone, a subject's share of the pool is anything up to its claim; in a batch it is what the pool gave, a ceiling while the claim is open. */
export function budgetLine<E>(
  lines: Lines,
  slot: Slot<E>,
  node: NodeId,
  it: Amount<E>,
  sharing: Budget['sharing'],
): void {
  if (sharing === 'unlimited') {
    setLine(lines, slot, node, it);
    return;
  }
  const pool = lines.place.session.input.shares?.get(lines.clause.id);
  if (pool !== undefined) {
    const share = slot.from(number(pool.share, pool.share));
    const least = isPoint(slot.arithmetic.ends, it) ? share.lo : slot.arithmetic.ends.zero;
    setLine(lines, slot, node, interval(slot.arithmetic.ends, least, share.hi, it.causes), { pool });
    return;
  }
  const { lo, hi } = orNothing(slot.arithmetic, it, noCauses);
  setLine(
    lines,
    slot,
    node,
    interval(slot.arithmetic.ends, lo, hi, union(it.causes, [clauseCause('budget', lines.clause.id)])),
  );
}

/**
 * The end of the scope's own lines: a decided amount settles (R14), and what other clauses see is taken (R7). Happens once; gives `it` as
 * it stands from here on.
 */
export function closeLines(lines: Lines, it: Fraction): Fraction {
  if (lines.own !== undefined) return it;
  const gate = gateOf(lines);
  const left = gate.truth === 'false' ? it : (decided(lines, it) ?? it);
  // The last line has told it already.
  lines.own = left === it && gate.truth === 'true' ? lines.told : gatedNumber(left, gate);
  lines.closed = left;
  return left;
}

/** The amount after all lines, as outcomes hold it. */
export function endOf(lines: Lines, it: Fraction): NumberValue {
  const gate = gateOf(lines);
  return lines.closed === it && lines.own !== undefined && gate.truth === 'true' ? lines.own : gatedNumber(it, gate);
}

function gatedNumber(it: Fraction, gate: TruthValue): NumberValue {
  return gate.truth === 'false' ? zeroTold : fractionNumber(gatedAmount(it, gate));
}

function decided(lines: Lines, it: Fraction): Fraction | undefined {
  const { place, clause, last } = lines;
  if (last === undefined || place.session.input.decisions.length === 0) return undefined;
  const amount = settledAmount(place.session, clause, place.item?.key, fractionNumber(it), place.frame);
  if (amount === undefined) return undefined;
  place.frame.states.set(last, { ...place.frame.states.get(last), decided: amount });
  if (isChanged(fractionNumber(it), amount)) lines.addUp = false;
  return fractionFrom(amount);
}
