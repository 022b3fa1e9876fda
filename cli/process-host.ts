import { appendFileSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Host, Output } from './host.ts';

export interface ProcessHost extends Host {
  /** Ends the process as soon as all is written: taking the memory down piece by piece takes longer than some verbs do. */
  end(code: number): void;
}

/** The host of a real process. Loading an output takes a while, and most runs have no errors to write. */
export function processHost(): ProcessHost {
  let error: Output | undefined;
  return {
    args: process.argv.slice(2),
    locale:
      process.env.JIETI_LANG ??
      process.env.LC_ALL ??
      process.env.LANG ??
      // Of all that know the machine's locale this is made soonest.
      new Intl.PluralRules().resolvedOptions().locale,
    out: output(process.stdout),
    get error() {
      error ??= output(process.stderr);
      return error;
    },
    end(code) {
      const exit = () => process.exit(code);
      process.stdout.write('', error === undefined ? exit : () => process.stderr.write('', exit));
    },
    readFile: (path) => decode(readFileSync(path)),
    writeFile: (path, text) => writeFileSync(path, text),
    appendFile: (path, text) => appendFileSync(path, text),
    exists: existsSync,
    readOwnFile: (name) => decode(readFileSync(join(ownFolder(), name))),
    ownFolder: () => (typeof JIETI_BUNDLED === 'undefined' ? undefined : ownFolder()),
    makeFolder: (path) => mkdirSync(path, { recursive: true }),
    get isInteractive() {
      return process.stdin.isTTY === true && process.stdout.isTTY === true;
    },
    get input() {
      return process.stdin.setEncoding('utf8') as AsyncIterable<string>;
    },
    today: () => {
      const now = new Date();
      return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
    },
  };
}

/** `dist/`: where the bundle lies, or beside the sources it is made of. */
function ownFolder(): string {
  const folder = dirname(realpathSync(process.argv[1] ?? '.'));
  return typeof JIETI_BUNDLED === 'undefined' ? join(folder, '..', 'dist') : folder;
}

/** Files are UTF-8; one that is not is refused rather than read as something else. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw Object.assign(new Error('not UTF-8'), { code: 'ENOTUTF8' });
  }
}

function output(stream: NodeJS.WriteStream): Output {
  const colour = stream.isTTY === true && process.env.NO_COLOR === undefined;
  return { write: (text) => void stream.write(text), isTerminal: colour, columns: stream.columns ?? 120 };
}
