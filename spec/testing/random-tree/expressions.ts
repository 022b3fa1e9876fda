import fc from 'fast-check';
import { emptySpan } from '../../../diagnostics/span.ts';
import type {
  Among,
  BoundOperator,
  Choose,
  ChooseRow,
  Expression,
  Ladder,
  NumberLiteral,
  Ordering,
  OrderKey,
  RowTest,
} from '../../../grammar/ast.ts';
import { boundOperators, suffixBoundIds } from '../../../grammar/bound-words.ts';
import { calendarAmounts, withinTest } from './calendar.ts';
import { anchors, dateLiteral, numberLiteral, places, year } from './literals.ts';
import {
  at,
  blockReference,
  clauseReference,
  factReference,
  few,
  labelReference,
  listAndField,
  optionReference,
  perhaps,
  readingUse,
  valueReference,
} from './names.ts';

type Made = fc.Arbitrary<Expression>;

/** A written bound word: its id in the vocabulary and the side it stands for. */
interface BoundWord {
  readonly word: string;
  readonly operator: BoundOperator;
}

const boundWords = Object.entries(boundOperators).map(([word, operator]): BoundWord => ({ word, operator }));
/** 超过 and its like stand before any figure; 以上 and its like after a literal. */
const prefixBound = fc.constantFrom(...boundWords.filter(({ word }) => !suffixBoundIds.has(word)));
const suffixBound = fc.constantFrom(...boundWords.filter(({ word }) => suffixBoundIds.has(word)));

function boundedBy<E>(edge: fc.Arbitrary<E>): fc.Arbitrary<BoundWord & { readonly edge: E | NumberLiteral }> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(prefixBound, edge).map(([word, own]) => ({ ...word, edge: own })) },
    { weight: 1, arbitrary: fc.tuple(suffixBound, numberLiteral).map(([word, own]) => ({ ...word, edge: own })) },
  );
}

export interface Expressions {
  /** Amounts, counts, rates. */
  readonly amount: Made;
  readonly condition: Made;
}

const reference: Made = valueReference.map((one) => at({ kind: 'ReferenceExpression', reference: one }));
const field: Made = listAndField.map(({ list, field: own }) =>
  at({ kind: 'FieldExpression', owner: list, field: own }),
);
const paidUnder: Made = fc
  .record({ clause: clauseReference, forItem: fc.boolean() })
  .map((parts) => at({ kind: 'PaidUnder', ...parts }));
const clauseValue: Made = fc
  .record({
    clause: clauseReference,
    at: fc.oneof(
      fc.constant({ kind: 'beforeCap' } as const),
      labelReference.map((label) => ({ kind: 'line', label }) as const),
      blockReference.map((block) => ({ kind: 'beforeBlock', block }) as const),
      blockReference.map((block) => ({ kind: 'afterBlock', block }) as const),
    ),
  })
  .map((parts) => at({ kind: 'ClauseValue', ...parts }));

/**
 * Trees to a depth. Every construct may hold every other of its sort, sensible or not, for brackets go wrong exactly where nobody
 * would write them.
 */
export function expressions(depth: number): Expressions {
  const leaf = fc.oneof(
    { weight: 3, arbitrary: numberLiteral as Made },
    { weight: 3, arbitrary: reference },
    field,
    clauseValue,
    paidUnder,
  );
  const flag: Made = fc.oneof(
    reference,
    clauseReference.map((clause): Expression => at({ kind: 'IsGranted', clause })),
  );
  if (depth === 0) return { amount: leaf, condition: flag };
  const inner = expressions(depth - 1);
  return {
    amount: fc.oneof({ weight: 3, arbitrary: leaf }, ...arithmetic(inner), ...chains(inner), ...blocks(inner)),
    condition: fc.oneof({ weight: 2, arbitrary: flag }, ...tests(inner), ...logic(inner)),
  };
}

function arithmetic({ amount }: Expressions): readonly Made[] {
  return [
    fc
      .record({ operator: fc.constantFrom('+', '-', '*', '/'), left: amount, right: amount })
      .map((parts) => at({ kind: 'Binary', ...parts, operator: parts.operator as '+' })),
    amount.map((operand) => at({ kind: 'Negation', operand })),
    fc
      .record({ side: fc.constantFrom('lowest', 'highest'), operands: few(amount, 2, 3) })
      .map((parts) => at({ kind: 'Extreme', operands: parts.operands, side: parts.side as 'lowest' })),
  ];
}

