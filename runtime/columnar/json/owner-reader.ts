/** One object of a facts text, of the applicant or of an item: its keys, its values and years, and what it leaves out. */
import { dayOf, dayText, yearOf } from '../../day.ts';
import type { Cells } from '../layout.ts';
import type { Target } from './fact-form.ts';
import { type ReadValue, takesValue } from './fact-value.ts';
import { firstYear, type Owner, type Slot } from './row-plan.ts';
import {
  closeBrace,
  goesOn,
  openBrace,
  type Scan,
  skipSpace,
  takes,
  takesColon,
  takesString,
  takesText,
  takesYear,
} from './text-scan.ts';

/** What one object has said so far. Marks are numbers of objects: nothing need be cleared between them. */
export interface OwnerReading {
  readonly owner: Owner;
  /** Number of the object at hand. */
  mark: number;
  /** By slot: the object that last had it. */
  readonly met: Uint32Array;
  /** By column: the object that last filled it. */
  readonly filled: Uint32Array;
  /** By slot: the day that a date fact states, NaN for none; and the object that stated it. */
  readonly days: Float64Array;
  readonly dated: Uint32Array;
  /** By slot: the earliest year with a figure that is not 0; and the object that stated it. */
  readonly earliest: Uint16Array;
  readonly begun: Uint32Array;
  /** Texts of key fields, by slot. */
  readonly texts: string[];
}

export function newOwnerReading(owner: Owner): OwnerReading {
  const { length } = owner.slots;
  return {
    owner,
    mark: 0,
    met: new Uint32Array(length),
    filled: new Uint32Array(owner.readers.length),
    days: new Float64Array(length),
    dated: new Uint32Array(length),
    earliest: new Uint16Array(length),
    begun: new Uint32Array(length),
    texts: owner.slots.map(() => ''),
  };
}

/** Where the values of an object go. */
export interface Destination {
  cells: readonly Cells[];
  at: number;
  /** One value for each parameter, and the object that stated it. */
  readonly parameters: Float64Array;
  readonly parametersMet: Uint32Array;
}

/** Reads slots that are neither values nor years. */
export type OtherSlots = (slot: Slot) => boolean;

export function takesObject(
  scan: Scan,
  reading: OwnerReading,
  value: ReadValue,
  into: Destination,
  other: OtherSlots,
): boolean {
  const { mark, met } = reading;
  if (!takes(scan, openBrace)) return false;
  if (takes(scan, closeBrace)) return true;
  for (let count = 0; ; count += 1) {
    skipSpace(scan);
    const slot = takesKey(scan, reading.owner, count);
    if (slot === undefined || met[slot.index] === mark) return false;
    met[slot.index] = mark;
    skipSpace(scan);
    if (!takesSlot(scan, reading, slot, value, into, other)) return false;
    const more = goesOn(scan, closeBrace);
    if (more === undefined) return false;
    if (!more) return true;
  }
}

/** The key that stood here in the last text is looked for first. */
function takesKey(scan: Scan, owner: Owner, count: number): Slot | undefined {
  const expected = owner.order[count];
  if (expected !== undefined && takesText(scan, expected.text)) return expected.slot;
  if (!takesString(scan)) return undefined;
  const name = scan.text.slice(scan.start, scan.end);
  const slot = owner.names.get(name);
  if (slot === undefined || !takesColon(scan)) return undefined;
  owner.order[count] = { text: `"${name}":`, slot };
  return slot;
}

function takesSlot(
  scan: Scan,
  reading: OwnerReading,
  slot: Slot,
  value: ReadValue,
  into: Destination,
  other: OtherSlots,
): boolean {
  switch (slot.kind) {
    case 'value':
      if (!takesValue(scan, slot.form, slot.target, value)) return false;
      if (slot.form.isKey) reading.texts[slot.index] = value.text;
      keep(reading, slot, slot.target, value, into);
      return true;
    case 'years':
      return takesYears(scan, reading, slot, value, into);
    case 'door':
      return takesText(scan, 'null');
    default:
      return other(slot);
  }
}

