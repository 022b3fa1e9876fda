/** What other clauses and blocks read of each clause. */
import type { ClauseId, Expr, PolicyIr, Statement } from '../../../runtime/ir.ts';
import { withinExpression, withinLine } from './within.ts';

export interface ClauseReads {
  own: boolean;
  gate: boolean;
  beforeCap: boolean;
  value: boolean;
  readonly labels: Set<string>;
  /** An active block takes it as a member. */
  inBlock: boolean;
  /** The clauses that this one reads. */
  readonly from: Set<ClauseId>;
}

/** Of a policy without switches. */
export function clauseReads(
  ir: PolicyIr,
  isActive: (block: PolicyIr['blocks'][number]) => boolean,
): ReadonlyMap<ClauseId, ClauseReads> {
  const texts = new Set(ir.clauses.filter(({ kind }) => kind === 'none').map(({ id }) => id));
  const reads = new Map(ir.clauses.map(({ id }) => [id, nothing()] as const));
  const note = (nodes: readonly Expr[], from: Set<ClauseId>): void => {
    for (const node of nodes) {
      if (node.kind !== 'clause' && node.kind !== 'isGranted') continue;
      from.add(node.clause);
      const read = reads.get(node.clause)!;
      if (node.kind === 'isGranted') {
        read.own = true;
        read.gate ||= texts.has(node.clause);
      } else if (node.at.kind === 'line') read.labels.add(node.at.label);
      else if (node.at.kind === 'after') read.value = true;
      else read[node.at.kind] = true;
    }
  };
  for (const clause of ir.clauses) {
    const { from } = reads.get(clause.id)!;
    for (const line of linesWithin(clause.statements)) note(withinLine(line), from);
  }
  for (const block of ir.blocks) {
    if (!isActive(block)) continue;
    for (const member of block.members) reads.get(member)!.inBlock = true;
    if (block.kind === 'groupCap')
      note(withinExpression(block.amount), reads.get(block.members[0]!)?.from ?? new Set());
  }
  return reads;
}

function nothing(): ClauseReads {
  return {
    own: false,
    gate: false,
    beforeCap: false,
    value: false,
    labels: new Set(),
    inBlock: false,
    from: new Set(),
  };
}

/** Lines of items too. */
export function linesWithin(lines: readonly Statement[]): readonly Statement[] {
  return lines.flatMap((line) => (line.kind === 'items' ? [line, ...linesWithin(line.statements)] : [line]));
}
