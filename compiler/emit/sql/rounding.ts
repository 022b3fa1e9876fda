import type { RoundingIr } from '../../../runtime/ir.ts';
import { decimalsOf } from '../typescript/literal.ts';
import { figure } from './emit-operand.ts';
import { differenceType, mostAt, sumType } from './number-type.ts';
import { resultType, roomFor } from './numbers.ts';
import { asName, type Rows } from './rows.ts';
import { caseOf, type Sql, sql } from './sql-text.ts';
import { ends, type SqlNumber } from './sql-value.ts';

/** To a multiple of the step, of amounts that are not below 0: exact, for what remains after whole steps is itself exact. */
export function rounded(rows: Rows, given: SqlNumber, { mode, step }: RoundingIr): SqlNumber {
  if (decimalsOf(step) >= given.type.scale && isUnit(step)) return given;
  const stepNumber = figure(step);
  const both = sumType([given.type, stepNumber.type]);
  const [number = given] = roomFor([given, stepNumber], { ...both, most: both.most * 2n });
  const exact = ends(number, (end) => asName(rows, end, 'exact'));
  const type = resultType([number, stepNumber], mode === 'down' ? differenceType(number.type, stepNumber.type) : both);
  return {
    ...number,
    ...ends({ ...number, ...exact }, (end) => roundedEnd(rows, end, mode, step)),
    type: { ...type, isNonNegative: true, most: mode === 'down' ? mostAt(given.type, type.scale) : both.most },
  };
}

/** 1, 0.1, 0.01 …: a figure with no more decimals is a multiple of it. */
function isUnit(step: string): boolean {
  return /^(?:1|0\.0*1)$/u.test(step);
}

function roundedEnd(rows: Rows, value: Sql, mode: RoundingIr['mode'], step: string): Sql {
  const down = sql`${value} - ${value} % ${step}`;
  if (mode === 'down') return down;
  const rest = asName(rows, sql`${value} % ${step}`, 'rest');
  const whole = asName(rows, down, 'down');
  const up = sql`${whole} + ${step}`;
  const test = riseTest(mode, rest, whole, step);
  return caseOf([
    { when: test, give: up },
    { when: sql`${rest} IS NOT NULL`, give: whole },
  ]);
}

function riseTest(mode: Exclude<RoundingIr['mode'], 'down'>, rest: Sql, whole: Sql, step: string): Sql {
  switch (mode) {
    case 'halfUp':
      return sql`${rest} * 2 >= ${step}`;
    case 'halfEven':
      return sql`${rest} * 2 > ${step} OR ${rest} * 2 = ${step} AND ${whole} % (${step} * 2) <> 0`;
    case 'up':
    case 'awayFromZero':
      return sql`${rest} > 0`;
  }
}
