import type { Report } from '../../diagnostics/diagnostic.ts';
import { LadderOrder, NoRows } from '../../diagnostics/rules.ts';
import type { Ladder } from '../../grammar/ast.ts';
import { compare } from '../../runtime/rational.ts';
import { expressionsOfKind } from '../walk.ts';
import type { Rule } from './rule.ts';
import { constantOf, type World, worldsOf } from './world.ts';

/** R17, R18: steps rise, in threshold and (unless every step is paid) in amount. A list from high to low is read from its end. */
export const ladders: Rule = ({ file, names }, report) => {
  const world = worldsOf(names)[0] as World;
  for (const ladder of expressionsOfKind(file, 'Ladder')) checkLadder(world, ladder, report);
};

function checkLadder(world: World, ladder: Ladder, report: Report): void {
  const rows = ladder.rows.map((row) => ({
    row,
    threshold: constantOf(world, row.threshold),
    amount: constantOf(world, row.amount),
  }));
  if (rows.length === 0) report(NoRows, { span: ladder.span }, {});
  const [first, last] = [rows[0]?.threshold, rows.at(-1)?.threshold];
  if (first !== undefined && last !== undefined && compare(last, first) < 0) rows.reverse();
  for (const [index, { row, threshold, amount }] of rows.entries()) {
    const before = rows[index - 1];
    const notes = [{ span: before?.row.span ?? row.span, text: { zh: '前一级在这里', en: 'the step before is here' } }];
    if (before?.threshold === undefined || threshold === undefined) continue;
    if (compare(threshold, before.threshold) <= 0) {
      report(LadderOrder, { span: row.threshold.span }, { what: 'threshold' }, notes);
      return;
    }
    if (ladder.settlement === 'everyTier' || before.amount === undefined || amount === undefined) continue;
    if (compare(amount, before.amount) <= 0) {
      report(LadderOrder, { span: row.amount.span }, { what: 'amount' }, notes);
      return;
    }
  }
}
