import type { Span } from '../../diagnostics/span.ts';
import type { ExampleDeclaration, ExampleLine, ExpectLine, GivenFact, GivenItem, Reference, Text } from '../ast.ts';
import { optionPlacesOf, yearWords } from './choices.ts';
import { expressionDoc, shiftWords } from './expressions.ts';
import { type Doc, join, renderFlat, width } from './layout.ts';
import { space } from './name-forms.ts';
import { chineseNumeral, printNumber } from './numerals.ts';
import { fromDay } from './parameters.ts';
import {
  type BuiltRow,
  block,
  choicePlaces,
  listed,
  type Printer,
  quotedText,
  referred,
  referredAll,
  spaced,
  valuePlaces,
  withinList,
  word,
} from './printer.ts';

/** `example "title" in 2024 { … }` · 示例 "title" 2024年 { … }. */
export function printExample(printer: Printer, { title, year, lines, span }: ExampleDeclaration): Doc {
  const own = { ...printer, list: subjectOnly };
  const body = exampleBody(own, title, { lines, span });
  const when = year === undefined ? undefined : inYear(printer, year);
  return spaced(word(printer, 'example'), quotedText(title), when, body);
}

function exampleBody(own: Printer, title: Text, { lines, span }: Pick<ExampleDeclaration, 'lines' | 'span'>): Doc {
  const grouped = togetherGiven(own, lines);
  const build = ({ facts, line }: PlacedLine): BuiltRow =>
    line === undefined ? { content: givenFacts(own, facts) } : exampleLine(own, line);
  return block(own, { start: title.span.end, end: span.end }, grouped, build);
}

/** A line of an example, or facts that share a line. */
interface PlacedLine {
  readonly span: Span;
  readonly facts: readonly GivenFact[];
  readonly line?: Exclude<ExampleLine, GivenFact>;
}

const widestGiven = 84;

/** Facts one after another share lines, as many as fit, unless a comment stands between them. */
function togetherGiven(printer: Printer, lines: readonly ExampleLine[]): readonly PlacedLine[] {
  const placed: PlacedLine[] = [];
  for (const line of lines) {
    const last = placed.at(-1);
    if (line.kind !== 'GivenFact') placed.push({ span: line.span, facts: [], line });
    else if (last !== undefined && mayJoin(printer, last, line))
      placed[placed.length - 1] = {
        span: { start: last.span.start, end: line.span.end },
        facts: [...last.facts, line],
      };
    else placed.push({ span: line.span, facts: [line] });
  }
  return placed;
}

function mayJoin(printer: Printer, { span, facts }: PlacedLine, next: GivenFact): boolean {
  if (facts.length === 0 || printer.comments.divides(span.end, next.span.start)) return false;
  return width(renderFlat(givenFacts(printer, [...facts, next]))) <= widestGiven;
}

function givenFacts(printer: Printer, facts: readonly GivenFact[]): Doc {
  const entries = facts.map((fact) => givenFact(printer, fact));
  return spaced(word(printer, 'given'), join(entries, printer.english ? ', ' : '，'));
}

/** No list has this id: outside an item only the applicant's facts stand in an example. */
const subjectOnly = '';

/** `in 2023` · 2023年. */
function inYear(printer: Printer, year: number): Doc {
  return spaced(printer.english ? word(printer, 'in') : undefined, yearWords(printer, year));
}

export function exampleLine(printer: Printer, line: ExampleLine): BuiltRow {
  return { content: exampleWords(printer, line) };
}

function exampleWords(printer: Printer, line: ExampleLine): Doc {
  switch (line.kind) {
    case 'GivenFact':
      return givenFacts(printer, [line]);
    case 'GivenItem':
      return givenItem(printer, line);
    case 'GivenEmptyList': {
      const none = word(printer, printer.english ? 'no' : 'none');
      return spaced(word(printer, 'given'), none, referred(printer, line.list, [space.owners]));
    }
    case 'DecidedLine':
      return spaced(word(printer, 'decided'), clauseAndItem(printer, line), '=', printNumber(printer, line.value));
    case 'LedgerEmptyLine':
      return spaced(word(printer, 'ledger'), word(printer, 'empty'));
    case 'LedgerPaidLine':
      return spaced(ledgerLine(printer, line, ofApplicant(printer, line), line.state), ledgerPart(printer, line));
    case 'LedgerOtherLine':
      return ledgerLine(printer, line, spaced(word(printer, 'other'), quotedText(line.policy)), line.state);
    case 'ChooseReadingLine': {
      const choice = referred(printer, line.choice, choicePlaces(printer, line.reading));
      return spaced(word(printer, 'reading'), referred(printer, line.reading, [space.readings]), '=', choice);
    }
    case 'ApplicantBlock':
      return spaced(word(printer, 'applicant'), quotedText(line.subject), exampleBody(printer, line.subject, line));
    case 'ExpectLine':
      return spaced(word(printer, 'expect'), expectTarget(printer, line.target), '=', outcome(printer, line.outcome));
  }
}

