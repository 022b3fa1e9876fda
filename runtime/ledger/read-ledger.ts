/** JSON Lines text → ledger. R5: history is exact or refused; a line that cannot be read would be an award forgotten. */
import { collector, type Diagnostic, hasErrors, make, type Report } from '../../diagnostics/diagnostic.ts';
import { MoreFindings } from '../../diagnostics/facts.ts';
import {
  AwardTwice,
  LedgerDaysBackwards,
  LedgerIdTwice,
  LedgerTooLong,
  NotALedgerEntry,
  PeriodOfAnotherYear,
  ReversedAlready,
  ReversesAnother,
  ReversesUnknown,
} from '../../diagnostics/ledger.ts';
import { cut, isObject, type JsonObject, shown } from '../door/json-tree.ts';
import { readJson } from '../door/read-json.ts';
import type { AwardEntry, CoverageEntry, Ledger, LedgerEntry, Period } from '../input.ts';
import { identityOf } from './identity.ts';
import {
  amountForm,
  dayForm,
  type LineReading,
  lineNames,
  objectForm,
  optional,
  partForm,
  required,
  stateForm,
  tellUnknown,
  textForm,
  textsForm,
  yearForm,
} from './ledger-fields.ts';

/** UTF-16 units of one ledger. */
const longestLedger = 20_000_000;

export interface LedgerResult {
  /** Absent if any line is wrong. */
  readonly ledger?: Ledger;
  readonly diagnostics: readonly Diagnostic[];
}

interface NumberedEntry {
  readonly line: number;
  readonly entry: LedgerEntry;
}

/** One entry a line, in the order of recording; blank lines are passed over. Every bad line is told. */
export function readLedger(text: string): LedgerResult {
  const { report, diagnostics, dropped } = collector();
  if (text.length > longestLedger) {
    report(LedgerTooLong, { path: '' }, { length: text.length, limit: longestLedger });
    return { diagnostics };
  }
  const entries: NumberedEntry[] = [];
  for (const { line, written } of linesOf(text.startsWith('\ufeff') ? text.slice(1) : text)) {
    const entry = readLine(written, line, report);
    if (entry !== undefined) entries.push({ line, entry });
  }
  checkTogether(entries, report);
  const all = dropped() === 0 ? diagnostics : [...diagnostics, make(MoreFindings, { path: '' }, { count: dropped() })];
  if (hasErrors(all)) return { diagnostics: all };
  return { ledger: { entries: entries.map(({ entry }) => entry) }, diagnostics: all };
}

/** Lines that hold something, one by one: a text of nothing but line ends must not become a list of millions. */
function* linesOf(text: string): Generator<{ readonly line: number; readonly written: string }> {
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    line += 1;
    if (to > from) {
      const written = text.slice(from, to).trim();
      if (written !== '') yield { line, written };
    }
    from = to + 1;
  }
}

function readLine(text: string, line: number, report: Report): LedgerEntry | undefined {
  const path = lineNames({ line }).zh;
  const onLine: Report = (kind, _place, parameters, notes) => report(kind, { path }, parameters, notes);
  const json = readJson(text, onLine, line);
  if (json === undefined) return undefined;
  const kind = isObject(json) ? json.get('kind') : undefined;
  if (!isObject(json) || (kind !== 'award' && kind !== 'coverage')) {
    report(
      NotALedgerEntry,
      { path },
      { line, written: cut(isObject(json) ? `"kind": ${kind === undefined ? '' : shown(kind)}` : shown(json), 60) },
    );
    return undefined;
  }
  const reading: LineReading = { line, report, isBad: false };
  const entry = kind === 'award' ? readAward(reading, json) : readCoverage(reading, json);
  return reading.isBad ? undefined : entry;
}

const awardNames = [
  ...[
    'kind',
    'id',
    'subject',
    'policy',
    'clause',
    'matter',
    'item',
    'keys',
    'part',
    'partOf',
    'period',
    'eventDay',
    'recordedOn',
  ],
  ...['entitled', 'paid', 'inParts', 'state', 'readings', 'digests', 'reverses'],
];
const periodNames = ['label', 'from', 'to', 'year'];
const coverageNames = ['kind', 'policy', 'subject', 'from', 'to', 'statedBy', 'statedOn'];

