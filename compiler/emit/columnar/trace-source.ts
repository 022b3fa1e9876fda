/** Where the value of code stands already: in the columns, or in the code itself. */
import type { TraceSource } from '../../../runtime/columnar/trace-layout.ts';
import { type CodeBlock, codeBehind, isAtom, withoutBrackets } from './code-block.ts';
import type { EmitContext } from './emit-context.ts';

/** Absent: it has to be recorded. */
export function numberSource(code: string, { writer, block }: EmitContext): TraceSource | undefined {
  if (/^-?\d{1,15}$/u.test(code)) return { in: 'code', value: Number(code) };
  return writer.sources.get(code) ?? writer.sources.get(codeBehind(block, code));
}

export interface PlainCondition {
  readonly isNegated: boolean;
  readonly plain: string;
  /** As short as it can be written. */
  readonly shortest: string;
}

/** A condition without names, brackets and negations around it: one that is written in several ways is recorded once. */
export function plainCondition(code: string, block: CodeBlock): PlainCondition {
  let isNegated = false;
  let plain = code;
  let shortest: string | undefined;
  for (;;) {
    const rest = plain.slice(1);
    if (plain.startsWith('!') && (isAtom(rest) || withoutBrackets(rest) !== rest)) {
      isNegated = !isNegated;
      plain = rest;
      shortest = undefined;
      continue;
    }
    if (isAtom(plain)) shortest ??= plain;
    const inner = isAtom(plain) ? codeBehind(block, plain) : withoutBrackets(plain);
    if (inner === plain) return { isNegated, plain, shortest: shortest ?? plain };
    plain = inner;
  }
}
