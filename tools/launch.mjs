// The head of dist/jieti.mjs. The program stands below it as the comment in an otherwise empty function: Node reads past a comment in no
// time, and the text is then compiled by way of a file that holds what V8 made of it when it was built. That file is an extra: without
// it, or with one made by another Node, the same text is compiled anew, which takes about a tenth of a second longer.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** Compiles and runs the program that a function holds; `id` is a digest of its text, so that a file of another build is never taken. */
export function launch(program, id, url) {
  const cachedData = savedCode(new URL(savedCodeName(id), url));
  const script = compiled(textWithin(String(program)), new URL(url), cachedData);
  script.runInThisContext()(createRequire(url));
}

/** The digest and the exact Node are in the name: V8 itself compares only the length of the text and its own version. */
export function savedCodeName(id) {
  return `jieti-${id}-${process.version}-${process.arch}.code`;
}

/** Stands in the comment for what would end it. */
export const brokenEnd = '*@/';

/** The program out of its comment. */
export function textWithin(holder) {
  return holder.slice(holder.indexOf('/*') + 2, holder.lastIndexOf('*/')).replaceAll(brokenEnd, '*/');
}

/**
 * A check is over before code that runs often could repay being optimised, which takes the second processor meanwhile; a long run gets
 * there a moment later. Known to be a flag of Node 20 to 22; one that is unknown would print a line.
 */
const flagsForShortRuns = ['--interrupt-budget=1000000'];

export function compiled(text, url, cachedData) {
  // Flags are part of what V8 compares before it takes saved code, so they are set before it is made and before it is used.
  if (/^v2[0-2]\./.test(process.version)) for (const flag of flagsForShortRuns) setFlagsFromString(flag);
  return new Script(`(function (require) {${text}\n})`, { filename: url.pathname, cachedData });
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
export function sumOf(bytes) {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let sum = bytes.length;
  for (let index = 0; index < words.length; index += 64) sum = (Math.imul(sum, 31) + words[index]) | 0;
  return sum;
}
