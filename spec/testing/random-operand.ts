/** Random operands of columnar code, each beside what it means in exact rationals. */
import type { CodeBlock } from '../../compiler/emit/columnar/code-block.ts';
import type { Condition } from '../../compiler/emit/columnar/condition.ts';
import { columnOperand, constantOperand, namedOperand, type Operand } from '../../compiler/emit/columnar/operand.ts';
import {
  addOperands,
  divideOperands,
  growthOperand,
  multiplyOperands,
  subtractOperands,
} from '../../compiler/emit/columnar/operand-arithmetic.ts';
import {
  atLeastZeroOperand,
  maximumOperand,
  minimumOperand,
  selectOperand,
} from '../../compiler/emit/columnar/operand-choice.ts';
import { compareOperands } from '../../compiler/emit/columnar/operand-compare.ts';
import { roundOperand, stepCountOperand } from '../../compiler/emit/columnar/operand-rounding.ts';
import { roundToStep } from '../../runtime/decimal.ts';
import type { BoundOperator, RoundingIr } from '../../runtime/ir.ts';
import * as rational from '../../runtime/rational.ts';
import type { Random } from './random.ts';

export interface RandomColumn {
  readonly scale: number;
  readonly low: bigint;
  readonly high: bigint;
  readonly mayBeNone: boolean;
}
/** Cells of one row; undefined: none. */
export type Row = readonly (bigint | undefined)[];
type Value = rational.Rational | undefined;

/** An operand, and its value for a row: undefined where there is none. */
export interface Meaning {
  readonly emit: (block: CodeBlock) => Operand;
  readonly value: (row: Row) => Value;
}
export interface TruthMeaning {
  readonly emit: (block: CodeBlock) => Condition;
  readonly value: (row: Row) => boolean;
}

const safe = 2n ** 53n - 1n;
const sizes = [1n, 10n, 1000n, 10n ** 9n, 10n ** 13n, safe / 100n, safe];

export function randomColumns(random: Random): readonly RandomColumn[] {
  return Array.from({ length: 3 }, () => {
    const high = random.pick(sizes);
    const low = random.pick([0n, 0n, 1n, -high, -1n]);
    return { scale: random.pick([0, 2, 2, 6]), low, high, mayBeNone: random.chance(0.3) };
  });
}

/** Edges, what is next to them, small numbers, and anything between. */
export function randomCell({ low, high, mayBeNone }: RandomColumn, random: Random): bigint | undefined {
  if (mayBeNone && random.chance(0.15)) return undefined;
  const anywhere = low + ((high - low) * BigInt(random.below(1_000_001))) / 1_000_000n;
  const near = random.pick([low, high, low + 1n, high - 1n, 0n, 1n, anywhere, anywhere, high / 2n]);
  return near < low ? low : near > high ? high : near;
}

const modes: readonly RoundingIr['mode'][] = ['halfUp', 'halfEven', 'up', 'down', 'awayFromZero'];
export const operators: readonly BoundOperator[] = ['atLeast', 'over', 'atMost', 'under', 'equal', 'notEqual'];

export function randomMeaning(random: Random, columns: readonly RandomColumn[], depth: number): Meaning {
  if (depth === 0 || random.chance(0.1)) return random.chance(0.7) ? column(random, columns) : constant(random);
  const part = () => randomMeaning(random, columns, depth - 1);
  const make = random.pick([
    sum,
    sum,
    difference,
    product,
    quotient,
    growth,
    least,
    most,
    choice,
    steps,
    rounding,
    floor,
  ]);
  return make(part(), part(), random, columns);
}

export function randomTruth(random: Random, columns: readonly RandomColumn[], depth: number): TruthMeaning {
  const [left, right] = [randomMeaning(random, columns, depth), randomMeaning(random, columns, depth)];
  const operator = random.pick(operators);
  return {
    emit: (block) => compareOperands(block, operator, left.emit(block), right.emit(block)),
    value: (row) => {
      const [a, b] = [left.value(row), right.value(row)];
      return a !== undefined && b !== undefined && holds(operator, rational.compare(a, b));
    },
  };
}

