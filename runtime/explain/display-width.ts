/**
 * How many columns a text takes in a terminal, and how to break it there. Han characters, Chinese punctuation and full-width forms take
 * two columns (East Asian Width W and F), combining marks none.
 */

const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

export function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x7f) {
      if (unit >= 0x20) width += 1;
    } else if (unit >= 0x4e00 && unit <= 0x9fff) width += 2;
    else {
      const point = text.codePointAt(at)!;
      width += pointWidth(point);
      if (point > 0xffff) at += 1;
    }
  }
  return width;
}

/** Names and keys come from outside: what would steer a terminal or turn the reading direction is shown as a mark. */
export function printable(text: string): string {
  return isPrintable(text) ? text : text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** Whether there is surely nothing of the kind in it. */
function isPrintable(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || (unit >= 0x2028 && unit <= 0x2069)) return false;
  }
  return true;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Breaks a text into lines of at most `width` columns: at spaces, and between Han characters where the rules of Chinese setting allow it. */
export function wrap(text: string, width: number): readonly string[] {
  if (displayWidth(text) <= width) return [text.trim()];
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const piece of pieces(text)) {
    const whole = displayWidth(piece);
    const bare = piece.trimEnd();
    if (line !== '' && taken + whole > width && taken + displayWidth(bare) > width) {
      lines.push(line.trimEnd());
      line = '';
      taken = 0;
    }
    const part = line === '' ? piece.trimStart() : piece;
    line += part;
    taken += part.length === piece.length ? whole : displayWidth(part);
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** As `wrap`, but a text too long for one line begins every sentence (after `；` or `; `) on a line of its own. */
export function wrapSentences(text: string, width: number): readonly string[] {
  if (displayWidth(text) <= width) return [text];
  return (text.match(/(?:[^；;]|;(?! ))+(?:；|; )?/gu) ?? [text]).flatMap((sentence) => wrap(sentence, width));
}

/** The smallest parts that stay together on a line; a part keeps the space after it, a figure its unit. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  for (const word of text.match(/(?:\d (?=\p{L})|\S)+\s*/gu) ?? []) {
    let start = 0;
    let previous = '';
    let at = 0;
    for (const character of word) {
      if (previous !== '' && mayBreak(previous, character)) {
        found.push(word.slice(start, at));
        start = at;
      }
      previous = character;
      at += character.length;
    }
    found.push(word.slice(start));
  }
  return found;
}

function mayBreak(before: string, after: string): boolean {
  if (characterWidth(before) !== 2 || characterWidth(after) !== 2) return afterIt.includes(before);
  return !opening.includes(before) && !closing.includes(after);
}

const afterIt = '；，、';
const opening = '（「『“《〔【';
const closing = '）」』”》〕】，。；：、！？％';

function characterWidth(character: string): number {
  return pointWidth(character.codePointAt(0) ?? 0);
}

function pointWidth(point: number): number {
  if (point < 0x300) return point < 0x20 || (point >= 0x7f && point < 0xa0) ? 0 : 1;
  // Most of a Chinese text.
  if (point >= 0x4e00 && point <= 0x9fff) return 2;
  for (const [first, last] of wide) {
    if (point < first) break;
    if (point <= last) return 2;
  }
  return withoutWidth.test(String.fromCodePoint(point)) ? 0 : 1;
}

const withoutWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
