/** Lines that set or change the amount so far. */
import { clauseCause, joinCauses } from '../causes.ts';
import { round } from '../decimal.ts';
import { addToGate } from '../gate.ts';
import {
  atLeastZero,
  compareEnds,
  differenceFromZero,
  exactly,
  highest,
  hull,
  leastEnd,
  lowest,
  monotone,
  number,
  orNothing,
  product,
  sum,
} from '../interval.ts';
import type { Adjust, Amount, Budget, Cap, Round } from '../ir.ts';
import { one, zero } from '../rational.ts';
import { paidInScope } from '../scope-history.ts';
import { asksLedger } from '../scope-sharers.ts';
import { unknown, yes } from '../truth.ts';
import type { NumberValue } from '../value.ts';
import { evaluateNumber, evaluateTruth } from './expression.ts';
import { runCut } from './limit.ts';
import { closeOwnLines, failLine, type Scope, setAmount } from './scope.ts';

export function runAmount(line: Amount, scope: Scope): void {
  const value = evaluateNumber(line.amount, scope.context);
  if (value.kind === 'undefined') {
    failLine(scope, line.id, value.reason);
    return;
  }
  if (value.none === true) {
    failLine(scope, line.id, 'no row');
    return;
  }
  setAmount(scope, line.id, atLeastZero(settled(value, scope)));
}

/** What may be none or undefined may not be met: then later lines give nothing either. */
function settled(value: NumberValue, scope: Scope): NumberValue {
  if (value.mayBeNone !== true && value.mayBeUndefined !== true) return value;
  addToGate(scope.gate, unknown(value.causes));
  return number(zero, value.hi, value.causes);
}

export function runAdjust(line: Adjust, scope: Scope): void {
  const truth = line.condition === undefined ? yes : evaluateTruth(line.condition, scope.context);
  const told = line.condition === undefined ? {} : { truth };
  if (truth.truth === 'false') {
    setAmount(scope, line.id, scope.it, told);
    return;
  }
  const amount = evaluateNumber(line.amount, scope.context);
  if (amount.kind === 'undefined') {
    setAmount(scope, line.id, scope.it, { ...told, failed: amount.reason });
    return;
  }
  const changed = adjusted(line.operation, scope.it, amount);
  if (truth.truth === 'true' && changed.mayBeUndefined !== true) {
    setAmount(scope, line.id, changed, told);
    return;
  }
  const either = hull([scope.it, number(changed.lo, changed.hi, changed.causes)]);
  setAmount(
    scope,
    line.id,
    number(either.lo, either.hi, joinCauses([scope.it.causes, truth.causes, changed.causes])),
    told,
  );
}

function adjusted(operation: Adjust['operation'], it: NumberValue, amount: NumberValue): NumberValue {
  switch (operation) {
    case 'add':
      return atLeastZero(sum([it, amount]));
    case 'less':
      return differenceFromZero(it, amount);
    case 'raise':
      return atLeastZero(product(it, sum([exactly(one), amount])));
    case 'lower':
      return atLeastZero(product(it, differenceFromZero(exactly(one), amount)));
    case 'floor':
      return highest([it, amount]);
  }
}

/** The room left in the cap's scope; a scope the assessment covers wholly never asks the ledger. */
export function runCap(line: Cap, scope: Scope): void {
  const { session, item } = scope.context;
  const cap = evaluateNumber(line.amount, scope.context);
  if (cap.kind === 'undefined') {
    failLine(scope, line.id, cap.reason);
    return;
  }
  const used = paidInScope(session, scope.clause.id, item?.key, line.scope);
  const room = differenceFromZero(cap, used);
  const it = line.allOrNothing ? wholeOrNothing(scope.it, room) : lowest([scope.it, room]);
  const perhapsUndefined = cap.mayBeUndefined === true;
  if (perhapsUndefined) addToGate(scope.gate, unknown(cap.causes));
  const lo = perhapsUndefined ? zero : it.lo;
  const { addUp } = scope;
  setAmount(scope, line.id, number(lo, it.hi, it.causes), asksLedger(line.scope) ? { room, used } : { room });
  if (line.cut !== undefined && scope.list !== undefined) runCut(line.id, line.cut, room, scope, addUp);
}

function wholeOrNothing(it: NumberValue, room: NumberValue): NumberValue {
  const perhapsUndefined = room.mayBeUndefined === true;
  if (!perhapsUndefined && compareEnds(it.hi, room.lo) <= 0) return it;
  if (compareEnds(it.lo, room.hi) > 0) return exactly(zero);
  return number(zero, leastEnd(it.hi, room.hi), joinCauses([it.causes, room.causes]));
}

/** A round line is ordinary arithmetic in its place (R9). */
export function runRound(line: Round, scope: Scope): void {
  setAmount(scope, line.id, atLeastZero(monotone(scope.it, (end) => round(end, line.rounding))));
}

/** R11: alone, a subject's share of the pool is anything up to its claim; in a batch it is what the pool gave, a ceiling while the claim is open. */
export function runBudget(line: Budget, scope: Scope): void {
  closeOwnLines(scope);
  evaluateNumber(line.amount, scope.context);
  for (const { by } of line.order?.keys ?? []) evaluateNumber(by, scope.context);
  if (line.sharing === 'unlimited') {
    setAmount(scope, line.id, scope.it);
    return;
  }
  const pool = scope.context.session.input.shares?.get(scope.clause.id);
  if (pool !== undefined) {
    const isOpen = compareEnds(scope.it.lo, scope.it.hi) !== 0;
    setAmount(scope, line.id, number(isOpen ? zero : pool.share, pool.share, scope.it.causes), { pool });
    return;
  }
  const share = orNothing(scope.it, []);
  const causes = joinCauses([scope.it.causes, [clauseCause('budget', scope.clause.id)]]);
  setAmount(scope, line.id, number(share.lo, share.hi, causes));
}
