import type { RawToken } from './lex.ts';
import { is } from './mark-words.ts';
import type { TokenType } from './token-type.ts';
import {
  AdditiveOperator,
  AnchorToken,
  Bar,
  Colon,
  Comma,
  DaysTo,
  Equals,
  FirstJoin,
  families,
  LeftBrace,
  LeftParenthesis,
  MultiplicativeOperator,
  NameToken,
  NextJoin,
  RateBy,
  RateFrom,
  RightBrace,
  RightParenthesis,
  Semicolon,
  SpanFrom,
  SpanTo,
  words,
} from './tokens.ts';

/** A line of a block, as indices into the tokens of its declaration: `end` is exclusive. `block` is its opening brace, -1 for the head. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly block: number;
}

/** Words that begin a line wherever they stand, unless after a comma. */
const lineHeads = new Set<TokenType>([
  words.inForce,
  words.interpretedBy,
  words.pay,
  words.growthFromZero,
  words.unknownFacts,
  words.elsewhere,
  words.remark,
  words.cites,
  words.datedBy,
  words.everyYear,
  words.when,
  words.add,
  words.less,
  words.raise,
  words.lower,
  words.floor,
  words.cap,
  words.round,
  words.budget,
  words.once,
  words.noAmount,
  words.otherRules,
  words.forEach,
  words.among,
  words.takeHighest,
  words.takeFirst,
  words.takeChoice,
  words.takeEarliest,
  words.onlyUnderReading,
  words.covers,
  words.cutInOrder,
  words.cutProRata,
  words.applicant,
  words.given,
  words.decided,
  words.ledger,
  words.expect,
  words.otherwise,
]);

/** Words that begin a line when they stand first on theirs, and may be names elsewhere. */
const firstHeads = new Set<TokenType>([
  words.title,
  words.currency,
  words.authority,
  words.matter,
  words.year,
  words.limit,
  words.reading,
  words.byReading,
  words.per,
]);

/** Words that go on with the line above though they stand first on theirs. */
const continuations: readonly TokenType[] = [
  AnchorToken,
  Comma,
  Colon,
  Bar,
  Equals,
  LeftBrace,
  RightParenthesis,
  AdditiveOperator,
  MultiplicativeOperator,
  families.SuffixBound,
  families.StepWord,
  words.and,
  words.or,
  words.of,
  words.de,
  words.deGrowth,
  words.deIncrease,
  words.dePart,
  words.deCount,
  families.DeElapsed,
  families.WhichYear,
  families.ItsEdge,
  families.DeInterest,
  families.Prorated,
  families.InProportion,
  DaysTo,
  RateBy,
  RateFrom,
  SpanFrom,
  SpanTo,
  FirstJoin,
  NextJoin,
  words.deEarlier,
  words.deLater,
  words.through,
  words.stop,
  words.postponedBy,
  words.give,
  words.to,
  words.overEach,
  words.where,
  words.if,
  words.as,
  words.on,
  words.is,
  words.isNot,
  words.includes,
  words.hasGrown,
  words.asOf,
  words.prevailing,
  words.splitByDays,
];

/** Words after which a line cannot end. */
const unfinished: readonly TokenType[] = [
  Comma,
  Colon,
  Bar,
  Equals,
  AdditiveOperator,
  MultiplicativeOperator,
  families.Bound,
  families.StepWord,
  words.and,
  words.or,
  words.not,
  words.of,
  words.de,
  words.to,
  words.if,
  words.asOf,
];

/** The line of the innermost block that holds a token; the head of the declaration if no block does. */
export function segmentAt(tokens: readonly RawToken[], at: number): Segment {
  const block = enclosingBlock(tokens, at);
  if (block < 0) return { start: 0, end: tokens.findIndex(({ tokenType }) => tokenType === LeftBrace), block };
  const segments = segmentsOf(tokens, block);
  const inside = segments.filter(({ start }) => start <= at);
  return inside.at(-1) ?? { start: block + 1, end: block + 1, block };
}

export function isSegmentStart(tokens: readonly RawToken[], at: number): boolean {
  return segmentAt(tokens, at).start === at;
}

function enclosingBlock(tokens: readonly RawToken[], at: number): number {
  const open: number[] = [];
  for (let index = 0; index < at; index += 1) {
    if (tokens[index]!.tokenType === LeftBrace) open.push(index);
    if (tokens[index]!.tokenType === RightBrace) open.pop();
  }
  return open.at(-1) ?? -1;
}

function segmentsOf(tokens: readonly RawToken[], block: number): readonly Segment[] {
  const starts: number[] = [];
  let depth = 0;
  let parentheses = 0;
  let index = block + 1;
  for (; index < tokens.length; index += 1) {
    const { tokenType } = tokens[index]!;
    if (tokenType === RightBrace && depth === 0) break;
    if (depth === 0 && tokenType !== Semicolon && beginsSegment(tokens, block, index, parentheses > 0)) {
      starts.push(index);
      parentheses = 0;
    }
    if (tokenType === LeftBrace) depth += 1;
    if (tokenType === RightBrace) depth -= 1;
    if (depth > 0) continue;
    if (tokenType === LeftParenthesis) parentheses += 1;
    if (tokenType === RightParenthesis) parentheses = Math.max(0, parentheses - 1);
  }
  return starts.map((start, position) => ({ start, end: starts[position + 1] ?? index, block }));
}

function beginsSegment(tokens: readonly RawToken[], block: number, index: number, inParentheses: boolean): boolean {
  const token = tokens[index]!;
  const previous = tokens[index - 1]!.tokenType;
  if (previous === LeftBrace || previous === Semicolon) return true;
  const isHead = lineHeads.has(token.tokenType) || is(token.tokenType, families.Verb);
  const isFirst = token.firstOnLine && firstHeads.has(token.tokenType);
  if ((isHead || isFirst) && previous !== Comma && previous !== Colon) return true;
  if (!token.firstOnLine || inParentheses) return false;
  if (is(token.tokenType, families.Bound))
    return is(tokens[block + 1]!.tokenType, families.Bound) || isRow(tokens, index);
  if (namesRow(tokens, index)) return true;
  const goesOn = continuations.some((type) => is(token.tokenType, type));
  return !goesOn && !unfinished.some((type) => is(previous, type));
}

/** `rd | 研发费用 : money`, `national : 5 CNY`: however the line above ended, unless it was a list. */
function namesRow(tokens: readonly RawToken[], index: number): boolean {
  const next = tokens[index + 1]?.tokenType;
  const isDeclared = next === Bar || next === Colon;
  return isDeclared && is(tokens[index]!.tokenType, NameToken) && tokens[index - 1]!.tokenType !== Comma;
}

/** 超过 20% ： … on a line of its own. */
function isRow(tokens: readonly RawToken[], index: number): boolean {
  for (let at = index + 1; at < tokens.length && !tokens[at]!.firstOnLine; at += 1)
    if (tokens[at]!.tokenType === Colon) return true;
  return false;
}
