import type { Language } from '../../diagnostics/diagnostic.ts';
import { wrap } from './display-width.ts';
import type { ExplainedClause, ExplanationHead } from './explanation.ts';
import { textLines } from './taken-over.ts';
import type { Words } from './words.ts';

export interface RenderOptions {
  readonly language: Language;
  /** Escape codes for terminals; off unless asked for. */
  readonly colour?: boolean;
  /** Columns to fit into; default 120. */
  readonly width?: number;
  /** Whether to show the source's words; silent: in a last column, if there is room for one. */
  readonly anchors?: boolean;
}
export const defaultWidth = 120;

/** What was assessed, for whom and when; then what it rests on. Facts of an example have no digest. */
export function headText(head: ExplanationHead, words: Words, width: number): readonly string[] {
  const { language } = words;
  const title = [head.policy.names[language], words.year(head.period.label), head.subject.id].join(' · ');
  const digests = [
    `${words.head.policy} ${head.policy.id} ${head.policyDigest.slice(0, 12)}`,
    ...(head.factsDigest === '' ? [] : [`${words.head.facts} ${head.factsDigest.slice(0, 12)}`]),
    `jieti ${head.compilerVersion}`,
  ];
  return [title, digests.join(' · '), ...textLines(head, words).flatMap((line) => wrap(line, width))];
}

/** Id, name where there is another one, and where it stands in the source. */
export function clauseTitle(clause: ExplainedClause, words: Words): string {
  const { article, paragraph } = clause;
  const cited = article === undefined ? '' : `${words.opening}${words.article(article, paragraph)}${words.closing}`;
  return `${titleText(clause.clause, clause.names[words.language])}${cited}`;
}

export function titleText(id: string, name: string): string {
  return name === id ? id : `${id}  ${name}`;
}
