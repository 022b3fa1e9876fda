/** Whole steps and rounding (R9) of operands. */
import type { RoundingIr, StepsExpr } from '../../../runtime/ir.ts';
import type { Rational } from '../../../runtime/rational.ts';
import { type CodeBlock, named } from './code-block.ts';
import { constantOperand, mustBeFinite, type Operand, wholeOperand } from './operand.ts';
import { divideOperands, multiplyOperands } from './operand-arithmetic.ts';
import {
  addWholes,
  ceilingWhole,
  floorWhole,
  multiplyWholes,
  namedWhole,
  selectWhole,
  subtractWholes,
  type Whole,
  wholeConstant,
} from './whole.ts';

/** How many steps: full ones, begun ones, or parts. */
export function stepCountOperand(block: CodeBlock, of: Operand, step: Operand, mode: StepsExpr['mode']): Operand {
  const parts = divideOperands(block, of, step);
  if (mode === 'everyPart') return parts;
  mustBeFinite(parts);
  const { n, q } = fractionOf(block, parts);
  return wholeOperand((mode === 'everyFull' ? floorWhole : ceilingWhole)(block, n, q));
}

/** To a multiple of the step. */
export function roundOperand(block: CodeBlock, operand: Operand, mode: RoundingIr['mode'], step: Rational): Operand {
  mustBeFinite(operand);
  const parts = divideOperands(block, operand, constantOperand(step));
  const { n, q } = fractionOf(block, parts);
  return multiplyOperands(block, wholeOperand(roundWhole(block, n, q, mode)), constantOperand(step));
}

function fractionOf(
  block: CodeBlock,
  { numerator, denominator, divisor }: Operand,
): { readonly n: Whole; readonly q: Whole } {
  const q = wholeConstant(denominator);
  return { n: numerator, q: divisor === undefined ? q : multiplyWholes(block, divisor, q) };
}

/** n/q to a whole number. */
function roundWhole(block: CodeBlock, n: Whole, q: Whole, mode: RoundingIr['mode']): Whole {
  if (q.code === '1' || q.code === '1n') return n;
  switch (mode) {
    case 'down':
      return floorWhole(block, n, q);
    case 'up':
      return ceilingWhole(block, n, q);
    case 'awayFromZero':
      return bySign(
        block,
        n,
        (x) => ceilingWhole(block, x, q),
        (x) => floorWhole(block, x, q),
      );
    case 'halfUp':
      return bySign(
        block,
        n,
        (x) => floorWhole(block, addWholes(block, twice(block, x), q), twice(block, q)),
        (x) => ceilingWhole(block, subtractWholes(block, twice(block, x), q), twice(block, q)),
      );
    case 'halfEven':
      return halfEven(block, namedWhole(block, n), q);
  }
}

function bySign(block: CodeBlock, n: Whole, atLeastZero: (x: Whole) => Whole, below: (x: Whole) => Whole): Whole {
  if (n.low >= 0n) return atLeastZero(n);
  const x = namedWhole(block, n);
  return selectWhole(block, `(${x.code} < 0)`, below(x), atLeastZero(x));
}

function twice(block: CodeBlock, whole: Whole): Whole {
  return multiplyWholes(block, wholeConstant(2n), whole);
}

/** The nearer whole number, of a tie the even one. */
function halfEven(block: CodeBlock, n: Whole, q: Whole): Whole {
  const below = namedWhole(block, floorWhole(block, n, q));
  const rest = subtractWholes(block, n, multiplyWholes(block, below, q));
  const bounded = namedWhole(block, { ...rest, low: 0n, high: q.high });
  const double = namedWhole(block, twice(block, bounded));
  const [two, zero] = below.width === 'bigint' ? ['2n', '0n'] : ['2', '0'];
  const isUp = named(
    block,
    `(${double.code} > ${q.code} || (${double.code} == ${q.code} && ${below.code} % ${two} != ${zero}))`,
  );
  const above = addWholes(block, below, wholeConstant(1n));
  return selectWhole(block, isUp, above, below);
}
