import type { Span } from '../../diagnostics/span.ts';
import type { ReadingDeclaration, Reference, ReplaceableWord } from '../../grammar/ast.ts';
import type { BoundIr, BoundOperator, ChoiceId, Expr, ExprTypeIr, ReadingIr, Statement } from '../../runtime/ir.ts';
import { symbolOf } from '../resolve/names.ts';
import type { ChoiceSymbol, ReadingSymbol } from '../resolve/symbol.ts';
import { type Draft, type DraftOrigin, enter, type Place, refused, settle, take } from './draft.ts';
import { lowerNames } from './lower-names.ts';
import { recordOf } from './record-of.ts';

/** R15: the readings as the IR declares them. */
export function lowerReadings(draft: Draft): readonly ReadingIr[] {
  return draft.readings.map(({ declaration }) => ({
    id: declaration.name.id,
    names: lowerNames(declaration.name),
    question: declaration.question.value,
    default: defaultChoice(declaration).name.id,
    choices: declaration.choices.map((choice) => ({
      id: choice.name.id,
      names: lowerNames(choice.name),
      ...(choice.reason === undefined ? {} : { reason: choice.reason.value }),
    })),
  }));
}

export function defaultChoice(reading: ReadingDeclaration): ReadingDeclaration['choices'][number] {
  return reading.choices.find((choice) => choice.isDefault) ?? reading.choices[0]!;
}

/** What a word means under each choice of the readings that replace it. */
export type Plan<T> =
  | { readonly kind: 'one'; readonly value: T }
  | { readonly kind: 'switch'; readonly reading: ReadingSymbol; readonly cases: readonly PlanCase<T>[] };
export interface PlanCase<T> {
  readonly choice: ChoiceSymbol;
  readonly plan: Plan<T>;
}

/**
 * A reading replaces the word as written: a choice that replaces it has the last word, one that does not leaves it to the
 * readings declared later. Applied one upon another, `at least means over` with `over means at least` would undo itself.
 */
export function planWord(draft: Draft, word: ReplaceableWord, place: Place): Plan<ReplaceableWord> {
  const able = draft.readings.filter(
    (reading) => (reading.declaration.everywhere || place.readings.includes(reading)) && replaces(reading, word),
  );
  return planWith(draft, able, word, place);
}

function replaces({ declaration }: ReadingSymbol, word: ReplaceableWord): boolean {
  return declaration.choices.some(({ replacements }) =>
    replacements.some(({ from, to }) => from === word && to !== word),
  );
}

function planWith(
  draft: Draft,
  able: readonly ReadingSymbol[],
  word: ReplaceableWord,
  place: Place,
): Plan<ReplaceableWord> {
  const [reading, ...later] = able;
  if (reading === undefined) return { kind: 'one', value: word };
  const under = (choice: ChoiceSymbol): Plan<ReplaceableWord> => {
    const replacement = choice.declaration.replacements.find(({ from }) => from === word);
    if (replacement !== undefined) return { kind: 'one', value: replacement.to };
    return planWith(draft, later, word, place);
  };
  const settled = place.settled.get(reading);
  if (settled !== undefined) return under(settled);
  return {
    kind: 'switch',
    reading,
    cases: choicesOf(draft, reading).map((choice) => ({ choice, plan: under(choice) })),
  };
}

export function mapPlan<T, U>(plan: Plan<T>, change: (value: T) => U): Plan<U> {
  if (plan.kind === 'one') return { kind: 'one', value: change(plan.value) };
  return { ...plan, cases: plan.cases.map(({ choice, plan: inner }) => ({ choice, plan: mapPlan(inner, change) })) };
}

/** The choices of a reading in the order of their declarations. */
export function choicesOf(draft: Draft, reading: ReadingSymbol): readonly ChoiceSymbol[] {
  return reading.declaration.choices
    .map((choice) => draft.names.declared.get(choice.name))
    .filter((symbol): symbol is ChoiceSymbol => symbol?.kind === 'choice');
}

