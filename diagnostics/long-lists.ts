/** Lists inside messages: of a long one the first alone. */
import type { Bilingual } from './diagnostic.ts';

const most = 12;

export function few(list: readonly string[], separator: string): string {
  const rest = list.length - most;
  const shown = list.slice(0, most).join(separator);
  return rest > 0 ? `${shown}${separator === '、' ? ` 等 ${list.length} 个` : ` and ${rest} more`}` : shown;
}

export const zhOf = (list: readonly Bilingual[]) =>
  few(
    list.map(({ zh }) => `“${zh}”`),
    '、',
  );
export const enOf = (list: readonly Bilingual[]) =>
  few(
    list.map(({ en }) => `“${en}”`),
    ', ',
  );
