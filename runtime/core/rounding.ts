import type { RoundingIr } from '../ir.ts';
import { type FixedEnd, type FractionEnd, floorDivide, powerOfTen, scaledInteger } from './ends.ts';

/** Rounds to a multiple of the step, exactly (R9). Infinite ends stay. */
export function roundFixedEnd(end: FixedEnd, scale: number, { mode, step }: RoundingIr): FixedEnd {
  if (typeof end === 'number') return end;
  const size = scaledInteger(step, scale);
  return wholeSteps(end, size, mode) * size;
}

export function roundFractionEnd(end: FractionEnd, { mode, step }: RoundingIr): FractionEnd {
  if (end.d === 0n) return end;
  const scale = decimalsOf(step);
  const size = scaledInteger(step, scale);
  const unit = powerOfTen(scale);
  return { n: wholeSteps(end.n * unit, end.d * size, mode) * size, d: unit };
}

function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** n/d as a whole number, d > 0. */
function wholeSteps(n: bigint, d: bigint, mode: RoundingIr['mode']): bigint {
  const below = floorDivide(n, d);
  const rest = n - below * d;
  if (rest === 0n) return below;
  switch (mode) {
    case 'down':
      return below;
    case 'up':
      return below + 1n;
    case 'awayFromZero':
      return n < 0n ? below : below + 1n;
    case 'halfUp':
      // A tie goes away from zero.
      return 2n * rest > d || (2n * rest === d && n > 0n) ? below + 1n : below;
    case 'halfEven':
      return 2n * rest > d || (2n * rest === d && below % 2n !== 0n) ? below + 1n : below;
  }
}
