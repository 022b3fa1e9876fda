import type { ScopeIr } from '../ir.ts';
import { compare } from '../rational.ts';
import { ceilingText, isCeiling, numberText, rangeText } from './amount-text.ts';
import { conditionText } from './condition-text.ts';
import { compareDecimals, parseExact } from './exact-text.ts';
import type { ExplainedExpression, ExplainedNumber, ExplainedStep, Unit, Wording } from './explanation.ts';
import { calculation, equation, hasCalculation, knownNumber, list, nested, operand, resultText } from './formula.ts';
import { limitFormula, paidText } from './limit-text.ts';
import { poolFormula } from './pool-formula.ts';
import { keyOf } from './row-rows.ts';
import { words as allWords, type Words } from './words.ts';

type Unfilled = Omit<ExplainedStep, 'formula' | 'restsOn'>;

/** A line with its numbers filled in, in both languages; empty for a line that did not run or says nothing in numbers. */
export function formulas(step: Unfilled, currency: string): Wording {
  return { zh: formula(step, currency, allWords.zh), en: formula(step, currency, allWords.en) };
}

function formula(step: Unfilled, currency: string, words: Words): string {
  if (step.status === 'notRun') return '';
  const money: Unit = { kind: 'money', currency };
  const own = lineFormula(step, money, words);
  if (step.detail.decided === undefined) return own;
  return list([...(own === '' ? [] : [own]), words.decidedAmount(rangeText(step.detail.decided, money, words))], words);
}

function lineFormula(step: Unfilled, money: Unit, words: Words): string {
  const { expression } = step;
  switch (step.kind) {
    case 'when':
      return expression === undefined ? '' : conditionText(expression, words);
    case 'amount':
      return expression === undefined ? '' : amountFormula(step, expression, words);
    case 'adjust':
      return expression === undefined ? '' : adjustFormula(step, expression, money, words);
    case 'cap':
      return expression === undefined ? '' : capFormula(step, expression, money, words);
    case 'round':
      return `${told(step.before, money, words)} → ${told(step.after, money, words)}`;
    case 'budget':
      if (step.detail.pool !== undefined && step.detail.sharing !== undefined)
        return poolFormula(step.detail.pool, step.before, step.detail.sharing, money, words);
      return expression === undefined || step.detail.sharing === undefined
        ? ''
        : words.budget.sharing(resultText(expression, words), step.detail.sharing);
    case 'once':
    case 'limit':
      return expression === undefined ? '' : limitFormula(step, expression, words);
    case 'items':
    case 'switch':
      return '';
  }
}

/** Where no row applies, what was looked up is shown instead of an amount. */
function amountFormula(step: Unfilled, expression: ExplainedExpression, words: Words): string {
  const choice = expression.operation === 'switch' ? operand(expression, 0) : expression;
  if (step.detail.failed === 'no row' && (choice.operation === 'choose' || choice.operation === 'ladder'))
    return keyOf(choice) === undefined && choice.operation === 'choose' ? '' : calculation(operand(choice, 0), words);
  return calculation(expression, words);
}

function adjustFormula(step: Unfilled, expression: ExplainedExpression, money: Unit, words: Words): string {
  if (step.gate?.truth === 'false' || step.before === undefined || step.after === undefined) return '';
  const [before, after] = [told(step.before, money, words), told(step.after, money, words)];
  const amount = resultText(expression, words);
  const inner = hasCalculation(expression) ? [calculation(expression, words)] : nested(expression, words);
  const order = expression.value?.kind === 'number' ? orderOf(step.before, expression.value) : undefined;
  switch (step.detail.operation) {
    case 'add':
      return list([...inner, equation(`${before} + ${amount}`, after, words)], words);
    case 'less':
      return list(
        [
          ...inner,
          order !== undefined && order < 0
            ? `${before} < ${amount}${words.clauseSeparator}${words.take(after)}`
            : equation(`${before} − ${amount}`, after, words),
        ],
        words,
      );
    case 'raise':
      return list([...inner, equation(`${before} × (1 + ${amount})`, after, words)], words);
    case 'lower':
      return list([...inner, equation(`${before} × (1 − ${amount})`, after, words)], words);
    default:
      return list(
        [
          ...inner,
          order !== undefined && order < 0
            ? `${before} < ${amount}${words.clauseSeparator}${words.take(after)}`
            : order === undefined
              ? equation(
                  `${words.extreme.highest}${words.opening}${before}${words.listSeparator}${amount}${words.closing}`,
                  after,
                  words,
                )
              : `${before} ≥ ${amount}`,
        ],
        words,
      );
  }
}

function capFormula(step: Unfilled, expression: ExplainedExpression, money: Unit, words: Words): string {
  const { used, room } = step.detail;
  const cap = resultText(expression, words);
  const inner = hasCalculation(expression) ? [calculation(expression, words)] : [];
  const limit = room ?? (expression.value?.kind === 'number' ? expression.value : undefined);
  const left =
    used === undefined || room === undefined ? [] : [roomText(cap, used, room, step.detail.scope, money, words)];
  if (step.before === undefined || limit === undefined) return list([...inner, ...left], words);
  const order = capOrder(step.before, limit);
  const before = told(step.before, money, words);
  if (order !== undefined)
    return list([...inner, ...left, `${before} ${order > 0 ? '>' : '≤'} ${rangeText(limit, money, words)}`], words);
  const after = told(step.after, money, words);
  return list([...inner, ...left, before === after ? after : `${before} → ${after}`], words);
}

function roomText(
  cap: string,
  used: ExplainedNumber,
  room: ExplainedNumber,
  scope: ScopeIr | undefined,
  money: Unit,
  words: Words,
): string {
  const paid = paidText(rangeText(used, money, words), scope, words);
  return used.lo === used.hi ? words.cap.room(cap, paid, rangeText(room, money, words)) : words.cap.openRoom(cap, paid);
}

/** Ceilings compare by their upper ends; undefined where the order is open. */
function orderOf(left: ExplainedNumber, right: ExplainedNumber): number | undefined {
  const plain = left.lo === left.hi && right.lo === right.hi ? compareDecimals(left.hi, right.hi) : undefined;
  if (plain !== undefined) return plain;
  const [a, b] = [knownNumber(left), knownNumber(right)];
  return a === undefined || b === undefined ? undefined : compare(a, b);
}

/** Also of amounts that are open, as long as they surely stay within the limit or exceed it. */
export function capOrder(amount: ExplainedNumber, limit: ExplainedNumber): number | undefined {
  const order = orderOf(amount, limit);
  if (order !== undefined) return order;
  const [least, most] = [parseExact(amount.lo), parseExact(amount.hi)];
  const [low, high] = [parseExact(limit.lo), parseExact(limit.hi)];
  if (most !== undefined && low !== undefined && compare(most, low) <= 0) return -1;
  return least !== undefined && high !== undefined && compare(least, high) > 0 ? 1 : undefined;
}

function told(value: ExplainedNumber | undefined, unit: Unit, words: Words): string {
  if (value === undefined) return words.unknown;
  return isCeiling(value) ? numberText(value.hi, unit, words) : ceilingText(value, unit, words);
}