function givenFact(printer: Printer, fact: GivenFact): Doc {
  const places = valuePlaces(printer);
  const name = referred(printer, fact.field, places);
  const shift = fact.shift === undefined ? undefined : shiftWords(printer, fact.shift);
  const year = fact.year === undefined ? undefined : inYear(printer, fact.year);
  const from = fact.from === undefined ? undefined : fromDay(printer, fact.from);
  const field = printer.english ? spaced(shift, name, year, from) : spaced(from, year, shift, name);
  return spaced(field, '=', givenValue(printer, fact));
}

function givenValue(printer: Printer, { field, value }: GivenFact): Doc {
  switch (value.kind) {
    case 'GivenBoolean':
      return word(printer, value.value ? 'yes' : 'no');
    case 'GivenNone':
      return word(printer, 'none');
    case 'GivenOptions':
      return referredAll(printer, value.options, optionPlacesOf(printer, field, valuePlaces(printer)));
    case 'GivenText':
      return quotedText(value);
    case 'ReferenceExpression':
      return referred(printer, value.reference, optionPlacesOf(printer, field, valuePlaces(printer)));
    default:
      return expressionDoc(printer, value);
  }
}

function givenItem(printer: Printer, { list, key, fields, span }: GivenItem): Doc {
  const inner = withinList(printer, list);
  const build = (fact: GivenFact): BuiltRow => ({ content: givenFact(inner, fact) });
  const body = block(inner, { start: key.span.end, end: span.end }, fields, build, {
    fitting: true,
  });
  return spaced(word(printer, 'given'), referred(printer, list, [space.owners]), quotedText(key), body);
}

interface OfClause {
  readonly clause: Reference;
  readonly item?: Text;
}

/** `art4 for "P1"`. */
function clauseAndItem(printer: Printer, { clause, item }: OfClause): Doc {
  const forItem = item === undefined ? undefined : spaced(word(printer, 'for'), quotedText(item));
  return spaced(referred(printer, clause, [space.values]), forItem);
}

type LedgerEntry = Extract<ExampleLine, { kind: 'LedgerPaidLine' | 'LedgerOtherLine' }>;

function ledgerLine(printer: Printer, entry: LedgerEntry, other: Doc | undefined, state: 'paid' | 'granted'): Doc {
  const year = inYear(printer, entry.year);
  const end = spaced(word(printer, state), printNumber(printer, entry.amount));
  const about = clauseAndItem(printer, entry);
  if (!printer.english) return spaced(word(printer, 'ledger'), other, year, about, end);
  const on = other === undefined ? undefined : word(printer, 'on');
  return spaced(word(printer, 'ledger'), other, on, about, year, end);
}

function ofApplicant(printer: Printer, { subject }: Extract<LedgerEntry, { kind: 'LedgerPaidLine' }>): Doc | undefined {
  return subject === undefined ? undefined : spaced(word(printer, 'applicant'), quotedText(subject));
}

/** `as part 2 of 2023` · 为 2023年 第二期. */
function ledgerPart(printer: Printer, { part }: Extract<LedgerEntry, { kind: 'LedgerPaidLine' }>): Doc | undefined {
  if (part === undefined) return undefined;
  const year = yearWords(printer, part.of);
  if (printer.english) return spaced(word(printer, 'asPart'), `${part.number}`, word(printer, 'of'), year);
  return spaced(word(printer, 'is'), year, `第${chineseNumeral(part.number)}${word(printer, 'partUnit')}`);
}

function expectTarget(printer: Printer, target: ExpectLine['target']): Doc {
  if (target.kind === 'total') return word(printer, 'total');
  return spaced(clauseAndItem(printer, target), target.now ? word(printer, 'paidNow') : undefined);
}

function outcome(printer: Printer, expected: ExpectLine['outcome']): Doc {
  switch (expected.kind) {
    case 'exactly':
      return printNumber(printer, expected.amount);
    case 'upTo':
      return spaced(word(printer, 'upTo'), printNumber(printer, expected.amount));
    case 'notMet':
    case 'outOfForce':
    case 'supersededElsewhere':
    case 'noAmount':
      return word(printer, expected.kind);
    case 'undetermined':
      return undetermined(printer, expected);
    case 'supersededBy': {
      const clause = referred(printer, expected.clause, [space.values]);
      if (printer.english) return spaced(word(printer, 'supersededBy'), clause);
      return spaced(word(printer, 'by_'), clause, word(printer, 'replaced'));
    }
  }
}

/** `undetermined between A and B for rd, revenue` · 待定 在 A 至 B 缺 rd、revenue. */
function undetermined(printer: Printer, expected: Extract<ExpectLine['outcome'], { kind: 'undetermined' }>): Doc {
  const { low, high, facts } = expected;
  const { english } = printer;
  const range =
    low === undefined || high === undefined
      ? undefined
      : spaced(
          word(printer, english ? 'between' : 'from'),
          printNumber(printer, low),
          word(printer, english ? 'and' : 'to'),
          printNumber(printer, high),
        );
  const names = facts.map((fact) => referred(printer, fact, [...valuePlaces(printer), ...allFields(printer)]));
  const lacking =
    names.length === 0 ? undefined : spaced(word(printer, english ? 'for' : 'lacking'), listed(printer, names));
  return spaced(word(printer, 'undetermined'), range, lacking);
}

function allFields({ names }: Printer): readonly string[] {
  return [...names.spaces.keys()].filter((place) => place.startsWith(space.fieldsOf('')));
}
