/** Text files in the encodings that people have → UTF-8, with what a reader of CSV cannot tell: which rows are blank. */
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { headerRows } from './staged-table.ts';

/** In the order in which they are tried: what is valid UTF-8 is almost never meant as something else. */
const encodings = ['utf-8', 'gb18030'] as const;

export interface Utf8Text {
  /** A file in UTF-8: the one given, or a copy. */
  readonly path: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** Cells of the widest among the first rows. */
  readonly width: number;
  /** Row numbers of blank rows, as people count them. */
  readonly blankRows: readonly number[];
  /** Some cell holds a line break. */
  readonly hasLongCells: boolean;
  /** The row in which quotes are opened and never closed. */
  readonly openQuote?: number;
}

/** `undefined`: the bytes are text in no encoding that is tried. `copy`: where to write a copy in UTF-8 if one is needed. */
export async function utf8Text(file: string, copy: string): Promise<Utf8Text | undefined> {
  const marked = await markedEncoding(file);
  for (const encoding of marked === undefined ? encodings : [marked]) {
    const scan = new RowScan();
    if (await decoded(file, encoding, encoding === 'utf-8' ? undefined : copy, scan))
      return { path: encoding === 'utf-8' ? file : copy, encoding, ...scan.result() };
  }
  return undefined;
}

/** Excel's "Unicode text" begins with a mark. */
async function markedEncoding(file: string): Promise<string | undefined> {
  for await (const bytes of createReadStream(file, { end: 1 })) {
    const [first, second] = bytes as Buffer;
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    if (first === 0xfe && second === 0xff) return 'utf-16be';
  }
  return undefined;
}

async function decoded(file: string, encoding: string, copy: string | undefined, scan: RowScan): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const target = copy === undefined ? undefined : openSync(copy, 'w');
  try {
    for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20 })) {
      const text = decoder.decode(bytes as Buffer, { stream: true });
      scan.take(text);
      if (target !== undefined) writeSync(target, text);
    }
    const rest = decoder.decode();
    scan.take(rest);
    if (target !== undefined) writeSync(target, rest);
    return true;
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return false;
    throw error;
  } finally {
    if (target !== undefined) closeSync(target);
  }
}

/** Counts rows as people do, who see a cell of two lines as one row. */
class RowScan {
  private row = 1;
  private isBlank = true;
  private quotedSince: number | undefined;
  private hasLongCells = false;
  private readonly blankRows: number[] = [];
  private readonly delimiters = [',', '\t', ';'].map((mark) => ({ mark, inRow: 0, most: 0 }));

  take(text: string): void {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit === 0x22) {
        this.quotedSince = this.quotedSince === undefined ? this.row : undefined;
        this.isBlank = false;
      } else if (unit === 0x0a) this.endLine();
      else if (unit !== 0x0d && unit !== 0xfeff) this.takeOther(text, index);
    }
  }

  private takeOther(text: string, index: number): void {
    this.isBlank = false;
    if (this.row > headerRows || this.quotedSince !== undefined) return;
    const delimiter = this.delimiters.find(({ mark }) => mark === text[index]);
    if (delimiter === undefined) return;
    delimiter.inRow += 1;
    delimiter.most = Math.max(delimiter.most, delimiter.inRow);
  }

  private endLine(): void {
    if (this.quotedSince !== undefined) {
      this.hasLongCells = true;
      return;
    }
    if (this.isBlank) this.blankRows.push(this.row);
    for (const delimiter of this.row > headerRows ? [] : this.delimiters) delimiter.inRow = 0;
    this.row += 1;
    this.isBlank = true;
  }

  result(): Omit<Utf8Text, 'path' | 'encoding'> {
    const { mark, most } = this.delimiters.reduce((best, one) => (one.most > best.most ? one : best));
    return {
      delimiter: mark,
      width: most + 1,
      blankRows: this.blankRows,
      hasLongCells: this.hasLongCells,
      ...(this.quotedSince === undefined ? {} : { openQuote: this.quotedSince }),
    };
  }
}
