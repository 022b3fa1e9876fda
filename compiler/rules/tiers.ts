import type { Report } from '../../diagnostics/diagnostic.ts';
import { EmptyRow, MixedSides, RowTwice, TierGap, TierOverlap, UnreachableTier } from '../../diagnostics/rules.ts';
import type { Choose, Expression, Reference } from '../../grammar/ast.ts';
import type { Type } from '../check/type.ts';
import { typeOf } from '../check/types.ts';
import { type Names, symbolNamed } from '../resolve/names.ts';
import { everyExpression } from '../walk.ts';
import { type ChoicePlace, choicesWithPlace } from './choice-places.ts';
import { gateOn } from './gate.ts';
import type { Analysis, Rule } from './rule.ts';
import {
  between,
  compareHigh,
  compareLow,
  inOrder,
  intersection,
  intervalWords,
  isEmpty,
  ownRegions,
  type Tier,
  tierOf,
} from './tier-rows.ts';
import { underWords, type World, worldsOf } from './world.ts';

/**
 * R17: rows over a figure. Rows bounded on one side may overlap, the hardest applies; otherwise rows meet end to end. Looked at under
 * every single reading (R15); what is wrong already under the defaults is told once.
 */
export const tiers: Rule = (analysis, report) => {
  const worlds = worldsOf(analysis.names);
  for (const place of choicesWithPlace(analysis.file)) {
    if (place.choose.mode === 'eachRow' || place.choose.rows[0]?.test.kind !== 'BoundsRow') continue;
    const matters = whatMatters(analysis.names, place);
    for (const world of worlds) if (matters(world) && checkTiers(analysis, place, world, report)) break;
  }
};

/** Most readings leave most choices alone: their worlds look like the defaults. */
function whatMatters(names: Names, { choose, readings, gates }: ChoicePlace): (world: World) => boolean {
  const edges = choose.rows.flatMap(({ test }) =>
    test.kind === 'BoundsRow' ? test.bounds.map(({ edge }) => edge) : [],
  );
  const varies = (part: Expression) =>
    part.kind === 'ReadingExpression' || symbolNamed(names, part)?.kind === 'definition';
  const isPlain = ![...edges, ...gates.map(({ condition }) => condition)].some((root) =>
    everyExpression(root).some(varies),
  );
  const tails = [...readings, ...choose.rows.flatMap((row) => row.readings), ...gates.flatMap((gate) => gate.readings)];
  const asked = new Set(tails.map((reference) => names.used.get(reference)));
  return ({ changed }) =>
    changed === undefined || !isPlain || changed.reading.declaration.everywhere || asked.has(changed.reading);
}

/** Whether something was reported. */
function checkTiers(analysis: Analysis, place: ChoicePlace, world: World, report: Report): boolean {
  const { choose, readings } = place;
  if (choose.key === undefined) return false;
  const type = typeOf(analysis.types, choose.key);
  const found = choose.rows.map((row) => tierOf(world, row, readings, type));
  const all = found.filter((tier) => tier !== undefined);
  const empty = all.find(isEmpty);
  if (empty !== undefined) {
    report(EmptyRow, { span: empty.row.test.span }, { under: underWords(world) });
    return true;
  }
  if (all.length < found.length || type.kind === 'error') return false;
  return (
    reportRepeated(choose, all, report) ||
    (isOneSided(all) ? false : reportMeeting(choose, all, type, world, report)) ||
    reportUnreachable(place, all, type, world, report)
  );
}

function isOneSided(tiers: readonly Tier[]): boolean {
  return tiers.every(({ high }) => high === undefined) || tiers.every(({ low }) => low === undefined);
}

function reportRepeated(choose: Choose, tiers: readonly Tier[], report: Report): boolean {
  const sorted = inOrder(tiers);
  for (const [index, tier] of sorted.entries()) {
    const other = sorted[index - 1];
    if (other === undefined || compareLow(other.low, tier.low) !== 0 || compareHigh(other.high, tier.high) !== 0)
      continue;
    const isLater = choose.rows.indexOf(tier.row) > choose.rows.indexOf(other.row);
    const [first, second] = isLater ? [other, tier] : [tier, other];
    report(RowTwice, { span: second.row.test.span }, {}, noteOn(first.row.test.span));
    return true;
  }
  return false;
}

function reportMeeting(choose: Choose, tiers: readonly Tier[], type: Type, world: World, report: Report): boolean {
  const under = underWords(world);
  const sorted = inOrder(tiers);
  for (const [index, tier] of sorted.entries())
    for (const next of sorted.slice(index + 1)) {
      const shared = intersection(tier, next);
      if (isEmpty(shared) || bothOpen(tier, next)) continue;
      const later = choose.rows.indexOf(tier.row) > choose.rows.indexOf(next.row) ? tier : next;
      const notes = noteOn((later === tier ? next : tier).row.test.span);
      const mixed = isOneSided([tier]) && isOneSided([next]);
      if (mixed) report(MixedSides, { span: later.row.test.span }, { under }, notes);
      else report(TierOverlap, { span: later.row.test.span }, { under, ...intervalWords(shared, type, world) }, notes);
      return true;
    }
  return choose.otherwise === undefined && reportGap(sorted, type, world, report);
}

/** Rows open to the same side: the hardest applies. */
function bothOpen(a: Tier, b: Tier): boolean {
  return (a.high === undefined && b.high === undefined) || (a.low === undefined && b.low === undefined);
}

function reportGap(sorted: readonly Tier[], type: Type, world: World, report: Report): boolean {
  let reached = sorted[0];
  for (const tier of sorted.slice(1)) {
    const gap = between(reached?.high, tier.low, type);
    if (gap !== undefined && reached !== undefined) {
      const words = { under: underWords(world), ...intervalWords(gap, type, world) };
      report(TierGap, { span: tier.row.test.span }, words, noteOn(reached.row.test.span));
      return true;
    }
    if (reached !== undefined && compareHigh(tier.high, reached.high) > 0) reached = tier;
  }
  return false;
}

/** A row that a `when` of the clause never lets come to its turn. */
function reportUnreachable(
  place: ChoicePlace,
  tiers: readonly Tier[],
  type: Type,
  world: World,
  report: Report,
): boolean {
  const gate = gateOn(place.choose.key, place.gates, world, type);
  if (gate === undefined) return false;
  const regions = place.choose.mode === 'bands' ? tiers.map((tier) => ({ tier, own: tier })) : ownRegions(tiers);
  for (const { tier, own } of regions) {
    if (!isEmpty(intersection(own, gate.interval))) continue;
    const { from, to } = intervalWords(gate.interval, type, world);
    const because = {
      zh: `前面的条件只让${from.zh}${to.zh}的通过`,
      en: `a “when” before it lets through only ${from.en}${to.en}`,
    };
    const notes = [{ span: gate.reference, text: { zh: '条件在这里', en: 'the condition is here' } }];
    report(UnreachableTier, { span: tier.row.test.span }, { under: underWords(world), because }, notes);
    return true;
  }
  return false;
}

function noteOn(span: Reference['span']) {
  return [{ span, text: { zh: '另一行在这里', en: 'the other row is here' } }];
}
