import {
  type CstNode as ChevrotainNode,
  type TokenType as ChevrotainType,
  CstParser,
  createToken,
  type IParserErrorMessageProvider,
  type IToken,
  Lexer,
} from 'chevrotain';
import type { CstNode } from '../../grammar/cst.ts';
import type { Gate } from '../../grammar/gates.ts';
import type { RawToken } from '../../grammar/lex.ts';
import type { PolicyParser } from '../../grammar/parser.ts';
import type { Production, Rule, Sequence } from '../../grammar/production.ts';
import type { Misfit } from '../../grammar/rule-reader.ts';
import type { TokenType } from '../../grammar/token-type.ts';
import { parserTokenTypes } from '../../grammar/tokens.ts';

/** A token of ours as Chevrotain's. */
interface TwinToken extends IToken {
  readonly own: RawToken;
}

const twins = new Map<TokenType, ChevrotainType>();
for (const type of [...parserTokenTypes].sort((a, b) => a.index - b.index)) {
  const categories = type.families.map((family) => twins.get(family)!);
  const twin = createToken({ name: type.name, pattern: Lexer.NA, categories });
  twins.set(type, twin);
}

export function twinType(type: TokenType): ChevrotainType {
  return twins.get(type)!;
}

/** What was wanted, carried through the only channel Chevrotain has for it. */
const wantedProvider: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, ruleName }) => wanted([expected], ruleName),
  buildNotAllInputParsedMessage: () => wanted([], ''),
  buildNoViableAltMessage: ({ expectedPathsPerAlt, ruleName }) => wanted(firsts(expectedPathsPerAlt.flat()), ruleName),
  buildEarlyExitMessage: ({ expectedIterationPaths, ruleName }) => wanted(firsts(expectedIterationPaths), ruleName),
};

function firsts(paths: readonly ChevrotainType[][]): readonly ChevrotainType[] {
  return paths.flatMap((path) => path.slice(0, 1));
}

function wanted(types: readonly ChevrotainType[], rule: string): string {
  return JSON.stringify({ wanted: types.map(({ name }) => name), rule });
}

/** The grammar of policies as a parser of Chevrotain's, with all the checks that Chevrotain makes of a grammar. */
export class ChevrotainGrammar extends CstParser {
  readonly levels: ReadonlySet<string>;
  private readonly grammar: PolicyParser;
  private tokens: readonly RawToken[] = [];
  private readonly byRule = new Map<Rule, (this: this) => ChevrotainNode>();
  private readonly numbers = new Map<Production, number>();

  constructor(grammar: PolicyParser) {
    super([...twins.values()], {
      maxLookahead: 2,
      nodeLocationTracking: 'onlyOffset',
      errorMessageProvider: wantedProvider,
    });
    this.grammar = grammar;
    const rules = rulesFrom(grammar.declaration);
    this.levels = new Set(rules.filter(({ isLevel }) => isLevel).map(({ name }) => name));
    for (const rule of rules) {
      this.number(rule);
      this.byRule.set(
        rule,
        this.RULE(rule.name, () => this.play(rule.whole)),
      );
    }
    this.performSelfAnalysis();
  }

  read(tokens: readonly RawToken[]): { readonly tree: unknown } | { readonly misfit: unknown } {
    this.tokens = tokens;
    this.input = tokens.map(twinToken);
    const tree = this.byRule.get(this.grammar.declaration)!.call(this);
    const error = this.errors[0];
    if (error === undefined) return { tree: plain(tree, this.levels) };
    const at = tokens.indexOf((error.token as TwinToken).own);
    return { misfit: { at: at < 0 ? tokens.length : at, ...JSON.parse(error.message) } };
  }

  numberOf(production: Production): number {
    return this.numbers.get(production)!;
  }

