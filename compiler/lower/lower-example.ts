import type {
  ExampleDeclaration,
  ExpectedOutcome,
  ExpectLine,
  PolicyFile,
  Reference,
  Text,
} from '../../grammar/ast.ts';
import type { ExampleIr, Expectation, ExpectedOutcomeIr } from '../../runtime/example.ts';
import type { Decision, LedgerEntry, Period } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { applicantsOf } from '../applicants-of.ts';
import { keyOfItem, listUnder } from '../resolve/item-keys.ts';
import type { Names } from '../resolve/names.ts';
import { declarationsOf } from '../walk.ts';
import { literalValue } from './decimal-text.ts';
import { lowerExampleLedger } from './lower-example-ledger.ts';
import { lowerGivenFacts } from './lower-given.ts';
import { recordOf } from './record-of.ts';

/** The examples of a checked policy, with their facts keyed as the runtime keys them. Needs the policy's IR. */
export function lowerExamples(file: PolicyFile, names: Names, ir: PolicyIr): readonly ExampleIr[] {
  return declarationsOf(file, 'ExampleDeclaration').flatMap((example) => {
    const applicants = applicantsOf(example);
    if (applicants.length === 1 && applicants[0] === example) return [lowerExample(example, names, ir)];
    return together(example, applicants, names, ir);
  });
}

/** One example for each applicant. They share one ledger: what it says of one is there for all to see. */
function together(
  example: ExampleDeclaration,
  applicants: readonly ExampleDeclaration[],
  names: Names,
  ir: PolicyIr,
): readonly ExampleIr[] {
  const alone = applicants.map((applicant) => lowerExample(applicant, names, ir));
  const entries = alone.flatMap(({ input }) => input.ledger?.entries ?? []);
  const ledger = alone.every(({ input }) => input.ledger === undefined)
    ? {}
    : { ledger: { entries: numbered(onceEach(entries)) } };
  const inputs = alone.map(({ input }) => ({ ...input, ...ledger }));
  return alone.map((one, place) => ({
    ...one,
    title: `${example.title.value} · ${one.title}`,
    input: inputs[place]!,
    batch: { inputs, place },
  }));
}

/** What is said outside the applicants' blocks of somebody who has none is said once. */
function onceEach(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    if (entry.kind === 'coverage') return true;
    const { id: _own, keys: _keys, ...said } = entry;
    const text = JSON.stringify(said);
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

/** Ids are told apart again. */
function numbered(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return entries.map((entry, index) => (entry.kind === 'award' ? { ...entry, id: `example-${index + 1}` } : entry));
}

function lowerExample(example: ExampleDeclaration, names: Names, ir: PolicyIr): ExampleIr {
  const period = yearPeriod(example.year ?? firstWholeYear(ir));
  const facts = lowerGivenFacts(example, names, ir, period);
  const ledger = lowerExampleLedger(example, names, ir, facts);
  const chosen = example.lines.filter((line) => line.kind === 'ChooseReadingLine');
  return {
    title: example.title.value,
    span: example.span,
    input: {
      facts,
      period,
      ...(ledger === undefined ? {} : { ledger }),
      decisions: lowerDecisions(example, names, period),
      readings: recordOf(chosen.map(({ reading, choice }) => [idOf(names, reading), idOf(names, choice)] as const)),
    },
    expectations: example.lines
      .filter((line) => line.kind === 'ExpectLine')
      .map((line) => lowerExpectation(line, names)),
  };
}

/** R22: the first calendar year that lies wholly in force, else the first that is touched. */
export function firstWholeYear({ inForce }: Pick<PolicyIr, 'inForce'>): number {
  const first = Number(inForce.from.slice(0, 4));
  const whole = inForce.from.endsWith('-01-01') ? first : first + 1;
  return inForce.to === undefined || inForce.to >= `${yearText(whole)}-12-31` ? whole : first;
}

export function yearPeriod(year: number): Period {
  return { label: String(year), from: `${yearText(year)}-01-01`, to: `${yearText(year + 1)}-01-01`, year };
}

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

export function idOf(names: Names, reference: Reference): string {
  return names.used.get(reference)?.name.id ?? reference.text;
}

/** R14: a percentage is a decided rate, money a decided amount. */
function lowerDecisions(example: ExampleDeclaration, names: Names, period: Period): readonly Decision[] {
  return example.lines
    .filter((line) => line.kind === 'DecidedLine')
    .map((line) => ({
      clause: idOf(names, line.clause),
      ...itemOf(names, line.clause, line.item),
      year: period.year,
      ...(line.value.unit.kind === 'Percent'
        ? { rate: literalValue(line.value) }
        : { amount: literalValue(line.value) }),
    }));
}

function itemOf(names: Names, clause: Reference, item: Text | undefined): { readonly item?: string } {
  return item === undefined ? {} : { item: keyOfItem(listUnder(names, clause)?.declaration, item.value) };
}

function lowerExpectation(line: ExpectLine, names: Names): Expectation {
  const { target } = line;
  return {
    span: line.span,
    ...(target.kind === 'total' ? {} : { clause: idOf(names, target.clause) }),
    ...(target.kind === 'total' ? {} : itemOf(names, target.clause, target.item)),
    ...(target.kind === 'clause' && target.now ? { now: true as const } : {}),
    outcome: lowerOutcome(line.outcome, names),
  };
}

function lowerOutcome(outcome: ExpectedOutcome, names: Names): ExpectedOutcomeIr {
  switch (outcome.kind) {
    case 'exactly':
    case 'upTo':
      return { kind: outcome.kind, amount: literalValue(outcome.amount) };
    case 'undetermined':
      return {
        kind: 'undetermined',
        ...(outcome.low === undefined ? {} : { low: literalValue(outcome.low) }),
        ...(outcome.high === undefined ? {} : { high: literalValue(outcome.high) }),
        facts: outcome.facts.map((fact) => idOf(names, fact)),
      };
    case 'supersededBy':
      return { kind: 'supersededBy', clause: idOf(names, outcome.clause) };
    default:
      return { kind: outcome.kind };
  }
}
