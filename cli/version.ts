import { readFileSync } from 'node:fs';

/** The version of Jieti: a constant in the bundle, read from package.json when run from source. */
export const version: string = typeof JIETI_VERSION === 'string' ? JIETI_VERSION : versionInManifest();

function versionInManifest(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return (manifest as { version: string }).version;
}
