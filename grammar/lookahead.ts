import { areApart, firstOf } from './first-tokens.ts';
import type { RawToken } from './lex.ts';
import type {
  Choice,
  ChoiceLookahead,
  EntryLookahead,
  Optional,
  Production,
  Repetition,
  Sequence,
  TokenPath,
} from './production.ts';
import { tokenPaths } from './token-paths.ts';
import { holds } from './token-set.ts';
import { is, type TokenType } from './token-type.ts';

/** The alternative that the tokens from a place lead to. */
export function chosen(choice: Choice, tokens: readonly RawToken[], at: number): Sequence | undefined {
  choice.lookahead ??= choiceLookahead(choice);
  const { lookahead, alternatives } = choice;
  if (lookahead.paths !== undefined)
    return alternatives[lookahead.paths.findIndex((ways) => ways.some((path) => follow(path, tokens, at)))];
  const token = tokens[at];
  if (token === undefined) return undefined;
  const { index } = token.tokenType;
  const known = lookahead.byToken.get(index);
  if (known !== undefined) return known;
  const found = alternatives[lookahead.firsts.findIndex((first) => holds(first, index))];
  if (found !== undefined) lookahead.byToken.set(index, found);
  return found;
}

/** Whether the tokens from a place lead into what may be left out. */
export function leadsIn(part: Optional | Repetition, tokens: readonly RawToken[], at: number): boolean {
  part.lookahead ??= entryLookahead(part);
  const { tokens: entries, paths } = part.lookahead;
  if (entries === undefined) return paths.some((path) => follow(path, tokens, at));
  const token = tokens[at];
  return token !== undefined && holds(entries, token.tokenType.index);
}

function follow(path: TokenPath, tokens: readonly RawToken[], at: number): boolean {
  return path.every((type, index) => is(tokens[at + index]?.tokenType, type));
}

/** The tokens that could begin what none of them does; told when a text does not fit. */
export function wantedBy(part: Choice | Repetition): readonly TokenType[] {
  const paths =
    part.kind === 'choice'
      ? tokenPaths(part.alternatives.map(({ parts }) => parts)).flat()
      : tokenPaths([part.inside.parts, partsAfter(part.inside)])[0]!;
  return paths.flatMap((path) => path.slice(0, 1));
}

/** Worked out when a reader first stands at a choice, and by one token where one is enough. */
export function choiceLookahead({ alternatives }: Choice): ChoiceLookahead {
  const firsts = alternatives.map(({ parts }) => firstOf(parts));
  if (firsts.some(({ mayBeEmpty }) => mayBeEmpty) || !areApart(firsts))
    return { paths: tokenPaths(alternatives.map(({ parts }) => parts)) };
  return { firsts: firsts.map(({ tokens }) => tokens), byToken: new Map() };
}

/** The same for what may be left out, held against what may stand in its place within the rule. */
export function entryLookahead({ inside }: Optional | Repetition): EntryLookahead {
  const first = firstOf(inside.parts);
  const after = partsAfter(inside);
  if (!first.mayBeEmpty && areApart([first, firstOf(after)])) return { tokens: first.tokens };
  return { paths: tokenPaths([inside.parts, after])[0]! };
}

/** What may come in place of the production that holds a sequence; loops that hold it may go round again. */
function partsAfter({ within }: Sequence): readonly Production[] {
  if (within === undefined) return [];
  const { sequence, index } = within;
  return [...sequence.parts.slice(index + 1), ...anotherRound(sequence), ...partsAfter(sequence)];
}

function anotherRound({ within }: Sequence): readonly Production[] {
  const holder = within?.sequence.parts[within.index];
  if (holder?.kind !== 'repetition') return [];
  const { inside, separator } = holder;
  const parts = separator === undefined ? inside.parts : [{ kind: 'token' as const, type: separator }, ...inside.parts];
  return [{ kind: 'optional', inside: { parts } }];
}
