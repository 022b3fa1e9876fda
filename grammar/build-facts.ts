import { RepeatedLine, Unexpected, WrongWordHere } from '../diagnostics/syntax.ts';
import type {
  Definition,
  FactsDeclaration,
  FieldDeclaration,
  ListDeclaration,
  PerUnit,
  ReadingChoiceDeclaration,
  ReadingDeclaration,
  ReplaceableWord,
  TypeExpression,
  UnitDeclaration,
} from './ast.ts';
import { type BoundId, boundOperators } from './bound-words.ts';
import { expressionOf } from './build-expression.ts';
import { lineAnchors } from './build-head.ts';
import { type Building, literalOf, nameOf, perUnitOf, reference, references, textOf } from './build-leaves.ts';
import { raisedOf } from './build-raised.ts';
import {
  type CstNode,
  has,
  isNode,
  node,
  nodes,
  onlyChild,
  optionalNode,
  optionalToken,
  spanOfNode,
  spanOfToken,
  token,
} from './cst.ts';
import { wordTerm } from './describe-tokens.ts';
import { currencyOf } from './figure-words.ts';
import { families, LeftParenthesis, NameToken, TextToken, words } from './tokens.ts';
import { replaceableWords, type WordId } from './vocabulary.ts';

export function factsOf(facts: CstNode, building: Building): FactsDeclaration {
  const entries = [
    ...nodes(facts, 'field').map((field) => factOf(field, building)),
    ...nodes(facts, 'list').map((list) => listDeclarationOf(list, building)),
  ];
  entries.sort((a, b) => a.span.start - b.span.start);
  return {
    kind: 'FactsDeclaration',
    span: spanOfNode(facts),
    name: nameOf(node(facts, 'name'), building),
    fields: entries,
  };
}

function listDeclarationOf(list: CstNode, building: Building): ListDeclaration {
  const key = optionalNode(list, 'listKey');
  return {
    kind: 'ListDeclaration',
    span: spanOfNode(list),
    name: nameOf(node(list, 'name'), building),
    key: key ? references(key) : [],
    shared: key !== undefined && has(key, words.sharedKey),
    fields: nodes(list, 'field').map((field) => factOf(field, building)),
  };
}

/** What an applicant states is stated once, or year by year. */
function factOf(field: CstNode, building: Building): FieldDeclaration {
  for (const suffix of nodes(field, 'typeSuffix')) {
    const dated = optionalToken(suffix, words.dated);
    if (dated)
      building.report(
        WrongWordHere,
        { span: spanOfToken(dated) },
        { word: dated.image, expected: [wordTerm('eachYear')] },
      );
  }
  return fieldOf(field, building);
}

export function fieldOf(field: CstNode, building: Building): FieldDeclaration {
  const suffixes = nodes(field, 'typeSuffix');
  tellRepeated(suffixes, building);
  const eachYear = suffixes.find((suffix) => has(suffix, words.eachYear));
  const since = eachYear && optionalToken(eachYear, NameToken);
  const bounds = suffixes.find((suffix) => optionalNode(suffix, 'literal'));
  return {
    kind: 'FieldDeclaration',
    span: spanOfNode(field),
    name: nameOf(node(field, 'name'), building),
    type: typeOf(node(field, 'type'), building),
    ...(eachYear ? { yearly: { span: spanOfNode(eachYear), ...(since ? { since: reference(since) } : {}) } } : {}),
    orNone: suffixes.some((suffix) => has(suffix, words.orNone)),
    mayBeNegative: suffixes.some((suffix) => has(suffix, words.mayBeNegative)),
    shared: suffixes.some((suffix) => has(suffix, words.sharedKey)),
    ...(bounds ? { bounds: boundsOf(bounds, building) } : {}),
  };
}

function tellRepeated(suffixes: readonly CstNode[], building: Building): void {
  const seen = new Set<string>();
  for (const suffix of suffixes) {
    const first = onlyChild(suffix);
    const kind = optionalNode(suffix, 'literal') ? 'bounds' : isNode(first) ? first.name : first.tokenType.name;
    const span = spanOfNode(suffix);
    if (seen.has(kind)) building.report(RepeatedLine, { span }, { word: building.text.slice(span.start, span.end) });
    seen.add(kind);
  }
}

function boundsOf(suffix: CstNode, building: Building): NonNullable<FieldDeclaration['bounds']> {
  const [first, second] = nodes(suffix, 'literal').map((literal) => literalOf(literal, building));
  const span = spanOfNode(suffix);
  const bound = optionalToken(suffix, families.Bound);
  if (!bound) return { span, low: first!, high: second! };
  const operator = boundOperators[bound.tokenType.name as BoundId];
  if (operator === 'atMost') return { span, high: first! };
  if (operator !== 'atLeast') {
    const expected = [wordTerm('atLeast'), wordTerm('atMost')];
    building.report(WrongWordHere, { span: spanOfToken(bound) }, { word: bound.image, expected });
  }
  return { span, low: first! };
}

const simpleTypes: Readonly<Record<string, TypeExpression['kind']>> = {
  booleanType: 'BooleanType',
  percentType: 'PercentType',
  pointsType: 'PointsType',
  numberType: 'NumberType',
  countType: 'CountType',
  rankType: 'RankType',
  dateType: 'DateType',
  textType: 'TextType',
};
const durationTypes: Readonly<Record<string, 'years' | 'months' | 'days'>> = {
  yearsType: 'years',
  monthsType: 'months',
  daysType: 'days',
};

/** What a type may be per unit of: of dates, ranks and options there is no “per”. */
const measured: readonly TypeExpression['kind'][] = [
  'MoneyType',
  'PercentType',
  'NumberType',
  'CountType',
  'QuantityType',
];

