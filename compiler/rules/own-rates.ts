import type { Choose, Expression } from '../../grammar/ast.ts';
import { expressionsOfKind } from '../walk.ts';
import { expressionKey } from './expression-key.ts';
import type { Analysis } from './rule.ts';

/** Choices of a rate or price that are multiplied by their own key: 收入 的 （按 收入 { … }）. They pay on the whole, as slab rows do. */
export function ratesOfOwnKey({ file, names }: Analysis): ReadonlySet<Choose> {
  const found = new Set<Choose>();
  const add = (rate: Expression, base: Expression) => {
    if (rate.kind !== 'Choose' || rate.key === undefined || rate.mode === 'bands') return;
    const key = expressionKey(names, rate.key);
    if (key !== undefined && expressionKey(names, base) === key) found.add(rate);
  };
  for (const { rate, base } of expressionsOfKind(file, 'RateOf')) add(rate, base);
  for (const { limit, base } of expressionsOfKind(file, 'UpTo')) if (base !== undefined) add(limit, base);
  for (const { operator, left, right } of expressionsOfKind(file, 'Binary'))
    if (operator === '*') {
      add(left, right);
      add(right, left);
    }
  return found;
}
