import type { Bilingual, Report } from '../diagnostics/diagnostic.ts';
import { EndsTooEarly, NameIsKeyword, Unexpected, UnknownDeclaration, UnknownLine } from '../diagnostics/syntax.ts';
import type { CstNode } from './cst.ts';
import { readDeclaration } from './declaration-reader.generated.ts';
import { describeAll, isReservedWord, isWord, wordTerm } from './describe-tokens.ts';
import { habitualLine, knownSlip, mistypedBefore, nearForms, nearWanted } from './known-slips.ts';
import { type RawToken, retyped } from './lex.ts';
import { is } from './mark-words.ts';
import { openDecision } from './open-decisions.ts';
import { nearDeclarations } from './outline.ts';
import { PolicyParser } from './parser.ts';
import { spanOf } from './read-words.ts';
import { type Misfit, type Reading, readByRule } from './rule-reader.ts';
import { type Segment, segmentAt } from './segments.ts';
import type { TokenType } from './token-type.ts';
import {
  Bar,
  Colon,
  Comma,
  LeftBrace,
  NameToken,
  PlainName,
  RightBrace,
  Semicolon,
  TextToken,
  UnreadName,
  words,
} from './tokens.ts';
import { verbIds } from './verb-words.ts';
import type { WordId } from './vocabulary.ts';

let parser: PolicyParser | undefined;

/** Tokens that may be read again after mistakes, over a whole file: each mistake costs one more reading of its declaration. */
export interface Effort {
  left: number;
}

export const effortPerFile = 1_000_000;
/** Finding out what was wanted costs as much as reading some hundreds of lines. */
const costOfMistake = 2_000;

export interface Parsed {
  readonly tree: CstNode;
  /** Lines were taken out, or words read as the names they are not. */
  readonly mended: boolean;
  /** Those words. */
  readonly misnamed: readonly string[];
}

/**
 * Parses one declaration. The parser stops at its first mistake; that is told, the line that holds it is taken out, and the rest is read
 * again, until what is left is in order. So every line with a mistake is told once, and every other line is in the tree. Undefined if
 * nothing could be kept.
 */
export function parseDeclaration(
  declaration: readonly RawToken[],
  blamed: readonly number[],
  effort: Effort,
  source: string,
  report: Report,
): Parsed | undefined {
  let tokens = declaration;
  let headMended = false;
  /** Lines of which something was told, by where they begin. */
  const told = new Set<number>();
  const misnamed: string[] = [];
  for (;;) {
    if (effort.left < 0) return undefined;
    const { tree, misfit } = read(tokens);
    if (tree) return { tree, mended: tokens !== declaration, misnamed };
    effort.left -= tokens.length + costOfMistake;
    const fault = locate(tokens, misfit);
    const line = lineOf(tokens, fault);
    if (!told.has(line) && !isBlamed(tokens, fault, blamed)) tell(tokens, fault, source, report);
    told.add(line);
    if (isKeywordForName(tokens, fault)) {
      const word = tokens[fault.at]!;
      misnamed.push(word.image);
      tokens = tokens.with(fault.at, retyped(word, PlainName));
    } else if (fault.segment.block >= 0 && fault.segment.end > fault.segment.start) {
      tokens = [...tokens.slice(0, fault.segment.start), ...tokens.slice(fault.segment.end)];
    } else {
      const mended = headMended ? undefined : minimalHead(tokens);
      if (!mended) return undefined;
      tokens = mended;
      headMended = true;
    }
  }
}

/** What does not fit is read once more by the notation itself, which knows what was wanted. */
function read(tokens: readonly RawToken[]): Reading {
  const tree = readDeclaration(tokens);
  if (tree) return { tree };
  parser ??= new PolicyParser();
  return readByRule(parser.declaration, tokens);
}

/** Where the line to blame begins: one line is told once. */
function lineOf(tokens: readonly RawToken[], { at, brokeOff }: Fault): number {
  let index = Math.min(brokeOff ? at - 1 : at, tokens.length - 1);
  while (index > 0 && !tokens[index]!.firstOnLine) index -= 1;
  return tokens[Math.max(0, index)]!.startOffset;
}

/** A mistake: the token that did not fit (the length of the tokens for their end), and the line to blame for it. */
interface Fault {
  readonly at: number;
  readonly segment: Segment;
  /** The line before `at` broke off, rather than `at` being wrong. */
  readonly brokeOff: boolean;
  readonly wanted: readonly TokenType[];
  readonly rule: string;
}

