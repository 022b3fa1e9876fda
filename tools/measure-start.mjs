// How much longer `jieti check` of the Xiamen policy takes than a bare start of Node: the two by turns, so that what else the machine does
// falls on both alike. Run by `npm run measure`, or with a number of rounds: `npm run measure -- 60`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = Number(process.argv[2] ?? 40);
const folder = mkdtempSync(join(tmpdir(), 'jieti-measure-'));
const empty = join(folder, 'empty.mjs');
writeFileSync(empty, '');

const policy = join(root, 'policies', 'xiamen-ai-2023', 'xiamen-ai-2023.policy');
const bare = [];
const checks = [];
try {
  for (let round = 0; round < rounds; round += 1) {
    bare.push(timeOf([empty]));
    checks.push(timeOf([join(root, 'dist', 'jieti.cjs'), 'check', policy]));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const differences = checks.map((time, round) => time - bare[round]);
const load = loadavg()[0].toFixed(1);
console.log(`Node ${process.version}, ${cpus().length} processors, load ${load}, ${rounds} rounds; milliseconds`);
console.log('                    median  least');
line('bare Node', bare, Math.min(...bare));
line('jieti check', checks, Math.min(...checks));
line('beyond bare Node', differences, Math.min(...checks) - Math.min(...bare));

function timeOf(command) {
  const from = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, command, { stdio: 'ignore' });
  const took = Number(process.hrtime.bigint() - from) / 1e6;
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}`);
  return took;
}

function line(name, times, least) {
  const shown = [median(times), least].map((time) => time.toFixed(0).padStart(7));
  console.log(`${name.padEnd(19)}${shown.join('')}`);
}

function median(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
