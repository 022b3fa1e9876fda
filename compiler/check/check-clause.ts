import { AmountNotMoney, WrongType } from '../../diagnostics/types.ts';
import type { ClauseDeclaration, ClauseLine, EachHeader, Expression, PaymentPlan } from '../../grammar/ast.ts';
import { changesByShare } from '../changes-by-share.ts';
import { everyLine, expressionsOn, orderOfItems } from '../walk.ts';
import { checkOrdering } from './check-among.ts';
import { requireType, valuesAgree } from './check-choose.ts';
import { requireCondition } from './check-condition.ts';
import { requireFact } from './check-time.ts';
import type { Checking } from './checking.ts';
import { countType, dateType, errorType, isError, moneyIn, percentType, type Type } from './type.ts';
import { typeWords } from './type-words.ts';
import type { ClauseType } from './types.ts';
import { reportWrongType } from './units-left.ts';

/** Types every line of a clause; what comes out is the type of its amount. */
export function checkClause(state: Checking, clause: ClauseDeclaration): ClauseType {
  const lines = everyLine(clause.lines);
  if (clause.each !== undefined) checkEach(state, clause.each);
  const amounts = lines.flatMap((line) => (line.kind === 'AmountLine' ? [line.amount] : []));
  const type = amounts.length === 0 ? undefined : amountType(state, amounts);
  for (const line of lines) checkLine(state, line, type);
  // When an amount is paid does not make it another one each year.
  const lasting = lines.filter(({ kind }) => kind !== 'PaymentPlan');
  const roots = [...(clause.each?.where === undefined ? [] : [clause.each.where]), ...lasting.flatMap(expressionsOn)];
  const yearly = roots.some((root) => state.expressions.get(root)?.yearly === true);
  return type === undefined ? { yearly } : { type, yearly };
}

function amountType(state: Checking, amounts: readonly Expression[]): Type {
  let ok = true;
  for (const amount of amounts) if (isError(requireMoney(state, amount))) ok = false;
  return ok ? valuesAgree(state, amounts) : errorType;
}

function requireMoney(state: Checking, amount: Expression): Type {
  const found = state.infer(amount);
  if (isError(found) || found.kind === 'money') return found;
  if (found.kind === 'number' && amount.kind === 'NumberLiteral')
    return requireType(state, amount, { kind: 'money', currency: state.currency });
  if (found.kind === 'compound') {
    reportWrongType(state, amount, moneyIn(state.currency), found);
    return errorType;
  }
  state.report(
    AmountNotMoney,
    { span: amount.span },
    { found: typeWords(found, state), rate: found.kind === 'percent' },
  );
  return errorType;
}

/** Lines after the amount are of its type; `undefined` where the clause has no amount line, which is a rule's to tell. */
function checkLine(state: Checking, line: ClauseLine, type: Type | undefined): void {
  for (const expression of expressionsOn(line)) state.infer(expression);
  switch (line.kind) {
    case 'WhenLine':
      requireCondition(state, line.condition);
      return;
    case 'AdjustLine':
      requireType(state, line.amount, changesByShare(line) ? percentType : lineType(state, line.amount, type));
      if (line.condition !== undefined) requireCondition(state, line.condition);
      return;
    case 'CapLine':
    case 'BudgetLine':
      requireType(state, line.amount, lineType(state, line.amount, type));
      checkOrderOfItems(state, line);
      return;
    case 'OnceLine':
      if (line.times !== undefined) requireCount(state, line.times);
      checkOrderOfItems(state, line);
      return;
    case 'RoundLine':
      requireType(state, line.rounding.step, type ?? errorType);
      return;
    case 'PaymentPlan':
      checkPlan(state, line, type);
      return;
    case 'EachBlock':
      checkEach(state, line.each);
      return;
    case 'DatedByLine':
      if (line.field !== undefined) requireNamedDate(state, line.field);
      return;
    default:
      return;
  }
}

function checkOrderOfItems(state: Checking, line: ClauseLine): void {
  const order = orderOfItems(line);
  if (order !== undefined) checkOrdering(state, order);
}

/** 3次, or a share of a count: what lies beyond the whole number allows no more. */
function requireCount(state: Checking, times: Expression): void {
  const found = state.infer(times);
  if (times.kind !== 'NumberLiteral' && found.kind === 'number') return;
  requireType(state, times, countType);
}

/** What is wrong with the amount line does not excuse a later figure without unit: it is money of the policy's currency at any rate. */
function lineType(state: Checking, amount: Expression, type: Type | undefined): Type {
  if (type !== undefined && !isError(type)) return type;
  const isBare = amount.kind === 'NumberLiteral' && amount.unit.kind === 'None';
  return isBare ? moneyIn(state.currency) : errorType;
}

function checkPlan(state: Checking, { form, most }: PaymentPlan, type: Type | undefined): void {
  const rows = form.kind === 'Instalments' ? form.rows : [];
  for (const { due, share, condition } of rows) {
    for (const one of due) if (one.kind === 'DueDay') requireType(state, one.day, dateType);
    if (share !== undefined && state.infer(share).kind !== 'percent')
      requireType(state, share, lineType(state, share, type));
    if (condition !== undefined) requireCondition(state, condition);
  }
  if (most !== undefined) requireType(state, most.amount, lineType(state, most.amount, type));
}

function checkEach(state: Checking, each: EachHeader): void {
  if (each.on !== undefined) requireFact(state, each.on, dateType);
  if (each.where !== undefined) requireCondition(state, each.where);
}

function requireNamedDate(state: Checking, field: EachHeader['list']): void {
  const symbol = state.names.used.get(field);
  if (symbol === undefined) return;
  if (symbol.kind === 'fact' || symbol.kind === 'itemField' || symbol.kind === 'parameter') {
    requireFact(state, field, dateType);
    return;
  }
  const found = { zh: `“${field.text}”`, en: `“${field.text}”` };
  state.report(WrongType, { span: field.span }, { expected: typeWords(dateType, state), found });
}
