import type { Report } from '../../diagnostics/diagnostic.ts';
import { LoweredBelowNothing, RaisedBelowZero } from '../../diagnostics/raised.ts';
import type { ClauseLine, Expression } from '../../grammar/ast.ts';
import { compare, multiply, one, type Rational, sign, toDecimalText, whole } from '../../runtime/rational.ts';
import { changesByShare } from '../changes-by-share.ts';
import { typeOf } from '../check/types.ts';
import { declarationsOf, everyLine, expressionsOfKind } from '../walk.ts';
import type { Rule } from './rule.ts';
import { constantOf, type World, worldsOf } from './world.ts';

interface Change {
  readonly operation: 'raise' | 'lower';
  readonly by: Expression;
}

/** A rise below zero is a cut, and a cut below zero a rise: each has its own word. More than all cannot be taken off. */
export const raises: Rule = ({ file, names, types }, report) => {
  const world = worldsOf(names)[0] as World;
  const lines = declarationsOf(file, 'ClauseDeclaration').flatMap((clause) => everyLine(clause.lines));
  for (const change of [...lines.flatMap(lineChange), ...expressionsOfKind(file, 'Raised')]) {
    const isShare = typeOf(types, change.by).kind === 'percent';
    const value = constantOf(world, change.by);
    if (value !== undefined) checkChange(change, value, isShare, report);
  }
};

function lineChange(line: ClauseLine): readonly Change[] {
  if (line.kind !== 'AdjustLine' || !changesByShare(line)) return [];
  return [{ operation: line.operation === 'lower' ? 'lower' : 'raise', by: line.amount }];
}

function checkChange({ operation, by }: Change, value: Rational, isShare: boolean, report: Report): void {
  const shown = (figure: Rational) => toDecimalText(multiply(figure, whole(100))) ?? '…';
  if (sign(value) < 0) {
    const figure = shown({ n: -value.n, d: value.d });
    report(RaisedBelowZero, { span: by.span }, { lowers: operation === 'lower', figure, points: !isShare });
  } else if (operation === 'lower' && isShare && compare(value, one) > 0)
    report(LoweredBelowNothing, { span: by.span }, { figure: shown(value) });
}
