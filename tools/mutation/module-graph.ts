import { readFileSync } from 'node:fs';
import { createRequire, SourceMap } from 'node:module';
import { dirname, join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { transformSync } from 'esbuild';

type Exports = Record<string, unknown>;
type Load = (file: string) => Exports;
type Body = (exports: Exports, require: (specifier: string) => unknown, module: { exports: Exports }) => void;

/** Modules of the project and texts given in their place, made ready once and then run as often as one likes, each time anew. */
export class ModuleGraph {
  private readonly root: string;
  private readonly given: ReadonlyMap<string, string>;
  private readonly ready = new Map<string, Body>();
  private readonly places = new Map<string, ReadonlyMap<number, number>>();
  private readonly require: NodeJS.Require;

  /** `given`: texts by their path from the root; they need not exist as files. */
  constructor(root: string, given: ReadonlyMap<string, string>) {
    this.root = root;
    this.given = given;
    this.require = createRequire(join(root, 'package.json'));
  }

  text(file: string): string {
    return this.given.get(file) ?? readFileSync(join(this.root, file), 'utf8');
  }

  /** Where in the code that runs a place of a module's text stands. Undefined where none is noted. */
  placeInCode(file: string, offset: number): number | undefined {
    const known = this.places.get(file) ?? placesIn(this.text(file));
    this.places.set(file, known);
    return known.get(offset);
  }

  /** A module and all that it imports. */
  loadedBy(file: string): ReadonlySet<string> {
    const loaded = new Set<string>();
    this.instance(undefined, loaded)!(file);
    return loaded;
  }

  /** A fresh instance, in which one module has another text. Undefined where that text is no module. */
  instance(changed?: { readonly file: string; readonly text: string }, files = new Set<string>()): Load | undefined {
    const body = changed === undefined ? undefined : tryToRead(changed.file, changed.text);
    if (changed !== undefined && body === undefined) return undefined;
    const loaded = new Map<string, { exports: Exports }>();
    const load = (file: string): Exports => {
      const known = loaded.get(file);
      if (known !== undefined) return known.exports;
      const module = { exports: {} };
      loaded.set(file, module);
      files.add(file);
      const run = file === changed?.file && body !== undefined ? body : this.bodyOf(file);
      run(module.exports, (specifier) => this.resolved(specifier, file, load), module);
      return module.exports;
    };
    return load;
  }

  private bodyOf(file: string): Body {
    const known = this.ready.get(file) ?? readModule(file, this.text(file));
    this.ready.set(file, known);
    return known;
  }

  private resolved(specifier: string, from: string, load: (file: string) => Exports): unknown {
    return specifier.startsWith('.') ? load(join(dirname(from), specifier)) : this.require(specifier);
  }
}

function tryToRead(file: string, text: string): Body | undefined {
  try {
    return readModule(file, text);
  } catch {
    return undefined;
  }
}

const head = '(function (exports, require, module) {';
const options = { loader: 'ts', format: 'cjs', target: 'node20', logLevel: 'silent' } as const;

function readModule(file: string, text: string): Body {
  const { code } = transformSync(text, options);
  return new Script(`${head}${code}\n})`, { filename: file }).runInThisContext() as Body;
}

/** By places of the text. */
function placesIn(text: string): ReadonlyMap<number, number> {
  const { code, map } = transformSync(text, { ...options, sourcemap: 'external' });
  const entries = new SourceMap(JSON.parse(map));
  const starts = lineStarts(text);
  const found = new Map<number, number>();
  lineStarts(code).forEach((start, line, all) => {
    for (let column = 0; start + column < (all[line + 1] ?? code.length); column += 1) {
      const entry = entries.findEntry(line, column);
      if (!('originalLine' in entry) || entry.generatedLine !== line || entry.generatedColumn !== column) continue;
      found.set(starts[entry.originalLine]! + entry.originalColumn, head.length + start + column);
    }
  });
  return found;
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

const running = createContext({ run: (): unknown => undefined });
const call = new Script('run()');

/** Runs something that a mutant may keep from ever ending. `'too long'` after the time, in milliseconds. */
export function withinTime<T>(milliseconds: number, run: () => T): T | 'too long' {
  running.run = run;
  try {
    return call.runInContext(running, { timeout: milliseconds }) as T;
  } catch (error) {
    // The error comes from the other context, of whose classes we know nothing.
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'too long';
    throw error;
  }
}
