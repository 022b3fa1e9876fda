import type { Expression } from '../grammar/ast.ts';
import { type Names, symbolNamed } from './resolve/names.ts';
import type { ParameterSymbol } from './resolve/symbol.ts';
import { childrenOf } from './walk.ts';

/** A dated parameter where it is read. */
export interface DatedFigure {
  readonly parameter: ParameterSymbol;
  /** What stands in the text at hand: of a figure within a definition, the use of the definition. */
  readonly at: Expression;
}

/**
 * The dated parameters that an expression reads at whichever day its place has: those under `as of` or `split by days` have theirs.
 * Definitions are looked into, each once. `dailyToo`: also those in the rate of an accrual, which are read day by day unless a day is said.
 */
export function* datedFigures(names: Names, root: Expression, dailyToo = true): Generator<DatedFigure> {
  const open: { readonly expression: Expression; readonly use: Expression | undefined }[] = [
    { expression: root, use: undefined },
  ];
  const seen = new Set<Expression>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { expression, use } = next;
    if (seen.has(expression)) continue;
    seen.add(expression);
    // The day itself may hang on a figure that has a day.
    const inside =
      expression.kind === 'AsOf' ? [expression.day] : dailyToo ? childrenOf(expression) : beyondRates(expression);
    if (expression.kind !== 'SplitByDays') for (const child of inside) open.push({ expression: child, use });
    const symbol = symbolNamed(names, expression);
    if (symbol?.kind === 'parameter' && symbol.declaration.dated) yield { parameter: symbol, at: use ?? expression };
    if (symbol?.kind === 'definition') open.push({ expression: symbol.declaration.value, use: use ?? expression });
  }
}

function beyondRates(expression: Expression): readonly Expression[] {
  if (expression.kind === 'Interest') return [expression.principal, expression.from, expression.to];
  return expression.kind === 'Prorated' ? [expression.from, expression.to] : childrenOf(expression);
}
