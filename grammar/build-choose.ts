import { RepeatedLine, WrongWordHere } from '../diagnostics/syntax.ts';
import type { Choose, ChooseRow, Expression, ReadingExpression, RowTest } from './ast.ts';
import { boundOf, expressionOf } from './build-expression.ts';
import { anchorsOf, type Building, readingsOf, reference, references } from './build-leaves.ts';
import { type CstNode, has, node, nodes, optionalNode, optionalToken, spanOfNode, spanOfToken, token } from './cst.ts';
import { wordTerm } from './describe-tokens.ts';
import { families, NameToken, words } from './tokens.ts';

const modes: Readonly<Record<string, NonNullable<Choose['mode']>>> = {
  theHighest: 'highest',
  theFirst: 'first',
  eachRow: 'eachRow',
  slab: 'slab',
  inBands: 'bands',
};

/** `by X, the highest { row : E ; otherwise : E | nothing }`. */
export function chooseOf(choose: CstNode, building: Building): Choose {
  const key = expressionOf(node(choose, 'additive'), building);
  return { kind: 'Choose', span: spanOfNode(choose), key, ...bodyOf(choose, 'chooseRow', building) };
}

/** `by case, the first { P : E ; otherwise : E | nothing }`. */
export function casesOf(cases: CstNode, building: Building): Choose {
  return { kind: 'Choose', span: spanOfNode(cases), ...bodyOf(cases, 'caseRow', building) };
}

function bodyOf(
  choose: CstNode,
  rule: 'chooseRow' | 'caseRow',
  building: Building,
): Pick<Choose, 'mode' | 'rows' | 'otherwise'> {
  const mode = optionalToken(choose, families.ChooseMode);
  const all = nodes(choose, rule);
  const [otherwise, second] = all.flatMap((row) => optionalNode(row, 'otherwiseRow') ?? []);
  if (second)
    building.report(RepeatedLine, { span: spanOfNode(second) }, { word: token(second, words.otherwise).image });
  return {
    ...(mode ? { mode: modes[mode.tokenType.name]! } : {}),
    rows: all.filter((row) => optionalNode(row, 'rowEnd')).map((row) => rowOf(row, building)),
    ...(otherwise ? { otherwise: otherwiseOf(otherwise, building) } : {}),
  };
}

function otherwiseOf(row: CstNode, building: Building): NonNullable<Choose['otherwise']> {
  const value = optionalNode(row, 'rowValue');
  return { span: spanOfNode(row), ...(value ? { value: rowValueOf(value, building) } : {}) };
}

function rowOf(row: CstNode, building: Building): ChooseRow {
  const end = node(row, 'rowEnd');
  return {
    span: spanOfNode(row),
    test: testOf(row, building),
    value: rowValueOf(node(end, 'rowValue'), building),
    anchors: anchorsOf(end, building),
    readings: readingsOf(end),
  };
}

function testOf(row: CstNode, building: Building): RowTest {
  const test = optionalNode(row, 'rowTest');
  if (test) return rowTestOf(test, building);
  const condition = node(row, 'expression');
  return { kind: 'ConditionRow', span: spanOfNode(condition), condition: expressionOf(condition, building) };
}

function rowTestOf(test: CstNode, building: Building): RowTest {
  const span = spanOfNode(test);
  if (optionalNode(test, 'names')) return { kind: 'OptionsRow', span, options: references(test) };
  if (has(test, words.yes) || has(test, words.no)) return { kind: 'TruthRow', span, truth: has(test, words.yes) };
  return { kind: 'BoundsRow', span, bounds: nodes(test, 'rowBound').flatMap((bound) => rowBoundsOf(bound, building)) };
}

/** `from A to B` is two bounds, both figures included. */
function rowBoundsOf(bound: CstNode, building: Building): Extract<RowTest, { kind: 'BoundsRow' }>['bounds'] {
  const span = spanOfNode(bound);
  const range = optionalNode(bound, 'range');
  if (!range) return [{ span, ...boundOf(bound, building) }];
  const [low, high = low!] = nodes(range, 'additive').map((one) => expressionOf(one, building));
  const began = optionalToken(range, words.began);
  if (began) {
    const expected = [wordTerm('to')];
    building.report(WrongWordHere, { span: spanOfToken(began) }, { word: began.image, expected });
  }
  return [
    { span, word: 'from', operator: 'atLeast', edge: low! },
    { span, word: 'to', operator: 'atMost', edge: high },
  ];
}

function rowValueOf(row: CstNode, building: Building): Expression {
  const [value, cap] = nodes(row, 'additive').map((one) => expressionOf(one, building));
  return cap ? { kind: 'CappedRow', span: spanOfNode(row), value: value!, cap } : value!;
}

export function readingExpressionOf(expression: CstNode, building: Building): ReadingExpression {
  return {
    kind: 'ReadingExpression',
    span: spanOfNode(expression),
    reading: reference(token(expression, NameToken)),
    rows: nodes(expression, 'readingExpressionRow').map((row) => ({
      span: spanOfNode(row),
      choices: references(row),
      value: expressionOf(node(row, 'expression'), building),
    })),
  };
}
