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

/**
 * Access to the parser's tree, by the names of rules and tokens. The only file that knows how it is stored. A name is looked for among names
 * and parts alike, which no part is: many times faster than going from name to name. Each function looks for itself: they are called for
 * every part of every tree, most of them before anything is optimised.
 */
export function nodes(node: CstNode, rule: string): readonly CstNode[] {
  return allOf(node.parts, rule) as CstNode[];
}

export function optionalNode({ parts }: CstNode, rule: string): CstNode | undefined {
  const at = parts.indexOf(rule);
  return at < 0 ? undefined : (parts[at + 1] as CstNode);
}

/** A part that the grammar makes mandatory. */
export function node({ name, parts }: CstNode, rule: string): CstNode {
  const at = parts.indexOf(rule);
  if (at < 0) throw new Error(`${name} without ${rule}`);
  return parts[at + 1] as CstNode;
}

export function tokensOf(parent: CstNode, type: TokenType): readonly RawToken[] {
  return allOf(parent.parts, type.name) as RawToken[];
}

export function optionalToken({ parts }: CstNode, { name }: TokenType): RawToken | undefined {
  const at = parts.indexOf(name);
  return at < 0 ? undefined : (parts[at + 1] as RawToken);
}

export function token({ name, parts }: CstNode, type: TokenType): RawToken {
  const at = parts.indexOf(type.name);
  if (at < 0) throw new Error(`${name} without ${type.name}`);
  return parts[at + 1] as RawToken;
}

export function has({ parts }: CstNode, { name }: TokenType): boolean {
  return parts.includes(name);
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

/** The name of a part by its place, 0 for the first: what tells short nodes of a fixed form apart at one look. */
export function nameOfPart({ parts }: CstNode, place: number): string | undefined {
  return parts[2 * place] as string | undefined;
}

/** A part that is known to be a node, by its place. */
export function nodeAt({ parts }: CstNode, place: number): CstNode {
  return parts[2 * place + 1] as CstNode;
}

/** A part that is known to be a token, by its place. */
export function tokenAt({ parts }: CstNode, place: number): RawToken {
  return parts[2 * place + 1] as RawToken;
}

/** The nodes among its parts. */
export function childNodes({ parts }: CstNode): readonly CstNode[] {
  return parts.filter((part): part is CstNode => typeof part !== 'string' && isNode(part));
}

function allOf(parts: readonly Part[], name: string): readonly Part[] {
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
