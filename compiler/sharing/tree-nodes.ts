import type { Name, Reference } from '../../grammar/ast.ts';

/** Every object of a tree, spans left out. Without recursion: a sum may have very many terms. */
export function* everyNode(root: unknown): Generator<object> {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null || value instanceof Set) continue;
    if (!Array.isArray(value)) yield value;
    for (const [key, inner] of Object.entries(value)) if (key !== 'span') open.push(inner);
  }
}

export function referencesIn(root: unknown): readonly Reference[] {
  return nodesOf<Reference>(root, 'Reference');
}

export function namesIn(root: unknown): readonly Name[] {
  return nodesOf<Name>(root, 'Name');
}

function nodesOf<T extends { readonly kind: string }>(root: unknown, kind: T['kind']): readonly T[] {
  return [...everyNode(root)].filter((node): node is T & object => 'kind' in node && node.kind === kind);
}
