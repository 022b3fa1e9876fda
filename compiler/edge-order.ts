/** Which of two edges is lower, where that can be told before any fact is known. */
import type { Expression } from '../grammar/ast.ts';
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  ofDecimalText,
  one,
  type Rational,
  sign,
  zero,
} from '../runtime/rational.ts';
import { literalValue } from './lower/decimal-text.ts';
import { type Names, symbolNamed } from './resolve/names.ts';
import type { PolicySymbol } from './resolve/symbol.ts';
import { expressionKey } from './rules/expression-key.ts';
import { everyExpression } from './walk.ts';

/** An edge as so many times something and so much more; of a figure written out, that something is nothing (`base` is empty). */
export interface EdgeForm {
  readonly base: string;
  readonly factor: Rational;
  readonly offset: Rational;
  /** Whether `base` may be below 0. */
  readonly signed: boolean;
}

/** `undefined` for what is neither a figure nor hangs evenly on one thing alone. Definitions are looked into. */
export function edgeForm(names: Names, expression: Expression, depth = 0): EdgeForm | undefined {
  if (depth > deepest) return undefined;
  const of = (inner: Expression) => edgeForm(names, inner, depth + 1);
  switch (expression.kind) {
    case 'NumberLiteral':
      return { base: '', factor: zero, offset: ofDecimalText(literalValue(expression)), signed: false };
    case 'Negation':
      return scaled(of(expression.operand), negate(one));
    case 'RateOf':
      return product(of(expression.rate), of(expression.base));
    case 'Binary':
      return (
        binaryForm(expression.operator, of(expression.left), of(expression.right)) ?? unknownForm(names, expression)
      );
    case 'FieldExpression':
    case 'ReferenceExpression': {
      const symbol = symbolNamed(names, expression);
      const meant = symbol?.kind === 'definition' ? of(symbol.declaration.value) : undefined;
      return meant ?? unknownForm(names, expression);
    }
    default:
      return unknownForm(names, expression);
  }
}

/** A chain of definitions longer than this is left alone. */
const deepest = 50;

function unknownForm(names: Names, expression: Expression): EdgeForm | undefined {
  const base = expressionKey(names, expression);
  return base === undefined ? undefined : { base, factor: one, offset: zero, signed: mayBeNegative(names, expression) };
}

function binaryForm(
  operator: '+' | '-' | '*' | '/',
  left: EdgeForm | undefined,
  right: EdgeForm | undefined,
): EdgeForm | undefined {
  if (left === undefined || right === undefined) return undefined;
  switch (operator) {
    case '+':
      return sum(left, right);
    case '-':
      return sum(left, scaled(right, negate(one)));
    case '*':
      return product(left, right);
    case '/':
      return right.base !== '' || sign(right.offset) === 0 ? undefined : scaled(left, divide(one, right.offset));
  }
}

function sum(left: EdgeForm, right: EdgeForm | undefined): EdgeForm | undefined {
  if (right === undefined || (left.base !== right.base && left.base !== '' && right.base !== '')) return undefined;
  const { base, signed } = left.base === '' ? right : left;
  return bounded({ base, signed, factor: add(left.factor, right.factor), offset: add(left.offset, right.offset) });
}

function product(left: EdgeForm | undefined, right: EdgeForm | undefined): EdgeForm | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (left.base === '') return scaled(right, left.offset);
  return right.base === '' ? scaled(left, right.offset) : undefined;
}

function scaled(form: EdgeForm | undefined, by: Rational): EdgeForm | undefined {
  if (form === undefined) return undefined;
  return bounded({ ...form, factor: multiply(form.factor, by), offset: multiply(form.offset, by) });
}

/** So much more of the same. */
export function shifted(form: EdgeForm, by: Rational): EdgeForm {
  return { ...form, offset: add(form.offset, by) };
}

/** Figures that multiply one another soon have more digits than there is paper. */
const longestFigure = 2n ** 1024n;

function bounded(form: EdgeForm): EdgeForm | undefined {
  const isLong = ({ n, d }: Rational) => d > longestFigure || n > longestFigure || n < -longestFigure;
  return isLong(form.factor) || isLong(form.offset) ? undefined : form;
}

/**
 * Negative, zero or positive as `left` lies below, at or above `right`, whatever the facts; `undefined` where the facts decide. What is so many
 * times something that is never negative lies above what is fewer times it, though the two meet at nothing.
 */
export function compareEdges(left: EdgeForm, right: EdgeForm): number | undefined {
  if (left.base === '' && right.base === '') return compare(left.offset, right.offset);
  const difference = sum(left, scaled(right, negate(one)));
  if (difference === undefined) return undefined;
  const [byFactor, byOffset] = [sign(difference.factor), sign(difference.offset)];
  if (byFactor === 0) return byOffset;
  return difference.signed || byFactor * byOffset < 0 ? undefined : byFactor;
}

/** Nothing in it subtracts, and every fact it reads is refused below 0. Ratios are taken to be negative unless bounded. */
function mayBeNegative(names: Names, root: Expression): boolean {
  for (const part of everyExpression(root)) {
    if (part.kind === 'Binary' && part.operator === '-') return true;
    if (!harmless.has(part.kind)) return true;
    const isName = part.kind === 'ReferenceExpression' || part.kind === 'FieldExpression';
    if (isName && isSigned(symbolNamed(names, part))) return true;
  }
  return false;
}

const harmless: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  'NumberLiteral',
  'ReferenceExpression',
  'FieldExpression',
  'Binary',
  'RateOf',
  'Part',
  'Shift',
]);

function isSigned(symbol: PolicySymbol | undefined): boolean {
  if (symbol?.kind !== 'fact' && symbol?.kind !== 'itemField' && symbol?.kind !== 'parameter') return true;
  const { declaration } = symbol;
  if (declaration.kind === 'FieldDeclaration' && declaration.bounds?.low !== undefined) return false;
  const type = declaration.type.kind === 'CompoundType' ? declaration.type.of.kind : declaration.type.kind;
  return declaration.mayBeNegative || !measured.has(type);
}

/** Types whose figures are refused below 0 unless the declaration says otherwise. */
const measured: ReadonlySet<string> = new Set(['MoneyType', 'CountType', 'QuantityType', 'DurationType']);
