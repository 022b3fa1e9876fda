/**
 * Width folding, one code unit for one code unit, so that offsets into the folded text are offsets into the source: full-width letters,
 * digits and punctuation become their ASCII forms. Quotes are left alone, so that folding never opens or closes a text.
 */
export function fold(text: string): string {
  if (!foldable.test(text)) return text;
  return text.replace(everyFoldable, (unit) => table.get(unit) ?? unit);
}

/** How names are compared: width folding, then NFC. */
export function foldName(text: string): string {
  return fold(text).normalize('NFC');
}

const table = new Map<string, string>([
  ...range(0xff10, 0xff19),
  ...range(0xff21, 0xff3a),
  ...range(0xff41, 0xff5a),
  ...[...'（）｛｝：；＝＋－＊／％｜＃＿．'].map((wide): [string, string] => [wide, narrow(wide)]),
  ['\u3000', ' '],
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['–', '-'],
  ['—', '-'],
]);

const everyFoldable = new RegExp(`[${[...table.keys()].join('')}]`, 'g');
const foldable = new RegExp(everyFoldable.source);

function range(from: number, to: number): [string, string][] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const wide = String.fromCharCode(from + index);
    return [wide, narrow(wide)];
  });
}

/** Full-width forms stand at a fixed distance from ASCII. */
function narrow(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
}
