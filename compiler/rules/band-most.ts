import type { Choose } from '../../grammar/ast.ts';
import { add, compare, multiply, one, type Rational, sign, subtract, zero } from '../../runtime/rational.ts';
import { isWhole, type Type } from '../check/type.ts';
import { compareLow, type Edge, type Tier, tierOf } from './tier-rows.ts';
import { constantOf, type World } from './world.ts';

/** A band and the most that its rate can come to, before its own cap. */
export interface BandMost {
  readonly row: Choose['rows'][number];
  readonly most: Rational;
}

/** Of each band that is closed above, with edges and a rate written out. */
export function mostOfBands(world: World, choose: Choose, keyType: Type): readonly (BandMost | undefined)[] {
  const tiers = choose.rows.map((row) => tierOf(world, row, [], keyType));
  if (tiers.includes(undefined)) return choose.rows.map(() => undefined);
  const sorted = tiers.filter((tier) => tier !== undefined).sort((a, b) => compareLow(a.low, b.low));
  return sorted.map((tier, index) => bandMost(world, tier, sorted[index + 1], keyType));
}

function bandMost(world: World, tier: Tier, next: Tier | undefined, keyType: Type): BandMost | undefined {
  const { row } = tier;
  const rate = constantOf(world, row.value.kind === 'CappedRow' ? row.value.value : row.value);
  const upper = endOf(tier.high, false) ?? endOf(next?.low, isWhole(keyType));
  if (rate === undefined || upper === undefined || sign(rate) < 0) return undefined;
  const part = subtract(upper, endOf(tier.low, isWhole(keyType)) ?? zero);
  return sign(part) <= 0 ? undefined : { row, most: multiply(rate, part) };
}

/** Of what is counted, from n on begins at n − 1. */
function endOf(edge: Edge | undefined, begins: boolean): Rational | undefined {
  if (edge === undefined) return undefined;
  return begins ? subtract(edge.value, one) : edge.value;
}

/** The most of all bands together, their caps counted; `undefined` if one is open above and uncapped. */
export function mostInBands(world: World, choose: Choose, keyType: Type): Rational | undefined {
  const bands = new Map(mostOfBands(world, choose, keyType).map((band) => [band?.row, band?.most]));
  return choose.rows.reduce<Rational | undefined>((total, row) => {
    const cap = row.value.kind === 'CappedRow' ? constantOf(world, row.value.cap) : undefined;
    const most = bands.get(row);
    const least = most === undefined || (cap !== undefined && compare(cap, most) < 0) ? cap : most;
    return total === undefined || least === undefined ? undefined : add(total, least);
  }, zero);
}
