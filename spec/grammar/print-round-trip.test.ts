import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collector } from '../../diagnostics/diagnostic.ts';
import type { Name, PolicyFile } from '../../grammar/ast.ts';
import { parse } from '../../grammar/parse.ts';
import { type NameForms, type PrintLanguage, print } from '../../grammar/print.ts';
import { declared, randomTrees } from '../testing/random-tree.ts';

const languages: readonly PrintLanguage[] = ['zh', 'zh-hant', 'en'];
const asWritten: NameForms = { spaces: new Map() };
const trees = randomTrees(2);

function read(text: string): PolicyFile {
  const { report, diagnostics } = collector();
  const tree = parse({ file: 'printed.policy', text }, report);
  expect(
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, span }) => [code, message.en, text.slice(span?.start ?? 0, (span?.end ?? 0) + 20)]),
  ).toEqual([]);
  return tree;
}

/** The tree without its spans and comments; names as `named` sees them. */
function bare(tree: unknown, named: (text: string) => string = (text) => text): unknown {
  if (Array.isArray(tree)) return tree.map((one) => bare(one, named));
  if (typeof tree !== 'object' || tree === null) return tree;
  const entries = Object.entries(tree).filter(([key]) => key !== 'span' && key !== 'comments');
  const isReference = 'kind' in tree && tree.kind === 'Reference';
  return Object.fromEntries(
    entries.map(([key, value]) => [key, isReference && key === 'text' ? named(String(value)) : bare(value, named)]),
  );
}

/** The ids a form may stand for. */
const ids = new Map<string, string>();
function collectForms(tree: unknown): void {
  if (Array.isArray(tree)) tree.forEach(collectForms);
  else if (typeof tree === 'object' && tree !== null) {
    if ('kind' in tree && tree.kind === 'Name') {
      const { id, zh, hant } = tree as unknown as Name;
      for (const form of [id, zh, hant]) if (form !== undefined) ids.set(form, id);
    } else Object.values(tree).forEach(collectForms);
  }
}
collectForms(declared);
const idOf = (form: string) => ids.get(form) ?? form;

// Shrinking a whole file takes longer than reading the difference.
const runs = { numRuns: 15, endOnFailure: true };

describe.each(languages)('printed in %s and read again', (language) => {
  test('a tree is itself', () => {
    fc.assert(
      fc.property(trees.file, (tree) => {
        const text = print(tree, { language, names: asWritten });
        expect(bare(read(text))).toEqual(bare(tree));
      }),
      runs,
    );
  });

  test('a tree is itself but for the forms of its names', () => {
    fc.assert(
      fc.property(trees.file, (tree) => {
        const text = print(tree, { language });
        const again = read(text);
        expect(bare(again, idOf)).toEqual(bare(tree, idOf));
        expect(print(again, { language })).toBe(text);
      }),
      runs,
    );
  });

  test('comments are neither lost nor read, and stay where they are the second time', () => {
    fc.assert(
      fc.property(trees.file, fc.array(comment, { minLength: 1, maxLength: 12 }), (tree, comments) => {
        const commented = insertComments(print(tree, { language }), comments);
        const first = read(commented);
        expect(bare(first, idOf)).toEqual(bare(tree, idOf));
        const text = print(first, { language, source: commented });
        const second = read(text);
        expect(bare(second, idOf)).toEqual(bare(tree, idOf));
        expect(words(second)).toEqual(words(first));
        expect(print(second, { language, source: text })).toBe(text);
      }),
      runs,
    );
  });
});

test('from one language to the next and back, nothing changes', () => {
  fc.assert(
    fc.property(trees.file, (tree) => {
      const zh = print(tree, { language: 'zh' });
      const en = print(read(zh), { language: 'en' });
      const hant = print(read(en), { language: 'zh-hant' });
      expect(print(read(hant), { language: 'zh' })).toBe(zh);
    }),
    runs,
  );
});

/** Where it is put (a line, by its share of the text), what it says (or a blank line), and whether it has a line of its own. */
const comment = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  text: fc.constantFrom('plain', '} 条款 x {', '"', '「', '//', '条件 a 达到', '\n', '*/', '『'),
  ownLine: fc.boolean(),
});

interface PlacedComment {
  readonly place: number;
  readonly text: string;
  readonly ownLine: boolean;
}

function insertComments(text: string, comments: readonly PlacedComment[]): string {
  const lines = text.split('\n').slice(0, -1);
  const trailing = new Set<number>();
  const before = new Map<number, string[]>();
  comments.forEach(({ place, text: words, ownLine }, index) => {
    const line = Math.min(lines.length - 1, Math.floor(place * lines.length));
    const said = words === '\n' ? '' : `// ${index} ${words}`;
    if (ownLine || said === '' || trailing.has(line) || lines[line] === '')
      before.set(line, [...(before.get(line) ?? []), said]);
    else {
      trailing.add(line);
      lines[line] += `  ${said}`;
    }
  });
  return `${lines.flatMap((line, index) => [...(before.get(index) ?? []), line]).join('\n')}\n`;
}

/** What the comments say, each word of theirs once: comments that end up on one line are joined. */
function words({ comments }: PolicyFile): readonly string[] {
  return comments
    .flatMap(({ text }) => text.split(/(?=\/\/ \d)/))
    .map((text) => text.replace(/^\/\/ /, '').trim())
    .sort();
}
