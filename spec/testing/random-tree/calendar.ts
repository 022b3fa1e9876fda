import fc from 'fast-check';
import type { Expression } from '../../../grammar/ast.ts';
import { dateLiteral, duration } from './literals.ts';
import { at, few } from './names.ts';

type Made = fc.Arbitrary<Expression>;

const span = (day: Made) => ({ from: day, to: day, through: fc.boolean() });
const bases = [
  'actual/365',
  'actual/360',
  'actual/actual',
  'bond 30/360',
  'eurobond 30/360',
  'full months/12',
  'started months/12',
] as const;

/** Days, counts between days, and what accrues over a span. `amount` may stand where a day is wanted: brackets go wrong there too. */
export function calendarAmounts(amount: Made): readonly Made[] {
  const day = fc.oneof(dateLiteral as Made, fc.constant(at({ kind: 'ReferenceDay' as const })), amount);
  const side = fc.constantFrom('start' as const, 'end' as const);
  return [
    fc
      .record({ side, unit: fc.constantFrom('period' as const, 'year' as const) })
      .map((parts) => at({ kind: 'CalendarEdge', ...parts })),
    fc
      .record({ side, unit: fc.constantFrom('month' as const, 'year' as const), of: day })
      .map((parts) => at({ kind: 'CalendarEdge', ...parts })),
    fc
      .record({ amount: fc.oneof(duration as Made, notFigure(amount)), from: day })
      .map((parts) => at({ kind: 'DateShift', ...parts })),
    fc.record(span(day)).map((parts) => at({ kind: 'Elapsed', unit: 'days', ...parts })),
    fc
      .record({
        ...span(day),
        unit: fc.constantFrom('months' as const, 'years' as const),
        rounding: fc.constantFrom('full' as const, 'started' as const),
      })
      .map((parts) => at({ kind: 'Elapsed', ...parts })),
    fc
      .record({ years: fc.constantFrom('calendar' as const, 'anniversary' as const), since: day })
      .map((parts) => at({ kind: 'YearCount', ...parts })),
    fc
      .record({ side: fc.constantFrom('lowest' as const, 'highest' as const), operands: few(day, 2, 3) })
      .map((parts) => at({ kind: 'Extreme', days: true, ...parts })),
    fc
      .record({
        principal: amount,
        rate: amount,
        ...span(day),
        basis: fc.constantFrom(...bases),
        ofYear: fc.boolean(),
      })
      .map((parts) => at({ kind: 'Interest', ...parts })),
    fc
      .record({
        amount,
        ...span(day),
        by: fc.constantFrom('days' as const, 'fullMonths' as const, 'startedMonths' as const),
      })
      .map((parts) => at({ kind: 'Prorated', ...parts })),
  ];
}

/** `D postponed by 2 years` is the tree of `2 years after D`. */
function notFigure(amount: Made): Made {
  return amount.filter(({ kind }) => kind !== 'NumberLiteral');
}

export function withinTest(amount: Made): Made {
  const day = fc.oneof(dateLiteral as Made, amount);
  return fc.record({ operand: day, amount: duration, from: day }).map((parts) => at({ kind: 'WithinTest', ...parts }));
}
