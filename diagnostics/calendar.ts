/** Catalogue JT1170–JT1179: what a text about days leaves open (D12) and must say. Chapter on dates of spec/language.md. */
import { diagnostic } from './diagnostic.ts';

/** Months or years without saying whether a begun one counts. */
export const FullOrStarted = diagnostic<{ readonly unit: 'months' | 'years' | 'prorated' }>(() => ({
  code: 'JT1170',
  severity: 'error',
  zh: {
    message: ({ unit }) => `不足一${unit === 'years' ? '年' : '个月'}的算不算，没有写明`,
    help: ({ unit }) =>
      ({
        months: '不足一个月不计，写“的 足月数”；不足一个月按一个月计，写“的 起月数”',
        years: '不足一年不计，写“的 足年数”；不足一年按一年计，写“的 起年数”',
        prorated: '不足一个月不计，写“按足月折算”；不足一个月按一个月计，写“按起月折算”；按天计，写“按日折算”',
      })[unit],
  },
  en: {
    message: ({ unit }) => `does a begun ${unit === 'years' ? 'year' : 'month'} count?`,
    help: ({ unit }) =>
      ({
        months: 'write “full months from” if a begun month does not count, “started months from” if it counts as one',
        years: 'write “full years from” if a begun year does not count, “started years from” if it counts as one',
        prorated:
          'write “prorated by full months” if a begun month does not count, “prorated by started months” if it counts as one, “prorated by days” to count days',
      })[unit],
  },
}));

/** Interest without a day count convention, or with one that is none; `30/360` alone is two. */
export const BasisWanted = diagnostic<{ readonly isBare: boolean }>(() => ({
  code: 'JT1171',
  severity: 'error',
  zh: {
    message: ({ isBare }) =>
      isBare ? '“30/360”有两种算法，没有写明是哪一种' : '按什么计息基准（天数怎么算），没有写明',
    help: ({ isBare }) =>
      isBare
        ? '起息日为30日或31日时才把止息日31日当作30日，写“按 债券30/360”；两端的31日一律当作30日，写“按 欧洲债券30/360”'
        : '在“利息”后写“，按 实际天数/365”“，按 实际天数/360”“，按 实际天数/实际天数”（平年365、闰年366）“，按 债券30/360”“，按 欧洲债券30/360”“，按 足月/12”或“，按 起月/12”',
  },
  en: {
    message: ({ isBare }) =>
      isBare ? '“30/360” is two conventions: which is meant?' : 'the day count convention is not said',
    help: ({ isBare }) =>
      isBare
        ? 'write “bond 30/360” if a last 31st becomes the 30th only after a first 30th or 31st, “eurobond 30/360” if every 31st becomes the 30th'
        : 'end with “, actual/365”, “, actual/360”, “, actual/actual” (365 or 366 days a year), “, bond 30/360”, “, eurobond 30/360”, “, full months/12” or “, started months/12”',
  },
}));
