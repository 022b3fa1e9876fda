import type { ChooseRow, FieldDeclaration } from '../../grammar/ast.ts';
import { isWhole, type Type } from '../check/type.ts';
import { compareDecimals } from './decimal-text.ts';
import type { Draft, Place } from './draft.ts';
import { declaredType, leastOf } from './lower-facts.ts';
import { planBound, withReadings } from './lower-reading.ts';
import { byHardness, constantOf } from './row-order.ts';

/**
 * Whether bounds written out in figures leave no value of the key outside every row, under any reading: the first row begins where the
 * key does, each begins where one before it ends, and the last has no end. R1: an unknown key then leaves no “no row” open.
 */
export function coversAll(
  draft: Draft,
  rows: readonly ChooseRow[],
  place: Place,
  { name, bounds, mayBeNegative }: FieldDeclaration,
): boolean {
  const key = declaredType(draft, name);
  let reached: Reach = { to: leastOf(key, mayBeNegative, bounds?.low), included: false };
  for (const row of byHardness(draft.names, rows)) {
    const ends = endsOf(draft, row, place);
    if (ends === undefined || !begins(ends.low, reached, key)) return false;
    if (ends.high === undefined) return true;
    if (reached.to === undefined || compareDecimals(ends.high.value, reached.to) >= 0)
      reached = { to: ends.high.value, included: ends.high.included };
  }
  return false;
}

/** Every value up to `to` is in some row, `to` itself if `included`. `to` absent: none yet, and the key has no least value. */
interface Reach {
  readonly to: string | undefined;
  readonly included: boolean;
}

interface Ends {
  readonly low?: { readonly value: string; readonly included: boolean };
  readonly high?: { readonly value: string; readonly included: boolean };
}

function begins(low: Ends['low'], { to, included }: Reach, key: Type): boolean {
  if (low === undefined) return true;
  if (to === undefined) return false;
  const order = compareDecimals(low.value, to);
  if (order < 0 || (order === 0 && (low.included || included))) return true;
  return isWhole(key) && included && low.included && BigInt(low.value) === BigInt(to) + 1n;
}

/** `undefined` where an edge is computed or a word hangs on a reading. */
function endsOf(draft: Draft, { test, readings }: ChooseRow, place: Place): Ends | undefined {
  if (test.kind !== 'BoundsRow') return undefined;
  let ends: Ends = {};
  for (const bound of test.bounds) {
    const plan = planBound(draft, bound, withReadings(draft, place, readings));
    const value = constantOf(bound.edge);
    if (plan.kind !== 'one' || value === undefined) return undefined;
    const included = plan.value === 'atLeast' || plan.value === 'atMost';
    if (plan.value === 'atLeast' || plan.value === 'over') ends = { ...ends, low: { value, included } };
    else if (plan.value === 'atMost' || plan.value === 'under') ends = { ...ends, high: { value, included } };
    else return undefined;
  }
  return ends;
}
