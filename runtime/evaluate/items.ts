import { missingList } from '../causes.ts';
import { newFrame } from '../frame.ts';
import { addToGate, gated } from '../gate.ts';
import type { ItemFacts } from '../input.ts';
import { number } from '../interval.ts';
import type { Items } from '../ir.ts';
import { sumOfShares, wholeShares } from '../item-shares.ts';
import { zero } from '../rational.ts';
import { itemDating, type ReferenceDay } from '../reference-day.ts';
import type { ItemRun } from '../session.ts';
import { disjunction, no, unknown } from '../truth.ts';
import type { TruthValue } from '../value.ts';
import { type Context, withItem } from './context.ts';
import { evaluateTruth } from './expression.ts';
import { closeOwnLines, failLine, newScope, type Scope, setAmount, truthOf } from './scope.ts';
import { runStatements } from './statement.ts';

/** R4, R20: each item has its own gate, amount and outcome; the clause goes on with their sum. */
export function runItems(statement: Items, scope: Scope): void {
  scope.list = statement.list;
  if (scope.givenItems !== undefined) {
    scope.items.push(...scope.givenItems.runs);
    scope.shares = wholeShares(scope.givenItems.values);
    setItems(scope, statement.id);
    return;
  }
  const items = scope.context.session.input.facts.lists.get(statement.list);
  if (items === undefined) {
    addToGate(scope.gate, unknown([missingList(statement.list)]));
    setAmount(scope, statement.id, number(zero, 'infinity', [missingList(statement.list)]));
    return;
  }
  const frames = items.map((item) => ({ key: item.key, frame: newFrame() }));
  scope.context.frame.inner.set(statement.id, frames);
  items.forEach((item, index) => {
    const context = {
      ...withItem(scope.context, statement.list, item, frames[index]!.frame),
      item: { list: statement.list, key: item.key },
    };
    const run = runItem(statement, item, context, scope);
    if (run !== undefined) scope.items.push(run);
  });
  scope.shares = wholeShares(scope.items.map(({ value }) => value));
  if (scope.items.length === 0) {
    failLine(scope, statement.id, 'no item');
    return;
  }
  if (scope.items.every((item) => item.outOfForce || item.gate.truth === 'false')) {
    failLine(scope, statement.id, 'no item met');
    return;
  }
  addToGate(scope.gate, anyMet(scope.items));
  setItems(scope, statement.id);
}

/** The clause goes on with the sum of its items. */
function setItems(scope: Scope, line: Items['id']): void {
  setAmount(scope, line, sumOfShares(scope.shares));
  scope.addUp = true;
}

/** The clause is met if some item is; while none surely is, it may come to be not met. */
function anyMet(items: readonly ItemRun[]): TruthValue {
  return disjunction(items.map((item) => item.gate));
}

/** undefined: the item is left out, without outcome. */
function runItem(statement: Items, item: ItemFacts, outer: Context, clauseScope: Scope): ItemRun | undefined {
  const { session, frame } = outer;
  const { period } = session.input;
  const dating =
    statement.on === undefined
      ? undefined
      : itemDating(statement.list, item.key, statement.on, item.values.get(statement.on), period, session.ir.inForce);
  const day = dating === undefined ? outer.referenceDay : dating.day;
  const context = withReferenceDay(outer, day);
  const scope = newScope(context, clauseScope.clause);
  if (dating?.kind === 'dated') {
    frame.states.set(statement.id, { truth: dating.test });
    if (dating.test.truth === 'false') return undefined;
    addToGate(scope.gate, dating.test);
  }
  const where = statement.where === undefined ? undefined : evaluateTruth(statement.where, context);
  if (where?.truth === 'false') return undefined;
  if (where !== undefined) addToGate(scope.gate, where);
  const outOfForce = dating?.kind === 'outOfForce';
  if (!outOfForce) {
    runStatements(statement.statements, scope);
    closeOwnLines(scope);
  }
  const gate = outOfForce ? no : truthOf(scope);
  const value = gated(scope.it, gate);
  frame.states.set(statement.id, { ...frame.states.get(statement.id), it: value });
  return { key: item.key, frame, outOfForce, gate, value, ...(day === undefined ? {} : { referenceDay: day }) };
}

/** An item with a date of its own has no other reference day, not even where that date is stated not to exist. */
function withReferenceDay(context: Context, day: ReferenceDay | undefined): Context {
  const { referenceDay: _clauseDay, ...rest } = context;
  return day === undefined ? rest : { ...rest, referenceDay: day };
}
