/** The texts that a policy takes from, read through the host. */
import { dirname, join, normalize } from 'node:path';
import type { LoadText } from '../compiler/sharing/load-text.ts';
import type { Host } from './host.ts';

/**
 * Paths begin at the folder of the file that names them. Only relative paths to `.policy` files are followed: a policy that someone sends
 * must not make a check show the lines of other files.
 */
export function policyTexts(host: Pick<Host, 'readFile'>, main: string): LoadText {
  return (path, from) => {
    if (!isAllowed(path)) return { problem: 'notAllowed' };
    const reached = normalize(join(dirname(from), path));
    // The file that was asked for keeps the name it was asked by.
    const file = reached === normalize(main) ? main : reached;
    try {
      return { file, text: host.readFile(file) };
    } catch (error) {
      const code = (error as { code?: unknown } | undefined)?.code;
      if (code === 'ENOENT') return { problem: 'missing' };
      return { problem: 'unreadable', reason: typeof code === 'string' ? code : 'unknown' };
    }
  };
}

function isAllowed(path: string): boolean {
  const isPlain = !/[\\:\0]|^\/|^~/u.test(path);
  return isPlain && path.endsWith('.policy') && path.length <= 500;
}
