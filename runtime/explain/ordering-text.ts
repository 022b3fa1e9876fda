/** The place of an item and its part of a limit, with the figures that decide it. */
import { compare } from '../rational.ts';
import { rangeText } from './amount-text.ts';
import type { ExplainedExpression, ExplainedMember } from './explanation.ts';
import { knownNumber, leafText, list, operand, resultText } from './formula.ts';
import type { Words } from './words.ts';

/** More members than this are counted, not listed. */
const longestList = 6;

/** `P3 3,000,000.00 元、P1 2,000,000.00 元 → 第2名`. */
export function rankText(expression: ExplainedExpression, words: Words): string {
  const members = inOrder(expression);
  const told = members.slice(0, longestList).map((member) => memberText(member, words));
  const rest = members.length > longestList ? [words.items.more(members.length - longestList)] : [];
  return `${[...told, ...rest].join(words.listSeparator)} → ${resultText(expression, words)}`;
}

/** `5000万 − 在前已用 3000万 = 余 2000万；取低（本金，余）`. */
export function partInOrderText(expression: ExplainedExpression, words: Words): string {
  const { used, room } = expression.order ?? {};
  const { unit } = expression;
  const result = resultText(expression, words);
  if (used === undefined || room === undefined) return result;
  const left = words.usedBefore(
    leafText(operand(expression, 0), words),
    rangeText(used, unit, words),
    rangeText(room, unit, words),
  );
  return list([left, expression.mode === 'over' ? words.beyond(result) : words.take(result)], words);
}

function memberText({ key, keys = [] }: ExplainedMember, words: Words): string {
  return `${key} ${keys.map((one) => leafText(one, words)).join(' / ')}`;
}

/** Those ranked, as far as their keys are known in order; else as listed. */
function inOrder({ items = [], order }: ExplainedExpression): readonly ExplainedMember[] {
  const members = items.filter(({ keys }) => keys !== undefined);
  const figures = new Map(members.map((member) => [member, (member.keys ?? []).map(known)]));
  if ([...figures.values()].some((keys) => keys.includes(undefined))) return members;
  return [...members].sort((one, other) => {
    for (const [index, first] of (order?.first ?? []).entries()) {
      const [a, b] = [figures.get(one)?.[index], figures.get(other)?.[index]];
      const sign = a === undefined || b === undefined ? 0 : compare(a, b);
      if (sign !== 0) return first === 'greatest' ? -sign : sign;
    }
    return 0;
  });
}

function known({ value }: ExplainedExpression) {
  return value?.kind === 'number' && value.lo === value.hi ? knownNumber(value) : undefined;
}
