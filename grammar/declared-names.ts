import { isReserved, keywordsOf } from './dictionary.ts';
import { foldName } from './fold.ts';
import type { RawToken } from './lex.ts';
import { Bar, Colon, Comma, LeftBrace, QuotedName, RightBrace, Semicolon, TextToken, WordToken } from './tokens.ts';
import { vocabulary, type WordId } from './vocabulary.ts';

/** A name where it is declared. */
export interface DeclaredName {
  readonly name: string;
  readonly token: RawToken;
}

export interface DeclaredNames {
  readonly declared: readonly DeclaredName[];
  /** Names of units, which may follow a number. */
  readonly units: ReadonlySet<string>;
}

/**
 * The names a file declares, found before its words are told apart, from where they stand: beside `|`, after a word that declares,
 * before a colon at the beginning of a line, among the options of a type. Taking a use for a declaration does little harm: it is only
 * known as a name then.
 */
export function declaredNames(tokens: readonly RawToken[]): DeclaredNames {
  const declared: DeclaredName[] = [];
  const units = new Set<string>();
  let inOptions = false;
  let inChoices = false;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (token.tokenType === LeftBrace) {
      inOptions = beginsOptions(tokens, index);
      inChoices = beginsChoices(tokens, index);
    }
    if (token.tokenType === RightBrace) {
      inOptions = false;
      inChoices = false;
    }
    if (token.tokenType !== WordToken) continue;
    const previous = tokens[index - 1];
    const next = tokens[index + 1]?.tokenType;
    const before = previous?.tokenType;
    if ((before === Bar || before === WordToken) && isUnit(tokens, index)) units.add(foldName(token.image));
    const declares =
      next === Bar ||
      before === Bar ||
      (before === WordToken && followsWord(tokens, index)) ||
      (inOptions && (before === Comma || before === LeftBrace)) ||
      ((inChoices || next === Colon) && beginsRow(token, previous));
    if (!declares) continue;
    const name = foldName(token.image);
    if (!isReserved(name)) declared.push({ name, token });
  }
  return { declared, units };
}

/** Words after which a name is declared, whatever follows it; phrases by their last word. */
const declaring: readonly WordId[] = [
  'policy',
  'facts',
  'parameter',
  'unit',
  'let',
  'clause',
  'matter',
  'as',
  'noDuplication',
];
const declaringForms = new Set(declaring.flatMap(lastWords));
const eachForms = new Set(lastWords('each'));
const byForms = new Set(lastWords('by'));

function lastWords(id: WordId): readonly string[] {
  const { en, zh, hant } = vocabulary[id];
  return [...en, ...zh, ...hant].map((form) => form.slice(form.lastIndexOf(' ') + 1));
}

/** 每个 also begins a scope, where its name is used: it declares only at the head of a block. */
function followsWord(tokens: readonly RawToken[], index: number): boolean {
  const previous = tokens[index - 1]!;
  if (declaringForms.has(previous.image)) return true;
  if (namesReading(tokens, index) || namesSharedCap(tokens, index)) return true;
  const next = tokens[index + 1];
  const headsBlock = next?.tokenType === LeftBrace || byForms.has(next?.image ?? '');
  return eachForms.has(previous.image) && headsBlock && previous.firstOnLine;
}

function isUnit(tokens: readonly RawToken[], index: number): boolean {
  let at = index;
  while (tokens[at - 1]?.tokenType === Bar && isName(tokens[at - 2])) at -= 2;
  return isWord(tokens[at - 1], 'unit');
}

function isName(token: RawToken | undefined): boolean {
  return token?.tokenType === WordToken || token?.tokenType === QuotedName;
}

const optionsForms = [
  ...vocabulary.oneOf.zh,
  ...vocabulary.oneOf.hant,
  ...vocabulary.severalOf.zh,
  ...vocabulary.severalOf.hant,
];

/** `one of {`, 选项 {. */
function beginsOptions(tokens: readonly RawToken[], brace: number): boolean {
  const previous = tokens[brace - 1];
  if (previous?.tokenType !== WordToken) return false;
  if (previous.image === 'of') return ['one', 'any'].includes(tokens[brace - 2]?.image ?? '');
  return optionsForms.some((form) => previous.image.endsWith(form));
}

function beginsRow(token: RawToken, previous: RawToken | undefined): boolean {
  return token.firstOnLine || previous?.tokenType === LeftBrace || previous?.tokenType === Semicolon;
}

/** `口径 q | 问题 "…" {`. */
function beginsChoices(tokens: readonly RawToken[], brace: number): boolean {
  if (tokens[brace - 1]?.tokenType !== TextToken) return false;
  let at = brace - 2;
  while (tokens[at - 1]?.tokenType === Bar && isName(tokens[at - 2])) at -= 2;
  return isName(tokens[at]) && isWord(tokens[at - 1], 'reading');
}

/** `口径 封顶的期间 "按年，还是…"`: elsewhere 口径 is followed by a name in use. */
function namesReading(tokens: readonly RawToken[], index: number): boolean {
  return tokens[index + 1]?.tokenType === TextToken && isWord(tokens[index - 1], 'reading');
}

/** `合计封顶 两项的上限 {`. */
function namesSharedCap(tokens: readonly RawToken[], index: number): boolean {
  return tokens[index + 1]?.tokenType === LeftBrace && isWord(tokens[index - 1], 'sharedCap');
}

function isWord(token: RawToken | undefined, id: 'unit' | 'reading' | 'sharedCap'): boolean {
  return token?.tokenType === WordToken && forms[id].has(token.image);
}

/** Those written as one word. */
const forms = { unit: formsOf('unit'), reading: formsOf('reading'), sharedCap: formsOf('sharedCap') } as const;

function formsOf(id: WordId): ReadonlySet<string> {
  const { en, zh, hant } = vocabulary[id];
  return new Set([...en, ...zh, ...hant].filter((form) => keywordsOf(form).includes(id)));
}
