import type { Choose, Expression } from '../../grammar/ast.ts';
import { everyExpression, rootsOf } from '../walk.ts';
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
  for (const declaration of file.declarations)
    for (const root of rootsOf(declaration))
      for (const part of everyExpression(root)) {
        if (part.kind === 'RateOf') add(part.rate, part.base);
        if (part.kind === 'UpTo' && part.base !== undefined) add(part.limit, part.base);
        if (part.kind === 'Binary' && part.operator === '*') {
          add(part.left, part.right);
          add(part.right, part.left);
        }
      }
  return found;
}
