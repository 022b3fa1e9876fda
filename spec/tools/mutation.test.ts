import { describe, expect, test } from 'vitest';
import { allMutants, staleEntries } from '../../tools/mutate.ts';
import { casesOf } from '../../tools/mutation/cases.ts';
import { readEquivalents } from '../../tools/mutation/equivalent-mutants.ts';
import { Judge } from '../../tools/mutation/judge.ts';
import { withinTime } from '../../tools/mutation/module-graph.ts';
import type { Mutant } from '../../tools/mutation/mutants.ts';
import { projectRoot } from '../testing/golden.ts';

const root = projectRoot.replace(/\/$/, '');

test('every mutant listed as equivalent exists', () => {
  expect(staleEntries(allMutants(root))).toEqual([]);
});

test('an entry that cannot be read is told', () => {
  const list = 'runtime/gate.ts\n  gated: > → < [2] — because\n';
  expect(readEquivalents(list)).toEqual([
    { file: 'runtime/gate.ts', within: 'gated', change: '> → <', nth: 2, because: 'because' },
  ]);
  expect(() => readEquivalents(`${list}  gated: no reason\n`)).toThrow('gated: no reason');
});

describe('judging a mutant by the cases', () => {
  const given = new Map<string, string>();
  const cases = casesOf(root, given, 's09-');
  const mutants = allMutants(root, 'runtime/rational.ts,runtime/evaluate/ladder.ts');
  const judge = new Judge(root, given, cases, mutants);
  const judged = (fits: (mutant: Mutant) => boolean) => judge.judge(mutants.find(fits)!);

  test('a sum that is a difference is noticed, and by which example', () => {
    const { verdict, by } = judged(({ within, before, after }) => within === 'add' && before === '+' && after === '-');
    expect(verdict).toBe('an example failed');
    expect(by).toContain('s09-');
  });

  test('what no example runs is noticed by none', () => {
    expect(judged(({ file }) => file.endsWith('ladder.ts'))).toEqual({ verdict: 'passed' });
  });
});

test('what never ends is cut off', () => {
  const endless = () => {
    for (;;);
  };
  expect(withinTime(20, endless)).toBe('too long');
});
