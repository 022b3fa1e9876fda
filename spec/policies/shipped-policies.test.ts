/** Every policy that ships: nothing to find in it, its examples right under both evaluators, one policy in either language, and a sample applicant. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jieti } from '../testing/memory-host.ts';
import { policyCase, testPolicyCase } from '../testing/policy-case.ts';
import { testPrinting } from '../testing/print-case.ts';
import { projectFiles } from '../testing/project-files.ts';

// The Xiamen measures have tests of their own, and many more of them.
const files = projectFiles('policies').filter((file) => file.endsWith('.policy') && !file.includes('xiamen-ai-2023'));

test('three of them, unlike the first', () => expect(files.length).toBeGreaterThanOrEqual(3));

describe.each(files)('%s', (file) => {
  const policy = policyCase(file);
  testPolicyCase(policy);
  testPrinting(policy);

  test('everything declared has two names', () => {
    const { ir } = policy.compiled;
    const lists = ir?.lists ?? [];
    const named = [
      ...(ir?.clauses ?? []),
      ...(ir?.fields ?? []),
      ...(ir?.readings ?? []),
      ...(ir?.readings ?? []).flatMap(({ choices }) => choices),
      ...lists,
      ...lists.flatMap(({ fields }) => fields),
    ];
    expect(named.filter(({ names }) => names.zh === undefined || names.zh === names.en).map(({ id }) => id)).toEqual(
      [],
    );
  });

  test('every clause that computes is expected to pay in some example', () => {
    const { ir, examples } = policy.compiled;
    const paid = new Set(
      examples.flatMap(({ expectations }) =>
        expectations.filter(({ outcome }) => outcome.kind === 'exactly').map(({ clause }) => clause),
      ),
    );
    const computing = (ir?.clauses ?? []).filter(({ kind }) => kind !== 'none').map(({ id }) => id);
    expect(computing.filter((id) => !paid.has(id))).toEqual([]);
  });

  test('its sample applicants are taken and explained', async () => {
    const folder = dirname(file);
    const samples = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => readdirSync(join(folder, name)).map((sample) => join(folder, name, sample)))
      .filter((sample) => sample.endsWith('.json'));
    expect(samples.length).toBeGreaterThan(0);
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    const year = /--year (\d{4})/.exec(readme)?.[1] ?? '';
    for (const sample of samples) {
      const { code, error } = await jieti(['assess', file, '--facts', sample, '--year', year, '--explain']);
      expect({ sample, code, error }).toEqual({ sample, code: 0, error: '' });
    }
  });

  test('its README names the files that are there', () => {
    const folder = dirname(file);
    const named = readFileSync(join(folder, 'README.md'), 'utf8').match(/`[\w/-]+\.(?:policy|json)`/g) ?? [];
    expect(named.map((name) => name.slice(1, -1)).filter((name) => !existsSync(join(folder, name)))).toEqual([]);
  });
});
