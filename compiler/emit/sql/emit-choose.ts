import type { ChooseExpr, ChooseRowIr } from '../../../runtime/ir.ts';
import { comparison } from './compare.ts';
import { sum } from './emit-arithmetic.ts';
import { emitExpression, emitNumber, emitTruth } from './expressions.ts';
import { eitherType } from './number-type.ts';
import { aligned, anyUndefined, greater, namedEnds, zeroNumber } from './numbers.ts';
import { optionsTest } from './options-test.ts';
import { refuse } from './query-writer.ts';
import { nameColumn, type Rows } from './rows.ts';
import { type Case, caseOf, joinedBy, literal, type Sql, sql } from './sql-text.ts';
import { ends, isFromZero, isOpen, type SqlNumber, type SqlValue } from './sql-value.ts';

interface Row {
  /** A column: whether the row is passed. */
  readonly test: Sql;
  readonly value: SqlNumber;
}

/** R17. Whether each row is passed has a column; the modes differ in what they make of the rows passed. */
export function choose(rows: Rows, node: ChooseExpr): SqlNumber {
  const key = node.key === undefined ? undefined : emitExpression(rows, node.key);
  const written = node.rows.map((row, index): Row => {
    const test = nameColumn(rows, `${rows.line}_row_${index + 1}`, rowTest(rows, row, key));
    return { test, value: emitNumber(rows, row.value) };
  });
  const otherwise = node.otherwise === undefined ? undefined : emitNumber(rows, node.otherwise);
  switch (node.mode) {
    case 'hardest':
      return firstOf(rows, [...written].reverse(), otherwise);
    case 'first':
      return firstOf(rows, written, otherwise);
    case 'highest':
      return highestOf(rows, written, otherwise, node.id);
    case 'eachRow':
      return sumOf(rows, written, otherwise, node.id);
  }
}

function rowTest(rows: Rows, row: ChooseRowIr, key: SqlValue | undefined): Sql {
  if (row.test.kind === 'condition') return emitTruth(rows, row.test.condition).sql;
  if (key === undefined) throw new Error(`row ${row.id} asks for a key`);
  if (row.test.kind === 'options') return optionsTest(key, row.test.options).sql;
  const tests = row.test.bounds.map(({ operator, edge }) => {
    if (typeof operator !== 'string') throw new Error('readings are settled before');
    return comparison(rows, operator, key, emitExpression(rows, edge), row.id).sql;
  });
  return joinedBy('AND', tests);
}

/** The first row passed applies; while it is unknown whether one is passed, so is what follows. */
function firstOf(rows: Rows, written: readonly Row[], otherwise: SqlNumber | undefined): SqlNumber {
  const all = [...written.map(({ value }) => value), otherwise ?? zeroNumber];
  const values = aligned(rows, all);
  const last = values[values.length - 1] ?? zeroNumber;
  const pick = (piece: (value: SqlNumber) => Sql): Sql =>
    caseOf(
      written.flatMap(({ test, value }, index): Case[] => [
        { when: test, give: piece(values[index] ?? value) },
        { when: sql`${test} IS NULL`, give: 'NULL' },
      ]),
      piece(last),
    );
  const hi = pick((value) => value.hi);
  const undef = values.some((value) => value.undef !== undefined)
    ? { undef: pick((value) => value.undef ?? literal('FALSE')) }
    : {};
  return {
    kind: 'number',
    lo: lowOf(values, hi, () => pick((value) => value.lo)),
    hi,
    type: eitherType(values.map((value) => value.type)),
    ...(last.isDate ? { isDate: true as const } : {}),
    ...undef,
    ...noRow(rows, written, values, otherwise),
  };
}

/** The lower end; 0 where every value begins at 0 or is it. */
function lowOf(values: readonly SqlNumber[], hi: Sql, written: () => Sql): Sql {
  if (!values.some(isOpen)) return hi;
  const isZero = values.every((value) => isFromZero(value) || value.lo.text === '0');
  return isZero ? literal('0') : written();
}

/** Whether surely no row applies; rows whose own value is none count as that. */
function noRow(
  rows: Rows,
  written: readonly Row[],
  values: readonly SqlNumber[],
  otherwise: SqlNumber | undefined,
): { readonly none?: Sql } {
  const inner = values.some((value) => value.none !== undefined);
  if (!inner && otherwise !== undefined) return {};
  const cases = written.flatMap(({ test }, index): Case[] => [
    { when: test, give: values[index]?.none ?? 'FALSE' },
    { when: sql`${test} IS NULL`, give: 'NULL' },
  ]);
  const last = otherwise === undefined ? 'TRUE' : (otherwise.none ?? 'FALSE');
  return { none: nameColumn(rows, `${rows.line}_no_row`, caseOf(cases, last)) };
}

function highestOf(rows: Rows, written: readonly Row[], otherwise: SqlNumber | undefined, node: number): SqlNumber {
  refuseOdd(rows, written, node);
  const parts = written.map((row) => namedEnds(rows, ifPassed(row), 'row_value'));
  const [first, ...rest] = parts;
  if (first === undefined) throw new Error('a choice without rows');
  const top = rest.reduce((so, part) => namedEnds(rows, greater(rows, so, part), 'highest'), first);
  return orOtherwise(rows, written, top, otherwise);
}

function sumOf(rows: Rows, written: readonly Row[], otherwise: SqlNumber | undefined, node: number): SqlNumber {
  refuseOdd(rows, written, node);
  const total = sum(rows, written.map(ifPassed));
  return orOtherwise(rows, written, total, otherwise);
}

/** Rows not passed count as 0, which is the least only where no value is below it. */
function refuseOdd(rows: Rows, written: readonly Row[], node: number): void {
  if (written.some(({ value }) => !value.type.isNonNegative || value.undef !== undefined || value.none !== undefined))
    refuse(rows.writer, node, {
      zh: '就高或各行累加中可能为负或不存在的数',
      en: 'a choice of several rows with values that may be negative or not exist',
    });
}

function ifPassed({ test, value }: Row): SqlNumber {
  const pick = (end: Sql): Sql =>
    caseOf([
      { when: test, give: end },
      { when: sql`NOT ${test}`, give: '0' },
    ]);
  return { ...value, ...ends(value, pick) };
}

/** No row passed: what stands in its place, or none. */
function orOtherwise(
  rows: Rows,
  written: readonly Row[],
  value: SqlNumber,
  otherwise: SqlNumber | undefined,
): SqlNumber {
  const passed = joinedBy(
    'OR',
    written.map(({ test }) => test),
  );
  if (otherwise === undefined) return { ...value, none: nameColumn(rows, `${rows.line}_no_row`, sql`NOT ${passed}`) };
  const [one = value, other = otherwise] = aligned(rows, [value, otherwise]);
  const pick = (some: Sql, base: Sql): Sql =>
    caseOf([
      { when: passed, give: some },
      { when: sql`NOT ${passed}`, give: base },
    ]);
  const hi = pick(one.hi, other.hi);
  const lo = lowOf([one, other], hi, () => pick(one.lo, other.lo));
  return { kind: 'number', lo, hi, type: eitherType([one.type, other.type]), ...anyUndefined([one, other]) };
}
