import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { projectRoot } from '../testing/golden.ts';
import { jieti } from '../testing/memory-host.ts';
import { place, smallPolicy } from './programme-case.ts';

/** How many moments a run is killed at; the full count on demand: JIETI_KILLS=20. */
const kills = Number(process.env.JIETI_KILLS ?? 2);
const here = place();
const rows = Array.from({ length: 150 }, (_, index) => `C${index},${index * 100},${index * 150},${index},yes`);
here.put({
  'city.policy': smallPolicy,
  'companies.csv': `subject,spent@2023,spent@2024,asked,ready\n${rows.join('\n')}\n`,
});

test(`a run that is killed leaves the store as before or as after, and a rerun makes it whole (${kills} moments)`, {
  timeout: 1_200_000,
}, async () => {
  const store = here.path('before');
  await jieti(['ledger', store, 'cover', '--from', '2023-01-01', '--to', '2024-12-31']);
  const before = await exported('before');
  copyFileSync(store, here.path('undisturbed'));
  const began = Date.now();
  await once(started('undisturbed'), 'exit');
  const whole = Date.now() - began;
  const after = await exported('undisturbed');
  expect(after.split('\n').length).toBeGreaterThan(400);
  for (let kill = 1; kill <= kills; kill += 1) {
    const name = `killed-${kill}`;
    copyFileSync(store, here.path(name));
    const child = started(name);
    // The last part of a run is where the store is written.
    await Promise.race([wait(whole * (0.4 + 0.6 * Math.random())), once(child, 'exit')]);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect([before, after]).toContain(await exported(name));
    await once(started(name), 'exit');
    expect(await exported(name)).toBe(after);
    expect((await jieti(['ledger', here.path(name), 'verify'])).code).toBe(0);
  }
});

async function exported(name: string): Promise<string> {
  return (await jieti(['ledger', here.path(name), 'export'])).out;
}

/** A run in a process of its own. */
function started(store: string) {
  const run = ['run', here.path('city.policy'), '--applicants', here.path('companies.csv'), '--years', '2023..2024'];
  const args = [
    '--import',
    'tsx',
    join(projectRoot, 'cli/main.ts'),
    ...run,
    '--ledger',
    here.path(store),
    '--threads',
    '0',
  ];
  return spawn(process.execPath, args, { cwd: projectRoot, stdio: 'ignore' });
}
