/**
 * Every word of the language, in English, 简体 and 繁體: one table, read by the lexer, the word cutter, the parser, the builder and the
 * printer. The key of an entry is the id under which a written word is kept in the tree (`word`, `verb`, `mode` …), so that it comes
 * back from the printer in either language as the word it was.
 */
import type { ReplaceableWord } from './ast.ts';
import { prefixBounds, suffixBounds } from './bound-words.ts';
import { calendarWords } from './calendar-words.ts';
import { countUnits, currencies, durationUnits, figureWords, multipliers } from './figure-words.ts';
import { changeWords, linkWords } from './link-words.ts';
import { orderWords } from './order-words.ts';
import { paymentWords } from './payment-words.ts';
import { verbWords } from './verb-words.ts';
import { type Word, word } from './word.ts';

/** Words that begin a declaration. */
const declarationWords = {
  policy: word('policy', '政策', '政策', { soft: true }),
  facts: word('facts', '填报', '填報'),
  parameter: word('parameter', '参数', '參數', { soft: true }),
  unit: word('unit', '单位', '單位', { soft: true }),
  let: word('let', '定义', '定義'),
  reading: word('reading', '口径', '口徑'),
  clause: word('clause', '条款', '條款'),
  noDuplication: word('no duplication', '就高不重复', '就高不重複'),
  sharedCap: word('shared cap', '合计封顶', '合計封頂'),
  example: word('example', '示例'),
} as const satisfies Record<string, Word>;

const headWords = {
  title: word('title', '全称', '全稱', { soft: true }),
  inForce: word('in force', '有效期'),
  interpretedBy: word('interpreted by', '解释', '解釋'),
  currency: word('currency', '币种', '幣種', { soft: true }),
  pay: word('pay', '兑付', '兌付'),
  exact: word('exact', '保留原数', '保留原數', { soft: true }),
  /** English alone: `pay rounded down to …` is 兑付 舍去 到 …. */
  rounded: word('rounded', ''),
  growthFromZero: word('growth from zero', '基期为零', '基期為零'),
  hasNoRate: word('has no rate', '无增速', '無增速'),
  isUnlimited: word('is unlimited', '视为无限', '視為無限'),
  unknownFacts: word('unknown facts', '未知填报', '未知填報'),
  byLogic: word('by logic', '按逻辑', '按邏輯'),
  strictly: word('strictly', '从严', '從嚴'),
  elsewhere: word('no duplication with other policies', '与其他政策就高不重复', '與其他政策就高不重複'),
  payingTheDifference: word('paying the difference', '补足差额', '補足差額'),
  takingOneOnly: word('taking one only', '择一', '擇一'),
  /** Chinese alone; in English this is `none`. */
  notApplied: word('', '不适用', '不適用'),
  remark: word('remark', '说明', '說明'),
  byReading: word('by reading', '按口径', '按口徑'),
} as const satisfies Record<string, Word>;

const factWords = {
  /** `each project` in facts; also the Chinese of `per project`. */
  each: word(
    'each',
    '每个|每项|每家|每次|每种|每名|每台|每份|每笔|每件|每届|每',
    '每個|每項|每家|每次|每種|每名|每臺|每台|每份|每筆|每件|每屆|每',
  ),
  eachYear: word('each year', '逐年', '逐年', { soft: true }),
  since: word('since', '自'),
  dated: word('dated', '按日期', '按日期', { soft: true }),
  announcedLater: word('announced later', '另行公布'),
  published: word('published', '发布', '發佈|發布', { soft: true }),
  orNone: word('or none', '可无', '可無'),
  mayBeNegative: word('may be negative', '可为负', '可為負'),
  /** 在 also begins the members of a block, in English `among`. */
  from: word('from', '在'),
  /** 到 is the natural Chinese after a rounding mode; both are read everywhere. */
  to: word('to', '至|到'),
  in: word('in', '以'),
} as const satisfies Record<string, Word>;

