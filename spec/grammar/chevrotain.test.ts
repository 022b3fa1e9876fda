/** What reads the grammar, held against Chevrotain, in whose notation it is written. */
import {
  type Rule as ChevrotainRule,
  createToken,
  Lexer,
  LLkLookaheadStrategy,
  type OptionalProductionType,
} from 'chevrotain';
import { expect, test } from 'vitest';
import { collector } from '../../diagnostics/diagnostic.ts';
import { readDeclaration } from '../../grammar/declaration-reader.generated.ts';
import { lex, type RawToken, retyped } from '../../grammar/lex.ts';
import { chosen, leadsIn } from '../../grammar/lookahead.ts';
import { markWords } from '../../grammar/mark-words.ts';
import { outline } from '../../grammar/outline.ts';
import { PolicyParser } from '../../grammar/parser.ts';
import type { Production } from '../../grammar/production.ts';
import { readWords } from '../../grammar/read-words.ts';
import { readByRule } from '../../grammar/rule-reader.ts';
import { scan } from '../../grammar/scan.ts';
import type { TokenType } from '../../grammar/token-type.ts';
import { Comma, NameToken, NumberToken, parserTokenTypes, rawTokenTypes } from '../../grammar/tokens.ts';
import {
  allWithin,
  ChevrotainGrammar,
  plain,
  plainMisfit,
  rulesFrom,
  twinType,
} from '../testing/chevrotain-grammar.ts';
import { projectFiles, readProjectFile } from '../testing/project-files.ts';
import { type Random, seeded } from '../testing/random.ts';

const grammar = new PolicyParser();
/** Making it runs the checks that Chevrotain makes of a grammar: ambiguities, left recursion, empty loops. */
const chevrotain = new ChevrotainGrammar(grammar);

test('reads and refuses what Chevrotain reads and refuses, and wants the same; so does the reader written from it', () => {
  const random = seeded(11);
  let read = 0;
  let refused = 0;
  for (const declaration of projectFiles().filter(isPolicy).flatMap(declarationsIn))
    for (const tokens of [declaration, spoilt(declaration, random), spoilt(declaration, random)]) {
      const ours = ownReading(tokens);
      expect(ours).toEqual(chevrotain.read(tokens));
      const written = readDeclaration(tokens);
      expect(written && plain(written, chevrotain.levels)).toEqual('tree' in ours ? ours.tree : undefined);
      if ('tree' in ours) read += 1;
      else refused += 1;
    }
  expect(read).toBeGreaterThan(500);
  expect(refused).toBeGreaterThan(500);
});

function ownReading(tokens: readonly RawToken[]): object {
  const { tree, misfit } = readByRule(grammar.declaration, tokens);
  return tree === undefined ? { misfit: plainMisfit(misfit) } : { tree: plain(tree, chevrotain.levels) };
}

function isPolicy(file: string): boolean {
  return file.endsWith('.policy');
}

function declarationsIn(file: string): readonly (readonly RawToken[])[] {
  const { report } = collector();
  const lexed = lex({ file, text: readProjectFile(file) }, report);
  return lexed === undefined ? [] : outline(readWords(lexed, report).tokens, report).map(markWords);
}

/** With one token taken out, put in twice, or made another. */
function spoilt(tokens: readonly RawToken[], random: Random): readonly RawToken[] {
  const at = random.below(tokens.length);
  const token = tokens[at]!;
  const instead = random.pick([[], [token, { ...token }], [retyped(token, random.pick(parserTokenTypes))]]);
  return [...tokens.slice(0, at), ...instead, ...tokens.slice(at + 1)];
}

const ofChevrotain = new LLkLookaheadStrategy({ maxLookahead: 2 });
type Decision = (this: unknown) => unknown;

/** Chevrotain's own way of telling where two tokens lead from a production. */
function decisionOf(rule: ChevrotainRule, production: Production, prodOccurrence: number): Decision | undefined {
  const options = { prodOccurrence, rule, maxLookahead: 2, dynamicTokensEnabled: false };
  if (production.kind === 'choice')
    return ofChevrotain.buildLookaheadForAlternation({ ...options, hasPredicates: false });
  const prodType = optionalKind(production);
  return prodType && ofChevrotain.buildLookaheadForOptional({ ...options, prodType });
}

function optionalKind(production: Production): OptionalProductionType | undefined {
  if (production.kind === 'optional') return 'Option';
  if (production.kind !== 'repetition') return undefined;
  if (production.separator !== undefined) return 'RepetitionWithSeparator';
  return production.atLeastOnce ? 'RepetitionMandatory' : 'Repetition';
}

function ownDecision(production: Production, tokens: readonly RawToken[]): unknown {
  if (production.kind === 'choice') {
    const way = chosen(production, tokens, 0);
    return way && production.alternatives.indexOf(way);
  }
  if (production.kind === 'optional' || production.kind === 'repetition') return leadsIn(production, tokens, 0);
  return undefined;
}

function tokenOf(tokenType: TokenType): RawToken {
  return { tokenType, image: '', startOffset: 0, endOffset: 0, firstOnLine: false };
}

test('leads where Chevrotain leads, for every decision of the grammar and every token', () => {
  const ruleOf = chevrotain.getGAstProductions();
  const differing: string[] = [];
  let compared = 0;
  for (const rule of rulesFrom(grammar.declaration))
    for (const production of allWithin(rule.whole)) {
      const theirs = decisionOf(ruleOf[rule.name]!, production, chevrotain.numberOf(production));
      if (!theirs) continue;
      for (const first of parserTokenTypes)
        for (const second of [NameToken, NumberToken, Comma]) {
          const ahead = [first, second];
          const at = (place: number) => ({ tokenTypeIdx: twinType(ahead[place - 1]!).tokenTypeIdx });
          compared += 1;
          if (theirs.call({ LA: at, LA_FAST: at }) !== ownDecision(production, ahead.map(tokenOf)))
            differing.push(`${rule.name} at ${first.name} ${second.name}`);
        }
    }
  expect(differing).toEqual([]);
  expect(compared).toBeGreaterThan(100_000);
});

/** Spelled as a range, since complement sets defeat Chevrotain's dispatch by first character. */
const everyUnit = new RegExp(`[${['\\u0000', '\\uffff'].join('-')}]`);

test('scans as Chevrotain scans', () => {
  const types = rawTokenTypes.map(({ name, pattern }) =>
    createToken({
      name,
      pattern: name === 'Stray' ? everyUnit : pattern!,
      line_breaks: true,
      ...(name === 'Comment' ? { group: 'comments' } : {}),
    }),
  );
  const lexer = new Lexer(types, { positionTracking: 'onlyOffset' });
  const places = (tokens: readonly { startOffset: number; image: string; tokenType: { name: string } }[]) =>
    tokens.map(({ startOffset, image, tokenType }) => `${startOffset} ${tokenType.name} ${image}`);
  const random = seeded(12);
  const pieces = [
    ...'{}(),，、:;|=+-*/%"“”「」『』\'’s#.\\_ \t\r\n\u3000\u2028\ufeff年月日0123甲乙a々\ud840\udc00😀@',
    '2023-10-10',
    '1,000',
    "'s",
    '//',
  ];
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: random.between(1, 14) }, () => random.pick(pieces)).join('');
    const theirs = lexer.tokenize(text);
    const ours = scan(text);
    expect(places(ours.tokens)).toEqual(
      places(theirs.tokens.filter(({ tokenType }) => tokenType.name !== 'WhiteSpace')),
    );
    expect(places(ours.comments)).toEqual(places(theirs.groups.comments ?? []));
  }
});
