import { NestedWithoutBrackets, TooManyOperators } from '../diagnostics/characters.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { type RawToken, retyped } from './lex.ts';
import { limits } from './limits.ts';
import { spanOf } from './read-words.ts';
import { is, type TokenType } from './token-type.ts';
import {
  AdditiveOperator,
  AtBlock,
  Colon,
  Comma,
  DaysTo,
  FirstJoin,
  families,
  LeftBrace,
  LeftParenthesis,
  MultiplicativeOperator,
  NameToken,
  NextJoin,
  NumberToken,
  PartBound,
  RateBy,
  RateFrom,
  RightBrace,
  RightParenthesis,
  Semicolon,
  SpanFrom,
  SpanTo,
  words,
} from './tokens.ts';

/**
 * Chinese says what a construct was only at its end. One look back per 的部分, 的天数, 的利息 … gives the words that began it tokens of
 * their own, so that the parser knows at once whether 超过 compares or takes a part (R13), and one look ahead does the same for 在 B 前.
 */
export function markWords(tokens: readonly RawToken[]): readonly RawToken[] {
  let marked: RawToken[] | undefined;
  const open: number[][] = [[]];
  tokens.forEach((token, index) => {
    const { tokenType } = token;
    if (!concerned.has(tokenType.index)) return;
    const candidates = open.at(-1)!;
    if (isOpening(tokenType)) open.push([]);
    else if (isClosing(tokenType)) {
      if (open.length > 1) open.pop();
    } else if (tokenType === Semicolon || tokenType === Colon) candidates.length = 0;
    else if (is(tokenType, families.Bound) || joining.has(tokenType)) candidates.push(index);
    else if (tokenType === words.dePart) mark(candidates, (type) => is(type, families.Bound), PartBound);
    else if (is(tokenType, families.DeElapsed)) mark(candidates, isSpanEnd, DaysTo);
    else if (is(tokenType, families.DeInterest)) markInterest(candidates);
    else if (is(tokenType, families.InProportion)) markSpan(candidates, SpanFrom);
    else if (tokenType === words.deEarlier || tokenType === words.deLater) markJoins(candidates);
    else if (tokenType === words.from && isBlockPlace(tokens, index)) replace(index, retyped(token, AtBlock));
  });
  return marked ?? tokens;

  /** Most declarations are left as they are. */
  function replace(index: number, token: RawToken): void {
    marked ??= [...tokens];
    marked[index] = token;
  }

  function markInterest(candidates: number[]): void {
    markSpan(candidates, RateFrom);
    mark(candidates, (type) => type === words.by, RateBy);
  }

  function markSpan(candidates: number[], from: TokenType): void {
    mark(candidates, isSpanEnd, SpanTo);
    mark(candidates, (type) => type === words.since, from);
  }

  /** All 与 down to the next word of another construct. */
  function markJoins(candidates: number[]): void {
    const joins: number[] = [];
    while (tokens[candidates.at(-1) ?? -1]?.tokenType === words.joinDays) joins.push(candidates.pop()!);
    for (const [place, index] of joins.entries())
      replace(index, retyped(tokens[index]!, place === joins.length - 1 ? FirstJoin : NextJoin));
  }

  function mark(candidates: number[], wanted: (type: TokenType) => boolean, as: TokenType): void {
    while (candidates.length > 0) {
      const index = candidates.pop()!;
      const token = tokens[index]!;
      if (!wanted(token.tokenType)) continue;
      replace(index, retyped(token, as, { payload: token.tokenType.name }));
      return;
    }
  }
}

/** Words that a later word may show to belong to its construct. */
const joining: ReadonlySet<TokenType> = new Set([words.to, words.through, words.since, words.by, words.joinDays]);

function isSpanEnd(type: TokenType): boolean {
  return type === words.to || type === words.through;
}

