import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { limits } from '../../grammar/limits.ts';
import { parsed } from './parsing.ts';

/** Generous, since tests run side by side; what these texts did to a naive reader took from half a minute to forever. */
const mostMilliseconds = 20_000;

function codes(text: string): readonly string[] {
  const start = Date.now();
  const { diagnostics } = parsed(text);
  expect(Date.now() - start).toBeLessThan(mostMilliseconds);
  return [...new Set(diagnostics.map(({ code }) => code))];
}

const many = 200_000;

describe('a text made to harm is refused in good time, in words', () => {
  test.each([
    ['unclosed anchors', '「'.repeat(many), 'JT1006'],
    ['unclosed texts', '"'.repeat(many - 1), 'JT1005'],
    ['unclosed texts on their own lines', '"\n'.repeat(many), 'JT1005'],
    ['unclosed names', '『'.repeat(many), 'JT1007'],
    ['backslashes in a text', `"${'\\'.repeat(500_000)}`, 'JT1005'],
    ['ten megabytes', 'x'.repeat(10_000_000), 'JT1001'],
    ['one long word', `let v = ${'x'.repeat(900_000)}`, 'JT1004'],
    ['one long Han word', `let v = ${'的'.repeat(900_000)}`, 'JT1004'],
    ['nothing but stray characters', '@'.repeat(900_000), 'JT1008'],
    ['control characters', '\u0000\u0007'.repeat(100_000), 'JT1008'],
    ['halves of surrogate pairs', '\ud800 '.repeat(100_000), 'JT1008'],
    ['parentheses 10,000 deep', `let v = ${'('.repeat(10_000)}1${')'.repeat(10_000)}`, 'JT1002'],
    ['braces 10,000 deep', 'clause c { '.repeat(10_000), 'JT1002'],
    ['a sum of 100,000 terms', `let v = 1${' + 1'.repeat(100_000)}`, 'JT1009'],
    ['a long line of “and”', `let v = a${' and a'.repeat(100_000)}`, 'JT1009'],
    ['of of of', `let v = ${'5% of '.repeat(50_000)} x`, 'JT1010'],
    ['的 的 的', `let v = x${' 的 5%'.repeat(50_000)}`, 'JT1009'],
    ['not not not', `let v = ${'not '.repeat(100_000)} x`, 'JT1009'],
    ['minus minus', `let v = ${'- '.repeat(100_000)} x`, 'JT1009'],
    ['last year of last year', `let v = ${"last year's ".repeat(50_000)} x`, 'JT1009'],
    ['a number of a million digits', `let v = ${'9'.repeat(900_000)}`, 'JT1003'],
    ['ten thousand times ten thousand', `let v = 1${'万'.repeat(100)}元`, 'JT1003'],
    ['1e9000000', 'let v = 1e9000000', 'JT1030'],
    ['a declaration of many mistakes', `clause c {\n${'grnt 5\n'.repeat(50_000)}}`, 'JT1032'],
    ['many declarations with a mistake', 'clause c { grnt }\n'.repeat(20_000), 'JT1032'],
    ['closing braces', '}'.repeat(many), 'JT1035'],
    ['opening braces outside every section', 'x {{{ ', 'JT1034'],
    ['a name of very many dots', `修改${'算.'.repeat(90)}为5元`, 'JT1033'],
  ])('%s', (_idea, text, expected) => {
    expect(codes(text)).toContain(expected);
  });

  test('words that can be cut in very many ways', () => {
    const names = Array.from({ length: 40 }, (_, index) => `let ${'甲'.repeat(index + 1)} = 1\n`).join('');
    expect(codes(`${names}let v = ${`${'甲'.repeat(150)} + `.repeat(900)} 1`)).toContain('JT1021');
  });

  test('words that can almost be cut in very many ways', () => {
    const names = Array.from({ length: 100 }, (_, index) => `let ${'甲'.repeat(index + 1)} = 1\n`).join('');
    const word = (index: number) => `${'甲'.repeat(100 + (index % 90))}达到丁`;
    const words = Array.from({ length: 900 }, (_, index) => word(index)).join(' + ');
    expect(codes(`${names}let v = ${words}`)).toContain('JT1020');
  });

  test('a flat list is not deep', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `f${index} : money`).join('\n');
    const { tree, findings } = parsed(`facts c {\n${rows}\n}`);
    expect(findings).toEqual([]);
    expect(tree.declarations[0]).toMatchObject({ fields: { length: 5_000 } });
  });
});

describe('what the limits allow is read', () => {
  test.each([
    ['brackets', `${'('.repeat(limits.bracketDepth)}x${')'.repeat(limits.bracketDepth)}`],
    ['operators', `1${' + 1'.repeat(limits.operators)}`],
    ['of', `${'5% of '.repeat(limits.nesting)}x`],
    ['brackets, each with an of', `${'5% of ('.repeat(limits.nesting)}x${')'.repeat(limits.nesting)}`],
    ['digits', '9'.repeat(limits.digitsOfNumber)],
    ['word', 'x'.repeat(limits.wordLength)],
  ])('%s', (_idea, expression) => {
    const { diagnostics } = parsed(`let v = ${expression}`);
    expect(hasErrors(diagnostics)).toBe(false);
  });
});

test('names that are properties of every object are names like others', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];
  const text = names.map((name) => `let ${name} = ${name} + 1`).join('\n');
  const { tree, findings } = parsed(text);
  expect(findings).toEqual([]);
  expect(tree.declarations.map((one) => 'name' in one && one.name.id)).toEqual(names);
});

test('a diagnostic for each of the words of JavaScript that stand for nothing', () => {
  const { tree } = parsed('clause toString { constructor 5 ; __proto__ = 5 }');
  expect(tree.declarations).toMatchObject([{ kind: 'ClauseDeclaration', lines: [] }]);
});
