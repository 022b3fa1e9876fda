/**
 * Catalogue JT1080–JT1091 and JT4130–JT4139: decisions that a text leaves open. Every message puts the question, every help offers the
 * answers in words that can be written as they stand. Found by grammar/open-decisions.ts and by rules of form.
 */
import { type Bilingual, diagnostic } from './diagnostic.ts';

/** 条件 研发费用 30万元: is the figure itself in? */
export const EdgeSideMissing = diagnostic(() => ({
  code: 'JT1080',
  severity: 'error',
  zh: {
    message: () => '这个数没有写界限：是不少于它、多于它，还是不多于它、少于它',
    help: () => '含本数的写“达到 30万元”或“不超过 30万元”；不含本数的写“超过 30万元”或“低于 30万元”',
  },
  en: {
    message: () => 'the figure is no bound yet: at least it, over it, at most it or under it?',
    help: () =>
      'with the figure itself: “at least 300,000 CNY”, “at most 300,000 CNY”; without: “over 300,000 CNY”, “under 300,000 CNY”',
  },
}));

/** 研发费用 每 200万元 给予 10万元, 每增加 200万元: are steps that are not full paid? */
export const StepModeMissing = diagnostic(() => ({
  code: 'JT1081',
  severity: 'error',
  zh: {
    message: () => '没有写不满一档的怎么算',
    help: () => '满一档才算的写“每满 200万元”；不满一档按一档算的写“每起 200万元”；按比例折算的写“按比例每 200万元”',
  },
  en: {
    message: () => 'it does not say what becomes of a step that is not full',
    help: () =>
      'only full steps: “for every full 100 CNY of …”; a begun step as a whole one: “for every started …”; its share: “for every part …”',
  },
}));

/** 首次 超过 { … }: what becomes of the lower rungs, and of what was paid for them? */
export const SettlementMissing = diagnostic(() => ({
  code: 'JT1082',
  severity: 'error',
  zh: {
    message: () => '没有写到达高一级时，以前各级和已付的怎么算',
    help: () =>
      '在“首次 超过”后写“，晋级补差”（扣除本条已付）、“，按已达档补差”（扣除以前到过的一级）、“，逐档累计”（新到的各级相加）或“，不作扣减”（只给最高一级）',
  },
  en: {
    message: () => 'it does not say what becomes of lower steps, and of what was paid for them',
    help: () =>
      'after the bound write “, topping up” (less what was paid), “, per tier held” (less the step reached before), “, every tier” (the sum of the new steps) or “, in full” (the highest step alone)',
  },
}));

/** 取整 到 1元: which way? */
export const RoundingModeMissing = diagnostic(() => ({
  code: 'JT1083',
  severity: 'error',
  zh: {
    message: () => '没有写怎么取整',
    help: () =>
      '写“舍去 到 1元”（去掉零头）、“进一 到 1元”（零头进一）、“四舍五入 到 1元”、“四舍六入 到 1元”（恰为一半取偶数）或“远零进位 到 1元”',
  },
  en: {
    message: () => 'it does not say how to round',
    help: () =>
      'write “down to 1 CNY”, “up to 1 CNY”, “half up to 1 CNY”, “half even to 1 CNY” or “away from zero to 1 CNY”',
  },
}));

/** 取整 四舍五入: to what? */
export const RoundingStepMissing = diagnostic(() => ({
  code: 'JT1084',
  severity: 'error',
  zh: {
    message: () => '没有写取整到哪一位',
    help: () => '写“到 0.01元”（分）、“到 1元”、“到 100元”或“到 1万元”',
  },
  en: {
    message: () => 'it does not say to what to round',
    help: () => 'write “to 0.01 CNY”, “to 1 CNY”, “to 100 CNY” or “to 10,000 CNY”',
  },
}));

