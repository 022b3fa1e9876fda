/** `tsx bench/population/compare.ts`: whether query and evaluators say the same of a whole population. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compile } from '../../compiler/compile.ts';
import { openWorkspace } from '../../programme/workspace.ts';
import { type Compared, comparePopulation } from './comparison/compare-population.ts';
import type { Tally } from './comparison/held-against.ts';
import { writePopulation } from './write-population.ts';

const help = `Whether the query of "jieti emit sql" and the evaluators say the same of a seeded population under the whole of the Xiamen measures.

For every company, year, clause and item the status and both ends of the payable amount are compared, exactly: query against columnar
evaluator for all, query against interpreter and emitted evaluator for a sample, and for what the columns leave to these. Every year sees
what the query gave in the years before, ceilings as decided in full. Both sides read the same tables; the sample reads its facts through
the door, from the generator, so that the tables are checked with it. Exit code 1 if anything differs.

  --companies N      how many; 1,000,000 unless said
  --sample M         how many of them the general evaluators assess, in every year; 20,000 unless said
  --years A..B       2023..2025 unless said
  --seed N           1 unless said
  --missing SHARE    share of yearly revenues and research figures left out; 0 unless said
  --stretch N        companies at once, some 8 KB of the engine's memory for each; 25,000 unless said
  --memory SIZE      most that the engine may take; 2GB unless said

  tsx bench/population/compare.ts --companies 50000 --sample 2000
`;

const { values } = parseArgs({
  options: {
    companies: { type: 'string', default: '1000000' },
    sample: { type: 'string', default: '20000' },
    years: { type: 'string', default: '2023..2025' },
    seed: { type: 'string', default: '1' },
    missing: { type: 'string', default: '0' },
    stretch: { type: 'string', default: '25000' },
    memory: { type: 'string', default: '2GB' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}
const root = fileURLToPath(new URL('../../', import.meta.url));
const file = join(root, 'policies', 'xiamen-ai-2023', 'xiamen-ai-2023.policy');
const [, first, last] = /^(20\d\d)\.\.(20\d\d)$/.exec(values.years) ?? fail(`--years: ${values.years} is not A..B`);
const plan = {
  seed: wholeNumber('--seed', values.seed),
  firstYear: Number(first),
  lastYear: Number(last),
  missing: Number(values.missing),
};
if (plan.lastYear < plan.firstYear || plan.firstYear < 2022) fail('--years: from 2022 on, the first year first');
if (!(plan.missing >= 0 && plan.missing <= 1)) fail(`--missing: ${values.missing} is not a share from 0 to 1`);
const companies = atLeastOne('--companies', values.companies);
const sample = Math.min(companies, wholeNumber('--sample', values.sample));
const stretch = atLeastOne('--stretch', values.stretch);

const { ir, origins } = compile({ file: relative(process.cwd(), file), text: readFileSync(file, 'utf8') });
if (ir === undefined || origins === undefined) fail(`${file} does not compile`);
const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'population-'));
const workspace = await openWorkspace({ memoryLimit: values.memory });
try {
  const written = (done: number) => progress(`${done.toLocaleString('en')} companies written`);
  writePopulation({ ...plan, companies, folder, format: 'csv' }, written);
  const comparing = { plan, companies, sample, folder, root, stretch, progress };
  const compared = await comparePopulation(workspace, { ir, origins }, comparing);
  progress('');
  process.stdout.write(summary(compared));
  process.exitCode = tallies(compared).some(([, { differences }]) => differences > 0) ? 1 : 0;
} finally {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
}

function tallies({ columns, sampled }: Compared): readonly (readonly [string, Tally])[] {
  return [['columnar evaluator', columns], ...sampled];
}

function summary(compared: Compared): string {
  const count = (number: number) => number.toLocaleString('en');
  const lines = tallies(compared).map(
    ([name, { compared: all, withAmount, leftOpen, differences }]) =>
      `query against ${name}: ${count(all)} outcomes compared, ${count(withAmount)} of them with amounts; ${count(leftOpen)} that the query leaves open; ${count(differences)} differences`,
  );
  const told = tallies(compared).flatMap(([, { told: texts }]) => texts.map((text) => `  ${text}`));
  const general = [...compared.general].map(([reason, rows]) => `${reason} ${count(rows)}`).join(', ');
  const seconds = [...compared.seconds].map(([part, time]) => `${part} ${time.toFixed(0)}`).join(', ');
  return [
    `${count(companies)} companies, ${plan.firstYear} to ${plan.lastYear}, seed ${plan.seed}; a sample of ${count(sample)}`,
    ...lines,
    ...told,
    `rows that columns leave to the general evaluators, which are in their comparison: ${general === '' ? 'none' : general}`,
    `seconds: ${((performance.now() - began) / 1000).toFixed(0)} in all; ${seconds} (the query of a year runs beside the general evaluators of the one before); most memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
    '',
  ].join('\n');
}

function progress(done: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${done}`);
}

function wholeNumber(option: string, text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : fail(`${option}: ${text} is not a whole number`);
}

function atLeastOne(option: string, text: string): number {
  const number = wholeNumber(option, text);
  return number > 0 ? number : fail(`${option}: at least 1`);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
