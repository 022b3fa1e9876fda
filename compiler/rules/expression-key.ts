import type { Expression, Reference } from '../../grammar/ast.ts';
import type { Names } from '../resolve/names.ts';
import { childrenOf } from '../walk.ts';

/**
 * A text that two expressions share if and only if they read the same things in the same way, whatever their spelling. Kinds that
 * name more than their children are `undefined` unless listed: such expressions equal nothing.
 */
export function expressionKey(names: Names, expression: Expression): string | undefined {
  const head = headOf(names, expression);
  if (head === undefined) return undefined;
  const children = childrenOf(expression).map((child) => expressionKey(names, child));
  return children.includes(undefined) ? undefined : `${head}(${children.join(',')})`;
}

function headOf(names: Names, expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'ReferenceExpression':
      return symbolKey(names, expression.reference);
    case 'FieldExpression':
      return symbolKey(names, expression.field);
    case 'NumberLiteral':
      return `${expression.value} ${expression.unit.kind}`;
    case 'Binary':
      return expression.operator;
    case 'Shift':
      return `shift ${expression.years}`;
    case 'Part':
      return expression.among === undefined ? `part ${expression.side}` : undefined;
    case 'Growth':
    case 'Increase':
    case 'RateOf':
    case 'Negation':
      return expression.kind;
    default:
      return undefined;
  }
}

/** Ids are quoted: a name may hold any character. */
function symbolKey(names: Names, reference: Reference): string | undefined {
  const symbol = names.used.get(reference);
  if (symbol === undefined) return undefined;
  const owner = symbol.kind === 'itemField' ? symbol.list.name.id : '';
  return JSON.stringify([symbol.kind, owner, symbol.name.id]);
}
