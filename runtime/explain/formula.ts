/** Expressions with their numbers filled in: `500,000.00 元 × 50% = 250,000.00 元`. */
import { dayExists, dayNumber } from '../day.ts';
import { compare, divide, floor, ceiling as leastWhole, type Rational, sign, whole } from '../rational.ts';
import { bareText, ceilingText, isCeiling, numberText, rangeText, valueText } from './amount-text.ts';
import { compareDecimals, exactText, parseExact } from './exact-text.ts';
import type { ExplainedExpression, ExplainedNumber, ExplainedRow, Unit } from './explanation.ts';
import { accrualText, calendarEdgeText, dateShiftText, elapsedText, yearSinceText } from './formula-calendar.ts';
import { partInOrderText, rankText } from './ordering-text.ts';
import { isMean, meanText, withVersion } from './version-text.ts';
import type { Words } from './words.ts';

/** The sum and its result; parts that are more than a sum stand before it, each with its own result. */
export function calculation(expression: ExplainedExpression, words: Words): string {
  const special = calculations[expression.operation];
  if (special !== undefined) return special(expression, words);
  if (isMean(expression)) return equation(meanText(expression, words), resultText(expression, words), words);
  if (!isArithmetic(expression)) return term(expression, words);
  if (expression.operands.length === 1 && isTransparent(expression)) return calculation(operand(expression, 0), words);
  const chain = equation(term(expression, words), resultText(expression, words), words);
  const parts = partsOf(expression);
  if (parts.length === 0) return chain;
  const told = parts.map((part) => ({ text: calculation(part, words), value: leafText(part, words) }));
  return [...told.flatMap(({ text, value }) => (text === value ? [] : [text])), chain].join(words.clauseSeparator);
}

/** `a = b`; `a ≈ b` of a rounded result; `a` alone where the result is unknown. */
export function equation(sum: string, result: string, words: Words): string {
  if (result === words.unknown) return sum;
  return result.startsWith('≈') ? `${sum} ≈ ${result.slice(1)}` : `${sum} = ${result}`;
}

/** What stands in a sum for this expression: a value, or a sum of values. */
export function term(expression: ExplainedExpression, words: Words): string {
  const [first, second] = expression.operands;
  switch (expression.operation) {
    case 'add':
      return expression.operands.map((one) => term(one, words)).join(' + ');
    case 'subtract':
      return `${term(operand(expression, 0), words)} − ${grouped(operand(expression, 1), words)}`;
    case 'multiply':
      return factors(expression)
        .map((one) => grouped(one, words))
        .join(' × ');
    case 'divide':
      return `${grouped(operand(expression, 0), words)} ÷ ${divisor(operand(expression, 1), words)}`;
    case 'ceiling':
      if (first === undefined || second === undefined) return first === undefined ? '' : term(first, words);
      return `${grouped(second, words)} × ${limitText(expression, first, words)}`;
    case 'switch':
      return first === undefined ? '' : term(first, words);
    case 'clause':
      return clauseText(expression, words);
    default:
      return leafText(expression, words);
  }
}

/** A figure that another clause made says whose it is. */
function clauseText(expression: ExplainedExpression, words: Words): string {
  const { source, value } = expression;
  const text = leafText(expression, words);
  if (source?.kind !== 'clause') return text;
  const isRange = value?.kind === 'number' && value.lo !== value.hi && text !== words.unknown;
  return `${source.names[words.language]} ${isRange ? `(${text})` : text}`;
}

/** The expression's value, a ceiling by its upper end. */
export function resultText(expression: ExplainedExpression, words: Words): string {
  const { value, unit } = expression;
  return value?.kind === 'number' ? ceilingText(value, unit, words) : valueText(value, unit, words);
}

export function leafText(expression: ExplainedExpression, words: Words): string {
  const { value, unit, source } = expression;
  if (value === undefined && source?.kind === 'literal') return literalText(expression.mode ?? '', unit, words);
  const missing =
    value?.kind === 'number' && value.lo !== value.hi && value.causes.some(({ kind }) => kind === 'missing');
  const isStated = source?.kind === 'fact' || source?.kind === 'parameter';
  if (isStated && missing && expression.versions === undefined) return words.unknown;
  return withVersion(expression, valueText(value, unit, words), words);
}

function literalText(text: string, unit: Unit, words: Words): string {
  if (unit.kind === 'truth') return text === 'true' ? words.yes : words.no;
  return isDecimal(text) ? numberText(text, unit, words) : text;
}

