import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import {
  OptionPlacedTwice,
  OptionsHaveNoOrder,
  OptionsUnplaced,
  OrderWordOfDate,
} from '../../diagnostics/list-rules.ts';
import type { Among, Ordering, OrderKey } from '../../grammar/ast.ts';
import type { Names } from '../../runtime/ir.ts';
import { requireChoice, requireCondition, requireOrdered } from './check-condition.ts';
import type { Checking } from './checking.ts';
import { isChoice, isError, type Type } from './type.ts';

type ChoiceType = Extract<Type, { readonly kind: 'choice' | 'choices' }>;

/** The filter is a condition, and what stands in order can be more or less. */
export function checkAmong(state: Checking, { where, order }: Among): void {
  if (where !== undefined) requireCondition(state, where);
  checkOrdering(state, order);
}

export function checkOrdering(state: Checking, { keys }: Ordering): void {
  for (const key of keys) {
    if (key.direction === 'inTheOrder') checkOptions(state, key);
    else {
      const type = state.infer(key.by);
      if (isChoice(type)) reportOptions(state, key, type);
      else if (!isError(requireOrdered(state, key.by))) checkDirection(state, key, type.kind === 'date');
    }
  }
}

/** Each option has one place, so that nothing is left to be guessed. D17. */
function checkOptions(state: Checking, { by, options, span }: Extract<OrderKey, { direction: 'inTheOrder' }>): void {
  const type = requireChoice(state, by);
  if (!isChoice(type)) return;
  if (type.kind === 'choices') {
    reportOptions(state, { by }, type);
    return;
  }
  const named = options.map((option) => state.names.used.get(option)?.name.id);
  const twice = options.find((_, index) => named[index] !== undefined && named.indexOf(named[index]) < index);
  if (twice !== undefined) state.report(OptionPlacedTwice, { span: twice.span }, { option: twice.text });
  const left = type.options.filter(({ id }) => !named.includes(id)).map(({ names }) => optionWords(names));
  // An option that was not understood may be one of these.
  if (left.length > 0 && !named.includes(undefined)) state.report(OptionsUnplaced, { span }, { left });
}

function reportOptions(state: Checking, { by }: Pick<OrderKey, 'by'>, { kind, options }: ChoiceType): void {
  const words = { several: kind === 'choices', options: options.map(({ names }) => optionWords(names)) };
  state.report(OptionsHaveNoOrder, { span: by.span }, words);
}

function optionWords({ en, zh }: Names): Bilingual {
  return { zh: zh ?? en, en };
}

/** Days are earlier and later, all else higher and lower. */
function checkDirection(
  state: Checking,
  { span, direction }: Pick<OrderKey, 'span' | 'direction'>,
  isDate: boolean,
): void {
  const isOfDays = direction === 'earliestFirst' || direction === 'latestFirst';
  if (isOfDays !== isDate) state.report(OrderWordOfDate, { span }, { isDate });
}
