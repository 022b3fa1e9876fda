/**
 * Redoes the steps of an explanation from the document alone and says where one does not follow. Leaves (facts, ledger, other clauses)
 * are taken as stated; of every operation the result must follow from the operands, end by end (R1).
 */
import type {
  ExplainedExpression,
  ExplainedRow,
  ExplainedStep,
  ExplainedValue,
  Explanation,
} from '../../../runtime/explain/explanation.ts';
import {
  type End,
  floored,
  highest,
  hull,
  type Interval,
  infinity,
  least,
  lowest,
  mapped,
  negated,
  opposite,
  order,
  over,
  plus,
  product,
  readEnd,
  same,
  sum,
  zero,
} from './ends.ts';
import { paymentFaults } from './rederive-payment.ts';
import { shareOf } from './rederive-share.ts';

type Answer = Interval | 'true' | 'false' | 'unknown';

export function faults(explanation: Explanation): readonly string[] {
  return explanation.clauses.flatMap((clause) => {
    const steps = [...clause.steps, ...clause.items.flatMap((item) => item.steps)];
    const plan = clause.payment === undefined ? [] : paymentFaults(clause.payment, explanation.head.settings.payment);
    return [...steps.flatMap(stepFaults), ...plan].map((fault) => `${clause.clause}: ${fault}`);
  });
}

function stepFaults(step: ExplainedStep): readonly string[] {
  const inner = [step.expression, step.condition].flatMap((one) => (one === undefined ? [] : expressionFaults(one)));
  const expected = expectedAfter(step);
  const found = step.after === undefined ? undefined : intervalOf(step.after);
  const isWrong = expected !== undefined && found !== undefined && !same(expected, found);
  return [
    ...inner,
    ...(step.steps ?? []).flatMap(stepFaults),
    ...(isWrong ? [`${step.kind} at node ${step.origin.node}`] : []),
  ];
}

const nought: Interval = { lo: zero, hi: zero };
const notBelowZero = (value: Interval): Interval => highest(value, nought);

/** The amount after a line that ran, where its parts are all there. */
function expectedAfter({
  status,
  kind,
  detail,
  expression,
  condition,
  before,
  after,
}: ExplainedStep): Interval | undefined {
  if (status === 'failed' || detail.decided !== undefined || after === undefined) return undefined;
  const value = expression?.value;
  const amount = value?.kind === 'number' && !value.mayBeUndefined && !value.mayBeNone ? intervalOf(value) : undefined;
  if (kind === 'amount') return amount && notBelowZero(amount);
  if (before === undefined) return undefined;
  const it = intervalOf(before);
  if (kind === 'budget' && detail.pool !== undefined) return shareOf(it, detail.pool);
  if (kind === 'budget') return detail.sharing === 'unlimited' ? it : { lo: zero, hi: it.hi };
  if (kind === 'cap' && detail.room !== undefined && amount !== undefined)
    return capped(it, intervalOf(detail.room), detail.allOrNothing === true);
  if (kind !== 'adjust' || amount === undefined) return undefined;
  const isKnownTrue =
    condition === undefined || (condition.value?.kind === 'truth' && condition.value.truth === 'true');
  if (!isKnownTrue) return undefined;
  if (detail.operation === 'add') return notBelowZero(sum([it, amount]));
  if (detail.operation === 'less') return notBelowZero(sum([it, opposite(amount)]));
  if (detail.operation === 'floor') return notBelowZero(highest(it, amount));
  const share = detail.operation === 'lower' ? notBelowZero(sum([one, opposite(amount)])) : sum([one, amount]);
  return notBelowZero(product(it, share));
}

const one: Interval = { lo: { n: 1n, d: 1n }, hi: { n: 1n, d: 1n } };

function capped(it: Interval, room: Interval, allOrNothing: boolean): Interval {
  if (!allOrNothing) return lowest(it, room);
  if (order(it.hi, room.lo) <= 0) return it;
  return order(it.lo, room.hi) > 0 ? nought : { lo: zero, hi: least(it.hi, room.hi) };
}

