/** Catalogue JT602x, JT603x, JT605x: how each fact is written. Names are in `facts-names.ts`, the text as a whole in `facts-text.ts`. */
import { currencyZh } from './currencies.ts';
import { type Bilingual, diagnostic } from './diagnostic.ts';

/** Words for a place in the facts: `自主研发费用（2022年）`, `rd (2022)`. */
interface At {
  readonly place: Bilingual;
}
/** A value as it stands in the file, and how it might have been meant. */
interface Written extends At {
  readonly written: string;
  readonly suggestions: readonly string[];
}

export const MoneyForm = diagnostic<Written & { readonly currency: string }>(() => ({
  code: 'JT6020',
  severity: 'error',
  zh: {
    message: ({ place, written, currency }) =>
      `${place.zh}应当是金额，以${currencyZh(currency)}为单位，这里是 ${written}`,
    help: ({ suggestions }) =>
      `只写数字和小数点，不写单位和千位逗号：${examplesZh(suggestions, '"300000" 或 "300000.50"')}`,
  },
  en: {
    message: ({ place, written, currency }) => `${place.en} must be a sum of money in ${currency}; this is ${written}`,
    help: ({ suggestions }) =>
      `write digits and a point alone, no unit and no commas: ${examplesEn(suggestions, '"300000" or "300000.50"')}`,
  },
}));

export const MoneyTooFine = diagnostic<At & { readonly written: string }>(() => ({
  code: 'JT6021',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}不能比分更细，这里是 ${written}`,
    help: () => '按原始凭证写到分，小数点后最多两位',
  },
  en: {
    message: ({ place, written }) => `${place.en} cannot be finer than the smallest coin; this is ${written}`,
    help: () => 'write the figure of the document, with at most two decimals',
  },
}));

export const Negative = diagnostic<At & { readonly written: string }>(() => ({
  code: 'JT6022',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}不能是负数，这里是 ${written}`,
    help: () => '检查正负号；若冲减后确为负数，先核实应当填报的数',
  },
  en: {
    message: ({ place, written }) => `${place.en} cannot be negative; this is ${written}`,
    help: () => 'check the sign; if corrections really left it below zero, settle the figure first',
  },
}));

export const PercentForm = diagnostic<Written>(() => ({
  code: 'JT6023',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}应当是带百分号的比例，这里是 ${written}`,
    help: ({ suggestions }) => `写成带百分号的文字：${examplesZh(suggestions, '"12.5%"')}`,
  },
  en: {
    message: ({ place, written }) => `${place.en} must be a percentage with its sign; this is ${written}`,
    help: ({ suggestions }) => `write text with a percent sign: ${examplesEn(suggestions, '"12.5%"')}`,
  },
}));

export const PointsForm = diagnostic<Written>(() => ({
  code: 'JT6024',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}应当是百分点，这里是 ${written}`,
    help: ({ suggestions }) => `写成文字：${examplesZh(suggestions, '"2个百分点"')}`,
  },
  en: {
    message: ({ place, written }) => `${place.en} must be in percentage points; this is ${written}`,
    help: ({ suggestions }) => `write as text: ${examplesEn(suggestions, '"2 points"')}`,
  },
}));

export const NumberForm = diagnostic<Written & { readonly unit: Bilingual }>(() => ({
  code: 'JT6025',
  severity: 'error',
  zh: {
    message: ({ place, written, unit }) => `${place.zh}应当是${unit.zh}，这里是 ${written}`,
    help: ({ suggestions }) => `只写数字和小数点，不写单位：${examplesZh(suggestions, '1.5')}`,
  },
  en: {
    message: ({ place, written, unit }) => `${place.en} must be ${unit.en}; this is ${written}`,
    help: ({ suggestions }) => `write digits and a point alone, no unit: ${examplesEn(suggestions, '1.5')}`,
  },
}));

export const WholeNumberForm = diagnostic<Written>(() => ({
  code: 'JT6026',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}应当是整数，这里是 ${written}`,
    help: ({ suggestions }) => `只写数字，不写单位和小数：${examplesZh(suggestions, '3')}`,
  },
  en: {
    message: ({ place, written }) => `${place.en} must be a whole number; this is ${written}`,
    help: ({ suggestions }) => `write digits alone, no unit and no decimals: ${examplesEn(suggestions, '3')}`,
  },
}));

export const DateForm = diagnostic<Written>(() => ({
  code: 'JT6027',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}应当是日期，这里是 ${written}`,
    help: ({ suggestions }) =>
      `写成 年-月-日，月和日各两位，年份 1900 至 2200：${examplesZh(suggestions, '"2024-03-01"')}`,
  },
  en: {
    message: ({ place, written }) => `${place.en} must be a date; this is ${written}`,
    help: ({ suggestions }) =>
      `write year-month-day, month and day in two digits, years 1900 to 2200: ${examplesEn(suggestions, '"2024-03-01"')}`,
  },
}));

