import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../runtime/evaluate.ts';
import { explain } from '../../../runtime/explain.ts';
import { seeded } from '../../testing/random.ts';
import { randomInput } from '../../testing/random-input.ts';
import { randomIr } from '../../testing/random-ir.ts';
import { explained, sampleCases } from './sample-cases.ts';

const source = { policyDigest: 'a'.repeat(64), factsDigest: 'b'.repeat(64), compilerVersion: '0.1.0' };
const origins = { file: 'policy', policyDigest: '', nodes: {} };

describe('what explanations have in common', () => {
  test.each([0, 1, 2, 3])('never tells one applicant what was recorded of another (seed %i)', (seed) => {
    const random = seeded(seed);
    for (let run = 0; run < 8; run += 1) {
      const ir = randomIr(random);
      for (let applicant = 0; applicant < 6; applicant += 1) {
        const assessment = evaluate(ir, randomInput(ir, random));
        const together = explain(ir, origins, assessment, source);
        const alone = explain(structuredClone(ir), structuredClone(origins), assessment, source);
        expect(JSON.stringify(together), `run ${run}`).toBe(JSON.stringify(alone));
      }
    }
  });

  test('is one object, which nobody can change', () => {
    const [one, other] = [explained(sampleCases.granted), explained(sampleCases.refused)];
    expect(other.head.policy).toBe(one.head.policy);
    const [label, same] = [one, other].map(({ clauses }) => clauses.flatMap(({ steps }) => steps)[0]!.label);
    expect(same).toBe(label);
    expect(Object.isFrozen(one.head.policy)).toBe(true);
    expect(Object.isFrozen(label)).toBe(true);
  });

  test('is of plain data: a copy is equal, member by member', () => {
    const explanation = explained(sampleCases.open);
    expect(structuredClone(explanation)).toStrictEqual(explanation);
  });
});
