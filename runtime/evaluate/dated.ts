import { joinCauses, missingFact } from '../causes.ts';
import { type Stretch, stretchesOf, stretchKey } from '../dated-figures.ts';
import { dayText, shiftDay } from '../day.ts';
import { newFrame } from '../frame.ts';
import { exactly, greatestEnd, leastEnd, type Num, number, product, quotient, result, sum } from '../interval.ts';
import type { DatedExpr, FieldIr } from '../ir.ts';
import { fieldOf } from '../may-be-negative.ts';
import { floor, ofDecimalText, whole } from '../rational.ts';
import { daysInForce, referenceDayValue } from '../reference-day.ts';
import type { Cause, End, NumberValue } from '../value.ts';
import type { Context } from './context.ts';
import { evaluateNumber } from './expression.ts';

/** R19. */
export function dated(node: DatedExpr, context: Context): Num {
  if (node.at === 'period') return meanOfPeriod(node, context);
  if (node.at === 'accrual') return onAccrualDays(node, context);
  const isStated = node.at === 'day' && node.day !== undefined;
  const day = isStated ? evaluateNumber(node.day!, context) : referenceDayValue(context.referenceDay);
  if (day.kind === 'undefined') return day;
  const { dayShift = 0 } = context;
  const years = node.shift + (isStated ? 0 : context.shift - dayShift);
  return onOneOf(node, context, moved(day.lo, years), moved(day.hi, years), day);
}

function onAccrualDays(node: DatedExpr, context: Context): Num {
  const { accrualDays } = context;
  if (accrualDays === undefined) throw new Error(`node ${node.id} is read outside an accrual`);
  const { from, to, causes } = accrualDays;
  const open = number('-infinity', 'infinity', causes);
  return onOneOf(node, context, movedDay(from, node.shift), movedDay(to, node.shift), open);
}

function movedDay(day: number, years: number): number {
  return Number.isFinite(day) ? shiftDay(day, years, 'years') : day;
}

function moved(day: End, years: number): number {
  if (typeof day === 'string') return day === 'infinity' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return shiftDay(Number(floor(day)), years, 'years');
}

/** One stretch alone is read as it is; several join. */
function onOneOf(node: DatedExpr, context: Context, from: number, to: number, day: NumberValue): Num {
  const read = readStretches(node, context, from, to);
  const numbers = read.flatMap(({ value }) => (value.kind === 'number' ? [value] : []));
  const [first, ...others] = numbers;
  if (first === undefined) return { kind: 'undefined', reason: 'no version' };
  const why: readonly Cause[] = read.length > 1 || day.mayBeUndefined === true ? day.causes : [];
  return number(
    leastEnd(first.lo, ...others.map(({ lo }) => lo)),
    greatestEnd(first.hi, ...others.map(({ hi }) => hi)),
    joinCauses([why, ...numbers.map(({ causes }) => causes)]),
    { mayBeUndefined: numbers.length < read.length || day.mayBeUndefined === true },
  );
}

/** Each value by the days on which it holds. */
function meanOfPeriod(node: DatedExpr, context: Context): Num {
  const { ir, input } = context.session;
  const days = daysInForce(input.period, ir.inForce);
  if (days === undefined) return { kind: 'undefined', reason: 'no version' };
  const years = node.shift + context.shift;
  const from = shiftDay(days.from, years, 'years');
  const to = shiftDay(days.to, years, 'years');
  const read = readStretches(node, context, from, to);
  const parts: NumberValue[] = [];
  for (const { stretch, value } of read) {
    if (value.kind === 'undefined') return value;
    parts.push(product(value, exactly(whole(stretch.to - stretch.from + 1))));
  }
  const { lo, hi } = quotient(sum(parts), exactly(whole(to - from + 1)));
  return result(parts, lo, hi);
}

interface ReadStretch {
  readonly stretch: Stretch;
  readonly value: Num;
}

function readStretches(node: DatedExpr, context: Context, from: number, to: number): readonly ReadStretch[] {
  const { ir, input } = context.session;
  const field = fieldOf({ field: node.field }, ir);
  const read = stretchesOf(field, input.facts.values, from, to).map((stretch) => ({
    stretch,
    value: valueIn(stretch, field),
  }));
  const inner = read.map(({ stretch, value }) => {
    const frame = newFrame();
    frame.values.set(node.id, value);
    return { key: stretchKey(stretch), frame };
  });
  context.frame.inner.set(node.id, inner);
  return read;
}

function valueIn({ state, value, from }: Stretch, { id, low, high }: FieldIr): Num {
  if (state === 'none') return { kind: 'undefined', reason: 'no version' };
  if (value !== undefined) return exactly(ofDecimalText(value));
  const cause = missingFact(id, Number.isFinite(from) ? dayText(from) : undefined);
  return number(
    low === undefined ? '-infinity' : ofDecimalText(low),
    high === undefined ? 'infinity' : ofDecimalText(high),
    [cause],
  );
}
