import type { Expr } from '../../../runtime/ir.ts';
import { aggregate } from './emit-aggregate.ts';
import { add, ceiling, extreme, multiply, part, rowCap, subtract } from './emit-arithmetic.ts';
import { bands } from './emit-bands.ts';
import { calendarEdge, dateShift, days, referenceDay } from './emit-calendar.ts';
import { choose } from './emit-choose.ts';
import { clauseValue, isGranted, paid } from './emit-clause-value.ts';
import { ladder } from './emit-ladder.ts';
import { fact, literalValue } from './emit-operand.ts';
import { steps } from './emit-steps.ts';
import { compare, hasGrown, logical, not, optionTest } from './emit-truth.ts';
import { unknownNumber } from './numbers.ts';
import { refuse } from './query-writer.ts';
import type { Rows } from './rows.ts';
import { literal } from './sql-text.ts';
import type { SqlNumber, SqlTruth, SqlValue } from './sql-value.ts';

type Emitter<N extends Expr> = (rows: Rows, node: N) => SqlValue;
type Emitters = { readonly [K in Expr['kind']]?: Emitter<Extract<Expr, { kind: K }>> };

/** Kinds that are not here are refused by name. */
const emitters: Emitters = {
  literal: literalValue,
  fact,
  add,
  subtract,
  multiply,
  ceiling,
  part,
  steps,
  growth: (rows, { now, before, zeroBase }) => ({
    kind: 'growth',
    now: emitNumber(rows, now),
    before: emitNumber(rows, before),
    zeroBase,
  }),
  divide: (rows, { left, right }) => ({
    kind: 'quotient',
    left: emitNumber(rows, left),
    right: emitNumber(rows, right),
  }),
  choose,
  bands,
  ladder,
  rowCap,
  extreme,
  aggregate,
  clause: clauseValue,
  paid,
  dateShift,
  days,
  calendarEdge,
  referenceDay,
  logical,
  not,
  compare,
  hasGrown,
  optionTest,
  isGranted,
};

/** The SQL of a node's value; what it needs on the way becomes columns of the rows. */
export function emitExpression(rows: Rows, node: Expr): SqlValue {
  const emitter = emitters[node.kind] as Emitter<Expr> | undefined;
  if (emitter !== undefined) return emitter(rows, node);
  refuse(rows.writer, node.id, constructOf(node));
  return node.type.kind === 'boolean' ? { kind: 'truth', sql: literal('NULL') } : unknownNumber;
}

export function emitNumber(rows: Rows, node: Expr): SqlNumber {
  const value = emitExpression(rows, node);
  if (value.kind === 'number') return value;
  const isGrowth = value.kind === 'growth';
  refuse(rows.writer, node.id, isGrowth ? growthReckoned : quotientReckoned);
  return unknownNumber;
}

const growthReckoned = { zh: '用于计算的增速', en: 'a growth rate that is reckoned with' };
const quotientReckoned = { zh: '用于计算的商', en: 'a quotient that is reckoned with' };

export function emitTruth(rows: Rows, node: Expr): SqlTruth {
  const value = emitExpression(rows, node);
  if (value.kind === 'truth') return value;
  throw new Error(`node ${node.id} is no condition`);
}

const constructs: Partial<Record<Expr['kind'], { readonly zh: string; readonly en: string }>> = {
  rank: { zh: '名次', en: 'a rank' },
  partInOrder: { zh: '按先后用完的限额', en: 'a limit used up in an order' },
  elapsed: { zh: '满几年、几个月', en: 'full or begun years and months' },
  yearSince: { zh: '第几年', en: 'the year since an event' },
  accrual: { zh: '按时间计的利息或折算', en: 'what accrues over time' },
  dated: { zh: '按日换版的参数', en: 'a parameter with versions by day' },
};

function constructOf(node: Expr): { readonly zh: string; readonly en: string } {
  return constructs[node.kind] ?? { zh: node.kind, en: node.kind };
}
