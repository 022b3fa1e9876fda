/** The token types: those of the scanner, and one per word of the vocabulary, with one more per family of words. */
import { type TokenType, tokenType } from './token-type.ts';
import { vocabulary, type WordId, wordIds } from './vocabulary.ts';
import type { Group, Word } from './word.ts';

/**
 * Han, spelled out because patterns work on code units: 〇, extension A, the unified block, compatibility ideographs, and surrogate
 * pairs for the rarer ones. Also 々.
 */
const han = '\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\ud840-\\ud888\\udc00-\\udfff';

/** Words joined by single dots are one: names under a prefix (共用.贷款利率) and paths (art3.cap). */
const hanPart = `[A-Za-z_]*[${han}][A-Za-z_${han}]*`;
const wordPattern = new RegExp(`(?:${hanPart}|[A-Za-z_][A-Za-z0-9_]*)(?:\\.(?:${hanPart}|[A-Za-z0-9_]+))*`);
const wordBegins = new RegExp(`[A-Za-z_${han}]`);

// ── Tokens of the scanner ──────────────────────────────────────────────────

export const WhiteSpace = tokenType({
  name: 'WhiteSpace',
  pattern: /[ \t\r\n\f\v\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\ufeff]+/,
  begins: /[ \t\r\n\f\v\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\ufeff]/,
});
export const CommentToken = tokenType({ name: 'Comment', pattern: /\/\/[^\r\n\u2028\u2029]*/, begins: /\// });
export const DateToken = tokenType({
  name: 'Date',
  pattern: /\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{4}年\d{1,2}月\d{1,2}日/,
  begins: /\d/,
});
export const NumberToken = tokenType({
  name: 'Number',
  pattern: /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/,
  begins: /\d/,
});
/** A backslash takes the next character as it is. */
export const TextToken = tokenType({
  name: 'Text',
  pattern: /"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"|“[^”\\\r\n]*(?:\\[^\r\n][^”\\\r\n]*)*”/,
  begins: /["“]/,
});
export const AnchorToken = tokenType({ name: 'Anchor', pattern: /「[^「」\r\n]*」(?:#\d{1,4})?/, begins: /「/ });
export const QuotedName = tokenType({ name: 'QuotedName', pattern: /『[^『』\r\n]+』/, begins: /『/ });
/** Opened and not closed on its line; only the opening is blamed, and what ends a line or opens a block is left in the text. */
export const OpenText = tokenType({ name: 'OpenText', pattern: /["“][^"”\r\n{}「;]*/, begins: /["“]/ });
export const OpenAnchor = tokenType({ name: 'OpenAnchor', pattern: /「[^」\r\n{}]*/, begins: /「/ });
export const OpenName = tokenType({ name: 'OpenName', pattern: /『[^』\r\n{}|:]*/, begins: /『/ });
export const Possessive = tokenType({ name: 'Possessive', pattern: /['’]s(?![A-Za-z0-9_])/, begins: /['’]/ });
export const WordToken = tokenType({ name: 'Word', pattern: wordPattern, begins: wordBegins });

export const AdditiveOperator = tokenType({ name: 'AdditiveOperator' });
export const MultiplicativeOperator = tokenType({ name: 'MultiplicativeOperator' });

export const LeftBrace = tokenType({ name: 'LeftBrace', pattern: '{' });
export const RightBrace = tokenType({ name: 'RightBrace', pattern: '}' });
export const LeftParenthesis = tokenType({ name: 'LeftParenthesis', pattern: '(' });
export const RightParenthesis = tokenType({ name: 'RightParenthesis', pattern: ')' });
export const Colon = tokenType({ name: 'Colon', pattern: ':' });
export const Semicolon = tokenType({ name: 'Semicolon', pattern: ';' });
export const Comma = tokenType({ name: 'Comma', pattern: /[,，、]/, begins: /[,，、]/ });
export const Bar = tokenType({ name: 'Bar', pattern: '|' });
export const Equals = tokenType({ name: 'Equals', pattern: '=' });
export const Plus = tokenType({ name: 'Plus', pattern: '+', families: [AdditiveOperator] });
export const Minus = tokenType({ name: 'Minus', pattern: '-', families: [AdditiveOperator] });
export const Times = tokenType({ name: 'Times', pattern: '*', families: [MultiplicativeOperator] });
export const DividedBy = tokenType({ name: 'DividedBy', pattern: '/', families: [MultiplicativeOperator] });
export const Percent = tokenType({ name: 'Percent', pattern: '%' });
/** The dot of 元/平方米·月. */
export const MiddleDot = tokenType({ name: 'MiddleDot', pattern: /[·・]/, begins: /[·・]/ });
/** Any other code unit; last of all. */
export const Stray = tokenType({ name: 'Stray', pattern: /[\s\S]/, begins: /[\s\S]/ });

/** In the order in which the scanner tries them. */
export const rawTokenTypes: TokenType[] = [
  WhiteSpace,
  CommentToken,
  DateToken,
  NumberToken,
  TextToken,
  AnchorToken,
  QuotedName,
  OpenText,
  OpenAnchor,
  OpenName,
  Possessive,
  WordToken,
  LeftBrace,
  RightBrace,
  LeftParenthesis,
  RightParenthesis,
  Colon,
  Semicolon,
  Comma,
  Bar,
  Equals,
  Plus,
  Minus,
  Times,
  DividedBy,
  Percent,
  MiddleDot,
  Stray,
];

// ── Tokens that the pass over words makes ────────────────────────────────────

/** Every token that may serve as a name. */
export const NameToken = tokenType({ name: 'Name' });
export const PlainName = tokenType({ name: 'PlainName', families: [NameToken] });
export const QuotedNameToken = tokenType({ name: 'NameInQuotes', families: [NameToken] });
/** A stretch that could not be cut into words; told already, so the tree gets an ErrorExpression. */
export const UnreadName = tokenType({ name: 'UnreadName', families: [NameToken] });
/** A declared unit directly after a number. */
export const UnitName = tokenType({ name: 'UnitName', families: [NameToken] });
/** The slash, or dot, before a unit that a figure or type is per: 30元/平方米/月. */
export const PerSlash = tokenType({ name: 'PerSlash' });
/** 第十二条, 第 12 条; the payload is the number. */
export const ArticleOrdinal = tokenType({ name: 'ArticleOrdinal' });
export const ParagraphOrdinal = tokenType({ name: 'ParagraphOrdinal' });
/** 第二年, 第 2 年 of a payment plan, 第二期 of what was paid; the payload is the number. */
export const YearOrdinal = tokenType({ name: 'YearOrdinal' });
export const PartOrdinal = tokenType({ name: 'PartOrdinal' });
/** 百分之八; the payload is the number. */
export const HanPercent = tokenType({ name: 'HanPercent' });
/** The bound word of 超过 … 的部分, told from a comparison by the 的部分 that follows. */
export const PartBound = tokenType({ name: 'PartBound' });
/** The 至 or 起至 of 甲 至 乙 的 天数. */
export const DaysTo = tokenType({ name: 'DaysTo' });
/** 按, 自 and 至 (起至) of 本金 按 利率 自 甲 至 乙 的 利息, and of 甲 自 乙 至 丙 按日折算, told from others by the word at the end. */
export const RateBy = tokenType({ name: 'RateBy' });
export const RateFrom = tokenType({ name: 'RateFrom' });
export const SpanFrom = tokenType({ name: 'SpanFrom' });
export const SpanTo = tokenType({ name: 'SpanTo' });
/** The first and the further 与 of 甲 与 乙 与 丙 的 较早者. */
export const FirstJoin = tokenType({ name: 'FirstJoin' });
export const NextJoin = tokenType({ name: 'NextJoin' });
/** The 在 of art6_1 在 B 前. */
export const AtBlock = tokenType({ name: 'AtBlock' });

const groupNames: readonly Group[] = [
  'Bound',
  'SuffixBound',
  'Verb',
  'StepWord',
  'ChooseMode',
  'Order',
  'RoundingMode',
  'Sharing',
  'Settlement',
  'TypeWord',
  'CountUnit',
  'DurationUnit',
  'Currency',
  'Multiplier',
  'PeriodEdge',
  'EdgeOf',
  'ItsEdge',
  'ElapsedFrom',
  'DeElapsed',
  'YearSince',
  'WhichYear',
  'Prorated',
  'InProportion',
  'InterestOn',
  'DeInterest',
];

/** Any word of a family. */
export const families = Object.fromEntries(groupNames.map((name) => [name, tokenType({ name })])) as Readonly<
  Record<Group, TokenType>
>;

/** The token type of a word; its name is the word's id. */
export const words = Object.create(null) as Readonly<Record<WordId, TokenType>>;
for (const id of wordIds) (words as Record<WordId, TokenType>)[id] = wordToken(id);

function wordToken(id: WordId): TokenType {
  const entry: Word = vocabulary[id];
  const own = [...(entry.group ? [families[entry.group]] : []), ...(entry.soft ? [NameToken] : [])];
  return tokenType({ name: id, families: own });
}

/** Everything the parser may be given. */
export const parserTokenTypes: TokenType[] = [
  ...rawTokenTypes.filter((type) => type !== WordToken && type !== WhiteSpace && type !== CommentToken),
  AdditiveOperator,
  MultiplicativeOperator,
  NameToken,
  PlainName,
  QuotedNameToken,
  UnreadName,
  UnitName,
  PerSlash,
  ArticleOrdinal,
  ParagraphOrdinal,
  YearOrdinal,
  PartOrdinal,
  HanPercent,
  PartBound,
  DaysTo,
  RateBy,
  RateFrom,
  SpanFrom,
  SpanTo,
  FirstJoin,
  NextJoin,
  AtBlock,
  ...Object.values(families),
  ...Object.values(words),
];
