import type { PolicyIr } from '../../../runtime/ir.ts';
import type { Origins } from '../../../runtime/origins.ts';
import { banner, type EmitOptions } from './emitted-file.ts';
import { isLikeJson, stringLiteral } from './literal.ts';
import { typed, typeOnly } from './type-syntax.ts';

/**
 * The IR and the table of origins as data: the evaluator reads the lists and blocks from it, the door its facts, explanations the
 * rest. JSON inside strings, since a `__proto__` key of an object literal would be no key.
 */
export function tablesModule(ir: PolicyIr, origins: Origins, options: EmitOptions): string {
  return `${[
    banner,
    typeOnly(`import type { Origins, PolicyIr } from ${stringLiteral(options.runtime)};`),
    '',
    `export const ir${typed('PolicyIr')} = JSON.parse(${joinedLiteral(JSON.stringify(ir))});`,
    '',
    `export const origins${typed('Origins')} = JSON.parse(${joinedLiteral(JSON.stringify(origins))});`,
  ].join('\n')}\n`;
}

const lineLength = 110;

/** A long text as a list of short literals, so that the file can be read and compared. */
function joinedLiteral(text: string): string {
  const lines: string[] = [];
  const literalOf = isLikeJson(text) ? (line: string) => JSON.stringify(line) : stringLiteral;
  let start = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + lineLength);
    // A pair of surrogates stays on one line.
    if (isHighSurrogate(text.charCodeAt(end - 1))) end += 1;
    lines.push(`  ${literalOf(text.slice(start, end))},`);
    start = end;
  }
  return `[\n${lines.join('\n')}\n].join("")`;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
