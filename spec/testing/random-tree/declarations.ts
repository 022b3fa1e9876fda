import fc from 'fast-check';
import { emptySpan } from '../../../diagnostics/span.ts';
import type {
  BlockDeclaration,
  ClauseDeclaration,
  Declaration,
  Expression,
  FactsDeclaration,
  FieldDeclaration,
  HeadLine,
  ListDeclaration,
  Name,
  ParameterDeclaration,
  ParameterRow,
  PolicyHead,
  ReadingChoiceDeclaration,
  ReadingDeclaration,
  ReplaceableWord,
  TypeExpression,
} from '../../../grammar/ast.ts';
import { type Expressions, perhapsRaised } from './expressions.ts';
import { capLine, cites, clauseLine, eachHeader, readingChoice, scopes } from './lines.ts';
import { anchors, currency, dateLiteral, numberLiteral, perUnit, rounding, text, year } from './literals.ts';
import {
  at,
  clauseReference,
  declared,
  factReference,
  few,
  perhaps,
  readingUse,
  referenceTo,
  unitReference,
} from './names.ts';

type Made<T extends Declaration> = fc.Arbitrary<T>;

export function policyHead(): Made<PolicyHead> {
  const plain = headLine();
  const lines = few(fc.oneof({ weight: 6, arbitrary: plain }, readingChoice(plain)), 0, 6);
  const adapts = fc
    .tuple(text, perhaps('digest', text))
    .map(([path, digest]) => ({ span: emptySpan, path, ...digest }));
  return fc
    .tuple(lines, perhaps('adapts', adapts))
    .map(([own, base]) => at({ kind: 'PolicyHead', name: declared.policy, ...base, lines: own }));
}

function headLine(): fc.Arbitrary<HeadLine> {
  return fc.oneof<fc.Arbitrary<HeadLine>[]>(
    text.map((one) => at({ kind: 'TitleLine', text: one })),
    fc
      .tuple(dateLiteral, perhaps('to', dateLiteral), anchors)
      .map(([from, to, own]) => at({ kind: 'InForceLine', from, ...to, anchors: own })),
    fc.record({ text, anchors }).map((parts) => at({ kind: 'InterpretedByLine', ...parts })),
    currency.map((one) => at({ kind: 'CurrencyLine', currency: one })),
    fc
      .tuple(perhaps('rounding', rounding), anchors)
      .map(([one, own]) => at({ kind: 'PaymentLine', ...one, anchors: own })),
    fc
      .constantFrom('undefined' as const, 'unlimited' as const)
      .map((zeroBase) => at({ kind: 'GrowthBaseLine', zeroBase })),
    fc.constantFrom('logic' as const, 'strict' as const).map((mode) => at({ kind: 'UnknownFactsLine', mode })),
    fc
      .record({ mode: fc.constantFrom('difference' as const, 'exclusive' as const, 'none' as const), anchors })
      .map((parts) => at({ kind: 'ElsewhereLine', ...parts })),
    fc.record({ text, anchors }).map((parts) => at({ kind: 'RemarkLine', ...parts })),
    fc.record({ policy: text, since: dateLiteral }).map((parts) => at({ kind: 'ContinuesLine', ...parts })),
  );
}

/** Every fact and list of `declared`, with random types. */
export function facts(): Made<FactsDeclaration> {
  const lists = declared.lists.map(({ name, fields }) =>
    fc
      .tuple(fc.array(referenceTo(fields), { maxLength: 2 }), fc.boolean(), fc.tuple(...fields.map(fieldNamed)))
      .map(
        ([key, keyed, own]): ListDeclaration =>
          at({ kind: 'ListDeclaration', name, key, shared: keyed && key.length > 0, fields: own }),
      ),
  );
  return fc
    .tuple(fc.tuple(...declared.facts.map(fieldNamed)), fc.tuple(...lists))
    .map(([own, ownLists]) => at({ kind: 'FactsDeclaration', name: declared.subject, fields: [...own, ...ownLists] }));
}

