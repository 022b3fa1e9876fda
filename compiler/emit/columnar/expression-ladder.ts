/** First time over a threshold (R18): earlier years are columns of their own. */
import type { BoundOperator, Expr, FactExpr, LadderExpr } from '../../../runtime/ir.ts';
import { type CodeBlock, named } from './code-block.ts';
import { allOf, always, anyOf, type Condition, negated } from './condition.ts';
import { type EmitContext, keepNothing } from './emit-context.ts';
import { emitNumber } from './emit-expression.ts';
import { paidRange } from './expression-clause.ts';
import { firstDayOfYear, nameOfShift, withSign } from './expression-days.ts';
import { emitFact } from './expression-fact.ts';
import { hoist } from './function-writer.ts';
import { NotColumnar, type Operand, zeroOperand } from './operand.ts';
import { addOperands } from './operand-arithmetic.ts';
import { selectOperand } from './operand-choice.ts';
import { compareOperands } from './operand-compare.ts';
import {
  differenceFromZero,
  highestRange,
  isSettled,
  known,
  type NumberRange,
  namedRange,
  settled,
  zeroRange,
} from './range.ts';
import { arePlain, climbed, climbedValue, type Earlier, risingSteps } from './rising-ladder.ts';
import { isPresent } from './whole.ts';
import { withinExpression } from './within.ts';
import { yearsAssessed } from './years-assessed.ts';

export function emitLadder(node: LadderExpr, context: EmitContext): NumberRange {
  const { block } = context;
  const of = closed(emitNumber(node.of, context), block);
  const rungs = node.rungs.map((rung) => ({
    id: rung.id,
    threshold: closed(emitNumber(rung.threshold, context), block),
    amount: orNothing(closed(emitNumber(rung.amount, context), block), block),
  }));
  const past = earlierValues(node, context);
  const { operator } = node;
  if (typeof operator !== 'string') throw new Error('a switch is left: the policy was not specialised');
  const steps = context.keep === keepNothing ? risingSteps(node.settlement, rungs) : undefined;
  const isRising = steps !== undefined && arePlain([of, ...past.map(({ value }) => value)]);
  if (isRising && (operator === 'over' || operator === 'atLeast')) {
    const climb = climbed(block, operator, steps, of, past);
    const value = climbedValue(block, node.settlement, climb);
    return { ...settle(node, value, settled(climb.before), context), noRow: value.noRow };
  }
  return rungByRung(node, of, operator, rungs, past, context);
}

interface EmittedRung {
  readonly id: number;
  readonly threshold: Operand;
  readonly amount: Operand;
}

function rungByRung(
  node: LadderExpr,
  of: Operand,
  operator: BoundOperator,
  rungs: readonly EmittedRung[],
  past: readonly Earlier[],
  context: EmitContext,
): NumberRange {
  const { block, keep } = context;
  const passes = (value: Operand, threshold: Operand) => compareOperands(block, operator, value, threshold);
  const tested = rungs.map(({ id, threshold, amount }) => {
    const earlier = named(block, anyOf(past.map(({ value, isAsked }) => allOf([isAsked, passes(value, threshold)]))));
    const newly = named(block, allOf([passes(of, threshold), negated(earlier)]));
    keep(id, known(newly), context);
    return { amount, earlier, newly };
  });
  const isAny = anyOf(tested.map(({ newly }) => newly));
  const value = node.settlement === 'everyTier' ? sumOf(tested, context) : greatestOf(tested, 'newly', context);
  return { ...settle(node, value, () => greatestOf(tested, 'earlier', context), context), noRow: negated(isAny) };
}

interface Tested {
  readonly amount: Operand;
  readonly earlier: Condition;
  readonly newly: Condition;
}

/** `held`: what rungs passed before came to. */
function settle(
  node: LadderExpr,
  value: NumberRange,
  held: NumberRange | (() => NumberRange),
  context: EmitContext,
): NumberRange {
  if (node.settlement === 'everyTier' || node.settlement === 'inFull') return value;
  const used =
    node.settlement === 'toppingUp'
      ? paidRange(
          context,
          context.clause!.id,
          { kind: 'ever' },
          context.item === undefined ? 'subject' : 'item',
          'paid',
        )
      : typeof held === 'function'
        ? held()
        : held;
  return differenceFromZero(context.block, value, used);
}

