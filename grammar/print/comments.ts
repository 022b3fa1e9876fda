import type { Span } from '../../diagnostics/span.ts';
import type { Comment } from '../ast.ts';

/** The comments of one list of rows, each with the row it belongs to. */
export interface RowComments {
  readonly afterOpen: readonly string[];
  readonly beforeClose: readonly string[];
  /** Per row, in the order of the rows. */
  readonly rows: readonly { readonly before: readonly string[]; readonly trailing: readonly string[] }[];
}

/**
 * Comments stand beside the tree; whoever prints rows takes those of its stretch of text. What stands between two rows goes to
 * the row after it, or to the row before it if it shares that row's line. What stands inside a row and is taken by no block
 * within it moves up before the row, so that none is lost when a line is put together.
 */
export class CommentQueue {
  private pending: Comment[];
  private readonly source: string;

  /** Where the `source` is given, a blank line between two rows stays, as one. */
  constructor(comments: readonly Comment[], source = '') {
    this.pending = comments.length === 0 ? [] : [...comments].sort((one, other) => one.span.start - other.span.start);
    this.source = source;
  }

  /** Whether a comment or a blank line stands in a stretch. */
  divides(start: number, end: number): boolean {
    return this.hasBlank(start, end) || this.pending.some(({ span }) => span.start >= start && span.start < end);
  }

  /**
   * Shares out the comments of a block. `region` begins where its bracket opens; `build` prints one row, and is called for each
   * in order after the gaps between them have been shared out.
   */
  rows<T extends { readonly span: Span }, R>(
    region: Span,
    items: readonly T[],
    build: (item: T) => R,
  ): { readonly built: readonly R[]; readonly comments: RowComments } {
    const rows = items.map(() => ({ before: [] as string[], trailing: [] as string[] }));
    const afterOpen: string[] = [];
    const beforeClose: string[] = [];
    let position = region.start;
    items.forEach(({ span }, index) => {
      const earlier = index === 0 ? afterOpen : rows[index - 1]!.trailing;
      this.shareOut({ start: position, end: span.start }, earlier, rows[index]!.before, index === 0);
      position = Math.max(position, span.end);
    });
    const last = { start: position, end: region.end };
    this.shareOut(last, rows.at(-1)?.trailing ?? afterOpen, beforeClose, rows.length === 0);
    while (beforeClose.at(-1) === '') beforeClose.pop();
    const built = items.map((item, index) => {
      const row = build(item);
      rows[index]!.before.push(...this.take(item.span.start, item.span.end).map(written));
      return row;
    });
    return { built, comments: { afterOpen: oneLine(afterOpen), beforeClose, rows: rows.map(settled) } };
  }

  /** The comments of one gap: those that end the line before it, and those on lines of their own with the blank lines around them. */
  private shareOut(gap: Span, earlier: string[], own: string[], isFirst: boolean): void {
    let position = gap.start;
    const blankBefore = (place: number) => {
      if (this.hasBlank(position, place) && (own.length > 0 || !isFirst)) own.push('');
    };
    for (const comment of this.take(gap.start, gap.end)) {
      if (comment.ownLine) {
        blankBefore(comment.span.start);
        own.push(written(comment));
      } else earlier.push(written(comment));
      position = comment.span.end;
    }
    blankBefore(gap.end);
  }

  /** The comments that begin in a stretch, which nobody else will get. */
  private take(start: number, end: number): readonly Comment[] {
    if (this.pending.length === 0) return [];
    const inside = ({ span }: Comment) => span.start >= start && span.start < end;
    const taken = this.pending.filter(inside);
    if (taken.length > 0) this.pending = this.pending.filter((comment) => !inside(comment));
    return taken;
  }

  private hasBlank(start: number, end: number): boolean {
    return this.source !== '' && start < end && /\n[^\S\n]*\n/.test(this.source.slice(start, end));
  }
}

/** What ends a comment for any reader of the text must not stand in it. */
function written({ text }: Comment): string {
  const safe = text.replace(/[\n\r\v\f\u0085\u2028\u2029]+/g, ' ').trimEnd();
  return safe === '' ? '//' : `// ${safe}`;
}

/** A line ends with at most one comment: the first begins it and swallows the rest. */
function oneLine(comments: readonly string[]): readonly string[] {
  return comments.length === 0 ? [] : [comments.join(' ')];
}

function settled(row: { readonly before: readonly string[]; readonly trailing: readonly string[] }) {
  return { before: row.before, trailing: oneLine(row.trailing) };
}
