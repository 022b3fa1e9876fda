/**
 * Names close to a mistyped one, closest first, at most `limit`. Distance counts code points, neighbours swapped count once;
 * a longer name that holds the wanted one (or the reverse) is near too, since Chinese names are often cut short.
 */
export function nearNames(wanted: string, candidates: Iterable<string>, limit = 3): readonly string[] {
  const points = [...wanted];
  if (points.length === 0 || points.length > longest) return [];
  const found: { readonly name: string; readonly distance: number }[] = [];
  for (const name of new Set(candidates)) {
    const distance = nearness(points, [...name]);
    if (name !== wanted && distance !== undefined) found.push({ name, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return found.slice(0, limit).map(({ name }) => name);
}

/** Longer names are nobody's slip of the pen. */
const longest = 80;

function nearness(wanted: readonly string[], name: readonly string[]): number | undefined {
  if (name.length > longest) return undefined;
  const allowed = Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3));
  const distance = editDistance(wanted, name);
  if (distance <= allowed && distance < Math.max(wanted.length, name.length)) return distance;
  const [short, long] = wanted.length < name.length ? [wanted, name] : [name, wanted];
  return short.length >= 2 && long.join('').includes(short.join('')) ? allowed + 1 : undefined;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1]?.toLowerCase() === b[column - 1]?.toLowerCase();
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
