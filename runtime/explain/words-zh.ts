import type { Words } from './words.ts';
import { zhPayment } from './words-payment.ts';

const currencies: ReadonlyMap<string, string> = new Map([
  ['CNY', '元'],
  ['USD', '美元'],
  ['HKD', '港元'],
  ['EUR', '欧元'],
  ['SGD', '新加坡元'],
  ['AUD', '澳元'],
]);
const durations = { years: '年', months: '个月', days: '天' } as const;
const roundings = {
  halfUp: '四舍五入',
  halfEven: '四舍六入',
  up: '进一',
  down: '舍去',
  awayFromZero: '远零进位',
} as const;
const sharings = {
  proRata: '按比例分配',
  uniformRate: '统一比例',
  firstCome: '先到先得',
  firstComeWhole: '先到先得整笔',
  byRank: '按名次',
  unlimited: '不限',
} as const;

export const zh: Words = {
  language: 'zh',
  listSeparator: '、',
  clauseSeparator: '；',
  opening: '（',
  closing: '）',
  yes: '是',
  no: '否',
  unknown: '未知',
  none: '无',
  unbounded: '无上限',
  currency: (code) => currencies.get(code) ?? code,
  points: (number) => `${number} 个百分点`,
  rank: (number) => `第${number}名`,
  duration: (number, unit) => `${number} ${durations[unit]}`,
  between: (low, high) => `${low} 至 ${high}`,
  atLeast: (low) => `${low} 起，无上限`,
  upTo: (high) => `至多 ${high}`,
  undefinedReason: {
    'zero base': '基期为零，无增速',
    'negative base': '基期为负，无增速',
    'no base': '没有基期，无增速',
    'zero divisor': '除数为零',
    none: '不存在',
    'empty list': '没有可比的项',
    'no version': '当日没有执行中的版本',
    'not ranked': '不在排列之内',
    'not begun': '尚未开始',
  },

  outcome: {
    notMet: '不成立',
    undetermined: (range) => (range === '未知' ? '待定' : `待定：${range}`),
    outOfForce: '不在有效期',
    superseded: (by) => `由 ${by} 取代`,
    supersededElsewhere: '由其他政策取代',
    supersededByAnother: '由另一条取代',
    noAmount: '不计金额',
    takesNoPart: '不计入',
    payable: (amount) => `兑付 ${amount}`,
  },
  text: { noAmount: '内容', otherRules: '另定' },
  amountKind: {
    grant: '补助和奖励',
    loan: '贷款',
    interest: '利息',
    deduction: '扣除额',
    credit: '抵免额',
    repayment: '应追回',
    none: '其他',
  },
  cause: {
    missing: (facts) => `缺 ${facts}`,
    discretion: '待核定',
    history: '缺以往发放记录',
    otherAwards: '其他政策获奖情况未申报',
    otherClaims: '别家可能也申报同一个',
    budget: '受总额限制',
  },

  met: '成立',
  failed: '不成立',
  open: '待定',
  because: (status, reason) => `${status}，${reason}`,
  ceiling: '上限，待核定',
  cutToCeiling: '超过按上限',
  noRow: '未达任何一档',
  noRowChosen: '所填不在各档之列',
  noCase: '各情形均不成立',
  version: (figure, since, publishedOn) =>
    `${figure}（自${since}起${publishedOn === undefined ? '' : `，${publishedOn}发布`}）`,
  published: (figure, publishedOn, source) => {
    const parts = [
      ...(publishedOn === undefined ? [] : [`${publishedOn}发布`]),
      ...(source === undefined ? [] : [source]),
    ];
    return `${figure}（${parts.join('，')}）`;
  },
  short: (gap) => `还差 ${gap}`,
  shortStrict: (gap) => `还差超过 ${gap}`,
  exceeds: (gap) => `超出 ${gap}`,
  exceedsStrict: (gap) => `超出 ${gap}，须低于`,
  exactlyMustExceed: (bound) => `恰等于 ${bound}，须高于此数`,
  exactlyMustStayUnder: (bound) => `恰等于 ${bound}，须低于此数`,
  atLeastGap: (gap) => `至少 ${gap}`,

  dependsOn: (clauses) => `取决于 ${clauses}`,
  fullSteps: (of, step, count) => `${of} 满 ${count} 个 ${step}`,
  startedSteps: (of, step, count) => `${of} 起 ${count} 个 ${step}`,
  take: (amount) => `取 ${amount}`,
  extreme: { lowest: '取低', highest: '取高' },
  beyond: (amount) => `超出 ${amount}`,
  usedBefore: (limit, used, room) => `${limit} − 在前已用 ${used} = 余 ${room}`,
  countOf: (count) => `${count} 个`,
  fromTo: (before, now) => `由 ${before} 到 ${now}`,
  calendar: {
    extreme: { lowest: '较早者', highest: '较晚者' },
    through: (from, to) => `${from} 起至 ${to} 止`,
    until: (from, to) => `${from} 至 ${to}`,
    calendarYear: (first, now, count) => `${first} 年起，${now} 年为第 ${count} 个自然年`,
    anniversaryYear: (first, now, count) => `${first} 起，${now} 在第 ${count} 个周年年度`,
    days: (count, years) => (years === undefined ? `${count} 天` : `${years} 个整年又 ${count} 天`),
    thirtyDays: (count) => `${count} 天（每月按 30 天）`,
    months: (count) => `${count} 个月`,
    counted: (count) => `，共 ${count}`,
    ofPeriod: (span, from, to, count) => `${span}，其中本期 ${from} 起至 ${to} 止，共 ${count}`,
    nothing: '，没有计入的日子',
  },
  decidedRate: (rate) => `核定 ${rate}`,
  decidedAmount: (amount) => `核定 ${amount}`,
  and: '且',
  or: '或',
  is: (name, value) => `${name}：${value}`,

  cap: {
    notReached: '未触顶',
    reached: '触顶',
    perhaps: '可能触顶',
    at: (cap) => `封顶于 ${cap}`,
    within: (cap) => `未超过 ${cap}`,
    exceededWhole: '超出，全部不予',
    openRoom: (cap, used) => `余额 = ${cap} − 已付（${used}）`,
    room: (cap, used, room) => `${cap} − 已付 ${used} = 余 ${room}`,
  },
  once: { free: '此前未获付', used: (paid) => `此前已付 ${paid}`, unknown: '缺以往发放记录' },
  toAll: (paid) => `${paid}（各家合计）`,
  limit: {
    times: (used, most) => `此前 ${used} 次，至多 ${most} 次`,
    items: (used, most) => `此前 ${used} 项，至多 ${most} 项`,
    usedUp: '次数已满',
    kept: '在名额之内',
    leftOut: '不在名额之内',
    perhaps: '可能不在名额之内',
  },
  budget: {
    subject: '受总额限制',
    unlimited: '不限',
    sharing: (pool, how) => `${pool}，${sharings[how]}`,
  },
  pool: {
    enough: '足额',
    short: '总额不足',
    suffices: (claims, room, claimants) => `${claimants} 家共 ${claims} ≤ ${room}`,
    proRata: (room, claims, claimants, claim, share) =>
      `${claimants} 家共 ${claims} > ${room}，${claim} × ${room} ÷ ${claims} → ${share}`,
    uniform: (room, claims, rate, claim, share) => `${room} ÷ ${claims} → ${rate}，${claim} × ${rate} → ${share}`,
    queue: (place, ahead, room, claim, share) => `第 ${place} 位，${room} − 此前 ${ahead}，应得 ${claim} → ${share}`,
  },
  dating: '时点',
  filter: '其中',
  adjustSkipped: '条件不成立，不变',
  adjustPerhaps: '条件待定',
  rounding: (mode, step) => `${roundings[mode]} 到 ${step}`,
  window: (window) => {
    if (window.kind === 'years') return `连续${window.years}年`;
    return { period: '当年', ever: '累计', inForce: '有效期内' }[window.kind];
  },

  row: { applies: '适用', perhaps: '可能适用', outranked: '已适用更高一档', lower: '低于所取', notHeld: '不属此类' },
  ladder: {
    year: (year, amount) => `${year}年：${amount}`,
    earlierYears: '以往',
    noEarlierYears: '没有更早的年度',
    passed: '首次达到',
    notPassed: '未达到',
    passedBefore: '以往已达到',
    perhaps: '可能首次达到',
    paid: '已付',
    deducted: '已付扣除',
    heldBefore: '原档扣除',
  },
  items: {
    noneMet: '各项均不成立',
    otherPeriod: '日期不在本期',
    filtered: '不合条件，不计入',
    total: (count) => `${count} 项合计`,
    more: (count) => `另 ${count} 项`,
    none: '没有计入的项',
    unlisted: '未填报',
  },

  after: { conflict: '就高', groupCap: '合计', elsewhere: '他项' },
  barredElsewhere: '已获其他政策奖补，不再兑付',
  noDuplication: '与其他政策就高不重复',
  afterNote: {
    won: '最高，予以兑付',
    lost: '低于同组，不重复兑付',
    open: '高低待定',
    cut: '削减',
    unchanged: '不变',
    difference: '补足差额',
    barred: '已获同组奖补，不再兑付',
    'higher elsewhere': '其他政策更高',
  },
  noDuplicate: '不重复',
  chosen: {
    first: { won: '先于同组其他，不受影响', lost: '列在其前的已成立，不重复兑付', open: '列在其前的是否成立待定' },
    choice: { won: '申请人选择，予以兑付', lost: '申请人另有选择，不重复兑付', open: '申请人的选择待定' },
    earliest: { won: '最早，予以兑付', lost: '不早于同组，不重复兑付', open: '先后待定' },
  },
  shareOpen: '份额待定',
  cut: { inOrder: '依列出次序', proRata: '按比例' },
  provisional: '暂按上限比较，核定后重比',
  paidElsewhere: (policy, year, amount) => `${policy} ${year}已付 ${amount}`,
  promisedElsewhere: (policy, year, amount) => `${policy} ${year}获批 ${amount}，分期兑付`,
  dueElsewhere: (policy, year, amount) => `${policy} ${year}获批 ${amount}，未付`,
  sharedCoins: (block) => `${block}：尾数按余数由大到小分配`,
  heldDown: '进位将超过上限，故舍去',
  pay: '兑付',
  taken: {
    keyword: '出处',
    base: '改编自',
    import: '引用',
    over: (policy, article) => `沿用 ${policy}${article}，未在本文核对`,
    changed: (lines) => `本文第 ${lines} 行改动`,
  },
  reading: '口径',
  defaultChoice: '（默认）',
  defaultChoices: '（均为默认）',
  total: '合计',
  article: (article, paragraph) => {
    if (article === 'closing') return '附则';
    if (article === 'preamble') return '序言';
    return `第${chineseNumeral(article)}条${paragraph === undefined ? '' : `第${chineseNumeral(paragraph)}款`}`;
  },
  year: (label) => (/^\d+$/.test(label) ? `${label}年` : label),
  referenceDay: (from, to) => (from === to ? `时点 ${from}` : `时点 ${from} 至 ${to}`),
  payment: zhPayment,
  head: { policy: '政策', facts: '填报' },
};

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 … 99 as the source writes them; beyond that, digits. */
function chineseNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = digits[number % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : digits[tens]}十${ones}`;
}
