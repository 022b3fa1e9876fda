/**
 * TypeScript with the insides of strings, regular expressions and comments blanked, each position kept, so that a plain search
 * finds code and nothing else. Code between `${` and `}` of a template stays.
 */
export function maskedCode(code: string): string {
  const parts: string[] = [];
  const braces: ('block' | 'template')[] = [];
  let lastSignificant = '';
  let at = 0;
  while (at < code.length) at = step(at);
  return parts.join('');

  function step(start: number): number {
    const two = code.slice(start, start + 2);
    const one = code.charAt(start);
    if (two === '//') return blank(start, lineEnd(code, start), 0);
    if (two === '/*') return blank(start, after(code, '*/', start + 2), 0);
    if (one === "'" || one === '"') return quoted(start, stringEnd(code, start));
    if (one === '`') return templatePart(start);
    if (one === '}' && braces.pop() === 'template') return templatePart(start);
    if (one === '{') braces.push('block');
    if (one === '/' && regexMayFollow(lastSignificant)) {
      const end = regexEnd(code, start);
      if (end !== undefined) return quoted(start, end);
    }
    return keep(start, /[\w$]/.test(one) ? wordEnd(code, start) : start + 1);
  }

  function keep(start: number, end: number): number {
    const text = code.slice(start, end);
    parts.push(text);
    if (text.trim() !== '') lastSignificant = text;
    return end;
  }

  function quoted(start: number, end: number): number {
    lastSignificant = "'";
    return blank(start, end, 1);
  }

  /** Blanks a span except for `border` characters at both ends, and except for its line ends. */
  function blank(start: number, end: number, border: number): number {
    const inside = code.slice(start + border, end - border).replace(/[^\n]/g, ' ');
    parts.push(code.slice(start, start + border), inside, code.slice(end - border, end));
    return end;
  }

  /** From a backtick, or the brace that closes a `${…}`, to the next `${` or the closing backtick. */
  function templatePart(start: number): number {
    let end = start + 1;
    while (end < code.length) {
      if (code.charAt(end) === '`') return quoted(start, end + 1);
      if (code.startsWith('${', end)) {
        braces.push('template');
        blank(start, end + 2, 1);
        lastSignificant = '{';
        return end + 2;
      }
      end += code.charAt(end) === '\\' ? 2 : 1;
    }
    return quoted(start, code.length);
  }
}

/** What a module imports, as written: `./span.ts`, `node:fs`, `chevrotain`. */
export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** Static imports, re-exports and `import()` with a literal. */
export function importsOf(code: string): readonly Import[] {
  const masked = maskedCode(code);
  const found: Import[] = [];
  const form =
    /\b(?:(?:import|export)\b(?<type>\s+type\b)?(?:[\s\w$*,{}]*?\bfrom\b)?|(?:import|require)\s*\()\s*(?<quoted>(?<quote>['"])[^'"]*['"])/dg;
  for (const match of masked.matchAll(form)) {
    const [start, end] = match.indices!.groups!.quoted!;
    found.push({ specifier: code.slice(start + 1, end - 1), typeOnly: match.groups!.type !== undefined });
  }
  return found;
}

function lineEnd(code: string, start: number): number {
  const end = code.indexOf('\n', start);
  return end < 0 ? code.length : end;
}

function after(code: string, text: string, start: number): number {
  const end = code.indexOf(text, start);
  return end < 0 ? code.length : end + text.length;
}

function stringEnd(code: string, start: number): number {
  const quote = code.charAt(start);
  let at = start + 1;
  while (at < code.length && code.charAt(at) !== quote && code.charAt(at) !== '\n')
    at += code.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at + 1, code.length);
}

function wordEnd(code: string, start: number): number {
  let at = start;
  while (at < code.length && /[\w$]/.test(code.charAt(at))) at++;
  return at;
}

/** A slash after a value divides; after an operator, an opening bracket or one of these words it opens a regular expression. */
function regexMayFollow(previous: string): boolean {
  if (/^[\w$]/.test(previous))
    return /^(?:return|typeof|case|in|of|delete|void|throw|new|else|do|await|yield)$/.test(previous);
  return ![')', ']', "'"].includes(previous);
}

function regexEnd(code: string, start: number): number | undefined {
  let inClass = false;
  for (let at = start + 1; at < code.length && code.charAt(at) !== '\n'; at++) {
    const one = code.charAt(at);
    if (one === '\\') at++;
    else if (one === '[') inClass = true;
    else if (one === ']') inClass = false;
    else if (one === '/' && !inClass) return at + 1;
  }
  return undefined;
}
