import { hanDigits } from './chinese-number.ts';
import type { Dictionary, Meaning } from './dictionary.ts';
import { holdsReserved, isReserved, isWordOrPart, keywordsOf, phrases } from './dictionary.ts';
import { verbIds } from './verb-words.ts';
import { vocabulary, type WordId } from './vocabulary.ts';
import type { Word } from './word.ts';

/** A piece of a cut word: offsets count UTF-16 units within it. `unread` holds nothing known. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly unread: boolean;
}

export type Cut =
  | { readonly kind: 'whole' }
  | { readonly kind: 'cut'; readonly pieces: readonly Piece[] }
  /** Several complete cuts; the first is used so that reading can go on. */
  | { readonly kind: 'several'; readonly cuts: readonly (readonly Piece[])[] }
  /** Holds words of the language but has no complete cut; pieces not known are marked: none where a line runs on into the next. */
  | { readonly kind: 'none'; readonly pieces: readonly Piece[] };

/** What stands before a word: units follow numbers, and the slash of another unit (30元/月). */
export type WordPlace = 'afterNumber' | 'afterSlash' | 'elsewhere';

/**
 * Cuts an unspaced word into keywords and declared names (R12): the whole word if it is one; else its only complete cut. Keywords
 * side by side that together make a longer keyword are that keyword (封顶前 is never 封顶 前). A word without a complete cut that holds
 * no keyword of two characters is one unknown name, for whoever looks names up.
 */
export function cutWord(text: string, dictionary: Dictionary, place: WordPlace): Cut {
  const whole = dictionary.find(text);
  if (whole && usable(whole, place)) return { kind: 'whole' };
  if (dynamicEnd(text, 0) === text.length) return { kind: 'whole' };
  const cuts = completeCuts(text, dictionary, place);
  if (cuts.length === 1) return { kind: 'cut', pieces: cuts[0]! };
  if (cuts.length > 1) return { kind: 'several', cuts };
  if (text.includes('.')) return cutAroundPath(text, dictionary, place);
  const runOn = completeCuts(text, dictionary, place, undefined, true).find((cut) => !cut.some(isLoosePart));
  if (runOn) return { kind: 'none', pieces: runOn };
  const pieces = bestCut(text, dictionary, place);
  return pieces.some(tellsOfKeyword) ? { kind: 'none', pieces } : { kind: 'whole' };
}

/** 修改算力券.封顶为: what stands before the name that a path begins with, and after the word that it ends with, is cut off. */
function cutAroundPath(text: string, dictionary: Dictionary, place: WordPlace): Cut {
  const [first, last] = [text.indexOf('.'), text.lastIndexOf('.') + 1];
  const [before = [], ...otherBefore] = completeCuts(text.slice(0, first), dictionary, place);
  const [after = [], ...otherAfter] = completeCuts(text.slice(last), dictionary, 'elsewhere');
  const start = otherBefore.length === 0 ? (before.at(-1)?.start ?? 0) : 0;
  const end = otherAfter.length === 0 ? last + (after[0]?.end ?? text.length - last) : text.length;
  if (start === 0 && end === text.length) return { kind: 'whole' };
  const moved = after.slice(1).map((piece) => ({ ...piece, start: piece.start + last, end: piece.end + last }));
  const path = { start, end, text: text.slice(start, end), unread: false };
  return {
    kind: 'cut',
    pieces: [...(start === 0 ? [] : before.slice(0, -1)), path, ...(end === text.length ? [] : moved)],
  };
}

/**
 * Whether a name to be declared could be taken for other words: a complete cut with a reserved word in it (R12, third point). Cuts that no
 * sentence holds are left in peace, for names are often made of the words of the subject: two names side by side (项目 研发投入), or a
 * word that only follows a comma (首台套 就高).
 */
export function cutOfName(name: string, dictionary: Dictionary): readonly Piece[] | undefined {
  if (candidatesAt(name, 0, dictionary, 'elsewhere', name).length === 0) return undefined;
  // Most names of Chinese characters do hold one, if only of one character: asking would be waste.
  if (name.charCodeAt(0) < 128 && !holdsReserved(name)) return undefined;
  return completeCuts(name, dictionary, 'elsewhere', name).find(
    (cut) =>
      cut.some((piece) => isReserved(piece.text)) &&
      cut.every((piece, index) => mayFollow(piece, cut[index - 1]) && !isTypeAlone(piece, dictionary)),
  );
}

