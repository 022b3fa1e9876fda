import {
  Alternation,
  type ILookaheadStrategy,
  type IProduction,
  type IToken,
  LLkLookaheadStrategy,
  Option,
  Repetition,
} from 'chevrotain';
import { areApart, FirstTokens, partsOf } from './first-tokens.ts';

type AlternationOptions = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0];
type OptionalOptions = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0];
type Chooser = ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']>;
type Decider = ReturnType<ILookaheadStrategy['buildLookaheadForOptional']>;

/** The parser calls what a strategy gives it as methods of its own. */
interface Reader {
  LA(howMuch: number): IToken;
}

/**
 * Works out which tokens lead where only when the parser first stands there, and by one token where one is enough: Chevrotain's own way
 * of working out all paths of all rules takes longer than reading a file. Its answers are the same; where one token does not decide, they
 * are its own.
 */
export class LazyLookahead extends LLkLookaheadStrategy {
  private readonly first = new FirstTokens();

  override buildLookaheadForAlternation(options: AlternationOptions): Chooser {
    return onFirstCall(() => this.chooser(options) ?? super.buildLookaheadForAlternation(options));
  }

  override buildLookaheadForOptional(options: OptionalOptions): Decider {
    return onFirstCall(() => this.decider(options) ?? super.buildLookaheadForOptional(options));
  }

  private chooser({ rule, prodOccurrence, hasPredicates }: AlternationOptions): Chooser | undefined {
    if (hasPredicates) return undefined;
    const placed = this.first.find(isNumbered(Alternation, prodOccurrence), rule.definition);
    const alternatives = partsOf(placed!.production).map((alternative) => this.first.ofSequence(partsOf(alternative)));
    if (alternatives.some(({ mayBeEmpty }) => mayBeEmpty) || !areApart(alternatives)) return undefined;
    const chosen = new Map(alternatives.flatMap(({ tokens }, index) => [...tokens].map((token) => [token, index])));
    return function (this: Reader) {
      return chosen.get(this.LA(1).tokenTypeIdx);
    };
  }

  private decider({ rule, prodOccurrence, prodType }: OptionalOptions): Decider | undefined {
    const kind = prodType === 'Option' ? Option : prodType === 'Repetition' ? Repetition : undefined;
    if (!kind) return undefined;
    const { production, after } = this.first.find(isNumbered(kind, prodOccurrence), rule.definition)!;
    const inside = this.first.ofSequence(partsOf(production));
    if (inside.mayBeEmpty || !areApart([inside, after])) return undefined;
    return function (this: Reader) {
      return inside.tokens.has(this.LA(1).tokenTypeIdx);
    };
  }
}

function isNumbered(kind: typeof Alternation | typeof Option | typeof Repetition, occurrence: number) {
  return (production: IProduction) => production instanceof kind && production.idx === occurrence;
}

function onFirstCall<Args extends unknown[], Result>(
  build: () => (...args: Args) => Result,
): (...args: Args) => Result {
  let built: ((...args: Args) => Result) | undefined;
  return function (this: unknown, ...args: Args): Result {
    built ??= build();
    return built.apply(this, args);
  };
}
