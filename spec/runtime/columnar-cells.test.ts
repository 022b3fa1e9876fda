import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayCell } from '../../runtime/columnar/display-cells.ts';
import { cellText } from '../../runtime/columnar/exact-cells.ts';
import { numberText } from '../../runtime/explain/amount-text.ts';
import { exactText } from '../../runtime/explain/exact-text.ts';
import type { Unit } from '../../runtime/explain/explanation.ts';
import { words } from '../../runtime/explain/words.ts';
import { fraction } from '../../runtime/rational.ts';

const cells = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -2000, max: 2000 }));
const denominators = fc.constantFrom(1, 2, 3, 7, 8, 16, 100, 300, 800, 2500, 10_000, 1_000_000, 1e12, 1e15);
const units: readonly Unit[] = [
  { kind: 'money', currency: 'CNY' },
  { kind: 'percent' },
  { kind: 'points' },
  { kind: 'count' },
  { kind: 'number' },
  { kind: 'quantity', unit: 'sqm', names: { zh: '平方米', en: 'sqm' } },
];

describe('cells of columns', () => {
  it('are the exact numbers that they hold', () => {
    fc.assert(
      fc.property(cells, denominators, (cell, denominator) => {
        expect(cellText(denominator)(cell)).toBe(exactText(fraction(BigInt(cell), BigInt(denominator))));
      }),
      { numRuns: 2000 },
    );
  });

  it('are shown as an explanation shows the numbers that they hold', () => {
    fc.assert(
      fc.property(
        cells,
        denominators,
        fc.constantFrom(...units),
        fc.constantFrom('zh' as const, 'en' as const),
        (cell, denominator, unit, language) => {
          const exact = exactText(fraction(BigInt(cell), BigInt(denominator)));
          expect(displayCell(denominator, unit, words[language])(cell)).toBe(numberText(exact, unit, words[language]));
        },
      ),
      { numRuns: 4000 },
    );
  });
});
