import type { Span } from '../diagnostics/span.ts';
import type { RawToken } from './lex.ts';
import type { TokenType } from './token-type.ts';

export type Part = string | CstNode | RawToken;

/** What was read by one rule. */
export interface CstNode {
  readonly name: string;
  /** Its parts in written order, each behind the name of its rule or token type: one list is cheaper to make than one for each name. */
  readonly parts: readonly Part[];
  /** Of its first token, and of the last character of its last; -1 if it holds no token. */
  readonly startOffset: number;
  readonly endOffset: number;
}

/** Access to the parser's tree, by the names of rules and tokens. The only file that knows how it is stored. */
export function nodes(node: CstNode, rule: string): readonly CstNode[] {
  return allOf(node, rule) as CstNode[];
}

export function optionalNode(node: CstNode, rule: string): CstNode | undefined {
  return firstOf(node, rule) as CstNode | undefined;
}

/** A part that the grammar makes mandatory. */
export function node(parent: CstNode, rule: string): CstNode {
  const found = optionalNode(parent, rule);
  if (!found) throw new Error(`${parent.name} without ${rule}`);
  return found;
}

export function tokensOf(parent: CstNode, type: TokenType): readonly RawToken[] {
  return allOf(parent, type.name) as RawToken[];
}

export function optionalToken(parent: CstNode, type: TokenType): RawToken | undefined {
  return firstOf(parent, type.name) as RawToken | undefined;
}

export function token(parent: CstNode, type: TokenType): RawToken {
  const found = optionalToken(parent, type);
  if (!found) throw new Error(`${parent.name} without ${type.name}`);
  return found;
}

export function has(parent: CstNode, type: TokenType): boolean {
  return firstOf(parent, type.name) !== undefined;
}

/** The rule under which a node of alternatives holds its only child. */
export function onlyChild(parent: CstNode): CstNode | RawToken {
  const child = parent.parts[1];
  if (child === undefined) throw new Error(`${parent.name} is empty`);
  return child as CstNode | RawToken;
}

export function isNode(child: CstNode | RawToken): child is CstNode {
  return 'parts' in child;
}

/** How many nodes and tokens a node is made of. */
export function countOfParts({ parts }: CstNode): number {
  return parts.length / 2;
}

/** The nodes among its parts. */
export function childNodes({ parts }: CstNode): readonly CstNode[] {
  return parts.filter((part): part is CstNode => typeof part !== 'string' && isNode(part));
}

function allOf({ parts }: CstNode, name: string): readonly Part[] {
  let at = parts.indexOf(name);
  if (at < 0) return none;
  const found: Part[] = [];
  while (at >= 0) {
    found.push(parts[at + 1]!);
    at = parts.indexOf(name, at + 2);
  }
  return found;
}

const none: readonly Part[] = [];

/** Looks for a name among names and parts alike, which no part is: many times faster than going from name to name. */
function firstOf({ parts }: CstNode, name: string): Part | undefined {
  const at = parts.indexOf(name);
  return at < 0 ? undefined : parts[at + 1];
}

export function spanOfNode({ startOffset, endOffset }: CstNode): Span {
  return { start: startOffset, end: endOffset + 1 };
}

export function spanOfToken({ startOffset, endOffset }: RawToken): Span {
  return { start: startOffset, end: endOffset + 1 };
}

/** From the beginning of one stretch to the end of another. */
export function join(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}
