/** A stretch of one source text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A named text with the means to turn offsets into lines. `file` is a label for messages, never opened here. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

export interface Position {
  /** One-based. */
  readonly line: number;
  /** One-based, in UTF-16 units. */
  readonly column: number;
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
