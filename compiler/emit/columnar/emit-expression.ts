/** One expression of the IR → operands. */
import type { NotColumnarReason } from '../../../diagnostics/columnar.ts';
import type { Expr } from '../../../runtime/ir.ts';
import type { EmitContext, EmittedValue } from './emit-context.ts';
import { emitAggregate } from './expression-aggregate.ts';
import {
  emitAdd,
  emitBands,
  emitCeiling,
  emitDivide,
  emitExtreme,
  emitGrowth,
  emitMultiply,
  emitPart,
  emitRowCap,
  emitSteps,
  emitSubtract,
} from './expression-arithmetic.ts';
import { emitChoose } from './expression-choose.ts';
import { emitClauseValue, emitIsGranted, emitPaid } from './expression-clause.ts';
import {
  emitCalendarEdge,
  emitDateShift,
  emitDays,
  emitElapsed,
  emitReferenceDay,
  emitYearSince,
} from './expression-days.ts';
import { emitFact, emitLiteral } from './expression-fact.ts';
import { emitLadder } from './expression-ladder.ts';
import { emitCompare, emitHasGrown, emitLogical, emitNot, emitOptionTest } from './expression-logic.ts';
import { NotColumnar } from './operand.ts';
import type { NumberRange, TruthRange } from './range.ts';

type Emitters = {
  readonly [Kind in Expr['kind']]: (node: Extract<Expr, { readonly kind: Kind }>, context: EmitContext) => EmittedValue;
};

const emitters: Emitters = {
  literal: emitLiteral,
  fact: emitFact,
  options: () => unsupported('text'),
  add: emitAdd,
  subtract: emitSubtract,
  multiply: emitMultiply,
  divide: emitDivide,
  ceiling: emitCeiling,
  part: emitPart,
  steps: emitSteps,
  growth: emitGrowth,
  choose: emitChoose,
  bands: emitBands,
  ladder: emitLadder,
  rowCap: emitRowCap,
  extreme: emitExtreme,
  aggregate: emitAggregate,
  rank: () => unsupported('rank'),
  partInOrder: () => unsupported('part in order'),
  clause: emitClauseValue,
  paid: emitPaid,
  dateShift: emitDateShift,
  days: emitDays,
  calendarEdge: emitCalendarEdge,
  elapsed: emitElapsed,
  yearSince: emitYearSince,
  accrual: () => unsupported('interest'),
  referenceDay: emitReferenceDay,
  dated: () => unsupported('dated figure'),
  logical: emitLogical,
  not: emitNot,
  compare: emitCompare,
  hasGrown: emitHasGrown,
  optionTest: emitOptionTest,
  isGranted: emitIsGranted,
  switch: () => {
    throw new Error('a switch is left: the policy was not specialised');
  },
};

function unsupported(why: NotColumnarReason): never {
  throw new NotColumnar(why);
}

export function emitExpression(node: Expr, context: EmitContext): EmittedValue {
  const emitter = emitters[node.kind] as (node: Expr, context: EmitContext) => EmittedValue;
  const value = emitter(node, context);
  if (isRecorded.has(node.kind)) context.keep(node.id, value, context);
  return value;
}

/** What is read from outside. What is computed from it can be computed again; rows, rungs and bands are recorded as they are tested, lines by what they leave. */
const isRecorded: ReadonlySet<Expr['kind']> = new Set([
  'fact',
  'aggregate',
  'clause',
  'paid',
  'isGranted',
  'referenceDay',
]);

export function emitNumber(node: Expr, context: EmitContext): NumberRange {
  const value = emitExpression(node, context);
  if (value.kind === 'number') return value;
  throw new Error(`node ${node.id} (${node.kind}) is no number`);
}

export function emitTruth(node: Expr, context: EmitContext): TruthRange {
  const value = emitExpression(node, context);
  if (value.kind === 'truth') return value;
  throw new Error(`node ${node.id} (${node.kind}) is no condition`);
}
