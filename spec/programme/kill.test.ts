import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { commandFile } from '../testing/command-file.ts';
import { projectRoot } from '../testing/golden.ts';
import { jieti } from '../testing/memory-host.ts';
import { place, smallPolicy } from './programme-case.ts';

/** How many moments a run is killed at; the full count on demand: JIETI_KILLS=20. */
const kills = Number(process.env.JIETI_KILLS ?? 4);
const here = place();
const rows = Array.from({ length: 40 }, (_, index) => `C${index},${index * 100},${index * 150},${index},yes`);
here.put({
  'city.policy': smallPolicy,
  'companies.csv': `subject,spent@2023,spent@2024,asked,ready\n${rows.join('\n')}\n`,
});
let command = '';
beforeAll(async () => {
  command = await commandFile();
});

test(`a run that is killed leaves the store as before or as after, and a rerun makes it whole (${kills} moments)`, {
  timeout: 1_200_000,
}, async () => {
  const store = here.path('before');
  await jieti(['ledger', store, 'cover', '--from', '2023-01-01', '--to', '2024-12-31']);
  const before = await exported('before');
  copyFileSync(store, here.path('undisturbed'));
  const began = Date.now();
  await ended(started('undisturbed'));
  const whole = Date.now() - began;
  const after = await exported('undisturbed');
  expect(after.split('\n').length).toBeGreaterThan(100);
  const found = { killed: 0, before: 0, after: 0 };
  // A run that had ended before it was killed shows nothing.
  for (let kill = 1; found.killed < kills; kill += 1) {
    expect(kill).toBeLessThan(3 * kills);
    const name = `killed-${kill}`;
    copyFileSync(store, here.path(name));
    const child = started(name);
    // Half of the moments are any, half are those in which the store is being written.
    await Promise.race([kill % 2 === 0 ? wait(0.9 * whole * Math.random()) : writing(name), ended(child)]);
    if (child.kill('SIGKILL')) found.killed += 1;
    await ended(child);
    const left = await exported(name);
    expect([before, after]).toContain(left);
    found[left === after ? 'after' : 'before'] += 1;
    await ended(started(name));
    expect(await exported(name)).toBe(after);
    expect((await jieti(['ledger', here.path(name), 'verify'])).code).toBe(0);
  }
  if (process.env.JIETI_KILLS !== undefined) console.log(JSON.stringify({ ...found, whole }));
});

async function exported(name: string): Promise<string> {
  return (await jieti(['ledger', here.path(name), 'export'])).out;
}

/** Some moment after the store begins to be written, and before it is closed. */
async function writing(name: string): Promise<void> {
  while (!existsSync(`${here.path(name)}.wal`)) await wait(1);
  await wait(6 * Math.random());
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** A run in a process of its own. */
function started(store: string): ChildProcess {
  const run = ['run', here.path('city.policy'), '--applicants', here.path('companies.csv'), '--years', '2023..2024'];
  const args = [command, ...run, '--ledger', here.path(store), '--threads', '0'];
  return spawn(process.execPath, args, { cwd: projectRoot, stdio: 'ignore' });
}
