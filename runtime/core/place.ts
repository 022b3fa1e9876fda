import { type Frame, newFrame } from '../frame.ts';
import type { ItemFacts } from '../input.ts';
import type { BoundOperator, ChoiceId, ClauseId, NodeId, ReadingId } from '../ir.ts';
import type { ReferenceDay } from '../reference-day.ts';
import { chosen, type RestsOn, type Session } from '../session.ts';
import type { Cause, NumberValue, OptionsValue, TextValue, TruthValue, UndefinedValue } from '../value.ts';
import { type Fixed, type Fraction, knownFixed } from './amount.ts';
import { fixedValue, fractionValue } from './record.ts';

/** Where emitted code stands: the frame it records into, the items in sight, how far its years are shifted. */
export interface Place {
  readonly session: Session;
  readonly frame: Frame;
  readonly restsOn: RestsOn;
  /** Absent in the amount of a shared cap. */
  readonly clause: ClauseId | undefined;
  readonly referenceDay: ReferenceDay | undefined;
  readonly items: ReadonlyMap<string, ItemFacts>;
  /** The item of the clause's own items block: decisions and history are keyed by it. */
  readonly item: { readonly list: string; readonly key: string } | undefined;
  readonly shift: number;
  /** The year in which the reference day stands already, counted as `shift` is; absent: the assessed one. */
  readonly dayShift?: number;
  /** In the rate of an accrual: the days that are asked, both included. R19. */
  readonly accrualDays?: AccrualDays;
}

/** Several days while they are open, for these causes. */
export interface AccrualDays {
  readonly from: number;
  readonly to: number;
  readonly causes: readonly Cause[];
}

export type OptionsOperand = OptionsValue | UndefinedValue;
export type TextOperand = TextValue | UndefinedValue;

/** An item of a list, recorded in a frame of its own. */
export function atItem(place: Place, list: string, item: ItemFacts): Place {
  return { ...place, frame: newFrame(), items: new Map(place.items).set(list, item) };
}

/** The same expression in another year, recorded in a frame of its own. */
export function atYear(place: Place, years: number): Place {
  return { ...place, frame: newFrame(), shift: place.shift + years };
}

/** The same expression on some days of an accrual, recorded in a frame of its own. */
export function atAccrualDays(place: Place, accrualDays: AccrualDays): Place {
  return { ...place, frame: newFrame(), accrualDays };
}

/** The choice of a reading in this run; the result rests on it from here on. */
export function choiceOf(place: Place, reading: ReadingId): ChoiceId {
  return chosen(reading, place.session, place.restsOn);
}

/** Where every choice has a case and none was taken: a reading the policy does not know came past the door. */
export function noCase(reading: ReadingId): Error {
  return new Error(`no case for this choice of reading ${reading}`);
}

/** A bound word that a reading replaces. */
export function boundWord(
  place: Place,
  reading: ReadingId,
  cases: readonly (readonly [ChoiceId, BoundOperator])[],
): BoundOperator {
  const choice = choiceOf(place, reading);
  const found = cases.find(([one]) => one === choice);
  if (found === undefined) throw noCase(reading);
  return found[1];
}

// ── Recording ────────────────────────────────────────────────────────────────

export function keepFixed(place: Place, node: NodeId, scale: number, amount: Fixed): Fixed {
  place.frame.values.set(node, fixedValue(amount, scale));
  return amount;
}

/** A figure of the policy: what it is, and how a frame tells it. Made once. */
export interface Constant {
  readonly amount: Fixed;
  readonly value: NumberValue | UndefinedValue;
}

export function constantOf(scale: number, value: bigint): Constant {
  const amount = knownFixed(value);
  return { amount, value: fixedValue(amount, scale) };
}

export function keepConstant(place: Place, node: NodeId, { amount, value }: Constant): Fixed {
  place.frame.values.set(node, value);
  return amount;
}

export function keepFraction(place: Place, node: NodeId, amount: Fraction): Fraction {
  place.frame.values.set(node, fractionValue(amount));
  return amount;
}

export function keepTruth(place: Place, node: NodeId, truth: TruthValue): TruthValue {
  place.frame.values.set(node, truth);
  return truth;
}

export function keepOptions(place: Place, node: NodeId, options: OptionsOperand): OptionsOperand {
  place.frame.values.set(node, options);
  return options;
}

export function keepText(place: Place, node: NodeId, text: TextOperand): TextOperand {
  place.frame.values.set(node, text);
  return text;
}
