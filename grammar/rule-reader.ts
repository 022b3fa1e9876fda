import type { CstNode } from './cst.ts';
import type { RawToken } from './lex.ts';
import { chosen, leadsIn, wantedBy } from './lookahead.ts';
import type { Optional, Production, Repetition, Rule } from './production.ts';
import type { RuleNotation } from './rule-notation.ts';
import { is, type TokenType } from './token-type.ts';

/** Where the tokens stop following the grammar, and what could have stood there. */
export interface Misfit {
  /** Which token; their number if there should be more of them. */
  readonly at: number;
  readonly wanted: readonly TokenType[];
  /** The rule that was being read; empty where the tokens go on after all is read. */
  readonly rule: string;
}

export type Reading =
  | { readonly tree: CstNode; readonly misfit?: undefined }
  | { readonly tree?: undefined; readonly misfit: Misfit };

/**
 * Reads all of the tokens by a rule of a grammar, from left to right and looking at most two tokens ahead. Never goes back: the first
 * token that does not fit ends the reading.
 */
export function readByRule(grammar: RuleNotation, rule: Rule, tokens: readonly RawToken[]): Reading {
  const reader = new RuleReader(tokens);
  grammar.ahead = (distance) => reader.ahead(distance);
  const tree = reader.rule(rule);
  if (tree === undefined) return { misfit: reader.misfit! };
  if (reader.at < tokens.length) return { misfit: { at: reader.at, wanted: [], rule: '' } };
  return { tree };
}

class RuleReader {
  at = 0;
  misfit: Misfit | undefined;
  private readonly tokens: readonly RawToken[];

  constructor(tokens: readonly RawToken[]) {
    this.tokens = tokens;
  }

  ahead(distance: number): RawToken | undefined {
    return this.tokens[this.at + distance - 1];
  }

  rule(rule: Rule): CstNode | undefined {
    const node: CstNode = {
      name: rule.name,
      children: {} as CstNode['children'],
      startOffset: Number.NaN,
      endOffset: Number.NaN,
    };
    return this.parts(rule.whole.parts, node) ? node : undefined;
  }

  /** Reads productions into a node. False at a misfit. */
  private parts(parts: readonly Production[], node: CstNode): boolean {
    for (let index = 0; index < parts.length; index += 1) if (!this.part(parts[index]!, node)) return false;
    return true;
  }

  private part(part: Production, node: CstNode): boolean {
    switch (part.kind) {
      case 'token':
        return this.token(part.type, node);
      case 'rule': {
        const inner = this.rule(part.rule);
        if (inner === undefined) return false;
        add(node, inner.name, inner);
        return true;
      }
      case 'choice': {
        const way = chosen(part, this.tokens, this.at);
        return way === undefined ? this.fails(wantedBy(part), node) : this.parts(way.parts, node);
      }
      case 'optional':
        return this.enters(part) ? this.parts(part.inside.parts, node) : true;
      case 'repetition':
        return this.repetition(part, node);
    }
  }

  private token(type: TokenType, node: CstNode): boolean {
    const token = this.tokens[this.at];
    if (token === undefined || !is(token.tokenType, type)) return this.fails([type], node);
    this.at += 1;
    add(node, type.name, token);
    return true;
  }

  private repetition(part: Repetition, node: CstNode): boolean {
    const { parts } = part.inside;
    if (part.separator !== undefined) {
      if (!this.enters(part)) return true;
      while (this.parts(parts, node)) {
        if (!is(this.tokens[this.at]?.tokenType, part.separator)) return true;
        this.token(part.separator, node);
      }
      return false;
    }
    if (part.atLeastOnce && !this.enters(part)) return this.fails(wantedBy(part), node);
    while (this.enters(part)) if (!this.parts(parts, node)) return false;
    return true;
  }

  private enters(part: Optional | Repetition): boolean {
    return leadsIn(part, this.tokens, this.at) && (part.gate === undefined || part.gate());
  }

  private fails(wanted: readonly TokenType[], { name }: CstNode): false {
    this.misfit = { at: this.at, wanted, rule: name };
    return false;
  }
}

/** A node reaches from where its first part begins to where its last ends; what is empty has no place. */
function add(node: CstNode, key: string, part: CstNode | RawToken): void {
  const known = node.children[key];
  if (known === undefined) node.children[key] = [part];
  else known.push(part);
  if (Number.isNaN(node.startOffset)) {
    node.startOffset = part.startOffset;
    node.endOffset = part.endOffset;
  } else if (node.endOffset < part.endOffset) node.endOffset = part.endOffset;
}