/** 总额 每年 1000万元: and if it does not suffice? */
export const SharingMissing = diagnostic(() => ({
  code: 'JT1085',
  severity: 'error',
  zh: {
    message: () => '没有写总额不够时怎么分',
    help: () =>
      '在后面写“，按比例”、“，统一比例”、“，先到先得”（末位可以只付一部分）、“，先到先得整笔”（末位不足则不付）、“，按名次”；总额不起限制作用的写“，不限”',
  },
  en: {
    message: () => 'it does not say how the money is shared when it does not suffice',
    help: () =>
      'add “, pro rata”, “, uniform rate”, “, first come” (the last one may be paid in part), “, first come whole” (or not at all), “, by rank”; if it limits nothing, “, unlimited”',
  },
}));

/** 与其他政策就高不重复, and then? */
export const ElsewhereModeMissing = diagnostic(() => ({
  code: 'JT1086',
  severity: 'error',
  zh: {
    message: () => '没有写别处已给的怎么办',
    help: () => '在后面写“，补足差额”（扣除别处已付）、“，择一”（别处已付的这里不再给）或“，不适用”（可以同时享受）',
  },
  en: {
    message: () => 'it does not say what is done about awards from elsewhere',
    help: () =>
      'add “, paying the difference” (what was paid elsewhere is deducted), “, taking one only” (what was paid elsewhere bars it) or “, none” (both may be had)',
  },
}));

/** 限次 一次: one for whom? */
export const OnceKeyMissing = diagnostic(() => ({
  code: 'JT1087',
  severity: 'error',
  zh: {
    message: () => '没有写对谁只给一次',
    help: () => '写“限次 每家 企业 一次”；按项给的写“限次 每个 项目 一次”',
  },
  en: {
    message: () => 'it does not say for whom it is given once',
    help: () => 'write “once per company”, or where it goes by items “once per project”',
  },
}));

/** A block `no duplication` without its chooser. */
export const ChooserLineMissing = diagnostic(() => ({
  code: 'JT1088',
  severity: 'error',
  zh: {
    message: () => '没有写几项同时成立时取哪一项',
    help: () =>
      '加一行“取最高”、“取先成立者”（按所列次序）、“按申请人选择 …”（填报项，选项与条款同名）或“取最早”（按时点）',
  },
  en: {
    message: () => 'it does not say which one is taken when several apply',
    help: () =>
      'add a line “take the highest”, “take the first that applies” (in the order listed), “take the choice F” (a fact whose options are named like the clauses) or “take the earliest” (by reference day)',
  },
}));

/** 分3年 兑付: equal parts, or which? */
export const PartsUnsaid = diagnostic(() => ({
  code: 'JT1090',
  severity: 'error',
  zh: {
    message: () => '没有写各年兑付多少',
    help: () =>
      '每年一样多的写“分3年 等额兑付”；各年不同的写“分期兑付 { 第一年 ： 40% ； 第二年 ： 30% ； 第三年 ： 其余 }”',
  },
  en: {
    message: () => 'it does not say how much is paid in each year',
    help: () =>
      'the same each year: “paid in 3 equal yearly parts”; else “paid in parts { in year 1 : 40% ; in year 2 : 30% ; in year 3 : the rest }”',
  },
}));

/** 封顶 每年 E on a payment plan: what becomes of what does not fit? */
export const ExcessUnsaid = diagnostic(() => ({
  code: 'JT1091',
  severity: 'error',
  zh: {
    message: () => '没有写一年付不下的怎么办',
    help: () => '在后面写“，超出不补”、“，超出结转”（以后各年再付）、“，超出结转 5年”；抵免可写“，超出退还”',
  },
  en: {
    message: () => 'it does not say what becomes of what one year’s most leaves unpaid',
    help: () =>
      'add “, excess lost”, “, excess carried over” (paid in later years), “, excess carried over 5 years”; of a tax credit also “, excess refunded”',
  },
}));

