import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth, padEnd, wrap, wrapSentences } from '../../../runtime/explain/display-width.ts';

test.each([
  ['abc', 3],
  ['算力券', 6],
  ['（第三条）', 10],
  ['500,000.00 元 ≥ 30万', 20],
  ['「a」', 5],
  ['e\u0301', 1],
  ['𠮷', 2],
  ['', 0],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('padding counts columns, not characters', () => {
  expect(padEnd('条件', 6)).toBe('条件  ');
  expect(padEnd('条件条件', 6)).toBe('条件条件');
});

test('a figure keeps its unit, a closing mark its word', () => {
  expect(wrap('共计 500,000.00 元，按比例', 16)).toEqual(['共计', '500,000.00 元，', '按比例']);
  expect(wrap('合计 5.00 元 止', 10)).toEqual(['合计', '5.00 元 止']);
  expect(wrap('甲乙（丙）', 6)).toEqual(['甲乙', '（丙）']);
});

test('sentences begin lines where not all fits into one', () => {
  expect(wrapSentences('甲；乙', 20)).toEqual(['甲；乙']);
  expect(wrapSentences('甲甲甲；乙', 8)).toEqual(['甲甲甲；', '乙']);
  expect(wrapSentences('one; two', 6)).toEqual(['one;', 'two']);
});

test('wrapping loses nothing but spaces', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', ' ', 'a', '1', '（', '）', '；', ',', '元') });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (given, width) => {
      const lines = wrap(given, width);
      expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
    }),
  );
});
