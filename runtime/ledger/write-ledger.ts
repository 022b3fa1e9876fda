/** Assessment → lines to append to the ledger. R5: append-only; a changed result is taken back and entered anew, and the same again is nothing. */
import type { Assessment } from '../assessment.ts';
import { cut } from '../door/json-tree.ts';
import { standingAwards } from '../history.ts';
import type { AwardEntry, Facts, Ledger } from '../input.ts';
import type { DayText, PolicyIr } from '../ir.ts';
import { type Award, awardsOf, type ClauseAwards } from './awards.ts';
import { ownAwards } from './own-awards.ts';
import { staleAwards } from './stale-awards.ts';

export interface RecordOptions {
  readonly ledger: Ledger;
  /** Stated by the caller: the runtime reads no clock. */
  readonly recordedOn: DayText;
  /** Record ceilings as provisional: they count as anything up to the amount. */
  readonly provisional?: boolean;
  /** Where given, items carry the day of their event. */
  readonly facts?: Facts;
  readonly policyDigest?: string;
  readonly factsDigest?: string;
  readonly assessmentDigest?: string;
}

export interface Recording {
  /** In the order to append. */
  readonly entries: readonly AwardEntry[];
  /** The same as JSON Lines, each ended by a line feed; empty if nothing has changed. */
  readonly text: string;
  readonly count: number;
  /** Entries that may have read what has changed now: to be assessed again. */
  readonly stale: readonly AwardEntry[];
}

export function entriesOf(ir: PolicyIr, assessment: Assessment, options: RecordOptions): Recording {
  const recording = new Map<string, AwardEntry>();
  const ids = new Set(options.ledger.entries.flatMap((entry) => (entry.kind === 'award' ? [entry.id] : [])));
  for (const clause of awardsOf(ir, assessment, {
    provisional: options.provisional === true,
    ...(options.facts === undefined ? {} : { facts: options.facts }),
  })) {
    for (const entry of changesOf(ir, assessment, clause, options, ids)) {
      recording.set(entry.id, entry);
    }
  }
  const entries = [...recording.values()];
  return {
    entries,
    text: entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
    count: entries.length,
    stale: staleAwards(ir, assessment, entries, options.ledger),
  };
}

function changesOf(
  ir: PolicyIr,
  assessment: Assessment,
  clause: ClauseAwards,
  options: RecordOptions,
  ids: Set<string>,
): readonly AwardEntry[] {
  const recorded = standingAwards(options.ledger).filter((entry) => isOfSame(entry, ir, assessment, clause.clause));
  const due = new Map(clause.awards.map((award) => [slotOf(award), award]));
  const changes: AwardEntry[] = [];
  // What was paid in instalments without a plan is kept by those who pay; an entry for the whole beside them would count it twice.
  const inParts = new Set(recorded.filter(isForeignPart).map(({ item }) => slotOf(item === undefined ? {} : { item })));
  const kept = new Set<string>(inParts);
  for (const entry of recorded) {
    if (isForeignPart(entry) || inParts.has(slotOf(entry))) continue;
    const award = due.get(slotOf(entry));
    const isKept =
      award === undefined ? clause.isOpen(entry) : isSame(entry, award, assessment) && !kept.has(slotOf(entry));
    if (isKept) kept.add(slotOf(entry));
    else changes.push(reversalOf(entry, options, ids));
  }
  for (const award of clause.awards)
    if (!kept.has(slotOf(award))) changes.push(entryOf(ir, assessment, award, options, ids));
  return changes;
}

/** What makes two awards of one clause and period the same. */
function slotOf({ item, part, partOf }: Partial<Pick<Award, 'item' | 'part' | 'partOf'>>): string {
  return JSON.stringify([item ?? null, part ?? null, partOf?.from ?? null, partOf?.to ?? null]);
}

function isForeignPart({ part, partOf }: AwardEntry): boolean {
  return part !== undefined && partOf === undefined;
}

