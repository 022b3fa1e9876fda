import { joinCauses } from '../causes.ts';
import { addEnds, greatestEnd, leastEnd, type Num, noneNumber, number, result } from '../interval.ts';
import type { BoundIr, BoundOperator, ChooseExpr, ChooseRowIr } from '../ir.ts';
import { zero } from '../rational.ts';
import { caseOf } from '../session.ts';
import { conjunction, undefinedTruth } from '../truth.ts';
import type { Cause, End, NumberValue, TruthValue, Value } from '../value.ts';
import { compareValues } from './compare.ts';
import type { Context } from './context.ts';
import { evaluateExpression, evaluateNumber, evaluateTruth } from './expression.ts';
import { holdsOneOf } from './logic.ts';

interface RowResult {
  readonly test: TruthValue;
  /** Absent where the row is surely failed. */
  readonly value?: Num;
}

/** R17. All modes see the same rows; they differ in what joins the result. */
export function choose(node: ChooseExpr, context: Context): Num {
  const key = node.key === undefined ? undefined : evaluateExpression(node.key, context);
  const rows = node.rows.map((row) => evaluateRow(row, key, context));
  const anySure = rows.some((row) => row.test.truth === 'true');
  const otherwise = node.otherwise === undefined || anySure ? undefined : evaluateNumber(node.otherwise, context);
  const reached = rows.filter((row) => row.value !== undefined);
  if (reached.length === 0) return otherwise ?? noneNumber;
  const base = otherwise ?? (node.exhaustive === true ? undefined : noneNumber);
  const why = joinCauses(rows.filter((row) => row.test.truth === 'unknown').map((row) => row.test.causes));
  switch (node.mode) {
    case 'hardest':
      return fromEnd(reached, base, why);
    case 'first':
      return fromEnd([...reached].reverse(), base, why);
    case 'highest':
      return highestRow(reached, base, why);
    case 'eachRow':
      return eachRow(reached, base, why);
  }
}

function evaluateRow(row: ChooseRowIr, key: Value | undefined, context: Context): RowResult {
  const test = rowTest(row, key, context);
  context.frame.values.set(row.id, test);
  return test.truth === 'false' ? { test } : { test, value: evaluateNumber(row.value, context) };
}

function rowTest(row: ChooseRowIr, key: Value | undefined, context: Context): TruthValue {
  if (row.test.kind === 'condition') return evaluateTruth(row.test.condition, context);
  if (key === undefined) throw new Error(`row ${row.id} asks for a key`);
  if (row.test.kind === 'options') return holdsOneOf(key, row.test.options);
  const tests = row.test.bounds.map((bound) => {
    const edge = evaluateExpression(bound.edge, context);
    return compareValues(operatorOf(bound.operator, context), key, edge);
  });
  if (key.kind === 'undefined') return undefinedTruth(key.reason);
  return conjunction(tests);
}

export function operatorOf(operator: BoundIr['operator'], context: Context): BoundOperator {
  return typeof operator === 'string'
    ? operator
    : caseOf(operator.cases, operator.reading, context.session, context.restsOn);
}

/** From the last row back: what is only perhaps passed joins, the first surely passed row joins and ends. `base` is what stands if no row passes. */
function fromEnd(reached: readonly RowResult[], base: Num | undefined, why: readonly Cause[]): Num {
  const joined: Num[] = [];
  for (const row of [...reached].reverse()) {
    joined.push(row.value!);
    if (row.test.truth === 'true') return joinOutcomes(joined, why);
  }
  if (base !== undefined) joined.push(base);
  return joinOutcomes(joined, why);
}

/** Any one of these may be the outcome. One alone is the outcome as it is. */
function joinOutcomes(outcomes: readonly Num[], why: readonly Cause[]): Num {
  if (outcomes.length === 1) return outcomes[0]!;
  const numbers = outcomes.filter((outcome) => outcome.kind === 'number');
  const [first, ...rest] = numbers;
  if (first === undefined) return outcomes[0]!;
  const all = [first, ...rest];
  return number(
    leastEnd(first.lo, ...rest.map((value) => value.lo)),
    greatestEnd(first.hi, ...rest.map((value) => value.hi)),
    joinCauses([why, ...all.map((value) => value.causes)]),
    {
      mayBeNone: all.some((value) => value.none === true || value.mayBeNone === true),
      mayBeUndefined: numbers.length < outcomes.length || all.some((value) => value.mayBeUndefined === true),
    },
  );
}

function highestRow(reached: readonly RowResult[], noRow: Num | undefined, why: readonly Cause[]): Num {
  return combine(reached, noRow, why, (sure, perhaps, base) => {
    const possible = [...sure, ...perhaps, ...base];
    const [first, ...rest] = (sure.length > 0 ? sure : [...perhaps, ...base]).map((value) => value.lo) as [
      End,
      ...End[],
    ];
    const lo = sure.length > 0 ? greatestEnd(first, ...rest) : leastEnd(first, ...rest);
    const [top, ...others] = possible.map((value) => value.hi) as [End, ...End[]];
    return [lo, greatestEnd(top, ...others)];
  });
}

function eachRow(reached: readonly RowResult[], noRow: Num | undefined, why: readonly Cause[]): Num {
  return combine(reached, noRow, why, (sure, perhaps, base) => {
    const low = perhaps.map((value) => leastEnd(zero, value.lo)).concat(sure.map((value) => value.lo));
    const high = perhaps.map((value) => greatestEnd(zero, value.hi)).concat(sure.map((value) => value.hi));
    const lo = low.reduce<End>((total, end) => addEnds(total, end, '-infinity'), zero);
    const hi = high.reduce<End>((total, end) => addEnds(total, end, 'infinity'), zero);
    return [leastEnd(lo, ...base.map((value) => value.lo)), greatestEnd(hi, ...base.map((value) => value.hi))];
  });
}

type Ends = readonly [lo: End, hi: End];

/** What `highest` and `eachRow` share: undefined values, the row that may be missing, flags and causes. `noRow` is what stands if no row passes, absent where one surely does. */
function combine(
  reached: readonly RowResult[],
  noRow: Num | undefined,
  why: readonly Cause[],
  ends: (sure: readonly NumberValue[], perhaps: readonly NumberValue[], base: readonly NumberValue[]) => Ends,
): Num {
  const sureRows = reached.filter((row) => row.test.truth === 'true');
  const broken = sureRows.find((row) => row.value!.kind === 'undefined');
  if (broken !== undefined) return broken.value!;
  const perhapsRows = reached.filter((row) => row.test.truth === 'unknown');
  const base = sureRows.length > 0 ? undefined : noRow;
  const outcomes = [...reached.map((row) => row.value!), ...(base === undefined ? [] : [base])];
  const numbers = outcomes.filter((value) => value.kind === 'number');
  if (numbers.length === 0) return outcomes[0]!;
  const [lo, hi] = ends(numbersOf(sureRows), numbersOf(perhapsRows), base?.kind === 'number' ? [base] : []);
  const values = result(numbers, lo, hi);
  return number(lo, hi, joinCauses([why, ...numbers.map((value) => value.causes)]), {
    mayBeNone: base?.kind === 'number' && (base.none === true || base.mayBeNone === true),
    mayBeUndefined: values.mayBeUndefined === true || numbers.length < outcomes.length,
  });
}

function numbersOf(rows: readonly RowResult[]): readonly NumberValue[] {
  return rows.map((row) => row.value!).filter((value) => value.kind === 'number');
}
