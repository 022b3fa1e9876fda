/**
 * JT72xx: what an assessment finds in its input while it runs. (JT70xx and JT71xx belong to the ledger.) Places are paths in the input:
 * `decisions[0]`, `readings.cap_scope`, `ledger`.
 */
import { type Bilingual, diagnostic } from './diagnostic.ts';

interface Decided {
  readonly clause: Bilingual;
  readonly item?: string;
}

function zhOf({ clause, item }: Decided): string {
  return item === undefined ? `「${clause.zh}」` : `「${clause.zh}」对“${item}”`;
}

function enOf({ clause, item }: Decided): string {
  return item === undefined ? clause.en : `${clause.en} for "${item}"`;
}

/** R14. */
export const DecisionAboveCeiling = diagnostic<Decided & { decided: string; ceiling: string }>(() => ({
  code: 'JT7201',
  severity: 'error',
  zh: {
    message: (p) => `${zhOf(p)}核定为 ${p.decided}，超过上限 ${p.ceiling}`,
    help: (p) => `核定改为不超过 ${p.ceiling}；政策允许超出的按上限计的，在条款的金额行末写“超过按上限”`,
  },
  en: {
    message: (p) => `the decision on ${enOf(p)}, ${p.decided}, is above the ceiling of ${p.ceiling}`,
    help: (p) =>
      `decide at most ${p.ceiling}, or end the amount line in "cut to the ceiling" if the policy cuts it down`,
  },
}));

/** R14: reported, not used. */
export const DecisionNotUsed = diagnostic<Decided & { outcome: Bilingual }>(() => ({
  code: 'JT7202',
  severity: 'warning',
  zh: {
    message: (p) => `${zhOf(p)}有核定，但该条款本期${p.outcome.zh}，核定未采用`,
    help: () => '请核对条款、项目和年度；条件成立后核定才起作用',
  },
  en: {
    message: (p) =>
      `there is a decision on ${enOf(p)}, but in this period it is ${p.outcome.en}; the decision is not used`,
    help: () => 'check clause, item and year; a decision counts once the conditions hold',
  },
}));

export const NothingToDecide = diagnostic<Decided & { what: 'rate' | 'amount' }>(() => ({
  code: 'JT7203',
  severity: 'error',
  zh: {
    message: (p) => `${zhOf(p)}没有可以核定的${p.what === 'rate' ? '比例' : '金额'}`,
    help: (p) =>
      p.what === 'rate'
        ? '只有写作“最高 比例”的行可以核定比例；请改为核定金额，或删去此核定'
        : '只有写作“最高”的条款可以核定；请删去此核定',
  },
  en: {
    message: (p) => `${enOf(p)} leaves no ${p.what} to decide`,
    help: (p) =>
      p.what === 'rate'
        ? 'only lines "up to RATE of …" take a rate; decide an amount, or remove the decision'
        : 'only lines with "up to" take a decision; remove it',
  },
}));

export const DecisionOnUnknownClause = diagnostic<{ name: string }>(() => ({
  code: 'JT7204',
  severity: 'error',
  zh: { message: (p) => `核定所指的条款“${p.name}”不在本政策中`, help: () => '请改为政策中条款的标识' },
  en: {
    message: (p) => `the decision names a clause "${p.name}" that the policy does not have`,
    help: () => 'use the id of a clause of this policy',
  },
}));

export const DecisionOnUnknownItem = diagnostic<Decided>(() => ({
  code: 'JT7205',
  severity: 'error',
  zh: { message: (p) => `${zhOf(p)}有核定，但填报中没有这一项`, help: () => '请核对编号，或在填报中补上这一项' },
  en: {
    message: (p) => `there is a decision on ${enOf(p)}, but the facts list no such item`,
    help: () => 'check the key, or add the item to the facts',
  },
}));

export const DecisionNeedsItem = diagnostic<Decided>(() => ({
  code: 'JT7206',
  severity: 'error',
  zh: { message: (p) => `${zhOf(p)}逐项计算，核定须写明是哪一项`, help: () => '请写明项的编号，例如 对 "P1"' },
  en: {
    message: (p) => `${enOf(p)} is assessed item by item; the decision must say which item it is for`,
    help: () => 'add the key of the item, such as for "P1"',
  },
}));

export const DecisionTakesNoItem = diagnostic<Decided>(() => ({
  code: 'JT7207',
  severity: 'error',
  zh: { message: (p) => `${zhOf(p)}有核定，但该条款不是逐项核定的`, help: () => '请删去项的编号' },
  en: {
    message: (p) => `there is a decision on ${enOf(p)}, but nothing in the clause is decided item by item`,
    help: () => 'remove the item from the decision',
  },
}));

export const DecidedTwice = diagnostic<Decided>(() => ({
  code: 'JT7208',
  severity: 'error',
  zh: { message: (p) => `${zhOf(p)}在同一年度有两次核定`, help: () => '请只保留一次' },
  en: { message: (p) => `${enOf(p)} is decided twice in one year`, help: () => 'keep one of the decisions' },
}));

export const UnknownReadingChosen = diagnostic<{ name: string }>(() => ({
  code: 'JT7209',
  severity: 'error',
  zh: { message: (p) => `政策没有口径“${p.name}”`, help: () => '请改为政策所列口径的标识' },
  en: { message: (p) => `the policy has no reading "${p.name}"`, help: () => 'use the id of a reading of this policy' },
}));

export const UnknownChoiceChosen = diagnostic<{ reading: string; name: string; known: readonly string[] }>(() => ({
  code: 'JT7210',
  severity: 'error',
  zh: { message: (p) => `口径“${p.reading}”没有“${p.name}”这一选项`, help: (p) => `可选：${p.known.join('、')}` },
  en: {
    message: (p) => `reading "${p.reading}" has no choice "${p.name}"`,
    help: (p) => `choose one of ${p.known.join(', ')}`,
  },
}));

/** R15. */
export const HistoryUnderOtherReading = diagnostic<{
  clause: Bilingual;
  entry: string;
  reading: string;
  recorded: string;
  chosen: string;
}>(() => ({
  code: 'JT7211',
  severity: 'warning',
  zh: {
    message: (p) =>
      `「${p.clause.zh}」计入的台账记录“${p.entry}”按口径 ${p.reading} = ${p.recorded} 作出，本次按 ${p.chosen}`,
    help: () => '请确认历史金额在本次口径下仍可采用；已付金额照台账计',
  },
  en: {
    message: (p) =>
      `${p.clause.en} counts ledger entry "${p.entry}", made under reading ${p.reading} = ${p.recorded}; this run chooses ${p.chosen}`,
    help: () =>
      'make sure that the history may be used under the reading chosen now; what was paid is counted as recorded',
  },
}));

/** R24: a ledger of very many entitlements, each paid in very many parts. */
export const TooManyParts = diagnostic<{ clause: Bilingual; limit: number }>(() => ({
  code: 'JT7220',
  severity: 'error',
  zh: {
    message: (p) => `「${p.clause.zh}」以往获批分期兑付的，各期合计超过 ${p.limit} 期`,
    help: () => '台账里同一申报主体、同一条款的获批记录过多；请核对是否重复登记',
  },
  en: {
    message: (p) => `the earlier awards of ${p.clause.en} are paid in more than ${p.limit} parts altogether`,
    help: () =>
      'the ledger holds too many awards of one applicant under one clause; see whether they were entered twice',
  },
}));