function fieldNamed(name: Name): fc.Arbitrary<FieldDeclaration> {
  const since = perhaps('since', factReference).map((one) => ({ span: emptySpan, ...one }));
  const bounds = fc.oneof(
    fc.record({ low: numberLiteral, high: numberLiteral }).map((parts) => ({ span: emptySpan, ...parts })),
    numberLiteral.map((low) => ({ span: emptySpan, low })),
  );
  return fc
    .tuple(
      fc.record({ type, orNone: fc.boolean(), mayBeNegative: fc.boolean(), shared: fc.boolean() }),
      perhaps('yearly', since),
      perhaps('bounds', bounds),
    )
    .map(([parts, yearly, limits]) => at({ kind: 'FieldDeclaration', name, ...parts, ...yearly, ...limits }));
}

const optionNames = fc.subarray([...declared.options], { minLength: 1 });

const type: fc.Arbitrary<TypeExpression> = fc.oneof(
  fc
    .constantFrom<TypeExpression['kind']>(
      'BooleanType',
      'PercentType',
      'PointsType',
      'NumberType',
      'CountType',
      'RankType',
      'DateType',
      'TextType',
    )
    .map((kind) => at({ kind }) as TypeExpression),
  perhaps('currency', currency).map((one): TypeExpression => at({ kind: 'MoneyType', ...one })),
  fc
    .constantFrom('years' as const, 'months' as const, 'days' as const)
    .map((unit): TypeExpression => at({ kind: 'DurationType', unit })),
  unitReference.map((unit): TypeExpression => at({ kind: 'QuantityType', unit })),
  unitReference.map((unit): TypeExpression => at({ kind: 'CountType', unit })),
  fc
    .tuple(
      fc.oneof(
        perhaps('currency', currency).map((one): TypeExpression => at({ kind: 'MoneyType', ...one })),
        fc.constantFrom('PercentType', 'NumberType', 'CountType').map((kind) => at({ kind }) as TypeExpression),
        unitReference.map((unit): TypeExpression => at({ kind: 'QuantityType', unit })),
      ),
      few(perUnit, 1, 3),
    )
    .map(([of, per]): TypeExpression => at({ kind: 'CompoundType', of, per })),
  optionNames.map((options): TypeExpression => at({ kind: 'ChoiceType', options })),
  optionNames.map((options): TypeExpression => at({ kind: 'ChoicesType', options })),
);

export function parameters(): readonly Made<ParameterDeclaration>[] {
  const row = <P extends object>(own: fc.Arbitrary<P>): fc.Arbitrary<P & Pick<ParameterRow, 'span' | 'anchors'>> =>
    fc
      .tuple(own, anchors, perhaps('note', publication))
      .map(([parts, words, note]) => ({ span: emptySpan, ...parts, ...note, anchors: words }));
  const byYear = few(row(fc.record({ year, value: writtenFigure })), 0, 3);
  const alone = few(row(fc.record({ value: writtenFigure })), 0, 1);
  const byDay = few(
    row(fc.tuple(validDays, perhaps('value', writtenFigure)).map(([days, value]) => ({ days, ...value }))),
    0,
    3,
  );
  const kinds = fc.oneof(
    fc.record({ yearly: fc.boolean(), dated: fc.constant(false), rows: fc.oneof(byYear, alone) }),
    fc.record({ yearly: fc.constant(false), dated: fc.constant(true), rows: byDay }),
  );
  return declared.parameters.map((name) =>
    fc
      .tuple(fc.record({ type, mayBeNegative: fc.boolean() }), kinds)
      .map(([parts, kind]) => at({ kind: 'ParameterDeclaration', name, ...parts, ...kind })),
  );
}

const writtenFigure: fc.Arbitrary<Expression> = fc.oneof(
  numberLiteral,
  numberLiteral.map((operand): Expression => at({ kind: 'Negation', operand })),
);

