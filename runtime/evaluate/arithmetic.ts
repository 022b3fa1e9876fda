import { clauseCause, joinCauses } from '../causes.ts';
import { decidedRate } from '../decisions.ts';
import {
  atLeastZero,
  defined,
  difference,
  differenceFromZero,
  exactly,
  highest,
  isEnd,
  leastEnd,
  lowest,
  monotone,
  type Num,
  noneNumber,
  number,
  orNothing,
  product,
  quotient,
  result,
  signOfEnd,
  sum,
} from '../interval.ts';
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
} from '../ir.ts';
import * as rational from '../rational.ts';
import type { End, NumberValue, UndefinedReason, UndefinedValue } from '../value.ts';
import type { Context } from './context.ts';
import { earliest } from './dates.ts';
import { evaluateNumber } from './expression.ts';

export function add(node: AddExpr, context: Context): Num {
  return defined(evaluateAll(node.operands, context), (...operands) => sum(operands));
}

export function subtract(node: SubtractExpr, context: Context): Num {
  return defined(evaluateAll([node.left, node.right], context), (left, right) => difference(left!, right!));
}

export function multiply(node: MultiplyExpr, context: Context): Num {
  return defined(evaluateAll([node.left, node.right], context), (left, right) =>
    orNoRow([left!, right!], product(left!, right!)),
  );
}

/** Nothing times anything: where no row applies to a factor, none applies to the product. `operands`: what else it was worked out from. */
export function orNoRow(
  factors: readonly NumberValue[],
  value: NumberValue,
  operands: readonly NumberValue[] = factors,
): NumberValue {
  if (factors.some((factor) => factor.none === true)) return noneNumber;
  if (factors.every((factor) => factor.mayBeNone !== true)) return value;
  const { mayBeUndefined = false } = value;
  return number(value.lo, value.hi, joinCauses(operands.map(({ causes }) => causes)), {
    mayBeNone: true,
    mayBeUndefined,
  });
}

export function divide(node: DivideExpr, context: Context): Num {
  const [left, right] = evaluateAll([node.left, node.right], context) as [Num, Num];
  if (left.kind === 'undefined') return left;
  if (right.kind === 'undefined') return right;
  if (signOfEnd(right.lo) > 0 || signOfEnd(right.hi) < 0) return quotient(left, right);
  if (signOfEnd(right.lo) === 0 && signOfEnd(right.hi) === 0) return { kind: 'undefined', reason: 'zero divisor' };
  return number('-infinity', 'infinity', joinCauses([left.causes, right.causes]), { mayBeUndefined: true });
}

/** R14: what is decided stands in for the ceiling; undecided, anything up to it may come. */
export function ceiling(node: CeilingExpr, context: Context): Num {
  const operands = evaluateAll(node.base === undefined ? [node.limit] : [node.limit, node.base], context);
  return defined(operands, (limit, base) => {
    const decided =
      base === undefined ? undefined : decidedRate(context.session, context.clause!.id, context.item?.key);
    const factors = base === undefined ? [limit!] : [limit!, base];
    if (decided !== undefined) return orNoRow(factors, product(lowest([exactly(decided), limit!]), base!));
    const most = base === undefined ? limit! : product(limit!, base);
    const discretion = clauseCause('discretion', context.clause!.id, context.item?.key);
    const open = orNothing(most, []);
    const { mayBeUndefined = false } = most;
    const causes = joinCauses([...factors.map((factor) => factor.causes), [discretion]]);
    const mayBeNone = factors.some((factor) => factor.mayBeNone === true);
    return factors.some((factor) => factor.none === true)
      ? noneNumber
      : number(open.lo, open.hi, causes, { mayBeNone, mayBeUndefined });
  });
}

export function part(node: PartExpr, context: Context): Num {
  return defined(evaluateAll([node.of, node.edge], context), (of, edge) =>
    node.side === 'over' ? differenceFromZero(of!, edge!) : lowest([of!, edge!]),
  );
}

export function steps(node: StepsExpr, context: Context): Num {
  return defined(evaluateAll([node.of, node.step, node.amount], context), (of, step, amount) => {
    // What leaves the count as it is leaves nothing open.
    const count = stepCount(atLeastZero(of!), step!, node.mode);
    return orNoRow([amount!], product(count, amount!), [count, amount!]);
  });
}

/** Where no row applies there is nothing to count: 0. */
function stepCount(of: NumberValue, step: NumberValue, mode: StepsExpr['mode']): NumberValue {
  const { lo, hi } = monotone(of, (end) => {
    const count = rational.divide(end, step.lo as rational.Rational);
    if (mode === 'everyPart') return count;
    return rational.whole(mode === 'everyFull' ? rational.floor(count) : rational.ceiling(count));
  });
  return result([of], lo, hi);
}

