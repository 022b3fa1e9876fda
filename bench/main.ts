/** `npm run bench`: measures everything, prints the tables, and writes them into README.md. Started by `run.mjs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { quick, type Settings, whole } from './groups/settings.ts';
import { measureAll, parts } from './measure-all.ts';
import { reportText, withReport } from './report/report.ts';

const help = `Measures Jieti against hand-written code and the engines that could stand in its place.

  --quick         few rounds, few cases: whether all runs, not how fast it is
  --only PARTS    of ${parts.join(', ')}; with commas
  --seed N        ${whole.seed} unless said
  --rounds N      rounds of a contest; ${whole.rounds} unless said
  --starts N      rounds of cold starts; ${whole.starts} unless said
  --processor     time of the processor in place of the clock's, where others use the machine too; cold starts keep the clock
  --no-write      leave README.md as it is; a quick or partial run never writes it
`;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    seed: { type: 'string' },
    rounds: { type: 'string' },
    starts: { type: 'string' },
    processor: { type: 'boolean', default: false },
    'no-write': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}

const wanted = values.only === undefined ? parts : values.only.split(',');
const unknown = wanted.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(', ')}: the parts are ${parts.join(', ')}\n`);
  process.exit(2);
}
const base = values.quick ? quick : whole;
const settings: Settings = {
  ...base,
  seed: Number(values.seed ?? base.seed),
  rounds: Number(values.rounds ?? base.rounds),
  starts: Number(values.starts ?? base.starts),
  clock: values.processor ? 'processor' : 'wall',
};
const places = { root: process.env.JIETI_BENCH_ROOT ?? '', built: process.env.JIETI_BENCH_BUILT ?? '' };
const results = await measureAll(settings, wanted, places, (what) => process.stderr.write(`${what}\n`));
const report = reportText(results);
process.stdout.write(`\n${report}\n`);
if (!values.quick && values.only === undefined && !values['no-write']) {
  const readme = join(places.root, 'bench', 'README.md');
  writeFileSync(readme, withReport(readFileSync(readme, 'utf8'), report));
}
