/** Which of two items stands before the other, as far as their keys are known. */
import { compareEnds, type Num } from './interval.ts';
import type { OrderIr } from './ir.ts';
import type { End, NumberValue, Truth } from './value.ts';

/** Kleene in numbers, so that "and" is the least and "or" the greatest: surely not, perhaps, surely. */
export type Certainty = 0 | 1 | 2;
export const sure = 2;

export interface Candidate {
  readonly where: Truth;
  readonly keys: readonly Num[];
}

export interface Places {
  readonly precedes: (one: number, other: number) => Certainty;
  /** Those that take part, first to last; undefined while anything about it is open. */
  readonly order: readonly number[] | undefined;
}

/** Of a key of one item: its ends, as places among the ends of all items. `hi` below `lo` where it has no value. */
interface Span {
  readonly lo: number;
  readonly hi: number;
  readonly mayBeUndefined: boolean;
}
const noSpan: Span = { lo: 1, hi: 0, mayBeUndefined: true };

/** Ends are ranked once, so that each comparison is one of small whole numbers. */
export function placesOf(order: OrderIr, candidates: readonly Candidate[]): Places {
  const spans = order.keys.map(({ first }, key) =>
    spansOf(
      candidates.map(({ keys }) => keys[key]),
      first,
    ),
  );
  const takesPart = candidates.map(({ where }): Certainty => (where === 'true' ? 2 : where === 'unknown' ? 1 : 0));
  const precedes = (one: number, other: number): Certainty => {
    if (takesPart[one] === 0) return 0;
    let alike: Certainty = 2;
    let before: Certainty = 0;
    for (const key of spans) {
      before = or(before, and(alike, isOver(key[one]!, key[other]!)));
      alike = and(alike, isSame(key[one]!, key[other]!));
    }
    if (order.ties === 'listed' && one < other) before = or(before, alike);
    return and(takesPart[one]!, before);
  };
  const isOpen =
    takesPart.includes(1) || spans.some((key) => key.some((span, item) => takesPart[item] !== 0 && !isPoint(span)));
  return { precedes, order: isOpen ? undefined : sortedOrder(takesPart, precedes) };
}

function sortedOrder(takesPart: readonly Certainty[], precedes: Places['precedes']): readonly number[] {
  const members = takesPart.flatMap((part, place) => (part === 0 ? [] : [place]));
  return members.sort((one, other) => (precedes(one, other) === sure ? -1 : precedes(other, one) === sure ? 1 : 0));
}

function spansOf(values: readonly (Num | undefined)[], first: 'greatest' | 'least'): readonly Span[] {
  const numbers = values.filter((value): value is NumberValue => value?.kind === 'number');
  const ends = numbers.flatMap(({ lo, hi }) => [lo, hi]).sort(compareEnds);
  const ranks = new Map<End, number>();
  let rank = 0;
  for (const [index, end] of ends.entries()) {
    if (index > 0 && compareEnds(ends[index - 1]!, end) !== 0) rank += 1;
    ranks.set(end, rank);
  }
  return values.map((value) => {
    if (value?.kind !== 'number') return noSpan;
    const [lo, hi] = [ranks.get(value.lo)!, ranks.get(value.hi)!];
    const mayBeUndefined = value.mayBeUndefined === true;
    return first === 'greatest' ? { lo, hi, mayBeUndefined } : { lo: -hi, hi: -lo, mayBeUndefined };
  });
}

function isPoint({ lo, hi, mayBeUndefined }: Span): boolean {
  return lo === hi && !mayBeUndefined;
}

/** Without a value nothing is over it, nor is it over anything. */
function isOver(one: Span, other: Span): Certainty {
  if (one === noSpan || other === noSpan || one.hi <= other.lo) return 0;
  return one.lo > other.hi && !one.mayBeUndefined && !other.mayBeUndefined ? 2 : 1;
}

function isSame(one: Span, other: Span): Certainty {
  if (one === noSpan || other === noSpan || one.lo > other.hi || one.hi < other.lo) return 0;
  return isPoint(one) && isPoint(other) ? 2 : 1;
}

function and(one: Certainty, other: Certainty): Certainty {
  return one < other ? one : other;
}

function or(one: Certainty, other: Certainty): Certainty {
  return one > other ? one : other;
}