function takesYears(scan: Scan, reading: OwnerReading, slot: Slot, value: ReadValue, into: Destination): boolean {
  if (takesText(scan, 'null')) return true;
  const { mark, earliest, begun } = reading;
  const { yearsMet, targets } = slot;
  if (!takes(scan, openBrace)) return false;
  if (takes(scan, closeBrace)) return true;
  for (;;) {
    skipSpace(scan);
    const year = takesYear(scan);
    const place = year - firstYear;
    if (year === 0 || yearsMet[place] === mark || !takesColon(scan)) return false;
    yearsMet[place] = mark;
    skipSpace(scan);
    const target = targets[place];
    if (!takesValue(scan, slot.form, target, value)) return false;
    if (value.state !== 'unknown' && slot.published.has(year)) return false;
    keep(reading, slot, target, value, into);
    const isFigure = value.state === 'value' && !(slot.form.kind === 'number' && value.cell === 0);
    if (isFigure && (begun[slot.index] !== mark || year < earliest[slot.index]!)) {
      begun[slot.index] = mark;
      earliest[slot.index] = year;
    }
    const more = goesOn(scan, closeBrace);
    if (more === undefined) return false;
    if (!more) return true;
  }
}

function keep(
  { mark, filled, days, dated }: OwnerReading,
  slot: Slot,
  target: Target | undefined,
  { state, cell }: ReadValue,
  into: Destination,
): void {
  if (state === 'unknown') return;
  if (slot.form.kind === 'date' && slot.kind === 'value') {
    days[slot.index] = cell;
    dated[slot.index] = mark;
  }
  if (target === undefined) return;
  if (slot.isParameter) {
    into.parameters[target.column] = cell;
    into.parametersMet[target.column] = mark;
  } else {
    into.cells[target.column]![into.at] = cell;
    filled[target.column] = mark;
  }
}

// ── What the object leaves out ───────────────────────────────────────────────

/**
 * Fills what is published, not asked, or none because the series begins later; and asks whether all figures stand where their series has begun.
 * `subject`: of items, the applicant's reading, as far as it has come. `false`: something is unknown, or the door has something to say.
 */
export function settles(reading: OwnerReading, into: Destination, subject: OwnerReading): boolean {
  const { owner, mark, filled } = reading;
  for (let column = 0; column < owner.readers.length; column += 1) {
    if (filled[column] === mark) continue;
    const { published, isNotAsked, year, column: asked } = owner.readers[column]!;
    const cells = into.cells[column]!;
    if (isNotAsked) cells[into.at] = Number.NaN;
    else if (published !== undefined) {
      if (published === Number.POSITIVE_INFINITY) return false;
      cells[into.at] = published;
    } else {
      const start = startOf(reading, owner.sinceOf[column], subject);
      const hasNone = asked.form.kind === 'number' || asked.form.kind === 'day';
      if (!hasNone || year === undefined || !(start >= dayOf(year + 1, 1, 1))) return false;
      cells[into.at] = Number.NaN;
    }
  }
  return beginsInTime(reading, subject);
}

/** R8: a figure before the series begins is one that the door warns of. */
function beginsInTime(reading: OwnerReading, subject: OwnerReading): boolean {
  const { owner, mark, begun, earliest } = reading;
  for (const slot of owner.slots) {
    if (slot.since === undefined || begun[slot.index] !== mark) continue;
    const isOpen = reading !== subject && !isDated(reading, slot.since.own) && !isDated(subject, slot.since.subject);
    const start = startOf(reading, slot.since, subject);
    // An item may come before the date of its applicant.
    if (isOpen || (!Number.isNaN(start) && earliest[slot.index]! < yearOf(dayText(start)))) return false;
  }
  return true;
}

/** NaN: none, or not known yet. */
function startOf(reading: OwnerReading, since: Slot['since'], subject: OwnerReading): number {
  if (since === undefined) return Number.NaN;
  if (isDated(reading, since.own)) return reading.days[since.own]!;
  return isDated(subject, since.subject) ? subject.days[since.subject]! : Number.NaN;
}

function isDated({ dated, mark }: OwnerReading, slot: number): boolean {
  return slot >= 0 && dated[slot] === mark;
}
