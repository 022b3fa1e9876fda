/**
 * Steps of one stretch by the path that the code took through it. Which steps there are, and which truths they tell, follows from the marks;
 * only numbers differ from row to row. What is to be told of a path is made when a row first takes it.
 */
import type { TraceSlot } from './trace-layout.ts';
import { hasRun, numberAt, type SlotReading, slotReading, type TracePlace } from './trace-reading.ts';

/** A slot that was met on a path. */
export interface MetSlot {
  readonly slot: TraceSlot;
  readonly reading: SlotReading;
  /** Absent: its numbers are read of each row. */
  readonly truth?: boolean;
}

/** `status`: the code of the clause's outcome; of items 0. */
export type StepPaths<Told> = (place: TracePlace, status: number) => Told;

/** More paths than these are told, but not remembered. */
const mostRemembered = 512;
/** These are found quicker than in a map: 2 to the power of so many bits. */
const bitsAtHand = 8;
const atHand = 2 ** bitsAtHand;

export function stepPaths<Told>(
  slots: readonly TraceSlot[],
  tell: (met: readonly MetSlot[], status: number) => Told,
): StepPaths<Told> {
  const readings = slots.map((slot) => ({ slot, reading: slotReading(slot) }));
  const keyOf = pathKey(wordsOf(readings.map(({ reading }) => reading)));
  const known = new Map<number | string, Told>();
  const made = (key: number | string, place: TracePlace, status: number): Told => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const told = tell(
      readings.flatMap(({ slot, reading }) => metAt(slot, reading, place)),
      status,
    );
    if (known.size < mostRemembered) known.set(key, told);
    return told;
  };
  const keys = Array.from({ length: atHand }, (): number | string => -1);
  const toldAt: (Told | undefined)[] = Array.from({ length: atHand }, () => undefined);
  return (place, status) => {
    const key = keyOf(place, status);
    if (typeof key === 'string') return made(key, place, status);
    // Knuth's multiplicative hash: paths that differ in a few bits rarely meet.
    const hand = Math.imul(key, 0x9e3779b1) >>> (32 - bitsAtHand);
    const found = toldAt[hand];
    if (keys[hand] === key && found !== undefined) return found;
    const told = made(key, place, status);
    keys[hand] = key;
    toldAt[hand] = told;
    return told;
  };
}

function metAt(slot: TraceSlot, reading: SlotReading, place: TracePlace): readonly MetSlot[] {
  if (!hasRun(reading, place)) return [];
  if (slot.form.kind !== 'truth') return [{ slot, reading }];
  return [{ slot, reading, truth: numberAt(reading.first, place) === 1 }];
}

// ── The key of a path ────────────────────────────────────────────────────────

/** Bits of a mark that some slot asks for. */
interface Word {
  readonly at: number;
  mask: number;
}

const statuses = 8;

function pathKey(words: readonly Word[]): (place: TracePlace, status: number) => number | string {
  const [{ at, mask } = { at: 0, mask: 0 }, ...more] = words;
  if (more.length > 0)
    return ({ cells, start }, status) =>
      words.reduce((key, word) => `${key} ${cells[start + word.at]! & word.mask}`, String(status));
  const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
  return ({ cells, start }, status) => ((cells[start + at]! & mask) >>> shift) * statuses + status;
}

function wordsOf(readings: readonly SlotReading[]): readonly Word[] {
  const words: Word[] = [];
  const add = ({ at, mask }: Word): void => {
    const known = words.find((word) => word.at === at);
    if (known === undefined) words.push({ at, mask });
    else known.mask |= mask;
  };
  for (const { ran, asked, first } of readings) {
    add(ran);
    for (const truth of [asked, first]) if (truth?.in === 'mark') add(truth);
  }
  return words;
}
