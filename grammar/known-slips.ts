import type { DiagnosticKind } from '../diagnostics/diagnostic.ts';
import { nearNames } from '../diagnostics/near-names.ts';
import { StepModeMissing } from '../diagnostics/open-decisions.ts';
import {
  AnswerInCondition,
  ConditionOnLine,
  ConditionsByComma,
  EffectAfterComma,
  FirstTimeWithoutRange,
  GrowthWithoutOf,
  MarkAfterLineWord,
  ParameterWithoutBraces,
  PerPieceAfterComma,
  RangeInRow,
  RateWithoutOf,
  SuffixByComma,
  UnitAfterType,
} from '../diagnostics/slips.ts';
import type { RawToken } from './lex.ts';
import { is } from './mark-words.ts';
import type { TokenType } from './token-type.ts';
import { Colon, Comma, Equals, families, LeftParenthesis, NameToken, NumberToken, Percent, words } from './tokens.ts';
import { vocabulary, type WordId, wordIds } from './vocabulary.ts';
import type { Word } from './word.ts';

type Slip = DiagnosticKind<Record<never, never>>;

/** What drafters write by habit and the language writes otherwise: told in its own words. `start` is where the line begins. */
export function knownSlip(tokens: readonly RawToken[], at: number, start: number): Slip | undefined {
  const type = tokens[at]!.tokenType;
  const first = tokens[start]!.tokenType;
  if (type === words.if && unconditional.some((one) => is(first, one))) return ConditionOnLine;
  const isRange = type === words.from || type === words.to;
  if (isRange && endsRow(tokens, at)) return RangeInRow;
  if (type === words.firstTime) return FirstTimeWithoutRange;
  if (beginsStep(tokens, at)) return StepModeMissing;
  return (
    slipAfterComma(tokens, at, first) ??
    slipInFact(tokens, at, first) ??
    slipInFigure(tokens, at) ??
    slipOfSigns(tokens, at, start)
  );
}

/** 每 200万元, 每增加 200万元, `for every 100 CNY`, `per 100 CNY`: a step, of which it is not said what a part of it gives. */
function beginsStep(tokens: readonly RawToken[], at: number): boolean {
  const { image, firstOnLine } = tokens[at]!;
  if (firstOnLine || tokens[at - 1]?.tokenType === Comma) return false;
  const isEvery = image.toLowerCase() === 'for' && tokens[at + 1]?.image.toLowerCase() === 'every';
  const figure = tokens[isEvery ? at + 2 : at + 1];
  return (isEvery || /^(?:每|每增加|每新增|每增长|每增|per)$/i.test(image)) && figure?.tokenType === NumberToken;
}

const limits: readonly TokenType[] = [words.upTo, words.cap, words.atMost, words.notAbove, words.notMoreThan];

function slipAfterComma(tokens: readonly RawToken[], at: number, first: TokenType): Slip | undefined {
  if (tokens[at - 1]?.tokenType !== Comma) return undefined;
  const { tokenType, image } = tokens[at]!;
  if (first === words.when && !effects.some((one) => is(tokenType, one))) return ConditionsByComma;
  if (!effects.some((one) => is(first, one))) return undefined;
  if (/^[每按]./.test(image) && tokens[at + 1]?.tokenType === NumberToken) return PerPieceAfterComma;
  return [...limits, ...effects].some((one) => is(tokenType, one)) ? EffectAfterComma : undefined;
}

const suffixes: readonly TokenType[] = [
  words.eachYear,
  words.since,
  words.orNone,
  words.mayBeNegative,
  words.sharedKey,
  words.from,
];

/** In a row of facts, `name : type …`, or a parameter. */
function slipInFact(tokens: readonly RawToken[], at: number, first: TokenType): Slip | undefined {
  const type = tokens[at]!.tokenType;
  const before = tokens[at - 1]?.tokenType;
  if (type === Comma && suffixes.includes(tokens[at + 1]?.tokenType as TokenType)) return SuffixByComma;
  if (type === LeftParenthesis && is(before, families.TypeWord)) return UnitAfterType;
  const isFigure = type === NumberToken || type === Equals;
  return isFigure && first === words.parameter && !tokens[at]!.firstOnLine ? ParameterWithoutBraces : undefined;
}

