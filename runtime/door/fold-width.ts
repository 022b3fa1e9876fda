/**
 * Full-width forms as their ordinary ones (１００％ is 100%), ideographic space as space, the mathematical minus as hyphen; composed
 * (NFC) and without space around. Names and figures are compared in this form (R12); free text is kept as given.
 */
export function foldWidth(text: string): string {
  if (/^[!-~]+$/.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\uff01-\uff5e]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0))
    .replace(/\u2212/g, '-')
    .replace(/\u3000/g, ' ')
    .trim();
}
