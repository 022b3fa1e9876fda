/** Which clauses share a function: those that read or meet each other must, others may until the function is long enough. */
import type { ClauseId, PolicyIr } from '../../../runtime/ir.ts';
import type { ClauseReads } from './clause-reads.ts';

/** Of a part: entries of the policy's order. */
export type Part = PolicyIr['order'];

/**
 * Engines give up on optimising functions beyond some 60 KB of bytecode, and take long over half of it. A node of the IR comes to some
 * twenty bytes.
 */
const nodesPerPart = 700;

/** Parts in the policy's order. `sizeOf`: nodes of a clause. */
export function partsOf(
  ir: PolicyIr,
  reads: ReadonlyMap<ClauseId, ClauseReads>,
  isActive: (block: PolicyIr['blocks'][number]) => boolean,
  sizeOf: (clause: ClauseId) => number,
): readonly Part[] {
  const roots = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let next = roots.get(at); next !== undefined; next = roots.get(at)) at = next;
    return at;
  };
  const join = (one: string, other: string): void => {
    const [a, b] = [rootOf(one), rootOf(other)];
    if (a !== b) roots.set(a, b);
  };
  for (const [clause, { from }] of reads) for (const read of from) join(clause, read);
  const blocks = new Map(ir.blocks.map((block) => [block.id, block]));
  for (const block of ir.blocks) {
    if (isActive(block)) for (const member of block.members.slice(1)) join(block.members[0]!, member);
  }
  const groups = new Map<string, PolicyIr['order'][number][]>();
  for (const entry of ir.order) {
    const block = entry.kind === 'block' ? blocks.get(entry.id)! : undefined;
    // A block that is switched off belongs to each member's group: only what reads a member after it asks for it.
    const places = block === undefined ? [entry.id] : isActive(block) ? [block.members[0]!] : block.members;
    for (const root of new Set(places.map(rootOf))) addTo(groups, root, entry);
  }
  return packed([...groups.values()], sizeOf);
}

function packed(groups: readonly Part[], sizeOf: (clause: ClauseId) => number): readonly Part[] {
  const parts: PolicyIr['order'][number][][] = [];
  let room = 0;
  for (const group of groups) {
    const size = group.reduce((sum, { kind, id }) => sum + (kind === 'clause' ? sizeOf(id) : 10), 0);
    if (size > room) {
      parts.push([]);
      room = nodesPerPart;
    }
    parts.at(-1)!.push(...group);
    room -= size;
  }
  return parts;
}

function addTo<T>(groups: Map<string, T[]>, key: string, entry: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [entry]);
  else group.push(entry);
}