function typeOf(type: CstNode, building: Building): TypeExpression {
  const of = baseTypeOf(type, building);
  const parts = nodes(type, 'typePer');
  const [first] = parts;
  if (first === undefined) return of;
  if (!measured.includes(of.kind)) {
    const { start, end } = spanOfNode(first);
    const expected = [wordTerm('moneyType'), wordTerm('percentType'), wordTerm('quantityType')];
    building.report(
      WrongWordHere,
      { span: of.span },
      { word: building.text.slice(of.span.start, of.span.end), expected },
    );
    return { ...of, span: { start: of.span.start, end: Math.max(start, end) } };
  }
  return { kind: 'CompoundType', span: spanOfNode(type), of, per: parts.map(typePerOf) };
}

function typePerOf(part: CstNode): PerUnit {
  const unit = optionalNode(part, 'perUnit');
  return unit ? perUnitOf(unit) : { kind: 'Duration', unit: 'years' };
}

function baseTypeOf(type: CstNode, building: Building): TypeExpression {
  const span = spanOfNode(type);
  const choice = optionalNode(type, 'choiceType');
  if (choice) {
    const options = nodes(choice, 'name').map((name) => nameOf(name, building));
    return { kind: has(choice, words.oneOf) ? 'ChoiceType' : 'ChoicesType', span, options };
  }
  const word = optionalToken(type, families.TypeWord);
  const unit = optionalToken(type, NameToken);
  if (!word) return { kind: 'QuantityType', span, unit: reference(token(type, NameToken)) };
  const id = word.tokenType.name;
  if (unit && id === 'countType') return { kind: 'CountType', span, unit: reference(unit) };
  const currency = optionalToken(type, families.Currency);
  if (id === 'moneyType' && !unit)
    return { kind: 'MoneyType', span, ...(currency ? { currency: currencyOf(currency.tokenType.name) } : {}) };
  if (currency || unit)
    building.report(
      WrongWordHere,
      { span: spanOfToken(word) },
      {
        word: word.image,
        expected: currency ? [wordTerm('moneyType')] : [wordTerm('quantityType'), wordTerm('countType')],
      },
    );
  const duration = durationTypes[id];
  if (duration) return { kind: 'DurationType', span, unit: duration };
  return { kind: simpleTypes[id]!, span } as TypeExpression;
}

export function unitDeclarationOf(unit: CstNode, building: Building): UnitDeclaration {
  return { kind: 'UnitDeclaration', span: spanOfNode(unit), name: nameOf(node(unit, 'name'), building) };
}

export function definitionOf(definition: CstNode, building: Building): Definition {
  return {
    kind: 'Definition',
    span: spanOfNode(definition),
    name: nameOf(node(definition, 'name'), building),
    value: raisedOf(expressionOf(node(definition, 'expression'), building), definition, building),
    anchors: lineAnchors(definition, building),
  };
}

export function readingOf(reading: CstNode, building: Building): ReadingDeclaration {
  const choices = nodes(reading, 'readingChoice').map((choice) => choiceOf(choice, building));
  reportRunTogether(choices, building);
  return {
    kind: 'ReadingDeclaration',
    span: spanOfNode(reading),
    name: nameOf(node(reading, 'name'), building),
    question: textOf(token(reading, TextToken), building),
    everywhere: has(reading, words.everywhere),
    choices,
  };
}

/** `yearly 逐年`: two choices on a line with nothing between them are one whose names want a `|`. */
function reportRunTogether(choices: readonly ReadingChoiceDeclaration[], { text, report }: Building): void {
  for (const [index, { name }] of choices.entries()) {
    const before = choices[index - 1];
    if (before === undefined || before.span.end > before.name.span.end) continue;
    const between = text.slice(before.span.end, name.span.start);
    if (between.trim() !== '' || /[\r\n]/.test(between)) continue;
    report(Unexpected, { span: name.span }, { found: name.zh ?? name.id, expected: [{ zh: '“|”', en: '“|”' }] });
    return;
  }
}

function choiceOf(choice: CstNode, building: Building): ReadingChoiceDeclaration {
  const reason = optionalToken(choice, TextToken);
  return {
    kind: 'ReadingChoiceDeclaration',
    span: spanOfNode(choice),
    name: nameOf(node(choice, 'name'), building),
    isDefault: has(choice, LeftParenthesis),
    replacements: nodes(choice, 'replacement').map((replacement) => {
      const [from, to] = nodes(replacement, 'replaceable').map((word) => replaceableOf(word, building));
      return { span: spanOfNode(replacement), from: from!, to: to! };
    }),
    ...(reason ? { reason: textOf(reason, building) } : {}),
  };
}

const replaceableIds = new Map<string, ReplaceableWord>(
  (Object.entries(replaceableWords) as [ReplaceableWord, WordId][]).map(([word, id]) => [id, word]),
);

/** A bound word stands for all spellings of its side. */
function replaceableOf(replaceable: CstNode, building: Building): ReplaceableWord {
  const word = onlyChild(replaceable);
  if (isNode(word)) throw new Error('a replaceable word is a word');
  const id = word.tokenType.name;
  const operator = boundOperators[id as BoundId];
  if (operator === undefined) return replaceableIds.get(id) ?? 'ever';
  if (operator !== 'equal' && operator !== 'notEqual') return operator;
  const expected = (['atLeast', 'over', 'atMost', 'under'] as const).map(wordTerm);
  building.report(WrongWordHere, { span: spanOfToken(word) }, { word: word.image, expected });
  return 'atLeast';
}