  /** Chevrotain tells uses of one thing within a rule apart by numbers. */
  private number(rule: Rule): void {
    const counts = new Map<unknown, number>();
    for (const production of allWithin(rule.whole)) {
      const key =
        production.kind === 'token' ? production.type : production.kind === 'rule' ? production.rule : production.kind;
      this.numbers.set(production, counts.get(key) ?? 0);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }

  private play(sequence: Sequence): void {
    for (const production of sequence.parts) this.playOne(production, this.numberOf(production));
  }

  private playOne(production: Production, number: number): void {
    switch (production.kind) {
      case 'token':
        this.consume(number, twinType(production.type));
        return;
      case 'rule':
        this.subrule(number, this.byRule.get(production.rule) as never);
        return;
      case 'choice':
        this.or(
          number,
          production.alternatives.map((alternative) => ({ ALT: () => this.play(alternative) })),
        );
        return;
      case 'optional':
        this.option(
          number,
          this.gated(production.gate, () => this.play(production.inside)),
        );
        return;
      case 'repetition': {
        const part = () => this.play(production.inside);
        if (production.separator !== undefined) this.MANY_SEP({ SEP: twinType(production.separator), DEF: part });
        else if (production.atLeastOnce) this.atLeastOne(number, part);
        else this.many(number, this.gated(production.gate, part));
      }
    }
  }

  private gated(gate: Gate | undefined, part: () => void) {
    return gate === undefined ? part : { GATE: () => gate(this.tokens, this.place()), DEF: part };
  }

  /** Which token comes next. */
  private place(): number {
    const { own } = this.LA(1) as Partial<TwinToken>;
    return own === undefined ? this.tokens.length : this.tokens.indexOf(own);
  }
}

function twinToken(token: RawToken): TwinToken {
  const { image, startOffset, endOffset, tokenType } = token;
  const twin = twinType(tokenType);
  return { image, startOffset, endOffset, tokenType: twin, tokenTypeIdx: twin.tokenTypeIdx!, own: token };
}

/** A tree of either reader, to be compared: tokens by where they stand, and without the nodes of levels that were only passed through. */
export function plain(node: ChevrotainNode | CstNode, levels: ReadonlySet<string>): unknown {
  const { startOffset, endOffset } = placeOf(node);
  const children = Object.entries(childrenOf(node));
  const [first, ...others] = children.flatMap(([, list]) => list);
  if (levels.has(node.name) && first !== undefined && others.length === 0 && isNode(first)) return plain(first, levels);
  const parts = children.map(([key, list]) => [
    key,
    list.map((part) => (isNode(part) ? plain(part, levels) : part.startOffset)),
  ]);
  // What holds nothing lies nowhere; Chevrotain gives it a place if the next token stands where the last one does, doubled.
  if (parts.length === 0) return { name: node.name, parts };
  return { name: node.name, startOffset, endOffset, parts };
}

function isNode(part: Child): part is ChevrotainNode | CstNode {
  return 'children' in part || 'parts' in part;
}

type Child = ChevrotainNode | CstNode | { readonly startOffset: number };

/** The parts by their names, as Chevrotain has them. */
function childrenOf(node: ChevrotainNode | CstNode): Readonly<Record<string, readonly Child[]>> {
  if ('children' in node) return node.children as Readonly<Record<string, readonly Child[]>>;
  const children: Record<string, Child[]> = {};
  for (let index = 0; index < node.parts.length; index += 2) {
    const key = node.parts[index] as string;
    children[key] ??= [];
    children[key].push(node.parts[index + 1] as Child);
  }
  return children;
}

function placeOf(node: ChevrotainNode | CstNode): { readonly startOffset: number; readonly endOffset?: number } {
  if ('location' in node) return node.location!;
  const { startOffset, endOffset } = node as CstNode;
  return startOffset < 0 ? { startOffset: Number.NaN, endOffset: Number.NaN } : { startOffset, endOffset };
}

export function plainMisfit({ at, wanted: types, rule }: Misfit): unknown {
  return { at, wanted: types.map(({ name }) => name), rule };
}

export function rulesFrom(start: Rule): readonly Rule[] {
  const found = new Set<Rule>([start]);
  for (const rule of found)
    for (const production of allWithin(rule.whole)) if (production.kind === 'rule') found.add(production.rule);
  return [...found];
}

/** In written order, outer before inner. */
export function allWithin({ parts }: Sequence): readonly Production[] {
  return parts.flatMap((part) => {
    if (part.kind === 'choice') return [part, ...part.alternatives.flatMap(allWithin)];
    return part.kind === 'token' || part.kind === 'rule' ? [part] : [part, ...allWithin(part.inside)];
  });
}
