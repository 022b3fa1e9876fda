/** Where the value of code stands already: in the columns, or in the code itself. */
import type { TraceSource } from '../../../runtime/columnar/trace-layout.ts';
import { codeBehind, isAtom, withoutBrackets } from './code-block.ts';
import type { EmitContext } from './emit-context.ts';

/** Absent: it has to be recorded. */
export function numberSource(code: string, { writer, block }: EmitContext): TraceSource | undefined {
  if (/^-?\d{1,15}$/u.test(code)) return { in: 'code', value: Number(code) };
  return writer.sources.get(code) ?? writer.sources.get(codeBehind(block, code));
}

/** The same of a condition: constant, or whether a cell holds some whole number. */
export function truthSource(code: string, context: EmitContext): TraceSource | undefined {
  const { negated, plain } = stripped(code, context);
  if (plain === 'true' || plain === 'false') return { in: 'code', value: (plain === 'true') === negated ? 0 : 1 };
  const [, left, right] = /^(.+) === (\d{1,9})$/u.exec(plain) ?? [];
  if (left === undefined || right === undefined) return undefined;
  const source = numberSource(left, context);
  if (source === undefined || source.in === 'trace' || source.in === 'mark' || source.in === 'code') return undefined;
  return { ...source, equals: Number(right), ...(negated ? { not: true } : {}) };
}

/** Without names, brackets and negations around it. */
function stripped(code: string, { block }: EmitContext): { readonly negated: boolean; readonly plain: string } {
  let negated = false;
  let plain = code;
  for (;;) {
    const rest = plain.slice(1);
    if (plain.startsWith('!') && (isAtom(rest) || withoutBrackets(rest) !== rest)) {
      negated = !negated;
      plain = rest;
      continue;
    }
    const inner = isAtom(plain) ? codeBehind(block, plain) : withoutBrackets(plain);
    if (inner === plain) return { negated, plain };
    plain = inner;
  }
}
