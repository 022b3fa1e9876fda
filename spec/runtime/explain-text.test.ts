import { describe, expect, test } from 'vitest';
import type { Language } from '../../diagnostics/diagnostic.ts';
import { displayWidth } from '../../runtime/explain/display-width.ts';
import { renderAssessment, renderExplanation } from '../../runtime/explain/render.ts';
import { expectGolden } from '../testing/golden.ts';
import { explained, sampleCases } from './explain/sample-cases.ts';

const languages: readonly Language[] = ['zh', 'en'];
const cases = Object.entries(sampleCases).flatMap(([name, facts]) =>
  languages.map((language) => [name, language, explained(facts)] as const),
);

describe.each(cases)('case %s in %s', (name, language, explanation) => {
  test('reads as before', async () => {
    const text = `${renderAssessment(explanation, { language })}\n${'─'.repeat(60)}\n\n${renderExplanation(explanation, { language })}`;
    await expectGolden(text, `spec/runtime/explain/goldens/${name}.${language}.txt`);
  });

  test('has no colours unless asked, and with them the same words', () => {
    const text = renderExplanation(explanation, { language });
    expect(text).not.toContain('\u001b');
    const coloured = renderExplanation(explanation, { language, colour: true });
    expect(coloured).toContain('\u001b[1m');
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    expect(coloured.replace(escapes, '').replace(/ +$/gm, '')).toBe(text);
  });

  test.each([80, 100, 120, 160])('fits into %i columns', (width) => {
    const lines = renderExplanation(explanation, { language, width }).split('\n');
    expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
    expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
  });

  test('says nothing of its own making: no “undefined”, no “NaN”, no doubled spaces at the joints', () => {
    const text = renderExplanation(explanation, { language }) + renderAssessment(explanation, { language });
    expect(text).not.toMatch(/undefined(?!:)|NaN|\[object|infinity|= =|；；/);
  });
});

describe('one line at a time', () => {
  const zh = (name: keyof typeof sampleCases, options: object = {}) =>
    renderExplanation(explained(sampleCases[name]), { language: 'zh', ...options });
  const en = (name: keyof typeof sampleCases, options: object = {}) =>
    renderExplanation(explained(sampleCases[name]), { language: 'en', ...options });

  test('a met condition shows both figures, a failed one the exact shortfall', () => {
    expect(zh('granted')).toMatch(/条件 +算力购买额 达到 30万元 +500,000\.00 元 ≥ 300,000\.00 元 +成立/);
    expect(zh('refused')).toMatch(/288,000\.00 元 < 300,000\.00 元 +不成立，还差 12,000\.00 元/);
    expect(en('refused')).toMatch(/288,000\.00 CNY < 300,000\.00 CNY +not met, short by 12,000\.00 CNY/);
  });

  test('exactly at a bound that must be passed, the bound is named', () => {
    expect(zh('refused', { width: 160 })).toContain('恰等于 2,000,000.00 元，须高于此数');
  });

  test('a missing fact is named with its year', () => {
    expect(zh('unstated', { width: 160 })).toContain('缺 算力购买额（2024年）');
    expect(en('unstated', { width: 160 })).toContain('missing compute_bought (2024)');
  });

  test('growth shows how it was worked out; a rate that never ends is rounded and marked', () => {
    expect(zh('granted')).toContain('(12,000,000.00 − 9,000,000.00) ÷');
    expect(zh('granted')).toContain('≈33.3333% > 20%');
  });

  test('no rate over a zero base is said in words', () => {
    expect(zh('refused')).toContain('不成立，基期为零，无增速');
  });

  test('a ladder shows the earlier years, the rung passed and what was paid', () => {
    const text = zh('granted', { width: 160 });
    expect(text).toMatch(/· 以往 +2021年：30,000,000\.00 元、2022年：60,000,000\.00 元/);
    expect(text).toContain('首次达到');
    expect(text).toContain('200,000.00 元 − 100,000.00 元 = 100,000.00 元');
  });

  test('anchors stand beside the lines where there is room, below them when asked for', () => {
    expect(zh('granted', { width: 200 })).toMatch(/成立 +「达到30万元以上」/);
    expect(zh('granted')).not.toContain('「');
    expect(zh('granted', { anchors: true })).toContain('「达到30万元以上」');
  });
});

test('names and keys from outside cannot steer the terminal or break a line', () => {
  const hostile = '\u001b[31mX\nY\u202e';
  const [project = {}] = Object.values(sampleCases.granted.projects ?? {});
  const explanation = explained({ ...sampleCases.granted, projects: { [hostile]: project } });
  for (const language of languages) {
    for (const colour of [false, true]) {
      const text =
        renderExplanation(explanation, { language, colour }) + renderAssessment(explanation, { language, colour });
      expect(text).not.toContain('\u001b[31m');
      expect(text).not.toMatch(/X\nY|\u202e/);
      expect(text).toContain('X');
    }
  }
});