/** R8: a rate exists only over a base above 0. The four cases are those of ir.ts. */
export function growth(node: GrowthExpr, context: Context): Num {
  const [now, before] = evaluateAll([node.now, node.before], context) as [Num, Num];
  if (now.kind === 'undefined') return now;
  if (before.kind === 'undefined') return before.reason === 'none' ? undefinedBecause('no base') : before;
  if (signOfEnd(before.hi) < 0) return undefinedBecause('negative base');
  if (signOfEnd(before.hi) === 0) return growthFromZero(now, before, node.zeroBase);
  const sureBase = signOfEnd(before.lo) > 0;
  const lo =
    signOfEnd(now.lo) >= 0 ? growthRate(now.lo, before.hi) : sureBase ? growthRate(now.lo, before.lo) : '-infinity';
  const hi = !sureBase
    ? 'infinity'
    : signOfEnd(now.hi) >= 0
      ? growthRate(now.hi, before.lo)
      : growthRate(now.hi, before.hi);
  const open = !sureBase || now.mayBeUndefined === true || before.mayBeUndefined === true;
  return number(lo, hi, joinCauses([now.causes, before.causes]), { mayBeUndefined: open });
}

function growthFromZero(now: NumberValue, before: NumberValue, zeroBase: GrowthExpr['zeroBase']): Num {
  const isZero = isEnd(before.lo, rational.zero);
  if (zeroBase === 'undefined') return undefinedBecause(isZero ? 'zero base' : 'negative base');
  if (signOfEnd(now.hi) <= 0) return undefinedBecause('zero base');
  const sure = isZero && signOfEnd(now.lo) > 0 && now.mayBeUndefined !== true && before.mayBeUndefined !== true;
  return number('infinity', 'infinity', joinCauses([now.causes, before.causes]), { mayBeUndefined: !sure });
}

/** now/before − 1 with x/∞ = 0; `before` above 0. */
function growthRate(now: End, before: End): End {
  if (typeof before === 'string') return rational.negate(rational.one);
  return typeof now === 'string' ? now : rational.subtract(rational.divide(now, before), rational.one);
}

export function bands(node: BandsExpr, context: Context): Num {
  const of = evaluateNumber(node.of, context);
  const shares = node.bands.map((band) => {
    const share = bandOf(band, of, context);
    context.frame.values.set(band.id, share);
    return share;
  });
  return defined(shares, (...known) => sum(known));
}

function bandOf(band: BandIr, of: Num, context: Context): Num {
  const lower = evaluateNumber(band.lower, context);
  const upper = band.upper === undefined ? unbounded : evaluateNumber(band.upper, context);
  const rate = evaluateNumber(band.rate, context);
  const cap = band.cap === undefined ? unbounded : evaluateNumber(band.cap, context);
  return defined([of, lower, upper, rate, cap], (...operands) => {
    const [amount, low, high, price, most] = operands as [
      NumberValue,
      NumberValue,
      NumberValue,
      NumberValue,
      NumberValue,
    ];
    const share = lowest([product(price, differenceFromZero(lowest([amount, high]), low)), most]);
    return result(operands, share.lo, share.hi);
  });
}

/** Stands for an edge or a cap that is not there. */
const unbounded: NumberValue = number('infinity', 'infinity', []);

/** Keeps `none`: a row that does not apply is not lifted to "0 granted". */
export function rowCap(node: RowCapExpr, context: Context): Num {
  const [value, cap] = evaluateAll([node.value, node.cap], context) as [Num, Num];
  if (value.kind === 'number' && value.none === true) return value;
  return defined([value, cap], (amount, limit) => {
    const lo = leastEnd(amount!.lo, limit!.lo);
    const hi = leastEnd(amount!.hi, limit!.hi);
    const { mayBeUndefined = false } = result([amount!, limit!], lo, hi);
    return number(lo, hi, joinCauses([amount!.causes, limit!.causes]), {
      mayBeUndefined,
      mayBeNone: amount!.mayBeNone === true,
    });
  });
}

export function extreme(node: ExtremeExpr, context: Context): Num {
  if (node.type.kind === 'date' && node.side === 'lowest') return earliest(evaluateAll(node.operands, context));
  return defined(evaluateAll(node.operands, context), (first, ...rest) =>
    node.side === 'lowest' ? lowest([first!, ...rest]) : highest([first!, ...rest]),
  );
}

function evaluateAll(operands: readonly Parameters<typeof evaluateNumber>[0][], context: Context): readonly Num[] {
  return operands.map((operand) => evaluateNumber(operand, context));
}

function undefinedBecause(reason: UndefinedReason): UndefinedValue {
  return { kind: 'undefined', reason };
}