function chains({ amount, condition }: Expressions): readonly Made[] {
  const mode = fc.constantFrom('everyFull', 'everyPart', 'everyStarted');
  return [
    fc.record({ rate: amount, base: amount }).map((parts) => at({ kind: 'RateOf', ...parts })),
    fc.tuple(amount, perhaps('base', amount)).map(([limit, rest]) => at({ kind: 'UpTo', limit, ...rest })),
    fc
      .record({ side: fc.constantFrom('over', 'upTo'), of: amount, edge: amount })
      .map((parts) => at({ kind: 'Part', ...parts, side: parts.side as 'over' })),
    fc
      .record({ mode, amount, step: amount, of: amount })
      .map((parts) => at({ kind: 'Steps', ...parts, mode: parts.mode as 'everyFull' })),
    amount.map((of) => at({ kind: 'Growth', of })),
    amount.map((of) => at({ kind: 'Increase', of })),
    ...datedFigures(amount),
    fc.record({ years: fc.constantFrom(-1, -1, -2, -3), of: amount }).map((parts) => at({ kind: 'Shift', ...parts })),
    ...calendarAmounts(amount),
    fc
      .tuple(listAndField, fc.constantFrom('total', 'highest', 'lowest'), amount, perhaps('where', condition))
      .map(([{ list }, operation, of, where]) =>
        at({ kind: 'Aggregate', operation: operation as 'total', list, of, ...where }),
      ),
    fc
      .tuple(listAndField, perhaps('where', condition))
      .map(([{ list }, where]) => at({ kind: 'Aggregate', operation: 'count', list, ...where })),
    among(amount, condition).map((own) => at({ kind: 'Rank', among: own })),
    fc
      .record({
        side: fc.constantFrom('over' as const, 'upTo' as const),
        of: amount,
        edge: amount,
        among: among(amount, condition),
      })
      .map((parts) => at({ kind: 'Part', ...parts })),
  ];
}

function among(amount: Made, condition: Made): fc.Arbitrary<Among> {
  return fc
    .tuple(listAndField, perhaps('where', condition), ordering(amount))
    .map(([{ list }, where, order]) => ({ list, ...where, order }));
}

export function ordering(amount: Made): fc.Arbitrary<Ordering> {
  const direction = fc.constantFrom('highestFirst', 'lowestFirst', 'earliestFirst', 'latestFirst');
  const key = fc
    .record({ by: amount, direction })
    .map((parts): OrderKey => ({ span: emptySpan, by: parts.by, direction: parts.direction as 'highestFirst' }));
  const options = fc
    .record({ by: fc.oneof(reference, field), options: few(optionReference) })
    .map((parts): OrderKey => ({ span: emptySpan, ...parts, direction: 'inTheOrder' }));
  return fc
    .tuple(few(fc.oneof(key, options), 1, 2), perhaps('ties', fc.constantFrom('share', 'listed')))
    .map(([keys, ties]) => ({ span: emptySpan, keys, ...(ties as { ties?: 'share' }) }));
}

/** A figure that a cap or a definition may go on to raise. */
export function perhapsRaised({ amount, condition }: Expressions): Made {
  const raised = fc
    .record({ operation: fc.constantFrom('raise' as const, 'lower' as const), of: amount, by: amount, condition })
    .map((parts): Expression => at({ kind: 'Raised', ...parts }));
  return fc.oneof({ weight: 3, arbitrary: amount }, raised);
}

function datedFigures(amount: Made): readonly Made[] {
  const day: Made = fc.oneof(dateLiteral as Made, fc.constant(at({ kind: 'ReferenceDay' as const })), amount);
  return [
    fc.record({ of: amount, day }).map((parts) => at({ kind: 'AsOf', ...parts })),
    amount.map((of) => at({ kind: 'SplitByDays', of })),
  ];
}

function blocks(inner: Expressions): readonly Made[] {
  return [choose(inner), ladder(inner), readingExpression(inner.amount)];
}

function readingExpression(value: Made): Made {
  return readingUse
    .chain(({ reading, choices }) =>
      fc.record({
        reading: fc.constant(reading),
        rows: fc.tuple(...choices.map((own) => value.map((one) => ({ span: emptySpan, choices: own, value: one })))),
      }),
    )
    .map((parts) => at({ kind: 'ReadingExpression', ...parts }));
}

function rowValue(amount: Made): Made {
  return fc.oneof(
    { weight: 3, arbitrary: amount },
    fc.record({ value: amount, cap: amount }).map((parts): Expression => at({ kind: 'CappedRow', ...parts })),
  );
}

