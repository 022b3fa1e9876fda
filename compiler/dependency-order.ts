/**
 * Puts everything after what it needs. Without recursion, so that a long chain does no harm. A cycle is cut at the edge that closes
 * it and handed to `onCycle`, from the member met first to the one that needs it again.
 */
export function dependencyOrder<T>(
  all: readonly T[],
  needs: (one: T) => readonly T[],
  onCycle?: (cycle: readonly T[]) => void,
): readonly T[] {
  const ordered: T[] = [];
  const state = new Map<T, 'open' | 'done'>();
  for (const root of all) {
    if (state.has(root)) continue;
    const needed = needs(root);
    // Most need nothing.
    if (needed.length === 0) {
      state.set(root, 'done');
      ordered.push(root);
      continue;
    }
    const path: { readonly one: T; readonly rest: T[] }[] = [];
    const open = (one: T, own: readonly T[]) => {
      state.set(one, 'open');
      path.push({ one, rest: [...own].reverse() });
    };
    open(root, needed);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        path.pop();
        state.set(top.one, 'done');
        ordered.push(top.one);
      } else if (!state.has(next)) open(next, needs(next));
      else if (state.get(next) === 'open')
        onCycle?.(path.slice(path.findIndex(({ one }) => one === next)).map(({ one }) => one));
    }
  }
  return ordered;
}
