import type { Anchor, Choose, ChooseRow, Expression, Ladder, ReadingExpression, Reference, RowTest } from '../ast.ts';
import { suffixBoundIds } from '../bound-words.ts';
import type { WordId } from '../vocabulary.ts';
import { boundWord } from './conditions.ts';
import { binding, expressionDoc, operand, prefixOperand } from './expressions.ts';
import { type Doc, renderFlat } from './layout.ts';
import { declaredAs, placesLike, space } from './name-forms.ts';
import {
  afterComma,
  anchorsOf,
  type BuiltRow,
  block,
  choicePlaces,
  colon,
  fieldPlaces,
  type Printer,
  referred,
  referredAll,
  spaced,
  valuePlaces,
  word,
} from './printer.ts';

const modes = {
  highest: 'theHighest',
  first: 'theFirst',
  eachRow: 'eachRow',
  slab: 'slab',
  bands: 'inBands',
} as const;

/** `by X, the highest { … }` · 按 X，就高 { … }; `by case, the first { … }` · 按情形，先成立者 { … }. */
export function printChoose(printer: Printer, choose: Choose): Doc {
  const mode = choose.mode === undefined ? '' : afterComma(printer, word(printer, modes[choose.mode]));
  const by =
    choose.key === undefined
      ? word(printer, 'byCase')
      : spaced(word(printer, 'by'), operand(printer, choose.key, binding.chain));
  const head = [by, mode, ' '];
  const otherwise = choose.otherwise === undefined ? [] : [choose.otherwise];
  const region = { start: choose.key?.span.end ?? choose.span.start, end: choose.span.end };
  const build = (row: ChooseRow | NonNullable<Choose['otherwise']>): BuiltRow =>
    'test' in row ? chooseRow(printer, choose.key, row) : otherwiseRow(printer, row);
  return [head, block(printer, region, [...choose.rows, ...otherwise], build, { mayBeginWithFigure: true })];
}

export function chooseRow(printer: Printer, key: Expression | undefined, row: ChooseRow): BuiltRow {
  const value = rowValue(printer, row.value);
  const own = typeof value === 'string' ? `${colon(printer)} ${value}` : [colon(printer), ' ', value];
  const tail = row.readings.map((one) => readingTail(printer, one));
  return {
    lead: renderFlat(rowTest(printer, key, row.test)),
    content: tail.length === 0 ? own : [own, ...tail],
    anchors: anchorsOf(row.anchors),
  };
}

function otherwiseRow(printer: Printer, { value }: NonNullable<Choose['otherwise']>): BuiltRow {
  const content = value === undefined ? nothing(printer) : rowValue(printer, value);
  return { lead: word(printer, 'otherwise'), content: [colon(printer), ' ', content] };
}

/** A row holds an amount, with its own cap or without. */
function rowValue(printer: Printer, value: Expression): Doc {
  return operand(printer, value, value.kind === 'CappedRow' ? binding.open : binding.sum);
}

export function nothing(printer: Printer): string {
  return word(printer, printer.english ? 'nothing' : 'none');
}

/** `, reading R` · ，口径 R. */
export function readingTail(printer: Printer, reading: Reference): Doc {
  return afterComma(printer, spaced(word(printer, 'reading'), referred(printer, reading, [space.readings])));
}

function rowTest(printer: Printer, key: Expression | undefined, test: RowTest): Doc {
  if (test.kind === 'ConditionRow') return expressionDoc(printer, test.condition);
  if (test.kind === 'TruthRow') return word(printer, test.truth ? 'yes' : 'no');
  if (test.kind === 'OptionsRow') return referredAll(printer, test.options, optionPlaces(printer, key));
  const bounds = test.bounds.map(({ word: bound, edge }) => {
    const figure = operand(printer, edge, binding.sum);
    const name = bound === 'from' || bound === 'to' ? word(printer, bound) : boundWord(printer, bound);
    return suffixBoundIds.has(bound) ? spaced(figure, name) : spaced(name, figure);
  });
  const [only] = bounds;
  if (bounds.length === 1 && only !== undefined) return only;
  const joints = test.bounds.map(({ word: bound }) => (bound === 'to' ? ' ' : ` ${word(printer, 'and')} `));
  return bounds.flatMap((bound, index) => (index === 0 ? [bound] : [joints[index]!, bound]));
}

