import { expect, test } from 'vitest';
import { compareColumnar } from '../../testing/columnar-differential.ts';
import { columnarPart } from '../../testing/columnar-part.ts';
import { shown } from '../../testing/differential.ts';
import { literalsOf } from '../../testing/policy-literals.ts';
import { seeded } from '../../testing/random.ts';
import { randomIr } from '../../testing/random-ir.ts';
import { randomKnownInput } from '../../testing/random-known-input.ts';

/** How many random policies are compared; more on demand: JIETI_CASES=1000000. */
const policies = Math.max(120, Math.floor(Number(process.env.JIETI_CASES ?? 0) / 40));
const casesPerPolicy = 40;

test('columnar code of random policies gives what the interpreter gives, wherever it is made at all', async () => {
  const refused = new Map<string, number>();
  let [made, rows] = [0, 0];
  for (let seed = 1; seed <= policies; seed += 1) {
    const ir = randomIr(seeded(seed));
    const choices = Object.fromEntries(ir.readings.map(({ id, choices }) => [id, seeded(seed).pick(choices).id]));
    const loaded = await columnarPart(ir, choices, (why) => refused.set(why, (refused.get(why) ?? 0) + 1));
    if (loaded === undefined) continue;
    made += 1;
    const literals = literalsOf(loaded.ir);
    const inputs = Array.from({ length: casesPerPolicy }, (_, index) =>
      randomKnownInput(loaded.ir, loaded.layout, seeded(seed * 1000 + index), literals),
    );
    const compared = compareColumnar(loaded, inputs);
    rows += compared.rows;
    const [first] = compared.differences;
    if (first !== undefined)
      expect.fail(`policy ${seed}: ${shown({ ...first, input: undefined })}\n${loaded.source}\n`.slice(0, 2500));
  }
  expect(made).toBeGreaterThan(policies / 5);
  // What columns cannot hold is refused, each for its reason.
  expect(refused.size).toBeGreaterThan(10);
  expect(rows).toBeGreaterThan(made * 10);
});
