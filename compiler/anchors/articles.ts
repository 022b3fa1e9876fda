import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import { type FoldedText, foldText } from './fold-text.ts';
import { chineseWhole } from './numerals.ts';

/** What `cites` may name. */
export type ArticleName = number | 'closing' | 'preamble';

/** One part of a document: offsets in its text, end exclusive. */
export interface Article {
  readonly name: ArticleName;
  readonly start: number;
  readonly end: number;
}

const numeral = '[零〇一二两三四五六七八九十百]+|\\d{1,3}';
/** How articles may be numbered, the surest form first. Each pattern begins at the head of a line. */
const forms: readonly RegExp[] = [
  new RegExp(`^第(${numeral})条`),
  new RegExp(`^\\((${numeral})\\)`),
  new RegExp(`^(${numeral})、`),
  /^(\d{1,3})\.(?!\d)/,
];

interface Heading {
  readonly number: number;
  readonly start: number;
}

/**
 * The articles of a document: headed 第三条, (三), 三、 or 3. at the head of a line. Of the forms that occur, the first whose numbers
 * run 1, 2, 3 … through the whole text is the articles'; a form that begins anew is of sections or items. Before the first stands the
 * preamble; the closing provisions begin at 附则 or at the first paragraph of the last article that speaks of the document itself.
 */
export function articlesOf(document: string): readonly Article[] {
  const folded = foldText(document, true);
  const heads = lineHeads(folded);
  const headings = forms.map((form) => headingsOf(folded, heads, form)).find(runsThrough) ?? [];
  if (headings.length === 0) return [];
  const closing = closingStart(folded, heads, headings.at(-1)!.start) ?? folded.text.length;
  const at = (index: number): number => folded.offsets[index]!;
  const bodies = headings.map(({ number, start }, index) => ({
    name: number,
    start: at(start),
    end: at(Math.min(headings[index + 1]?.start ?? closing, Math.max(closing, start))),
  }));
  return [
    { name: 'preamble', start: 0, end: at(headings[0]!.start) },
    ...bodies,
    { name: 'closing', start: at(closing), end: document.length },
  ];
}

function lineHeads({ text }: FoldedText): readonly number[] {
  const heads = [0];
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) heads.push(index + 1);
  return heads;
}

function headingsOf({ text }: FoldedText, heads: readonly number[], form: RegExp): readonly Heading[] {
  return heads.flatMap((start) => {
    const match = form.exec(text.slice(start, start + 12));
    if (match === null) return [];
    const number = /^\d/.test(match[1]!) ? Number(match[1]) : chineseWhole(match[1]!);
    return number === undefined ? [] : [{ number, start }];
  });
}

function runsThrough(headings: readonly Heading[]): boolean {
  return headings.length > 0 && headings.every(({ number }, index) => number === index + 1);
}

/** 附则 as a heading, or 本措施…, 本办法… as the beginning of a paragraph after the last article's own. */
function closingStart({ text }: FoldedText, heads: readonly number[], last: number): number | undefined {
  const isClosing = (start: number) => {
    const line = text.slice(start, start + 24);
    if (/^(?:第.+章|.{1,3}、)?附则/.test(line)) return true;
    return start > last && /^本(?:措施|办法|政策|规定|细则|意见|通知|实施细则|若干措施|方案|条例)/.test(line);
  };
  return (
    heads.find((start) => start >= last && isClosing(start)) ??
    heads.find((start) => /^(?:第.+章|.{1,3}、)附则/.test(text.slice(start, start + 12)))
  );
}

export function articleText(name: ArticleName | undefined): Bilingual {
  if (name === undefined) return { zh: '原文', en: 'the source' };
  if (name === 'closing') return { zh: '附则', en: 'the closing provisions' };
  if (name === 'preamble') return { zh: '序言', en: 'the preamble' };
  return { zh: `第${name}条`, en: `article ${name}` };
}
