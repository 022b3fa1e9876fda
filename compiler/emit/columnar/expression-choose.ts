/** Choices by key or by case (R17), where every test is decided. */
import type { ChooseExpr, ChooseRowIr } from '../../../runtime/ir.ts';
import { named } from './code-block.ts';
import { allOf, anyOf, type Condition, negated, never } from './condition.ts';
import { askedWhere, type EmitContext, type EmittedValue } from './emit-context.ts';
import { emitExpression, emitNumber, emitTruth } from './emit-expression.ts';
import { plain } from './expression-arithmetic.ts';
import { holdsOneOf } from './expression-logic.ts';
import { NotColumnar } from './operand.ts';
import {
  addRanges,
  compareRanges,
  highestRange,
  isKnown,
  known,
  type NumberRange,
  namedRange,
  selectRange,
  type TruthRange,
  zeroRange,
} from './range.ts';

interface Row {
  readonly test: Condition;
  readonly value: NumberRange;
}

export function emitChoose(node: ChooseExpr, context: EmitContext): NumberRange {
  const key = node.key === undefined ? undefined : namedKey(emitExpression(node.key, context), context);
  const rows = node.rows.map((row): Row => {
    const test = decided(emitTest(row, key, context));
    context.keep(row.id, known(test), context);
    return { test, value: emitNumber(row.value, askedWhere(context, test)) };
  });
  const otherwise = otherwiseOf(node, rows, context);
  switch (node.mode) {
    case 'hardest':
      return firstOf([...rows].reverse(), otherwise, context);
    case 'first':
      return firstOf(rows, otherwise, context);
    case 'highest':
      return highestOf(rows, otherwise, context);
    case 'eachRow':
      return sumOf(rows, otherwise, context);
  }
}

/** Where some row surely applies, the one asked last applies if no other does. */
function otherwiseOf(
  { otherwise, exhaustive, mode }: ChooseExpr,
  rows: readonly Row[],
  context: EmitContext,
): NumberRange {
  if (otherwise !== undefined) {
    const isLeft = negated(anyOf(rows.map(({ test }) => test)));
    return emitNumber(otherwise, askedWhere(context, isLeft));
  }
  if (exhaustive !== true) return noRow;
  const last = mode === 'hardest' ? rows[0] : mode === 'first' ? rows.at(-1) : undefined;
  return last?.value ?? zeroRange;
}

const noRow: NumberRange = { ...zeroRange, noRow: 'true' };

function namedKey(key: EmittedValue, context: EmitContext): EmittedValue {
  return key.kind === 'number' ? namedRange(context.block, key) : key;
}

function emitTest(row: ChooseRowIr, key: EmittedValue | undefined, context: EmitContext): TruthRange {
  if (row.test.kind === 'condition') return emitTruth(row.test.condition, context);
  if (key === undefined) throw new Error(`row ${row.id} asks for a key`);
  if (row.test.kind === 'options') return holdsOneOf(key, row.test.options);
  if (key.kind !== 'number') throw new Error(`row ${row.id} bounds no number`);
  const tests = row.test.bounds.map(({ operator, edge }) => {
    if (typeof operator !== 'string') throw new Error('a switch is left: the policy was not specialised');
    return compareRanges(context.block, operator, key, emitNumber(edge, context));
  });
  const sure = allOf(tests.map((test) => test.sure));
  return tests.every(isKnown)
    ? known(sure)
    : { kind: 'truth', sure, possible: allOf(tests.map((test) => test.possible)) };
}

function decided(test: TruthRange): Condition {
  if (!isKnown(test)) throw new NotColumnar('open choice');
  return test.sure;
}

/** The first row passed, as it stands: what none is in it stays none. */
function firstOf(rows: readonly Row[], otherwise: NumberRange, { block }: EmitContext): NumberRange {
  return [...rows].reverse().reduce((so, { test, value }) => selectRange(block, test, value, so), otherwise);
}

function highestOf(rows: readonly Row[], otherwise: NumberRange, context: EmitContext): NumberRange {
  const { block } = context;
  let so: NumberRange = zeroRange;
  let any: Condition = never;
  for (const { test, value } of rows) {
    const isPassed = named(block, test);
    const one = namedRange(block, plain(value));
    const least = namedRange(block, so);
    const higher = any === never ? one : selectRange(block, any, highestRange(block, least, one), one);
    so = namedRange(block, selectRange(block, isPassed, higher, least));
    any = named(block, anyOf([any, isPassed]));
  }
  return orElse(so, any, otherwise, context);
}

function sumOf(rows: readonly Row[], otherwise: NumberRange, context: EmitContext): NumberRange {
  const { block } = context;
  const shares = rows.map(({ test, value }) => selectRange(block, test, plain(value), zeroRange));
  const sum = shares.reduce((so, one) => addRanges(block, so, one), zeroRange);
  return orElse(sum, anyOf(rows.map(({ test }) => test)), otherwise, context);
}

function orElse(value: NumberRange, any: Condition, otherwise: NumberRange, { block }: EmitContext): NumberRange {
  if (otherwise === noRow) return { ...value, noRow: negated(any) };
  return selectRange(block, any, value, otherwise);
}
