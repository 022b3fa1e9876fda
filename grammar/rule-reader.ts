import { type CstNode, isNode } from './cst.ts';
import type { RawToken } from './lex.ts';
import { chosen, leadsIn, wantedBy } from './lookahead.ts';
import type { Optional, Production, Repetition, Rule } from './production.ts';
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
export function readByRule(rule: Rule, tokens: readonly RawToken[]): Reading {
  const reader = new RuleReader(tokens);
  const tree = reader.rule(rule);
  if (tree === undefined) return { misfit: reader.misfit! };
  if (reader.at < tokens.length) return { misfit: { at: reader.at, wanted: [], rule: '' } };
  return { tree };
}

class RuleReader {
  at = 0;
  misfit: Misfit | undefined;
  private readonly tokens: readonly RawToken[];
  /** The parts of all nodes that are being read, as `CstNode` has them; a node takes its own when it is complete. */
  private readonly open: (string | CstNode | RawToken)[] = [];
  /** How much of that is in use: a list that is cut and grows again is made anew each time. */
  private filled = 0;

  constructor(tokens: readonly RawToken[]) {
    this.tokens = tokens;
  }

  rule(rule: Rule): CstNode | undefined {
    const from = this.filled;
    const begun = this.at;
    if (!this.parts(rule.whole.parts, rule)) return undefined;
    const sole = rule.isLevel && this.filled === from + 2 ? this.open[from + 1] : undefined;
    if (typeof sole === 'object' && isNode(sole)) {
      this.filled = from;
      return sole;
    }
    const { tokens, at } = this;
    const isEmpty = at === begun;
    const node = {
      name: rule.name,
      parts: this.open.slice(from, this.filled),
      startOffset: isEmpty ? -1 : tokens[begun]!.startOffset,
      endOffset: isEmpty ? -1 : tokens[at - 1]!.endOffset,
    };
    this.filled = from;
    return node;
  }

  /** Reads productions that belong to a rule. False at a misfit. */
  private parts(parts: readonly Production[], rule: Rule): boolean {
    for (let index = 0; index < parts.length; index += 1) if (!this.part(parts[index]!, rule)) return false;
    return true;
  }

  private part(part: Production, rule: Rule): boolean {
    switch (part.kind) {
      case 'token':
        return this.token(part.type, rule);
      case 'rule': {
        const inner = this.rule(part.rule);
        if (inner === undefined) return false;
        this.add(part.rule.name, inner);
        return true;
      }
      case 'choice': {
        const way = chosen(part, this.tokens, this.at);
        return way === undefined ? this.fails(wantedBy(part), rule) : this.parts(way.parts, rule);
      }
      case 'optional':
        return this.enters(part) ? this.parts(part.inside.parts, rule) : true;
      case 'repetition':
        return this.repetition(part, rule);
    }
  }

  private token(type: TokenType, rule: Rule): boolean {
    const token = this.tokens[this.at];
    if (token === undefined || !is(token.tokenType, type)) return this.fails([type], rule);
    this.at += 1;
    this.add(type.name, token);
    return true;
  }

  private add(name: string, part: CstNode | RawToken): void {
    this.open[this.filled] = name;
    this.open[this.filled + 1] = part;
    this.filled += 2;
  }

  private repetition(part: Repetition, rule: Rule): boolean {
    const { parts } = part.inside;
    if (part.separator !== undefined) {
      if (!this.enters(part)) return true;
      while (this.parts(parts, rule)) {
        if (!is(this.tokens[this.at]?.tokenType, part.separator)) return true;
        this.token(part.separator, rule);
      }
      return false;
    }
    if (part.atLeastOnce && !this.enters(part)) return this.fails(wantedBy(part), rule);
    while (this.enters(part)) if (!this.parts(parts, rule)) return false;
    return true;
  }

  private enters(part: Optional | Repetition): boolean {
    return leadsIn(part, this.tokens, this.at) && (part.gate === undefined || part.gate(this.tokens, this.at));
  }

  private fails(wanted: readonly TokenType[], { name }: Rule): false {
    this.misfit = { at: this.at, wanted, rule: name };
    return false;
  }
}
