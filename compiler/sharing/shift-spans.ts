import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/span.ts';

/** A copy of a tree that stands `by` further on in the row of offsets. */
export function shiftSpans<T>(tree: T, by: number): T {
  if (Array.isArray(tree)) return tree.map((one) => shiftSpans<unknown>(one, by)) as T;
  if (typeof tree !== 'object' || tree === null || tree instanceof Set) return tree;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(tree))
    copy[key] = key === 'span' ? shifted(value as Span, by) : shiftSpans<unknown>(value, by);
  return copy as T;
}

export function shiftDiagnostic(found: Diagnostic, by: number): Diagnostic {
  const notes = found.notes.map((note) => ({ ...note, span: shifted(note.span, by) }));
  return { ...found, notes, ...(found.span === undefined ? {} : { span: shifted(found.span, by) }) };
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
