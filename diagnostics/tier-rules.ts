/** Catalogue JT403x and JT408x: rows of a choice, rungs of a ladder, figures that cannot be meant. R17. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

/** Under which reading a rule fails; empty under the defaults. */
interface Under {
  readonly under: Bilingual;
}

export const TierOverlap = diagnostic<Under & { readonly from: Bilingual; readonly to: Bilingual }>(() => ({
  code: 'JT4030',
  severity: 'error',
  zh: {
    message: ({ from, to, under }) => `${under.zh}两行都管到${from.zh}${to.zh}，不知道用哪一行`,
    help: () => '让后一行从前一行止处开始：前一行“不超过 X”，后一行“超过 X”',
  },
  en: {
    message: ({ from, to, under }) => `${under.en}two rows both cover ${from.en}${to.en}`,
    help: () => 'let a row begin where the one before ends: “at most X”, then “over X”',
  },
}));

export const TierGap = diagnostic<Under & { readonly from: Bilingual; readonly to: Bilingual }>(() => ({
  code: 'JT4031',
  severity: 'error',
  zh: {
    message: ({ from, to, under }) => `${under.zh}没有一行管${from.zh}${to.zh}`,
    help: () => '把前后两行接上；确实不给的写“其余：无”',
  },
  en: {
    message: ({ from, to, under }) => `${under.en}no row covers ${from.en}${to.en}`,
    help: () => 'let the rows meet; if nothing is due there write “otherwise: nothing”',
  },
}));

export const UnreachableTier = diagnostic<Under & { readonly because: Bilingual }>(() => ({
  code: 'JT4032',
  severity: 'error',
  zh: {
    message: ({ because, under }) => `${under.zh}这一行永远用不到：${because.zh}`,
    help: () => '改正界限，或删去这一行',
  },
  en: {
    message: ({ because, under }) => `${under.en}this row can never apply: ${because.en}`,
    help: () => 'correct its bounds, or delete the row',
  },
}));

export const RowTwice = diagnostic(() => ({
  code: 'JT4033',
  severity: 'error',
  zh: { message: () => '前面已有一行写了同样的界限或选项', help: () => '合并两行，或改正其中一行' },
  en: {
    message: () => 'a row before this one has the same bound or option',
    help: () => 'merge the two rows, or correct one',
  },
}));

/** R17: 整体 or 分段: it changes the amount by a lot, so nobody may guess. */
export const TierModeMissing = diagnostic<{ readonly key: string }>(() => ({
  code: 'JT4034',
  severity: 'error',
  zh: {
    message: () => '各行的金额随所分档的数变化，要写明是整体还是分段累进',
    help: () => '在“按 …”后写“，整体”（全额按所在的档）、“，分段累进”（各段按各档，写比例）或“，各行累加”',
  },
  en: {
    message: () => 'the amounts in the rows grow with the figure that chooses the row: is it slab or bands?',
    help: () =>
      'after “by …” write “, slab” (the whole at the rate of its row), “, in bands” (each part at its own rate) or “, each row”',
  },
}));

export const EmptyRow = diagnostic<Under>(() => ({
  code: 'JT4035',
  severity: 'error',
  zh: {
    message: ({ under }) => `${under.zh}没有数能同时满足这一行的两个界限`,
    help: () => '检查两个界限的大小，先写低的，再写高的',
  },
  en: {
    message: ({ under }) => `${under.en}no figure meets both bounds of this row`,
    help: () => 'check the two bounds: the lower comes first',
  },
}));

export const LadderOrder = diagnostic<{ readonly what: 'threshold' | 'amount' }>(() => ({
  code: 'JT4036',
  severity: 'error',
  zh: {
    message: ({ what }) =>
      what === 'threshold' ? '这一级的门槛不高于前一级' : '这一级的金额不高于前一级，晋级没有差额可补',
    help: () => '各级由低到高写，门槛和金额都逐级增大；检查“万”“亿”有没有写错',
  },
  en: {
    message: ({ what }) =>
      what === 'threshold'
        ? 'this step is no higher than the one before'
        : 'this step pays no more than the one before, so there is nothing to top up',
    help: () => 'write steps from low to high, thresholds and amounts rising; check the number of zeros',
  },
}));

/** Several options may hold at once: which row counts? */
export const ChooserMissing = diagnostic<{ readonly key: string }>(() => ({
  code: 'JT4037',
  severity: 'error',
  zh: {
    message: ({ key }) => `“${key}”可以同时有几个选项，没有写取哪一行`,
    help: () => '在“按 …”后写“，就高”（取最高的一行）或“，各行累加”',
  },
  en: {
    message: ({ key }) => `“${key}” may hold several options at once; which row counts?`,
    help: () => 'after “by …” write “, the highest” or “, each row”',
  },
}));

export const ModeUnfit = diagnostic<{ readonly mode: Bilingual }>(() => ({
  code: 'JT4038',
  severity: 'error',
  zh: {
    message: ({ mode }) => `“${mode.zh}”不适用于这里的行`,
    help: () =>
      '“整体”“分段累进”用于按数分档；分段累进的每行写“超过 起点：比例”，没有“其余”；“先成立者”只用于“按情形”；是与否不会同时成立，不写取法',
  },
  en: {
    message: ({ mode }) => `“${mode.en}” does not fit these rows`,
    help: () =>
      '“slab” and “in bands” choose by a figure; each band is written “over START: rate”, with no “otherwise”; “the first” is for “by case” alone; yes and no never hold together and need no such word',
  },
}));

