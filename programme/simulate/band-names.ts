/** How bands of figures are called: `under 5,000,000`, `5,000,000 to under 20,000,000`, `20,000,000 and over`. */
import type { Language } from '../../diagnostics/diagnostic.ts';
import type { DecimalText, FieldIr } from '../../runtime/ir.ts';
import { multiply, ofDecimalText, toDecimalText, whole } from '../../runtime/rational.ts';
import { groupedDigits } from './amount-text.ts';

/** One band more than there are edges. */
export function bandNames(edges: readonly string[], language: Language): readonly string[] {
  const isZh = language === 'zh';
  if (edges.length === 0) return [isZh ? '已填' : 'stated'];
  return [...edges, undefined].map((edge, index) => {
    const before = edges[index - 1];
    if (before === undefined) return isZh ? `不足 ${edge}` : `under ${edge}`;
    if (edge === undefined) return isZh ? `${before} 以上` : `${before} and over`;
    return isZh ? `${before} 至不足 ${edge}` : `${before} to under ${edge}`;
  });
}

export function figureName(figure: DecimalText, { type }: FieldIr, language: Language): string {
  const isPercent = type.kind === 'percent' || type.kind === 'points';
  const shown = isPercent ? (toDecimalText(multiply(ofDecimalText(figure), whole(100))) ?? figure) : figure;
  return `${groupedDigits(shown)}${isPercent ? '%' : type.kind === 'money' && language === 'zh' && type.currency === 'CNY' ? '元' : ''}`;
}
