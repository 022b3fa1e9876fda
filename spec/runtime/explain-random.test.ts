import { test } from 'vitest';
import { evaluate } from '../../runtime/evaluate.ts';
import { explain } from '../../runtime/explain.ts';
import { noOrigins } from '../testing/load-emitted.ts';
import { seeded } from '../testing/random.ts';
import { randomInput } from '../testing/random-input.ts';
import { randomIr } from '../testing/random-ir.ts';
import { expectSoundDocument, expectSoundText } from '../testing/sound-explanation.ts';

const source = { policyDigest: 'a'.repeat(64), factsDigest: 'b'.repeat(64), compilerVersion: '0.1.0' };

/** Policies with every construct, whatever sense they make, on facts that seek their figures. */
test.each(Array.from({ length: 20 }, (_, seed) => seed))('random policies can be explained (seed %i)', (seed) => {
  const random = seeded(seed);
  for (let run = 0; run < 15; run += 1) {
    const ir = randomIr(random);
    const input = randomInput(ir, random);
    const explanation = explain(ir, noOrigins, evaluate(ir, input), source);
    expectSoundDocument(explanation, `seed ${seed}, run ${run}`);
    expectSoundText(explanation, `seed ${seed}, run ${run}`, 200);
  }
});
