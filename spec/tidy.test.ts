import { existsSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare, generators } from '../tools/gen.ts';
import { projectRoot } from './testing/golden.ts';
import { type Import, importsOf, maskedCode } from './testing/masked-code.ts';
import { isCode, isGenerated, projectFiles, readProjectFile } from './testing/project-files.ts';

/** What a folder may import beside itself. Folders that are not named here are shells and may import everything. */
interface Direction {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}
const directions: Readonly<Record<string, Direction>> = {
  diagnostics: { folders: [], packages: [] },
  grammar: { folders: ['diagnostics'], packages: [] },
  compiler: { folders: ['diagnostics', 'grammar'], packages: [] },
  runtime: { folders: ['diagnostics'], packages: ['ajv'] },
};

/**
 * The modules of runtime/ that the compiler may call: the IR, and the arithmetic and calendar that both halves share. Types it may
 * import from anywhere in runtime/. What an operation means stays out of reach, so that emitted code and interpreter can disagree.
 */
const sharedWithCompiler = [
  ...['ir', 'rational', 'decimal', 'display-text', 'day', 'sha256', 'example-text', 'compound'],
  ...['item-key', 'shared-keys', 'scope-sharers', 'smallest-coin'],
].map((name) => `runtime/${name}.ts`);

/** Modules of Node that neither do I/O nor read a clock. */
const pureModules = ['node:crypto'];
const impure =
  /(?<![\w$.])(?:console\s*\.|process\s*\.(?!getBuiltinModule\()|performance\s*\.|Date\s*\.\s*now\b|new\s+Date\s*\(|Math\s*\.\s*random\b|fetch\s*\(|setTimeout\s*\(|require\s*\()/g;

const maxLines = 500;
/** Files that may be longer, each with the reason. */
const longFiles: Readonly<Record<string, string>> = {};

const files = projectFiles();
const code = files.filter(isCode);
const core = code.filter((file) => file.split('/')[0]! in directions);

test('imports keep their direction', () => {
  expect(problems(core, wrongImports)).toEqual([]);
});

test('below the shells nothing does I/O or reads a clock', () => {
  const impureModules = (file: string) =>
    importsIn(file)
      .map(({ specifier }) => specifier)
      .filter((name) => name.startsWith('node:') && !pureModules.includes(name));
  const impureCalls = (file: string) => maskedCode(readProjectFile(file)).match(impure) ?? [];
  expect(problems(core, (file) => [...impureModules(file), ...impureCalls(file)])).toEqual([]);
});

test('no text becomes code while the program runs', () => {
  const evaluation = /(?<![\w$.])(?:eval|Function)\s*\(/g;
  expect(problems(code, (file) => maskedCode(readProjectFile(file)).match(evaluation) ?? [])).toEqual([]);
  const isVm = ({ specifier }: Import) => /^(?:node:)?vm$/.test(specifier);
  // The head of the bundle compiles the bundle itself, from what V8 saved of it; it never sees another text. Mutants run beside the program.
  const allowed = ['tools/launch.cjs', 'tools/mutation/module-graph.ts'];
  expect(code.filter((file) => importsIn(file).some(isVm))).toEqual(allowed);
});

test('every path named in our documents exists', () => {
  const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].filter((file) => files.includes(file));
  expect(problems(documents, missingPaths)).toEqual([]);
});

test('no file is too long to read', () => {
  const isLong = (file: string) => readProjectFile(file).trimEnd().split('\n').length > maxLines;
  const long = code.filter((file) => !isGenerated(file) && isLong(file));
  expect(long).toEqual(Object.keys(longFiles).sort());
});

test('files are named for what they hold', () => {
  const vague = /(?:^|[-._/])(?:utils?|helpers?|managers?|common)(?=[-._/])/i;
  expect(files.filter((file) => vague.test(file))).toEqual([]);
});

test('texts speak of the project alone', () => {
  const foreign = [/(?<![\w.-])\/work\//, /registry\.npmjs/, /\blocalhost:/, /\bAI assistant\b/i];
  const isText = (file: string) =>
    /(?:^|[./])(?:ts|mjs|js|json|md|policy|css|html|run|npmrc|gitignore|editorconfig)$/.test(file);
  const texts = files.filter((file) => isText(file) && file !== 'spec/tidy.test.ts');
  const foreignIn = (file: string) => {
    const text = readProjectFile(file);
    return foreign.filter((pattern) => pattern.test(text)).map((pattern) => pattern.source);
  };
  expect(problems(texts, foreignIn)).toEqual([]);
});

describe.skipIf(generators.length === 0)('generated files are as `npm run gen` writes them', () => {
  test.each(generators)(
    '$file',
    async (generator) => {
      const { current, fresh } = await compare(generator);
      expect(current).toBe(fresh);
      // The README runs every command that it shows: on a machine with other work that takes a while.
    },
    240_000,
  );
});

/** One line per finding, so that a failure lists all of them. */
function problems(among: readonly string[], find: (file: string) => readonly string[]): readonly string[] {
  return among.flatMap((file) => find(file).map((finding) => `${file}: ${finding}`));
}

function importsIn(file: string): readonly Import[] {
  return importsOf(readProjectFile(file));
}

function wrongImports(file: string): readonly string[] {
  return importsIn(file)
    .filter((one) => !mayImport(file, one))
    .map(({ specifier }) => specifier);
}

function mayImport(file: string, { specifier, typeOnly }: Import): boolean {
  const folder = file.split('/')[0]!;
  const { folders, packages } = directions[folder]!;
  if (specifier.startsWith('node:')) return true;
  if (!specifier.startsWith('.')) return packages.includes(packageOf(specifier));
  const target = posix.join(posix.dirname(file), specifier);
  const targetFolder = target.split('/')[0]!;
  if (folder === 'compiler' && targetFolder === 'runtime') return typeOnly || sharedWithCompiler.includes(target);
  return targetFolder === folder || folders.includes(targetFolder);
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** What a document writes in backticks, looks like a path of ours, and is not there. */
function missingPaths(document: string): readonly string[] {
  const prose = readProjectFile(document).replace(/^```[\s\S]*?^```/gm, '');
  const baseNames = new Set(files.map((file) => basename(file)));
  const topFolders = new Set(['editor', 'studio', 'bench']);
  for (const file of files) if (file.includes('/')) topFolders.add(file.split('/')[0]!);
  const isFileName = (name: string) => /^\.?[\w-]+(?:\.[\w-]+)*\.(?:ts|mjs|md|json|policy)$/.test(name);

  return [...prose.matchAll(/`([^`\s]+)`/g)]
    .map((match) => match[1]!)
    .filter((name) => !/[*<>{}$…]/.test(name))
    .filter((name) => {
      if (!name.includes('/')) return isFileName(name) && !baseNames.has(name);
      return topFolders.has(name.split('/')[0]!) && !existsSync(join(projectRoot, name));
    });
}

test('the lock file names the same command as the package', () => {
  const lock = JSON.parse(readProjectFile('package-lock.json')) as { packages: { '': { bin: unknown } } };
  const { bin } = JSON.parse(readProjectFile('package.json')) as { bin: unknown };
  expect(lock.packages[''].bin).toEqual(bin);
});
