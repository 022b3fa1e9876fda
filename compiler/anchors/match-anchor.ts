import { tearsBoundWord } from './bound-words.ts';
import { type FoldedText, foldText } from './fold-text.ts';

export interface Match {
  /** Offsets in the original document. */
  readonly start: number;
  readonly end: number;
}

const numberSign = /[\d.零〇一二两三四五六七八九十百千万亿]/;

/** More places than this are not told apart. */
const matchLimit = 1_000;

/** Where the words stand in a folded document. A match may not begin within a longer bound word, nor cut a number in two. */
export function findAll(words: string, document: FoldedText): readonly Match[] {
  const wanted = foldText(words).text;
  if (wanted === '') return [];
  const matches: Match[] = [];
  const { text, offsets } = document;
  for (
    let index = text.indexOf(wanted);
    index >= 0 && matches.length < matchLimit;
    index = text.indexOf(wanted, index + 1)
  ) {
    const end = index + wanted.length;
    if (tearsBoundWord(text, index) || cutsNumber(text, index) || cutsNumber(text, end)) continue;
    matches.push({ start: offsets[index]!, end: offsets[end - 1]! + 1 });
  }
  return matches;
}

/** Between two digits, or between a digit and the word that multiplies it. 一次 after 每家 is no number cut: one side must be Arabic. */
function cutsNumber(text: string, index: number): boolean {
  const before = text.charAt(index - 1);
  const after = text.charAt(index);
  if (/\d/.test(before))
    return numberSign.test(after) && after !== '.' ? true : after === '.' && /\d/.test(text.charAt(index + 1));
  return before === '.' && /\d/.test(after) && /\d/.test(text.charAt(index - 2));
}
