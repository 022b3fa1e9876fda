import type {
  CalendarEdge,
  DateShift,
  Elapsed,
  Expression,
  Interest,
  NumberLiteral,
  Prorated,
  YearCount,
} from '../../grammar/ast.ts';
import type { BasisIr, Expr } from '../../runtime/ir.ts';
import { typeOf } from '../check/types.ts';
import { type Draft, type Place, take, typeIr } from './draft.ts';
import { lowerExpression } from './lower-expression.ts';

/** Days, spans, years of a schedule and what accrues. Shifts move the assessed period that they speak of (R3). */
export function lowerCalendar(
  draft: Draft,
  expression: CalendarEdge | Elapsed | YearCount | Interest | Prorated,
  place: Place,
): Expr {
  const base = { id: take(draft, { span: expression.span }), type: typeIr(draft, expression) };
  const lower = (child: Expression): Expr => lowerExpression(draft, child, place);
  switch (expression.kind) {
    case 'CalendarEdge': {
      const { side, unit, of } = expression;
      const edge = { kind: 'calendarEdge' as const, ...base, side, unit };
      return of === undefined ? { ...edge, shift: place.shift } : { ...edge, of: lower(of), shift: 0 };
    }
    case 'Elapsed': {
      const { unit, rounding = 'full', through } = expression;
      const [from, to] = [lower(expression.from), lower(expression.to)];
      if (unit === 'days' && !through) return { kind: 'days', ...base, from, to };
      return { kind: 'elapsed', ...base, from, to, unit, rounding, through };
    }
    case 'YearCount': {
      const { years } = expression;
      const since = lower(expression.since);
      const now = { id: take(draft, { span: expression.span }), type: { kind: 'date' as const } };
      const today: Expr =
        years === 'anniversary'
          ? { kind: 'referenceDay', ...now }
          : { kind: 'calendarEdge', ...now, side: 'start', unit: 'year', shift: place.shift };
      return { kind: 'yearSince', ...base, since, now: today, years };
    }
    case 'Interest': {
      const window = expression.ofYear ? 'period' : 'term';
      return {
        kind: 'accrual',
        ...base,
        principal: lower(expression.principal),
        rate: lowerRate(draft, expression.rate, place),
        begin: lower(expression.from),
        end: lower(expression.to),
        through: expression.through,
        basis: expression.basis,
        window,
        shift: expression.ofYear ? place.shift : 0,
      };
    }
    case 'Prorated':
      return {
        kind: 'accrual',
        ...base,
        rate: lowerRate(draft, expression.amount, place),
        begin: lower(expression.from),
        end: lower(expression.to),
        through: expression.through,
        basis: proratedBasis[expression.by],
        window: 'period',
        shift: place.shift,
      };
  }
}

/** R19: dated figures of the rate are read day by day, unless a day is said. */
function lowerRate(draft: Draft, rate: Expression, place: Place): Expr {
  return lowerExpression(
    draft,
    rate,
    place.figureDay === undefined ? { ...place, figureDay: { accrual: place } } : place,
  );
}

/** Of a year of 365 days or of 366. */
const proratedBasis: Readonly<Record<Prorated['by'], BasisIr>> = {
  days: 'actual/actual',
  fullMonths: 'full months/12',
  startedMonths: 'started months/12',
};

export function lowerDateShift(draft: Draft, { span, amount, from }: DateShift, place: Place): Expr {
  const base = { id: take(draft, { span }), type: { kind: 'date' as const } };
  const start = lowerExpression(draft, from, place);
  const type = typeOf(draft.types, amount);
  const unit = type.kind === 'duration' ? type.unit : 'days';
  const shift = { kind: 'dateShift' as const, ...base, from: start, amount: figureOf(amount), unit };
  return amount.kind === 'NumberLiteral' ? shift : { ...shift, by: lowerExpression(draft, amount, place) };
}

function figureOf(amount: Expression): number {
  return amount.kind === 'NumberLiteral' ? Number.parseInt((amount as NumberLiteral).value, 10) : 0;
}