export const NoSuchDay = diagnostic<At & { readonly written: string; readonly lastDay?: string }>(() => ({
  code: 'JT6028',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}：没有 ${written} 这一天`,
    help: ({ lastDay }) => (lastDay === undefined ? '检查月份和日子' : `检查日子；那个月的最后一天是 ${lastDay}`),
  },
  en: {
    message: ({ place, written }) => `${place.en}: there is no day ${written}`,
    help: ({ lastDay }) =>
      lastDay === undefined ? 'check the month and the day' : `check the day; the last one of that month is ${lastDay}`,
  },
}));

export const YesNoForm = diagnostic<Written>(() => ({
  code: 'JT6029',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}应当是“是”或“否”，这里是 ${written}`,
    help: ({ suggestions }) =>
      `写 true（是）或 false（否），不知道时写 null${suggestions.length > 0 ? `；这里${examplesZh(suggestions, '')}` : ''}`,
  },
  en: {
    message: ({ place, written }) => `${place.en} must be yes or no; this is ${written}`,
    help: ({ suggestions }) =>
      `write true for yes, false for no, null if unknown${suggestions.length > 0 ? `; here ${examplesEn(suggestions, '')}` : ''}`,
  },
}));

export const UnknownOption = diagnostic<
  At & { readonly written: string; readonly near: readonly string[]; readonly options: readonly Bilingual[] }
>(() => ({
  code: 'JT6030',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}没有 ${written} 这个选项`,
    help: ({ near, options }) =>
      near.length > 0
        ? `是不是想写${near.map((one) => `“${one}”`).join('或')}？`
        : `可以写：${options.map(({ zh }) => `“${zh}”`).join('、')}`,
  },
  en: {
    message: ({ place, written }) => `${place.en} has no option ${written}`,
    help: ({ near, options }) =>
      near.length > 0
        ? `did you mean ${near.map((one) => `“${one}”`).join(' or ')}?`
        : `choose among ${options.map(({ en }) => `“${en}”`).join(', ')}`,
  },
}));

export const OptionsForm = diagnostic<Written & { readonly options: readonly Bilingual[] }>(() => ({
  code: 'JT6031',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}可以选几项，应当是一个列表，这里是 ${written}`,
    help: ({ suggestions, options }) =>
      `放在方括号里：${examplesZh(suggestions, `["${options[0]?.zh ?? ''}"]`)}；一项都没有时写 []`,
  },
  en: {
    message: ({ place, written }) => `${place.en} may hold several options and so must be a list; this is ${written}`,
    help: ({ suggestions, options }) =>
      `put them in square brackets: ${examplesEn(suggestions, `["${options[0]?.en ?? ''}"]`)}; [] if none applies`,
  },
}));

export const TextForm = diagnostic<Written & { readonly limit: number }>(() => ({
  code: 'JT6033',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}应当是文字，这里是 ${written}`,
    help: ({ suggestions, limit }) =>
      `加英文双引号，1 至 ${limit} 个字符：${examplesZh(suggestions, '"…"')}；不知道时写 null`,
  },
  en: {
    message: ({ place, written }) => `${place.en} must be text; this is ${written}`,
    help: ({ suggestions, limit }) =>
      `put it in double quotes, 1 to ${limit} characters: ${examplesEn(suggestions, '"…"')}; null if unknown`,
  },
}));

/** `low` or `high`, whichever is passed, as the policy's figure. */
export const OutOfBounds = diagnostic<At & { readonly written: string; readonly low?: string; readonly high?: string }>(
  () => ({
    code: 'JT6034',
    severity: 'error',
    zh: {
      message: ({ place, written, low, high }) =>
        `${place.zh}${low === undefined ? `不能大于 ${high}` : `不能小于 ${low}`}，这里是 ${written}`,
      help: () => '检查数字和小数点的位置',
    },
    en: {
      message: ({ place, written, low, high }) =>
        `${place.en} cannot be ${low === undefined ? `more than ${high}` : `less than ${low}`}; this is ${written}`,
      help: () => 'check the digits and the place of the point',
    },
  }),
);

/** Stated not to exist where the policy did not say `or none`. */
export const NoneNotAllowed = diagnostic<At & { readonly written: string }>(() => ({
  code: 'JT6035',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}不能写 ${written}：政策没有说它可以没有`,
    help: () => '金额或数量为零时写 0；不知道时写 null 或不写',
  },
  en: {
    message: ({ place, written }) => `${place.en} cannot be ${written}: the policy does not say that there may be none`,
    help: () => 'write 0 if the figure is zero; leave it out or write null if it is unknown',
  },
}));

