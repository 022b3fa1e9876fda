// What all modules of dist/ are built with.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

export const buildSettings = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  splitting: false,
  charset: 'utf8',
  define: { JIETI_BUNDLED: 'true', JIETI_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
};
