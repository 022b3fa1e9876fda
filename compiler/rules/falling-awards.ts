import type { Report } from '../../diagnostics/diagnostic.ts';
import { AwardFalls } from '../../diagnostics/rules.ts';
import type { Expression } from '../../grammar/ast.ts';
import { compare, multiply, type Rational } from '../../runtime/rational.ts';
import { productOf } from '../check/dimensions.ts';
import type { Type } from '../check/type.ts';
import { typeOf } from '../check/types.ts';
import { everyExpression } from '../walk.ts';
import { type ChoicePlace, choicesWithPlace } from './choice-places.ts';
import { expressionKey } from './expression-key.ts';
import { ratesOfOwnKey } from './own-rates.ts';
import type { Analysis, Rule } from './rule.ts';
import { compareLow, edgeWords, ownRegions, tierOf } from './tier-rows.ts';
import { valueAt } from './value-at.ts';
import { type World, worldsOf } from './world.ts';

/**
 * Rows at falling rates: whoever passes the edge by a yuan is paid less on the whole. Often meant so, often not; told as a warning, with
 * both amounts, under the default readings. Only rows that grow with the key: flat sums that fall say so themselves.
 */
export const fallingAwards: Rule = (analysis, report) => {
  const world = worldsOf(analysis.names)[0] as World;
  const ownRates = ratesOfOwnKey(analysis);
  for (const place of choicesWithPlace(analysis.file)) {
    const { mode, key, rows } = place.choose;
    if (key === undefined || rows[0]?.test.kind !== 'BoundsRow' || (mode !== undefined && mode !== 'slab')) continue;
    const award = awardOf(analysis, place, key, world, ownRates.has(place.choose));
    if (award !== undefined) checkEdges(analysis, place, key, world, award, report);
  }
};

type AwardAt = (row: Expression, at: Rational) => Award | undefined;
interface Award {
  readonly value: Rational;
  readonly type: Type;
}

function checkEdges(
  { types }: Analysis,
  { choose, readings }: ChoicePlace,
  key: Expression,
  world: World,
  award: AwardAt,
  report: Report,
): void {
  const type = typeOf(types, key);
  const tiers = choose.rows.map((row) => tierOf(world, row, readings, type));
  if (tiers.includes(undefined)) return;
  const known = ownRegions(tiers.filter((tier) => tier !== undefined));
  const regions = [...known].sort((a, b) => compareLow(a.own.low, b.own.low));
  for (const [index, region] of regions.entries()) {
    const before = regions[index - 1];
    const [end, edge] = [before?.own.high, region.own.low];
    if (before === undefined || end === undefined || edge === undefined) continue;
    const [paid, next] = [award(before.tier.row.value, end.value), award(region.tier.row.value, edge.value)];
    if (paid === undefined || next === undefined || compare(paid.value, next.value) <= 0) continue;
    const words = ({ value, type: of }: Award) => edgeWords({ value, included: true }, of, world);
    const place = { span: region.tier.row.test.span };
    report(AwardFalls, place, { edge: edgeWords(edge, type, world), before: words(paid), after: words(next) });
    return;
  }
}

/** What a row pays at a value of the key: a sum that grows with it, or, of a rate of the key, that rate times the value. */
function awardOf(
  { names, types }: Analysis,
  { choose }: ChoicePlace,
  key: Expression,
  world: World,
  ownRate: boolean,
): AwardAt | undefined {
  const keyText = expressionKey(names, key);
  const type = typeOf(types, choose);
  const paid = ownRate ? productOf(typeOf(types, key), type) : type;
  if (keyText === undefined || paid?.kind !== 'money') return undefined;
  const grows = (row: Expression) => everyExpression(row).some((part) => expressionKey(names, part) === keyText);
  if (!ownRate && !choose.rows.some(({ value }) => grows(value))) return undefined;
  return (row, at) => {
    const value = ownRate || grows(row) ? valueAt(world, row, { key: keyText, value: at }) : undefined;
    return value === undefined ? undefined : { value: ownRate ? multiply(value, at) : value, type: paid };
  };
}
