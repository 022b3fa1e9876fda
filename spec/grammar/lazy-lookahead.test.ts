import { LLkLookaheadStrategy, type OptionalProductionType, type Rule } from 'chevrotain';
import { expect, test } from 'vitest';
import { partsOf } from '../../grammar/first-tokens.ts';
import { LazyLookahead } from '../../grammar/lazy-lookahead.ts';
import { newParser } from '../../grammar/recover.ts';
import { Comma, NameToken, NumberToken, parserTokenTypes } from '../../grammar/tokens.ts';

type Production = Rule['definition'][number];
type Decision = (this: unknown) => unknown;

const rules = Object.values(newParser(true).getGAstProductions());
const own = new LazyLookahead({ maxLookahead: 2 });
const chevrotain = new LLkLookaheadStrategy({ maxLookahead: 2 });
const optional: ReadonlySet<string> = new Set<OptionalProductionType>([
  'Option',
  'Repetition',
  'RepetitionMandatory',
  'RepetitionMandatoryWithSeparator',
  'RepetitionWithSeparator',
]);

function within(productions: readonly Production[]): readonly Production[] {
  return productions.flatMap((production) => [production, ...within(partsOf(production))]);
}

function decisions(strategy: typeof own | typeof chevrotain, rule: Rule, production: Production): Decision | undefined {
  const kind = production.constructor.name;
  const { idx, hasPredicates } = production as unknown as { idx: number; hasPredicates?: boolean };
  const options = { prodOccurrence: idx, rule, maxLookahead: 2, dynamicTokensEnabled: false };
  if (kind === 'Alternation')
    return hasPredicates ? undefined : strategy.buildLookaheadForAlternation({ ...options, hasPredicates: false });
  if (!optional.has(kind)) return undefined;
  return strategy.buildLookaheadForOptional({ ...options, prodType: kind as OptionalProductionType });
}

test('leads where the whole of the two-token lookahead leads, for every decision of the grammar and every token', () => {
  const differing: string[] = [];
  let compared = 0;
  for (const rule of rules)
    for (const production of within(rule.definition)) {
      const ours = decisions(own, rule, production);
      const theirs = decisions(chevrotain, rule, production);
      if (!ours || !theirs) continue;
      for (const first of parserTokenTypes)
        for (const second of [NameToken, NumberToken, Comma]) {
          const ahead = [first, second].map((tokenType) => ({ tokenType, tokenTypeIdx: tokenType.tokenTypeIdx }));
          const at = (place: number) => ahead[place - 1];
          const reader = { LA: at, LA_FAST: at };
          compared += 1;
          if (ours.call(reader) !== theirs.call(reader)) differing.push(`${rule.name} at ${first.name} ${second.name}`);
        }
    }
  expect(differing).toEqual([]);
  expect(compared).toBeGreaterThan(100_000);
});
