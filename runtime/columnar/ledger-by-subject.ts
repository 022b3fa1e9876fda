/** One ledger of many applicants → a small one for each, in which every query of theirs finds what it would find in the whole. */
import { standingAwards } from '../history.ts';
import type { CoverageEntry, Ledger, LedgerEntry } from '../input.ts';

export interface SubjectLedgers {
  /** Of a subject that the ledger does not name: what is said of everybody. */
  readonly others: Ledger;
  readonly named: ReadonlyMap<string, Ledger>;
}

/** A ledger never changes once read, so its parts are kept with it. */
const parts = new WeakMap<Ledger, SubjectLedgers>();

export function ledgerOfSubject(ledger: Ledger, subject: string): Ledger {
  const { others, named } = subjectLedgers(ledger);
  return named.get(subject) ?? others;
}

export function subjectLedgers(ledger: Ledger): SubjectLedgers {
  const known = parts.get(ledger) ?? split(ledger);
  parts.set(ledger, known);
  return known;
}

function split(ledger: Ledger): SubjectLedgers {
  const coverage = ledger.entries.filter((entry): entry is CoverageEntry => entry.kind === 'coverage');
  const ofAll = coverage.filter(({ subject }) => subject === '*');
  const entries = new Map<string, LedgerEntry[]>();
  const own = (subject: string): LedgerEntry[] => {
    const known = entries.get(subject) ?? [...ofAll];
    entries.set(subject, known);
    return known;
  };
  for (const entry of coverage) if (entry.subject !== '*') own(entry.subject).push(entry);
  // Reversals are settled over the whole ledger first: one may name an entry of another subject.
  for (const entry of standingAwards(ledger)) own(entry.subject).push(entry);
  return {
    others: { entries: ofAll },
    named: new Map([...entries].map(([subject, ofSubject]) => [subject, { entries: ofSubject }])),
  };
}
