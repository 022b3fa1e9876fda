/** The expressions that stand directly in an expression, in the order of their ids. */
import type { ChooseRowIr, Expr, OrderIr, Statement } from './ir.ts';

export function childrenOf(expression: Expr): readonly Expr[] {
  switch (expression.kind) {
    case 'literal':
    case 'fact':
    case 'options':
    case 'clause':
    case 'paid':
    case 'referenceDay':
    case 'isGranted':
      return [];
    case 'dated':
      return present(expression.day);
    case 'add':
    case 'extreme':
    case 'logical':
      return expression.operands;
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'compare':
      return [expression.left, expression.right];
    case 'ceiling':
      return present(expression.limit, expression.base);
    case 'part':
      return [expression.of, expression.edge];
    case 'steps':
      return [expression.of, expression.step, expression.amount];
    case 'growth':
    case 'hasGrown':
      return [expression.now, expression.before];
    case 'choose':
      return [
        ...present(expression.key),
        ...expression.rows.flatMap((row) => [...expressionsOfTest(row.test), row.value]),
        ...present(expression.otherwise),
      ];
    case 'bands':
      return [
        expression.of,
        ...expression.bands.flatMap((band) => present(band.lower, band.upper, band.rate, band.cap)),
      ];
    case 'ladder':
      return [expression.of, ...expression.rungs.flatMap((rung) => [rung.threshold, rung.amount])];
    case 'rowCap':
      return [expression.value, expression.cap];
    case 'aggregate':
      return present(expression.where, expression.of);
    case 'rank':
      return [...present(expression.where), ...keysOf(expression.order)];
    case 'partInOrder':
      return [...present(expression.where), expression.of, expression.limit, ...keysOf(expression.order)];
    case 'dateShift':
      return present(expression.from, expression.by);
    case 'days':
    case 'elapsed':
      return [expression.from, expression.to];
    case 'calendarEdge':
      return present(expression.of);
    case 'yearSince':
      return [expression.since, expression.now];
    case 'accrual':
      return present(expression.principal, expression.rate, expression.begin, expression.end);
    case 'not':
    case 'optionTest':
      return [expression.operand];
    case 'switch':
      return expression.cases.map((one) => one.value);
  }
}

function expressionsOfTest(test: ChooseRowIr['test']): readonly Expr[] {
  if (test.kind === 'condition') return [test.condition];
  return test.kind === 'bounds' ? test.bounds.map((bound) => bound.edge) : [];
}

/** The expressions that stand directly in a statement; those of statements inside it are not among them. */
export function expressionsOf(statement: Statement): readonly Expr[] {
  switch (statement.kind) {
    case 'when':
      return [statement.condition];
    case 'items':
      return present(statement.where);
    case 'amount':
      return [statement.amount];
    case 'cap':
      return [statement.amount, ...(statement.cut?.kind === 'inOrder' ? keysOf(statement.cut.order) : [])];
    case 'once':
      return present(statement.times);
    case 'limit':
      return [statement.times, ...keysOf(statement.order)];
    case 'budget':
      return [statement.amount, ...(statement.order?.keys ?? []).map(({ by }) => by)];
    case 'adjust':
      return present(statement.amount, statement.condition);
    case 'round':
    case 'switch':
      return [];
  }
}

function keysOf(order: OrderIr | undefined): readonly Expr[] {
  return order === undefined ? [] : order.keys.map(({ by }) => by);
}

/** The expression and everything in it, outside first. */
export function withinExpression(expression: Expr): readonly Expr[] {
  const known = within.get(expression);
  if (known !== undefined) return known;
  const found = [expression, ...childrenOf(expression).flatMap(withinExpression)];
  within.set(expression, found);
  return found;
}

/** An IR never changes; without this a deep expression would be walked again at every level. */
const within = new WeakMap<Expr, readonly Expr[]>();

function present(...expressions: readonly (Expr | undefined)[]): readonly Expr[] {
  return expressions.filter((expression) => expression !== undefined);
}
