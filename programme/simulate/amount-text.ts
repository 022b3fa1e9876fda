/** Amounts between two ends, for people. */
import type { Language } from '../../diagnostics/diagnostic.ts';
import type { Ends } from './compare-sides.ts';

/** Thousands apart. */
export function groupedDigits(text: string): string {
  const [integer = '0', decimals] = text.split('.');
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** `1,200`; `0 – 600` where it is open; `0 – 600 +` where for some applicants no upper end is known. */
export function amountText({ low, high, endless }: Ends): string {
  const text = low === high ? groupedDigits(low) : `${groupedDigits(low)} – ${groupedDigits(high)}`;
  return endless === 0 ? text : `${text} +`;
}

/** With its sign: `+100,000`, `0`, `−5,000 … +200`. The ends are those of the lower and of the upper ends: `at least` and `at most`. */
export function differenceText({ low, high, endless }: Ends): string {
  const text = low === high ? signed(low) : `${signed(low)} … ${signed(high)}`;
  return endless === 0 ? text : `${text} …`;
}

function signed(text: string): string {
  if (text === '0') return text;
  return text.startsWith('-') ? `−${groupedDigits(text.slice(1))}` : `+${groupedDigits(text)}`;
}

export function kindTitle(
  names: { readonly zh: string; readonly en: string },
  currency: string,
  language: Language,
): string {
  if (language === 'zh') return `${names.zh}（${currency === 'CNY' ? '元' : currency}）`;
  return `${names.en.replace(/^(a|an|what) /, '')} (${currency})`;
}
