import type { Anchor } from '../../grammar/ast.ts';

/** What becomes of nodes of a tree, by identity. */
export interface Changes {
  readonly replaced: ReadonlyMap<object, object>;
  readonly omitted: ReadonlySet<object>;
  /** Nodes whose anchors speak of another document now: those they bear instead. */
  readonly anchors: ReadonlyMap<object, readonly Anchor[]>;
}

/** A tree with its changes; what nothing in it changed is the same node as before. `copied` is told of every node that bears new anchors. */
export function substitute<T>(tree: T, changes: Changes, copied: (before: object, after: object) => void): T {
  if (typeof tree !== 'object' || tree === null) return tree;
  const other = changes.replaced.get(tree);
  if (other !== undefined) return other as T;
  if (Array.isArray(tree)) {
    const kept = tree.filter((one) => !changes.omitted.has(one as object));
    const copies = kept.map((one) => substitute<unknown>(one, changes, copied));
    return isSame(copies, tree) ? tree : (copies as T);
  }
  const entries = Object.entries(tree).map(
    ([key, value]) => [key, key === 'span' ? value : substitute<unknown>(value, changes, copied)] as const,
  );
  const anchors = changes.anchors.get(tree);
  if (anchors === undefined && entries.every(([key, value]) => value === (tree as Record<string, unknown>)[key]))
    return tree;
  const copy = { ...Object.fromEntries(entries), ...(anchors === undefined ? {} : { anchors }) };
  if (anchors !== undefined) copied(tree, copy);
  return copy as T;
}

function isSame(copies: readonly unknown[], tree: readonly unknown[]): boolean {
  return copies.length === tree.length && copies.every((one, index) => one === tree[index]);
}
