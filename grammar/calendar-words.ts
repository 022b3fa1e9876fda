/** Words of days, spans of time, schedules by year, and what accrues over a span. Part of the vocabulary. */
import { type Word, word } from './word.ts';

/** First and last days: of what is assessed, of the year or month of another day. */
const edgeWords = {
  startOfYear: word('start of year', '年初', '年初', { group: 'PeriodEdge' }),
  startOfPeriod: word('start of period', '期初', '期初', { group: 'PeriodEdge' }),
  endOfPeriod: word('end of period', '期末', '期末', { group: 'PeriodEdge' }),
  startOfYearOf: word('start of year of', '', '', { group: 'EdgeOf' }),
  endOfYearOf: word('end of year of', '', '', { group: 'EdgeOf' }),
  startOfMonthOf: word('start of month of', '', '', { group: 'EdgeOf' }),
  endOfMonthOf: word('end of month of', '', '', { group: 'EdgeOf' }),
  itsStartOfYear: word('', '当年年初', '當年年初', { group: 'ItsEdge' }),
  itsEndOfYear: word('', '当年年末', '當年年末', { group: 'ItsEdge' }),
  itsStartOfMonth: word('', '当月月初', '當月月初', { group: 'ItsEdge' }),
  itsEndOfMonth: word('', '当月月末', '當月月末', { group: 'ItsEdge' }),
} as const satisfies Record<string, Word>;

/** `to` leaves the last day out, `through` counts it in: 至 and 起至 … 止. */
const spanWords = {
  through: word('through', '起至'),
  /** Chinese alone, after the last day. */
  stop: word('', '止', '止', { soft: true }),
  fullMonthsFrom: word('full months from', '', '', { group: 'ElapsedFrom' }),
  startedMonthsFrom: word('started months from', '', '', { group: 'ElapsedFrom' }),
  monthsFrom: word('months from', '', '', { group: 'ElapsedFrom' }),
  fullYearsFrom: word('full years from', '', '', { group: 'ElapsedFrom' }),
  startedYearsFrom: word('started years from', '', '', { group: 'ElapsedFrom' }),
  yearsFrom: word('years from', '', '', { group: 'ElapsedFrom' }),
  deFullMonths: word('', '的 足月数', '的 足月數', { group: 'DeElapsed' }),
  deStartedMonths: word('', '的 起月数', '的 起月數', { group: 'DeElapsed' }),
  deMonths: word('', '的 月数', '的 月數', { group: 'DeElapsed' }),
  deFullYears: word('', '的 足年数|的 周年数|的 周岁数', '的 足年數|的 週年數|的 周年數|的 周歲數', {
    group: 'DeElapsed',
  }),
  deStartedYears: word('', '的 起年数', '的 起年數', { group: 'DeElapsed' }),
  deYears: word('', '的 年数', '的 年數', { group: 'DeElapsed' }),
} as const satisfies Record<string, Word>;

const dayWords = {
  theEarlierOf: word('the earlier of', ''),
  theLaterOf: word('the later of', ''),
  /** Chinese alone: A 与 B 的 较早者. */
  joinDays: word('', '与', '與', { soft: true }),
  deEarlier: word('', '的 较早者|的 孰早者', '的 較早者|的 孰早者'),
  deLater: word('', '的 较晚者|的 孰晚者', '的 較晚者|的 孰晚者'),
  postponedBy: word('postponed by', '顺延', '順延'),
  isWithin: word('within', ''),
  /** Chinese alone: 在 D 起 2年内. */
  began: word('', '起', '起', { soft: true }),
  inside: word('', '内', '內', { soft: true }),
  calendarYearSince: word('calendar year since', '', '', { group: 'YearSince' }),
  anniversaryYearSince: word('anniversary year since', '', '', { group: 'YearSince' }),
  whichCalendarYear: word('', '起 第几个自然年', '起 第幾個自然年', { group: 'WhichYear' }),
  whichAnniversaryYear: word('', '起 第几个周年年度', '起 第幾個週年年度|起 第幾個周年年度', { group: 'WhichYear' }),
} as const satisfies Record<string, Word>;

/** What a yearly figure comes to over a span. */
const accrualWords = {
  proratedByDays: word('prorated by days', '', '', { group: 'Prorated' }),
  proratedByFullMonths: word('prorated by full months', '', '', { group: 'Prorated' }),
  proratedByStartedMonths: word('prorated by started months', '', '', { group: 'Prorated' }),
  proratedByMonths: word('prorated by months', '', '', { group: 'Prorated' }),
  daysInProportion: word('', '按日折算', '按日折算', { group: 'InProportion' }),
  fullMonthsInProportion: word('', '按足月折算', '按足月折算', { group: 'InProportion' }),
  startedMonthsInProportion: word('', '按起月折算', '按起月折算', { group: 'InProportion' }),
  monthsInProportion: word('', '按月折算', '按月折算', { group: 'InProportion' }),
  interestOn: word('interest on', '', '', { group: 'InterestOn' }),
  interestOfYearOn: word('interest of the year on', '', '', { group: 'InterestOn' }),
  deInterest: word('', '的 利息', '的 利息', { group: 'DeInterest' }),
  deInterestOfYear: word('', '的 当年利息', '的 當年利息', { group: 'DeInterest' }),
  actual: word('actual', '实际天数', '實際天數', { soft: true }),
  bond: word('bond', '债券', '債券', { soft: true }),
  eurobond: word('eurobond', '欧洲债券', '歐洲債券', { soft: true }),
  fullMonths: word('full months', '足月', '足月', { soft: true }),
  startedMonths: word('started months', '起月', '起月', { soft: true }),
} as const satisfies Record<string, Word>;

export const calendarWords = { ...edgeWords, ...spanWords, ...dayWords, ...accrualWords } as const;