/** A word of a type follows a colon, never another word, unless it is also a name: 补助比例, 奖励金额 are names. */
function isTypeAlone({ text }: Piece, dictionary: Dictionary): boolean {
  const ids = keywordsOf(text);
  const isType = ids.length > 0 && ids.every((id) => (vocabulary[id] as Word).group === 'TypeWord');
  return isType && dictionary.find(text)?.isName !== true;
}

/**
 * Words that begin a line of a clause and stand nowhere else. An unspaced word is one stretch of a line, so they are never cut off in its
 * middle: 增长补助, 贷款总额 are names, and a line that runs on into the next (条件甲补助5元) wants a space.
 */
const lineWords: ReadonlySet<WordId> = new Set([
  ...verbIds,
  ...(['when', 'add', 'less', 'raise', 'lower', 'floor', 'cap', 'round', 'budget', 'once', 'limit', 'cites'] as const),
  ...(['paidInParts', 'paidAtOnce'] as const),
]);

function beginsLine({ ids, isName, isPart }: Meaning): boolean {
  return !isName && !isPart && ids.length > 0 && ids.every((id) => lineWords.has(id));
}

export function isLineWord(text: string): boolean {
  return keywordsOf(text).some((id) => lineWords.has(id));
}

const onlyAfterComma: ReadonlySet<string | undefined> = new Set(['ChooseMode', 'Sharing', 'Settlement']);

function mayFollow(piece: Piece, previous: Piece | undefined): boolean {
  if (!previous) return true;
  if (!isReserved(piece.text) && !isReserved(previous.text)) return false;
  return !keywordsOf(piece.text).some((id) => onlyAfterComma.has((vocabulary[id] as Word).group));
}

function tellsOfKeyword({ text, unread }: Piece): boolean {
  return !unread && [...text].length > 1 && keywordsOf(text).length > 0 && isReserved(text);
}

const phraseParts: ReadonlySet<string> = new Set(phrases.flatMap(({ parts }) => parts));
const phraseTexts: ReadonlySet<string> = new Set(phrases.map(({ text }) => text));

/** Part of a phrase without the rest of it: 增长 in 增长补贴. */
function isLoosePart({ text }: Piece, index: number, cut: readonly Piece[]): boolean {
  if (!phraseParts.has(text) || keywordsOf(text).length > 0) return false;
  return !phraseTexts.has(`${cut[index - 1]?.text}${text}`) && !phraseTexts.has(`${text}${cut[index + 1]?.text}`);
}

interface Candidate {
  readonly end: number;
  /** Its text if it is a keyword, for the rule that neighbours merge. */
  readonly keyword: string | undefined;
  readonly beginsLine: boolean;
}

const mostCuts = 3;
const mostSteps = 5_000;

function completeCuts(
  text: string,
  dictionary: Dictionary,
  place: WordPlace,
  except?: string,
  runsOn = false,
): readonly Piece[][] {
  const known: (readonly Candidate[] | undefined)[] = [];
  const candidates = (start: number): readonly Candidate[] => {
    known[start] ??= candidatesAt(text, start, dictionary, place, except).filter(
      (one) => runsOn || start === 0 || !one.beginsLine,
    );
    return known[start];
  };
  const dead = new Set<number>();
  const found: Piece[][] = [];
  let steps = 0;

  function walk(start: number, pieces: readonly Piece[], previous: string | undefined): boolean {
    if (start === text.length) {
      found.push([...pieces]);
      return true;
    }
    if (dead.has(start)) return false;
    let reached = false;
    for (const { end, keyword } of candidates(start)) {
      steps += 1;
      if (found.length >= mostCuts || steps > mostSteps) return true;
      const mayReach = walkOn(start, end, keyword, pieces, previous);
      reached ||= mayReach;
    }
    if (!reached) dead.add(start);
    return reached;
  }

  function walkOn(
    start: number,
    end: number,
    keyword: string | undefined,
    pieces: readonly Piece[],
    previous?: string,
  ) {
    // A pair that merges is refused here, but the place it leads to is not dead for that.
    if (previous && keyword && isWordOrPart(previous + keyword)) return true;
    const piece = { start, end, text: text.slice(start, end), unread: false };
    return walk(end, [...pieces, piece], keyword);
  }

  walk(0, [], undefined);
  return found;
}

