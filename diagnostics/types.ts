/** Catalogue JT3xxx: types and units. Chapter on types of spec/language.md. */
import { currencyZh, moneyZh } from './currencies.ts';
import { type Bilingual, diagnostic } from './diagnostic.ts';

/** Words for one type, say 金额（元） and “money in CNY”. */
type Words = Bilingual;

/** The classic slip: 30万 for 30万元, 20 for 20%. `fixes` are the figure with the unit its place asks for: 0.5 may be 50% or 0.5%. */
export const MissingUnit = diagnostic<{
  readonly figure: Words;
  readonly expected: Words;
  readonly fixes: readonly Words[];
}>(() => ({
  code: 'JT3001',
  severity: 'error',
  zh: {
    message: ({ figure, expected }) => `“${figure.zh}”没有单位，这里要的是${expected.zh}`,
    help: ({ fixes }) => `写成${fixes.map(({ zh }) => `“${zh}”`).join('或')}`,
  },
  en: {
    message: ({ figure, expected }) => `“${figure.en}” has no unit; ${expected.en} is needed here`,
    help: ({ fixes }) => `write ${fixes.map(({ en }) => `“${en}”`).join(' or ')}`,
  },
}));

export const CannotCompare = diagnostic<{ readonly left: Words; readonly right: Words }>(() => ({
  code: 'JT3002',
  severity: 'error',
  zh: {
    message: ({ left, right }) => `不能拿${left.zh}与${right.zh}相比`,
    help: ({ left }) => `两边要是同一种数；左边是${left.zh}，右边也要写${left.zh}`,
  },
  en: {
    message: ({ left, right }) => `${left.en} cannot be compared with ${right.en}`,
    help: ({ left }) => `both sides must be of one kind: write ${left.en} on the right too`,
  },
}));

export const CannotAdd = diagnostic<{ readonly left: Words; readonly right: Words; readonly minus: boolean }>(() => ({
  code: 'JT3003',
  severity: 'error',
  zh: {
    message: ({ left, right, minus }) => `${left.zh}与${right.zh}不能${minus ? '相减' : '相加'}`,
    help: () => '加减的两边要是同一种数、同一单位；要按比例计算，写“… 的 5%”',
  },
  en: {
    message: ({ left, right, minus }) =>
      minus ? `${right.en} cannot be taken from ${left.en}` : `${left.en} and ${right.en} cannot be added`,
    help: () => 'both sides must be of one kind and unit; for a share write “5% of …”',
  },
}));

export const CannotMultiply = diagnostic<{ readonly left: Words; readonly right: Words; readonly divide: boolean }>(
  () => ({
    code: 'JT3004',
    severity: 'error',
    zh: {
      message: ({ left, right, divide }) => `${left.zh}不能${divide ? '除以' : '乘以'}${right.zh}`,
      help: ({ divide }) => (divide ? '可以除以数值、个数，或同一种数' : '金额可以乘以比例、数值或个数'),
    },
    en: {
      message: ({ left, right, divide }) => `${left.en} cannot be ${divide ? 'divided' : 'multiplied'} by ${right.en}`,
      help: ({ divide }) =>
        divide
          ? 'divide by a number, a count, or an amount of the same kind'
          : 'money may be multiplied by a percentage, a number or a count',
    },
  }),
);

export const DifferentCurrencies = diagnostic<{ readonly left: string; readonly right: string }>(() => ({
  code: 'JT3005',
  severity: 'error',
  zh: {
    message: ({ left, right }) => `${moneyZh(left)}与${moneyZh(right)}是两种货币，不能放在一起算`,
    help: ({ left, right }) =>
      `若是单位写错了，改成${currencyZh(left)}；若确是${moneyZh(right)}，声明一个汇率参数，乘以它折算为${moneyZh(left)}`,
  },
  en: {
    message: ({ left, right }) => `${left} and ${right} are two currencies and do not mix`,
    help: ({ left, right }) =>
      `write ${left} if the unit is a slip; if it is ${right}, declare a parameter for the exchange rate and multiply by it`,
  },
}));

/** `R of X` where R is no percentage. */
export const NotARate = diagnostic<{ readonly found: Words }>(() => ({
  code: 'JT3006',
  severity: 'error',
  zh: {
    message: ({ found }) => `“的”后面要是一个比例，这里是${found.zh}`,
    help: () => '写成“… 的 5%”；若是数值，用“×”相乘',
  },
  en: {
    message: ({ found }) => `the share before “of” must be a percentage; this is ${found.en}`,
    help: () => 'write “5% of …”; to multiply by a number use “*”',
  },
}));