/** The places of the options that a choice by this key can name. */
export function optionPlaces(printer: Printer, key: Expression | undefined): readonly string[] {
  if (key?.kind === 'ReferenceExpression') return optionPlacesOf(printer, key.reference, valuePlaces(printer));
  if (key?.kind === 'FieldExpression') return optionPlacesOf(printer, key.field, fieldPlaces(printer, key.owner));
  return placesLike(printer.names, allOptions);
}

const allOptions = 'options of ';
const fieldsOf = space.fieldsOf('');

/** The same, of the fact or field of this name, declared in one of these places. */
export function optionPlacesOf(printer: Printer, field: Reference, places: readonly string[]): readonly string[] {
  const found = places.flatMap((place) => {
    const list = place.startsWith(fieldsOf) ? place.slice(fieldsOf.length) : undefined;
    return declaredAs(printer.names, field.text, [place]).map(({ id }) => space.optionsOf(id, list));
  });
  const known = found.filter((place) => printer.names.spaces.has(place));
  return known.length === 0 ? placesLike(printer.names, allOptions) : known;
}

/** `first time X since F, highest G before 2021, over, topping up { … }`. */
export function printLadder(printer: Printer, ladder: Ladder): Doc {
  const of = printer.english ? prefixOperand(printer, ladder.of) : operand(printer, ladder.of, binding.chain);
  const range = ladderRange(printer, ladder.range);
  const settlement = afterComma(printer, word(printer, ladder.settlement));
  const bound = boundWord(printer, ladder.word);
  const first = word(printer, 'firstTime');
  const peak = ladder.peak === undefined ? undefined : afterComma(printer, peakWords(printer, ladder.peak));
  const head = printer.english
    ? [spaced(first, of, range), peak === undefined ? ' ' : [peak, ', '], bound, settlement]
    : [spaced(of, range), peak === undefined ? ' ' : [peak, '，'], spaced(first, bound), settlement];
  const region = { start: ladderHeadEnd(ladder), end: ladder.span.end };
  const build = (row: Ladder['rows'][number]): BuiltRow => ladderRow(printer, row);
  return [head, ' ', block(printer, region, ladder.rows, build)];
}

export function ladderRow(
  printer: Printer,
  row: { threshold: Expression; amount: Expression; anchors: readonly Anchor[] },
): BuiltRow {
  return {
    lead: renderFlat(operand(printer, row.threshold, binding.sum)),
    content: [colon(printer), ' ', operand(printer, row.amount, binding.sum)],
    anchors: anchorsOf(row.anchors),
  };
}

function ladderHeadEnd({ of, range, peak }: Ladder): number {
  return Math.max(of.span.end, range.kind === 'sinceFact' ? range.fact.span.end : 0, peak?.fact.span.end ?? 0);
}

function ladderRange(printer: Printer, range: Ladder['range']): Doc {
  switch (range.kind) {
    case 'sinceFact':
      return spaced(word(printer, 'since'), referred(printer, range.fact, valuePlaces(printer)));
    case 'sinceYear':
      return spaced(word(printer, 'since'), yearWords(printer, range.year));
    case 'given':
      return word(printer, 'inTheYearsGiven');
    case 'unrewarded':
      return word(printer, 'ifNotYetRewarded');
  }
}

/** A calendar year: `2024`, 2024年. */
export function yearWords(printer: Printer, year: number): string {
  return printer.english ? `${year}` : `${year}${word(printer, 'years')}`;
}

function peakWords(printer: Printer, { fact, before }: NonNullable<Ladder['peak']>): Doc {
  const name = referred(printer, fact, valuePlaces(printer));
  if (printer.english) return spaced(word(printer, 'highest'), name, word(printer, 'before'), `${before}`);
  return spaced(yearWords(printer, before), word(printer, 'highestBefore'), name);
}

/** `by reading R { choice, choice : E … }`. */
export function printReadingExpression(printer: Printer, { reading, rows, span }: ReadingExpression): Doc {
  const build = ({ choices, value }: ReadingExpression['rows'][number]): BuiltRow => ({
    lead: choiceNames(printer, reading, choices),
    content: [colon(printer), ' ', expressionDoc(printer, value)],
  });
  const body = block(printer, { start: reading.span.end, end: span.end }, rows, build);
  return spaced(readingHead(printer, reading), body);
}

export function readingHead(printer: Printer, reading: Reference): Doc {
  return spaced(word(printer, 'byReading' satisfies WordId), referred(printer, reading, [space.readings]));
}

export function choiceNames(printer: Printer, reading: Reference, choices: readonly Reference[]): string {
  return renderFlat(referredAll(printer, choices, choicePlaces(printer, reading)));
}
