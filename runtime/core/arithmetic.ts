import { type Amount, interval, isPoint, noCauses, union, unionOf } from './amount.ts';
import { type Ends, type FixedEnd, type FractionEnd, fixedEnds, fractionEnds } from './ends.ts';

/**
 * Interval arithmetic over one kind of ends. Operands come at the same scale, except of a product. Rules common to all: an undefined
 * operand makes the result undefined with its reason, the first one first; `none` counts as 0, but a product with it is none; causes are those of the operands in order.
 */
export interface Arithmetic<E> {
  readonly ends: Ends<E>;
  readonly add: (operands: readonly Amount<E>[]) => Amount<E>;
  readonly subtract: (left: Amount<E>, right: Amount<E>) => Amount<E>;
  readonly multiply: (left: Amount<E>, right: Amount<E>) => Amount<E>;
  /** max(0, of − edge). */
  readonly partOver: (of: Amount<E>, edge: Amount<E>) => Amount<E>;
  readonly lowest: (operands: readonly Amount<E>[]) => Amount<E>;
  readonly highest: (operands: readonly Amount<E>[]) => Amount<E>;
  /** max(0, a). */
  readonly notBelowZero: (a: Amount<E>) => Amount<E>;
  /** min(value, cap); a row that does not apply is not lifted to "0 granted". */
  readonly rowCap: (value: Amount<E>, cap: Amount<E>) => Amount<E>;
  /** min(rate × (min(of, upper) − lower)+, cap); an upper edge or cap left out is none. The cap is at the scale of rate and part together. */
  readonly band: (
    of: Amount<E>,
    lower: Amount<E>,
    upper: Amount<E> | undefined,
    rate: Amount<E>,
    cap?: Amount<E>,
  ) => Amount<E>;
}

export const fixed: Arithmetic<FixedEnd> = arithmetic(fixedEnds);
export const fraction: Arithmetic<FractionEnd> = arithmetic(fractionEnds);

function arithmetic<E>(ends: Ends<E>): Arithmetic<E> {
  const least = (a: E, b: E): E => (ends.compare(b, a) < 0 ? b : a);
  const greatest = (a: E, b: E): E => (ends.compare(b, a) > 0 ? b : a);

  const subtract = (left: Amount<E>, right: Amount<E>): Amount<E> => {
    if (left.reason !== undefined) return left;
    if (right.reason !== undefined) return right;
    return joined2(
      left,
      right,
      ends.addDown(left.lo, ends.negate(right.hi)),
      ends.addUp(left.hi, ends.negate(right.lo)),
    );
  };

  const multiply = (left: Amount<E>, right: Amount<E>): Amount<E> => {
    if (left.reason !== undefined) return left;
    if (right.reason !== undefined) return right;
    if (left.none || right.none) return { ...(left.none ? left : right), lo: ends.zero, hi: ends.zero };
    const [lo, hi] = productEnds(left, right);
    return joined2(left, right, lo, hi, left.mayBeNone || right.mayBeNone);
  };

  const productEnds = (left: Amount<E>, right: Amount<E>): readonly [E, E] => {
    if (isPoint(ends, left) && isPoint(ends, right)) {
      const value = ends.multiply(left.lo, right.lo);
      return [value, value];
    }
    let lo = ends.multiply(left.lo, right.lo);
    let hi = lo;
    for (const end of [
      ends.multiply(left.lo, right.hi),
      ends.multiply(left.hi, right.lo),
      ends.multiply(left.hi, right.hi),
    ]) {
      lo = least(lo, end);
      hi = greatest(hi, end);
    }
    return [lo, hi];
  };

  const notBelowZero = (a: Amount<E>): Amount<E> =>
    a.reason !== undefined
      ? a
      : interval(ends, greatest(ends.zero, a.lo), greatest(ends.zero, a.hi), a.causes, a.mayBeUndefined, a.mayBeNone);

  return {
    ends,
    subtract,
    multiply,
    notBelowZero,
    add: (operands) => folded(operands, ends.addDown, ends.addUp),
    partOver: (of, edge) => notBelowZero(subtract(of, edge)),
    lowest: (operands) => folded(operands, least, least),
    highest: (operands) => folded(operands, greatest, greatest),
    rowCap: (value, cap) => {
      if (value.none || value.reason !== undefined) return value;
      if (cap.reason !== undefined) return cap;
      const open = value.mayBeUndefined || cap.mayBeUndefined;
      return interval(
        ends,
        least(value.lo, cap.lo),
        least(value.hi, cap.hi),
        union(value.causes, cap.causes),
        open,
        value.mayBeNone,
      );
    },
    band: (of, lower, upper, rate, cap) => {
      const operands = [of, lower, upper, rate, cap].filter((operand) => operand !== undefined);
      const missing = operands.find((operand) => operand.reason !== undefined);
      if (missing !== undefined) return missing;
      const upTo = upper === undefined ? of : folded([of, upper], least, least);
      const [lo, hi] = productEnds(rate, notBelowZero(subtract(upTo, lower)));
      return interval(
        ends,
        cap === undefined ? lo : least(lo, cap.lo),
        cap === undefined ? hi : least(hi, cap.hi),
        unionOf(operands.map((operand) => operand.causes)),
        operands.some((operand) => operand.mayBeUndefined),
      );
    },
  };

  function joined2(left: Amount<E>, right: Amount<E>, lo: E, hi: E, mayBeNone = false): Amount<E> {
    const causes = left.causes.length === 0 ? right.causes : union(left.causes, right.causes);
    return interval(ends, lo, hi, causes, left.mayBeUndefined || right.mayBeUndefined, mayBeNone);
  }

  /** For operations that are monotone in every operand. */
  function folded(operands: readonly Amount<E>[], low: (a: E, b: E) => E, high: (a: E, b: E) => E): Amount<E> {
    const first = operands[0];
    if (first === undefined) return { ...emptyAmount, lo: ends.zero, hi: ends.zero };
    let { lo, hi } = first;
    let open = false;
    for (let index = 0; index < operands.length; index += 1) {
      const operand = operands[index]!;
      if (operand.reason !== undefined) return operand;
      if (operand.causes.length > 0 || operand.mayBeUndefined) open = true;
      if (index === 0) continue;
      lo = low(lo, operand.lo);
      hi = high(hi, operand.hi);
    }
    if (!open) return interval(ends, lo, hi, noCauses);
    return interval(
      ends,
      lo,
      hi,
      unionOf(operands.map((operand) => operand.causes)),
      operands.some((operand) => operand.mayBeUndefined),
    );
  }
}

const emptyAmount = {
  causes: noCauses,
  none: false,
  mayBeNone: false,
  mayBeUndefined: false,
  reason: undefined,
} as const;
