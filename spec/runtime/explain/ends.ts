/** Exact ends of intervals for re-deriving explanations: code of its own, sharing nothing with the runtime. */

/** n/d with d > 0; infinity is 1/0, its opposite −1/0. */
export interface End {
  readonly n: bigint;
  readonly d: bigint;
}
export interface Interval {
  readonly lo: End;
  readonly hi: End;
}

export const zero: End = { n: 0n, d: 1n };
export const infinity: End = { n: 1n, d: 0n };
const minusInfinity: End = { n: -1n, d: 0n };

/** `12.5`, `1/3`, `infinity`, `2024-05-01` (as a number of days). */
export function readEnd(text: string): End {
  if (text === 'infinity') return infinity;
  if (text === '-infinity') return minusInfinity;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { n: BigInt(Date.parse(`${text}T00:00:00Z`) / 86_400_000), d: 1n };
  const [n = '0', d = '1'] = text.split('/');
  const decimals = n.split('.')[1]?.length ?? 0;
  return { n: BigInt(n.replace('.', '')), d: BigInt(d) * 10n ** BigInt(decimals) };
}

export function order(a: End, b: End): number {
  if (a.d === 0n && b.d === 0n) return Number(a.n - b.n);
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const negated = ({ n, d }: End): End => ({ n: -n, d });
export const least = (...ends: readonly End[]): End => ends.reduce((a, b) => (order(b, a) < 0 ? b : a));
export const greatest = (...ends: readonly End[]): End => ends.reduce((a, b) => (order(b, a) > 0 ? b : a));

/** Where +∞ meets −∞, `towards` wins. */
export function plus(a: End, b: End, towards: End): End {
  if (a.d !== 0n && b.d !== 0n) return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
  if (a.d === 0n && b.d === 0n) return a.n === b.n ? a : towards;
  return a.d === 0n ? a : b;
}

/** 0 × ∞ = 0. */
export function times(a: End, b: End): End {
  if (a.n === 0n || b.n === 0n) return zero;
  const d = a.d * b.d;
  return d === 0n ? { n: a.n > 0n === b.n > 0n ? 1n : -1n, d } : { n: a.n * b.n, d };
}

/** `b` is not 0; x ÷ ∞ = 0. */
export function over(a: End, b: End): End {
  if (b.d === 0n) return zero;
  return times(a, b.n < 0n ? { n: -b.d, d: -b.n } : { n: b.d, d: b.n });
}

export function floored(a: End): End {
  if (a.d === 0n) return a;
  const quotient = a.n / a.d;
  return { n: a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient, d: 1n };
}

export function sum(intervals: readonly Interval[]): Interval {
  return intervals.reduce((a, b) => ({ lo: plus(a.lo, b.lo, minusInfinity), hi: plus(a.hi, b.hi, infinity) }), {
    lo: zero,
    hi: zero,
  });
}

export const opposite = ({ lo, hi }: Interval): Interval => ({ lo: negated(hi), hi: negated(lo) });

export function product(a: Interval, b: Interval): Interval {
  const ends = [times(a.lo, b.lo), times(a.lo, b.hi), times(a.hi, b.lo), times(a.hi, b.hi)] as const;
  return { lo: least(...ends), hi: greatest(...ends) };
}

/** Both ends through a map that keeps order. */
export const mapped = ({ lo, hi }: Interval, map: (end: End) => End): Interval => ({ lo: map(lo), hi: map(hi) });
export const lowest = (...all: readonly Interval[]): Interval => ({
  lo: least(...all.map(({ lo }) => lo)),
  hi: least(...all.map(({ hi }) => hi)),
});
export const highest = (...all: readonly Interval[]): Interval => ({
  lo: greatest(...all.map(({ lo }) => lo)),
  hi: greatest(...all.map(({ hi }) => hi)),
});
export const hull = (...all: readonly Interval[]): Interval => ({
  lo: least(...all.map(({ lo }) => lo)),
  hi: greatest(...all.map(({ hi }) => hi)),
});
export const same = (a: Interval, b: Interval): boolean => order(a.lo, b.lo) === 0 && order(a.hi, b.hi) === 0;
