/** Conditions with their numbers filled in, and why a failed one fails. */
import type { BoundOperator } from '../ir.ts';
import { numberText } from './amount-text.ts';
import type { ExplainedBound, ExplainedCause, ExplainedExpression, Shortfall } from './explanation.ts';
import { calculation, compareKnown, hasCalculation, leafText, list, operand, resultText } from './formula.ts';
import type { Words } from './words.ts';

/** `isPart`: stands among others, so a bare value is named. */
export function conditionText(expression: ExplainedExpression, words: Words, isPart = false): string {
  switch (expression.operation) {
    case 'compare':
    case 'hasGrown':
      return comparisonText(expression, words, isPart);
    case 'logical':
      return logicalText(expression, words, isPart);
    case 'not':
      // A bare "no" under a denied name would not say whether it is the fact's or the denial's.
      return conditionText(operand(expression, 0), words, true);
    case 'switch':
      return conditionText(operand(expression, 0), words, isPart);
    case 'optionTest':
      return named(operand(expression, 0), leafText(operand(expression, 0), words), words, isPart);
    default:
      return named(expression, leafText(expression, words), words, isPart);
  }
}

function logicalText(expression: ExplainedExpression, words: Words, isPart: boolean): string {
  const between = rangeTest(expression, words, isPart);
  if (between !== undefined) return between;
  const joint = ` ${expression.mode === 'and' ? words.and : words.or} `;
  const text = expression.operands.map((one) => conditionText(one, words, true)).join(joint);
  return isPart ? `${words.opening}${text}${words.closing}`.trim() : text;
}

/** `X from A to B` is two comparisons of one thing: told in one chain, or by the one that fails. */
function rangeTest({ mode, operands }: ExplainedExpression, words: Words, isPart: boolean): string | undefined {
  const [from, to] = operands;
  if (mode !== 'and' || operands.length !== 2 || from?.mode !== 'atLeast' || to?.mode !== 'atMost') return undefined;
  const [value, low, again, high] = [from.operands[0], from.operands[1], to.operands[0], to.operands[1]];
  if (
    value === undefined ||
    low === undefined ||
    again === undefined ||
    high === undefined ||
    !isSameFact(value, again)
  )
    return undefined;
  const failed = operands.find((one) => one.value?.kind === 'truth' && one.value.truth === 'false');
  if (failed !== undefined) return comparisonText(failed, words, isPart);
  return named(value, `${leafText(low, words)} ≤ ${leafText(value, words)} ≤ ${leafText(high, words)}`, words, isPart);
}

function isSameFact({ source: one }: ExplainedExpression, { source: other }: ExplainedExpression): boolean {
  return one?.kind === 'fact' && other?.kind === 'fact' && one.path === other.path;
}

function comparisonText(expression: ExplainedExpression, words: Words, isPart: boolean): string {
  const [left, right] = [operand(expression, 0), operand(expression, 1)];
  const isGrown = expression.operation === 'hasGrown';
  const operator = isGrown ? 'over' : (expression.mode as BoundOperator);
  const truth = expression.value?.kind === 'truth' ? expression.value : undefined;
  const small = hasCalculation(left) ? calculation(left, words) : leafText(left, words);
  if (truth?.reason !== undefined && left.value?.kind === 'undefined') return named(left, small, words, isPart);
  const edge = right.source?.kind === 'parameter' ? leafText(right, words) : resultText(right, words);
  const relation = `${small} ${symbol(operator, compareKnown(left, right))} ${edge}`;
  const text = named(left, relation, words, isPart);
  return hasCalculation(right) ? list([calculation(right, words), text], words) : text;
}

/** How the two sides really stand where both are known, else the sign of the bound word. */
function symbol(operator: BoundOperator, order: number | undefined): string {
  const signs = { atLeast: '≥', over: '>', atMost: '≤', under: '<', equal: '=', notEqual: '≠' } as const;
  if (order === undefined) return signs[operator];
  if (operator === 'equal' || operator === 'notEqual') return order === 0 ? '=' : '≠';
  const isWeak = operator === 'atLeast' || operator === 'atMost';
  if (order === 0) return isWeak ? signs[operator] : '=';
  return order > 0 ? (operator === 'atLeast' ? '≥' : '>') : operator === 'atMost' ? '≤' : '<';
}

function named(expression: ExplainedExpression, text: string, words: Words, isPart: boolean): string {
  const { source } = expression;
  if (!isPart || (source?.kind !== 'fact' && source?.kind !== 'parameter' && source?.kind !== 'clause')) return text;
  return words.is(source.names[words.language], text);
}

/** Every reason why a condition is false, as far as it has one beside its parts being so. */
export function failureReasons(expression: ExplainedExpression, words: Words): readonly string[] {
  const { value, shortfall, operands, operation } = expression;
  if (value?.kind !== 'truth' || value.truth !== 'false') return [];
  if (value.reason !== undefined) return [words.undefinedReason[value.reason]];
  if (shortfall !== undefined) {
    const operator = operation === 'hasGrown' ? 'over' : (expression.mode as BoundOperator);
    return [shortfallText(shortfall, operator, resultText(operand(expression, 1), words), words)];
  }
  return operation === 'logical' || operation === 'switch' ? operands.flatMap((one) => failureReasons(one, words)) : [];
}

/** `还差 12,000.00 元`; exactly at a bound that must be passed, the bound itself is named. */
export function shortfallText(shortfall: Shortfall, operator: BoundOperator, bound: string, words: Words): string {
  const isUpper = operator === 'atMost' || operator === 'under';
  if (shortfall.side === 'equal') return isUpper ? words.exactlyMustStayUnder(bound) : words.exactlyMustExceed(bound);
  const gap = numberText(shortfall.least, shortfall.unit, words);
  const told = shortfall.least === shortfall.most ? gap : words.atLeastGap(gap);
  if (isUpper) return shortfall.strict ? words.exceedsStrict(told) : words.exceeds(told);
  return shortfall.strict ? words.shortStrict(told) : words.short(told);
}

/** Of a row of a choice: why its tests fail. */
export function boundReasons(bounds: readonly ExplainedBound[], words: Words): readonly string[] {
  return bounds.flatMap(({ shortfall, operator, edge }) =>
    shortfall === undefined ? [] : [shortfallText(shortfall, operator, leafText(edge, words), words)],
  );
}

/** What is open, each thing once: the missing facts by name, then the rest. */
export function causesText(causes: readonly ExplainedCause[], words: Words): string {
  const missing = causes.filter(({ kind }) => kind === 'missing').map(({ names }) => names[words.language]);
  const others = causes.flatMap(({ kind }) => {
    if (kind === 'missing') return [];
    return [
      {
        discretion: words.cause.discretion,
        history: words.cause.history,
        'other-awards': words.cause.otherAwards,
        'other-claims': words.cause.otherClaims,
        budget: words.cause.budget,
      }[kind],
    ];
  });
  const facts = missing.length === 0 ? [] : [words.cause.missing(missing.join(words.listSeparator))];
  return [...new Set([...facts, ...others])].join(words.clauseSeparator);
}
