import { OrderWordOfDate } from '../../diagnostics/list-rules.ts';
import type { Among, Ordering, OrderKey } from '../../grammar/ast.ts';
import { requireCondition, requireOrdered } from './check-condition.ts';
import type { Checking } from './checking.ts';
import { isError } from './type.ts';

/** The filter is a condition, and what stands in order can be more or less. */
export function checkAmong(state: Checking, { where, order }: Among): void {
  if (where !== undefined) requireCondition(state, where);
  checkOrdering(state, order);
}

export function checkOrdering(state: Checking, { keys }: Ordering): void {
  for (const key of keys) {
    const type = requireOrdered(state, key.by);
    if (!isError(type)) checkDirection(state, key, type.kind === 'date');
  }
}

/** Days are earlier and later, all else higher and lower. */
function checkDirection(state: Checking, { span, direction }: OrderKey, isDate: boolean): void {
  const isOfDays = direction === 'earliestFirst' || direction === 'latestFirst';
  if (isOfDays !== isDate) state.report(OrderWordOfDate, { span }, { isDate });
}
