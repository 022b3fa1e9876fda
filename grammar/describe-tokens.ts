import type { Bilingual } from '../diagnostics/diagnostic.ts';
import { is } from './mark-words.ts';
import type { TokenType } from './token-type.ts';
import {
  AnchorToken,
  ArticleOrdinal,
  AtBlock,
  DateToken,
  DaysTo,
  FirstJoin,
  families,
  HanPercent,
  LeftParenthesis,
  NameToken,
  NextJoin,
  NumberToken,
  ParagraphOrdinal,
  PartBound,
  PartOrdinal,
  Percent,
  Possessive,
  RateBy,
  RateFrom,
  SpanFrom,
  SpanTo,
  TextToken,
  UnitName,
  words,
  YearOrdinal,
} from './tokens.ts';
import { printedForm, vocabulary, type WordId } from './vocabulary.ts';

/** English words whose Chinese is another entry's: 其余 and 无 serve two. */
const chineseOf = new Map<WordId, string>([
  ['per', '每家'],
  ['among', '在'],
  ['withDifference', '补足差额'],
  ['theRest', '其余'],
  ['nothing', '无'],
  ['inTheTop', '前'],
]);

/** A word as a drafter knows it, in both languages; one that exists in one language only is shown in that. */
export function wordTerm(id: WordId): Bilingual {
  const en = printedForm(id, 'en');
  const zh = chineseOf.get(id) ?? printedForm(id, 'zh');
  return { zh: `“${zh?.replaceAll(' ', '') ?? en}”`, en: `“${en ?? zh}”` };
}

const described = new Map<TokenType, Bilingual>([
  [NameToken, { zh: '名称', en: 'a name' }],
  [NumberToken, { zh: '数字', en: 'a number' }],
  [DateToken, { zh: '日期（如 2023-10-10）', en: 'a date such as 2023-10-10' }],
  [TextToken, { zh: '引号里的文字', en: 'a text in quotation marks' }],
  [AnchorToken, { zh: '原文「…」', en: 'words of the source 「…」' }],
  [UnitName, { zh: '单位', en: 'a unit' }],
  [HanPercent, { zh: '百分之几', en: 'a rate' }],
  [Percent, { zh: '“%”', en: '“%”' }],
  [Possessive, { zh: '“之”', en: '“’s”' }],
  [ArticleOrdinal, { zh: '第几条', en: 'the number of an article' }],
  [ParagraphOrdinal, { zh: '第几款', en: 'the number of a paragraph' }],
  [YearOrdinal, { zh: '第几年', en: '“in year” and its number' }],
  [PartOrdinal, { zh: '第几期', en: 'the number of an instalment' }],
  [PartBound, { zh: '“超过”或“不超过”', en: '“over” or “up to”' }],
  [AtBlock, { zh: '“在”', en: '“在”' }],
  [DaysTo, { zh: '“至”或“起至”', en: '“to” or “through”' }],
  [SpanTo, { zh: '“至”或“起至”', en: '“to” or “through”' }],
  [SpanFrom, { zh: '“自”', en: '“from”' }],
  [RateFrom, { zh: '“自”', en: '“from”' }],
  [RateBy, { zh: '“按”', en: '“at”' }],
  [FirstJoin, { zh: '“与”', en: '“and”' }],
  [NextJoin, { zh: '“与”', en: '“and”' }],
  [words.severalOf, { zh: '“可多选”', en: '“any of”' }],
  [families.Bound, { zh: '“达到”“超过”这样的词', en: 'a word such as “at least” or “over”' }],
  [families.SuffixBound, { zh: '“以上”“以下”这样的词', en: 'a word such as “or more”' }],
  [families.Verb, { zh: '“补助”“奖励”这样的词', en: 'a word such as “grant” or “award”' }],
  [families.StepWord, { zh: '“每满”', en: '“for every full”' }],
  [
    families.ChooseMode,
    { zh: '“就高”“整体”“分段累进”或“各行累加”', en: '“the highest”, “slab”, “in bands” or “each row”' },
  ],
  [families.RoundingMode, { zh: '取整方式（如“四舍五入”）', en: 'a way of rounding such as “half up”' }],
  [families.Sharing, { zh: '分配方式（如“按比例”）', en: 'a way of sharing such as “pro rata”' }],
  [families.Settlement, { zh: '“晋级补差”这样的词', en: 'a word such as “topping up”' }],
  [families.TypeWord, { zh: '类型（如“金额”“是否”）', en: 'a type such as “money” or “yes or no”' }],
  [families.CountUnit, { zh: '“次”“家”这样的量词', en: 'a word such as “times” or “firms”' }],
  [families.DurationUnit, { zh: '“年”“个月”或“天”', en: '“years”, “months” or “days”' }],
  [families.Currency, { zh: '币种（如“人民币”）', en: 'a currency such as CNY' }],
  [families.Multiplier, { zh: '“万”或“亿”', en: '“thousand” or “million”' }],
  [families.DeElapsed, { zh: '“的天数”“的足月数”这样的词', en: 'a word such as “days from”' }],
  [families.ElapsedFrom, { zh: '“的天数”“的足月数”这样的词', en: 'a word such as “days from”' }],
  [families.PeriodEdge, { zh: '“年初”或“年末”', en: '“start of year” or “end of year”' }],
  [families.ItsEdge, { zh: '“当年年末”“当月月初”这样的词', en: 'a word such as “end of month of”' }],
  [families.EdgeOf, { zh: '“当年年末”“当月月初”这样的词', en: 'a word such as “end of month of”' }],
  [families.WhichYear, { zh: '“起第几个自然年”', en: '“calendar year since”' }],
  [families.YearSince, { zh: '“起第几个自然年”', en: '“calendar year since”' }],
  [families.Prorated, { zh: '“按日折算”这样的词', en: 'a word such as “prorated by days”' }],
  [families.InProportion, { zh: '“按日折算”这样的词', en: 'a word such as “prorated by days”' }],
  [families.InterestOn, { zh: '“的利息”', en: '“interest on”' }],
  [families.DeInterest, { zh: '“的利息”', en: '“interest on”' }],
]);

