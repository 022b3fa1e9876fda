/** Figures of dated parameters: which version, and how a changing one comes to its mean. R19. */
import { rangeText } from './amount-text.ts';
import type { ExplainedExpression } from './explanation.ts';
import type { Words } from './words.ts';

/** Which version a figure is, where one alone was read. */
export function withVersion({ versions, source, mode }: ExplainedExpression, text: string, words: Words): string {
  if (source?.kind === 'parameter' && source.publication !== undefined)
    return words.published(text, source.publication.publishedOn, source.publication.source);
  const [only] = versions ?? [];
  if (only?.since === undefined || versions?.length !== 1 || mode === 'period') return text;
  return words.version(text, only.since, only.publication?.publishedOn);
}

/** `(40% × 182 days + 30% × 184 days) ÷ 366 days`. */
export function meanText({ versions = [], unit }: ExplainedExpression, words: Words): string {
  const days = (count: number) => words.duration(String(count), 'days');
  const parts = versions.map(
    ({ value, days: count }) =>
      `${value === undefined ? words.unknown : rangeText(value, unit, words)} × ${days(count)}`,
  );
  return `(${parts.join(' + ')}) ÷ ${days(versions.reduce((sum, { days: count }) => sum + count, 0))}`;
}

/** A figure that changed within the period is worked out before it stands in a sum. */
export function isMean({ operation, mode, versions = [] }: ExplainedExpression): boolean {
  return operation === 'dated' && mode === 'period' && versions.length > 1;
}