/** A difference of percentages is in points, and points are no rate. */
export const PercentForPoints = diagnostic<{ readonly fix: Words }>(() => ({
  code: 'JT3007',
  severity: 'error',
  zh: {
    message: () => '两个比例的差是百分点，不是百分比',
    help: ({ fix }) => `写成“${fix.zh}”`,
  },
  en: {
    message: () => 'a difference of two percentages is in percentage points, not per cent',
    help: ({ fix }) => `write “${fix.en}”`,
  },
}));

export const PointsForPercent = diagnostic<{ readonly fix?: Words }>(() => ({
  code: 'JT3008',
  severity: 'error',
  zh: {
    message: () => '百分点只用于两个比例之差，这里要的是比例',
    help: ({ fix }) => (fix === undefined ? '比例减百分点仍是比例：写“… - 1个百分点”' : `写成“${fix.zh}”`),
  },
  en: {
    message: () => 'percentage points measure the difference of two percentages; a percentage is needed here',
    help: ({ fix }) =>
      fix === undefined ? 'a percentage less points is a percentage: write “… - 1 points”' : `write “${fix.en}”`,
  },
}));

export const NotACondition = diagnostic<{ readonly found: Words }>(() => ({
  code: 'JT3009',
  severity: 'error',
  zh: {
    message: ({ found }) => `这里要一个条件，写的是${found.zh}`,
    help: () => '写出要达到多少，如“… 达到 30万元”；选项写“… 为 …”',
  },
  en: {
    message: ({ found }) => `a condition is needed here; this is ${found.en}`,
    help: () => 'say what it must reach, as in “… at least 300,000 CNY”; for options write “… is …”',
  },
}));

export const NotANumber = diagnostic<{ readonly found: Words }>(() => ({
  code: 'JT3010',
  severity: 'error',
  zh: {
    message: ({ found }) => `这里要一个数，写的是${found.zh}`,
    help: () => '用金额、比例、个数或它们的算式；是否与选项用在“条件”里，或用“按 … { … }”分行',
  },
  en: {
    message: ({ found }) => `a figure is needed here; this is ${found.en}`,
    help: () =>
      'use money, a percentage, a count or a formula of them; put yes/no and options into “when”, or into rows of “by … { … }”',
  },
}));

/** `use`: what was asked of it. */
export const NotYearly = diagnostic<{ readonly use: Words }>(() => ({
  code: 'JT3011',
  severity: 'error',
  zh: {
    message: ({ use }) => `${use.zh}只能用于逐年填报的数，这里没有逐年的数`,
    help: () => '在 填报 里把它声明为“… 逐年”',
  },
  en: {
    message: ({ use }) => `${use.en} needs a figure stated for each year; there is none here`,
    help: () => 'declare it “… each year” among the facts',
  },
}));

export const CannotShift = diagnostic<{ readonly what: Words }>(() => ({
  code: 'JT3012',
  severity: 'error',
  zh: {
    message: ({ what }) => `${what.zh}不能取上年或算增长`,
    help: () => '上年、增速、增量只作用于逐年的填报项、参数和它们的算式；以往已付的用“… 已获”',
  },
  en: {
    message: ({ what }) => `${what.en} has no last year and no growth`,
    help: () =>
      'last year, growth and increase apply to yearly facts, parameters and formulas of them; for earlier payments write “paid under …”',
  },
}));

export const NotAChoice = diagnostic<{ readonly found: Words; readonly boolean: boolean }>(() => ({
  code: 'JT3013',
  severity: 'error',
  zh: {
    message: ({ found }) => `这里要一个有选项的填报项，写的是${found.zh}`,
    help: ({ boolean }) =>
      boolean ? '是否项本身就是条件：直接写它的名称，相反的写“非 …”' : '数用“达到、超过、不超过、低于”来比',
  },
  en: {
    message: ({ found }) => `options belong to a fact that has options; this is ${found.en}`,
    help: ({ boolean }) =>
      boolean
        ? 'a yes/no fact is a condition by itself: write its name, or “not …”'
        : 'compare figures with at least, over, at most, under',
  },
}));

export const ChoiceNeedsOptions = diagnostic<{ readonly found: Words }>(() => ({
  code: 'JT3014',
  severity: 'error',
  zh: {
    message: ({ found }) => `${found.zh}不能比大小`,
    help: () => '有选项的写“… 为 选项”或“… 包含 选项”，分行时每行写选项；是否项直接写名称；文字只供显示，不能判断',
  },
  en: {
    message: ({ found }) => `${found.en} has no more and no less`,
    help: () =>
      'with options write “… is OPTION” or “… includes OPTION”, and options in rows; a yes/no fact stands alone; text is only shown, never tested',
  },
}));