function locate(tokens: readonly RawToken[], { at: found, wanted: types, rule }: Misfit): Fault {
  const segment = segmentAt(tokens, Math.min(found, tokens.length - 1));
  const common = { at: found, wanted: types, rule };
  if (found === tokens.length) return { ...common, segment, brokeOff: true };
  const swallowed = swallowedRow(tokens, found, common) ?? swallowedLine(tokens, found, segment);
  if (swallowed) return swallowed;
  if (
    types.length === 1 &&
    types[0] === NameToken &&
    !tokens[found]!.firstOnLine &&
    isReservedWord(tokens[found]!.tokenType)
  )
    return { ...common, segment, brokeOff: false };
  const closes = tokens[found]!.tokenType === RightBrace;
  const wantsLine = types.includes(RightBrace);
  const startsLine = segment.start === found && segment.block >= 0 && found > segment.block + 1;
  if ((startsLine && !wantsLine) || closes) {
    return { ...common, segment: segmentAt(tokens, Math.max(0, found - 1)), brokeOff: true };
  }
  return { ...common, segment, brokeOff: false };
}

/** A line that broke off took the name at the head of the next (金额 逐年 自 ⏎ 营业收入 ： …): the line before is to blame. */
function swallowedRow(
  tokens: readonly RawToken[],
  found: number,
  common: Pick<Fault, 'wanted' | 'rule'>,
): Fault | undefined {
  const at = found - 1;
  const separator = tokens[found]!.tokenType;
  if (at < 1 || (separator !== Colon && separator !== Bar) || tokens[found]!.firstOnLine) return undefined;
  if (!tokens[at]!.firstOnLine || !is(tokens[at]!.tokenType, NameToken)) return undefined;
  const segment = segmentAt(tokens, at - 1);
  if (segment.block < 0 || at - 1 <= segment.block) return undefined;
  return { ...common, at, segment: { ...segment, end: Math.min(segment.end, at) }, wanted: [], brokeOff: true };
}

/**
 * A line that broke off took the first word of the next for its missing end (达到 ⏎ 补住 研发费用 …): blame that word, which begins no
 * line, and leave the broken line for the next reading.
 */
function swallowedLine(tokens: readonly RawToken[], found: number, segment: Segment): Fault | undefined {
  const at = found - 1;
  const rule = blockRule(tokens, segment.block);
  if (!rule || at <= segment.start || tokens[found]!.firstOnLine) return undefined;
  const word = tokens[at]!;
  if (!word.firstOnLine || !is(word.tokenType, NameToken)) return undefined;
  return { at, rule, wanted: [RightBrace], brokeOff: false, segment: { ...segment, start: at } };
}

const blockRules = new Map<TokenType, string>([
  [words.policy, 'headBlock'],
  [words.clause, 'clauseBlock'],
  [words.noDuplication, 'conflict'],
  [words.sharedCap, 'sharedCapDeclaration'],
  [words.example, 'exampleDeclaration'],
]);

/** The rule of the block of a declaration itself; blocks within it are of many kinds. */
function blockRule(tokens: readonly RawToken[], block: number): string | undefined {
  const own = tokens.findIndex(({ tokenType }) => tokenType === LeftBrace);
  return block === own ? blockRules.get(tokens[0]!.tokenType) : undefined;
}

/** Something in the line was told already by the passes over characters and words. */
function isBlamed(tokens: readonly RawToken[], { segment, at }: Fault, blamed: readonly number[]): boolean {
  if (blamed.length === 0) return false;
  const first = tokens[segment.start] ?? tokens[0]!;
  const last = tokens[Math.max(segment.end - 1, Math.min(at, tokens.length - 1), segment.start)] ?? tokens.at(-1)!;
  return blamed.some((offset) => offset >= first.startOffset && offset <= last.endOffset);
}

