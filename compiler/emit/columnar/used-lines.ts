/** Takes out lines that only name what nobody reads: code is made of everything a policy says, and some of it decides nothing. */
export function usedLines(lines: readonly string[]): readonly string[] {
  let kept = lines.map(lineOf);
  for (;;) {
    const read = new Set(kept.flatMap(({ reads }) => reads));
    const left = kept.filter(({ sets }) => sets === undefined || read.has(sets));
    if (left.length === kept.length) return left.map(({ text }) => text);
    kept = left;
  }
}

interface Line {
  readonly text: string;
  /** The variable that it sets, if it does nothing else: calculation has no effect of its own. */
  readonly sets?: string;
  readonly reads: readonly string[];
}

function lineOf(text: string): Line {
  const match = /^\s*(?:const |let )?(x\d+) \+?= (.*);$/u.exec(text);
  if (match === null) return { text, reads: namesIn(text) };
  return { text, sets: match[1]!, reads: namesIn(match[2]!) };
}

function namesIn(code: string): readonly string[] {
  return code.match(/\bx\d+\b/gu) ?? [];
}
