import type { Span } from '../diagnostics/span.ts';
import type { RawToken } from './lex.ts';
import type { TokenType } from './token-type.ts';

/** What was read by one rule: its parts by the names of their rules and token types, each list in written order. */
export interface CstNode {
  readonly name: string;
  readonly children: Record<string, (CstNode | RawToken)[]>;
  /** Of its first token, and of the last character of its last; not numbers if it holds no token. */
  startOffset: number;
  endOffset: number;
}

/** Access to the parser's tree, by the names of rules and tokens. The only file that knows how it is stored. */
export function nodes(node: CstNode, rule: string): readonly CstNode[] {
  return (node.children[rule] ?? []) as CstNode[];
}

export function optionalNode(node: CstNode, rule: string): CstNode | undefined {
  return nodes(node, rule)[0];
}

/** A part that the grammar makes mandatory. */
export function node(parent: CstNode, rule: string): CstNode {
  const found = optionalNode(parent, rule);
  if (!found) throw new Error(`${parent.name} without ${rule}`);
  return found;
}

export function tokensOf(parent: CstNode, type: TokenType): readonly RawToken[] {
  return (parent.children[type.name] ?? []) as RawToken[];
}

export function optionalToken(parent: CstNode, type: TokenType): RawToken | undefined {
  return tokensOf(parent, type)[0];
}

export function token(parent: CstNode, type: TokenType): RawToken {
  const found = optionalToken(parent, type);
  if (!found) throw new Error(`${parent.name} without ${type.name}`);
  return found;
}

export function has(parent: CstNode, type: TokenType): boolean {
  return parent.children[type.name] !== undefined;
}

/** The rule under which a node of alternatives holds its only child. */
export function onlyChild(parent: CstNode): CstNode | RawToken {
  for (const key in parent.children) return parent.children[key]![0]!;
  throw new Error(`${parent.name} is empty`);
}

export function isNode(child: CstNode | RawToken): child is CstNode {
  return 'children' in child;
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
