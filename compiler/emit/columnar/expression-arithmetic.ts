/** Arithmetic of the IR on ranges; each operation as `runtime/ir-expression.ts` says. */
import type {
  AddExpr,
  BandIr,
  BandsExpr,
  CeilingExpr,
  DivideExpr,
  ExtremeExpr,
  GrowthExpr,
  MultiplyExpr,
  PartExpr,
  RowCapExpr,
  StepsExpr,
  SubtractExpr,
} from '../../../runtime/ir.ts';
import { allOf, always, anyOf, negated } from './condition.ts';
import type { EmitContext } from './emit-context.ts';
import { emitNumber } from './emit-expression.ts';
import { NotColumnar, namedOperand, type Operand } from './operand.ts';
import { divideOperands, growthOperand } from './operand-arithmetic.ts';
import { minimumOperand, selectOperand } from './operand-choice.ts';
import { stepCountOperand } from './operand-rounding.ts';
import {
  addRanges,
  atLeastZero,
  differenceFromZero,
  highestRange,
  isSettled,
  lowestRange,
  mapRange,
  multiplyRanges,
  type NumberRange,
  orNothing,
  settled,
  subtractRanges,
  zeroRange,
} from './range.ts';
import { isPresent } from './whole.ts';

export function emitAdd(node: AddExpr, context: EmitContext): NumberRange {
  return node.operands
    .map((operand) => emitNumber(operand, context))
    .reduce((so, one) => addRanges(context.block, plain(so), plain(one)));
}

/** `none` counts as 0. */
export function plain(range: NumberRange): NumberRange {
  return range.noRow === 'false' ? range : { ...range, noRow: 'false' };
}

export function emitSubtract(node: SubtractExpr, context: EmitContext): NumberRange {
  return subtractRanges(context.block, emitNumber(node.left, context), emitNumber(node.right, context));
}

export function emitMultiply(node: MultiplyExpr, context: EmitContext): NumberRange {
  return multiplyRanges(context.block, emitNumber(node.left, context), emitNumber(node.right, context));
}

export function emitDivide(node: DivideExpr, context: EmitContext): NumberRange {
  const [left, right] = [emitNumber(node.left, context), emitNumber(node.right, context)];
  if (!isSettled(right)) throw new NotColumnar('open divisor');
  const isPositive = right.high.numerator.low >= 0n;
  if (!isSettled(left) && !isPositive) throw new NotColumnar('open divisor');
  const divisor = namedOperand(context.block, right.high);
  return mapRange(left, (end) => divideOperands(context.block, end, divisor));
}

export function emitCeiling(node: CeilingExpr, context: EmitContext): NumberRange {
  const limit = emitNumber(node.limit, context);
  const most = node.base === undefined ? limit : multiplyRanges(context.block, limit, emitNumber(node.base, context));
  return orNothing(context.block, most);
}

export function emitPart(node: PartExpr, context: EmitContext): NumberRange {
  const [of, edge] = [emitNumber(node.of, context), emitNumber(node.edge, context)];
  return node.side === 'over'
    ? differenceFromZero(context.block, of, edge)
    : lowestRange(context.block, plain(of), plain(edge));
}

export function emitSteps(node: StepsExpr, context: EmitContext): NumberRange {
  const { block } = context;
  const of = atLeastZero(block, emitNumber(node.of, context));
  const step = emitNumber(node.step, context);
  const amount = emitNumber(node.amount, context);
  const count = mapRange(of, (end) => stepCountOperand(block, end, step.high, node.mode));
  return { ...multiplyRanges(block, count, amount), noRow: amount.noRow };
}

export function emitGrowth(node: GrowthExpr, context: EmitContext): NumberRange {
  const [now, before] = [emitNumber(node.now, context), emitNumber(node.before, context)];
  if (!isSettled(now) || !isSettled(before)) throw new NotColumnar('open divisor');
  return settled(growthOperand(context.block, now.high, before.high, node.zeroBase === 'unlimited'));
}

export function emitBands(node: BandsExpr, context: EmitContext): NumberRange {
  const of = emitNumber(node.of, context);
  return node.bands
    .map((band) => {
      const share = bandOf(band, of, context);
      context.keep(band.id, share, context);
      return share;
    })
    .reduce((so, one) => addRanges(context.block, so, one), onlyPresent(of));
}

/** 0, or none where the key is none: even without a band the sum is undefined then. */
function onlyPresent(of: NumberRange): NumberRange {
  return of.high.numerator.mayBeNone ? mapRange(of, (end) => zeroTimes(end)) : zeroRange;
}

function zeroTimes({ numerator }: Operand): Operand {
  if (numerator.width === 'bigint')
    return { numerator: { ...numerator, code: '0n', low: 0n, high: 0n }, denominator: 1n };
  return { numerator: { ...numerator, code: `(${numerator.code} * 0)`, low: 0n, high: 0n }, denominator: 1n };
}

function bandOf(band: BandIr, of: NumberRange, context: EmitContext): NumberRange {
  const { block } = context;
  const lower = emitNumber(band.lower, context);
  const upper = band.upper === undefined ? undefined : emitNumber(band.upper, context);
  const rate = emitNumber(band.rate, context);
  const within = upper === undefined ? plain(of) : lowestRange(block, plain(of), plain(upper));
  const share = plain(multiplyRanges(block, plain(rate), differenceFromZero(block, within, lower)));
  return band.cap === undefined ? share : lowestRange(block, share, plain(emitNumber(band.cap, context)));
}

export function emitRowCap(node: RowCapExpr, context: EmitContext): NumberRange {
  const [value, cap] = [emitNumber(node.value, context), emitNumber(node.cap, context)];
  return { ...lowestRange(context.block, plain(value), plain(cap)), noRow: value.noRow };
}

export function emitExtreme(node: ExtremeExpr, context: EmitContext): NumberRange {
  const operands = node.operands.map((operand) => plain(emitNumber(operand, context)));
  const { block } = context;
  if (node.type.kind === 'date' && node.side === 'lowest')
    return operands.reduce((so, one) => earliest(so, one, context));
  return operands.reduce((so, one) => (node.side === 'lowest' ? lowestRange : highestRange)(block, so, one));
}

/** Of days one that never comes is left out. */
function earliest(left: NumberRange, right: NumberRange, { block }: EmitContext): NumberRange {
  const [a, b] = [namedOperand(block, left.high), namedOperand(block, right.high)];
  const [hasLeft, hasRight] = [isPresent(block, a.numerator), isPresent(block, b.numerator)];
  if (hasLeft === always && hasRight === always) return settled(minimumOperand(block, a, b));
  const both = selectOperand(
    block,
    allOf([hasLeft, hasRight]),
    minimumOperand(block, a, b),
    selectOperand(block, hasLeft, a, b),
  );
  const isAbsent = allOf([negated(hasLeft), negated(hasRight)]);
  const mayBeNone = anyOf([isAbsent]) !== 'false' && a.numerator.mayBeNone && b.numerator.mayBeNone;
  return settled({ ...both, numerator: { ...both.numerator, mayBeNone } });
}