export const TooManyDigits = diagnostic<Written>(() => ({
  code: 'JT6036',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}的位数太多：${written}`,
    help: ({ suggestions }) =>
      suggestions.length > 0
        ? `程序读这样大的数字会丢失末位，加英文双引号写成文字：${examplesZh(suggestions, '')}；并检查位数`
        : '最多 30 位数字；检查是否多打了',
  },
  en: {
    message: ({ place, written }) => `${place.en} has too many digits: ${written}`,
    help: ({ suggestions }) =>
      suggestions.length > 0
        ? `programs lose the last digits of such numbers: write text in double quotes, ${examplesEn(suggestions, '')}; and check the digits`
        : 'at most 30 digits are read; check for digits too many',
  },
}));

export const SubjectForm = diagnostic<{ readonly written: string }>(() => ({
  code: 'JT6037',
  severity: 'error',
  zh: {
    message: ({ written }) => `申报主体（subject）应当是它的代码或名称，这里是 ${written}`,
    help: () => '加英文双引号，1 至 200 个字符，例如 "913502000000000000"',
  },
  en: {
    message: ({ written }) => `the applicant (subject) must be its code or name; this is ${written}`,
    help: () => 'put it in double quotes, 1 to 200 characters, like "913502000000000000"',
  },
}));

/** R8: years before that day are taken to have none unless something is given for them. What is given stands, but is more likely a slip. */
export const BeforeStart = diagnostic<At & { readonly since: Bilingual; readonly day: string }>(() => ({
  code: 'JT6038',
  severity: 'warning',
  zh: {
    message: ({ place, since, day }) => `${place.zh}填了数，可是${since.zh}是 ${day}，在那一年之后`,
    help: ({ since }) => `核对年度和${since.zh}；现在按填报的数计算`,
  },
  en: {
    message: ({ place, since, day }) => `${place.en} is given, yet ${since.en} is ${day}, after that year`,
    help: ({ since }) => `check the year and ${since.en}; for now the figure counts as given`,
  },
}));

/** R19: what the policy publishes is not the applicant's to state, so a figure given for it would be passed over. */
export const DiffersFromPublished = diagnostic<At & { readonly written: string; readonly published: string }>(() => ({
  code: 'JT6039',
  severity: 'warning',
  zh: {
    message: ({ place, written, published }) => `${place.zh}以政策公布的 ${published} 为准，填报的 ${written} 不起作用`,
    help: () => '核对两个数字；若公布的数字过时，应当改政策文件',
  },
  en: {
    message: ({ place, written, published }) =>
      `${place.en} is published in the policy as ${published}, which counts; the ${written} given here has no effect`,
    help: () => 'compare the two; if the published figure is out of date, change it in the policy',
  },
}));

/** Only a validator that was not made from this policy comes here. */
export const OtherForm = diagnostic<At & { readonly written: string }>(() => ({
  code: 'JT6058',
  severity: 'error',
  zh: {
    message: ({ place, written }) => `${place.zh}的写法不合要求：${written}`,
    help: () => '对照 jieti schema 给出的格式',
  },
  en: {
    message: ({ place, written }) => `${place.en} is not of the expected form: ${written}`,
    help: () => 'compare with the form that jieti schema prints',
  },
}));

export const MoreFindings = diagnostic<{ readonly count: number }>(() => ({
  code: 'JT6059',
  severity: 'warning',
  zh: { message: ({ count }) => `此外还有 ${count} 处问题没有列出`, help: () => '先改正列出的，再检查一次' },
  en: {
    message: ({ count }) => `there are ${count} more findings, not listed`,
    help: () => 'mend those listed, then check again',
  },
}));

function examplesZh(suggestions: readonly string[], otherwise: string): string {
  return suggestions.length > 0 ? `若是这个意思，写 ${suggestions.join(' 或 ')}` : `例如 ${otherwise}`;
}

function examplesEn(suggestions: readonly string[], otherwise: string): string {
  return suggestions.length > 0 ? `${suggestions.join(' or ')}, if that is what is meant` : `like ${otherwise}`;
}