function isOfSame(entry: AwardEntry, ir: PolicyIr, { subject, period }: Assessment, clause: string): boolean {
  const isOurs = entry.policy === ir.id && entry.subject === subject && ownAwards(ir, clause)(entry);
  return isOurs && entry.period.from === period.from && entry.period.to === period.to;
}

function isSame(entry: AwardEntry, award: Award, { keys = {} }: Assessment): boolean {
  const shared = Object.entries(keys);
  return (
    shared.every(
      ([fact, text]) => entry.keys !== undefined && Object.hasOwn(entry.keys, fact) && entry.keys[fact] === text,
    ) &&
    shared.length === Object.keys(entry.keys ?? {}).length &&
    entry.paid === award.paid &&
    entry.entitled === award.entitled &&
    entry.inParts === award.inParts &&
    entry.state === award.state
  );
}

function entryOf(
  ir: PolicyIr,
  assessment: Assessment,
  award: Award,
  options: RecordOptions,
  ids: Set<string>,
): AwardEntry {
  const { subject, period } = assessment;
  const { clause, item, part, partOf, eventDay, entitled, paid, inParts, state } = award;
  const about = item === undefined ? '' : `[${item}]`;
  const instalment = part === undefined || partOf === undefined ? '' : `/${partOf.label}#${part}`;
  return {
    kind: 'award',
    id: freshId(`${subject}/${clause}${about}${instalment}/${period.label}`, ids),
    subject,
    policy: ir.id,
    clause,
    ...namedMatter(ir, clause),
    ...(item === undefined ? {} : { item }),
    ...(assessment.keys === undefined ? {} : { keys: assessment.keys }),
    ...(part === undefined ? {} : { part }),
    ...(partOf === undefined ? {} : { partOf }),
    period,
    ...(eventDay === undefined ? {} : { eventDay }),
    recordedOn: options.recordedOn,
    entitled,
    paid,
    ...(inParts === undefined ? {} : { inParts }),
    state,
    readings: restedOn(assessment, clause),
    digests: {
      ...(options.policyDigest === undefined ? {} : { policy: options.policyDigest }),
      ...(options.factsDigest === undefined ? {} : { facts: options.factsDigest }),
      ...(options.assessmentDigest === undefined ? {} : { assessment: options.assessmentDigest }),
    },
  };
}

/** A matter that has no name of its own is the clause's id, which says nothing to other policies. */
function namedMatter(ir: PolicyIr, clause: string): Pick<AwardEntry, 'matter'> {
  const matter = ir.clauses.find(({ id }) => id === clause)?.matter;
  return matter === undefined || matter === clause ? {} : { matter };
}

/** R15: the choices this result rests on, so that later reading of it can tell another choice. */
function restedOn({ clauses, readings }: Assessment, clause: string): AwardEntry['readings'] {
  const names = clauses.find((one) => one.clause === clause)?.restsOn ?? [];
  return Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(readings, name) ? [[name, readings[name]!] as const] : [])),
  );
}

/** The counter-entry. Pays nothing itself; `ids`: those taken, to which its own is added. */
export function reversalOf(
  entry: AwardEntry,
  options: Pick<RecordOptions, 'recordedOn'>,
  ids: Set<string>,
): AwardEntry {
  return {
    ...entry,
    id: freshId(`${entry.id}/reversed`, ids),
    recordedOn: options.recordedOn,
    entitled: '0',
    paid: '0',
    ...(entry.inParts === undefined ? {} : { inParts: '0' }),
    reverses: entry.id,
  };
}

/** The ledger has no random numbers: an id says what it is of, with a number where that was recorded before. */
function freshId(wanted: string, ids: Set<string>): string {
  const short = cut(wanted, 900);
  let id = short;
  for (let number = 2; ids.has(id); number += 1) id = `${short}#${number}`;
  ids.add(id);
  return id;
}
