import type { Report } from '../../diagnostics/diagnostic.ts';
import { SameIdAsBase } from '../../diagnostics/sharing.ts';
import type { Span } from '../../diagnostics/span.ts';
import type { ExampleDeclaration, InForceLine, PolicyFile, PolicyHead } from '../../grammar/ast.ts';
import { firstWholeYear } from '../lower/lower-example.ts';
import { declarationsOf } from '../walk.ts';
import { mergeHeads } from './merge-heads.ts';

export interface AdaptedHead {
  readonly declarations: readonly PolicyHead[];
  /** A rule that bears on every clause is another than in the base. */
  readonly changed: boolean;
  /** Where the base is named. */
  readonly place: Span;
  /** The year that an example of the base without one asks about. */
  readonly year: number;
  /** Whether some day of the year that an example of the base asks about is in force, as it was there. */
  readonly isInForce: (example: ExampleDeclaration) => boolean;
}

/** The head of an adapting policy, with the rules that it takes over from its base. */
export function adaptHead(own: PolicyFile, base: PolicyFile, report: Report): AdaptedHead {
  const [head, ...others] = declarationsOf(own, 'PolicyHead');
  const [before] = declarationsOf(base, 'PolicyHead');
  const term = termOf(head);
  const year = yearOf(termOf(before));
  // An example of a year in which the base was out of force asks for just that.
  const isInForce = (example: ExampleDeclaration) =>
    term === undefined || touches(term, example.year ?? year) || !touches(termOf(before) ?? term, example.year ?? year);
  if (head === undefined) return { declarations: [], changed: false, place: own.span, year, isInForce };
  if (head.name.id === before?.name.id) report(SameIdAsBase, { span: head.name.span }, { id: head.name.id });
  const { head: whole, changed } = mergeHeads(head, before);
  const place = head.adapts?.path.span ?? head.name.span;
  return { declarations: [whole, ...others], changed, place, year, isInForce };
}

function termOf(head: PolicyHead | undefined): InForceLine | undefined {
  return head?.lines.find((line) => line.kind === 'InForceLine');
}

function yearOf(term: InForceLine | undefined): number {
  if (term === undefined) return 2000;
  const { from, to } = term;
  return firstWholeYear({ inForce: { from: from.value, ...(to === undefined ? {} : { to: to.value }) } });
}

function touches({ from, to }: InForceLine, year: number): boolean {
  return Number(from.value.slice(0, 4)) <= year && (to === undefined || year <= Number(to.value.slice(0, 4)));
}
