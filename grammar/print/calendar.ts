import type {
  Basis,
  CalendarEdge,
  DateShift,
  DaySpan,
  Elapsed,
  Expression,
  Extreme,
  Interest,
  Prorated,
  WithinTest,
  YearCount,
} from '../ast.ts';
import type { WordId } from '../vocabulary.ts';
import { beforeFrom, binding, operand, prefixOperand } from './expressions.ts';
import type { Doc } from './layout.ts';
import { printNumber } from './numerals.ts';
import { afterComma, bracketed, listed, type Printer, spaced, word } from './printer.ts';

const periodEdges = {
  start: { period: 'startOfPeriod', year: 'startOfYear' },
  end: { period: 'endOfPeriod', year: 'endOfYear' },
} as const;
const edgesOf = {
  start: { year: ['startOfYearOf', 'itsStartOfYear'], month: ['startOfMonthOf', 'itsStartOfMonth'] },
  end: { year: ['endOfYearOf', 'itsEndOfYear'], month: ['endOfMonthOf', 'itsEndOfMonth'] },
} as const;

/** 年末 · `end of month of D` · D 当月月末. */
export function printEdge(printer: Printer, { side, unit, of }: CalendarEdge): Doc {
  if (of === undefined) return word(printer, periodEdges[side][unit === 'period' ? 'period' : 'year']);
  const [en, zh] = edgesOf[side][unit === 'month' ? 'month' : 'year'];
  const day = operand(printer, of, binding.chain);
  return printer.english ? spaced(word(printer, en), day) : spaced(day, word(printer, zh));
}

/** `2 years after D` · D 起满 2年; what is no figure, `D postponed by X` · D 顺延 X. */
export function printDateShift(printer: Printer, { amount, from }: DateShift): Doc {
  const day = operand(printer, from, binding.chain);
  if (amount.kind === 'NumberLiteral') {
    const figure = printNumber(printer, amount);
    return printer.english
      ? spaced(figure, word(printer, 'after'), day)
      : spaced(day, word(printer, 'fullyAfter'), figure);
  }
  const start = printer.english ? operand(printer, from, binding.primary) : day;
  return spaced(start, word(printer, 'postponedBy'), operand(printer, amount, binding.shift));
}

const elapsedWords = {
  days: { full: ['daysFrom', 'deDays'], started: ['daysFrom', 'deDays'] },
  months: { full: ['fullMonthsFrom', 'deFullMonths'], started: ['startedMonthsFrom', 'deStartedMonths'] },
  years: { full: ['fullYearsFrom', 'deFullYears'], started: ['startedYearsFrom', 'deStartedYears'] },
} as const satisfies Record<Elapsed['unit'], Record<'full' | 'started', readonly [WordId, WordId]>>;

/** `full months from D to E` · D 至 E 的 足月数; `days from D through E` · D 起至 E 止 的 天数. */
export function printElapsed(printer: Printer, elapsed: Elapsed): Doc {
  const [en, zh] = elapsedWords[elapsed.unit][elapsed.rounding ?? 'full'];
  const days = printSpan(printer, elapsed);
  return printer.english ? spaced(word(printer, en), days) : spaced(days, word(printer, zh));
}

function printSpan(printer: Printer, { from, to, through }: DaySpan): Doc {
  const [first, last] = [from, to].map((day) => operand(printer, day, binding.chain));
  const stop = through && !printer.english ? word(printer, 'stop') : undefined;
  return spaced(first, word(printer, through ? 'through' : 'to'), last, stop);
}

const yearWords = {
  calendar: ['calendarYearSince', 'whichCalendarYear'],
  anniversary: ['anniversaryYearSince', 'whichAnniversaryYear'],
} as const;

/** `calendar year since D` · D 起 第几个自然年. */
export function printYearCount(printer: Printer, { years, since }: YearCount): Doc {
  const [en, zh] = yearWords[years];
  const day = operand(printer, since, binding.chain);
  return printer.english ? spaced(word(printer, en), day) : spaced(day, word(printer, zh));
}

/** `within 2 years of D` · 在 D 起 2年内. */
export function printWithin(printer: Printer, tested: Doc, { amount, from }: WithinTest): Doc {
  const figure = printNumber(printer, amount);
  if (printer.english)
    return spaced(
      tested,
      word(printer, 'isWithin'),
      figure,
      word(printer, 'of'),
      operand(printer, from, binding.chain),
    );
  const day = operand(printer, from, binding.sum);
  return spaced(tested, word(printer, 'from'), day, word(printer, 'began'), [figure, word(printer, 'inside')]);
}

