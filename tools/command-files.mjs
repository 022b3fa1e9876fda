// The command line as a few scripts, so that a verb loads what it needs and V8 can keep what it compiled of each. Esbuild splits the program
// into ES modules, but code of modules cannot be saved; so each becomes a function, a piece, and the pieces that every start needs, with those
// of `jieti check`, stand in one file. Pieces import each other without cycles, and what one exports is never assigned again.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { build } from 'esbuild';
import { buildSettings, root } from './build-settings.mjs';

/** Writes `jieti.cjs`, which is tools/launch.cjs as it stands, and the files that it loads. What an earlier build left there goes last. */
export async function writeCommand(dist) {
  const folder = join(dist, 'command');
  const command = join(dist, 'jieti.cjs');
  const files = await commandFiles();
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, `${name}.js`), text);
  const launcher = readFileSync(join(root, 'tools', 'launch.cjs'), 'utf8');
  const start = `launch(join(__dirname, 'command'), '${files[0].name}');`;
  writeFileSync(command, ['#!/usr/bin/env node', launcher, start, ''].join('\n'));
  chmodSync(command, 0o755);
  const written = new Set(files.map(({ name }) => `${name}.js`));
  for (const name of readdirSync(folder)) if (!written.has(name)) rmSync(join(folder, name), { force: true });
}

/** File names without extension, and texts of ASCII alone; the first holds the piece `main`. */
async function commandFiles() {
  const { outputFiles, metafile } = await build({
    ...buildSettings,
    entryPoints: ['cli/main.ts'],
    outdir: 'dist/command',
    splitting: true,
    chunkNames: '[name]-[hash]',
    minify: true,
    charset: 'ascii',
    legalComments: 'eof',
    alias: { 'node:child_process': join(root, 'tools', 'no-child-process.cjs') },
    // Tables are read by packages of their own, loaded by the verbs that need them.
    external: ['@duckdb/node-api', 'read-excel-file', 'write-excel-file'],
    // What asks for it runs from source only.
    define: { ...buildSettings.define, 'import.meta.url': '"file:///"' },
    metafile: true,
    write: false,
  });
  const { outputs } = metafile;
  const texts = new Map(outputFiles.map(({ path, text }) => [posix.basename(path), text]));
  const pieces = Object.keys(outputs).map((path) => {
    const text = texts.get(posix.basename(path));
    return { path, text: `"${pieceOf(path)}":${pieceText(text, outputs[path])}` };
  });
  const early = neededEarly(outputs);
  const first = fileOf(pieces.filter(({ path }) => early.has(path)));
  const digest = createHash('sha256').update(first).digest('hex').slice(0, 16);
  const late = pieces.filter(({ path }) => !early.has(path));
  return [
    { name: `check-${digest}`, text: first },
    ...late.map((piece) => ({ name: pieceOf(piece.path), text: fileOf([piece]) })),
  ];
}

function pieceOf(path) {
  return posix.basename(path, '.js');
}

/** What every start needs and what `jieti check` needs. */
function neededEarly(outputs) {
  const entryOf = (source) => Object.keys(outputs).find((path) => outputs[path].entryPoint === source);
  const needed = new Set();
  const add = (path) => {
    if (needed.has(path)) return;
    needed.add(path);
    for (const { path: next, kind } of outputs[path].imports)
      if (kind === 'import-statement' && next in outputs) add(next);
  };
  for (const source of ['cli/main.ts', 'cli/commands/check.ts']) add(entryOf(source));
  return needed;
}

/** Written as escapes, other characters mean the same in strings, patterns and names, which is where they stand. */
function fileOf(pieces) {
  const text = `({${pieces.map((piece) => piece.text).join(',\n')}})\n`;
  return text.replaceAll(
    /[^\n\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A statement as esbuild writes it; strings in the program spell theirs otherwise. */
const importStatement =
  /(?<=^|[;}\n])import(?:(?<whole>[\w$]+|\*as [\w$]+)?,?(?:\{(?<names>[^{}]*)\})?from)?"(?<from>[^"]+)";\n?/g;
const exportStatement = /(?<=^|[;}\n])export\{(?<names>[^{}]*)\};\n/;

/** An ES module as a function of `require`, `load` and `bring` that gives what it exports. */
function pieceText(module, { imports, exports }) {
  const from = new Set();
  const head = [];
  let rest = module.replaceAll(importStatement, (...found) => {
    const groups = found.at(-1);
    from.add(groups.from);
    head.push(importedBy(groups));
    return '';
  });
  rest = rest.replace(exportStatement, (...found) => `return{${pairs(found.at(-1).names, ':', true)}};\n`);
  rest = rest.replaceAll(/(?<=\bawait |\(\)=>)import\(/g, 'bring(');
  for (const { path, kind } of imports)
    if (kind === 'dynamic-import' && path.startsWith('dist/'))
      rest = rest.replaceAll(`bring("./${posix.basename(path)}")`, `Promise.resolve(load("${pieceOf(path)}"))`);
  const wanted = new Set(imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path));
  const isReadWhole = from.size === wanted.size && exports.length > 0 === exportStatement.test(module);
  if (!isReadWhole) throw new Error('esbuild writes modules in another form than is read here');
  return `function(require,load,bring){"use strict";${head.join('')}${rest}\n}`;
}

function importedBy({ whole, names, from }) {
  const value = from.startsWith('./') ? `load("${posix.basename(from, '.js')}")` : `require("${from}")`;
  const name = whole?.replace('*as ', '');
  const parts = [
    ...(name === undefined ? [] : [`${name}=${value}`]),
    ...(names === undefined ? [] : [`{${pairs(names, ':', false)}}=${value}`]),
  ];
  return parts.length === 0 ? `${value};` : `const ${parts.join(',')};`;
}

/** `a as b, c` → `a:b,c`, or where the first is the inner name `b:a,c`. */
function pairs(list, sign, isInnerFirst) {
  return list
    .split(',')
    .map((pair) => pair.split(' as '))
    .map(([one, other]) =>
      other === undefined ? one : isInnerFirst ? `${other}${sign}${one}` : `${one}${sign}${other}`,
    )
    .join(',');
}
