import type { Expression } from '../../grammar/ast.ts';
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  multiply,
  negate,
  type Rational,
  sign,
  subtract,
  whole,
  zero,
} from '../../runtime/rational.ts';
import { symbolNamed } from '../resolve/names.ts';
import { expressionKey } from './expression-key.ts';
import { constantOf, type World } from './world.ts';

/** A figure that an expression may hang on, by its key, and the value it is given. */
export interface Given {
  readonly key: string;
  readonly value: Rational;
}

/** What an expression comes to where the one figure it hangs on is given; `undefined` if it hangs on others. A ceiling counts as what it allows. */
export function valueAt(world: World, expression: Expression, given: Given, depth = 0): Rational | undefined {
  if (depth > deepest) return undefined;
  if (expressionKey(world.names, expression) === given.key) return given.value;
  const of = (inner: Expression) => valueAt(world, inner, given, depth + 1);
  switch (expression.kind) {
    case 'FieldExpression':
    case 'ReferenceExpression': {
      const symbol = symbolNamed(world.names, expression);
      return symbol?.kind === 'definition' ? of(symbol.declaration.value) : undefined;
    }
    case 'RateOf':
      return both(of(expression.rate), of(expression.base), multiply);
    case 'UpTo':
      return expression.base === undefined
        ? of(expression.limit)
        : both(of(expression.limit), of(expression.base), multiply);
    case 'Binary':
      return binary(expression.operator, of(expression.left), of(expression.right));
    case 'Negation': {
      const operand = of(expression.operand);
      return operand === undefined ? undefined : negate(operand);
    }
    case 'CappedRow':
      return both(of(expression.value), of(expression.cap), lower);
    case 'Extreme':
      return expression.operands.map(of).reduce((a, b) => both(a, b, expression.side === 'lowest' ? lower : higher));
    case 'Part':
      return both(of(expression.of), of(expression.edge), expression.side === 'upTo' ? lower : excess);
    case 'Steps':
      return steps(expression.mode, of(expression.of), of(expression.step), of(expression.amount));
    default:
      return constantOf(world, expression);
  }
}

const deepest = 100;

function both(
  a: Rational | undefined,
  b: Rational | undefined,
  combine: (a: Rational, b: Rational) => Rational | undefined,
): Rational | undefined {
  return a === undefined || b === undefined ? undefined : combine(a, b);
}

function binary(
  operator: '+' | '-' | '*' | '/',
  a: Rational | undefined,
  b: Rational | undefined,
): Rational | undefined {
  if (operator === '/' && b !== undefined && sign(b) === 0) return undefined;
  return both(a, b, { '+': add, '-': subtract, '*': multiply, '/': divide }[operator]);
}

function lower(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

function higher(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

function excess(a: Rational, b: Rational): Rational {
  return higher(zero, subtract(a, b));
}

function steps(
  mode: 'everyFull' | 'everyPart' | 'everyStarted',
  of: Rational | undefined,
  step: Rational | undefined,
  amount: Rational | undefined,
): Rational | undefined {
  if (of === undefined || step === undefined || amount === undefined || sign(step) <= 0) return undefined;
  const count = divide(higher(zero, of), step);
  if (mode === 'everyPart') return multiply(count, amount);
  return multiply(whole(mode === 'everyFull' ? floor(count) : ceiling(count)), amount);
}