const amount: Bilingual = { zh: '金额、名称或算式', en: 'an amount, a name or an expression' };

const mostDescribed = 8;

/** What could have stood in a place, in a drafter's words. Everything that may begin an expression is one thing. */
export function describeAll(types: readonly TokenType[]): readonly Bilingual[] {
  const beginsExpression = [NumberToken, NameToken, LeftParenthesis].every((type) => types.includes(type));
  const isType = types.includes(words.severalOf);
  const terms = beginsExpression ? [amount] : types.filter((type) => !isType || type !== words.anyOf).map(describe);
  const distinct = terms.filter(
    (term, index) => !terms.slice(0, index).some(({ zh, en }) => zh === term.zh || en === term.en),
  );
  return distinct.length > mostDescribed ? [] : distinct;
}

function describe(type: TokenType): Bilingual {
  const known = described.get(type);
  if (known) return known;
  if (isWord(type)) return wordTerm(type.name as WordId);
  const written = typeof type.pattern === 'string' ? type.pattern : type.name === 'Comma' ? ',' : type.name;
  return { zh: `“${fullWidth.get(written) ?? written}”`, en: `“${written}”` };
}

const fullWidth = new Map([
  [':', '：'],
  [',', '，'],
  [';', '；'],
  ['(', '（'],
  [')', '）'],
]);

/** Whether a token is a word of the language. */
export function isWord(type: TokenType): boolean {
  return Object.hasOwn(vocabulary, type.name) && words[type.name as WordId] === type;
}

/** A word of the language that cannot be a name. */
export function isReservedWord(type: TokenType): boolean {
  return isWord(type) && !is(type, NameToken);
}
