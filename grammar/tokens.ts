/** The token types: those of the raw lexer, and one per word of the vocabulary, with one category per family of words. */
import { createToken, Lexer, type TokenType } from 'chevrotain';
import { vocabulary, type WordId, wordIds } from './vocabulary.ts';
import type { Group, Word } from './word.ts';

/**
 * Han, spelled out because the lexer drops the `u` flag: 〇, extension A, the unified block, compatibility ideographs, and surrogate
 * pairs for the rarer ones. Also 々.
 */
const han = '\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\ud840-\\ud888\\udc00-\\udfff';

const wordPattern = new RegExp(`[A-Za-z_]*[${han}][A-Za-z_${han}]*|[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)*`);

// ── Tokens of the raw lexer ──────────────────────────────────────────────────

export const WhiteSpace = createToken({
  name: 'WhiteSpace',
  pattern: /[ \t\r\n\f\v\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\ufeff]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});
export const CommentToken = createToken({ name: 'Comment', pattern: /\/\/[^\r\n\u2028\u2029]*/, group: 'comments' });
export const DateToken = createToken({
  name: 'Date',
  pattern: /\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{4}年\d{1,2}月\d{1,2}日/,
});
export const NumberToken = createToken({
  name: 'Number',
  pattern: /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/,
});
/** A backslash takes the next character as it is. */
export const TextToken = createToken({
  name: 'Text',
  pattern: /"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"|“[^”\\\r\n]*(?:\\[^\r\n][^”\\\r\n]*)*”/,
});
export const AnchorToken = createToken({ name: 'Anchor', pattern: /「[^「」\r\n]*」(?:#\d{1,4})?/ });
export const QuotedName = createToken({ name: 'QuotedName', pattern: /『[^『』\r\n]+』/ });
/** Opened and not closed on its line; only the opening is blamed, and what ends a line or opens a block is left in the text. */
export const OpenText = createToken({ name: 'OpenText', pattern: /["“][^"”\r\n{}「;]*/ });
export const OpenAnchor = createToken({ name: 'OpenAnchor', pattern: /「[^」\r\n{}]*/ });
export const OpenName = createToken({ name: 'OpenName', pattern: /『[^』\r\n{}|:]*/ });
export const Possessive = createToken({ name: 'Possessive', pattern: /['’]s(?![A-Za-z0-9_])/ });
export const WordToken = createToken({ name: 'Word', pattern: wordPattern });

export const AdditiveOperator = createToken({ name: 'AdditiveOperator', pattern: Lexer.NA });
export const MultiplicativeOperator = createToken({ name: 'MultiplicativeOperator', pattern: Lexer.NA });

export const LeftBrace = createToken({ name: 'LeftBrace', pattern: '{' });
export const RightBrace = createToken({ name: 'RightBrace', pattern: '}' });
export const LeftParenthesis = createToken({ name: 'LeftParenthesis', pattern: '(' });
export const RightParenthesis = createToken({ name: 'RightParenthesis', pattern: ')' });
export const Colon = createToken({ name: 'Colon', pattern: ':' });
export const Semicolon = createToken({ name: 'Semicolon', pattern: ';' });
export const Comma = createToken({ name: 'Comma', pattern: /[,，、]/ });
export const Bar = createToken({ name: 'Bar', pattern: '|' });
export const Equals = createToken({ name: 'Equals', pattern: '=' });
export const Plus = createToken({ name: 'Plus', pattern: '+', categories: [AdditiveOperator] });
export const Minus = createToken({ name: 'Minus', pattern: '-', categories: [AdditiveOperator] });
export const Times = createToken({ name: 'Times', pattern: '*', categories: [MultiplicativeOperator] });
export const DividedBy = createToken({ name: 'DividedBy', pattern: '/', categories: [MultiplicativeOperator] });
export const Percent = createToken({ name: 'Percent', pattern: '%' });
/** Last in the lexer; spelled as a range, since complement sets defeat the lexer's dispatch by first character. */
const everyUnit = ['\\u0000', '\\uffff'].join('-');
export const Stray = createToken({ name: 'Stray', pattern: new RegExp(`[${everyUnit}]`), line_breaks: true });

/** In the order in which the lexer tries them. */
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
  Stray,
];

// ── Tokens that the pass over words makes ────────────────────────────────────

/** Every token that may serve as a name. */
export const NameToken = createToken({ name: 'Name', pattern: Lexer.NA });
export const PlainName = createToken({ name: 'PlainName', pattern: Lexer.NA, categories: [NameToken] });
export const QuotedNameToken = createToken({ name: 'NameInQuotes', pattern: Lexer.NA, categories: [NameToken] });
/** A stretch that could not be cut into words; told already, so the tree gets an ErrorExpression. */
export const UnreadName = createToken({ name: 'UnreadName', pattern: Lexer.NA, categories: [NameToken] });
/** A declared unit directly after a number. */
export const UnitName = createToken({ name: 'UnitName', pattern: Lexer.NA, categories: [NameToken] });
/** 第十二条, 第 12 条; the payload is the number. */
export const ArticleOrdinal = createToken({ name: 'ArticleOrdinal', pattern: Lexer.NA });
export const ParagraphOrdinal = createToken({ name: 'ParagraphOrdinal', pattern: Lexer.NA });
/** 百分之八; the payload is the number. */
export const HanPercent = createToken({ name: 'HanPercent', pattern: Lexer.NA });
/** The bound word of 超过 … 的部分, told from a comparison by the 的部分 that follows. */
export const PartBound = createToken({ name: 'PartBound', pattern: Lexer.NA });
/** The 至 of 甲 至 乙 的 天数. */
export const DaysTo = createToken({ name: 'DaysTo', pattern: Lexer.NA });
/** The 在 of art6_1 在 B 前. */
export const AtBlock = createToken({ name: 'AtBlock', pattern: Lexer.NA });

const groupNames: readonly Group[] = [
  'Bound',
  'SuffixBound',
  'Verb',
  'StepWord',
  'ChooseMode',
  'RoundingMode',
  'Sharing',
  'Settlement',
  'TypeWord',
  'CountUnit',
  'DurationUnit',
  'Currency',
  'Multiplier',
];

/** Any word of a family. */
export const families = Object.fromEntries(
  groupNames.map((name) => [name, createToken({ name, pattern: Lexer.NA })]),
) as Readonly<Record<Group, TokenType>>;

/** The token type of a word; its name is the word's id. */
export const words = Object.fromEntries(wordIds.map((id) => [id, wordToken(id)])) as Readonly<
  Record<WordId, TokenType>
>;

function wordToken(id: WordId): TokenType {
  const entry: Word = vocabulary[id];
  const categories = [...(entry.group ? [families[entry.group]] : []), ...(entry.soft ? [NameToken] : [])];
  return createToken({ name: id, pattern: Lexer.NA, categories });
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
  ArticleOrdinal,
  ParagraphOrdinal,
  HanPercent,
  PartBound,
  DaysTo,
  AtBlock,
  ...Object.values(families),
  ...Object.values(words),
];
