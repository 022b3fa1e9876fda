import { describe, expect, test } from 'vitest';
import { policyCase } from '../testing/policy-case.ts';
import { testPrinting } from '../testing/print-case.ts';
import { projectFiles } from '../testing/project-files.ts';

const policies = projectFiles('policies').filter((file) => file.endsWith('.policy'));

describe.each(policies)('%s', (file) => {
  const policy = policyCase(file);

  test('compiles', () => {
    expect(policy.compiled.diagnostics).toEqual([]);
    expect(policy.compiled.ir).toBeDefined();
  });

  testPrinting(policy);
});