function readAward(reading: LineReading, json: JsonObject): AwardEntry | undefined {
  tellUnknown(reading, json, awardNames);
  const id = required(reading, json, 'id', textForm);
  const subject = required(reading, json, 'subject', textForm);
  const policy = required(reading, json, 'policy', textForm);
  const clause = required(reading, json, 'clause', textForm);
  const period = readPeriod(reading, required(reading, json, 'period', objectForm));
  const recordedOn = required(reading, json, 'recordedOn', dayForm);
  const entitled = required(reading, json, 'entitled', amountForm);
  const paid = required(reading, json, 'paid', amountForm);
  const state = required(reading, json, 'state', stateForm);
  const partOf = readPeriod(reading, optional(reading, json, 'partOf', objectForm));
  const rest = present({
    matter: optional(reading, json, 'matter', textForm),
    item: optional(reading, json, 'item', textForm),
    keys: optional(reading, json, 'keys', textsForm),
    part: (partOf === undefined ? optional : required)(reading, json, 'part', partForm),
    partOf,
    inParts: optional(reading, json, 'inParts', amountForm),
    eventDay: optional(reading, json, 'eventDay', dayForm),
    reverses: optional(reading, json, 'reverses', textForm),
  });
  const readings = optional(reading, json, 'readings', textsForm) ?? {};
  const digests = optional(reading, json, 'digests', textsForm) ?? {};
  if (id === undefined || subject === undefined || policy === undefined || clause === undefined || period === undefined)
    return undefined;
  if (recordedOn === undefined || entitled === undefined || paid === undefined || state === undefined) return undefined;
  return {
    kind: 'award',
    id,
    subject,
    policy,
    clause,
    period,
    recordedOn,
    entitled,
    paid,
    state,
    readings,
    digests,
    ...rest,
  };
}

function readPeriod(reading: LineReading, written: JsonObject | undefined): Period | undefined {
  if (written === undefined) return undefined;
  tellUnknown(reading, written, periodNames);
  const label = required(reading, written, 'label', textForm);
  const from = required(reading, written, 'from', dayForm);
  const to = required(reading, written, 'to', dayForm);
  const year = required(reading, written, 'year', yearForm);
  if (label === undefined || from === undefined || to === undefined || year === undefined) return undefined;
  const place = { path: lineNames(reading).zh };
  const { line } = reading;
  if (from >= to) reading.report(LedgerDaysBackwards, place, { line, name: 'period', from, to });
  else if (Number(from.slice(0, 4)) !== year) reading.report(PeriodOfAnotherYear, place, { line, year, from, to });
  else return { label, from, to, year };
  reading.isBad = true;
  return undefined;
}

function readCoverage(reading: LineReading, json: JsonObject): CoverageEntry | undefined {
  tellUnknown(reading, json, coverageNames);
  const policy = required(reading, json, 'policy', textForm);
  const subject = required(reading, json, 'subject', textForm);
  const from = required(reading, json, 'from', dayForm);
  const to = required(reading, json, 'to', dayForm);
  const rest = present({
    statedBy: optional(reading, json, 'statedBy', textForm),
    statedOn: optional(reading, json, 'statedOn', dayForm),
  });
  if (policy === undefined || subject === undefined || from === undefined || to === undefined) return undefined;
  if (from <= to) return { kind: 'coverage', policy, subject, from, to, ...rest };
  reading.report(
    LedgerDaysBackwards,
    { path: lineNames(reading).zh },
    { line: reading.line, name: 'coverage', from, to },
  );
  reading.isBad = true;
  return undefined;
}

/** Without the properties that are undefined. */
function present<T extends object>(properties: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

interface Standing {
  readonly line: number;
  readonly entry: AwardEntry;
}

/** What one line alone cannot show: ids, reversals, awards entered twice. */
function checkTogether(entries: readonly NumberedEntry[], report: Report): void {
  const byId = new Map<string, Standing>();
  const reversedBy = new Map<string, Standing>();
  const standing = new Map<string, Standing>();
  for (const { line, entry } of entries) {
    if (entry.kind !== 'award') continue;
    const place = { path: lineNames({ line }).zh };
    const same = byId.get(entry.id);
    if (same !== undefined) {
      report(LedgerIdTwice, place, { line, id: cut(entry.id, 60), first: same.line });
      continue;
    }
    byId.set(entry.id, { line, entry });
    const identity = identityOf(entry);
    if (entry.reverses !== undefined) {
      reverse({ line, entry }, { byId, reversedBy, standing }, report);
      continue;
    }
    const twin = standing.get(identity);
    if (twin !== undefined) report(AwardTwice, place, { line, first: twin.line });
    else standing.set(identity, { line, entry });
  }
}

interface Known {
  readonly byId: ReadonlyMap<string, Standing>;
  readonly reversedBy: Map<string, Standing>;
  readonly standing: Map<string, Standing>;
}

function reverse({ line, entry }: Standing, { byId, reversedBy, standing }: Known, report: Report): void {
  const id = entry.reverses ?? '';
  const target = byId.get(id);
  const before = reversedBy.get(id);
  const place = { path: lineNames({ line }).zh };
  const shownId = cut(id, 60);
  if (target === undefined || target.entry === entry) report(ReversesUnknown, place, { line, id: shownId });
  else if (before !== undefined && !reversedBy.has(before.entry.id))
    report(ReversedAlready, place, { line, id: shownId, first: before.line });
  else if (identityOf(target.entry) !== identityOf(entry))
    report(ReversesAnother, place, { line, id: shownId, first: target.line });
  else {
    reversedBy.set(id, { line, entry });
    if (standing.get(identityOf(entry))?.entry.id === id) standing.delete(identityOf(entry));
    const restored = target.entry.reverses === undefined ? undefined : byId.get(target.entry.reverses);
    if (restored !== undefined) standing.set(identityOf(entry), restored);
  }
}