const changes = new Set(['增速', '增长率', '增量', '增長率']);

function slipInFigure(tokens: readonly RawToken[], at: number): Slip | undefined {
  const { image, tokenType, firstOnLine } = tokens[at]!;
  if (firstOnLine || !is(tokens[at - 1]?.tokenType, NameToken)) return undefined;
  if (changes.has(image)) return GrowthWithoutOf;
  const isRate = tokenType === NumberToken && tokens[at + 1]?.tokenType === Percent;
  return isRate ? RateWithoutOf : undefined;
}

function slipOfSigns(tokens: readonly RawToken[], at: number, start: number): Slip | undefined {
  const type = tokens[at]!.tokenType;
  const first = tokens[start]!.tokenType;
  const isSign = type === Colon || type === Equals;
  if (isSign && at === start + 1 && [words.when, ...effects].some((one) => is(first, one))) return MarkAfterLineWord;
  const answer = type === Equals ? tokens[at + 1]?.tokenType : type;
  const isAnswer = answer === words.yes || answer === words.no;
  return isAnswer && first === words.when && is(tokens[at - 1]?.tokenType, NameToken) ? AnswerInCondition : undefined;
}

/** Lines of a clause that make or change its amount. */
const effects: readonly TokenType[] = [
  families.Verb,
  words.add,
  words.less,
  words.raise,
  words.lower,
  words.floor,
  words.cap,
  words.budget,
  words.round,
];

const unconditional: readonly TokenType[] = [families.Verb, words.cap, words.budget, words.round, words.once];

/** 在 100万元 至 500万元 ： … */
function endsRow(tokens: readonly RawToken[], from: number): boolean {
  for (let at = from + 1; at < tokens.length && !tokens[at]!.firstOnLine; at += 1)
    if (tokens[at]!.tokenType === Colon) return true;
  return false;
}

/** Words that may have been meant where one of `wanted` should stand. */
export function nearWanted(written: string, wanted: readonly TokenType[]): readonly string[] {
  const isOpen = wanted.includes(NameToken);
  return isOpen
    ? []
    : nearForms(
        written,
        wordIds.filter((id) => wanted.some((type) => belongs(id, type))),
      );
}

function belongs(id: WordId, type: TokenType): boolean {
  const { group }: Word = vocabulary[id];
  return words[id] === type || (group !== undefined && families[group] === type);
}

/** Traditional forms only where no simplified one is near: most differ by a character or two. */
export function nearForms(written: string, ids: readonly WordId[]): readonly string[] {
  const near = nearNames(
    written,
    ids.flatMap((id) => [...vocabulary[id].en, ...vocabulary[id].zh]),
  );
  return near.length > 0
    ? near
    : nearNames(
        written,
        ids.flatMap((id) => [...vocabulary[id].hant]),
      );
}

const beginRow: readonly WordId[] = wordIds.filter((id) => {
  const { group }: Word = vocabulary[id];
  return group === 'Bound' || id === 'each' || id === 'otherwise';
});

/** 超国 20% ： … : the word before is the mistake, which was taken for a name. What it was meant to be. */
export function mistypedBefore(
  tokens: readonly RawToken[],
  at: number,
  shown: (token: RawToken) => string,
): readonly string[] | undefined {
  const previous = tokens[at - 1];
  if (!previous?.firstOnLine || tokens[at]!.firstOnLine || !is(previous.tokenType, NameToken)) return undefined;
  const near = nearForms(shown(previous), beginRow);
  return near.length > 0 ? near : undefined;
}

/** Words that begin no line of a clause, and the line that a drafter who begins with them means. */
const habits = new Map<TokenType, readonly WordId[]>([
  [words.if, ['when']],
  [words.give, ['grant', 'award']],
  [words.upTo, ['cap']],
  [words.atMost, ['cap']],
  [words.notAbove, ['cap']],
  [words.notMoreThan, ['cap']],
]);

export function habitualLine(type: TokenType, beginnings: readonly WordId[]): readonly WordId[] {
  return (habits.get(type) ?? []).filter((id) => beginnings.includes(id));
}
