/** A stretch of one source text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A named text with the means to turn offsets into lines. `file` is a label for messages, never opened here. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** Texts that this one adapts or imports, those they take in turn included, by `start`. */
  readonly linked?: readonly LinkedSource[];
}

/** A text behind another in one row of offsets, so that one span tells the text as well as the place: its first unit is at `start`. */
export interface LinkedSource {
  readonly start: number;
  readonly source: Source;
}

export interface Position {
  /** One-based. */
  readonly line: number;
  /** One-based, in UTF-16 units. */
  readonly column: number;
}

/** Where an offset lies: in which text, on which line, and at which offset of that text. */
export interface PlaceInText extends Position {
  readonly source: Source;
  readonly offset: number;
}

export const emptySpan: Span = { start: 0, end: 0 };

/** Offsets at which the lines of `text` begin; LF, CRLF and lone CR all end a line. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 13 && text.charCodeAt(index + 1) === 10) continue;
    if (unit === 10 || unit === 13) starts.push(index + 1);
  }
  return starts;
}

/** Line and column of an offset, by bisection of the table that `lineStarts` made. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The text in which an offset lies, be it the first or one linked to it. */
export function sourceAt(source: Source, offset: number): LinkedSource {
  return source.linked?.findLast(({ start }) => start <= offset) ?? { start: 0, source };
}

export function placeAt(source: Source, offset: number): PlaceInText {
  const { start, source: own } = sourceAt(source, offset);
  return { source: own, offset: offset - start, ...positionAt(startsOf(own), offset - start) };
}

/** Offsets at which the lines of a text begin, worked out once. */
export function startsOf(source: Source): readonly number[] {
  let starts = known.get(source);
  if (starts === undefined) {
    starts = lineStarts(source.text);
    known.set(source, starts);
  }
  return starts;
}

const known = new WeakMap<Source, readonly number[]>();
