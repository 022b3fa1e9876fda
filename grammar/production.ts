import type { Gate } from './gates.ts';
import type { TokenSet } from './token-set.ts';
import type { TokenType } from './token-type.ts';

/** What a rule of the grammar is made of: data, so that it can be read by, looked ahead in, and held against another reader. */
export type Production = TokenUse | RuleUse | Choice | Optional | Repetition;

export interface TokenUse {
  readonly kind: 'token';
  readonly type: TokenType;
}

export interface RuleUse {
  readonly kind: 'rule';
  readonly rule: Rule;
}

export interface Choice {
  readonly kind: 'choice';
  readonly alternatives: readonly Sequence[];
  /** Made when first needed. */
  lookahead?: ChoiceLookahead;
}

export interface Optional {
  readonly kind: 'optional';
  readonly inside: Sequence;
  /** A further condition on what comes. */
  readonly gate?: Gate | undefined;
  /** Made when first needed. */
  lookahead?: EntryLookahead;
}

export interface Repetition {
  readonly kind: 'repetition';
  readonly inside: Sequence;
  readonly atLeastOnce: boolean;
  readonly separator?: TokenType;
  readonly gate?: Gate | undefined;
  lookahead?: EntryLookahead;
}

/** Productions one after another. */
export interface Sequence {
  readonly parts: readonly Production[];
  /** The production that holds it, as a part of another sequence; a whole rule stands nowhere. */
  readonly within?: { readonly sequence: Sequence; readonly index: number } | undefined;
}

/** Tokens one after another that may be met; a family stands for its members. */
export type TokenPath = readonly TokenType[];

/**
 * What each alternative begins with, and as far as it was asked, which one a token leads to; where one token does not tell, `paths` of each,
 * tried in order.
 */
export type ChoiceLookahead =
  | { readonly firsts: readonly TokenSet[]; readonly byToken: Map<number, Sequence>; readonly paths?: undefined }
  | { readonly firsts?: undefined; readonly paths: readonly (readonly TokenPath[])[] };

/** The next tokens that lead in; where one does not tell, paths. */
export type EntryLookahead =
  | { readonly tokens: TokenSet; readonly paths?: undefined }
  | { readonly tokens?: undefined; readonly paths: readonly TokenPath[] };

/** What a stretch of the grammar may begin with, members of families included. */
export interface First {
  readonly tokens: TokenSet;
  readonly mayBeEmpty: boolean;
}

/** A named rule; what it is made of is noted down when it is first asked for. */
export class Rule {
  readonly name: string;
  /** Where it holds one node and nothing else, that node stands for it. */
  readonly isLevel: boolean;
  private readonly note: () => Sequence;
  private noted: Sequence | undefined;
  /** Made when first needed. */
  first?: First;

  constructor(name: string, isLevel: boolean, note: () => Sequence) {
    this.name = name;
    this.isLevel = isLevel;
    this.note = note;
  }

  get whole(): Sequence {
    this.noted ??= this.note();
    return this.noted;
  }
}
