import type { Source } from '../../diagnostics/span.ts';
import { limits } from '../../grammar/limits.ts';

/**
 * Gives the text that a path means in another text; the compiler opens nothing itself. `from` is the `file` of the text that names it.
 * One text has one `file`, whichever way it is reached: by that, circles are known.
 */
export type LoadText = (path: string, from: string) => Source | LoadProblem;

/** Why there is no text; `reason` is the machine's word for it. */
export interface LoadProblem {
  readonly problem: 'missing' | 'notAllowed' | 'unreadable';
  readonly reason?: string;
}

export type TextProblem =
  | LoadProblem
  | { readonly problem: 'noTexts' }
  | { readonly problem: 'circle'; readonly chain: readonly string[] }
  | { readonly problem: 'tooMany' | 'tooDeep' | 'tooLong'; readonly limit: number };

/** One compilation's way to other texts. */
export interface Loading {
  readonly load: LoadText | undefined;
  /** Files being read, the outermost first. */
  readonly chain: readonly string[];
  readonly spent: { texts: number; length: number };
}

export function newLoading(source: Source, load: LoadText | undefined): Loading {
  return { load, chain: [source.file], spent: { texts: 0, length: 0 } };
}

/** The text, or why not. Each call counts against the limits. */
export function loadText({ load, chain, spent }: Loading, path: string): Source | TextProblem {
  if (load === undefined) return { problem: 'noTexts' };
  if (chain.length > limits.linkedDepth) return { problem: 'tooDeep', limit: limits.linkedDepth };
  spent.texts += 1;
  if (spent.texts > limits.linkedTexts) return { problem: 'tooMany', limit: limits.linkedTexts };
  const loaded = load(path, chain.at(-1)!);
  if ('problem' in loaded) return loaded;
  if (chain.includes(loaded.file)) return { problem: 'circle', chain: [...chain, loaded.file] };
  spent.length += loaded.text.length;
  if (spent.length > limits.linkedLength) return { problem: 'tooLong', limit: limits.linkedLength };
  return loaded;
}