/** `the earlier of (A, B)` · A 与 B 的 较早者. */
export function printDaysExtreme(printer: Printer, { side, operands }: Extreme): Doc {
  if (printer.english) {
    const members = operands.map((one) => operand(printer, one, binding.sum));
    return spaced(
      word(printer, side === 'lowest' ? 'theEarlierOf' : 'theLaterOf'),
      bracketed(printer, listed(printer, members)),
    );
  }
  // Only the first may itself hold a 与: the others would be taken for members of this list.
  const joined = operands.flatMap((one, index) => {
    const isPlain = index === 0 || (one.kind === 'CalendarEdge' && one.of === undefined);
    const day = operand(printer, one, isPlain ? binding.chain : binding.primary);
    return index === 0 ? [day] : [word(printer, 'joinDays'), day];
  });
  return spaced(...joined, word(printer, side === 'lowest' ? 'deEarlier' : 'deLater'));
}

const basisWords: Readonly<Record<Basis, { readonly word: WordId; readonly rest: string }>> = {
  'actual/365': { word: 'actual', rest: '/365' },
  'actual/360': { word: 'actual', rest: '/360' },
  'actual/actual': { word: 'actual', rest: '/' },
  'bond 30/360': { word: 'bond', rest: ' 30/360' },
  'eurobond 30/360': { word: 'eurobond', rest: ' 30/360' },
  'full months/12': { word: 'fullMonths', rest: '/12' },
  'started months/12': { word: 'startedMonths', rest: '/12' },
};

/** `, actual/365` · ，按 实际天数/365. */
function printBasis(printer: Printer, basis: Basis): Doc {
  const { word: first, rest } = basisWords[basis];
  const name = word(printer, first);
  const text = rest === '/' ? `${name}/${name}` : `${name}${printer.english ? rest : rest.trimStart()}`;
  return afterComma(printer, printer.english ? text : `${word(printer, 'by')} ${text}`);
}

/** `interest on P at R from D to E, actual/365` · P 按 R 自 D 至 E 的 利息，按 实际天数/365. */
export function printInterest(printer: Printer, interest: Interest): Doc {
  const { principal, rate, basis, ofYear } = interest;
  const rateDoc = beforeFrom(printer, rate, binding.chain);
  const days = printSpan(printer, interest);
  const basisDoc = printBasis(printer, basis);
  if (printer.english) {
    const head = word(printer, ofYear ? 'interestOfYearOn' : 'interestOn');
    const on = prefixOperand(printer, principal);
    return [spaced(head, on, word(printer, 'at'), rateDoc, word(printer, 'from'), days), basisDoc];
  }
  const base = operand(printer, principal, binding.chain);
  const end = word(printer, ofYear ? 'deInterestOfYear' : 'deInterest');
  return [spaced(base, word(printer, 'by'), rateDoc, word(printer, 'since'), days, end), basisDoc];
}

const proratedWords = {
  days: ['proratedByDays', 'daysInProportion'],
  fullMonths: ['proratedByFullMonths', 'fullMonthsInProportion'],
  startedMonths: ['proratedByStartedMonths', 'startedMonthsInProportion'],
} as const;

/** `A prorated by days from D through E` · A 自 D 起至 E 止 按日折算. */
export function printProrated(printer: Printer, prorated: Prorated): Doc {
  const [en, zh] = proratedWords[prorated.by];
  const days = printSpan(printer, prorated);
  if (printer.english)
    return spaced(operand(printer, prorated.amount, binding.primary), word(printer, en), word(printer, 'from'), days);
  return spaced(operand(printer, prorated.amount, binding.chain), word(printer, 'since'), days, word(printer, zh));
}

/** Which of these constructs an expression is; conditions are printed with the others. */
export type PrintedByCalendar = Extract<
  Expression,
  { kind: 'CalendarEdge' | 'DateShift' | 'Elapsed' | 'YearCount' | 'Interest' | 'Prorated' }
>;

export function printCalendar(printer: Printer, expression: PrintedByCalendar): Doc {
  switch (expression.kind) {
    case 'CalendarEdge':
      return printEdge(printer, expression);
    case 'DateShift':
      return printDateShift(printer, expression);
    case 'Elapsed':
      return printElapsed(printer, expression);
    case 'YearCount':
      return printYearCount(printer, expression);
    case 'Interest':
      return printInterest(printer, expression);
    case 'Prorated':
      return printProrated(printer, expression);
  }
}
