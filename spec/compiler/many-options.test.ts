import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import { canonicalIr } from '../../compiler/lower/canonical-ir.ts';
import { withinExpression } from '../../runtime/ir-children.ts';

/** What every reader of a choice repeats grows with readers times options, until no memory holds it. */
describe('a choice of many options that many clauses ask', () => {
  test('its options stand once in each file, however many clauses ask it', () => {
    for (const file of [0, 1, 2]) expect(timesIn(emitted(80)[file]!)).toBe(timesIn(emitted(40)[file]!));
    expect(timesIn(emitted(40)[2]!)).toBe(2);
  });

  test('and once in the text that the digest is taken of', () => {
    expect(timesIn(canonicalIr(compiled(40).ir!))).toBe(2);
  });

  test('expressions of one type share it', () => {
    const types = compiled(40)
      .ir!.clauses.flatMap(({ statements }) => statements)
      .flatMap((line) => (line.kind === 'when' ? withinExpression(line.condition) : []))
      .map(({ type }) => type);
    expect(types).toHaveLength(80);
    expect(new Set(types).size).toBe(2);
  });
});

/** Of the option that no clause names: its id, and its name where options have names. */
function timesIn(text: string): number {
  return text.split('last_option').length - 1;
}

function emitted(clauses: number): readonly string[] {
  const { ir, origins } = compiled(clauses);
  return emitTypeScript(ir!, origins!).map(({ content }) => content);
}

function compiled(clauses: number): ReturnType<typeof compile> {
  const options = [...Array.from({ length: 300 }, (_, index) => `s${index}`), 'last_option'];
  const asking = Array.from(
    { length: clauses },
    (_, index) => `clause c${index} { cites article 1 ; when sector is s${index} ; once per company ; grant 1 CNY }`,
  );
  return compile({
    file: 'options.policy',
    text: `policy many_options { in force 2023-01-01 to 2025-12-31 }
facts company | 企业 { sector : one of { ${options.join(', ')} } }
${asking.join('\n')}`,
  });
}
