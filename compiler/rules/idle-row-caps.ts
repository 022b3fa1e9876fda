import type { Report } from '../../diagnostics/diagnostic.ts';
import { CapNeverBinds } from '../../diagnostics/rules.ts';
import type { ChooseRow, Expression } from '../../grammar/ast.ts';
import { compare, type Rational } from '../../runtime/rational.ts';
import { type Types, typeOf } from '../check/types.ts';
import { mostOfBands } from './band-most.ts';
import { type ChoicePlace, choicesWithPlace } from './choice-places.ts';
import { expressionKey } from './expression-key.ts';
import type { Rule } from './rule.ts';
import { edgeWords, ownRegions, tierOf } from './tier-rows.ts';
import { valueAt } from './value-at.ts';
import { constantOf, type World, worldsOf } from './world.ts';

/** A cap of a row or band above all that the row can yield where it applies is probably a slip of zeros. */
export const idleRowCaps: Rule = ({ file, names, types }, report) => {
  const world = worldsOf(names)[0] as World;
  for (const { choose } of choicesWithPlace(file)) {
    const { key, rows } = choose;
    if (key === undefined || rows[0]?.test.kind !== 'BoundsRow' || !rows.some(isCapped)) continue;
    const found =
      choose.mode === 'bands' ? mostOfBands(world, choose, typeOf(types, key)) : mostOfRows(world, types, choose, key);
    for (const one of found) if (one !== undefined) checkCap(world, types, one.row, one.most, report);
  }
};

function isCapped({ value }: ChooseRow): boolean {
  return value.kind === 'CappedRow';
}

/** What each row pays at its upper end. */
function mostOfRows(world: World, types: Types, { rows }: ChoicePlace['choose'], key: Expression) {
  const keyText = expressionKey(world.names, key);
  const tiers = rows.map((row) => tierOf(world, row, [], typeOf(types, key)));
  if (keyText === undefined || tiers.includes(undefined)) return [];
  return ownRegions(tiers.filter((tier) => tier !== undefined)).map(({ tier, own }) => {
    const value = tier.row.value.kind === 'CappedRow' ? tier.row.value.value : tier.row.value;
    const most = own.high === undefined ? undefined : valueAt(world, value, { key: keyText, value: own.high.value });
    return most === undefined ? undefined : { row: tier.row, most };
  });
}

function checkCap(world: World, types: Types, { value }: ChooseRow, most: Rational, report: Report): void {
  const cap = value.kind === 'CappedRow' ? constantOf(world, value.cap) : undefined;
  if (value.kind !== 'CappedRow' || cap === undefined || compare(most, cap) >= 0) return;
  const type = typeOf(types, value.cap);
  const words = (amount: Rational) => edgeWords({ value: amount, included: true }, type, world);
  report(CapNeverBinds, { span: value.cap.span }, { most: words(most), cap: words(cap) });
}