/** An expression per reading of a word: one switch per reading met, operands lowered afresh for every case. */
export function switchByPlan<T>(
  draft: Draft,
  plan: Plan<T>,
  node: { readonly span: Span; readonly type: ExprTypeIr },
  place: Place,
  build: (value: T, place: Place) => Expr,
): Expr {
  if (plan.kind === 'one') return build(plan.value, place);
  if (!enter(draft, node.span)) return refused;
  const made: Expr = {
    kind: 'switch',
    id: take(draft, { span: node.span }),
    type: node.type,
    reading: plan.reading.name.id,
    cases: plan.cases.map(({ choice, plan: inner }) => ({
      choice: choice.name.id,
      value: switchByPlan(draft, inner, node, settle(place, choice), build),
    })),
  };
  draft.limits.depth -= 1;
  return made;
}

/** The same for statements. */
export function switchStatements<T>(
  draft: Draft,
  plan: Plan<T>,
  origin: DraftOrigin,
  place: Place,
  build: (value: T, place: Place) => readonly Statement[],
): readonly Statement[] {
  if (plan.kind === 'one') return build(plan.value, place);
  if (draft.limits.exceeded) return [];
  return [
    {
      kind: 'switch',
      id: take(draft, origin),
      reading: plan.reading.name.id,
      cases: plan.cases.map(({ choice, plan: inner }) => ({
        choice: choice.name.id,
        statements: switchStatements(draft, inner, origin, settle(place, choice), build),
      })),
    },
  ];
}

/** A written `by reading R { … }` as a plan: the row that each choice names; the body of a choice without row is `missing`. */
export function planRows<R extends { readonly choices: readonly Reference[] }>(
  draft: Draft,
  reading: ReadingSymbol,
  rows: readonly R[],
  place: Place,
): Plan<R | undefined> {
  const rowOf = (choice: ChoiceSymbol): R | undefined =>
    rows.find((row) => row.choices.some((reference) => draft.names.used.get(reference) === choice));
  const settled = place.settled.get(reading);
  if (settled !== undefined) return { kind: 'one', value: rowOf(settled) };
  return {
    kind: 'switch',
    reading,
    cases: choicesOf(draft, reading).map((choice) => ({ choice, plan: { kind: 'one', value: rowOf(choice) } })),
  };
}

export function readingOf(draft: Draft, reference: Reference): ReadingSymbol | undefined {
  return symbolOf(draft.names, reference, 'reading');
}

/** The place of a line or row that ends in `, reading R`. */
export function withReadings(draft: Draft, place: Place, references: readonly Reference[]): Place {
  if (references.length === 0) return place;
  const named = references.map((one) => readingOf(draft, one)).filter((one) => one !== undefined);
  return { ...place, readings: [...place.readings, ...named] };
}

/** `from A to B` holds under every reading, as do `equals` and `differs from`. */
export function planBound(
  draft: Draft,
  { operator, word }: { readonly operator: BoundOperator; readonly word: string },
  place: Place,
): Plan<BoundOperator> {
  if (operator === 'equal' || operator === 'notEqual' || word === 'from' || word === 'to')
    return { kind: 'one', value: operator };
  return planWord(draft, operator, place) as Plan<BoundOperator>;
}

/** Rows and rungs hold an operator per choice of one reading; a second reading on the same word must be settled outside. */
export function secondReading(plan: Plan<BoundOperator>): ReadingSymbol | undefined {
  if (plan.kind === 'one') return undefined;
  return plan.cases.some(({ plan: inner }) => inner.kind === 'switch') ? plan.reading : undefined;
}

export function boundOperator(plan: Plan<BoundOperator>): BoundIr['operator'] {
  if (plan.kind === 'one') return plan.value;
  const cases: (readonly [ChoiceId, BoundOperator])[] = plan.cases.flatMap(({ choice, plan: inner }) =>
    inner.kind === 'one' ? [[choice.name.id, inner.value] as const] : [],
  );
  return { reading: plan.reading.name.id, cases: recordOf(cases) };
}

/** Switches over all choices of a reading around something that is lowered once per choice. */
export function switchOver(
  draft: Draft,
  reading: ReadingSymbol,
  node: { readonly span: Span; readonly type: ExprTypeIr },
  place: Place,
  build: (place: Place) => Expr,
): Expr {
  const cases = choicesOf(draft, reading).map((choice) => ({
    choice,
    plan: { kind: 'one' as const, value: undefined },
  }));
  return switchByPlan(draft, { kind: 'switch', reading, cases }, node, place, (_, settled) => build(settled));
}
