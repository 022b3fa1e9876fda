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
  subtract,
  zero,
} from '../runtime/rational.ts';
import { literalValue } from './lower/decimal-text.ts';
import type { Names } from './resolve/names.ts';
import type { PolicySymbol } from './resolve/symbol.ts';
import { expressionKey } from './rules/expression-key.ts';
import { everyExpression } from './walk.ts';

/** An edge as so many times something; of a figure written out, that something is nothing (`base` is empty). */
export interface EdgeForm {
  readonly base: string;
  readonly factor: Rational;
  /** Whether `base` may be below 0. */
  readonly signed: boolean;
}

/** `undefined` for what is neither a figure nor so many times one thing. Definitions are looked into. */
export function edgeForm(names: Names, expression: Expression, depth = 0): EdgeForm | undefined {
  if (depth > deepest) return undefined;
  const of = (inner: Expression) => edgeForm(names, inner, depth + 1);
  switch (expression.kind) {
    case 'NumberLiteral':
      return figure(ofDecimalText(literalValue(expression)));
    case 'Negation':
      return scaled(of(expression.operand), negate(one));
    case 'RateOf':
      return product(of(expression.rate), of(expression.base));
    case 'Binary':
      return binaryForm(expression.operator, of(expression.left), of(expression.right));
    case 'ReferenceExpression': {
      const symbol = names.used.get(expression.reference);
      const meant = symbol?.kind === 'definition' ? of(symbol.declaration.value) : undefined;
      return meant ?? unknownForm(names, expression);
    }
    default:
      return unknownForm(names, expression);
  }
}

/** A chain of definitions longer than this is left alone. */
const deepest = 50;

function figure(factor: Rational): EdgeForm {
  return { base: '', factor, signed: false };
}

function unknownForm(names: Names, expression: Expression): EdgeForm | undefined {
  const base = expressionKey(names, expression);
  return base === undefined ? undefined : { base, factor: one, signed: mayBeNegative(names, expression) };
}

function binaryForm(
  operator: '+' | '-' | '*' | '/',
  left: EdgeForm | undefined,
  right: EdgeForm | undefined,
): EdgeForm | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (operator === '*') return product(left, right);
  if (operator === '/')
    return right.base !== '' || sign(right.factor) === 0 ? undefined : scaled(left, divide(one, right.factor));
  if (left.base !== right.base) return undefined;
  return bounded({
    ...left,
    factor: operator === '+' ? add(left.factor, right.factor) : subtract(left.factor, right.factor),
  });
}

function product(left: EdgeForm | undefined, right: EdgeForm | undefined): EdgeForm | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (left.base === '') return scaled(right, left.factor);
  return right.base === '' ? scaled(left, right.factor) : undefined;
}

function scaled(form: EdgeForm | undefined, by: Rational): EdgeForm | undefined {
  return form === undefined ? undefined : bounded({ ...form, factor: multiply(form.factor, by) });
}

/** Figures that multiply one another soon have more digits than there is paper. */
const longestFigure = 2n ** 1024n;

function bounded(form: EdgeForm): EdgeForm | undefined {
  const { n, d } = form.factor;
  return d > longestFigure || n > longestFigure || n < -longestFigure ? undefined : form;
}

/** Negative, zero or positive as `left` lies below, at or above `right`, whatever the facts; `undefined` where the facts decide. */
export function compareEdges(left: EdgeForm, right: EdgeForm): number | undefined {
  const order = compare(left.factor, right.factor);
  if (left.base === right.base) return order === 0 || !left.signed ? order : undefined;
  if (left.base === '') return belowEvery(left, right);
  const other = right.base === '' ? belowEvery(right, left) : undefined;
  return other === undefined ? undefined : -other;
}

/** A figure of 0 or less is below every share of what is never negative. */
function belowEvery(low: EdgeForm, form: EdgeForm): number | undefined {
  return compare(low.factor, zero) <= 0 && sign(form.factor) > 0 && !form.signed ? -1 : undefined;
}

/** Nothing in it subtracts, and every fact it reads is refused below 0. Ratios are taken to be negative unless bounded. */
function mayBeNegative(names: Names, root: Expression): boolean {
  for (const part of everyExpression(root)) {
    if (part.kind === 'Binary' && part.operator === '-') return true;
    if (!harmless.has(part.kind)) return true;
    const reference =
      part.kind === 'ReferenceExpression' ? part.reference : part.kind === 'FieldExpression' ? part.field : undefined;
    if (reference !== undefined && isSigned(names.used.get(reference))) return true;
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