type Calculation = (expression: ExplainedExpression, words: Words) => string;

/** Operations that are more than a sum. */
const calculations: Readonly<Partial<Record<ExplainedExpression['operation'], Calculation>>> = {
  part: (expression, words) => {
    const [of, edge] = [operand(expression, 0), operand(expression, 1)];
    const order = compareKnown(of, edge);
    if (order === undefined) return resultText(expression, words);
    const relation = `${leafText(of, words)} ${order > 0 ? '>' : '≤'} ${leafText(edge, words)}`;
    if (expression.mode === 'upTo')
      return list([...nested(expression, words), relation, words.take(resultText(expression, words))], words);
    const sum =
      order > 0
        ? equation(`${leafText(of, words)} − ${leafText(edge, words)}`, resultText(expression, words), words)
        : relation;
    return list(
      [...nested(expression, words), sum, ...(order > 0 ? [] : [words.take(resultText(expression, words))])],
      words,
    );
  },
  steps: (expression, words) => {
    const [of, step, amount] = [operand(expression, 0), operand(expression, 1), operand(expression, 2)];
    const count = expression.mode === 'everyPart' ? undefined : wholeSteps(expression, of, step);
    const result = resultText(expression, words);
    if (count === undefined) {
      return list(
        [
          ...nested(expression, words),
          equation(`${leafText(of, words)} ÷ ${leafText(step, words)} × ${leafText(amount, words)}`, result, words),
        ],
        words,
      );
    }
    const counted = (expression.mode === 'everyFull' ? words.fullSteps : words.startedSteps)(
      leafText(of, words),
      leafText(step, words),
      count,
    );
    return list(
      [...nested(expression, words), counted, equation(`${count} × ${leafText(amount, words)}`, result, words)],
      words,
    );
  },
  growth: (expression, words) => {
    const [now, before] = [operand(expression, 0), operand(expression, 1)];
    if (!isKnown(now) && !isKnown(before)) return resultText(expression, words);
    if (!isKnown(expression)) return words.fromTo(leafText(before, words), leafText(now, words));
    const base = bareOrUnknown(before, words);
    return list(
      [
        ...nested(expression, words),
        equation(`(${bareOrUnknown(now, words)} − ${base}) ÷ ${base}`, resultText(expression, words), words),
      ],
      words,
    );
  },
  rowCap: (expression, words) => {
    const [value, cap] = [operand(expression, 0), operand(expression, 1)];
    const amount = calculation(value, words);
    const order = compareKnown(value, cap);
    if (order === undefined)
      return list(
        [
          amount,
          equation(
            `${words.extreme.lowest}${inBrackets([resultText(value, words), leafText(cap, words)], words)}`,
            resultText(expression, words),
            words,
          ),
        ],
        words,
      );
    return list(
      [amount, order > 0 ? words.cap.at(leafText(cap, words)) : words.cap.within(leafText(cap, words))],
      words,
    );
  },
  extreme: (expression, words) => {
    const which = (expression.unit.kind === 'date' ? words.calendar.extreme : words.extreme)[
      expression.mode === 'lowest' ? 'lowest' : 'highest'
    ];
    const operands = expression.operands.map((one) => leafText(one, words));
    return list(
      [
        ...nested(expression, words),
        equation(`${which}${inBrackets(operands, words)}`, resultText(expression, words), words),
      ],
      words,
    );
  },
  choose: (expression, words) => {
    const used = (expression.rows ?? []).filter(({ status }) => status === 'applies' || status === 'perhaps');
    const [only] = used;
    if (only?.value !== undefined && used.length === 1 && only.status === 'applies')
      return calculation(only.value, words);
    const otherwise = expression.operands.find(({ role }) => role === 'otherwise');
    if (used.length === 0 && otherwise?.value !== undefined) return calculation(otherwise, words);
    if (used.length > 1 && used.every(({ status }) => status === 'applies'))
      return equation(sumOfRows(used, words), resultText(expression, words), words);
    return resultText(expression, words);
  },
  bands: (expression, words) => {
    const parts = (expression.rows ?? []).filter(isReached);
    const { unit } = operand(expression, 0);
    const sum = parts.map((row) => bandText(row, unit, words));
    return list(
      [
        ...nested(expression, words),
        equation(
          `${sum.length === 0 ? leafText(operand(expression, 0), words) : sum.join(' + ')}`,
          resultText(expression, words),
          words,
        ),
      ],
      words,
    );
  },
  ladder: (expression, words) => {
    const { gross, deducted } = expression.ladder ?? {};
    const { unit } = expression;
    if (gross === undefined || deducted === undefined || deducted.hi === '0' || deducted.lo !== deducted.hi)
      return resultText(expression, words);
    return equation(
      `${ceilingText(gross, unit, words)} − ${rangeText(deducted, unit, words)}`,
      resultText(expression, words),
      words,
    );
  },
  aggregate: (expression, words) => aggregateText(expression, words),
  rank: rankText,
  partInOrder: partInOrderText,
  dateShift: dateShiftText,
  calendarEdge: calendarEdgeText,
  elapsed: elapsedText,
  yearSince: yearSinceText,
  accrual: accrualText,
  days: (expression, words) =>
    equation(
      `${leafText(operand(expression, 0), words)} … ${leafText(operand(expression, 1), words)}`,
      resultText(expression, words),
      words,
    ),
};