function holds(operator: BoundOperator, order: number): boolean {
  switch (operator) {
    case 'over':
      return order > 0;
    case 'under':
      return order < 0;
    case 'atLeast':
      return order >= 0;
    case 'atMost':
      return order <= 0;
    case 'equal':
      return order === 0;
    case 'notEqual':
      return order !== 0;
  }
}

function column(random: Random, columns: readonly RandomColumn[]): Meaning {
  const index = random.below(columns.length);
  const { scale, low, high, mayBeNone } = columns[index]!;
  return {
    emit: () => columnOperand(`c${index}`, scale, low, high, mayBeNone),
    value: (row) => {
      const cell = row[index];
      return cell === undefined ? undefined : rational.fraction(cell, 10n ** BigInt(scale));
    },
  };
}

function constant(random: Random): Meaning {
  const value = rational.fraction(
    BigInt(random.pick([0, 1, 1, 3, 5, 125, 200_000_000, -7])),
    BigInt(random.pick([1, 1, 8, 100, 1000, 3])),
  );
  return { emit: () => constantOperand(value), value: () => value };
}

type Make = (left: Meaning, right: Meaning, random: Random, columns: readonly RandomColumn[]) => Meaning;

function pair(
  left: Meaning,
  right: Meaning,
  emit: (block: CodeBlock, a: Operand, b: Operand) => Operand,
  value: (a: rational.Rational, b: rational.Rational) => Value,
): Meaning {
  return {
    emit: (block) => emit(block, left.emit(block), right.emit(block)),
    value: (row) => {
      const [a, b] = [left.value(row), right.value(row)];
      return a === undefined || b === undefined ? undefined : value(a, b);
    },
  };
}

const sum: Make = (left, right) => pair(left, right, addOperands, rational.add);
const difference: Make = (left, right) => pair(left, right, subtractOperands, rational.subtract);
const product: Make = (left, right) => pair(left, right, multiplyOperands, rational.multiply);
const quotient: Make = (left, right) =>
  pair(left, right, divideOperands, (a, b) => (b.n === 0n ? undefined : rational.divide(a, b)));
const growth: Make = (left, right) =>
  pair(
    left,
    right,
    (block, a, b) => growthOperand(block, a, b, false),
    (a, b) => (b.n <= 0n ? undefined : rational.divide(rational.subtract(a, b), b)),
  );
const least: Make = (left, right) => pair(left, right, minimumOperand, (a, b) => (rational.compare(a, b) <= 0 ? a : b));
const most: Make = (left, right) => pair(left, right, maximumOperand, (a, b) => (rational.compare(a, b) >= 0 ? a : b));

const choice: Make = (left, right, random, columns) => {
  const truth = randomTruth(random, columns, 1);
  return {
    emit: (block) => selectOperand(block, truth.emit(block), left.emit(block), right.emit(block)),
    value: (row) => (truth.value(row) ? left.value(row) : right.value(row)),
  };
};

const steps: Make = (left, _right, random) => {
  const step = rational.fraction(BigInt(random.pick([1, 2, 7, 200])), BigInt(random.pick([1, 10, 100])));
  const mode = random.pick(['everyFull', 'everyPart', 'everyStarted'] as const);
  return {
    emit: (block) => stepCountOperand(block, atLeastZeroOperand(block, left.emit(block)), constantOperand(step), mode),
    value: (row) => {
      const of = left.value(row);
      if (of === undefined) return undefined;
      const parts = rational.divide(of.n < 0n ? rational.zero : of, step);
      if (mode === 'everyPart') return parts;
      return rational.whole(mode === 'everyFull' ? rational.floor(parts) : rational.ceiling(parts));
    },
  };
};

const rounding: Make = (left, _right, random) => {
  const step = rational.fraction(BigInt(random.pick([1, 1, 5, 100])), BigInt(random.pick([1, 100])));
  const mode = random.pick(modes);
  return {
    emit: (block) => roundOperand(block, left.emit(block), mode, step),
    value: (row) => {
      const of = left.value(row);
      return of === undefined ? undefined : roundToStep(of, mode, step);
    },
  };
};

const floor: Make = (left) => ({
  emit: (block) => atLeastZeroOperand(block, namedOperand(block, left.emit(block))),
  value: (row) => {
    const of = left.value(row);
    return of === undefined || of.n >= 0n ? of : rational.zero;
  },
});
