import fc from 'fast-check';
import type {
  ExampleDeclaration,
  ExampleLine,
  ExpectedOutcome,
  GivenFact,
  GivenValue,
  NumberLiteral,
  Reference,
} from '../../../grammar/ast.ts';
import { dateLiteral, moneyLiteral, numberLiteral, text, year } from './literals.ts';
import {
  at,
  clauseReference,
  factReference,
  few,
  listAndField,
  listReference,
  optionReference,
  perhaps,
  readingUse,
} from './names.ts';

export function examples(): fc.Arbitrary<ExampleDeclaration> {
  return fc
    .tuple(text, perhaps('year', year), few(line(), 0, 5))
    .map(([title, own, lines]) => at({ kind: 'ExampleDeclaration', title, ...own, lines }));
}

const item = perhaps('item', text);

function line(): fc.Arbitrary<ExampleLine> {
  return fc.oneof<fc.Arbitrary<ExampleLine>[]>(
    given(factReference),
    given(factReference),
    listAndField.chain(({ list, field }) =>
      fc
        .record({ key: text, fields: few(given(fc.constant(field)), 0, 3) })
        .map((parts) => at({ kind: 'GivenItem', list, ...parts })),
    ),
    listReference.map((list) => at({ kind: 'GivenEmptyList', list })),
    fc
      .tuple(clauseReference, item, numberLiteral)
      .map(([clause, own, value]) => at({ kind: 'DecidedLine', clause, ...own, value })),
    fc.constant(at({ kind: 'LedgerEmptyLine' as const })),
    fc
      .tuple(
        fc.record({ clause: clauseReference, year, amount: moneyLiteral }),
        fc.constantFrom('paid' as const, 'granted' as const),
        item,
        perhaps('part', fc.record({ number: fc.integer({ min: 1, max: 30 }), of: year })),
      )
      .map(([parts, state, own, part]) => at({ kind: 'LedgerPaidLine', ...parts, state, ...own, ...part })),
    fc
      .tuple(
        fc.record({ policy: text, clause: clauseReference, year, amount: moneyLiteral }),
        fc.constantFrom('paid' as const, 'granted' as const),
        item,
      )
      .map(([parts, state, own]) => at({ kind: 'LedgerOtherLine', ...parts, state, ...own })),
    readingUse.map(({ reading, choices }) => at({ kind: 'ChooseReadingLine', reading, choice: choices[0]![0]! })),
    fc.tuple(target(), outcome()).map(([one, other]) => at({ kind: 'ExpectLine', target: one, outcome: other })),
  );
}

function given(field: fc.Arbitrary<Reference>): fc.Arbitrary<GivenFact> {
  const value = fc.oneof<fc.Arbitrary<GivenValue>[]>(
    numberLiteral,
    numberLiteral.map((operand) => at({ kind: 'Negation', operand })),
    dateLiteral,
    fc.boolean().map((one) => at({ kind: 'GivenBoolean', value: one })),
    fc.constant(at({ kind: 'GivenNone' as const })),
    few(optionReference).map((options) => at({ kind: 'GivenOptions', options })),
    text.map((one) => at({ kind: 'GivenText', value: one.value })),
  );
  const when = fc.oneof(
    fc.constant({}),
    fc.constantFrom(-1, -2, -3).map((shift) => ({ shift })),
    year.map((one) => ({ year: one })),
    dateLiteral.map((from) => ({ from })),
  );
  return fc
    .tuple(field, when, value)
    .map(([own, at_, one]) => at({ kind: 'GivenFact', field: own, ...at_, value: one }));
}

function target() {
  return fc.oneof(
    fc.constant({ kind: 'total' } as const),
    fc
      .tuple(clauseReference, item, fc.boolean())
      .map(([clause, own, now]) => ({ kind: 'clause' as const, clause, ...own, now })),
  );
}

function outcome(): fc.Arbitrary<ExpectedOutcome> {
  const range = fc.oneof(
    fc.constant({}),
    fc
      .tuple(moneyLiteral, moneyLiteral)
      .map(([low, high]): { low: NumberLiteral; high: NumberLiteral } => ({ low, high })),
  );
  return fc.oneof<fc.Arbitrary<ExpectedOutcome>[]>(
    moneyLiteral.map((amount) => ({ kind: 'exactly', amount })),
    moneyLiteral.map((amount) => ({ kind: 'upTo', amount })),
    fc
      .constantFrom('notMet' as const, 'outOfForce' as const, 'supersededElsewhere' as const, 'noAmount' as const)
      .map((kind) => ({ kind })),
    fc.tuple(range, few(factReference, 0, 3)).map(([between, facts]) => ({ kind: 'undetermined', ...between, facts })),
    clauseReference.map((clause) => ({ kind: 'supersededBy', clause })),
  );
}
