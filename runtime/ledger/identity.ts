import type { AwardEntry } from '../input.ts';

/** R5: what makes two entries the same award, whatever was paid. Never a digest: a mended typo must not erase history. */
export type Identified = Pick<AwardEntry, 'subject' | 'policy' | 'clause' | 'item' | 'part' | 'partOf' | 'period'>;

export function identityOf({ subject, policy, clause, item, part, partOf, period }: Identified): string {
  const of = partOf === undefined ? null : [partOf.from, partOf.to];
  return JSON.stringify([subject, policy, clause, item ?? null, part ?? null, of, period.from, period.to]);
}