function expressionFaults(expression: ExplainedExpression): readonly string[] {
  const rows = (expression.rows ?? []).flatMap((row) => [
    ...(row.value === undefined ? [] : [row.value]),
    ...(row.condition === undefined ? [] : [row.condition]),
    ...(row.bounds ?? []).map(({ edge }) => edge),
  ]);
  const members = (expression.items ?? []).flatMap(({ where, keys = [], of }) =>
    [where, ...keys, of].filter((part) => part !== undefined),
  );
  const rates = (expression.accrual?.stretches ?? []).map(({ rate }) => rate);
  const parts = [
    ...expression.operands,
    ...rates,
    ...rows,
    ...members,
    ...(expression.years ?? []).map(({ of }) => of),
  ];
  const inner = parts.flatMap(expressionFaults);
  const expected = expectedValue(expression);
  const found = answerOf(expression.value);
  const agrees =
    expected === undefined ||
    found === undefined ||
    (typeof expected === 'string' ? expected === found : typeof found !== 'string' && same(expected, found));
  return agrees ? inner : [...inner, `${expression.operation} at node ${expression.node}`];
}

function expectedValue(expression: ExplainedExpression): Answer | undefined {
  const { operation, operands, mode } = expression;
  if (operation === 'logical') return logical(mode, operands);
  if (operation === 'choose') return chosen(expression);
  if (operation === 'dated') return ofVersions(expression);
  if (operation === 'switch') return answerOf(operands[0]?.value);
  if (operation === 'bands')
    return allKnown(
      expression.rows?.map(({ contributes }) => answerOf(contributes)),
      sum,
    );
  if (operation === 'aggregate') return mode === 'total' ? totalOf(expression) : undefined;
  if (operation === 'ladder') return ladderValue(expression);
  if (operation === 'partInOrder') return partInOrderValue(expression);
  const values = operands.map(({ value }) => answerOf(value));
  if (operands.some(({ value }) => value?.kind === 'number' && value.mayBeUndefined === true)) return undefined;
  return allKnown(values, (all) => arithmetic(expression, all));
}

function arithmetic(
  { operation, mode, source, value, accrual, unit }: ExplainedExpression,
  values: readonly Interval[],
): Answer | undefined {
  const [a, b, c] = values as readonly [Interval, Interval, Interval];
  switch (operation) {
    case 'add':
      return sum(values);
    case 'subtract':
      return sum([a, opposite(b)]);
    case 'multiply':
      return product(a, b);
    case 'ceiling':
      if (source?.kind === 'decision' && source.rate !== undefined)
        return product({ lo: readEnd(source.rate), hi: readEnd(source.rate) }, b);
      // Decided while the ceiling or its base is unknown: the document does not tell the rate.
      if (
        value?.kind === 'number' &&
        !value.causes.some(({ kind }) => kind === 'discretion') &&
        (order(a.lo, a.hi) !== 0 || (b !== undefined && order(b.lo, b.hi) !== 0))
      )
        return undefined;
      return undecided(values.length === 1 ? a : product(a, b), value);
    case 'part':
      return mode === 'over' ? notBelowZero(sum([a, opposite(b)])) : lowest(a, b);
    case 'steps':
      return product(
        mapped(notBelowZero(a), (end) => stepCount(over(end, b.lo), mode)),
        c,
      );
    case 'growth':
      return order(b.lo, zero) > 0 ? growth(a, b) : undefined;
    case 'rowCap':
      return lowest(a, b);
    case 'extreme':
      if (unit.kind === 'date') return undefined;
      return mode === 'lowest' ? lowest(...values) : highest(...values);
    case 'accrual':
      return accrued(values, accrual);
    case 'days':
      return sum([b, opposite(a)]);
    case 'compare':
      return compared(mode ?? '', a, b);
    case 'hasGrown':
      return compared('over', a, b);
    default:
      return undefined;
  }
}

/** Anything from nothing to the ceiling; of one below 0, which no decision undercuts, a decision shows in the missing cause alone. */
function undecided(most: Interval, value: ExplainedValue | undefined): Answer {
  const isDecided = value?.kind === 'number' && !value.causes.some(({ kind }) => kind === 'discretion');
  return isDecided && order(most.hi, zero) < 0 ? most : hull(most, nought);
}

