import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  type Comparing,
  type CompiledPolicy,
  comparePopulation,
} from '../../bench/population/comparison/compare-population.ts';
import { writePopulation } from '../../bench/population/write-population.ts';
import { compile } from '../../compiler/compile.ts';
import { openWorkspace } from '../../programme/workspace.ts';
import { projectRoot } from '../testing/golden.ts';

/** Companies that are compared; the whole population on demand: bench/population/compare.ts. */
const companies = Number(process.env.JIETI_POPULATION ?? 240);
const file = 'policies/xiamen-ai-2023/xiamen-ai-2023.policy';
const text = readFileSync(join(projectRoot, file), 'utf8');
const plan = { seed: 3, firstYear: 2023, lastYear: 2024, missing: 0 };
const folder = mkdtempSync(join(tmpdir(), 'population-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writePopulation({ ...plan, companies, folder, format: 'csv' }, () => undefined);

const comparing: Comparing = {
  plan,
  companies,
  sample: companies / 4,
  folder,
  root: projectRoot,
  stretch: Math.ceil(companies / 2),
  progress: () => undefined,
};

function compiled(policy: string): CompiledPolicy {
  const { ir, origins } = compile({ file, text: policy });
  if (ir === undefined || origins === undefined) throw new Error('the policy does not compile');
  return { ir, origins };
}

async function compared(asked?: CompiledPolicy) {
  const workspace = await openWorkspace({ threads: 1 });
  try {
    return await comparePopulation(workspace, compiled(text), comparing, asked);
  } finally {
    workspace.close();
  }
}

test('query and evaluators say the same of a population, year after year', async () => {
  const { columns, sampled, general } = await compared();
  const rows = 2 * companies - (general.get('missing') ?? 0) - (general.get('guard') ?? 0);
  expect(columns).toMatchObject({ differences: 0, leftOpen: 0, told: [] });
  expect(columns.compared).toBeGreaterThan(30 * rows);
  expect(columns.withAmount).toBeGreaterThan(companies / 8);
  expect([...sampled.keys()]).toEqual(['interpreter', 'emitted evaluator']);
  for (const tally of sampled.values()) {
    expect(tally).toMatchObject({ differences: 0, leftOpen: 0, told: [] });
    expect(tally.compared).toBeGreaterThan(30 * 2 * comparing.sample);
  }
}, 60_000);

test('a query under other readings is found, by company and clause', async () => {
  const changed = text
    .replace('exact_sum | 保留 （默认）', 'exact_sum | 保留')
    .replace('wan | 舍到万元', 'wan | 舍到万元 （默认）')
    .replace('aim | 导向 （默认）', 'aim | 导向')
    .replace('required | 条件要求', 'required | 条件要求 （默认）');
  const { columns, sampled } = await compared(compiled(changed));
  expect(columns.differences).toBeGreaterThan(20);
  const told = columns.told.join('\n');
  expect(told).toMatch(/^2023 company \d+ art11: query notMet, evaluator granted 0 – 0$/mu);
  expect(told).toMatch(/^2024 company \d+ art3: query grantedUpTo 0 – \d+, evaluator grantedUpTo 0 – \d+$/mu);
  for (const { differences } of sampled.values()) expect(differences).toBeGreaterThan(0);
}, 60_000);
