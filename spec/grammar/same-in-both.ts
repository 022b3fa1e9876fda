import { expect, test } from 'vitest';
import { parsed, withoutSpans } from './parsing.ts';

export type Pair = readonly [idea: string, en: string, zh: string];

/** Each pair must parse without a word, to one tree of one declaration. */
export function same(wrap: (text: string) => string, pairs: readonly Pair[]): void {
  test.each(pairs)('%s', (_idea, en, zh) => {
    const english = parsed(wrap(en));
    const chinese = parsed(wrap(zh));
    expect(english.findings).toEqual([]);
    expect(chinese.findings).toEqual([]);
    expect(withoutSpans(chinese.tree.declarations)).toEqual(withoutSpans(english.tree.declarations));
    expect(english.tree.declarations).toHaveLength(1);
  });
}
