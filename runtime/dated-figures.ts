/**
 * Which value of a dated parameter holds on which days (R19): what is published in the policy, and what is given with the facts where the
 * policy publishes nothing. Both evaluators ask here; what they make of the values is their own.
 */
import { dayNumber, dayText, shiftDay } from './day.ts';
import type { FactValues } from './input.ts';
import type { DayText, DecimalText, FieldIr } from './ir.ts';

/** A run of days with one value. Days are day numbers, both included; they may be infinite. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** `value`: known. `unknown`: no value was announced, or given. `none`: no version is in force. */
  readonly state: 'value' | 'unknown' | 'none';
  readonly value?: DecimalText;
  /** First day of the version, or of the value given. */
  readonly since?: DayText;
}

/** The stretches of the days `from` to `to`, earliest first. `values` are the applicant's facts, where parameters stand too. */
export function stretchesOf(field: FieldIr, values: FactValues, from: number, to: number): readonly Stretch[] {
  const clipped = clip(timeline(field, values), from, to);
  return clipped.length > mostStretches ? extremes(clipped) : clipped;
}

/** The value on one day. */
export function figureOn(field: FieldIr, values: FactValues, day: number): Stretch {
  return stretchesOf(field, values, day, day)[0] ?? { from: day, to: day, state: 'none' };
}

/** The days after `from`, up to `to`, on which the figure of `years` years away changes, earliest first. Days are known. */
export function changesWithin(
  field: FieldIr,
  values: FactValues,
  from: number,
  to: number,
  years: number,
): readonly number[] {
  const there = (day: number) => shiftDay(day, years, 'years');
  const stretches = clip(timeline(field, values), there(from), there(to));
  return stretches.slice(1).map((stretch) => firstDayAt(stretch.from, there, years));
}

/** The first day that is moved to `target` or beyond; a leap day may be skipped, or met twice. */
function firstDayAt(target: number, there: (day: number) => number, years: number): number {
  let day = shiftDay(target, -years, 'years');
  while (there(day - 1) >= target) day -= 1;
  while (there(day) < target) day += 1;
  return day;
}

/** More than the days of a year: only an open day asks for so many, and its values join in their hull. */
const mostStretches = 400;

/** Of very many, those that decide the hull: the least and the greatest value, one that is unknown, one without version. */
function extremes(stretches: readonly Stretch[]): readonly Stretch[] {
  const known = stretches.filter(({ state }) => state === 'value');
  const by = (sign: 1 | -1) =>
    known.reduce<Stretch | undefined>(
      (best, one) => (best === undefined || sign * compareTexts(one.value ?? '0', best.value ?? '0') > 0 ? one : best),
      undefined,
    );
  const kept = new Set([
    by(-1),
    by(1),
    stretches.find(({ state }) => state === 'unknown'),
    stretches.find(({ state }) => state === 'none'),
  ]);
  return stretches.filter((stretch) => kept.has(stretch));
}

/** Orders exact decimal texts. */
function compareTexts(left: DecimalText, right: DecimalText): number {
  const places = Math.max(decimals(left), decimals(right));
  const [a, b] = [scaled(left, places), scaled(right, places)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function decimals(text: DecimalText): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

function scaled(text: DecimalText, places: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(places - decimals(text)));
}

/** The whole of time, cut where the value changes. Made once for one set of facts. */
function timeline(field: FieldIr, values: FactValues): readonly Stretch[] {
  const known = timelines.get(values) ?? new Map<FieldIr, readonly Stretch[]>();
  timelines.set(values, known);
  const made = known.get(field) ?? makeTimeline(field, givenIn(field, values));
  known.set(field, made);
  return made;
}

const timelines = new WeakMap<FactValues, Map<FieldIr, readonly Stretch[]>>();

/** Facts never change while a policy is assessed. */
function makeTimeline({ versions }: FieldIr, given: readonly Stretch[]): readonly Stretch[] {
  if (versions === undefined) return given;
  const stretches: Stretch[] = [];
  let next = Number.NEGATIVE_INFINITY;
  for (const { from, to, value } of versions) {
    const first = dayNumber(from);
    const last = to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to);
    if (first > next) stretches.push({ from: next, to: first - 1, state: 'none' });
    if (value === undefined) stretches.push(...clip(given, first, last));
    else stretches.push({ from: first, to: last, state: 'value', value, since: from });
    next = last + 1;
  }
  if (next < Number.POSITIVE_INFINITY) stretches.push({ from: next, to: Number.POSITIVE_INFINITY, state: 'none' });
  return stretches;
}

function clip(stretches: readonly Stretch[], from: number, to: number): readonly Stretch[] {
  return stretches
    .filter((stretch) => stretch.from <= to && stretch.to >= from)
    .map((stretch) => ({ ...stretch, from: Math.max(stretch.from, from), to: Math.min(stretch.to, to) }));
}

/** The values among the facts: each holds from its day until the next. Before the first, and without any, nothing is known. */
function givenIn({ id }: FieldIr, values: FactValues): readonly Stretch[] {
  const prefix = `${id}@`;
  const given: { readonly day: number; readonly since: DayText; readonly value: DecimalText }[] = [];
  for (const [key, value] of values) {
    if (!key.startsWith(prefix) || !('number' in value)) continue;
    const since = key.slice(prefix.length);
    given.push({ day: dayNumber(since), since, value: value.number });
  }
  given.sort((a, b) => a.day - b.day);
  const always = { from: Number.NEGATIVE_INFINITY, to: (given[0]?.day ?? Number.POSITIVE_INFINITY) - 1 };
  const stretches = given.map(({ day, since, value }, index): Stretch => {
    const to = (given[index + 1]?.day ?? Number.POSITIVE_INFINITY) - 1;
    return { from: day, to, state: 'value', value, since };
  });
  return [{ ...always, state: 'unknown' }, ...stretches];
}

/** How frames name a stretch: `VERSION/FROM/TO`. */
export function stretchKey({ since = '', from, to }: Stretch): string {
  return [since, dayText(from), dayText(to)].join('/');
}
