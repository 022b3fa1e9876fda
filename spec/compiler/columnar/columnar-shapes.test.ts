import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { compareColumnar, loadColumnar } from '../../testing/columnar-differential.ts';
import { shown } from '../../testing/differential.ts';
import { projectRoot } from '../../testing/golden.ts';
import { literalsOf } from '../../testing/policy-literals.ts';
import { seeded } from '../../testing/random.ts';
import { randomKnownInput } from '../../testing/random-known-input.ts';

const folder = join(projectRoot, 'spec', 'shapes');
const casesPerShape = 12;

test('columnar code of the shapes of clauses in real measures gives what the interpreter gives', async () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.policy'));
  let made = 0;
  for (const file of files) {
    const { ir } = compile({ file, text: readFileSync(join(folder, file), 'utf8') });
    const loaded = await loadColumnar(ir!);
    if ('reasons' in loaded) continue;
    made += 1;
    const literals = literalsOf(loaded.ir);
    const inputs = Array.from({ length: casesPerShape }, (_, index) =>
      randomKnownInput(loaded.ir, loaded.layout, seeded(index), literals),
    );
    const { differences } = compareColumnar(loaded, inputs);
    expect(shown(differences.slice(0, 2)), file).toBe('[]');
  }
  // All but those that take turns, share, or count by days.
  expect(made).toBeGreaterThanOrEqual(45);
  expect(files.length).toBeGreaterThan(made);
});
