import type { DueIr, InstalmentIr, PaymentIr, Statement } from '../../runtime/ir.ts';
import { dayExpr } from './random-calendar.ts';
import { truthExpr } from './random-condition.ts';
import type { Making } from './random-making.ts';
import { moneyExpr } from './random-money.ts';

/** When a clause's amount is paid: rates, sums and a rest; by years and by days; with a most of one year, or without. */
export function randomPayment(making: Making, statements: readonly Statement[]): PaymentIr {
  const { random } = making;
  const last = statements.at(-1);
  const list = last?.kind === 'items' ? last.list : undefined;
  // Only facts are at hand in the year of payment.
  const alone: Making = { ...making, clauses: [], blocks: [], inClause: false, ceilings: false };
  const inside: Making = list === undefined ? alone : { ...alone, items: [list], list };
  const id = making.nextId();
  const rows = Array.from({ length: random.between(0, 2) }, (_, index) => row(inside, index));
  return {
    id,
    ...(list === undefined ? {} : { list }),
    instalments: [...rows, lastRow(inside, rows.length)],
    ...(random.chance(0.4) ? { most: { amount: moneyExpr(alone, 1), excess: excess(making) } } : {}),
  };
}

function row(making: Making, index: number): InstalmentIr {
  const { random } = making;
  const id = making.nextId();
  const share: InstalmentIr['share'] = random.chance(0.6)
    ? { kind: 'rate', rate: random.pick(['0.1', '0.25', '0.333']) }
    : { kind: 'sum', amount: random.pick(['0.01', '100', '50000', '1000000']) };
  return { id, due: [due(making, index)], share, ...condition(making) };
}

function lastRow(making: Making, index: number): InstalmentIr {
  const { random } = making;
  const id = making.nextId();
  if (index > 0 && random.chance(0.25))
    return { id, due: [{ kind: 'every', years: random.between(1, 3) }], share: { kind: 'sum', amount: '70000' } };
  const times = Array.from({ length: random.between(1, 3) }, (_, place) => due(making, index + place));
  return { id, due: times, share: { kind: 'rest' }, ...condition(making) };
}

function due(making: Making, index: number): DueIr {
  return making.random.chance(0.6) ? { kind: 'year', number: index + 1 } : { kind: 'day', day: dayExpr(making, 1) };
}

function condition(making: Making): Pick<InstalmentIr, 'condition'> {
  return making.random.chance(0.4) ? { condition: truthExpr(making, 1) } : {};
}

function excess({ random }: Making): NonNullable<PaymentIr['most']>['excess'] {
  return random.pick([
    { kind: 'lost' },
    { kind: 'refunded' },
    { kind: 'carried' },
    { kind: 'carried', years: 2 },
  ] as const);
}
