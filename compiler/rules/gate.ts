import type { Span } from '../../diagnostics/span.ts';
import type { Expression } from '../../grammar/ast.ts';
import type { Type } from '../check/type.ts';
import { symbolNamed } from '../resolve/names.ts';
import type { Gate } from './choice-places.ts';
import { expressionKey } from './expression-key.ts';
import { boundInterval, type Interval, intersection, isEmpty, operatorUnder } from './tier-rows.ts';
import { constantOf, type World } from './world.ts';

/** What conditions leave of a figure, and the last condition that says so. */
export function gateOn(
  of: Expression | undefined,
  gates: readonly Gate[],
  world: World,
  type: Type,
): { readonly interval: Interval; readonly reference: Span } | undefined {
  const key = of === undefined ? undefined : expressionKey(world.names, of);
  if (key === undefined) return undefined;
  let interval: Interval = {};
  let reference: Span | undefined;
  for (const gate of gates)
    for (const condition of conjuncts(world, gate.condition)) {
      const bound = boundOn(world, gate, condition, key, type);
      if (bound === undefined) continue;
      interval = intersection(interval, bound);
      reference = condition.span;
    }
  return reference === undefined || isEmpty(interval) ? undefined : { interval, reference };
}

/** The parts that must all hold; definitions are looked into. */
export function conjuncts(world: World, condition: Expression): readonly Expression[] {
  const found = new Set<Expression>();
  const seen = new Set<Expression>();
  const open = [condition];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const symbol = symbolNamed(world.names, next);
    if (next.kind === 'Logical' && next.operator === 'and') open.push(...next.operands);
    else if (symbol?.kind === 'definition') open.push(symbol.declaration.value);
    else found.add(next);
  }
  return [...found];
}

function boundOn(world: World, gate: Gate, condition: Expression, key: string, type: Type): Interval | undefined {
  if (condition.kind === 'RangeTest' && expressionKey(world.names, condition.operand) === key) {
    const low = constantOf(world, condition.low);
    const high = constantOf(world, condition.high);
    if (low === undefined || high === undefined) return undefined;
    return intersection(boundInterval('atLeast', low, type), boundInterval('atMost', high, type));
  }
  if (condition.kind !== 'Comparison' || expressionKey(world.names, condition.left) !== key) return undefined;
  const value = constantOf(world, condition.right);
  return value === undefined
    ? undefined
    : boundInterval(operatorUnder(world, condition.operator, gate.readings), value, type);
}
