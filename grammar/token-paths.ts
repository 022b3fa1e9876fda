import type { Production, TokenPath } from './production.ts';
import { is } from './token-type.ts';

/** How far the grammar may look ahead. */
const farthest = 2;

/** The beginning of a way through productions, and what is left of them after it. */
interface Way {
  readonly path: TokenPath;
  readonly left: readonly Production[];
}

/**
 * The tokens that begin each of several stretches of the grammar: one token where it tells the stretch from all others, else two. The same
 * paths as Chevrotain's, in the same order.
 */
export function tokenPaths(stretches: readonly (readonly Production[])[]): readonly (readonly TokenPath[])[] {
  const found: TokenPath[][] = stretches.map(() => []);
  let open = stretches.map((parts) => waysInto(parts, 1, []));
  const seen = open.map((ways) => new Set(ways.flatMap(({ path }) => keysOf(path))));
  for (let length = 1; length <= farthest; length += 1) {
    const longer: Way[][] = stretches.map(() => []);
    for (const [index, ways] of open.entries())
      for (const { path, left } of ways) {
        const keys = keysOf(path);
        const isOwn = !seen.some((others, other) => other !== index && keys.some((key) => others.has(key)));
        if (isOwn || left.length === 0 || path.length === farthest) {
          if (!found[index]!.some((known) => covers(known, path))) found[index]!.push(path);
          continue;
        }
        const further = waysInto(left, length + 1, path);
        longer[index]!.push(...further);
        for (const way of further) for (const key of keysOf(way.path)) seen[index]!.add(key);
      }
    open = longer;
  }
  return found;
}

/** All ways through productions, up to a number of tokens. */
function waysInto(parts: readonly Production[], longest: number, begun: TokenPath): readonly Way[] {
  const ways: Way[] = [];
  const path = [...begun];
  for (const [index, part] of parts.entries()) {
    if (path.length >= longest) return [...ways, { path, left: parts.slice(index) }];
    const rest = parts.slice(index + 1);
    const by = (inner: readonly Production[]) => waysInto([...inner, ...rest], longest, path);
    switch (part.kind) {
      case 'token':
        path.push(part.type);
        break;
      case 'rule':
        return [...ways, ...by(part.rule.whole.parts)];
      case 'choice':
        return [...ways, ...part.alternatives.flatMap(({ parts: alternative }) => by(alternative))];
      case 'optional':
        ways.push(...by(part.inside.parts));
        break;
      case 'repetition':
        ways.push(...by(oneRound(part)));
        if (part.atLeastOnce) return ways;
        break;
    }
  }
  return [...ways, { path, left: [] }];
}

function oneRound(repetition: Extract<Production, { kind: 'repetition' }>): readonly Production[] {
  const { inside, separator } = repetition;
  const again = separator === undefined ? inside.parts : [{ kind: 'token' as const, type: separator }, ...inside.parts];
  return [...inside.parts, { kind: 'repetition', inside: { parts: again }, atLeastOnce: false }];
}

/** A path in the indexes of its tokens, once for every member of a family. */
function keysOf(path: TokenPath): readonly string[] {
  let keys = [''];
  for (const { members } of path) keys = keys.flatMap((key) => [...members].map((index) => `${key}${index},`));
  return keys;
}

function covers(known: TokenPath, path: TokenPath): boolean {
  return known.length === path.length && known.every((type, index) => is(path[index], type));
}
