import type { Report } from '../../diagnostics/diagnostic.ts';
import { ProductTooLong } from '../../diagnostics/lowering.ts';
import type { Binary, ClauseLine, Expression } from '../../grammar/ast.ts';
import { changesByShare } from '../changes-by-share.ts';
import { dependencyOrder } from '../dependency-order.ts';
import { type Computed, dependenciesOf, isComputed } from '../resolve/dependencies.ts';
import { type Names, symbolNamed } from '../resolve/names.ts';
import type { PolicySymbol } from '../resolve/symbol.ts';
import { childrenOf, everyLine, expressionsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** An exact number grows with every factor; this many factors of thirty digits are still quick to compute. */
export const factorLimit = 200;

/** How many figures may be multiplied into a value, and whether its fraction may have a denominator of the facts' choosing. */
interface Size {
  readonly factors: number;
  readonly isQuotient: boolean;
}

/**
 * Bounds the length of exact numbers: definitions of definitions double their factors at every step, and clauses that read clauses add
 * theirs. Told where the limit is first passed.
 */
export const products: Rule = ({ names }, report) => {
  const sizes = new Map<PolicySymbol, Size>();
  const needs = (symbol: Computed) => dependenciesOf(names, symbol).map(({ on }) => on);
  const all = names.symbols.filter(isComputed);
  const named = new Set(all.flatMap(needs));
  for (const symbol of dependencyOrder(all, needs)) {
    if (!named.has(symbol) && isSmall(names, symbol)) continue;
    const size =
      symbol.kind === 'definition'
        ? sizeOf(symbol.declaration.value, names, sizes, report)
        : linesSize(symbol.declaration.lines, names, sizes, report);
    sizes.set(symbol, size);
  }
};

/** Reads no other and holds so few figures that they cannot pass the limit, even where growth counts each of them twice. */
function isSmall(names: Names, symbol: Computed): boolean {
  const parts = expressionsOf(symbol.declaration);
  if (parts.length > mostSmall || dependenciesOf(names, symbol).length > 0) return false;
  return parts.filter(({ kind }) => kind === 'Growth' || kind === 'Increase').length <= mostDoubled;
}
const mostSmall = 40;
const mostDoubled = 2;

const figure: Size = { factors: 1, isQuotient: false };

function linesSize(
  lines: readonly ClauseLine[],
  names: Names,
  sizes: ReadonlyMap<PolicySymbol, Size>,
  report: Report,
): Size {
  return everyLine(lines).reduce<Size>((so, line) => {
    if (line.kind === 'WhenLine') sizeOf(line.condition, names, sizes, report);
    if (line.kind !== 'AmountLine' && line.kind !== 'AdjustLine') return so;
    const own = sizeOf(line.amount, names, sizes, report);
    return line.kind === 'AdjustLine' && changesByShare(line) ? multiplied([so, own]) : added([so, own]);
  }, figure);
}

function sizeOf(expression: Expression, names: Names, sizes: ReadonlyMap<PolicySymbol, Size>, report: Report): Size {
  const children = childrenOf(expression);
  const parts = children.length === 0 ? noParts : children.map((child) => sizeOf(child, names, sizes, report));
  const size = combined(expression, parts, names, sizes);
  if (size.factors <= factorLimit) return size;
  report(ProductTooLong, { span: expression.span }, { limit: factorLimit });
  // Told once: what holds it goes on as if it were one figure.
  return figure;
}

const noParts: readonly Size[] = [];

function combined(
  expression: Expression,
  parts: readonly Size[],
  names: Names,
  sizes: ReadonlyMap<PolicySymbol, Size>,
): Size {
  switch (expression.kind) {
    case 'FieldExpression':
    case 'ReferenceExpression':
      return sizes.get(symbolNamed(names, expression) as PolicySymbol) ?? figure;
    case 'ClauseValue':
      return sizes.get(names.used.get(expression.clause) as PolicySymbol) ?? figure;
    case 'Binary':
      return binarySize(expression, parts);
    case 'RateOf':
    case 'UpTo':
    case 'Steps':
      return multiplied(parts);
    case 'Growth':
      return { factors: 2 * multiplied(parts).factors, isQuotient: true };
    case 'Increase':
      return added([...parts, ...parts]);
    case 'Choose':
      return expression.mode === 'bands' ? multiplied([added(parts), figure]) : greatest(parts);
    case 'Part':
      return added(parts);
    default:
      return greatest(parts);
  }
}

function binarySize({ operator, right }: Binary, parts: readonly Size[]): Size {
  if (operator === '+' || operator === '-') return added(parts);
  const { factors, isQuotient } = multiplied(parts);
  return { factors, isQuotient: isQuotient || (operator === '/' && right.kind !== 'NumberLiteral') };
}

function multiplied(parts: readonly Size[]): Size {
  const factors = parts.reduce((total, part) => total + part.factors, 0);
  return { factors: Math.max(1, factors), isQuotient: parts.some(({ isQuotient }) => isQuotient) };
}

/** Decimals are added without growing; fractions of different denominators are multiplied out. */
function added(parts: readonly Size[]): Size {
  return parts.filter(({ isQuotient }) => isQuotient).length > 1 ? multiplied(parts) : greatest(parts);
}

function greatest(parts: readonly Size[]): Size {
  let greatestSoFar = figure;
  for (const { factors, isQuotient } of parts)
    if (factors > greatestSoFar.factors || (isQuotient && !greatestSoFar.isQuotient))
      greatestSoFar = {
        factors: Math.max(factors, greatestSoFar.factors),
        isQuotient: isQuotient || greatestSoFar.isQuotient,
      };
  return greatestSoFar;
}
