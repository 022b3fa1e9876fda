import type {
  AddExpr,
  CeilingExpr,
  ExtremeExpr,
  MultiplyExpr,
  PartExpr,
  RowCapExpr,
  SubtractExpr,
} from '../../../runtime/ir.ts';
import { emitNumber } from './expressions.ts';
import { differenceType, mostAt, productType, sumType } from './number-type.ts';
import { aligned, anyUndefined, atLeastZero, greater, held, lesser, resultType, roomFor } from './numbers.ts';
import { refuse } from './query-writer.ts';
import { asName, type Rows } from './rows.ts';
import { caseOf, literal, type Sql, sql } from './sql-text.ts';
import { isFromZero, isOpen, type SqlNumber } from './sql-value.ts';

/** Sums, products and their kin, end by end (R1). What does not exist makes the whole not exist; NULL passes on by itself. */
export function add(rows: Rows, node: AddExpr): SqlNumber {
  return sum(
    rows,
    node.operands.map((operand) => emitNumber(rows, operand)),
  );
}

export function sum(rows: Rows, numbers: readonly SqlNumber[]): SqlNumber {
  const parts = roomFor(aligned(rows, numbers), sumType(numbers.map((part) => part.type)));
  const plus = (pieces: readonly Sql[]): Sql => pieces.reduce((left, right) => sql`${unbracketed(left)} + ${right}`);
  const hi = plus(parts.map((part) => part.hi));
  const lo = parts.some(isOpen) ? plus(parts.map((part) => part.lo)) : hi;
  const type = resultType(parts, sumType(parts.map((part) => part.type)));
  return held(rows, { kind: 'number', lo, hi, type, ...anyUndefined(parts) });
}

/** Sums read from left to right without brackets. */
function unbracketed(left: Sql): Sql {
  return left.form === 'compound' && /^[^()]* \+ [^()]*$/u.test(left.text) ? { ...left, form: 'primary' } : left;
}

export function subtract(rows: Rows, node: SubtractExpr): SqlNumber {
  return difference(rows, emitNumber(rows, node.left), emitNumber(rows, node.right));
}

export function difference(rows: Rows, one: SqlNumber, other: SqlNumber): SqlNumber {
  const operands = roomFor(aligned(rows, [one, other]), differenceType(one.type, other.type));
  const [left = one, right = other] = operands;
  // What is unknown leaves the upper end unknown too, though its own lower end may be told.
  const taken = isFromZero(right) ? caseOf([{ when: sql`${right.hi} IS NOT NULL`, give: right.lo }]) : right.lo;
  const hi = sql`${left.hi} - ${taken}`;
  const anyOpen = isOpen(left) || isOpen(right);
  const lo = anyOpen ? sql`${left.lo} - ${right.hi}` : hi;
  const type = resultType(operands, differenceType(left.type, right.type));
  return held(rows, { kind: 'number', lo, hi, type, ...anyUndefined(operands) });
}

export function multiply(rows: Rows, node: MultiplyExpr): SqlNumber {
  return product(rows, emitNumber(rows, node.left), emitNumber(rows, node.right), node.id);
}

/** Ends keep their order only where neither factor can be below 0. */
export function product(rows: Rows, one: SqlNumber, other: SqlNumber, node: number): SqlNumber {
  const factors = roomFor([one, other], productType(one.type, other.type));
  const [left = one, right = other] = factors;
  const anyOpen = isOpen(left) || isOpen(right);
  const type = resultType(factors, productType(left.type, right.type));
  if (anyOpen && !type.isNonNegative)
    refuse(rows.writer, node, { zh: '可能为负的数与上限的乘积', en: 'a ceiling times what may be negative' });
  const hi = sql`${left.hi} * ${right.hi}`;
  const zero = factors.find(isFromZero);
  const lo = zero !== undefined ? zero.lo : anyOpen ? sql`${left.lo} * ${right.lo}` : hi;
  const flags = { ...anyUndefined(factors), ...noneOf(factors) };
  return held(rows, { kind: 'number', lo, hi, type, ...flags });
}

/** Nothing times anything is no row. */
function noneOf(factors: readonly SqlNumber[]): { readonly none?: Sql } {
  const flags = factors.flatMap(({ none }) => (none === undefined ? [] : [none]));
  const [first, second] = flags;
  if (first === undefined) return {};
  return { none: second === undefined ? first : sql`${first} OR ${second}` };
}

/** R14: while it is not decided, anything from nothing to the ceiling; a ceiling below 0 leaves nothing. */
export function ceiling(rows: Rows, node: CeilingExpr): SqlNumber {
  const limit = emitNumber(rows, node.limit);
  const most = node.base === undefined ? limit : product(rows, limit, emitNumber(rows, node.base), node.id);
  if (most.type.isNonNegative) return { ...most, lo: literal('0') };
  const top = asName(rows, most.hi, 'ceiling');
  const bottom = isOpen(most) ? asName(rows, most.lo, 'ceiling_least') : top;
  const hi = caseOf([{ when: sql`${top} < 0`, give: '0' }], top);
  return { ...most, hi, lo: caseOf([{ when: sql`${bottom} > 0`, give: '0' }], bottom) };
}

export function part(rows: Rows, node: PartExpr): SqlNumber {
  const of = emitNumber(rows, node.of);
  const edge = emitNumber(rows, node.edge);
  const undef = anyUndefined([of, edge]);
  if (node.side === 'upTo') return { ...lesser(rows, of, edge), ...undef };
  const over = atLeastZero(rows, difference(rows, of, edge));
  // What is over an edge that is not below 0 is at most the whole. It may have fewer decimals than the whole, where digits run short.
  const isWithin = of.type.isNonNegative && edge.type.isNonNegative;
  return { ...over, type: { ...over.type, most: isWithin ? mostAt(of.type, over.type.scale) : over.type.most } };
}

export function rowCap(rows: Rows, node: RowCapExpr): SqlNumber {
  const value = emitNumber(rows, node.value);
  const cap = emitNumber(rows, node.cap);
  const none = value.none === undefined ? {} : { none: value.none };
  return { ...lesser(rows, value, cap), ...anyUndefined([value, cap]), ...none };
}

export function extreme(rows: Rows, node: ExtremeExpr): SqlNumber {
  const operands = node.operands.map((operand) => emitNumber(rows, operand));
  const undef = anyUndefined(operands);
  if (undef.undef !== undefined && node.type.kind === 'date')
    refuse(rows.writer, node.id, { zh: '可能不存在的日期之间的先后', en: 'the earlier of days that may not exist' });
  const pick = node.side === 'lowest' ? lesser : greater;
  const [first, ...rest] = operands;
  if (first === undefined) throw new Error('an extreme of nothing');
  return { ...rest.reduce((so, operand) => pick(rows, so, operand), first), ...undef };
}
