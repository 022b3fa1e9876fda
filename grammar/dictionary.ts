import { vocabulary, type WordId, wordIds } from './vocabulary.ts';
import type { Word } from './word.ts';

/** What a stretch of text may be: words of the vocabulary (one form may serve several, told apart by where they stand), a name. */
export interface Meaning {
  readonly ids: readonly WordId[];
  readonly isName: boolean;
  /** Part of a phrase (比上年 增长) and nothing by itself. */
  readonly isPart: boolean;
}

interface Branch {
  readonly next: Map<string, Branch>;
  meaning?: Meaning;
}

/** A tree of all words and names by their characters: finding those that begin at a place costs no more than the longest of them. */
export class Dictionary {
  private readonly root: Branch = { next: new Map() };

  constructor(names: Iterable<string>) {
    for (const [form, ids] of keywordForms) this.add(form, { ids, isName: false, isPart: ids.length === 0 });
    for (const name of names) this.add(name, { ids: [], isName: true, isPart: false });
  }

  private add(form: string, meaning: Meaning): void {
    let branch = this.root;
    for (const unit of form.split('')) {
      let next = branch.next.get(unit);
      if (!next) {
        next = { next: new Map() };
        branch.next.set(unit, next);
      }
      branch = next;
    }
    const old = branch.meaning;
    branch.meaning = old
      ? {
          ids: [...old.ids, ...meaning.ids],
          isName: old.isName || meaning.isName,
          isPart: old.isPart && meaning.isPart,
        }
      : meaning;
  }

  /** All entries that begin at a place, shortest first: where each ends, and what it is. */
  from(text: string, start: number): readonly { readonly end: number; readonly meaning: Meaning }[] {
    const found: { end: number; meaning: Meaning }[] = [];
    let branch: Branch | undefined = this.root;
    for (let at = start; at < text.length; at += 1) {
      branch = branch.next.get(text[at]!);
      if (!branch) break;
      if (branch.meaning) found.push({ end: at + 1, meaning: branch.meaning });
    }
    return found;
  }

  find(text: string): Meaning | undefined {
    let branch: Branch | undefined = this.root;
    for (const unit of text.split('')) {
      branch = branch.next.get(unit);
      if (!branch) return undefined;
    }
    return branch.meaning;
  }
}

/** The words of a phrase, as the lexer will meet them: `last year's` is three. */
export interface Phrase {
  readonly parts: readonly string[];
  /** As an author would write it. */
  readonly text: string;
  readonly id: WordId;
}

export const phrases: readonly Phrase[] = wordIds.flatMap((id) =>
  formsOf(vocabulary[id])
    .filter((form) => /[ ']/.test(form))
    .map((form) => ({
      id,
      text: /[^ -~]/.test(form) ? form.replaceAll(' ', '') : form,
      parts: form.replace("'s", " 's").split(' '),
    })),
);

/** Single words and the parts of Chinese phrases (with no id), by their form. */
const keywordForms: ReadonlyMap<string, readonly WordId[]> = forms();

function forms(): Map<string, readonly WordId[]> {
  const all = new Map<string, readonly WordId[]>();
  for (const { parts } of phrases) for (const part of parts) if (/[^ -~]/.test(part)) all.set(part, []);
  for (const id of wordIds)
    for (const form of formsOf(vocabulary[id])) if (!/[ ']/.test(form)) all.set(form, [...(all.get(form) ?? []), id]);
  return all;
}

/** Every spelling once. */
function formsOf({ en, zh, hant }: Word): readonly string[] {
  return [...new Set([...en, ...zh, ...hant])];
}

/** The words of the vocabulary that a form may be, single words only. */
export function keywordsOf(form: string): readonly WordId[] {
  return keywordForms.get(form) ?? [];
}

/** Written as one word and never to be a name. */
export function isReserved(form: string): boolean {
  return keywordsOf(form).some((id) => {
    const entry: Word = vocabulary[id];
    return !entry.soft && !entry.afterNumber && !entry.afterSlash;
  });
}
