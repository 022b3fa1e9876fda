import { DifferentYears } from '../../diagnostics/rules.ts';
import type { Expression } from '../../grammar/ast.ts';
import { type Names, symbolNamed } from '../resolve/names.ts';
import type { PolicySymbol } from '../resolve/symbol.ts';
import { childrenOf, expressionsOfKind } from '../walk.ts';
import type { Rule } from './rule.ts';

/** R3: last year's growth beside this year's average is a slip. One figure against itself in another year is meant so. */
export const differentYears: Rule = ({ file, names }, report) => {
  for (const part of expressionsOfKind(file, 'Comparison')) {
    // Most comparisons hold a figure against a number.
    if (part.right.kind === 'NumberLiteral') continue;
    const left = yearsIn(names, part.left);
    const right = yearsIn(names, part.right);
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

/** Yearly figures with the year they are read in; growth belongs to its later year. A definition counts once for each year it is read in. */
function yearsIn(names: Names, root: Expression): readonly YearOfFigure[] {
  const found: YearOfFigure[] = [];
  const seen = new Map<PolicySymbol, Set<number>>();
  const open = [{ expression: root, shift: 0 }];
  for (let next = open.pop(); next !== undefined && open.length < most; next = open.pop()) {
    const { expression } = next;
    const shift = next.shift + (expression.kind === 'Shift' ? expression.years : 0);
    for (const child of childrenOf(expression)) open.push({ expression: child, shift });
    const symbol = symbolNamed(names, expression);
    const shifts = symbol === undefined ? undefined : (seen.get(symbol) ?? new Set());
    if (symbol === undefined || shifts === undefined || shifts.has(shift) || shifts.size > mostShifts) continue;
    seen.set(symbol, shifts.add(shift));
    if (symbol.kind === 'definition') open.push({ expression: symbol.declaration.value, shift });
    else if (isYearly(symbol)) found.push({ symbol, shift });
  }
  return found;
}

/** A definition that shifts itself in a circle would be read in ever earlier years. */
const mostShifts = 10;
const most = 100_000;

function isYearly(symbol: PolicySymbol): boolean {
  if (symbol.kind === 'parameter') return symbol.declaration.yearly;
  return (symbol.kind === 'fact' || symbol.kind === 'itemField') && symbol.declaration.yearly !== undefined;
}