/** A shared cap without the way a cut falls. */
export const CutMissing = diagnostic(() => ({
  code: 'JT1089',
  severity: 'error',
  zh: {
    message: () => '没有写超出时削减哪一项',
    help: () => '加一行“依次削减”（所列在先的先得）或“按比例削减”',
  },
  en: {
    message: () => 'it does not say on which member a cut falls',
    help: () => 'add a line “cut in order” (those listed first are served first) or “cut pro rata”',
  },
}));

/** 封顶 每家 企业 50万元: each year, or once and for all? */
export const CapWithoutPeriod = diagnostic<{ readonly owner: Bilingual; readonly isSubject: boolean }>(() => ({
  code: 'JT4130',
  severity: 'error',
  zh: {
    message: ({ owner, isSubject }) => `没有写每${isSubject ? '家' : '个'}${owner.zh}多长时间封顶一次`,
    help: () => '写“每年”、“连续3年”、“有效期内”（政策执行期合计）或“累计”（不论年限）',
  },
  en: {
    message: ({ owner }) => `it does not say over what time each ${owner.en} has this cap`,
    help: () => 'add “per year”, “over 3 years”, “while in force” (the whole term of the policy) or “ever”',
  },
}));

/** 逐个 项目 …, 封顶 每年 50万元: each project, or all of the applicant's together? */
export const CapWithoutOwner = diagnostic<{ readonly subject: Bilingual; readonly list: Bilingual }>(() => ({
  code: 'JT4131',
  severity: 'error',
  zh: {
    message: ({ list }) => `这里逐个“${list.zh}”计算，没有写是每个封顶还是合计封顶`,
    help: ({ subject, list }) => `各自封顶的写“每个 ${list.zh}”；全部合计封顶的写“每家 ${subject.zh}”`,
  },
  en: {
    message: ({ list }) => `this goes for each ${list.en}; is the cap on each, or on all together?`,
    help: ({ subject, list }) => `on each: “per ${list.en}”; on all of them together: “per ${subject.en}”`,
  },
}));

/** 总额 1000万元，按比例: of one year, or of the whole term? */
export const BudgetWithoutPeriod = diagnostic(() => ({
  code: 'JT4132',
  severity: 'error',
  zh: {
    message: () => '没有写总额是一年的，还是整个执行期的',
    help: () => '写“总额 每年 …”或“总额 有效期内 …”',
  },
  en: {
    message: () => 'it does not say whether the budget is for a year or for the whole term',
    help: () => 'write “budget … per year” or “budget … while in force”',
  },
}));

/** 超过 20%：30万元；超过 40%：50万元: both, or the higher? */
export const RowsMayAdd = diagnostic(() => ({
  code: 'JT4133',
  severity: 'error',
  zh: {
    message: () => '过了后一行的也过了前一行，没有写只给一档还是各档相加',
    help: () => '在“按 …”后写“，就高”（只给最高的一档）或“，各行累加”（所过各档相加）',
  },
  en: {
    message: () => 'what passes a later row passes the earlier one too; does one row count, or do they add up?',
    help: () =>
      'after “by …” write “, the highest” (the highest row passed alone) or “, each row” (the sum of the rows passed)',
  },
}));

/** 事项 …, or an award of another policy in an example, and no word on what is done about such awards. */
export const ElsewhereUnsaid = diagnostic(() => ({
  code: 'JT4134',
  severity: 'error',
  zh: {
    message: () => '这里说到其他政策的奖补，政策却没有写别处已给的怎么办',
    help: () =>
      '在政策开头写“与其他政策就高不重复，补足差额”（扣除别处已付）、“与其他政策就高不重复，择一”（别处已付的这里不再给）或“与其他政策就高不重复，不适用”（可以同时享受）',
  },
  en: {
    message: () => 'this speaks of awards under other policies, and the policy does not say what is done about them',
    help: () =>
      'write in the policy head “no duplication with other policies, paying the difference” (what was paid elsewhere is deducted), “…, taking one only” (what was paid elsewhere bars it) or “…, none” (both may be had)',
  },
}));
