/** Runs all groups, each in a process of its own, and the cold starts. What fails is told in the report, and the rest goes on. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  buildColumnar,
  buildFiveClauses,
  buildGuarded,
  clauseCounts,
  jietiCommand,
  type Places,
  writePolicies,
} from './build-emitted.ts';
import type { Footprint, GroupResults } from './groups/groups.ts';
import type { Settings } from './groups/settings.ts';
import { measureStarts, type Start } from './measure/starts.ts';
import { machineText } from './report/machine.ts';
import type { Results } from './report/results.ts';
import { assessingRows, explainingRows, fullyExplainingRows } from './rows/all-rows.ts';
import { columnRows } from './rows/column-rows.ts';

const groupParts = [
  'assessing',
  'explaining',
  'explainingFully',
  'json',
  'engines',
  'wrong',
  'columns',
  'guarded',
] as const;
export const parts: readonly string[] = [...groupParts, 'footprints', 'starts'];

type Tell = (what: string) => void;

export async function measureAll(
  settings: Settings,
  wanted: readonly string[],
  places: Places,
  tell: Tell,
): Promise<Results> {
  const machine = machineText();
  const failures: Record<string, string> = {};
  const attempt = async <Result>(what: string, run: () => Result | Promise<Result>): Promise<Result | undefined> => {
    tell(what);
    try {
      return await run();
    } catch (error) {
      failures[what] = firstWords(error);
      return undefined;
    }
  };
  writePolicies(places);
  await attempt('building the five clauses', () => buildFiveClauses(places));
  await attempt('building columnar code', () => buildColumnar(places));
  const found: Partial<Record<keyof GroupResults, unknown>> = {};
  for (const group of groupParts.filter((part) => wanted.includes(part))) {
    if (group === 'guarded') await attempt('building 10,000 clauses', () => buildGuarded(places));
    found[group] = await attempt(group, () => inChild(places, group, settings));
  }
  const footprints = wanted.includes('footprints') ? await measureFootprints(places, settings, attempt) : undefined;
  const starts = wanted.includes('starts')
    ? await attempt('starts', async () =>
        measureStarts(await startsOf(places), { ...settings, rounds: settings.starts, folder: places.built }),
      )
    : undefined;
  return {
    ...(found as Partial<Omit<GroupResults, 'footprint'>>),
    settings,
    machine,
    names: await namesOfRows(),
    failures,
    ...(footprints === undefined ? {} : { footprints }),
    ...(starts === undefined ? {} : { starts }),
  };
}

type Attempt = <Result>(what: string, run: () => Result | Promise<Result>) => Promise<Result | undefined>;

async function measureFootprints(
  places: Places,
  settings: Settings,
  attempt: Attempt,
): Promise<Readonly<Record<string, Footprint>>> {
  const found: Record<string, Footprint> = {};
  for (const { id } of await rowsToLoad()) {
    const footprint = await attempt(`footprint of ${id}`, () => inChild(places, 'footprint', settings, id));
    if (footprint !== undefined) found[id] = footprint as Footprint;
  }
  return found;
}

/** A large young generation, so that what one assessment allocates can be read off; the same for all. */
function inChild(places: Places, group: keyof GroupResults, settings: Settings, row = ''): unknown {
  const flags = ['--expose-gc', '--max-semi-space-size=64'];
  const command = [...flags, join(places.built, 'child.mjs'), group, JSON.stringify(settings), row];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

async function startsOf(places: Places): Promise<readonly Start[]> {
  const jieti = jietiCommand(places);
  const xiamen = join(places.root, 'policies', 'xiamen-ai-2023', 'xiamen-ai-2023.policy');
  const emitTo = join(places.built, 'started');
  return [
    { id: 'check-xiamen', command: [jieti, 'check', xiamen] },
    { id: 'emitted-cold', command: [join(places.built, 'emitted-cold.mjs')] },
    ...clauseCounts.map((count) => ({
      id: `clauses-${count}`,
      command: [jieti, 'build', join(places.built, `clauses-${count}.policy`), '-o', emitTo],
    })),
    ...(await rowsToLoad()).map(({ id }) => ({ id: `cold-${id}`, command: [join(places.built, 'cold.mjs'), id] })),
  ];
}

/** Rows that are worth a process of their own. */
async function rowsToLoad() {
  return [...(await assessingRows()), ...explainingRows.slice(1), ...fullyExplainingRows.slice(1)];
}

async function namesOfRows(): Promise<Readonly<Record<string, string>>> {
  const single = [...(await assessingRows()), ...explainingRows, ...fullyExplainingRows].map(({ id, name }) => [
    id,
    name,
  ]);
  const columns = await Promise.all(
    Object.entries(columnRows).map(async ([id, load]) => [`columns-${id}`, (await load()).name]),
  );
  return Object.fromEntries([...single, ['columns-hand', 'loops over typed arrays, by hand'], ...columns]);
}

function firstWords(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const line = text.split('\n').find((one) => /\w*Error\b|heap out of memory/.test(one)) ?? text.split('\n')[0]!;
  return line.trim().slice(0, 160);
}
