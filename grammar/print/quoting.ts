import { vocabulary, wordIds } from '../vocabulary.ts';
import type { Word } from '../word.ts';

/** Fewer characters than the lexer takes into a word: quoting one too many is harmless. */
const hanPart = '[A-Za-z_]*[\\u3400-\\u4dbf\\u4e00-\\u9fff][A-Za-z_\\u3400-\\u4dbf\\u4e00-\\u9fff]*';
const plainWord = new RegExp(`^(?:${hanPart}|[A-Za-z_][A-Za-z0-9_]*)(?:\\.(?:${hanPart}|[A-Za-z0-9_]+))*$`);

let taken: ReadonlySet<string> | undefined;

/**
 * What would be read otherwise in place of a name: words of the language, but for those that stand aside for names; the first part
 * of a phrase; and its second, if the first may stand alone before a name (`per` before `year`).
 */
function takenWords(): ReadonlySet<string> {
  const forms = wordIds.flatMap((id) => {
    const { en, zh, hant, soft, afterNumber, afterSlash }: Word = vocabulary[id];
    const yields = (soft ?? afterNumber ?? afterSlash) === true;
    return [...en, ...zh, ...hant].map((form) => ({ parts: form.split(' '), yields }));
  });
  const single = new Set(forms.filter(({ parts }) => parts.length === 1).map(({ parts }) => parts[0]!));
  return new Set(
    forms.flatMap(({ parts: [first = '', second], yields }) => {
      if (second === undefined) return yields ? [] : [first];
      return single.has(first) ? [first, second] : [first];
    }),
  );
}

/** A name as it must be written: in 『』 where digits, quotes, brackets or a word of the language would be read otherwise. */
export function quotedName(name: string): string {
  taken ??= takenWords();
  return plainWord.test(name) && !taken.has(name) ? name : `『${name}』`;
}
