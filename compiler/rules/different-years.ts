import { DifferentYears } from '../../diagnostics/rules.ts';
import type { Expression } from '../../grammar/ast.ts';
import type { Names } from '../resolve/names.ts';
import type { PolicySymbol } from '../resolve/symbol.ts';
import { childrenOf, everyExpression, rootsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** R3: last year's growth beside this year's average is a slip. One figure against itself in another year is meant so. */
export const differentYears: Rule = ({ file, names }, report) => {
  for (const declaration of file.declarations)
    for (const root of rootsOf(declaration))
      for (const part of everyExpression(root)) {
        if (part.kind !== 'Comparison') continue;
        const left = yearsIn(names, part.left, 0);
        const right = yearsIn(names, part.right, 0);
        if (left.length === 0 || right.length === 0) continue;
        const sameFigure = left.some((one) => right.some((other) => other.symbol === one.symbol));
        const sameYear = left.some((one) => right.some((other) => other.shift === one.shift));
        if (!sameFigure && !sameYear) report(DifferentYears, { span: part.span }, {});
      }
};

interface YearOfFigure {
  readonly symbol: PolicySymbol;
  readonly shift: number;
}

/** Yearly figures with the year they are read in; growth belongs to its later year. */
function yearsIn(names: Names, expression: Expression, shift: number, depth = 0): readonly YearOfFigure[] {
  if (depth > 100) return [];
  if (expression.kind === 'Shift') return yearsIn(names, expression.of, shift + expression.years, depth + 1);
  if (expression.kind === 'ReferenceExpression' || expression.kind === 'FieldExpression') {
    const symbol = names.used.get(expression.kind === 'FieldExpression' ? expression.field : expression.reference);
    if (symbol?.kind === 'definition') return yearsIn(names, symbol.declaration.value, shift, depth + 1);
    return symbol !== undefined && isYearly(symbol) ? [{ symbol, shift }] : [];
  }
  return childrenOf(expression).flatMap((child) => yearsIn(names, child, shift, depth + 1));
}

function isYearly(symbol: PolicySymbol): boolean {
  if (symbol.kind === 'parameter') return symbol.declaration.yearly;
  return (symbol.kind === 'fact' || symbol.kind === 'itemField') && symbol.declaration.yearly !== undefined;
}
