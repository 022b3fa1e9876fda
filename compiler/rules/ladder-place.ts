import { LadderOutOfPlace } from '../../diagnostics/rules.ts';
import type { Expression } from '../../grammar/ast.ts';
import { everyExpression, everyLine, expressionsOfKind, expressionsOn, rootsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** R18: `topping up` deducts what was paid under the clause whose amount the ladder is, so a ladder stands on the amount line of a clause alone. */
export const ladderPlace: Rule = ({ file }, report) => {
  if (expressionsOfKind(file, 'Ladder').length === 0) return;
  for (const declaration of file.declarations) {
    if (declaration.kind === 'ExampleDeclaration') continue;
    const atHome = new Set<Expression>();
    if (declaration.kind === 'ClauseDeclaration')
      for (const line of everyLine(declaration.lines))
        if (line.kind === 'AmountLine')
          for (const root of expressionsOn(line)) for (const part of everyExpression(root)) atHome.add(part);
    for (const root of rootsOf(declaration))
      for (const part of everyExpression(root))
        if (part.kind === 'Ladder' && !atHome.has(part)) report(LadderOutOfPlace, { span: part.span }, {});
  }
};
