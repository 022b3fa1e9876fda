import { readFileSync } from 'node:fs';
import type { Host } from '../../cli/host.ts';
import { run } from '../../cli/run.ts';

export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  /** Files as they are after the command, those given and those written. */
  readonly files: Readonly<Record<string, string>>;
}

export interface CommandSetting {
  readonly files?: Readonly<Record<string, string>>;
  /** Files built together with the program, in place of those in dist/. */
  readonly ownFiles?: Readonly<Record<string, string>>;
  readonly input?: readonly string[];
  readonly locale?: string;
  readonly isInteractive?: boolean;
  /** Paths that cannot be read or written, with the code of the error. */
  readonly failing?: Readonly<Record<string, string>>;
}

/** Runs `jieti` in this process: files in memory first, then those of the repository, which are never written. */
export async function jieti(args: readonly string[], setting: CommandSetting = {}): Promise<CommandResult> {
  const files: Record<string, string> = { ...setting.files };
  const fail = (path: string) => {
    const code = setting.failing?.[path];
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  };
  let out = '';
  let error = '';
  const host: Host = {
    args,
    locale: setting.locale ?? 'en',
    out: {
      write: (text) => {
        out += text;
      },
      isTerminal: false,
      columns: 120,
    },
    error: {
      write: (text) => {
        error += text;
      },
      isTerminal: false,
      columns: 120,
    },
    readFile: (path) => {
      fail(path);
      return files[path] ?? readFileSync(path, 'utf8');
    },
    writeFile: (path, text) => {
      fail(path);
      files[path] = text;
    },
    appendFile: (path, text) => {
      fail(path);
      files[path] = (files[path] ?? '') + text;
    },
    exists: (path) => path in files,
    readOwnFile: (name) => {
      fail(name);
      return setting.ownFiles?.[name] ?? readFileSync(`dist/${name}`, 'utf8');
    },
    ownFolder: () => undefined,
    makeFolder: () => undefined,
    isInteractive: setting.isInteractive ?? false,
    input: (async function* () {
      yield* setting.input ?? [];
    })(),
    today: () => '2025-01-20',
  };
  const code = await run(host);
  return { code, out, error, files };
}
