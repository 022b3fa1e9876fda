/** Emitted code apart: what is code, what stands in string literals, what in comments. Emitted code has no other literals of text. */
export interface EmittedTokens {
  readonly code: string;
  readonly strings: readonly string[];
  readonly comments: readonly string[];
}

/**
 * A scanner of its own, narrower than the language: a template, a single-quoted string, a regular expression or a division is a finding. `divides`:
 * a slash between two spaces is a division, as columnar code has it.
 */
export function emittedTokens(text: string, divides = false): EmittedTokens {
  const code: string[] = [];
  const strings: string[] = [];
  const comments: string[] = [];
  let at = 0;
  while (at < text.length) {
    const unit = text.charAt(at);
    if (divides && text.startsWith(' / ', at)) {
      code.push(' / ');
      at += 3;
      continue;
    }
    const end = unit === '"' ? stringEnd(text, at) : unit === '/' ? commentEnd(text, at) : at + 1;
    if (unit === '"') strings.push(text.slice(at, end));
    else if (unit === '/') comments.push(text.slice(at, end));
    else code.push(unit);
    if (unit === '"') code.push('""');
    at = end;
  }
  return { code: code.join(''), strings, comments };
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (unit === '\\') at += 1;
    else if (unit === '"') return at + 1;
    else if (/[\n\r\u2028\u2029]/.test(unit)) break;
  }
  throw new Error(`a string that does not end: ${text.slice(start, start + 60)}`);
}

function commentEnd(text: string, start: number): number {
  if (text.startsWith('//', start)) return text.indexOf('\n', start);
  const end = text.startsWith('/*', start) ? text.indexOf('*/', start + 2) : -1;
  if (end < 0) throw new Error(`a slash that begins no comment: ${text.slice(start, start + 60)}`);
  return end + 2;
}
