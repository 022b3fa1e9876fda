import {
  Alternation,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type TokenType,
} from 'chevrotain';

/** What a stretch of the grammar may begin with: indexes of token types, members of families included. */
export interface First {
  readonly tokens: ReadonlySet<number>;
  readonly mayBeEmpty: boolean;
}

/** A production where it stands: what it holds, and what may come directly after it within its rule. */
export interface Placed {
  readonly production: IProduction;
  readonly after: First;
}

const nothing: First = { tokens: new Set(), mayBeEmpty: true };

/** First tokens of one grammar; those of a rule are worked out once. The grammar has no left recursion, which the tests see to. */
export class FirstTokens {
  private readonly ofRules = new Map<string, First>();

  /** Of productions one after another, and of `rest` after them. */
  ofSequence(productions: readonly IProduction[], rest: First = nothing): First {
    const tokens = new Set<number>();
    for (const production of productions) {
      const first = this.of(production);
      for (const token of first.tokens) tokens.add(token);
      if (!first.mayBeEmpty) return { tokens, mayBeEmpty: false };
    }
    for (const token of rest.tokens) tokens.add(token);
    return { tokens, mayBeEmpty: rest.mayBeEmpty };
  }

  /** Finds a production within others. What comes after the whole rule is not looked at: Chevrotain does not look at it either. */
  find(
    isWanted: (production: IProduction) => boolean,
    productions: readonly IProduction[],
    rest: First = nothing,
  ): Placed | undefined {
    for (const [index, production] of productions.entries()) {
      const parts = partsOf(production);
      if (parts.length === 0) continue;
      const after = this.ofSequence(productions.slice(index + 1), rest);
      if (isWanted(production)) return { production, after };
      const found = this.findWithin(production, parts, isWanted, after);
      if (found) return found;
    }
    return undefined;
  }

  private findWithin(
    production: IProduction,
    parts: readonly IProduction[],
    isWanted: (production: IProduction) => boolean,
    after: First,
  ): Placed | undefined {
    if (production instanceof Alternation)
      return firstFound(parts, (part) => this.find(isWanted, partsOf(part), after));
    return this.find(isWanted, parts, this.either([...this.again(production, parts), after]));
  }

  /** How a loop goes on after one round. */
  private again(production: IProduction, parts: readonly IProduction[]): readonly First[] {
    if (production instanceof RepetitionWithSeparator || production instanceof RepetitionMandatoryWithSeparator)
      return [ofToken(production.separator)];
    const isLoop = production instanceof Repetition || production instanceof RepetitionMandatory;
    return isLoop ? [this.ofSequence(parts)] : [];
  }

  private of(production: IProduction): First {
    if (production instanceof Terminal) return ofToken(production.terminalType);
    if (production instanceof NonTerminal) return this.ofRule(production);
    if (production instanceof Alternation)
      return this.either(production.definition.map((alternative) => this.ofSequence(partsOf(alternative))));
    const inner = this.ofSequence(partsOf(production));
    return isOptional(production) ? { ...inner, mayBeEmpty: true } : inner;
  }

  private ofRule({ nonTerminalName, referencedRule }: NonTerminal): First {
    const known = this.ofRules.get(nonTerminalName);
    if (known) return known;
    const first = this.ofSequence(referencedRule.definition);
    this.ofRules.set(nonTerminalName, first);
    return first;
  }

  private either(all: readonly First[]): First {
    const tokens = new Set<number>();
    for (const one of all) for (const token of one.tokens) tokens.add(token);
    return { tokens, mayBeEmpty: all.some((one) => one.mayBeEmpty) };
  }
}

function ofToken({ tokenTypeIdx, categoryMatches }: TokenType): First {
  return { tokens: new Set([tokenTypeIdx!, ...(categoryMatches ?? [])]), mayBeEmpty: false };
}

/** Whether one token tells them apart. */
export function areApart(all: readonly First[]): boolean {
  const seen = new Set<number>();
  for (const { tokens } of all)
    for (const token of tokens) {
      if (seen.has(token)) return false;
      seen.add(token);
    }
  return true;
}

/** What a production holds itself; a reference to a rule holds nothing. */
export function partsOf(production: IProduction): readonly IProduction[] {
  if (production instanceof Terminal || production instanceof NonTerminal) return [];
  return (production as Option).definition;
}

function isOptional(production: IProduction): boolean {
  return (
    production instanceof Option || production instanceof Repetition || production instanceof RepetitionWithSeparator
  );
}

function firstFound<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