/** The yearly amount times the part of a year; where the days are known the part must be what they make, and the days as many as it says. */
function accrued(operands: readonly Interval[], accrual: ExplainedExpression['accrual']): Answer | undefined {
  if (accrual === undefined) return undefined;
  const part = intervalOf(accrual.part);
  const { counted, basis, stretches } = accrual;
  if (counted !== undefined) {
    const told = counted.shares.reduce((total, { count, of }) => total + (of === '1' ? 0 : Number(count)), 0);
    const isWrong = /^actual\/36/.test(basis) && daysFrom(counted) !== told;
    if (isWrong || !same(partOf(counted.shares), part)) return 'unknown';
  }
  const factors = operands.slice(0, -2);
  if (stretches === undefined) return product(factors.reduce(product), part);
  const byDay = counted === undefined ? ofOpenDays(stretches, part) : ofStretches(stretches, counted, part);
  return typeof byDay === 'object' ? [...factors, byDay].reduce(product) : byDay;
}

type Stretches = NonNullable<NonNullable<ExplainedExpression['accrual']>['stretches']>;
type Shares = NonNullable<Stretches[number]['shares']>;

/** R19: the stretches follow one another over all days that count, and their parts of a year are the whole part. */
function ofStretches(stretches: Stretches, days: Days, part: Interval): Answer | undefined {
  const parts = stretches.map(({ shares = [] }) => partOf(shares));
  const count = stretches.reduce((total, stretch) => total + daysFrom(stretch), 0);
  const isWhole = stretches[0]?.from === days.from && stretches.at(-1)?.to === days.to && count === daysFrom(days);
  if (!isWhole || !same(sum(parts), part)) return 'unknown';
  return allKnown(
    stretches.map(({ rate }) => plainAnswer(rate)),
    (rates) => sum(rates.map((rate, index) => product(rate, parts[index] ?? nought))),
  );
}

/** While a day is open every rate it may meet is one answer; where nothing accrues it is not asked. */
function ofOpenDays(stretches: Stretches, part: Interval): Answer | undefined {
  const [only] = stretches;
  if (only === undefined) return nought;
  return allKnown([plainAnswer(only.rate)], ([rate]) => product(rate ?? nought, part));
}

/** Rates that may have no row, or no value, are left out. */
function plainAnswer({ value }: ExplainedExpression): Answer | undefined {
  return value?.kind === 'number' && !value.mayBeUndefined && !value.mayBeNone ? intervalOf(value) : undefined;
}

interface Days {
  readonly from: string;
  readonly to: string;
}

function daysFrom({ from, to }: Days): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

function partOf(shares: Shares): Interval {
  return sum(
    shares.map(({ count, of }) => mapped(intervalOf({ lo: count, hi: count }), (end) => over(end, readEnd(of)))),
  );
}

function stepCount(ratio: End, mode: string | undefined): End {
  if (mode === 'everyPart') return ratio;
  return mode === 'everyFull' ? floored(ratio) : negated(floored(negated(ratio)));
}

function growth(now: Interval, before: Interval): Interval {
  const less = (end: End) => plus(end, { n: -1n, d: 1n }, infinity);
  const lo = over(now.lo, order(now.lo, zero) >= 0 ? before.hi : before.lo);
  const hi = over(now.hi, order(now.hi, zero) >= 0 ? before.lo : before.hi);
  return { lo: less(lo), hi: less(hi) };
}

function compared(operator: string, a: Interval, b: Interval): Answer | undefined {
  switch (operator) {
    case 'atLeast':
      return order(a.lo, b.hi) >= 0 ? 'true' : order(a.hi, b.lo) < 0 ? 'false' : 'unknown';
    case 'over':
      return order(a.lo, b.hi) > 0 ? 'true' : order(a.hi, b.lo) <= 0 ? 'false' : 'unknown';
    case 'atMost':
      return compared('atLeast', b, a);
    case 'under':
      return compared('over', b, a);
    default:
      return undefined;
  }
}

function logical(mode: string | undefined, operands: readonly ExplainedExpression[]): Answer {
  const truths = operands.map(({ value }) => answerOf(value));
  const deciding = mode === 'and' ? 'false' : 'true';
  if (truths.includes(deciding)) return deciding;
  return truths.includes('unknown') ? 'unknown' : mode === 'and' ? 'true' : 'false';
}