export const ValuesDisagree = diagnostic<{ readonly first: Words; readonly found: Words }>(() => ({
  code: 'JT3015',
  severity: 'error',
  zh: {
    message: ({ first, found }) => `各行要得出同一种数：前面是${first.zh}，这里是${found.zh}`,
    help: ({ first }) => `这里也写${first.zh}，或改正前面的行`,
  },
  en: {
    message: ({ first, found }) => `all rows must give the same kind of value: ${first.en} before, ${found.en} here`,
    help: ({ first }) => `give ${first.en} here too, or mend the rows before it`,
  },
}));

/** `grant 50%`: of what? */
export const AmountNotMoney = diagnostic<{ readonly found: Words; readonly rate: boolean }>(() => ({
  code: 'JT3016',
  severity: 'error',
  zh: {
    message: ({ found }) => `这一行要得出金额，写的是${found.zh}`,
    help: ({ rate }) => (rate ? '写明是谁的百分之几，如“研发费用 的 50%”' : '写出金额，如“30万元”'),
  },
  en: {
    message: ({ found }) => `this line must come to an amount of money; it is ${found.en}`,
    help: ({ rate }) => (rate ? 'say of what, as in “50% of rd”' : 'write an amount, as in “300,000 CNY”'),
  },
}));

export const WrongType = diagnostic<{ readonly expected: Words; readonly found: Words }>(() => ({
  code: 'JT3017',
  severity: 'error',
  zh: {
    message: ({ expected, found }) => `这里要${expected.zh}，写的是${found.zh}`,
    help: ({ expected }) =>
      expected.zh === '是否'
        ? '写成能判断是否的内容，例如“研发费用 超过 5万元”；示例里写“是”或“否”'
        : `改写为${expected.zh}`,
  },
  en: {
    message: ({ expected, found }) => `${expected.en} is needed here; this is ${found.en}`,
    help: ({ expected }) =>
      expected.zh === '是否'
        ? 'write what can be judged, such as “rd over 50,000 CNY”; in an example “yes” or “no”'
        : `write ${expected.en}`,
  },
}));

export const NoSuchDay = diagnostic<{ readonly day: string; readonly last?: string }>(() => ({
  code: 'JT3018',
  severity: 'error',
  zh: {
    message: ({ day }) => `没有${day}这一天`,
    help: ({ last }) =>
      last === undefined ? '检查月份：写成“2023-10-10”或“2023年10月10日”' : `这个月的最后一天是${last}`,
  },
  en: {
    message: ({ day }) => `there is no day ${day}`,
    help: ({ last }) =>
      last === undefined ? 'check the month; write days as 2023-10-10' : `the last day of that month is ${last}`,
  },
}));

export const ClauseWithoutAmount = diagnostic<{ readonly clause: string }>(() => ({
  code: 'JT3019',
  severity: 'error',
  zh: {
    message: ({ clause }) => `条款“${clause}”不计算金额，不能在算式里用它`,
    help: () => '换成有“补助”“奖励”等行的条款',
  },
  en: {
    message: ({ clause }) => `clause “${clause}” computes no amount, so no formula can use it`,
    help: () => 'name a clause that has a grant or award line',
  },
}));

export const DateArithmetic = diagnostic(() => ({
  code: 'JT3020',
  severity: 'error',
  zh: {
    message: () => '日期不能用加减号计算',
    help: () => '推算日期写“D 起满 2年”，两日之间写“D1 至 D2 的 天数”',
  },
  en: {
    message: () => 'days of the calendar are not added or subtracted with signs',
    help: () => 'for a later day write “2 years after D”, between two days “days from D1 to D2”',
  },
}));

export const DurationUnits = diagnostic<{ readonly left: Words; readonly right: Words }>(() => ({
  code: 'JT3021',
  severity: 'error',
  zh: {
    message: ({ left, right }) => `${left.zh}与${right.zh}单位不同，长短说不准`,
    help: ({ left }) => `两边用同一单位：写成${left.zh}`,
  },
  en: {
    message: ({ left, right }) => `${left.en} and ${right.en} are in different units`,
    help: ({ left }) => `use one unit on both sides: ${left.en}`,
  },
}));

/** 50.5家. */
export const NotWhole = diagnostic<{ readonly figure: Words; readonly expected: Words }>(() => ({
  code: 'JT3022',
  severity: 'error',
  zh: {
    message: ({ figure, expected }) => `${expected.zh}只有整数，写的是“${figure.zh}”`,
    help: () => '写成整数',
  },
  en: {
    message: ({ figure, expected }) => `${expected.en} is a whole number; “${figure.en}” is not`,
    help: () => 'write a whole number',
  },
}));

