import { expect, test } from 'vitest';
import type { AgreementSource } from './agreement-sources.ts';

/** How many random cases are compared in all; more, on all cores and with progress: `npm run agree -- --cases 1000000`. */
const cases = Number(process.env.JIETI_CASES ?? 100_000);

/** Of fewer cases some edge may be left out. */
const enough = 4_000;

export function expectAgreement({ name, share, compare }: AgreementSource): void {
  const count = Math.ceil((cases * share) / 100);
  test(`${count} random cases of ${name}`, { timeout: 3_600_000 }, async () => {
    const { differences, rows, general, edges } = await compare(1, count);
    expect(differences.slice(0, 3)).toEqual([]);
    // Both what columns hold and what lies beyond their guards is tried.
    expect(rows).toBeGreaterThan(count / 10);
    expect(general.get('guard')).toBeGreaterThan(count / 400);
    expect(general.get('missing')).toBeGreaterThan(count / 400);
    // Each numeric column was at both of its edges, one step within and one beyond.
    if (count >= enough) expect([...edges].filter(([, times]) => times === 0)).toEqual([]);
  });
}
