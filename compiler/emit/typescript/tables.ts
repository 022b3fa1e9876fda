import type { PolicyIr } from '../../../runtime/ir.ts';
import type { Origins } from '../../../runtime/origins.ts';
import { banner, type EmitOptions } from './emitted-file.ts';
import { stringLiteral } from './literal.ts';
import { typed, typeOnly } from './type-syntax.ts';

/**
 * The IR and the table of origins as data: the evaluator reads the lists and blocks from it, the door its facts, explanations the
 * rest. JSON inside strings, since a `__proto__` key of an object literal would be no key.
 */
export function tablesModule(ir: PolicyIr, origins: Origins, options: EmitOptions, settled: Settle): string {
  return `${[
    banner,
    settled(typeOnly(`import type { Origins, PolicyIr } from ${stringLiteral(options.runtime)};`)),
    '',
    `export const ir${settled(typed('PolicyIr'))} = ${parsed(JSON.stringify(ir))};`,
    '',
    `export const origins${settled(typed('Origins'))} = ${parsed(JSON.stringify(origins))};`,
  ].join('\n')}\n`;
}

/** A bundler leaves out what nobody reads only where it is told that making it does nothing else: origins are for explanations alone. */
function parsed(json: string): string {
  return `${pure} JSON.parse(${pure} ${joinedLiteral(json)})`;
}

const pure = '/* @__PURE__ */';

/** `asTypeScript` or `asJavaScript`: of the few pieces that have marks, for the rest may be many megabytes. */
type Settle = (marked: string) => string;

const lineLength = 110;

/** A long text as a list of short literals, so that the file can be read and compared. Escaped as a whole, which the engine does in one go, and cut between escapes. */
function joinedLiteral(text: string): string {
  const escaped = stringLiteral(text).slice(1, -1);
  const pieces: string[] = [];
  let start = 0;
  while (start < escaped.length) {
    const end = mayCutEscape(escaped, start + lineLength)
      ? afterEscape(escaped, start + lineLength)
      : start + lineLength;
    pieces.push(escaped.slice(start, end));
    start = end;
  }
  return `[\n  "${pieces.join('",\n  "')}",\n].join("")`;
}

/** Whether a backslash stands so near before a place that its escape may reach beyond it. Nearly always there is none. */
function mayCutEscape(escaped: string, place: number): boolean {
  for (let at = place - 1; at > place - longestEscape; at -= 1) if (escaped.charCodeAt(at) === backslash) return true;
  return false;
}
const backslash = 0x5c;

/** A place, or the end of the escape that it lies in. */
function afterEscape(escaped: string, place: number): number {
  for (let at = place - 1; at > place - longestEscape; at -= 1) {
    if (escaped[at] !== '\\') continue;
    let first = at;
    while (escaped[first - 1] === '\\') first -= 1;
    // Of a run of backslashes every second one is what the one before it escapes.
    const begins = (at - first) % 2 === 0;
    return begins ? Math.max(place, at + (escaped[at + 1] === 'u' ? longestEscape : 2)) : place;
  }
  return place;
}

/** `\u0000`. */
const longestEscape = 6;
