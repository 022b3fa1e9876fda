import { type BoundId, boundOperators } from '../grammar/bound-words.ts';
import { replaceableWords, vocabulary, type WordId, wordIds } from '../grammar/vocabulary.ts';
import type { Word } from '../grammar/word.ts';

/** All words of the language as a document, so that the reference cannot drift from what the compiler reads. */
export function wordsTable(): string {
  return `${[
    '<!-- Made by `npm run gen` from `grammar/vocabulary.ts`. -->',
    '',
    '# All words of the language',
    '',
    'The first form of each is the one the formatter writes; the others are read. A word without a form in one language is said there by another construct (`spec/language.md`, chapter 8). “Soft” words may also be names; “after a number”, “after a comma” and “before a number” are words only there.',
    '',
    ...table(
      ['English', '简体', '繁體', ''],
      wordIds.map((id) => [...formsOf(id), traitsOf(vocabulary[id])]),
    ),
    '',
    '## Bound words',
    '',
    'Which side of its figure a word takes. Each spelling comes back from the formatter as it was written.',
    '',
    ...table(
      ['English', '简体', '繁體', 'the figure itself'],
      (Object.keys(boundOperators) as BoundId[]).map((id) => [...formsOf(id), sides[boundOperators[id]]]),
    ),
    '',
    '## Words that a reading may replace',
    '',
    'A bound word stands for all spellings of its side.',
    '',
    ...table(
      ['English', '简体', '繁體'],
      Object.values(replaceableWords).map((id) => formsOf(id)),
    ),
  ].join('\n')}\n`;
}

const sides = {
  atLeast: 'included, and more',
  over: 'excluded, more only',
  atMost: 'included, and less',
  under: 'excluded, less only',
  equal: 'exactly',
  notEqual: 'anything else',
} as const;

function formsOf(id: WordId): readonly string[] {
  const { en, zh, hant }: Word = vocabulary[id];
  return [en, zh, hant].map((forms) => forms.map((form) => `\`${form}\``).join(' '));
}

function traitsOf({ soft, afterNumber, afterComma, afterSlash, beforeNumber }: Word): string {
  return [
    soft && 'soft',
    afterNumber && 'after a number',
    afterSlash && 'after the slash of a unit',
    afterComma && 'after a comma',
    beforeNumber && 'before a number',
  ]
    .filter(Boolean)
    .join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
