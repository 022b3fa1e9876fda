import { literal, type Sql } from './sql-text.ts';

/**
 * What is known of a number when the query is written. `digits` and `scale`: the DECIMAL that the engine gives its SQL. `most`: what it
 * cannot pass on either side, in units of 10^-scale; often much less than the digits could hold.
 */
export interface NumberType {
  readonly digits: number;
  readonly scale: number;
  readonly most: bigint;
  readonly isNonNegative: boolean;
}

/**
 * A number as SQL: unknown is NULL. While only a decision of the authority, the budget or an award elsewhere is open, it lies between `lo` and `hi`
 * (R1); else both are the same piece. Where `lo` is the literal 0, `hi` alone tells whether the number is known. `undef`: whether it does not exist (R8); then lo and hi are NULL. `none`: no row applies; then they
 * are 0. Either flag may be NULL too; one that is absent is false.
 */
export interface SqlNumber {
  readonly kind: 'number';
  readonly lo: Sql;
  readonly hi: Sql;
  readonly type: NumberType;
  readonly undef?: Sql;
  readonly none?: Sql;
  /** A DATE; `type` then says nothing. */
  readonly isDate?: true;
}

/** A rate of growth. It is never divided out: whoever compares it multiplies across. */
export interface SqlGrowth {
  readonly kind: 'growth';
  readonly now: SqlNumber;
  readonly before: SqlNumber;
  readonly zeroBase: 'undefined' | 'unlimited';
}

/** A quotient, compared by multiplying across as well; over zero there is none (R8). */
export interface SqlQuotient {
  readonly kind: 'quotient';
  readonly left: SqlNumber;
  readonly right: SqlNumber;
}

/** `undef`: false because something does not exist; then it is false when denied, too. */
export interface SqlTruth {
  readonly kind: 'truth';
  readonly sql: Sql;
  readonly undef?: Sql;
}

/** A choice among options, or several of them. */
export interface SqlOptions {
  readonly kind: 'options';
  /** Whether one of these is among them. */
  readonly holds: (options: readonly string[]) => Sql;
  readonly undef?: Sql;
}

export interface SqlWords {
  readonly kind: 'text';
  readonly sql: Sql;
  readonly undef?: Sql;
}

export type SqlValue = SqlNumber | SqlGrowth | SqlQuotient | SqlTruth | SqlOptions | SqlWords;

export function isOpen(number: SqlNumber): boolean {
  return number.lo.text !== number.hi.text;
}

/** From nothing on. */
export function isFromZero(number: SqlNumber): boolean {
  return isOpen(number) && number.lo.text === '0';
}

/** The same to both ends; what leaves 0 as it is need not be written for a lower end of 0. */
export function ends(number: SqlNumber, change: (end: Sql) => Sql, keepsZero = true): Pick<SqlNumber, 'lo' | 'hi'> {
  const hi = change(number.hi);
  if (keepsZero && isFromZero(number)) return { lo: number.lo, hi };
  return { lo: isOpen(number) ? change(number.lo) : hi, hi };
}

/** A number kept in a column of a table: its upper end, and of the lower one whether it is the same, 0, or a column beside it. */
export interface Kept {
  readonly type: NumberType;
  readonly low: 'same' | 'zero' | 'own';
}

export function keptOf(number: SqlNumber): Kept {
  return { type: number.type, low: isFromZero(number) ? 'zero' : isOpen(number) ? 'own' : 'same' };
}

/** A kept number, read back. */
export function readBack({ type, low }: Kept, hi: Sql, own: () => Sql): SqlNumber {
  return { kind: 'number', hi, lo: low === 'same' ? hi : low === 'zero' ? literal('0') : own(), type };
}
