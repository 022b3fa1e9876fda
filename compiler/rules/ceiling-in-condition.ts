import { CeilingInCondition } from '../../diagnostics/rules.ts';
import type { Expression } from '../../grammar/ast.ts';
import { type Names, symbolNamed } from '../resolve/names.ts';
import { declarationsOf, everyExpression, everyLine, expressionsOfKind } from '../walk.ts';
import type { Rule } from './rule.ts';

/** R14: a ceiling waits for a decision, so no condition can hang on it. */
export const ceilingInCondition: Rule = ({ file, names }, report) => {
  if (expressionsOfKind(file, 'UpTo').length === 0) return;
  const tell = (root: Expression | undefined) => {
    if (root === undefined) return;
    const found = ceilingsIn(names, root);
    if (found !== undefined) report(CeilingInCondition, { span: found.span }, {});
  };
  for (const clause of declarationsOf(file, 'ClauseDeclaration'))
    for (const line of everyLine(clause.lines)) {
      if (line.kind === 'WhenLine') tell(line.condition);
      if (line.kind === 'AdjustLine') tell(line.condition);
      if (line.kind === 'EachBlock') tell(line.each.where);
    }
  for (const { where } of expressionsOfKind(file, 'Aggregate')) tell(where);
};

/** The first ceiling, or the name of a definition that holds one. */
function ceilingsIn(names: Names, root: Expression): Expression | undefined {
  for (const part of everyExpression(root)) {
    if (part.kind === 'UpTo') return part;
    const symbol = symbolNamed(names, part);
    if (symbol?.kind !== 'definition') continue;
    for (const inner of everyExpression(symbol.declaration.value)) if (inner.kind === 'UpTo') return part;
  }
  return undefined;
}
