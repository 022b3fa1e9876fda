import type { First, Production, Rule } from './production.ts';

/** What productions one after another may begin with. The grammar has no left recursion, which the tests see to. */
export function firstOf(parts: readonly Production[]): First {
  const firsts: First[] = [];
  for (const part of parts) {
    const first = ofProduction(part);
    if (!first.mayBeEmpty && firsts.length === 0) return first;
    firsts.push(first);
    if (!first.mayBeEmpty) return { tokens: union(firsts), mayBeEmpty: false };
  }
  return { tokens: union(firsts), mayBeEmpty: true };
}

function ofProduction(production: Production): First {
  switch (production.kind) {
    case 'token':
      return ofToken(production.type.members);
    case 'rule':
      return ofRule(production.rule);
    case 'choice': {
      const all = production.alternatives.map(({ parts }) => firstOf(parts));
      return { tokens: union(all), mayBeEmpty: all.some(({ mayBeEmpty }) => mayBeEmpty) };
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

function ofToken(tokens: readonly number[]): First {
  return { tokens, mayBeEmpty: false };
}

function union(all: readonly First[]): readonly number[] {
  const some = all.filter(({ tokens }) => tokens.length > 0);
  return some.length === 1 ? some[0]!.tokens : [...new Set(some.flatMap(({ tokens }) => tokens))];
}

/** Whether one token tells them apart. */
export function areApart(all: readonly First[]): boolean {
  const tokens = all.flatMap((first) => first.tokens);
  return new Set(tokens).size === tokens.length;
}
