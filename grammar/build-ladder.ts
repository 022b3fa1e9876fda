import type { Expression, Ladder } from './ast.ts';
import { type BoundId, boundOperators } from './bound-words.ts';
import { expressionOf } from './build-expression.ts';
import { anchorsOf, type Building, reference, yearOf } from './build-leaves.ts';
import { type CstNode, has, node, nodes, optionalNode, optionalToken, spanOfNode, token } from './cst.ts';
import { families, NameToken, words } from './tokens.ts';

/** English: `first time P since F, highest G before 2021, over, topping up { … }`. */
export function firstTimeOf(ladder: CstNode, building: Building): Ladder {
  return ladderOf(expressionOf(node(ladder, 'prefixed'), building), ladder, spanOfNode(ladder), building);
}

/** Chinese: P 自 F，2021年前最高 G，首次 超过，晋级补差 { … }. The parts are the same. */
export function ladderOf(of: Expression, ladder: CstNode, span: Expression['span'], building: Building): Ladder {
  const end = node(ladder, 'ladderEnd');
  const word = token(end, families.Bound).tokenType.name as BoundId;
  const peak = optionalToken(ladder, NameToken);
  return {
    kind: 'Ladder',
    span,
    of,
    range: rangeOf(node(ladder, 'ladderRange'), building),
    ...(peak ? { peak: { fact: reference(peak), before: yearOf(node(ladder, 'yearFigure'), building) } } : {}),
    word,
    operator: boundOperators[word],
    settlement: token(end, families.Settlement).tokenType.name as Ladder['settlement'],
    rows: nodes(end, 'ladderRow').map((row) => rowOf(row, building)),
  };
}

function rangeOf(range: CstNode, building: Building): Ladder['range'] {
  if (has(range, words.inTheYearsGiven)) return { kind: 'given' };
  if (has(range, words.ifNotYetRewarded)) return { kind: 'unrewarded' };
  const year = optionalNode(range, 'yearFigure');
  if (year) return { kind: 'sinceYear', year: yearOf(year, building) };
  return { kind: 'sinceFact', fact: reference(token(range, NameToken)) };
}

function rowOf(row: CstNode, building: Building): Ladder['rows'][number] {
  const [threshold, amount] = nodes(row, 'additive').map((one) => expressionOf(one, building));
  return { span: spanOfNode(row), threshold: threshold!, amount: amount!, anchors: anchorsOf(row, building) };
}