function tell(tokens: readonly RawToken[], fault: Fault, source: string, report: Report): void {
  const shown = (one: RawToken) => source.slice(one.startOffset, one.endOffset + 1);
  const { at, wanted: types, brokeOff, rule } = fault;
  const token = tokens[at];
  const previous = tokens[at - 1];
  const expected = describeAll(types.filter((type) => type !== RightBrace));
  const question = openDecision(rule, types);
  if (brokeOff || !token) {
    const after = previous ?? tokens.at(-1)!;
    if (question) report(question, { span: spanOf(after) }, {});
    else report(EndsTooEarly, { span: spanOf(after) }, { after: shown(after), expected });
    return;
  }
  const place = { span: spanOf(token) };
  if (isKeywordForName(tokens, fault)) {
    report(NameIsKeyword, place, { word: shown(token) });
    return;
  }
  const beginnings = lineBeginnings.get(rule);
  if (types.includes(RightBrace) && beginnings && fault.segment.start === at) {
    report(UnknownLine, place, {
      word: shown(token),
      near: [...habitualLine(token.tokenType, beginnings).map(wordTerm), ...nearWords(shown(token), beginnings)],
      beginnings: beginnings.map(plainTerm),
    });
    return;
  }
  const begun = nearDeclarations(shown(token));
  if (token.firstOnLine && fault.segment.block < 0 && begun.length > 0) {
    report(UnknownDeclaration, place, { word: shown(token), near: begun });
    return;
  }
  const earlier = mistypedBefore(tokens, at, shown);
  if (earlier) {
    report(Unexpected, { span: spanOf(previous!) }, { found: shown(previous!), expected: [], near: earlier });
    return;
  }
  const near = nearWanted(shown(token), types);
  const slip =
    knownSlip(tokens, at, fault.segment.start) ?? (near.length === 0 || isWord(token.tokenType) ? question : undefined);
  if (slip) report(slip, place, {});
  else report(Unexpected, place, { found: shown(token), expected, near });
}

/** A name is wanted and a word of the language stands there: told, and read as the name it is meant to be. */
function isKeywordForName(tokens: readonly RawToken[], { at, wanted: types, brokeOff }: Fault): boolean {
  const token = tokens[at];
  if (!token || brokeOff || !isReservedWord(token.tokenType)) return false;
  const next = tokens[at + 1]?.tokenType;
  if (types.length === 1 && types[0] === RightBrace) return next === Bar || next === Colon;
  return types.includes(NameToken) && types.every((type) => type === NameToken || endsEntry.includes(type));
}

/** What may stand where the next name of a list may stand. */
const endsEntry: readonly TokenType[] = [RightBrace, Semicolon, Comma];

/** How the lines of a block may begin, by the rule of the block. */
const lineBeginnings = new Map<string, readonly WordId[]>([
  [
    'headBlock',
    [
      'title',
      'inForce',
      'interpretedBy',
      'currency',
      'pay',
      'growthFromZero',
      'unknownFacts',
      'elsewhere',
      'remark',
      'byReading',
    ],
  ],
  [
    'clauseBlock',
    [
      ...(['cites', 'authority', 'matter', 'datedBy', 'year', 'everyYear', 'when'] as const),
      ...verbIds,
      ...([
        'add',
        'less',
        'raise',
        'lower',
        'floor',
        'cap',
        'round',
        'budget',
        'once',
        'limit',
        'paidInParts',
        'dividedInto',
        'paidAtOnce',
        'noAmount',
        'otherRules',
        'forEach',
        'byReading',
      ] as const),
    ],
  ],
  [
    'conflict',
    [
      'cites',
      'among',
      'per',
      'takeHighest',
      'takeFirst',
      'takeChoice',
      'takeEarliest',
      'withDifference',
      'exclusive',
      'onlyUnderReading',
    ],
  ],
  ['sharedCapDeclaration', ['cites', 'over', 'covers', 'cap', 'cutInOrder', 'cutProRata', 'onlyUnderReading']],
  ['exampleDeclaration', ['applicant', 'given', 'decided', 'ledger', 'reading', 'expect']],
]);

function nearWords(written: string, ids: readonly WordId[]): readonly Bilingual[] {
  return nearForms(written, ids).map((form) => ({ zh: `“${form}”`, en: `“${form}”` }));
}

function plainTerm(id: WordId): Bilingual {
  const { zh, en } = wordTerm(id);
  return { zh: zh.slice(1, -1), en: en.slice(1, -1) };
}

/** The head of a declaration reduced to what its block needs, so that the block is read though the head is wrong. */
function minimalHead(tokens: readonly RawToken[]): readonly RawToken[] | undefined {
  const brace = tokens.findIndex(({ tokenType }) => tokenType === LeftBrace);
  const first = tokens[0]!;
  const hasBlock = [
    words.policy,
    words.facts,
    words.clause,
    words.noDuplication,
    words.sharedCap,
    words.reading,
    words.example,
  ];
  if (brace < 0 || !hasBlock.includes(first.tokenType)) return undefined;
  const head = tokens.slice(1, brace);
  const text = head.find(({ tokenType }) => tokenType === TextToken) ?? retyped(first, TextToken, { image: '""' });
  const title = is(head[0]?.tokenType, NameToken) ? head[0]! : retyped(first, UnreadName, { image: '' });
  const mended =
    first.tokenType === words.example ? [text] : first.tokenType === words.reading ? [title, text] : [title];
  return [first, ...mended, ...tokens.slice(brace)];
}
