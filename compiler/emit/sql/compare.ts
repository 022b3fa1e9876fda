import type { BoundOperator } from '../../../runtime/ir.ts';
import { difference, product } from './emit-arithmetic.ts';
import { aligned, anyUndefined } from './numbers.ts';
import { refuse } from './query-writer.ts';
import { asName, type Rows } from './rows.ts';
import { type Case, caseOf, literal, type Sql, sql } from './sql-text.ts';
import { isOpen, type SqlGrowth, type SqlNumber, type SqlQuotient, type SqlTruth, type SqlValue } from './sql-value.ts';

const signs: Readonly<Record<BoundOperator, string>> = {
  atLeast: '>=',
  over: '>',
  atMost: '<=',
  under: '<',
  equal: '=',
  notEqual: '<>',
};
const mirrored: Readonly<Record<BoundOperator, BoundOperator>> = {
  atLeast: 'atMost',
  over: 'under',
  atMost: 'atLeast',
  under: 'over',
  equal: 'equal',
  notEqual: 'notEqual',
};

/** Unknown compares as NULL; what does not exist is in no relation to anything (R8). */
export function comparison(
  rows: Rows,
  operator: BoundOperator,
  left: SqlValue,
  right: SqlValue,
  node: number,
): SqlTruth {
  if (left.kind === 'growth' && right.kind === 'number') return growthTest(rows, operator, left, right, node);
  if (left.kind === 'number' && right.kind === 'growth') return growthTest(rows, mirrored[operator], right, left, node);
  if (left.kind === 'quotient' && right.kind === 'number') return quotientTest(rows, operator, left, right, node);
  if (left.kind === 'number' && right.kind === 'quotient')
    return quotientTest(rows, mirrored[operator], right, left, node);
  if (left.kind === 'number' && right.kind === 'number')
    return existing([left, right], numberTest(rows, operator, left, right));
  if (left.kind === 'text' && right.kind === 'text')
    return existing([left, right], sql`${left.sql} ${signs[operator]} ${right.sql}`);
  refuse(rows.writer, node, { zh: '两个增速或商之间的比较', en: 'a comparison of two rates or quotients' });
  return { kind: 'truth', sql: literal('NULL') };
}

/** False where an operand does not exist. */
function existing(operands: readonly { readonly undef?: Sql }[], test: Sql): SqlTruth {
  const { undef } = anyUndefined(operands);
  if (undef === undefined) return { kind: 'truth', sql: test };
  return { kind: 'truth', sql: caseOf([{ when: undef, give: 'FALSE' }], test), undef };
}

/** By intervals where an end is open: true or false only where no decision can change it. */
function numberTest(rows: Rows, operator: BoundOperator, one: SqlNumber, other: SqlNumber): Sql {
  const [left = one, right = other] = aligned(rows, [one, other]);
  if (!isOpen(left) && !isOpen(right)) return sql`${left.hi} ${signs[operator]} ${right.hi}`;
  switch (operator) {
    case 'over':
    case 'atLeast':
      return surely(sql`${left.lo} ${signs[operator]} ${right.hi}`, sql`${left.hi} ${contrary(operator)} ${right.lo}`);
    case 'under':
    case 'atMost':
      return surely(sql`${left.hi} ${signs[operator]} ${right.lo}`, sql`${left.lo} ${contrary(operator)} ${right.hi}`);
    case 'equal':
      return surely(same(left, right), apart(left, right));
    case 'notEqual':
      return surely(apart(left, right), same(left, right));
  }
}

function surely(isTrue: Sql, isFalse: Sql): Sql {
  return caseOf([
    { when: isTrue, give: 'TRUE' },
    { when: isFalse, give: 'FALSE' },
  ]);
}

function contrary(operator: 'over' | 'atLeast' | 'under' | 'atMost'): string {
  return { over: '<=', atLeast: '<', under: '>=', atMost: '>' }[operator];
}

function same(left: SqlNumber, right: SqlNumber): Sql {
  return sql`${left.lo} = ${left.hi} AND ${right.lo} = ${right.hi} AND ${left.lo} = ${right.lo}`;
}

function apart(left: SqlNumber, right: SqlNumber): Sql {
  return sql`${left.hi} < ${right.lo} OR ${left.lo} > ${right.hi}`;
}

/** (now − before) ÷ before against a figure, multiplied across: only over a base above 0 is there a rate. */
function growthTest(
  rows: Rows,
  operator: BoundOperator,
  { now, before, zeroBase }: SqlGrowth,
  bound: SqlNumber,
  node: number,
): SqlTruth {
  if ([now, before, bound].some(isOpen))
    refuse(rows.writer, node, { zh: '未定数额的增速', en: 'growth of an amount that is not decided' });
  const base = asName(rows, before.hi, 'before');
  const later = asName(rows, now.hi, 'now');
  const increase = difference(rows, { ...now, lo: later, hi: later }, { ...before, lo: base, hi: base });
  const share = product(rows, bound, { ...before, lo: base, hi: base }, node);
  const [left = increase, right = share] = aligned(rows, [increase, share]);
  const { undef } = anyUndefined([now, before, bound]);
  const cases: Case[] = undef === undefined ? [] : [{ when: undef, give: 'FALSE' }];
  cases.push({ when: sql`${base} > 0`, give: sql`${left.hi} ${signs[operator]} ${right.hi}` });
  if (zeroBase === 'unlimited') {
    cases.push({ when: sql`${base} = 0 AND ${later} > 0`, give: isAboveAll(operator) ? 'TRUE' : 'FALSE' });
    cases.push({ when: sql`${base} = 0 AND ${later} IS NULL`, give: 'NULL' });
  }
  cases.push({ when: sql`${base} <= 0`, give: 'FALSE' });
  const missing =
    zeroBase === 'unlimited' ? sql`${base} < 0 OR ${sql`${base} = 0 AND ${later} <= 0`}` : sql`${base} <= 0`;
  return { kind: 'truth', sql: caseOf(cases), undef: undef === undefined ? missing : sql`${undef} OR ${missing}` };
}

/** left ÷ right against a figure, multiplied across; below zero the sides change. */
function quotientTest(
  rows: Rows,
  operator: BoundOperator,
  { left, right }: SqlQuotient,
  bound: SqlNumber,
  node: number,
): SqlTruth {
  if ([left, right, bound].some(isOpen))
    refuse(rows.writer, node, { zh: '未定数额的商', en: 'a quotient of an amount that is not decided' });
  const base = asName(rows, right.hi, 'divisor');
  const share = product(rows, bound, { ...right, lo: base, hi: base }, node);
  const [one = left, other = share] = aligned(rows, [left, share]);
  const { undef } = anyUndefined([left, right, bound]);
  const cases: Case[] = undef === undefined ? [] : [{ when: undef, give: 'FALSE' }];
  cases.push({ when: sql`${base} > 0`, give: sql`${one.hi} ${signs[operator]} ${other.hi}` });
  if (!right.type.isNonNegative)
    cases.push({ when: sql`${base} < 0`, give: sql`${one.hi} ${signs[mirrored[operator]]} ${other.hi}` });
  cases.push({ when: sql`${base} = 0`, give: 'FALSE' });
  const missing = sql`${base} = 0`;
  return { kind: 'truth', sql: caseOf(cases), undef: undef === undefined ? missing : sql`${undef} OR ${missing}` };
}

/** What a rate without end is: over any figure, and none that it equals. */
function isAboveAll(operator: BoundOperator): boolean {
  return operator === 'over' || operator === 'atLeast' || operator === 'notEqual';
}