/** Type words are soft: `number | 编号 : text` names a field after one. */
const typeWords = {
  booleanType: word('yes or no', '是否', '是否', { group: 'TypeWord', soft: true }),
  moneyType: word('money', '金额', '金額', { group: 'TypeWord', soft: true }),
  percentType: word('percent', '比例|增长率', '比例|增長率', { group: 'TypeWord', soft: true }),
  pointsType: word('points', '百分点', '百分點', { group: 'TypeWord', soft: true }),
  numberType: word('number', '数值', '數值', { group: 'TypeWord', soft: true }),
  countType: word('count', '个数|家数|人数|件数|项数|次数', '個數|家數|人數|件數|項數|次數', {
    group: 'TypeWord',
    soft: true,
  }),
  rankType: word('rank', '名次', '名次', { group: 'TypeWord', soft: true }),
  dateType: word('date', '日期', '日期', { group: 'TypeWord', soft: true }),
  yearsType: word('duration in years', '年数', '年數', { group: 'TypeWord', soft: true }),
  monthsType: word('duration in months', '月数', '月數', { group: 'TypeWord', soft: true }),
  daysType: word('duration in days', '天数', '天數', { group: 'TypeWord', soft: true }),
  textType: word('text', '文字', '文字', { group: 'TypeWord', soft: true }),
  quantityType: word('quantity', '数量', '數量', { soft: true }),
  oneOf: word('one of', '选项', '選項'),
  /** The type; in English `any of`, which is also the condition 以下任一. */
  severalOf: word('', '可多选', '可多選'),
} as const satisfies Record<string, Word>;

const readingWords = {
  everywhere: word('everywhere', '通用'),
  default: word('default', '默认', '默認'),
  means: word('means', '读作', '讀作'),
} as const satisfies Record<string, Word>;

const clauseWords = {
  forEach: word(
    'for each',
    '逐个|逐项|逐家|逐次|逐种|逐名|逐台|逐份|逐笔|逐件|逐届',
    '逐個|逐項|逐家|逐次|逐種|逐名|逐臺|逐台|逐份|逐筆|逐件|逐屆',
  ),
  on: word('on', '于', '於'),
  where: word('where', '其中'),
  cites: word('cites', '依据', '依據'),
  /** 第N条 and 第N款 are read as one word each, see `ordinal` in cut-words. */
  article: word('article', '', '', { soft: true }),
  paragraph: word('paragraph', '', '', { soft: true }),
  closing: word('closing', '附则', '附則'),
  preamble: word('preamble', '序言'),
  authority: word('authority', '责任', '責任', { soft: true }),
  matter: word('matter', '事项', '事項', { soft: true }),
  datedBy: word('dated by', '时点', '時點'),
  endOfYear: word('end of year', '年末', '年末', { group: 'PeriodEdge' }),
  year: word('year', '所属年度', '所屬年度'),
  lastYear: word('last year', '上一年度'),
  everyYear: word('every year', '每年发放', '每年發放'),
  when: word('when', '条件', '條件'),
  cutToCeiling: word('cut to the ceiling', '超过按上限', '超過按上限'),
  add: word('add', '另加'),
  less: word('less', '扣除'),
  raise: word('raise by|raised by', '上浮'),
  lower: word('lower by|lowered by', '下浮'),
  floor: word('floor', '保底'),
  if: word('if', '如果'),
  cap: word('cap', '封顶', '封頂'),
  allOrNothing: word('all or nothing', '超出全部不予'),
  round: word('round', '取整'),
  budget: word('budget', '总额', '總額'),
  once: word('once', '限次'),
  /** Chinese alone: 限次 每个 项目 一次. */
  oneTime: word('', '一次'),
  noAmount: word('no amount', '不计算', '不計算'),
  otherRules: word('by other rules', '另行规定', '另行規定'),
  as: word('as', '记为', '記為'),
  nothing: word('nothing', ''),
} as const satisfies Record<string, Word>;

const scopeWords = {
  per: word('per', ''),
  perYear: word('per year', '每年'),
  ever: word('ever', '累计', '累計'),
  whileInForce: word('while in force', '有效期内', '有效期內'),
  /** Chinese alone: 连续3年 is `over 3 years`. */
  consecutive: word('', '连续', '連續'),
} as const satisfies Record<string, Word>;

const sharingWords = {
  proRata: word('pro rata', '按比例', '按比例', { group: 'Sharing' }),
  uniformRate: word('uniform rate', '统一比例', '統一比例', { group: 'Sharing' }),
  firstCome: word('first come', '先到先得', '先到先得', { group: 'Sharing' }),
  firstComeWhole: word('first come whole', '先到先得整笔', '先到先得整筆', { group: 'Sharing' }),
  byRank: word('by rank', '按名次', '按名次', { group: 'Sharing', afterComma: true }),
  unlimited: word('unlimited', '不限', '不限', { group: 'Sharing', soft: true }),
} as const satisfies Record<string, Word>;

