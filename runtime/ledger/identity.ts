import type { AwardEntry } from '../input.ts';

/** R5: what makes two entries the same award, whatever was paid. Never a digest: a mended typo must not erase history. */
export type Identified = Pick<AwardEntry, 'subject' | 'policy' | 'clause' | 'item' | 'part' | 'period'>;

export function identityOf({ subject, policy, clause, item, part, period }: Identified): string {
  return JSON.stringify([subject, policy, clause, item ?? null, part ?? null, period.from, period.to]);
}
