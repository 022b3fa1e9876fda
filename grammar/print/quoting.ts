import { vocabulary, type WordId, wordIds } from '../vocabulary.ts';

const latinWord = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*$/;
/** Fewer characters than the lexer takes into a word: quoting one too many is harmless. */
const hanWord = /^[A-Za-z_]*[\u3400-\u4dbf\u4e00-\u9fff][A-Za-z_\u3400-\u4dbf\u4e00-\u9fff]*$/;

/** Words of the language that would be read in place of a name, alone or as part of a phrase; soft ones stand aside for names. */
const taken: ReadonlySet<string> = new Set(wordIds.flatMap(takenBy));

/** A name as it must be written: in 『』 where digits, quotes, brackets or a word of the language would be read otherwise. */
export function quotedName(name: string): string {
  const plain = latinWord.test(name) || hanWord.test(name);
  return plain && !taken.has(name) ? name : `『${name}』`;
}

function takenBy(id: WordId): readonly string[] {
  const { en, zh, hant, soft } = { soft: false, ...vocabulary[id] };
  return [...en, ...zh, ...hant].flatMap((form) => {
    const words = form.split(' ');
    return words.length === 1 && soft ? [] : words;
  });
}
