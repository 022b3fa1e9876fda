/** The report of one run, as it stands in README.md between its two marks. */
import { columnsTable, enginesTable } from './engines.ts';
import { goalsTable } from './goals.ts';
import type { Results } from './results.ts';

export function reportText(results: Results): string {
  const { settings, machine, failures } = results;
  const failed = Object.entries(failures).map(([what, why]) => `- not measured: ${what}: ${why}`);
  return [
    `Measured on: ${machine}. ${settings.rounds} rounds of at least ${settings.milliseconds} ms each, ${settings.clock === 'wall' ? '' : 'time of the processor, '}seed ${settings.seed}; ${settings.starts} rounds of cold starts; batches of ${settings.rows.toLocaleString('en')} rows.`,
    '### Goals',
    goalsTable(results),
    ...(failed.length === 0 ? [] : [failed.join('\n')]),
    '### One company at a time',
    enginesTable(results),
    '### Many companies at a time',
    columnsTable(results),
  ].join('\n\n');
}

const from = '<!-- measured: written by `npm run bench` -->';
const to = '<!-- end of what was measured -->';

/** The document with the report in its place. */
export function withReport(document: string, report: string): string {
  const [before, rest] = document.split(from);
  const after = rest?.split(to)[1];
  if (before === undefined || after === undefined) throw new Error('README.md has lost its marks');
  return `${before}${from}\n\n${report}\n\n${to}${after}`;
}
