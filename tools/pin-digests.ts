import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '../compiler/sharing/text-digest.ts';
import type { Generator } from './gen.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pinned = /((?:adapts|改编|改編) "([^"]+)" (?:digest|摘要) ")([0-9a-f]{64})"/u;
/** A case of a wrong digest, which is to stay wrong. */
const wrong = '0'.repeat(64);

/** The policies of the repository that adapt another, with the digest of their base as it is now: no base stands alone while it is worked on. */
export function pinnedPolicies(): readonly Generator[] {
  return ['spec', 'policies']
    .flatMap(policiesIn)
    .filter((file) => pinned.test(read(file)))
    .map((file) => ({ file, content: () => repinned(file) }));
}

function policiesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.policy'))
    .sort();
}

function repinned(file: string): string {
  return read(file).replace(pinned, (whole, before: string, path: string, digest: string) => {
    const base = join(dirname(file), path);
    return digest === wrong || !existsSync(join(root, base)) ? whole : `${before}${digestOf(read(base))}"`;
  });
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
