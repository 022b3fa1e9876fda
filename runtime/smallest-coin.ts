import type { DecimalText } from './ir.ts';

const withoutSmallerCoin: ReadonlySet<string> = new Set(['JPY', 'KRW', 'VND', 'CLP', 'ISK']);

/** The smallest coin of a currency, in its base unit. R9: a silent policy pays down to it. */
export function smallestCoin(currency: string): DecimalText {
  return withoutSmallerCoin.has(currency) ? '1' : '0.01';
}