const roundingModes = {
  halfUp: word('half up', '四舍五入', '四捨五入', { group: 'RoundingMode' }),
  halfEven: word('half even', '四舍六入', '四捨六入', { group: 'RoundingMode' }),
  up: word('up', '进一', '進一', { group: 'RoundingMode', soft: true }),
  down: word('down', '舍去', '捨去', { group: 'RoundingMode', soft: true }),
  awayFromZero: word('away from zero', '远零进位', '遠零進位', { group: 'RoundingMode' }),
} as const satisfies Record<string, Word>;

const blockWords = {
  among: word('among', ''),
  takeHighest: word('take the highest', '取最高'),
  takeFirst: word('take the first that applies', '取先成立者'),
  takeChoice: word('take the choice', '按申请人选择', '按申請人選擇'),
  takeEarliest: word('take the earliest', '取最早'),
  /** In Chinese 补足差额, as on the head line. */
  withDifference: word('with difference', ''),
  exclusive: word('exclusive', '互斥'),
  onlyUnderReading: word('only under reading', '仅限口径', '僅限口徑'),
  /** In English `over`, as the bound word. */
  covers: word('', '涵盖', '涵蓋'),
  cutInOrder: word('cut in order', '依次削减', '依次削減'),
  cutProRata: word('cut pro rata', '按比例削减', '按比例削減'),
} as const satisfies Record<string, Word>;

const conditionWords = {
  or: word('or', '或|或者'),
  and: word('and', '且|并且', '且|並且'),
  not: word('not', '非'),
  allOf: word('all of', '以下全部'),
  anyOf: word('any of', '以下任一'),
  hasGrown: word('has grown', '比上年 增长', '比上年 增長'),
  is: word('is', '为', '為'),
  isNot: word('is not', '不为', '不為'),
  includes: word('includes', '包含'),
  inTheTop: word('in the top', ''),
  isGranted: word('is granted', '已成立'),
} as const satisfies Record<string, Word>;

const stepWords = {
  everyFull: word('for every full', '每满', '每滿', { group: 'StepWord' }),
  everyPart: word('for every part', '按比例每', '按比例每', { group: 'StepWord' }),
  everyStarted: word('for every started', '每起', '每起', { group: 'StepWord' }),
} as const satisfies Record<string, Word>;

const expressionWords = {
  of: word('of', ''),
  de: word('', '的'),
  upTo: word('up to', '最高|至多'),
  growthOf: word('growth of', ''),
  deGrowth: word('', '的 增速|的 增长率', '的 增速|的 增長率'),
  increaseIn: word('increase in', ''),
  deIncrease: word('', '的 增量'),
  lastYears: word("last year's", '上年'),
  earlier: word('earlier', ''),
  give: word('', '给予', '給予'),
  thePartOf: word('the part of', ''),
  dePart: word('', '的 部分'),
  /** In Chinese after its operand; also the total of an example. */
  total: word('total', '合计', '合計'),
  highest: word('highest', '最大值'),
  lowest: word('lowest', '最小值'),
  overEach: word('over each', ''),
  eachOf: word('', '各'),
  countOf: word('count of', ''),
  deCount: word('', '的 个数', '的 個數'),
  paidUnder: word('paid under', ''),
  forThisItem: word('for this item', '本项', '本項'),
  alreadyPaid: word('', '已获', '已獲'),
  before: word('before', ''),
  after: word('after', ''),
  /** 前5名, 前2年, 在 B 前. */
  front: word('', '前'),
  back: word('', '后', '後'),
  fullyAfter: word('', '起满', '起滿'),
  daysFrom: word('days from', '', '', { group: 'ElapsedFrom' }),
  deDays: word('', '的 天数', '的 天數', { group: 'DeElapsed' }),
  by: word('by', '按'),
  byCase: word('by case', '按情形'),
  otherwise: word('otherwise', '其余', '其餘'),
  firstTime: word('first time', '首次'),
  inTheYearsGiven: word('in the years given', '在填报年度内', '在填報年度內'),
  ifNotYetRewarded: word('if not yet rewarded', '尚未获奖', '尚未獲獎'),
  /** Chinese alone: 2021年前最高 F is `highest F before 2021`. */
  highestBefore: word('', '前最高'),
  lowerOf: word('', '取低'),
  higherOf: word('', '取高'),
  fieldOf: word('', '之'),
  beforeCap: word('before cap', '封顶前', '封頂前'),
  at: word('at', '记为处', '記為處'),
  asOf: word('as of', ''),
  /** Chinese alone: E 以 D 为准. */
  prevailing: word('', '为准', '為準'),
  splitByDays: word('split by days', '按日分段'),
  referenceDay: word('reference day', '时点日', '時點日'),
} as const satisfies Record<string, Word>;

