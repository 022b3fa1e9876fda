/** The README's sessions are real: each `console` block holds a command and what it prints. */
import { readFileSync } from 'node:fs';
import { jieti } from '../spec/testing/memory-host.ts';

/** The README with the output of every `$ npx jieti …` as it is now. */
export async function freshReadme(): Promise<string> {
  const text = readFileSync('README.md', 'utf8');
  const parts = text.split(/(^```console\n[\s\S]*?^```$)/mu);
  return (await Promise.all(parts.map((part) => (part.startsWith('```console\n') ? session(part) : part)))).join('');
}

async function session(block: string): Promise<string> {
  const line = block.split('\n')[1] ?? '';
  const args = line.replace(/^\$ npx jieti /u, '').split(' ');
  const { out, error } = await jieti(args);
  return `\`\`\`console\n${line}\n${(error + out).trimEnd()}\n\`\`\``;
}