const validDays = fc
  .tuple(dateLiteral, perhaps('to', dateLiteral))
  .map(([from, to]) => ({ span: emptySpan, from, ...to }));

const publication: fc.Arbitrary<NonNullable<ParameterRow['note']>> = fc.oneof(
  fc
    .tuple(dateLiteral, perhaps('source', text))
    .map(([publishedOn, source]) => ({ span: emptySpan, publishedOn, ...source })),
  text.map((source) => ({ span: emptySpan, source })),
);

export function definitions(made: Expressions): readonly Made<Declaration>[] {
  return declared.definitions.map((name) =>
    fc
      .record({ value: fc.oneof(perhapsRaised(made), made.condition), anchors })
      .map((parts) => at({ kind: 'Definition', name, ...parts })),
  );
}

const replaceable: readonly ReplaceableWord[] = [
  'atLeast',
  'over',
  'atMost',
  'under',
  'everyFull',
  'everyPart',
  'everyStarted',
  'highest',
  'eachRow',
  'perYear',
  'ever',
  'whileInForce',
];

export function readings(): readonly Made<ReadingDeclaration>[] {
  const word = fc.constantFrom(...replaceable);
  const replacement = fc.record({ from: word, to: word }).map((parts) => ({ span: emptySpan, ...parts }));
  const choiceNamed = (name: Name): fc.Arbitrary<ReadingChoiceDeclaration> =>
    fc
      .tuple(fc.record({ isDefault: fc.boolean(), replacements: few(replacement, 0, 2) }), perhaps('reason', text))
      .map(([parts, reason]) => at({ kind: 'ReadingChoiceDeclaration', name, ...parts, ...reason }));
  return declared.readings.map(({ name, choices }) =>
    fc
      .record({ question: text, everywhere: fc.boolean(), choices: fc.tuple(...choices.map(choiceNamed)) })
      .map((parts) => at({ kind: 'ReadingDeclaration', name, ...parts })),
  );
}

export function clauses(made: Expressions, depth: number): readonly Made<ClauseDeclaration>[] {
  return declared.clauses.map((name) =>
    fc
      .tuple(perhaps('each', eachHeader(made)), few(clauseLine(made, depth), 0, 4))
      .map(([each, lines]) => at({ kind: 'ClauseDeclaration', name, ...each, lines })),
  );
}

export function betweenClauses(made: Expressions): readonly Made<BlockDeclaration>[] {
  const under = readingUse.map(({ reading, choices }) => ({ span: emptySpan, reading, choices: choices[0]! }));
  const around = fc.tuple(perhaps('under', under), perhaps('cites', cites), anchors);
  const members = few(clauseReference, 1, 3);
  const earlier = fc.constantFrom('difference' as const, 'exclusive' as const, 'none' as const);
  const chooser = fc.oneof(
    fc.constantFrom('highest' as const, 'first' as const, 'earliest' as const).map((one) => ({ chooser: one })),
    factReference.map((by) => ({ chooser: 'choice' as const, by })),
  );
  const conflict = fc
    .tuple(fc.record({ members, scopes, earlier }), chooser)
    .map(([parts, how]) => ({ kind: 'ConflictBlock' as const, ...parts, ...how }));
  const shared = fc
    .tuple(members, capLine(made), fc.constantFrom('inOrder' as const, 'proRata' as const))
    .map(([own, cap, cut]) => ({
      kind: 'GroupCapBlock' as const,
      members: own,
      amount: cap.amount,
      scopes: cap.scopes,
      cut,
    }));
  const [first, second] = declared.blocks;
  return [
    fc
      .tuple(conflict, around)
      .map(([block, [only, cited, own]]) =>
        at({ kind: 'BlockDeclaration', name: first, block, ...only, ...cited, anchors: own }),
      ),
    fc
      .tuple(shared, around)
      .map(([block, [only, cited, own]]) =>
        at({ kind: 'BlockDeclaration', name: second, block, ...only, ...cited, anchors: own }),
      ),
  ];
}