/** All that the pass below looks at; most words are none of these. */
const concerned = typesIn([
  LeftBrace,
  LeftParenthesis,
  RightBrace,
  RightParenthesis,
  Semicolon,
  Colon,
  families.Bound,
  words.to,
  words.through,
  words.since,
  words.by,
  words.joinDays,
  words.from,
  words.dePart,
  words.deEarlier,
  words.deLater,
  families.DeElapsed,
  families.DeInterest,
  families.InProportion,
]);

/** 在 NAME 前|后, but not 在 NAME 前5名. */
function isBlockPlace(tokens: readonly RawToken[], index: number): boolean {
  const place = tokens[index + 2]?.tokenType;
  return (
    is(tokens[index + 1]?.tokenType, NameToken) &&
    (place === words.back || (place === words.front && tokens[index + 3]?.tokenType !== NumberToken))
  );
}

function isOpening(type: TokenType): boolean {
  return type === LeftBrace || type === LeftParenthesis;
}

function isClosing(type: TokenType): boolean {
  return type === RightBrace || type === RightParenthesis;
}

export { is };

/** Operators that make the tree deeper though no bracket opens; those that nest also take the parser deeper. */
const chaining = typesIn([
  AdditiveOperator,
  MultiplicativeOperator,
  words.and,
  words.or,
  words.not,
  words.de,
  words.deGrowth,
  words.deIncrease,
  words.growthOf,
  words.increaseIn,
  words.lastYears,
  words.front,
  words.fullyAfter,
  words.beforeCap,
  words.fieldOf,
  words.postponedBy,
  families.ItsEdge,
  families.WhichYear,
  words.asOf,
  words.prevailing,
  words.splitByDays,
  PartBound,
  DaysTo,
  FirstJoin,
  NextJoin,
  RateBy,
  SpanFrom,
]);
const nesting = typesIn([
  words.of,
  words.upTo,
  words.after,
  words.earlier,
  words.thePartOf,
  words.theEarlierOf,
  words.theLaterOf,
  families.ElapsedFrom,
  families.EdgeOf,
  families.YearSince,
  families.InterestOn,
  families.Prorated,
  words.by,
  words.byCase,
  words.firstTime,
  words.eachOf,
  words.prevailing,
  families.StepWord,
]);

const nestingBreaks = typesIn([AdditiveOperator, MultiplicativeOperator, Comma, words.and, words.or]);

/**
 * Refuses statements whose tree would be too deep to walk. False if one was found; it has been reported. Both counts are within one
 * statement.
 */
export function withinOperatorLimits(tokens: readonly RawToken[], report: Report): boolean {
  let chained = 0;
  let nested = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const { index } = token.tokenType;
    if (!counting.has(index)) continue;
    if (statementEnds.has(index)) chained = nested = 0;
    if (nestingBreaks.has(index)) nested = 0;
    if (chaining.has(index)) chained += 1;
    if (nesting.has(index)) nested += 1;
    if (chained > limits.operators) {
      report(TooManyOperators, { span: spanOf(token) }, { limit: limits.operators });
      return false;
    }
    if (nested > limits.nesting) {
      report(NestedWithoutBrackets, { span: spanOf(token) }, { limit: limits.nesting });
      return false;
    }
  }
  return true;
}

/** Indexes of types. */
type TypeSet = ReadonlySet<number>;

/** The types themselves and all members of those that are families. */
function typesIn(list: readonly TokenType[]): TypeSet {
  return new Set(list.flatMap(({ members }) => members));
}

const statementEnds = typesIn([
  LeftBrace,
  RightBrace,
  Semicolon,
  families.Verb,
  words.let,
  words.when,
  words.cap,
  words.add,
  words.less,
  words.budget,
  words.cites,
  words.applicant,
  words.given,
  words.expect,
  words.decided,
  words.ledger,
  words.clause,
]);

/** All that counting looks at. */
const counting: TypeSet = new Set([...chaining, ...nesting, ...nestingBreaks, ...statementEnds]);
