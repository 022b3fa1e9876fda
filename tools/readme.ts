/** The README's sessions are real: each `console` block holds a command and what it prints. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jieti } from '../spec/testing/memory-host.ts';

/** What sessions of programmes write, in a folder that is gone afterwards. */
const written = ['city.ledger', 'results'];

/** The README with the output of every `$ npx jieti …` as it is now: one after the other, for a ledger is read by those behind. */
export async function freshReadme(): Promise<string> {
  const text = readFileSync('README.md', 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'jieti-readme-'));
  try {
    let fresh = '';
    for (const part of text.split(/(^```console\n[\s\S]*?^```$)/mu))
      fresh += part.startsWith('```console\n') ? await session(part, folder) : part;
    return fresh;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function session(block: string, folder: string): Promise<string> {
  const line = block.split('\n')[1] ?? '';
  const args = line
    .replace(/^\$ npx jieti /u, '')
    .split(' ')
    .map((word) => (written.includes(word) ? join(folder, word) : word));
  // Threads change nothing but the time.
  const threads = args[0] === 'run' || args[0] === 'simulate' ? ['--threads', '0'] : [];
  const { out, error } = await jieti([...args, ...threads]);
  const told = (error + out).replaceAll(join(folder, '/'), '').trimEnd();
  return `\`\`\`console\n${line}\n${told}\n\`\`\``;
}
