/** `tsx bench/population/main.ts --out DIR`: a seeded population for the whole of the Xiamen measures. */
import { parseArgs } from 'node:util';
import { type PopulationFormat, writePopulation } from './write-population.ts';

const help = `A seeded population of companies for the whole of the Xiamen measures: the same options give the same files, byte for byte.

  --out DIR          where the files go (made if it is not there)
  --companies N      how many; 1,000,000 unless said
  --years A..B       assessed years; 2023..2025 unless said
  --format FORMAT    csv (companies.csv and one file per list) or jsonl (companies.jsonl, one object of facts per line); csv unless said
  --seed N           1 unless said
  --missing SHARE    share of yearly revenues and research figures left out; 0 unless said

A yearly fact is one column per year, rd@2024. Files of lists begin with the company (subject); several options in a cell are joined by |.
Beside them stands parameters.json, for --parameters of jieti.

  tsx bench/population/main.ts --out /tmp/city --companies 10000
  tsx bench/population/main.ts --out /tmp/city --companies 10000 --format jsonl --missing 0.01
`;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    companies: { type: 'string', default: '1000000' },
    years: { type: 'string', default: '2023..2025' },
    format: { type: 'string', default: 'csv' },
    seed: { type: 'string', default: '1' },
    missing: { type: 'string', default: '0' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help || values.out === undefined) {
  process.stdout.write(help);
  process.exit(values.help ? 0 : 2);
}
const [, first, last] = /^(\d{4})\.\.(\d{4})$/.exec(values.years) ?? fail(`--years: ${values.years} is not A..B`);
const plan = {
  folder: values.out,
  companies: wholeNumber('--companies', values.companies),
  firstYear: Number(first),
  lastYear: Number(last),
  format: formatOf(values.format),
  seed: wholeNumber('--seed', values.seed),
  missing: Number(values.missing),
};
if (plan.lastYear < plan.firstYear || plan.firstYear < 2022) fail('--years: from 2022 on, the first year first');
if (!(plan.missing >= 0 && plan.missing <= 1)) fail(`--missing: ${values.missing} is not a share from 0 to 1`);
const rows = writePopulation(plan, (done) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done.toLocaleString('en')} companies`);
});
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
for (const [file, count] of rows) process.stdout.write(`${file}  ${count.toLocaleString('en')} rows\n`);

function wholeNumber(option: string, text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : fail(`${option}: ${text} is not a whole number`);
}

function formatOf(text: string): PopulationFormat {
  return text === 'csv' || text === 'jsonl' ? text : fail(`--format: ${text} is neither csv nor jsonl`);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
