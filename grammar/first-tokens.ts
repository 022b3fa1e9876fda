import type { First, Production, Rule } from './production.ts';
import { noTokens, setOf, shareNone, type TokenSet, union } from './token-set.ts';
import type { TokenType } from './token-type.ts';

/** What productions one after another may begin with. The grammar has no left recursion, which the tests see to. */
export function firstOf(parts: readonly Production[]): First {
  let tokens = noTokens;
  for (const part of parts) {
    const first = ofProduction(part);
    tokens = tokens === noTokens ? first.tokens : union(tokens, first.tokens);
    if (!first.mayBeEmpty) return { tokens, mayBeEmpty: false };
  }
  return { tokens, mayBeEmpty: true };
}

function ofProduction(production: Production): First {
  switch (production.kind) {
    case 'token':
      return ofToken(production.type);
    case 'rule':
      return ofRule(production.rule);
    case 'choice': {
      const all = production.alternatives.map(({ parts }) => firstOf(parts));
      return {
        tokens: all.reduce((tokens, first) => union(tokens, first.tokens), noTokens),
        mayBeEmpty: all.some(({ mayBeEmpty }) => mayBeEmpty),
      };
    }
    case 'optional':
      return { ...firstOf(production.inside.parts), mayBeEmpty: true };
    case 'repetition': {
      const inside = firstOf(production.inside.parts);
      return production.atLeastOnce ? inside : { ...inside, mayBeEmpty: true };
    }
  }
}

function ofRule(rule: Rule): First {
  rule.first ??= firstOf(rule.whole.parts);
  return rule.first;
}

const ofTypes = new Map<TokenType, First>();

function ofToken(type: TokenType): First {
  let first = ofTypes.get(type);
  if (first === undefined) {
    first = { tokens: setOf(type), mayBeEmpty: false };
    ofTypes.set(type, first);
  }
  return first;
}

/** Whether one token tells them apart. */
export function areApart(all: readonly First[]): boolean {
  let earlier: TokenSet = noTokens;
  for (const { tokens } of all) {
    if (!shareNone(earlier, tokens)) return false;
    earlier = union(earlier, tokens);
  }
  return true;
}
