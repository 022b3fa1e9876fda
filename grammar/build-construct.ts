import { AggregateWithoutList, ListWithoutWord } from '../diagnostics/syntax.ts';
import type { Aggregate, Expression, Extreme, PaidUnder, Part, Rank } from './ast.ts';
import { bracketedOf, expressionOf, listOf, nameExpressionOf } from './build-expression.ts';
import { type Building, reference } from './build-leaves.ts';
import { amongOf } from './build-ordering.ts';
import { partSide, suffixed } from './build-suffix.ts';
import { type CstNode, has, node, nodes, optionalNode, optionalToken, spanOfNode, token } from './cst.ts';
import { families, NameToken, PartBound, words } from './tokens.ts';

/** `the part of X over Y`. */
export function partOf(part: CstNode, building: Building): Part {
  const [of, edge] = nodes(part, 'chain').map((one) => expressionOf(one, building));
  const bound = optionalToken(part, families.Bound) ?? token(part, words.upTo);
  const among = has(part, words.amongEach) ? { among: amongOf(part, filterOf(part, building), building) } : {};
  return { kind: 'Part', span: spanOfNode(part), side: partSide(bound, building), of: of!, edge: edge!, ...among };
}

function operationOf(parent: CstNode): 'total' | 'highest' | 'lowest' {
  const word = node(parent, 'aggregateWord');
  if (has(word, words.total)) return 'total';
  return has(word, words.highest) ? 'highest' : 'lowest';
}

/** `total of E over each I where C`; `highest of (A, B)`, which is no aggregate but shares its beginning. */
export function aggregateOf(aggregate: CstNode, building: Building): Expression {
  const operation = operationOf(aggregate);
  const chain = node(aggregate, 'chain');
  const list = optionalToken(aggregate, NameToken);
  const span = spanOfNode(aggregate);
  if (list) {
    const where = filterOf(aggregate, building);
    return { kind: 'Aggregate', span, operation, list: reference(list), ...where, of: expressionOf(chain, building) };
  }
  const operands = bracketedOperands(chain, building);
  if (operation === 'total' || !operands) {
    building.report(AggregateWithoutList, { span }, { word: operation });
    return { kind: 'ErrorExpression', span };
  }
  return suffixed({ kind: 'Extreme', span, side: operation, operands }, nodes(chain, 'suffix'), building);
}

/** The operands of a chain that begins with several in brackets. */
function bracketedOperands(chain: CstNode, building: Building): readonly Expression[] | undefined {
  const first = chain.name === 'chain' ? node(chain, 'prefixed') : chain;
  return first.name === 'bracketed' ? listOf(first, building) : undefined;
}

export function filterOf(parent: CstNode, building: Building): { readonly where?: Expression } {
  const filter = optionalNode(parent, 'itemFilter');
  if (!filter) return {};
  const bracketed = optionalNode(filter, 'bracketed');
  return { where: bracketed ? bracketedOf(bracketed, building) : nameExpressionOf(node(filter, 'nameExpression')) };
}

/** 取低（A，B）; `the earlier of (D, E)`. */
export function extremeOf(extreme: CstNode, building: Building): Extreme {
  const operands = listOf(node(extreme, 'bracketed'), building);
  const isOfDays = has(extreme, words.theEarlierOf) || has(extreme, words.theLaterOf);
  return {
    kind: 'Extreme',
    span: spanOfNode(extreme),
    side: has(extreme, words.lowerOf) || has(extreme, words.theEarlierOf) ? 'lowest' : 'highest',
    ...(isOfDays ? { days: true as const } : {}),
    operands,
  };
}

export function countOf(count: CstNode, building: Building): Aggregate {
  const list = reference(token(count, NameToken));
  return { kind: 'Aggregate', span: spanOfNode(count), operation: 'count', list, ...filterOf(count, building) };
}

/** 各 I（C）的 E 合计; 各 I 的 个数; 各 I（C）按 K 先后 的 名次; 各 I（C）的 E 按 K 先后 不超过 L 的部分. */
export function eachAggregateOf(aggregate: CstNode, building: Building): Aggregate | Rank | Part {
  const bracketed = optionalNode(aggregate, 'bracketed');
  const conditions = bracketed ? listOf(bracketed, building) : [];
  if (conditions.length > 1) building.report(ListWithoutWord, { span: spanOfNode(bracketed!) }, {});
  const span = spanOfNode(aggregate);
  const filter = conditions[0] ? { where: conditions[0] } : {};
  if (optionalNode(aggregate, 'ordering')) return inOrderOf(aggregate, filter, span, building);
  const common = { kind: 'Aggregate' as const, span, list: reference(token(aggregate, NameToken)), ...filter };
  if (has(aggregate, words.deCount)) return { ...common, operation: 'count' };
  return { ...common, operation: operationOf(aggregate), of: expressionOf(node(aggregate, 'chain'), building) };
}

/** What ends in 的 名次 or in 的部分. */
function inOrderOf(
  aggregate: CstNode,
  filter: { readonly where?: Expression },
  span: Expression['span'],
  building: Building,
): Rank | Part {
  const among = amongOf(aggregate, filter, building);
  const bound = optionalToken(aggregate, PartBound);
  if (!bound) return { kind: 'Rank', span, among };
  const [of, edge] = nodes(aggregate, 'chain').map((one) => expressionOf(one, building));
  return { kind: 'Part', span, side: partSide(bound, building), of: of!, edge: edge!, among };
}

export function paidUnderOf(paid: CstNode): PaidUnder {
  const clause = reference(token(paid, NameToken));
  return { kind: 'PaidUnder', span: spanOfNode(paid), clause, forItem: has(paid, words.forThisItem) };
}