/** A band that some of the base lies in. */
export function isReached({ part, value }: ExplainedRow): boolean {
  return part !== undefined && part.hi !== '0' && value !== undefined;
}

/** `1,000,000.00 元 × 3%`, and the lower of that and its cap. */
function bandText({ part, value, cap }: ExplainedRow, unit: Unit, words: Words): string {
  const share = `${part === undefined ? '' : rangeText(part, unit, words)} × ${value === undefined ? '' : leafText(value, words)}`;
  return cap === undefined ? share : `${words.extreme.lowest}${inBrackets([share, leafText(cap, words)], words)}`;
}

/** More members than this are summed up, not listed. */
const longestSum = 6;

function aggregateText(expression: ExplainedExpression, words: Words): string {
  const counted = (expression.items ?? []).filter(
    ({ where }) => where === undefined || (where.value?.kind === 'truth' && where.value.truth !== 'false'),
  );
  if (expression.items === undefined) return words.items.unlisted;
  if (expression.mode === 'count') return words.countOf(resultText(expression, words));
  if (counted.length === 0) return words.items.none;
  const terms = counted.map(({ of }) => (of === undefined ? '' : leafText(of, words)));
  const result = resultText(expression, words);
  if (counted.length > longestSum) return equation(words.items.total(counted.length), result, words);
  if (expression.mode === 'total') return counted.length === 1 ? result : equation(terms.join(' + '), result, words);
  return equation(
    `${expression.mode === 'lowest' ? words.extreme.lowest : words.extreme.highest}${inBrackets(terms, words)}`,
    result,
    words,
  );
}

function sumOfRows(rows: readonly ExplainedRow[], words: Words): string {
  return rows.map(({ value }) => (value === undefined ? '' : resultText(value, words))).join(' + ');
}

/** Sums are printed through; everything else stands in a sum by its value. */
function isArithmetic({ operation }: ExplainedExpression): boolean {
  return (
    operation === 'add' ||
    operation === 'subtract' ||
    operation === 'multiply' ||
    operation === 'divide' ||
    operation === 'ceiling' ||
    operation === 'switch'
  );
}

/** A node that only passes its operand on: a chosen reading, a ceiling in money. */
function isTransparent({ operation }: ExplainedExpression): boolean {
  return operation === 'switch' || operation === 'ceiling';
}

/** The parts of a sum that have a calculation of their own. */
function partsOf({ operands }: ExplainedExpression): readonly ExplainedExpression[] {
  if (operands.every((one) => one.operands.length === 0 && !isWorkedOut(one))) return noParts;
  return operands.flatMap((one) =>
    isArithmetic(one) ? partsOf(one) : isWorkedOut(one) && one.value !== undefined ? [one] : [],
  );
}

const noParts: readonly ExplainedExpression[] = [];

/** Calculations of operands that are themselves more than a value. */
export function nested(expression: ExplainedExpression, words: Words): readonly string[] {
  const texts: string[] = [];
  for (const one of expression.operands) {
    if (!hasCalculation(one)) continue;
    const text = calculation(one, words);
    if (text !== leafText(one, words)) texts.push(text);
  }
  return texts;
}

export function hasCalculation(expression: ExplainedExpression): boolean {
  if (expression.operation === 'switch') return hasCalculation(operand(expression, 0));
  return isWorkedOut(expression) || (isArithmetic(expression) && expression.operands.length > 1);
}

function isWorkedOut(expression: ExplainedExpression): boolean {
  const { operation } = expression;
  if (operation === 'fact' || operation === 'literal') return false;
  return calculations[operation] !== undefined || isMean(expression);
}

