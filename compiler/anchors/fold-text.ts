import { simplifiedOf } from './script-table.ts';

/** A text made comparable, with the way back. */
export interface FoldedText {
  readonly text: string;
  /** Offset in the original of each folded character, and the original's length at the end. */
  readonly offsets: readonly number[];
}

/** Signs that sources write in several ways. */
const signs: ReadonlyMap<string, string> = new Map([
  ...[...'“”„‟〝〞'].map((sign) => [sign, '"'] as const),
  ...[...'‘’‚‛'].map((sign) => [sign, "'"] as const),
  ...[...'–—―−‐‑'].map((sign) => [sign, '-'] as const),
  ['〜', '~'],
  ['・', '·'],
  ['﹪', '%'],
]);

const blank = /\s/;

/** 繁 to 简, full width to half, one sign for each kind of quote and dash, no blanks; line breaks stay as `\n` on request. */
export function foldText(text: string, keepLines = false): FoldedText {
  const folded: string[] = [];
  const offsets: number[] = [];
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charAt(offset);
    const kept = unit === '\n' && keepLines ? unit : foldUnit(unit);
    if (kept === '') continue;
    folded.push(kept);
    offsets.push(offset);
  }
  offsets.push(text.length);
  return { text: folded.join(''), offsets };
}

/** A text is long and its characters few. */
const foldedUnits = new Map<string, string>();

/** Empty for blanks. */
function foldUnit(unit: string): string {
  let folded = foldedUnits.get(unit);
  if (folded === undefined) {
    folded = newlyFolded(unit);
    foldedUnits.set(unit, folded);
  }
  return folded;
}

function newlyFolded(unit: string): string {
  if (blank.test(unit) || unit === '\ufeff') return '';
  const code = unit.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return signs.get(unit) ?? simplifiedOf(unit) ?? unit;
}
