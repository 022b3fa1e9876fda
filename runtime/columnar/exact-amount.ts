import { exactText } from '../explain/exact-text.ts';
import type { ExactText } from '../explain/explanation.ts';
import { fraction } from '../rational.ts';

/** A whole number of 1/denominator as exact text: `12.5`, or `n/d` where no decimal ends. */
export function amountText(value: number, denominator: number): ExactText {
  if (denominator === 100 && value >= 0) return fenText(value);
  if (denominator === 1) return String(value);
  return exactText(fraction(BigInt(value), BigInt(denominator)));
}

/** The commonest by far, without a detour by BigInt. */
function fenText(fen: number): string {
  const rest = fen % 100;
  const whole = (fen - rest) / 100;
  if (rest === 0) return String(whole);
  return rest % 10 === 0 ? `${whole}.${rest / 10}` : `${whole}${rest < 10 ? '.0' : '.'}${rest}`;
}