function grouped(expression: ExplainedExpression, words: Words): string {
  const inner = expression.operation === 'switch' ? operand(expression, 0) : expression;
  const text = term(inner, words);
  const isRange =
    inner.value?.kind === 'number' &&
    inner.value.lo !== inner.value.hi &&
    !isCeiling(inner.value) &&
    text === rangeText(inner.value, inner.unit, words) &&
    text !== words.unknown;
  return inner.operation === 'add' || inner.operation === 'subtract' || isRange ? `(${text})` : text;
}

/** a ÷ (b × c) is not a ÷ b × c. */
function divisor(expression: ExplainedExpression, words: Words): string {
  const inner = expression.operation === 'switch' ? operand(expression, 0) : expression;
  const isProduct = ['multiply', 'divide', 'ceiling'].includes(inner.operation) && inner.operands.length > 1;
  return isProduct ? `(${term(inner, words)})` : grouped(expression, words);
}

/** The base before the rate, whichever was written first. */
function factors({ operands }: ExplainedExpression): readonly ExplainedExpression[] {
  const isRate = ({ unit }: ExplainedExpression) => unit.kind === 'percent' || (unit.kind === 'compound' && unit.share);
  return [...operands.filter((one) => !isRate(one)), ...operands.filter(isRate)];
}

function limitText(expression: ExplainedExpression, limit: ExplainedExpression, words: Words): string {
  if (expression.source?.kind !== 'decision' || expression.source.rate === undefined) return grouped(limit, words);
  return words.decidedRate(numberText(expression.source.rate, { kind: 'percent' }, words));
}

function wholeSteps(
  expression: ExplainedExpression,
  of: ExplainedExpression,
  step: ExplainedExpression,
): string | undefined {
  const [amount, size] = [known(of), known(step)];
  if (amount === undefined || size === undefined || sign(size) === 0) return undefined;
  const ratio = divide(amount, size);
  const count = sign(ratio) <= 0 ? 0n : expression.mode === 'everyFull' ? floor(ratio) : leastWhole(ratio);
  return bareText(exactText({ n: count, d: 1n }), { kind: 'count' });
}

function bareOrUnknown(expression: ExplainedExpression, words: Words): string {
  const { value, unit } = expression;
  return value?.kind === 'number' && value.lo === value.hi ? bareText(value.lo, unit) : leafText(expression, words);
}

/** Compares two known operands (ceilings by their upper ends). */
export function compareKnown(left: ExplainedExpression, right: ExplainedExpression): number | undefined {
  const [one, other] = [knownText(left), knownText(right)];
  const order = one === undefined || other === undefined ? undefined : compareDecimals(one, other);
  if (order !== undefined) return order;
  const [a, b] = [known(left), known(right)];
  return a === undefined || b === undefined ? undefined : compare(a, b);
}

function knownText({ value }: ExplainedExpression): string | undefined {
  return value?.kind === 'number' && value.lo === value.hi ? value.hi : undefined;
}

/** Whether `known` would find a number. */
function isKnown({ value, source, mode }: ExplainedExpression): boolean {
  if (value === undefined) return source?.kind === 'literal' && mode !== undefined && isDecimal(mode);
  if (value.kind !== 'number' || value.hi === 'infinity' || value.hi === '-infinity') return false;
  return value.lo === value.hi || isCeiling(value);
}

function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function known({ value, source, mode }: ExplainedExpression): Rational | undefined {
  if (value === undefined)
    return source?.kind === 'literal' && mode !== undefined && isDecimal(mode) ? parseExact(mode) : undefined;
  return value.kind === 'number' ? knownNumber(value) : undefined;
}

/** A known number, or the upper end of a ceiling; days as their numbers. */
export function knownNumber(value: ExplainedNumber): Rational | undefined {
  if (value.lo !== value.hi && !isCeiling(value)) return undefined;
  return dayExists(value.hi) ? whole(dayNumber(value.hi)) : parseExact(value.hi);
}

function inBrackets(texts: readonly string[], words: Words): string {
  return `${words.opening}${texts.join(words.listSeparator)}${words.closing}`;
}

export function list(texts: readonly string[], words: Words): string {
  return texts.length === 1 ? texts[0]! : texts.join(words.clauseSeparator);
}

export function operand(expression: ExplainedExpression, index: number): ExplainedExpression {
  const found = expression.operands[index];
  if (found === undefined) throw new RangeError(`expression ${expression.node} lacks operand ${index}`);
  return found;
}
