/** Ladders whose thresholds and amounts are written figures that rise: which rung is newly passed is told by two amounts, that of the highest rung passed now and that of the highest passed before. */
import type { LadderExpr } from '../../../runtime/ir.ts';
import { compare, type Rational } from '../../../runtime/rational.ts';
import { type CodeBlock, named } from './code-block.ts';
import { allOf, type Condition, negated } from './condition.ts';
import { constantOf, constantOperand, type Operand, zeroOperand } from './operand.ts';
import { subtractOperands } from './operand-arithmetic.ts';
import { selectOperand } from './operand-choice.ts';
import { compareOperands } from './operand-compare.ts';
import { type NumberRange, settled } from './range.ts';
import { type Whole, wholeConstant } from './whole.ts';

export interface Step {
  readonly threshold: Rational;
  /** What a rung passed comes to; of a sum over rungs, all up to this one. */
  readonly amount: Rational;
}

/** An earlier value, and whether its year is asked. */
export interface Earlier {
  readonly value: Operand;
  readonly isAsked: Condition;
}

/** Undefined where the ladder is of another kind. */
export function risingSteps(
  settlement: LadderExpr['settlement'],
  rungs: readonly { readonly threshold: Operand; readonly amount: Operand }[],
): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (const rung of rungs) {
    const [threshold, amount] = [constantOf(rung.threshold), constantOf(rung.amount)];
    if (threshold === undefined || amount === undefined || amount.n <= 0n) return undefined;
    const before = steps.at(-1);
    if (before !== undefined && compare(before.threshold, threshold) >= 0) return undefined;
    if (settlement === 'everyTier' && before !== undefined)
      steps.push({ threshold, amount: sumOf(before.amount, amount) });
    else if (before !== undefined && compare(before.amount, amount) >= 0) return undefined;
    else steps.push({ threshold, amount });
  }
  return steps;
}

function sumOf(left: Rational, right: Rational): Rational {
  return { n: left.n * right.d + right.n * left.d, d: left.d * right.d };
}

/** Greatest amounts passed now and before, and what newly passed rungs come to: none where nothing was. */
export function climbed(
  block: CodeBlock,
  operator: 'over' | 'atLeast',
  steps: readonly Step[],
  of: Operand,
  past: readonly Earlier[],
): { readonly now: Operand; readonly before: Operand; readonly isNew: Condition } {
  const amountOf = (value: Operand): Operand =>
    steps.reduce(
      (so, { threshold, amount }) =>
        selectOperand(
          block,
          compareOperands(block, operator, value, constantOperand(threshold)),
          constantOperand(amount),
          so,
        ),
      zeroOperand,
    );
  const now = namedWholeOf(block, amountOf(of));
  const before = past.length === 0 ? zeroOperand : namedWholeOf(block, amountOf(greatestOf(block, past)));
  return { now, before, isNew: named(block, compareOperands(block, 'over', now, before)) };
}

/** The greatest of the years asked; one below all others where none of them has a value. */
function greatestOf(block: CodeBlock, past: readonly Earlier[]): Operand {
  const denominator = past[0]!.value.denominator;
  const bottom = past.reduce((so, { value }) => (value.numerator.low < so ? value.numerator.low : so), 0n) - 1n;
  let so: Whole = wholeConstant(bottom);
  for (const { value, isAsked } of past) {
    const one: Whole = value.numerator;
    const isHigher = allOf([isAsked, `(${one.code} > ${so.code})`]);
    const high = one.high > so.high ? one.high : so.high;
    const code = named(block, `(${isHigher} ? ${one.code} : ${so.code})`);
    so = { code, width: 'number', low: bottom, high, mayBeNone: false };
  }
  return { numerator: so, denominator };
}

/** Earlier values that can be compared as they stand. */
export function arePlain(values: readonly Operand[]): boolean {
  return values.every(
    ({ numerator, denominator, divisor }) =>
      divisor === undefined &&
      numerator.width === 'number' &&
      denominator === values[0]!.denominator &&
      numerator.low > -(2n ** 52n),
  );
}

function namedWholeOf(block: CodeBlock, operand: Operand): Operand {
  return { ...operand, numerator: { ...operand.numerator, code: named(block, operand.numerator.code) } };
}

/** What the ladder comes to, before what was paid is deducted. */
export function climbedValue(
  block: CodeBlock,
  settlement: LadderExpr['settlement'],
  { now, before, isNew }: ReturnType<typeof climbed>,
): NumberRange {
  const value = settlement === 'everyTier' ? subtractOperands(block, now, before) : now;
  return { ...settled(selectOperand(block, isNew, value, zeroOperand)), noRow: negated(isNew) };
}
