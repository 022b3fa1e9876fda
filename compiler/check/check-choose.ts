import { CannotMultiply, MixedRows, ValuesDisagree } from '../../diagnostics/types.ts';
import type { Choose, ChooseRow, Expression } from '../../grammar/ast.ts';
import { requireNumber } from './check-arithmetic.ts';
import { compare, requireChoice, requireCondition } from './check-condition.ts';
import { type Checking, record } from './checking.ts';
import { productOf } from './dimensions.ts';
import { fitTo, unify } from './fit.ts';
import { errorType, isError, type Type } from './type.ts';
import { typeWords } from './type-words.ts';
import { reportWrongType } from './units-left.ts';

/** `by X {…}`: rows that test X, and values of one kind. In bands, values are rates of X. */
export function checkChoose(state: Checking, choose: Choose): Type {
  checkKey(state, choose);
  return choose.mode === 'bands' ? bandsType(state, choose) : valuesType(state, choose);
}

function checkKey(state: Checking, { key, rows }: Choose): void {
  for (const { test } of rows) if (test.kind === 'ConditionRow') requireCondition(state, test.condition);
  if (key === undefined) return;
  const [first] = rows;
  if (first === undefined) {
    state.infer(key);
    return;
  }
  const odd = rows.find((row) => row.test.kind !== first.test.kind);
  if (odd !== undefined) state.report(MixedRows, { span: odd.test.span }, {});
  if (first.test.kind === 'OptionsRow') requireChoice(state, key);
  else if (first.test.kind === 'TruthRow') requireCondition(state, key);
  else compare(state, [key, ...rows.flatMap(edgesOf)]);
}

function edgesOf({ test }: ChooseRow): readonly Expression[] {
  return test.kind === 'BoundsRow' ? test.bounds.map((bound) => bound.edge) : [];
}

function valuesType(state: Checking, { rows, otherwise }: Choose): Type {
  const values = rows.map((row) => row.value);
  return valuesAgree(state, otherwise?.value === undefined ? values : [...values, otherwise.value]);
}

/** Alternatives of one place: whichever applies, the value is of one kind. */
export function valuesAgree(state: Checking, values: readonly Expression[]): Type {
  return unify(state, values, (expression, first, found) =>
    state.report(
      ValuesDisagree,
      { span: expression.span },
      { first: typeWords(first, state), found: typeWords(found, state) },
    ),
  );
}

/** Bands over options are refused by a rule. What a row writes is the rate, or price, of its part of the key. */
function bandsType(state: Checking, choose: Choose): Type {
  const product = bandType(state, choose);
  const values = [...choose.rows.map(({ value }) => value), choose.otherwise?.value];
  for (const value of values) {
    if (value?.kind !== 'CappedRow') continue;
    record(state, value, isError(product) ? errorType : requireType(state, value.cap, product));
  }
  return product;
}

function bandType(state: Checking, { key, rows, span }: Choose): Type {
  if (key === undefined || rows.some((row) => row.test.kind !== 'BoundsRow')) return errorType;
  const of = requireNumber(state, key);
  const rates = rows.map(({ value }) => (value.kind === 'CappedRow' ? value.value : value));
  const rate = valuesAgree(state, rates);
  if (isError(of, rate)) return errorType;
  const product = productOf(of, rate);
  if (product !== undefined) return product;
  const words = { left: typeWords(of, state), right: typeWords(rate, state), divide: false };
  state.report(CannotMultiply, { span: rates[0]?.span ?? span }, words);
  return errorType;
}

/** Fits `expression` to a type, telling in plain words when it cannot. */
export function requireType(state: Checking, expression: Expression, wanted: Type): Type {
  return fitTo(state, expression, wanted, (found) => reportWrongType(state, expression, wanted, found));
}