/** Two conditions may hold at once: which row counts? */
export const CaseModeMissing = diagnostic(() => ({
  code: 'JT4040',
  severity: 'error',
  zh: {
    message: () => '几种情形可能同时成立，没有写取哪一行',
    help: () => '在“按情形”后写“，先成立者”（按所写顺序，第一个成立的）、“，就高”（成立各行中最高的）或“，各行累加”',
  },
  en: {
    message: () => 'several of these cases may hold at once; which row counts?',
    help: () =>
      'after “by case” write “, the first” (in written order), “, the highest” (of the rows that hold) or “, each row”',
  },
}));

/** Under `the first`, a row that an earlier one always takes the place of. */
export const CaseNeverReached = diagnostic<Under>(() => ({
  code: 'JT4041',
  severity: 'error',
  zh: {
    message: ({ under }) => `${under.zh}这一行永远用不到：它成立时，前面那一行已经成立`,
    help: () => '把条件更严的一行写在前面，或改用“就高”',
  },
  en: {
    message: ({ under }) => `${under.en}this row can never apply: whenever it holds, the row before holds already`,
    help: () => 'write the stricter row first, or choose “the highest”',
  },
}));

export const NoRows = diagnostic(() => ({
  code: 'JT4039',
  severity: 'error',
  zh: { message: () => '没有写任何一行', help: () => '至少写一行' },
  en: { message: () => 'there are no rows', help: () => 'write at least one row' },
}));

export const RateAboveWhole = diagnostic<{ readonly rate: string }>(() => ({
  code: 'JT4080',
  severity: 'warning',
  zh: {
    message: ({ rate }) => `比例${rate}%超过100%：给的比花的还多`,
    help: () => '检查小数点；确实如此可不理会',
  },
  en: {
    message: ({ rate }) => `a rate of ${rate}% pays more than the base itself`,
    help: () => 'check the decimal point; leave it if it is meant',
  },
}));

export const CapNeverBinds = diagnostic<{ readonly most: Bilingual; readonly cap: Bilingual }>(() => ({
  code: 'JT4081',
  severity: 'warning',
  zh: {
    message: ({ most, cap }) => `封顶${cap.zh}不起作用：金额最多${most.zh}`,
    help: () => '检查两个数有没有多写或少写零',
  },
  en: {
    message: ({ most, cap }) => `the cap of ${cap.en} never binds: the amount is at most ${most.en}`,
    help: () => 'check both figures for a missing or extra zero',
  },
}));

export const StepNotPositive = diagnostic(() => ({
  code: 'JT4082',
  severity: 'error',
  zh: { message: () => '“每满”后面要写一个大于零的固定数', help: () => '写出步长，例如“每满 200万元”' },
  en: {
    message: () => 'the step of “for every” must be a fixed figure above zero',
    help: () => 'write the step, as in “for every full 2,000,000 CNY of …”',
  },
}));

/** 不超过 100万元 beside 每满 200万元. */
export const StepNeverFull = diagnostic<{ readonly step: Bilingual; readonly most: Bilingual }>(() => ({
  code: 'JT4086',
  severity: 'warning',
  zh: {
    message: ({ step, most }) => `前面的条件最多到${most.zh}，永远满不了一档${step.zh}`,
    help: () => '检查两个数有没有写错',
  },
  en: {
    message: ({ step, most }) =>
      `a “when” before it lets through at most ${most.en}, so no step of ${step.en} is ever full`,
    help: () => 'check both figures',
  },
}));

/** 高于 200万元 beside 每满 200万元. */
export const StepLostAtGate = diagnostic<{ readonly figure: Bilingual }>(() => ({
  code: 'JT4087',
  severity: 'warning',
  zh: {
    message: ({ figure }) => `恰为${figure.zh}时已满一档，而前面的条件不让它过`,
    help: () => '恰到也给的，条件写“达到”；恰到不给的，声明口径写明条件含不含本数',
  },
  en: {
    message: ({ figure }) => `at exactly ${figure.en} a step is full, but a “when” before it does not let that pass`,
    help: () =>
      'if it is paid there, write “at least” in the condition; if not, declare a reading on whether the figure is in',
  },
}));

export const RangeReversed = diagnostic<{ readonly low: Bilingual; readonly high: Bilingual }>(() => ({
  code: 'JT4083',
  severity: 'error',
  zh: {
    message: ({ low, high }) => `从${low.zh}到${high.zh}：低的一端比高的一端大`,
    help: () => '两端对调，或改正其中一个数',
  },
  en: {
    message: ({ low, high }) => `from ${low.en} to ${high.en}: the low end is above the high end`,
    help: () => 'swap the ends, or correct one of them',
  },
}));

/** R3. */
export const DifferentYears = diagnostic(() => ({
  code: 'JT4084',
  severity: 'warning',
  zh: {
    message: () => '比较的两边不是同一年度的数',
    help: () => '两边都写“上年”，或在条款里写“所属年度 上一年度”',
  },
  en: {
    message: () => 'the two sides of this comparison belong to different years',
    help: () => "say “last year's” on both sides, or give the clause a line “year last year”",
  },
}));

/** Bounds that a reading turns into nothing, or bounds of two sides that say nothing of their order. */
export const MixedSides = diagnostic<Under>(() => ({
  code: 'JT4085',
  severity: 'error',
  zh: {
    message: ({ under }) => `${under.zh}有的行写“超过”，有的行写“低于”，中间两种都成立`,
    help: () => '每行写明两端，如“超过 20% 且 不超过 40%”',
  },
  en: {
    message: ({ under }) => `${under.en}some rows are “over” and some “under”, and between them both hold`,
    help: () => 'give both ends in each row, as in “over 20% and at most 40%”',
  },
}));
