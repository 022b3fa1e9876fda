/** Everything a command may touch outside itself. The process gives one; tests give another. */
import type { Language } from '../diagnostics/diagnostic.ts';

export interface Host {
  readonly args: readonly string[];
  /** Language that the machine's settings ask for. */
  readonly locale: string;
  readonly out: Output;
  readonly error: Output;
  /** Text of a file; throws an error with `code` as Node does. */
  readFile(path: string): string;
  writeFile(path: string, text: string): void;
  appendFile(path: string, text: string): void;
  exists(path: string): boolean;
  /** Text of a file that was built with the program, by its name in `dist/`. */
  readOwnFile(name: string): string;
  /** Where the program's own files lie; undefined where it runs from its sources. */
  ownFolder(): string | undefined;
  makeFolder(path: string): void;
  /** Somebody sits at a terminal and can be asked. */
  readonly isInteractive: boolean;
  /** Standard input, in pieces as they arrive. */
  readonly input: AsyncIterable<string>;
  /** Today, as people here count it; for dates of record only. */
  today(): string;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  readonly columns: number;
}

/** Scripts can rely on these. */
export const exitCodes = { ok: 0, findings: 1, usage: 2, internal: 70 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function isLanguage(text: string): text is Language {
  return text === 'zh' || text === 'en';
}

/** `--lang` wins, then JIETI_LANG, then the locale: Chinese for any zh locale, English otherwise. */
export function languageOf(host: Host, chosen: string | undefined): Language {
  if (chosen === 'zh-hant') return 'zh';
  if (chosen !== undefined && isLanguage(chosen)) return chosen;
  return host.locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
