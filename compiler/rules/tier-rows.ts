/** The rows of a choice as exact intervals of its key. */
import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import type { BoundOperator, ChooseRow, Reference } from '../../grammar/ast.ts';
import {
  add,
  ceiling,
  compare,
  floor,
  multiply,
  one,
  type Rational,
  toDecimalText,
  whole,
} from '../../runtime/rational.ts';
import { isWhole, type Type } from '../check/type.ts';
import { figureAs, type WithUnits } from '../check/type-words.ts';
import { constantOf, meaningOf, type World } from './world.ts';

export interface Edge {
  readonly value: Rational;
  readonly included: boolean;
}
/** Absent ends are open without limit. */
export interface Interval {
  readonly low?: Edge;
  readonly high?: Edge;
}
export interface Tier extends Interval {
  readonly row: ChooseRow;
}

/** Undefined where an edge must be computed from facts, or a row excludes a single figure. */
export function tierOf(world: World, row: ChooseRow, readings: readonly Reference[], type: Type): Tier | undefined {
  if (row.test.kind !== 'BoundsRow') return undefined;
  let interval: Interval = {};
  for (const bound of row.test.bounds) {
    const value = constantOf(world, bound.edge);
    const operator = isRange(bound)
      ? bound.operator
      : operatorUnder(world, bound.operator, [...readings, ...row.readings]);
    if (value === undefined || operator === 'notEqual') return undefined;
    interval = intersection(interval, boundInterval(operator, value, type));
  }
  return { ...interval, row };
}

/** One end of `from A to B`, which readings of words leave alone. */
export function isRange({ word }: { readonly word: string }): boolean {
  return word === 'from' || word === 'to';
}

export function operatorUnder(world: World, operator: BoundOperator, readings: readonly Reference[]): BoundOperator {
  if (operator === 'equal' || operator === 'notEqual') return operator;
  const meaning = meaningOf(world, operator, readings);
  return meaning === 'atLeast' || meaning === 'over' || meaning === 'atMost' || meaning === 'under'
    ? meaning
    : operator;
}

/** What steps by one has no figure between n and n + 1: its edges are written as included. R17. */
export function boundInterval(operator: BoundOperator, value: Rational, type: Type): Interval {
  const steps = isWhole(type);
  const low = (included: boolean): Edge => {
    if (!steps) return { value, included };
    return { value: included ? whole(ceiling(value)) : add(whole(floor(value)), one), included: true };
  };
  const high = (included: boolean): Edge => {
    if (!steps) return { value, included };
    return { value: included ? whole(floor(value)) : add(whole(ceiling(value)), whole(-1)), included: true };
  };
  switch (operator) {
    case 'atLeast':
      return { low: low(true) };
    case 'over':
      return { low: low(false) };
    case 'atMost':
      return { high: high(true) };
    case 'under':
      return { high: high(false) };
    case 'equal':
      return { low: low(true), high: high(true) };
    case 'notEqual':
      return {};
  }
}

/** Orders low edges: the lower first, at one value the included one. */
export function compareLow(a: Edge | undefined, b: Edge | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compare(a.value, b.value) || Number(b.included) - Number(a.included);
}

/** Orders high edges: the lower first, at one value the excluded one. */
export function compareHigh(a: Edge | undefined, b: Edge | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return compare(a.value, b.value) || Number(a.included) - Number(b.included);
}

export function intersection(a: Interval, b: Interval): Interval {
  const low = compareLow(a.low, b.low) >= 0 ? a.low : b.low;
  const high = compareHigh(a.high, b.high) <= 0 ? a.high : b.high;
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

export function isEmpty({ low, high }: Interval): boolean {
  if (low === undefined || high === undefined) return false;
  const order = compare(low.value, high.value);
  return order > 0 || (order === 0 && !(low.included && high.included));
}

/** What lies between the end of one interval and the start of the next; undefined where they meet. */
export function between(high: Edge | undefined, low: Edge | undefined, type: Type): Interval | undefined {
  if (high === undefined || low === undefined) return undefined;
  const gap: Interval = {
    low: { value: high.value, included: !high.included },
    high: { value: low.value, included: !low.included },
  };
  if (isEmpty(gap)) return undefined;
  if (!isWhole(type)) return gap;
  const stepped = intersection(boundInterval('over', high.value, type), boundInterval('under', low.value, type));
  return isEmpty(stepped) ? undefined : stepped;
}

export function inOrder(tiers: readonly Tier[]): readonly Tier[] {
  return [...tiers].sort((a, b) => compareLow(a.low, b.low) || compareHigh(a.high, b.high));
}

/** Where each row applies: what it covers less what the next harder row open to the same side takes over. */
export function ownRegions(tiers: readonly Tier[]): readonly { readonly tier: Tier; readonly own: Interval }[] {
  const upward = inOrder(tiers.filter(({ high }) => high === undefined));
  const downward = inOrder(tiers.filter(({ low, high }) => low === undefined && high !== undefined));
  const nextOf = new Map(upward.map((tier, index) => [tier, upward[index + 1]?.low]));
  const lastOf = new Map(downward.map((tier, index) => [tier, downward[index - 1]?.high]));
  return tiers.map((tier) => {
    const [next, last] = [nextOf.get(tier), lastOf.get(tier)];
    const high = next === undefined ? tier.high : { value: next.value, included: !next.included };
    const low = last === undefined ? tier.low : { value: last.value, included: !last.included };
    return { tier, own: { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) } };
  });
}

/** `从 超过 500元 到 不足 600元` in two halves, as the messages put them together. */
export function intervalWords(
  { low, high }: Interval,
  type: Type,
  names: WithUnits,
): { readonly from: Bilingual; readonly to: Bilingual } {
  if (low !== undefined && high !== undefined && compare(low.value, high.value) === 0)
    return { from: edgeWords(low, type, names), to: { zh: '', en: '' } };
  const from = low === undefined ? { zh: '', en: '' } : sided(low, type, 'low', names);
  const to = high === undefined ? { zh: '', en: '' } : sided(high, type, 'high', names);
  const joint = low === undefined || high === undefined ? { zh: '', en: '' } : { zh: '、', en: ' and ' };
  return { from, to: { zh: `${joint.zh}${to.zh}`, en: `${joint.en}${to.en}` } };
}

function sided(edge: Edge, type: Type, side: 'low' | 'high', names: WithUnits): Bilingual {
  const { zh, en } = edgeWords(edge, type, names);
  if (side === 'low')
    return edge.included ? { zh: `${zh}起`, en: `${en} and more` } : { zh: `超过${zh}`, en: `over ${en}` };
  return edge.included ? { zh: `到${zh}为止`, en: `up to ${en}` } : { zh: `不到${zh}`, en: `under ${en}` };
}

export function edgeWords({ value }: Edge, type: Type, names: WithUnits): Bilingual {
  const isShare = type.kind === 'percent' || type.kind === 'points';
  const shown = isShare ? multiply(value, whole(100)) : value;
  return figureAs(toDecimalText(shown) ?? `${shown.n}/${shown.d}`, type, names);
}
