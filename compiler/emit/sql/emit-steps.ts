import type { StepsExpr } from '../../../runtime/ir.ts';
import { decimalsOf, scaledInteger } from '../typescript/literal.ts';
import { product } from './emit-arithmetic.ts';
import { figure } from './emit-operand.ts';
import { emitNumber } from './expressions.ts';
import { typeOfDigits } from './number-type.ts';
import { atLeastZero, exactly, unknownNumber } from './numbers.ts';
import { refuse } from './query-writer.ts';
import { asName, type Rows } from './rows.ts';
import { sql } from './sql-text.ts';
import { ends, type SqlNumber } from './sql-value.ts';

/** Steps are counted in whole numbers and then multiplied; a part of a step is a product with the step's reciprocal where that is a decimal. */
export function steps(rows: Rows, node: StepsExpr): SqlNumber {
  if (node.step.kind !== 'literal') throw new Error('a step is a figure');
  const of = atLeastZero(rows, emitNumber(rows, node.of));
  const amount = emitNumber(rows, node.amount);
  const count = node.mode === 'everyPart' ? share(rows, node, of) : counted(rows, node, of);
  return product(rows, count, amount, node.id);
}

function counted(rows: Rows, node: StepsExpr, of: SqlNumber): SqlNumber {
  const { dialect } = rows.writer;
  const step = stepOf(node);
  const scale = Math.max(of.type.scale, decimalsOf(step));
  const most = (of.type.most * 10n ** BigInt(scale - of.type.scale)) / scaledInteger(step, scale) + 1n;
  const digits = String(most).length;
  const undef = of.undef === undefined ? {} : { undef: of.undef };
  const whole = (end: SqlNumber['hi']) => dialect.wholeSteps(asName(rows, end, 'of'), step, scale, digits);
  const count = ends(of, (end) => {
    if (node.mode === 'everyFull') return asName(rows, whole(end), 'steps');
    // A step that is begun counts whole.
    const value = asName(rows, end, 'of');
    return asName(rows, sql`${whole(end)} + CASE WHEN ${value} % ${step} > 0 THEN 1 ELSE 0 END`, 'steps');
  });
  return {
    ...exactly(count.hi, typeOfDigits(digits + 1, 0, true)),
    ...count,
    type: { ...typeOfDigits(digits + 1, 0, true), most },
    ...undef,
  };
}

function share(rows: Rows, node: StepsExpr, of: SqlNumber): SqlNumber {
  const reciprocal = reciprocalOf(stepOf(node));
  if (reciprocal !== undefined) return product(rows, of, figure(reciprocal), node.id);
  refuse(rows.writer, node.id, { zh: '除不尽的按比例每步', en: 'shares of a step that have no exact decimal' });
  return unknownNumber;
}

function stepOf(node: StepsExpr): string {
  return node.step.kind === 'literal' ? node.step.value : '1';
}

/** 1 ÷ a figure, where that is a decimal: its only prime factors are 2 and 5. */
export function reciprocalOf(text: string): string | undefined {
  const decimals = decimalsOf(text);
  const whole = scaledInteger(text, decimals);
  for (let scale = 0; scale <= 30; scale += 1) {
    const shifted = 10n ** BigInt(scale + decimals);
    if (shifted % whole !== 0n) continue;
    const digits = String(shifted / whole).padStart(scale + 1, '0');
    return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  }
  return undefined;
}
