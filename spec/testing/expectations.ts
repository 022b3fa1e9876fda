import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { lineStarts, positionAt } from '../../diagnostics/span.ts';

/**
 * What a case expects, written in the case: `//! JT4011 "200万"` on the line below the one it speaks of says that this code is
 * reported there, on exactly this text. Several such lines in a row speak of the same line. A `…` at the end stands for the rest of a
 * long text.
 */
export function expectationsOf(text: string): readonly string[] {
  const found: string[] = [];
  let spokenOf = 1;
  for (const [index, line] of text.split('\n').entries()) {
    const match = /^\s*\/\/! (JT\d+) "(.*)"\s*$/.exec(line);
    if (match === null) spokenOf = index + 1;
    else found.push(`${spokenOf}: ${match[1]} "${match[2]}"`);
  }
  return found.sort();
}

/** Findings in the same form, the blamed text cut where an expectation for it ends in `…`. */
export function findingsIn(
  text: string,
  diagnostics: readonly Diagnostic[],
  expected: readonly string[],
): readonly string[] {
  const starts = lineStarts(text);
  return diagnostics
    .map(({ code, span }) => {
      if (span === undefined) return `-: ${code}`;
      const head = `${positionAt(starts, span.start).line}: ${code} "`;
      const whole = `${head}${text.slice(span.start, span.end)}"`;
      const cut = expected.find((one) => one.endsWith('…"') && whole.startsWith(one.slice(0, -2)));
      return cut ?? whole;
    })
    .sort();
}
