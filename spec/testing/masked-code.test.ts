import { describe, expect, test } from 'vitest';
import { importsOf, maskedCode } from './masked-code.ts';

describe('masked code keeps positions and blanks what is not code', () => {
  test.each([
    ['a string', "a = 'eval(1)'; b", "a = '       '; b"],
    ['an escaped quote', 'a = "x\\"y"; b', 'a = "    "; b'],
    ['a line comment', 'a // eval\nb', 'a        \nb'],
    ['a block comment', 'a /* x\ny */ b', 'a     \n     b'],
    ['a template, but not its code', '`x $' + '{f(`y`)} z` + g', '`   {f(` `)}  ` + g'],
    ['an object within a template', '`$' + '{ {c:1}.c }d`', '` { {c:1}.c } `'],
    ['a regular expression', "/[/]'/.test(s) ? 'q' : 2", "/    /.test(s) ? ' ' : 2"],
    ['a regular expression after a word', "return /'/.test(s)", 'return / /.test(s)'],
    ['a regular expression after a block', "if (x) {}\n/'/.test(s)", 'if (x) {}\n/ /.test(s)'],
    ['no division', 'x = a / b / (c) / d', 'x = a / b / (c) / d'],
  ])('%s', (_idea, code, masked) => {
    expect(maskedCode(code)).toBe(masked);
    expect(masked).toHaveLength(code.length);
  });
});

describe('imports are found', () => {
  test.each([
    ["import './a.ts';", './a.ts', false],
    ["import type { A } from './a.ts';", './a.ts', true],
    ["import a, { type B } from '../a.ts';", '../a.ts', false],
    ['import * as a from "a";', 'a', false],
    ["import {\n  a,\n  b as c,\n} from './a.ts';", './a.ts', false],
    ["export * from './a.ts';", './a.ts', false],
    ["export type { A } from './a.ts';", './a.ts', true],
    ["const a = await import('./a.ts');", './a.ts', false],
  ])('%s', (code, specifier, typeOnly) => {
    expect(importsOf(code)).toEqual([{ specifier, typeOnly }]);
  });

  test.each([
    "export const a = 'b';",
    "export default 'b';",
    "// import './a.ts'",
    '`import "./a.ts"`',
    "export function f() { return 'a'; }",
  ])('none in %s', (code) => {
    expect(importsOf(code)).toEqual([]);
  });
});
