import type { Language } from '../../../diagnostics/diagnostic.ts';
import type { BlockIr, ClauseIr, NodeId } from '../../../runtime/ir.ts';
import type { QueryWriter } from './query-writer.ts';
import { comment } from './quoting.ts';

/** A line as the drafter reads it, and the source's words that stand on it. */
export function lineComments({ origins, language }: QueryWriter, node: NodeId): readonly string[] {
  const origin = origins.nodes[node];
  if (origin === undefined) return [];
  const label = (language === 'zh' ? origin.zh : origin.en) ?? '';
  const anchors = (origin.anchors ?? []).map((anchor) => `「${anchor}」`).join(' ');
  const text = `${label} ${anchors}`.trim();
  return text === '' ? [] : [comment(text)];
}

/** Article and name of a clause, above its tables. */
export function clauseHeading({ language }: QueryWriter, clause: ClauseIr): readonly string[] {
  const { article, paragraph, names, id } = clause;
  const place = articleText(article, paragraph, language);
  const name = (language === 'zh' ? names.zh : undefined) ?? names.en;
  return [comment(`${[place, name === id ? '' : name].filter((part) => part !== '').join(' ')} (${id})`)];
}

function articleText(article: ClauseIr['article'], paragraph: number | undefined, language: Language): string {
  if (article === undefined) return '';
  if (typeof article !== 'number')
    return { zh: { closing: '附则', preamble: '序言' }, en: { closing: 'closing', preamble: 'preamble' } }[language][
      article
    ];
  const part = paragraph === undefined ? '' : language === 'zh' ? `第${paragraph}款` : `, paragraph ${paragraph}`;
  return language === 'zh' ? `第${article}条${part}` : `article ${article}${part}`;
}

/** Article and name of a block, above its table. */
export function blockHeading({ language }: QueryWriter, { article, names, id }: BlockIr): readonly string[] {
  const name = (language === 'zh' ? names.zh : undefined) ?? names.en;
  const place = articleText(article, undefined, language);
  return [comment(`${[place, name === id ? '' : name].filter((part) => part !== '').join(' ')} (${id})`)];
}