/** Where every row is surely passed or surely not, and every amount is a plain number. */
function chosen({ rows = [], operands, mode }: ExplainedExpression): Answer | undefined {
  if (rows.some(({ truth }) => truth === undefined || truth.truth === 'unknown')) return undefined;
  const passed = rows.filter(({ truth }) => truth?.truth === 'true');
  const amounts = passed.map(({ value }) =>
    value?.value?.kind === 'number' && !value.value.mayBeUndefined ? intervalOf(value.value) : undefined,
  );
  const otherwise = operands.find(({ role }) => role === 'otherwise');
  if (passed.length === 0) return otherwise === undefined ? nought : answerOf(otherwise.value);
  if (mode === 'hardest') return amounts.at(-1);
  if (mode === 'first') return amounts[0];
  return allKnown(amounts, (all) => (mode === 'highest' ? highest(...all) : sum(all)));
}

/** One version alone, or the mean over the days; several that may be read join in their hull. */
function ofVersions({ versions = [], mode, value }: ExplainedExpression): Answer | undefined {
  if (value?.kind !== 'number' || value.mayBeUndefined) return undefined;
  const days = versions.reduce((total, version) => total + version.days, 0);
  const values = versions.map((version) => (version.value === undefined ? undefined : intervalOf(version.value)));
  return allKnown(values, (all) => {
    if (mode !== 'period') return hull(...(all as [Interval, ...Interval[]]));
    const weighted = all.map((one, index) => product(one, times(versions[index]?.days ?? 0, days)));
    return sum(weighted);
  });
}

function times(part: number, of: number): Interval {
  const share = { n: BigInt(part), d: BigInt(of) };
  return { lo: share, hi: share };
}

function totalOf({ items }: ExplainedExpression): Answer | undefined {
  const parts = items?.map(({ where, of }) => {
    const truth = where === undefined ? 'true' : answerOf(where.value);
    const value = of?.value?.kind === 'number' && !of.value.mayBeUndefined ? intervalOf(of.value) : undefined;
    if (truth === 'false') return nought;
    return truth === 'true' || value === undefined ? value : hull(value, nought);
  });
  return allKnown(parts, sum);
}

/** Of a member that surely takes part, the least or the rest of what is its own and of what is left. */
function partInOrderValue({ items = [], order, mode, value }: ExplainedExpression): Answer | undefined {
  if (order?.room === undefined || value?.kind !== 'number' || value.mayBeUndefined) return undefined;
  const room = intervalOf(order.room);
  const answers = items
    .filter(({ where }) => where === undefined || answerOf(where.value) === 'true')
    .map(({ of }) => answerOf(of?.value))
    .filter((of) => of !== undefined && typeof of !== 'string')
    .map((of) => (mode === 'upTo' ? lowest(of, room) : notBelowZero(sum([of, opposite(room)]))));
  // Which member it is of is told by the item's heading; one of them must give the value.
  const found = intervalOf(value);
  return answers.length === items.length && !answers.some((answer) => same(answer, found)) ? answers[0] : undefined;
}

/** What the rungs newly passed give, less what is deducted. */
function ladderValue({ ladder, rows = [] }: ExplainedExpression): Answer | undefined {
  const isSure = (row: ExplainedRow) => row.truth !== undefined && row.truth.truth !== 'unknown';
  if (ladder === undefined || !rows.every(isSure)) return undefined;
  if (ladder.gross === undefined) return undefined;
  const gross = intervalOf(ladder.gross);
  return ladder.deducted === undefined ? gross : notBelowZero(sum([gross, opposite(intervalOf(ladder.deducted))]));
}

function answerOf(value: ExplainedValue | undefined): Answer | undefined {
  if (value?.kind === 'truth') return value.truth;
  return value?.kind === 'number' ? intervalOf(value) : undefined;
}

function intervalOf({ lo, hi }: { readonly lo: string; readonly hi: string }): Interval {
  return { lo: readEnd(lo), hi: readEnd(hi) };
}

function allKnown(
  values: readonly (Answer | undefined)[] | undefined,
  then: (all: readonly Interval[]) => Answer | undefined,
): Answer | undefined {
  if (
    values === undefined ||
    values.length === 0 ||
    values.some((value) => value === undefined || typeof value === 'string')
  )
    return undefined;
  return then(values as readonly Interval[]);
}
