import { sha256 } from '../../runtime/sha256.ts';

/** SHA-256 (hex) of a text as `sha256sum` gives it, whichever way the machine ends its lines. */
export function digestOf(text: string): string {
  return sha256(text.replaceAll('\r\n', '\n'));
}
