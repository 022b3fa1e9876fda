import type { Language } from '../../diagnostics/diagnostic.ts';
import type { ExplanationHead } from './explanation.ts';
import type { Words } from './words.ts';

export interface RenderOptions {
  readonly language: Language;
  /** Escape codes for terminals; off unless asked for. */
  readonly colour?: boolean;
  /** Columns to fit into; default 120. */
  readonly width?: number;
}
export const defaultWidth = 120;

/** What was assessed, for whom and when; then what it rests on. */
export function headText(head: ExplanationHead, words: Words): readonly string[] {
  const { language } = words;
  const title = [head.policy.names[language], words.year(head.period.label), head.subject.id].join(' · ');
  const digests = [
    `${words.head.policy} ${head.policy.id} ${head.policyDigest.slice(0, 12)}`,
    `${words.head.facts} ${head.factsDigest.slice(0, 12)}`,
    `jieti ${head.compilerVersion}`,
  ];
  return [title, digests.join(' · ')];
}
