import type { ClauseId, PolicyIr } from '../../../runtime/ir.ts';

/** A value of a clause that others may read: at the end of its own lines, before its cap, or after a line with a name. */
export type ValueKey = 'own' | 'before_cap' | `line_${string}`;

/** Which values of which clauses are read by others, so that only these become columns. */
export function valuesRead(ir: PolicyIr): ReadonlyMap<ClauseId, ReadonlySet<ValueKey>> {
  const read = new Map<ClauseId, Set<ValueKey>>();
  const note = (clause: ClauseId, key: ValueKey): void => {
    read.set(clause, (read.get(clause) ?? new Set()).add(key));
  };
  visit([ir.clauses, ir.blocks], (node) => {
    if (typeof node.clause !== 'string') return;
    if (node.kind === 'isGranted') note(node.clause, 'own');
    if (node.kind !== 'clause') return;
    if (node.at?.kind === 'own') note(node.clause, 'own');
    if (node.at?.kind === 'beforeCap') note(node.clause, 'before_cap');
    if (node.at?.kind === 'line') note(node.clause, `line_${node.at.label}`);
  });
  return read;
}

interface Reference {
  readonly kind?: unknown;
  readonly clause?: unknown;
  readonly at?: { readonly kind?: unknown; readonly label?: string };
}

function visit(value: unknown, see: (node: Reference) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) see(value);
  for (const inner of Object.values(value)) visit(inner, see);
}
