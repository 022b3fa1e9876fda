/** Totals, counts and extremes over the items of a list. */
import type { AggregateExpr } from '../../../runtime/ir.ts';
import { type CodeBlock, declared, named, newName, writeBlock, writeLine } from './code-block.ts';
import { always } from './condition.ts';
import type { EmitContext } from './emit-context.ts';
import { emitNumber, emitTruth } from './emit-expression.ts';
import { itemPlaces } from './function-writer.ts';
import { mostItems } from './guards.ts';
import { mustBeFinite, NotColumnar, type Operand, oneOperand, zeroOperand } from './operand.ts';
import { isKnown, isSettled, type NumberRange, settled } from './range.ts';
import { asBigint, isPresent, isSafe, narrowed, type Whole } from './whole.ts';

export function emitAggregate(node: AggregateExpr, context: EmitContext): NumberRange {
  return node.operation === 'total' || node.operation === 'count' ? total(node, context) : extreme(node, context);
}

/** Runs `each` with every item of a list that is counted. */
export function forEachItem(
  list: string,
  context: EmitContext,
  each: (inner: EmitContext, index: string) => void,
): void {
  const { writer, block } = context;
  const [first, end] = itemPlaces(writer, list);
  const last = named(block, end);
  const index = newName(block);
  writeBlock(block, `for (let ${index} = ${first}; ${index} < ${last}; ${index} += 1)`, (inner) =>
    each({ ...context, block: inner, items: new Map([...context.items, [list, index]]) }, index),
  );
}

function counted(node: AggregateExpr, context: EmitContext, add: (inner: CodeBlock, value: Operand) => void): void {
  forEachItem(node.list, context, (inner) => {
    const where = node.where === undefined ? always : decidedTruth(node.where, inner);
    const fill = (block: CodeBlock): void => {
      const of =
        node.operation === 'count' || node.of === undefined ? undefined : emitNumber(node.of, { ...inner, block });
      if (of !== undefined && !isSettled(of)) throw new NotColumnar('open choice');
      add(block, of?.high ?? oneOperand);
    };
    if (where === always) fill(inner.block);
    else writeBlock(inner.block, `if (${where})`, fill);
  });
}

function decidedTruth(node: NonNullable<AggregateExpr['where']>, context: EmitContext): string {
  const truth = emitTruth(node, context);
  if (!isKnown(truth)) throw new NotColumnar('open choice');
  return truth.sure;
}

function total(node: AggregateExpr, context: EmitContext): NumberRange {
  const sum = newSum(context.block);
  counted(node, context, (block, value) => addToSum(sum, block, value));
  return settled(sumOperand(sum));
}

/** A variable of `block` that sums over items; it is declared with its first summand, which tells its width. */
export interface Sum {
  readonly block: CodeBlock;
  name?: string;
  summand?: Operand;
}

export function newSum(block: CodeBlock): Sum {
  return { block };
}

/** What is written to an outer block while an inner one is being filled stands before the inner one. */
export function addToSum(sum: Sum, block: CodeBlock, value: Operand): void {
  if (value.divisor !== undefined) throw new NotColumnar('amount of any denominator');
  mustBeFinite(value);
  if (sum.name !== undefined) throw new Error('summed twice');
  sum.summand = value;
  sum.name = declared(sum.block, isWide(value) ? '0n' : '0');
  const { code, absent } = isWide(value) ? asBigint(block, value.numerator) : value.numerator;
  if (absent !== undefined) throw new NotColumnar('too many digits');
  writeLine(block, `${sum.name} += ${code};`);
}

export function sumOperand({ name, summand }: Sum): Operand {
  if (name === undefined || summand === undefined) return zeroOperand;
  const [low, high] = boundsOfSum(summand.numerator);
  const width = isWide(summand) ? 'bigint' : 'number';
  const whole: Whole = { code: name, width, low, high, mayBeNone: summand.numerator.mayBeNone };
  return { numerator: width === 'bigint' ? narrowed(whole) : whole, denominator: summand.denominator };
}

function isWide({ numerator }: Operand): boolean {
  const [low, high] = boundsOfSum(numerator);
  return numerator.width === 'bigint' || !isSafe(low, high);
}

function boundsOfSum({ low, high }: Whole): readonly [bigint, bigint] {
  const most = BigInt(mostItems);
  return [low < 0n ? low * most : 0n, high > 0n ? high * most : 0n];
}

/** The first item counted begins; one without a value leaves the whole without (R8). */
function extreme(node: AggregateExpr, context: EmitContext): NumberRange {
  const { block } = context;
  const name = declared(block, 'NaN');
  const broken = declared(block, 'false');
  let value: Operand | undefined;
  counted(node, context, (inner, one) => {
    if (one.divisor !== undefined || one.numerator.width === 'bigint')
      throw new NotColumnar('amount of any denominator');
    mustBeFinite(one);
    value = one;
    const code = named(inner, one.numerator.code);
    const sign = node.operation === 'highest' ? '>' : '<';
    const present = isPresent(inner, one.numerator);
    if (present !== always) writeLine(inner, `if (!${present}) ${broken} = true;`);
    writeLine(inner, `if (!(${name} === ${name}) || ${code} ${sign} ${name}) ${name} = ${code};`);
  });
  if (value === undefined) throw new Error('no value was counted');
  const code = value.numerator.mayBeNone ? `(${broken} ? NaN : ${name})` : name;
  return settled({ ...value, numerator: { ...value.numerator, code, mayBeNone: true } });
}
