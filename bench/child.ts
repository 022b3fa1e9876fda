/** Measures one group and gives the results as one line of JSON. Started by `main.ts`. */
import { type GroupResults, groups } from './groups/groups.ts';
import type { Settings } from './groups/settings.ts';

const [group, settings, row] = process.argv.slice(2) as [keyof GroupResults, string, string | undefined];
const results = await groups[group](JSON.parse(settings) as Settings, row ?? '');
process.stdout.write(`${JSON.stringify(results)}\n`);
process.exit(0);
