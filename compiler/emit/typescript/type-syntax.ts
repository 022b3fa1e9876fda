/**
 * What emitted TypeScript has and JavaScript has not. Emitters put it between two control characters, which no literal or name ever
 * holds (`literal.ts` escapes them), so that one text is both: with the marks taken out it is TypeScript, with all between them, JavaScript.
 */
const open = '\u0001';
const close = '\u0002';

/** `: Place` behind a name. */
export function typed(type: string): string {
  return typeOnly(`: ${type}`);
}

/** Any piece that only types read: `<string, bigint>`, `as unknown as Results`, a whole import. */
export function typeOnly(text: string): string {
  return `${open}${text}${close}`;
}

export function asTypeScript(marked: string): string {
  return marked.replaceAll(open, '').replaceAll(close, '');
}

/** Pieces never nest. */
export function asJavaScript(marked: string): string {
  return marked
    .split(open)
    .map((piece, index) => (index === 0 ? piece : piece.slice(piece.indexOf(close) + 1)))
    .join('');
}
