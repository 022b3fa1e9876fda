import type { Expression, Raised } from '../ast.ts';
import { binding, expressionDoc, operand } from './expressions.ts';
import type { Doc } from './layout.ts';
import { afterComma, type Printer, spaced, word } from './printer.ts';

/** The figure before any rise, and what is written after it: `, raised by R if P` · ，上浮 R 如果 P. */
export function raisedParts(printer: Printer, expression: Expression): { readonly of: Expression; readonly tail: Doc } {
  if (expression.kind !== 'Raised') return { of: expression, tail: '' };
  const { of, tail } = raisedParts(printer, expression.of);
  return { of, tail: [tail, raisedTail(printer, expression)] };
}

/** Lines begin with other forms of the same words. */
const pastForms = { raise: 'raised by', lower: 'lowered by' } as const;

function raisedTail(printer: Printer, { operation, by, condition }: Raised): Doc {
  const raised = printer.english ? pastForms[operation] : word(printer, operation);
  const only = spaced(word(printer, 'if'), expressionDoc(printer, condition));
  return afterComma(printer, spaced(raised, operand(printer, by, binding.sum), only));
}
