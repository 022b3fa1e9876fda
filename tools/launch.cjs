// The head of dist/jieti.cjs: loads the files of dist/command/, each when something in it is first asked for. CommonJS and scripts, for the
// loader of ES modules takes longer than most verbs. V8 reads a script together with what it compiled of it when the command was built, which
// lies beside it (`.code`). That file is an extra: without it, or with one made by another Node, the script is compiled anew, which takes
// about a tenth of a second longer.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

/**
 * A check is over before code that runs often could repay being optimised, which takes the second processor meanwhile; a long run gets
 * there a moment later. Known to be a flag of Node 20 to 22; one that is unknown would print a line.
 */
const flagsForShortRuns = ['--interrupt-budget=1000000'];

/**
 * Runs the piece `main`, which the file `first` holds. A file is one expression: an object of pieces, functions that give what they export.
 * A piece that stands in no file read so far has a file of its own, named for it. `onScript` is told each file and its script.
 */
function launch(folder, first, onScript = () => undefined) {
  // Flags are part of what V8 compares before it takes saved code, so they are set before it is made and before it is used.
  if (/^v2[0-2]\./.test(process.version)) for (const flag of flagsForShortRuns) setFlagsFromString(flag);
  const pieces = {};
  const loaded = {};
  const read = (name) => {
    const script = scriptOf(folder, name);
    onScript(name, script);
    Object.assign(pieces, script.runInThisContext());
  };
  const load = (piece) => {
    if (piece in loaded) return loaded[piece];
    if (!(piece in pieces)) read(piece);
    loaded[piece] = pieces[piece](require, load, bring);
    return loaded[piece];
  };
  read(first);
  load('main');
}

/** A script knows no import() of its own. */
function bring(specifier) {
  return import(specifier);
}

/** The text is ASCII alone, which is read many times faster than one of all characters. */
function scriptOf(folder, name) {
  const filename = join(folder, `${name}.js`);
  const cachedData = savedCode(join(folder, savedCodeName(name)));
  return new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
}

/** The exact Node is in the name, and a digest in that of the file: V8 itself compares only the length of the text and its own version. */
function savedCodeName(name) {
  return `${name}-${process.version}-${process.arch}.code`;
}

/** V8 takes damaged code for good and crashes, so the file ends in a sum over what stands before. */
function savedCode(file) {
  try {
    const whole = readFileSync(file);
    const code = whole.subarray(0, -4);
    return sumOf(code) === whole.readInt32LE(code.length) ? code : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Of the length and of one word of four bytes in each stretch of 256 bytes: what is damaged was not written to its end, or whole blocks of the
 * disk are gone. Adding up every word would take as long as saved code saves.
 */
function sumOf(bytes) {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let sum = bytes.length;
  for (let index = 0; index < words.length; index += 64) sum = (Math.imul(sum, 31) + words[index]) | 0;
  return sum;
}

module.exports = { launch, savedCodeName, sumOf };