/** What may stand at a place. Units stand only in an unbroken run from the beginning of a word that follows a number. */
function candidatesAt(
  text: string,
  start: number,
  dictionary: Dictionary,
  place: WordPlace,
  except: string | undefined,
): readonly Candidate[] {
  if (start > 0 && isLatin(text[start - 1]!) && isLatin(text[start]!)) return [];
  const found: Candidate[] = [];
  for (const { end, meaning } of dictionary.from(text, start)) {
    if (end < text.length && isLatin(text[end - 1]!) && isLatin(text[end]!)) continue;
    const form = text.slice(start, end);
    if (form === except) continue;
    const here = place !== 'elsewhere' && inUnitRun(text, start, dictionary) ? place : 'elsewhere';
    if (!usable(meaning, here)) continue;
    found.push({ end, keyword: meaning.ids.length > 0 ? form : undefined, beginsLine: beginsLine(meaning) });
  }
  const dynamic = dynamicEnd(text, start);
  if (dynamic !== undefined) found.push({ end: dynamic, keyword: undefined, beginsLine: false });
  return found;
}

function usable({ ids, isName, isPart }: Meaning, place: WordPlace): boolean {
  return isName || isPart || ids.some((id) => mayStandIn(vocabulary[id], place));
}

function mayStandIn({ afterNumber, afterSlash, beforeNumber }: Word, place: WordPlace): boolean {
  if (beforeNumber) return false;
  if (afterSlash) return place === 'afterSlash';
  return !afterNumber || place !== 'elsewhere';
}

/** Everything before it is multipliers and units: 万元 in 万元以上. */
function inUnitRun(text: string, start: number, dictionary: Dictionary): boolean {
  let at = 0;
  while (at < start) {
    const unit = dictionary
      .from(text, at)
      .filter(({ meaning }) => meaning.ids.some((id) => isUnit(vocabulary[id])))
      .at(-1);
    if (!unit) return false;
    at = unit.end;
  }
  return at === start;
}

function isUnit({ afterNumber, afterSlash }: Word): boolean {
  return afterNumber === true || afterSlash === true;
}

const dynamicWord = new RegExp(`^(?:第[${hanDigits}]+[条條款年期]|百分之[${hanDigits}]+)`);

/** Ordinals and rates in Han digits are words of no fixed list: 第十二条, 百分之八. */
function dynamicEnd(text: string, start: number): number | undefined {
  if (text[start] !== '第' && text[start] !== '百') return undefined;
  const match = dynamicWord.exec(text.slice(start));
  return match ? start + match[0].length : undefined;
}

function isLatin(unit: string): boolean {
  return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || unit === '_';
}

const joints = new Set('的且或');

/** The cut that leaves the fewest characters unread, and among those has the fewest pieces. */
function bestCut(text: string, dictionary: Dictionary, place: WordPlace): readonly Piece[] {
  const cost = new Array<number>(text.length + 1).fill(0);
  const next = new Array<{ end: number; unread: boolean }>(text.length);
  for (let start = text.length - 1; start >= 0; start -= 1) {
    cost[start] = 1000 + cost[start + 1]!;
    next[start] = { end: start + 1, unread: true };
    for (const { end, beginsLine: heads } of candidatesAt(text, start, dictionary, place, undefined)) {
      if (heads && start > 0) continue;
      // A single character is more likely part of an unknown word than a word by itself, but for the commonest.
      const isJoint = end - start > 1 || joints.has(text[start]!);
      const price = (isJoint ? 1 : 1001) + cost[end]!;
      if (price < cost[start]!) {
        cost[start] = price;
        next[start] = { end, unread: false };
      }
    }
  }
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length; start = next[start]!.end) {
    const { end, unread } = next[start]!;
    pieces.push({ start, end, text: text.slice(start, end), unread });
  }
  return joinUnread(
    pieces.map((piece, index) => ({ ...piece, unread: piece.unread || isLoosePart(piece, index, pieces) })),
  );
}

function joinUnread(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const previous = joined.at(-1);
    if (piece.unread && previous?.unread)
      joined[joined.length - 1] = { ...previous, end: piece.end, text: previous.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}
