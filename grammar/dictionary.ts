import { vocabulary, type WordId, wordIds } from './vocabulary.ts';
import type { Word } from './word.ts';

/** What a stretch of text may be: words of the vocabulary (one form may serve several, told apart by where they stand), a name. */
export interface Meaning {
  readonly ids: readonly WordId[];
  readonly isName: boolean;
  /** Part of a phrase (比上年 增长) and nothing by itself. */
  readonly isPart: boolean;
}

/** An entry that begins at a place: where it ends, and what it is. */
export interface Entry {
  readonly end: number;
  readonly meaning: Meaning;
}

/**
 * All words and names of a file. Finding those that begin at a place costs one look for each length that words with that first character
 * have.
 */
export class Dictionary {
  private readonly names = new Set<string>();
  private readonly lengthsOfNames = new Map<string, number[]>();
  private readonly lengths = new Map<string, readonly number[]>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      if (this.names.has(name) || name === '') continue;
      this.names.add(name);
      noteLength(this.lengthsOfNames, name);
    }
  }

  /** All entries that begin at a place, shortest first. */
  from(text: string, start: number): readonly Entry[] {
    const lengths = this.lengthsFrom(text.charAt(start));
    let found: Entry[] | undefined;
    for (let index = 0; index < lengths.length; index += 1) {
      const end = start + lengths[index]!;
      if (end > text.length) break;
      const meaning = this.find(text.slice(start, end));
      if (meaning === undefined) continue;
      if (found === undefined) found = [{ end, meaning }];
      else found.push({ end, meaning });
    }
    return found ?? noEntries;
  }

  /** Of all words and names that begin with a character. */
  private lengthsFrom(first: string): readonly number[] {
    let lengths = this.lengths.get(first);
    if (lengths === undefined) {
      lengths = merged(keywordLengths.get(first) ?? noLengths, this.lengthsOfNames.get(first) ?? noLengths);
      this.lengths.set(first, lengths);
    }
    return lengths;
  }

  find(text: string): Meaning | undefined {
    const ids = keywordForms.get(text);
    const isName = this.names.has(text);
    if (ids === undefined) return isName ? plainName : undefined;
    return { ids, isName, isPart: ids.length === 0 && !isName };
  }
}

const noEntries: readonly Entry[] = [];
const noLengths: readonly number[] = [];
const noIds: readonly WordId[] = [];
const plainName: Meaning = { ids: [], isName: true, isPart: false };

/** Adds the length of a form to those of its first character, in order. */
function noteLength(lengths: Map<string, number[]>, form: string): void {
  const first = form.charAt(0);
  const known = lengths.get(first);
  if (known === undefined) lengths.set(first, [form.length]);
  else if (!known.includes(form.length)) known.splice(placeFor(known, form.length), 0, form.length);
}

function placeFor(sorted: readonly number[], length: number): number {
  let at = sorted.length;
  while (at > 0 && sorted[at - 1]! > length) at -= 1;
  return at;
}

/** Two lists in order as one, each number once. */
function merged(left: readonly number[], right: readonly number[]): readonly number[] {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const both = [...left];
  for (const length of right) if (!both.includes(length)) both.splice(placeFor(both, length), 0, length);
  return both;
}

/** The words of a phrase, as the lexer will meet them: `last year's` is three. */
export interface Phrase {
  readonly parts: readonly string[];
  /** As an author would write it. */
  readonly text: string;
  readonly id: WordId;
}

const noted: Phrase[] = [];
export const phrases: readonly Phrase[] = noted;

/** Single words and the parts of Chinese phrases (with no id), by their form. */
const keywordForms = new Map<string, WordId[]>();

for (const id of wordIds) noteForms(id, vocabulary[id]);
for (const { parts } of phrases)
  for (const part of parts) if (isHan(part) && !keywordForms.has(part)) keywordForms.set(part, []);

const keywordLengths = new Map<string, number[]>();
for (const form of keywordForms.keys()) noteLength(keywordLengths, form);

/** Every spelling once. */
function noteForms(id: WordId, { en, zh, hant }: Word): void {
  for (const form of en) noteForm(form, id);
  for (const form of zh) if (!en.includes(form)) noteForm(form, id);
  if (hant !== zh) for (const form of hant) if (!zh.includes(form) && !en.includes(form)) noteForm(form, id);
}

function noteForm(form: string, id: WordId): void {
  if (form.includes(' ') || form.includes("'")) {
    const text = isHan(form) ? form.replaceAll(' ', '') : form;
    noted.push({ id, text, parts: form.replace("'s", " 's").split(' ') });
    return;
  }
  const known = keywordForms.get(form);
  if (known === undefined) keywordForms.set(form, [id]);
  else known.push(id);
}

function isHan(form: string): boolean {
  return /[^ -~]/.test(form);
}

/** The words of the vocabulary that a form may be, single words only. */
export function keywordsOf(form: string): readonly WordId[] {
  return keywordForms.get(form) ?? noIds;
}

/** A word of the language, or a part of a phrase that is none by itself (起月数). */
export function isWordOrPart(form: string): boolean {
  return keywordForms.has(form);
}

/** Whether a reserved word stands anywhere in a text, with whatever around it. */
export function holdsReserved(text: string): boolean {
  for (let start = 0; start < text.length; start += 1) {
    const lengths = keywordLengths.get(text.charAt(start));
    if (lengths === undefined) continue;
    for (let index = 0; index < lengths.length && start + lengths[index]! <= text.length; index += 1)
      if (isReserved(text.slice(start, start + lengths[index]!))) return true;
  }
  return false;
}

/** Written as one word and never to be a name. */
export function isReserved(form: string): boolean {
  const ids = keywordForms.get(form);
  return ids?.some(isReservedWord) === true;
}

function isReservedWord(id: WordId): boolean {
  const { soft, afterNumber, afterSlash, beforeNumber }: Word = vocabulary[id];
  return !soft && !afterNumber && !afterSlash && !beforeNumber;
}
