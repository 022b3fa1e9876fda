import { TooManyDigits } from '../../../diagnostics/command-sql.ts';
import { decimalType, mostDigits } from './decimal-type.ts';
import { eitherType, highestType, lowestType, tightType } from './number-type.ts';
import { nameOf, placeOf, type QueryWriter } from './query-writer.ts';
import { asName, type Rows } from './rows.ts';
import { caseOf, closed, joinedBy, literal, type Sql, sql } from './sql-text.ts';
import { ends, isFromZero, isOpen, type NumberType, type SqlNumber } from './sql-value.ts';

const tiny: NumberType = { digits: 1, scale: 0, most: 0n, isNonNegative: true };

export const zeroNumber: SqlNumber = exactly(literal('0'), tiny);

/** In place of what has no SQL. */
export const unknownNumber: SqlNumber = exactly(literal('NULL'), tiny);

export function exactly(piece: Sql, type: NumberType): SqlNumber {
  return { kind: 'number', lo: piece, hi: piece, type };
}

/** Whether some of them surely does not exist; undefined where all always do. */
export function anyUndefined(values: readonly { readonly undef?: Sql }[]): { readonly undef?: Sql } {
  const all = values.flatMap(({ undef }) => (undef === undefined ? [] : [undef]));
  const flags = all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index);
  return flags.length === 0 ? {} : { undef: joinedBy('OR', flags) };
}

/**
 * A number that the engine can hold. Where its DECIMAL grows beyond 38 digits although the figure itself cannot, it is cast to what the
 * figure can come to.
 */
export function held(rows: Rows, number: SqlNumber): SqlNumber {
  if (number.isDate || number.type.digits + number.type.scale <= mostDigits) return number;
  return narrowed(rows, number);
}

/** Cast to the narrowest DECIMAL that holds it. */
export function narrowed(rows: Rows, number: SqlNumber): SqlNumber {
  const type = tightType(number.type);
  if (type.digits + type.scale > mostDigits) {
    tooWide(rows.writer, type.digits + type.scale);
    return { ...number, type: tiny };
  }
  const cast = (end: Sql): Sql => closed`CAST(${end} AS ${decimalType(type.digits, type.scale)})`;
  return { ...number, ...ends(number, cast), type };
}

function tooWide(writer: QueryWriter, digits: number): void {
  writer.report(TooManyDigits, placeOf(writer, writer.current?.node ?? 0), { clause: nameOf(writer), digits });
}

/** Decimals of up to so many digits are reckoned in 64 bits by DuckDB, and what comes of them too: a result beyond ends the query. */
const narrowDigits = 18;

/**
 * Operands of a sum, a product or a remainder whose result is of this type: where DuckDB would keep it in 64 bits although it can need
 * more, the first of them is widened.
 */
export function roomFor(operands: readonly SqlNumber[], result: NumberType): readonly SqlNumber[] {
  const isNarrow = operands.every(({ type }) => type.digits + type.scale <= narrowDigits);
  const [first, ...rest] = operands;
  if (first === undefined || !isNarrow || String(result.most).length <= narrowDigits) return operands;
  return [wide(first), ...rest];
}

function wide(number: SqlNumber): SqlNumber {
  const { scale } = number.type;
  const digits = narrowDigits + 1 - scale;
  const cast = (end: Sql): Sql => closed`CAST(${end} AS ${decimalType(digits, scale)})`;
  return { ...number, ...ends(number, cast), type: { ...number.type, digits } };
}

/** The type that an engine gives a result: no more than 64 bits hold, if its operands are so narrow. */
export function resultType(operands: readonly SqlNumber[], natural: NumberType): NumberType {
  const isNarrow = operands.every(({ type }) => type.digits + type.scale <= narrowDigits);
  if (!isNarrow || natural.scale >= narrowDigits) return natural;
  return { ...natural, digits: Math.min(natural.digits, narrowDigits - natural.scale) };
}

/**
 * Numbers that stand in one comparison or one CASE: engines bring them to a common DECIMAL, and where that would have more than 38
 * digits they drop decimals without a word. So they are narrowed before.
 */
export function aligned(rows: Rows, numbers: readonly SqlNumber[]): readonly SqlNumber[] {
  if (numbers.some(({ isDate }) => isDate)) return numbers;
  const width = (all: readonly SqlNumber[]): number => {
    const type = eitherType(all.map((one) => one.type));
    return type.digits + type.scale;
  };
  if (width(numbers) <= mostDigits) return numbers;
  const narrow = numbers.map((number) => narrowed(rows, number));
  if (width(narrow) > mostDigits) tooWide(rows.writer, width(narrow));
  return narrow;
}

/** The lesser of two. NULL where either is. */
export function lesser(rows: Rows, left: SqlNumber, right: SqlNumber): SqlNumber {
  return oneOfTwo(rows, left, right, '<=', '>', lowestType([left.type, right.type]));
}

export function greater(rows: Rows, left: SqlNumber, right: SqlNumber): SqlNumber {
  return oneOfTwo(rows, left, right, '>=', '<', highestType([left.type, right.type]));
}

function oneOfTwo(
  rows: Rows,
  left: SqlNumber,
  right: SqlNumber,
  keeps: '<=' | '>=',
  gives: '<' | '>',
  joint: NumberType,
): SqlNumber {
  const [one = left, other = right] = aligned(rows, [left, right]);
  const pick = (first: Sql, second: Sql): Sql => {
    const [a, b] = [asName(rows, first), asName(rows, second)];
    if (isLiteral(b)) return caseOf([{ when: sql`${a} ${gives} ${b}`, give: b }], a);
    return caseOf([
      { when: sql`${a} ${keeps} ${b}`, give: a },
      { when: sql`${a} ${gives} ${b}`, give: b },
    ]);
  };
  const hi = pick(one.hi, other.hi);
  const lo = isOpen(one) || isOpen(other) ? lowEnd(one, other, keeps, pick) : hi;
  const isDate = left.isDate ? { isDate: true as const } : {};
  return { kind: 'number', lo, hi, type: { ...joint, digits: eitherType([one.type, other.type]).digits }, ...isDate };
}

/** A lower end of 0 stays the lesser of what is not below 0, and never is the greater. */
function lowEnd(one: SqlNumber, other: SqlNumber, keeps: '<=' | '>=', pick: (a: Sql, b: Sql) => Sql): Sql {
  if (keeps === '<=' && isFromZero(one) && other.type.isNonNegative) return one.lo;
  if (keeps === '<=' && isFromZero(other) && one.type.isNonNegative) return other.lo;
  if (isFromZero(one) && isFromZero(other)) return one.lo;
  return pick(one.lo, other.lo);
}

/** Figures as written; NULL is none. */
export function isLiteral(piece: Sql): boolean {
  return /^\(?-?[0-9.]+\)?$/u.test(piece.text) || piece.text.startsWith('DATE ');
}

/** Not below 0. */
export function atLeastZero(rows: Rows, number: SqlNumber): SqlNumber {
  if (number.type.isNonNegative) return number;
  const lifted = (end: Sql): Sql => {
    const name = asName(rows, end);
    return caseOf([{ when: sql`${name} < 0`, give: '0' }], name);
  };
  return { ...number, ...ends(number, lifted), type: { ...number.type, isNonNegative: true } };
}

/** Both ends as names, so that they may be written several times. */
export function namedEnds(rows: Rows, number: SqlNumber, wanted: string): SqlNumber {
  const hi = asName(rows, number.hi, wanted);
  return { ...number, hi, lo: isOpen(number) ? asName(rows, number.lo, `${wanted}_least`) : hi };
}