function choose({ amount, condition }: Expressions): fc.Arbitrary<Choose> {
  const conditions: fc.Arbitrary<RowTest> = condition.map((one) => at({ kind: 'ConditionRow', condition: one }));
  const truths: fc.Arbitrary<RowTest> = fc.boolean().map((truth) => at({ kind: 'TruthRow', truth }));
  const options: fc.Arbitrary<RowTest> = few(optionReference).map((all) => at({ kind: 'OptionsRow', options: all }));
  const range: fc.Arbitrary<RowTest> = fc.tuple(amount, amount).map(([low, high]) =>
    at({
      kind: 'BoundsRow',
      bounds: [
        { span: emptySpan, word: 'from', operator: 'atLeast', edge: low },
        { span: emptySpan, word: 'to', operator: 'atMost', edge: high },
      ],
    }),
  );
  const oneOrTwo: fc.Arbitrary<RowTest> = few(
    boundedBy(amount).map((bound) => ({ span: emptySpan, ...bound })),
    1,
    2,
  ).map((all) => at({ kind: 'BoundsRow', bounds: all }));
  const bounds = fc.oneof({ weight: 3, arbitrary: oneOrTwo }, { weight: 1, arbitrary: range });
  const rows = (test: fc.Arbitrary<RowTest>): fc.Arbitrary<ChooseRow[]> =>
    few(
      fc
        .record({ test, value: rowValue(amount), anchors, readings: lineReadings })
        .map((parts) => ({ ...parts, span: emptySpan })),
    );
  const otherwise = perhaps('value', rowValue(amount)).map((value) => ({ span: emptySpan, ...value }));
  const keyed = fc.tuple(amount, fc.oneof(rows(options), rows(bounds), rows(truths)));
  const byCase = fc.tuple(fc.constant(undefined), rows(conditions));
  return fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: keyed }, { weight: 1, arbitrary: byCase }),
      perhaps('mode', fc.constantFrom('highest', 'eachRow', 'slab', 'bands', 'first')),
      perhaps('otherwise', otherwise),
    )
    .map(([[key, allRows], mode, rest]) =>
      at({ kind: 'Choose', ...(key && { key }), rows: allRows, ...(mode as { mode?: 'slab' }), ...rest }),
    );
}

export const lineReadings = few(
  readingUse.map(({ reading }) => reading),
  0,
  1,
);

function ladder({ amount }: Expressions): fc.Arbitrary<Ladder> {
  const range = fc.oneof(
    factReference.map((fact) => ({ kind: 'sinceFact', fact }) as const),
    year.map((one) => ({ kind: 'sinceYear', year: one }) as const),
    fc.constant({ kind: 'given' } as const),
    fc.constant({ kind: 'unrewarded' } as const),
  );
  const settlement = fc.constantFrom('toppingUp', 'perTierHeld', 'everyTier', 'inFull');
  const row = fc.record({ threshold: numberLiteral, amount, anchors }).map((parts) => ({ ...parts, span: emptySpan }));
  return fc
    .tuple(
      fc.record({ of: amount, range, settlement, rows: few(row) }),
      prefixBound,
      perhaps('peak', fc.record({ fact: factReference, before: year })),
    )
    .map(([parts, word, peak]) =>
      at({ kind: 'Ladder', ...parts, ...word, ...peak, settlement: parts.settlement as 'toppingUp' }),
    );
}

function tests({ amount }: Expressions): readonly Made[] {
  return [
    fc
      .tuple(amount, boundedBy(amount))
      .map(([left, { edge, word, operator }]) => at({ kind: 'Comparison', left, right: edge, word, operator })),
    fc.record({ operand: amount, low: amount, high: amount }).map((parts) => at({ kind: 'RangeTest', ...parts })),
    amount.map((operand) => at({ kind: 'HasGrown', operand })),
    withinTest(amount),
    fc
      .record({ operand: fc.oneof(reference, field), negated: fc.boolean(), options: few(optionReference) })
      .map((parts) => at({ kind: 'OptionTest', test: 'is', ...parts })),
    fc
      .record({ operand: fc.oneof(reference, field), options: few(optionReference) })
      .map((parts) => at({ kind: 'OptionTest', test: 'includes', negated: false, ...parts })),
    fc
      .record({ operand: amount, places: fc.oneof(places as Made, amount) })
      .map((parts) => at({ kind: 'TopRank', ...parts })),
  ];
}

function logic({ condition }: Expressions): readonly Made[] {
  return [
    fc
      .record({ operator: fc.constantFrom('and', 'or'), block: fc.boolean(), operands: few(condition, 2, 3) })
      .map((parts) => at({ kind: 'Logical', ...parts, operator: parts.operator as 'and' })),
    condition.map((operand) => at({ kind: 'Not', operand })),
    readingExpression(condition),
  ];
}