/** Of rungs whose amounts rise the last one that holds gives the greatest. */
function greatestOf(rungs: readonly Tested[], test: 'newly' | 'earlier', { block }: EmitContext): NumberRange {
  if (isRising(rungs.map(({ amount }) => amount)))
    return settled(rungs.reduce((so, rung) => selectOperand(block, rung[test], rung.amount, so), zeroOperand));
  return rungs.reduce((so: NumberRange, rung) => {
    const one = settled(selectOperand(block, rung[test], rung.amount, zeroOperand));
    return namedRange(block, highestRange(block, so, one));
  }, zeroRange);
}

function isRising(amounts: readonly Operand[]): boolean {
  return amounts.every(({ numerator, denominator, divisor }, index) => {
    const before = index === 0 ? zeroOperand : amounts[index - 1]!;
    const isPlain = divisor === undefined && !numerator.mayBeNone;
    return isPlain && numerator.low * before.denominator >= before.numerator.high * denominator;
  });
}

function sumOf(rungs: readonly Tested[], { block }: EmitContext): NumberRange {
  const shares = rungs.map(({ newly, amount }) => selectOperand(block, newly, amount, zeroOperand));
  return settled(shares.reduce((so, one) => addOperands(block, so, one), zeroOperand));
}

/** A rung without a defined amount gives nothing. */
function orNothing(amount: Operand, block: CodeBlock): Operand {
  const condition = isPresent(block, amount.numerator);
  if (condition === always) return amount;
  const { absent: _absent, ...numerator } = selectOperand(block, condition, amount, zeroOperand).numerator;
  return { ...amount, numerator: { ...numerator, mayBeNone: false } };
}

/** Open thresholds or amounts would leave rungs open. */
function closed(range: NumberRange, block: CodeBlock): Operand {
  if (!isSettled(range)) throw new NotColumnar('open ladder');
  return namedRange(block, range).high;
}

function earlierValues(node: LadderExpr, context: EmitContext): readonly Earlier[] {
  const { range, peak } = node;
  if (range.kind === 'unrewarded') return [];
  if (range.kind === 'given') throw new NotColumnar('open range of years');
  const { block, writer } = context;
  const own = ownShift(node.of, context);
  const { first, last } = yearsAssessed(writer.layout.ir);
  const start = range.kind === 'sinceYear' ? Math.max(range.year, peak?.before ?? range.year) : peak?.before;
  // With a peak that answers only for years after the assessed one the series would have to be asked without end.
  if (start === undefined || last === undefined) throw new NotColumnar('open range of years');
  if (peak !== undefined && peak.before > first + context.shift + own) throw new NotColumnar('open range of years');
  const years = Array.from({ length: Math.max(0, last + context.shift + own - start) }, (_, index) => index + 1);
  const earlier = years.map((back): Earlier => {
    const shift = context.shift - back;
    const inner = { ...context, shift, askedFrom: start - own };
    const isInRange = hoist(
      writer,
      `r${nameOfShift(shift + own)}s${start}`,
      `year${withSign(shift + own)} >= ${start}`,
    );
    const begun = range.kind === 'sinceFact' ? [hasBegun(node.of, range.field, shift + own, context)] : [];
    return { value: closed(emitNumber(node.of, inner), block), isAsked: allOf([isInRange, ...begun]) };
  });
  if (peak === undefined) return earlier;
  const field = emitFact({ field: peak.field, shift: 0 }, { ...context, shift: 0 });
  if (field.kind !== 'number') throw new Error('a peak is a number');
  return [...earlier, { value: field.high, isAsked: 'true' }];
}

/** The year so many years away is not before that of the date: a date stated none begins no year. */
function hasBegun(of: Expr, field: string, years: number, context: EmitContext): Condition {
  const owner = yearlyFacts(of, context)[0]?.owner;
  const list = context.writer.layout.ir.lists.find(({ id }) => id === owner);
  const isItems = list?.fields.some(({ id }) => id === field) === true;
  const since = emitFact({ field, shift: 0, ...(isItems ? { owner: owner! } : {}) }, { ...context, shift: 0 });
  if (since.kind !== 'number') throw new Error('a series begins on a day');
  return compareOperands(context.block, 'under', since.high, firstDayOfYear(context.writer, years + 1));
}

/** The clause's own shift as the operand shows it: the greatest shift of a yearly fact in it. */
function ownShift(of: Expr, context: EmitContext): number {
  const shifts = yearlyFacts(of, context).map(({ shift }) => shift);
  return shifts.length === 0 ? 0 : Math.max(...shifts);
}

function yearlyFacts(of: Expr, { writer }: EmitContext): readonly FactExpr[] {
  return withinExpression(of).filter(
    (part): part is FactExpr => part.kind === 'fact' && writer.layout.field(part.owner, part.field).yearly,
  );
}