const chooseModes = {
  theHighest: word('the highest', '就高', '就高', { group: 'ChooseMode' }),
  theFirst: word('the first', '先成立者', '先成立者', { group: 'ChooseMode' }),
  eachRow: word('each row', '各行累加', '各行累加', { group: 'ChooseMode' }),
  slab: word('slab', '整体', '整體', { group: 'ChooseMode', soft: true }),
  inBands: word('in bands', '分段累进', '分段累進', { group: 'ChooseMode' }),
} as const satisfies Record<string, Word>;

const settlements = {
  toppingUp: word('topping up', '晋级补差', '晉級補差', { group: 'Settlement' }),
  perTierHeld: word('per tier held', '按已达档补差', '按已達檔補差', { group: 'Settlement' }),
  everyTier: word('every tier', '逐档累计', '逐檔累計', { group: 'Settlement' }),
  inFull: word('in full', '不作扣减', '不作扣減', { group: 'Settlement' }),
} as const satisfies Record<string, Word>;

const exampleWords = {
  applicant: word('applicant', '申报者', '申報者'),
  given: word('given', '设', '設'),
  yes: word('yes', '是'),
  no: word('no', '否'),
  /** 无 is also `nothing`, and `no` of `given no project`. */
  none: word('none', '无', '無'),
  decided: word('decided', '核定'),
  ledger: word('ledger', '台账', '臺賬|台賬|台帳'),
  empty: word('empty', '为空', '為空'),
  other: word('other', '他项', '他項'),
  paid: word('paid', '已付'),
  granted: word('granted', '获批', '獲批'),
  for: word('for', '对', '對'),
  expect: word('expect', '得'),
  notMet: word('not met', '不成立'),
  outOfForce: word('out of force', '不在有效期'),
  undetermined: word('undetermined', '待定'),
  between: word('between', ''),
  lacking: word('', '缺'),
  supersededBy: word('superseded by', ''),
  /** Chinese alone: 被 art4 取代. */
  by_: word('', '被'),
  replaced: word('', '取代'),
  supersededElsewhere: word('superseded elsewhere', '被其他政策取代'),
} as const satisfies Record<string, Word>;

const groups = [
  declarationWords,
  linkWords,
  headWords,
  factWords,
  typeWords,
  readingWords,
  clauseWords,
  verbWords,
  paymentWords,
  scopeWords,
  sharingWords,
  roundingModes,
  blockWords,
  prefixBounds,
  suffixBounds,
  conditionWords,
  stepWords,
  expressionWords,
  calendarWords,
  chooseModes,
  orderWords,
  settlements,
  exampleWords,
  countUnits,
  changeWords,
  durationUnits,
  currencies,
  multipliers,
  figureWords,
] as const;

type Together<T> = (T extends unknown ? (group: T) => void : never) extends (all: infer All) => void ? All : never;

/** Without a prototype it is a table from the first entry on; an object that grows so long is rebuilt many times, which takes milliseconds. */
export const vocabulary: Together<(typeof groups)[number]> = Object.assign(Object.create(null), ...groups);

export type WordId = keyof typeof vocabulary;
export type Script = 'en' | 'zh' | 'hant';

export const wordIds = Object.keys(vocabulary) as readonly WordId[];

/** The printed form of a word; undefined where the script says it by another word. */
export function printedForm(id: WordId, script: Script): string | undefined {
  return vocabulary[id][script][0];
}

/** The word that stands for all spellings of its side in a reading's `X means Y`, and its printed word. */
export const replaceableWords: Readonly<Record<ReplaceableWord, WordId>> = {
  atLeast: 'atLeast',
  over: 'over',
  atMost: 'atMost',
  under: 'under',
  everyFull: 'everyFull',
  everyPart: 'everyPart',
  everyStarted: 'everyStarted',
  highest: 'theHighest',
  eachRow: 'eachRow',
  perYear: 'perYear',
  ever: 'ever',
  whileInForce: 'whileInForce',
  toppingUp: 'toppingUp',
  perTierHeld: 'perTierHeld',
  everyTier: 'everyTier',
  inFull: 'inFull',
  since: 'since',
  ifNotYetRewarded: 'ifNotYetRewarded',
};