export const MixedRows = diagnostic(() => ({
  code: 'JT3023',
  severity: 'error',
  zh: {
    message: () => '一张表里，有的行写选项，有的行写数的界限',
    help: () => '按选项分行就每行写选项，按数分行就每行写“超过 …”“达到 …”',
  },
  en: {
    message: () => 'some rows name options and some give bounds',
    help: () => 'choose by options in all rows, or by bounds (over …, at least …) in all rows',
  },
}));

export const TooManyOptions = diagnostic<{ readonly name: string }>(() => ({
  code: 'JT3024',
  severity: 'error',
  zh: {
    message: ({ name }) => `“${name}”只能选一项，这里给了几项`,
    help: () => '只留一项；若确可同时有几项，把它声明为“可多选 { … }”',
  },
  en: {
    message: ({ name }) => `“${name}” holds one option, and several are given`,
    help: () => 'keep one; if several can hold at once, declare it “any of { … }”',
  },
}));

/** `none` given for a fact that always exists. */
export const NeverNone = diagnostic<{ readonly name: string }>(() => ({
  code: 'JT3025',
  severity: 'error',
  zh: {
    message: ({ name }) => `“${name}”没有声明为“可无”，不能填“无”`,
    help: () => '不知道就不写这一项；若确可没有，在 填报 里加“可无”',
  },
  en: {
    message: ({ name }) => `“${name}” is not declared “or none”, so it cannot be none`,
    help: () => 'leave it out if it is not known; if there may be none, add “or none” among the facts',
  },
}));

/** A year is given for a fact that is not stated by year. */
export const YearForYearless = diagnostic<{ readonly name: string }>(() => ({
  code: 'JT3026',
  severity: 'error',
  zh: {
    message: ({ name }) => `“${name}”不是逐年填报的，不能写是哪一年的`,
    help: () => '去掉年份，或在 填报 里把它声明为“逐年”',
  },
  en: {
    message: ({ name }) => `“${name}” is not stated by year, so no year can be named for it`,
    help: () => 'drop the year, or declare it “each year” among the facts',
  },
}));

/** 元/平方米/平方米, 元/元. */
export const UnitTwice = diagnostic(() => ({
  code: 'JT3027',
  severity: 'error',
  zh: {
    message: () => '同一单位写了两次，或这样的数没有“每”可言',
    help: () => '斜线后的单位各写一次，如“30元/平方米/月”；汇率写成“7.1元/美元”',
  },
  en: {
    message: () => 'a unit is written twice, or there is nothing that this could be per',
    help: () => 'write each unit once after its slash, as in “30 CNY/sqm/month”; an exchange rate is “7.1 CNY/USD”',
  },
}));

/** `wanted` is what the place asks for; `over` and `per` what has not cancelled. */
export const UnitsLeft = diagnostic<{
  readonly wanted: Words;
  readonly over: readonly Words[];
  readonly per: readonly Words[];
  /** What takes the units away: 以平方米计的数, 个数. */
  readonly factors: readonly Words[];
}>(() => ({
  code: 'JT3028',
  severity: 'error',
  zh: {
    message: ({ wanted, over, per }) =>
      `这里要${wanted.zh}，算出来还多着单位：${[...over.map(({ zh }) => zh), ...per.map(({ zh }) => `每${zh}`)].join('、')}`,
    help: ({ over, per, factors }) =>
      per.length === 0
        ? `除以${factors.map(({ zh }) => zh).join('、')}，或用“… /${over[0]?.zh ?? ''}”这样的单价`
        : over.length === 0
          ? `乘以${factors.map(({ zh }) => zh).join('、')}`
          : '只有同一单位才能抵消，年对年、月对月；换算要写明，如“3年 × 12个月/年”',
  },
  en: {
    message: ({ wanted, over, per }) =>
      `${wanted.en} is needed here; units are left over: ${[...over.map(({ en }) => en), ...per.map(({ en }) => `per ${en}`)].join(', ')}`,
    help: ({ over, per, factors }) =>
      per.length === 0
        ? `divide by ${factors.map(({ en }) => en).join(' and ')}, or use a price per ${over[0]?.en ?? ''}`
        : over.length === 0
          ? `multiply by ${factors.map(({ en }) => en).join(' and ')}`
          : 'only equal units cancel, years with years and months with months; write a conversion out, as in “3 years * 12 months/year”',
  },
}));
