/** Catalogue JT405x–JT407x and JT409x: readings, what clauses are to each other, unused names, examples. */
import { type Bilingual, diagnostic } from './diagnostic.ts';
import { englishTerm, type Term } from './terms.ts';

// ── Readings (R15) ───────────────────────────────────────────────────────────

export const ReadingIncomplete = diagnostic<{ readonly reading: string; readonly missing: readonly string[] }>(() => ({
  code: 'JT4050',
  severity: 'error',
  zh: {
    message: ({ reading, missing }) =>
      `口径“${reading}”的选项${missing.map((one) => `“${one}”`).join('、')}在这里没有写法`,
    help: () => '每个选项都要有一行；什么都不做的写“无”',
  },
  en: {
    message: ({ reading, missing }) =>
      `the choices ${missing.map((one) => `“${one}”`).join(', ')} of reading “${reading}” have no text here`,
    help: () => 'every choice needs a row; write “nothing” where it does nothing',
  },
}));

export const ChoiceTwice = diagnostic<{ readonly choice: string }>(() => ({
  code: 'JT4051',
  severity: 'error',
  zh: { message: ({ choice }) => `选项“${choice}”在这里写了两次`, help: () => '只留一处' },
  en: { message: ({ choice }) => `the choice “${choice}” stands here twice`, help: () => 'keep one of the two' },
}));

export const DefaultChoice = diagnostic<{ readonly reading: Bilingual; readonly found: number }>(() => ({
  code: 'JT4052',
  severity: 'error',
  zh: {
    message: ({ reading, found }) => `口径“${reading.zh}”要有且只有一个默认选项，现在有${found}个`,
    help: () => '在通常采用的那个选项后写“（默认）”',
  },
  en: {
    message: ({ reading, found }) => `reading “${reading.en}” needs exactly one default; it has ${found}`,
    help: () => 'write “(default)” after the choice that is normally taken',
  },
}));

export const OneChoice = diagnostic<{ readonly reading: Bilingual }>(() => ({
  code: 'JT4053',
  severity: 'error',
  zh: {
    message: ({ reading }) => `口径“${reading.zh}”少于两个选项，没有什么可选`,
    help: () => '再写一个选项，或删去这个口径',
  },
  en: {
    message: ({ reading }) => `reading “${reading.en}” has fewer than two choices`,
    help: () => 'add a choice, or delete the reading',
  },
}));

export const ReadingUnused = diagnostic<{ readonly reading: Bilingual }>(() => ({
  code: 'JT4054',
  severity: 'warning',
  zh: {
    message: ({ reading }) => `没有一行用到口径“${reading.zh}”`,
    help: () => '用“按口径 … { … }”或行末“，口径 …”指明哪里受它影响；到处适用的写“通用”',
  },
  en: {
    message: ({ reading }) => `no line depends on reading “${reading.en}”`,
    help: () =>
      'say where it matters with “by reading … { … }” or “, reading …” at the end of a line; if everywhere, write “everywhere”',
  },
}));

export const ReplacesNothing = diagnostic<{ readonly reading: Bilingual; readonly word: Bilingual }>(() => ({
  code: 'JT4055',
  severity: 'warning',
  zh: {
    message: ({ reading, word }) => `口径“${reading.zh}”要替换“${word.zh}”，但它所管的行里没有这个词`,
    help: () => '检查行末的“，口径 …”写在了哪一行，或要替换的词写对了没有',
  },
  en: {
    message: ({ reading, word }) =>
      `reading “${reading.en}” replaces “${word.en}”, but no line it governs has that word`,
    help: () => 'check which lines end in “, reading …”, and the word to be replaced',
  },
}));

export const NotAWordReading = diagnostic<{ readonly reading: string; readonly everywhere: boolean }>(() => ({
  code: 'JT4056',
  severity: 'error',
  zh: {
    message: ({ reading, everywhere }) =>
      everywhere ? `口径“${reading}”已是“通用”，不必再写在行末` : `口径“${reading}”没有替换任何词，写在行末不起作用`,
    help: ({ everywhere }) =>
      everywhere ? '删去行末的这个口径，或去掉声明里的“通用”' : '整行不同的写法用“按口径 … { … }”',
  },
  en: {
    message: ({ reading, everywhere }) =>
      everywhere
        ? `reading “${reading}” applies everywhere already`
        : `reading “${reading}” replaces no words, so it does nothing at the end of a line`,
    help: ({ everywhere }) =>
      everywhere
        ? 'delete it here, or take “everywhere” from its declaration'
        : 'for lines that differ as a whole write “by reading … { … }”',
  },
}));

export const ReplacementsClash = diagnostic<{
  readonly word: Bilingual;
  readonly first: Bilingual;
  readonly second: Bilingual;
}>(() => ({
  code: 'JT4057',
  severity: 'error',
  zh: {
    message: ({ word, first, second }) => `口径“${first.zh}”与“${second.zh}”都要替换“${word.zh}”`,
    help: () => '合成一个口径，或让两者管不同的行',
  },
  en: {
    message: ({ word, first, second }) => `readings “${first.en}” and “${second.en}” both replace “${word.en}”`,
    help: () => 'make one reading of them, or let them govern different lines',
  },
}));

export const ReplacementUnfit = diagnostic<{ readonly from: Bilingual; readonly to: Bilingual }>(() => ({
  code: 'JT4058',
  severity: 'error',
  zh: {
    message: ({ from, to }) => `“${from.zh}”不能读作“${to.zh}”`,
    help: () =>
      '界限词换界限词（达到、超过、不超过、低于），每满换按比例每、每起，就高换各行累加，每年换累计、有效期内',
  },
  en: {
    message: ({ from, to }) => `“${from.en}” cannot mean “${to.en}”`,
    help: () =>
      'bounds go with bounds, steps with steps, “the highest” with “each row”, “per year” with “ever” and “while in force”',
  },
}));

// ── Between clauses ──────────────────────────────────────────────────────────

export const Cycle = diagnostic<{ readonly path: readonly Bilingual[] }>(() => ({
  code: 'JT4060',
  severity: 'error',
  zh: {
    message: ({ path }) => `循环引用：${shortened(path.map(({ zh }) => zh)).join(' → ')}`,
    help: () => '其中至少有一处要改用固定的数、填报项，或“… 已获”（以往实际付的）',
  },
  en: {
    message: ({ path }) => `these depend on each other in a circle: ${shortened(path.map(({ en }) => en)).join(' → ')}`,
    help: () => 'somewhere in the circle use a fixed figure, a fact, or “paid under …” (what was paid before)',
  },
}));

/** A long circle by its two ends. */
function shortened(path: readonly string[]): readonly string[] {
  return path.length <= 10 ? path : [...path.slice(0, 5), '…', ...path.slice(-4)];
}

/** R7. */
export const BeforeOrAfter = diagnostic<{ readonly clause: string; readonly block: string }>(() => ({
  code: 'JT4061',
  severity: 'error',
  zh: {
    message: ({ clause, block }) => `条款“${clause}”还要经过“${block}”，这里是取之前还是之后的数`,
    help: ({ clause, block }) => `写“${clause} 在 ${block} 前”或“${clause} 在 ${block} 后”`,
  },
  en: {
    message: ({ clause, block }) =>
      `clause “${clause}” takes part in “${block}”: is its amount before or after it meant`,
    help: ({ clause, block }) => `write “${clause} before ${block}” or “${clause} after ${block}”`,
  },
}));

/** R24. */
export const KindsMixed = diagnostic<{ readonly first: Bilingual; readonly second: Bilingual }>(() => ({
  code: 'JT4062',
  severity: 'error',
  zh: {
    message: ({ first, second }) => `${first.zh}与${second.zh}不能合在一起算`,
    help: () => '补助、贷款、贴息、扣除、抵免、追回各算各的，分开写',
  },
  en: {
    message: ({ first, second }) => `${first.en} and ${second.en} do not go together`,
    help: () => 'grants, loans, interest, deductions, credits and recoveries are counted apart; write them apart',
  },
}));

export const MemberTwice = diagnostic<{ readonly clause: string }>(() => ({
  code: 'JT4063',
  severity: 'error',
  zh: { message: ({ clause }) => `条款“${clause}”写了两次`, help: () => '删去一个' },
  en: { message: ({ clause }) => `clause “${clause}” is listed twice`, help: () => 'delete one of the two' },
}));

export const OneMember = diagnostic(() => ({
  code: 'JT4064',
  severity: 'error',
  zh: { message: () => '只有一个条款，没有可与它相比或合并的', help: () => '至少写两个条款；单个条款的封顶写在条款里' },
  en: {
    message: () => 'one clause alone has nothing to be set against',
    help: () => 'list two clauses or more; the cap of a single clause belongs into it',
  },
}));

export const MemberNotPerItem = diagnostic<{ readonly clause: string; readonly list: string }>(() => ({
  code: 'JT4065',
  severity: 'error',
  zh: {
    message: ({ clause, list }) => `条款“${clause}”不是逐个“${list}”计算的，不能按每个“${list}”来比`,
    help: ({ list }) => `让每个成员都是“逐个 ${list}”的条款，或改为每家企业`,
  },
  en: {
    message: ({ clause, list }) => `clause “${clause}” is not “for each ${list}”, so it cannot be compared per ${list}`,
    help: ({ list }) => `let every member be a clause “for each ${list}”, or compare per applicant`,
  },
}));

export const NotAMember = diagnostic<{ readonly clause: string; readonly block: string }>(() => ({
  code: 'JT4066',
  severity: 'error',
  zh: { message: ({ clause, block }) => `条款“${clause}”不在“${block}”里`, help: ({ clause }) => `直接写“${clause}”` },
  en: {
    message: ({ clause, block }) => `clause “${clause}” takes no part in “${block}”`,
    help: ({ clause }) => `write “${clause}” alone`,
  },
}));

/** R10: without a key nobody knows what may not be paid twice. */
export const ConflictWithoutKey = diagnostic<{ readonly subject: Bilingual }>(() => ({
  code: 'JT4067',
  severity: 'error',
  zh: {
    message: () => '没有写对什么不重复：同一家企业，还是同一个项目',
    help: ({ subject }) => `加一行“每家 ${subject.zh}”，或“每个 项目”`,
  },
  en: {
    message: () => 'it does not say what is not paid twice: the same applicant, or the same item',
    help: ({ subject }) => `add a line “per ${subject.en}”, or “per project”`,
  },
}));

export const MemberWithoutAmount = diagnostic<{ readonly clause: string }>(() => ({
  code: 'JT4068',
  severity: 'error',
  zh: { message: ({ clause }) => `条款“${clause}”不计算金额，没有可比的`, help: () => '从名单中删去它' },
  en: {
    message: ({ clause }) => `clause “${clause}” computes no amount, so there is nothing to compare`,
    help: () => 'take it from the list',
  },
}));

// ── Unused ───────────────────────────────────────────────────────────────────

export const Unused = diagnostic<{ readonly name: Bilingual; readonly term: Term }>(() => ({
  code: 'JT4070',
  severity: 'warning',
  zh: { message: ({ name, term }) => `${term.zh}“${name.zh}”没有用到`, help: () => '删去它，或检查应当用它的那一行' },
  en: {
    message: ({ name, term }) => `“${name.en}”, ${englishTerm(term)}, is never used`,
    help: () => 'delete it, or look for the line that should use it',
  },
}));

// ── Examples (R22) ───────────────────────────────────────────────────────────

export const NothingExpected = diagnostic(() => ({
  code: 'JT4090',
  severity: 'error',
  zh: { message: () => '示例没有写应得什么，什么也检验不了', help: () => '加一行“得 条款 = …”' },
  en: {
    message: () => 'the example expects nothing, so it proves nothing',
    help: () => 'add a line “expect CLAUSE = …”',
  },
}));

export const GivenTwice = diagnostic<{ readonly name: string }>(() => ({
  code: 'JT4091',
  severity: 'error',
  zh: { message: ({ name }) => `“${name}”在这个示例里填了两次`, help: () => '只留一处' },
  en: { message: ({ name }) => `“${name}” is given twice in this example`, help: () => 'keep one of the two' },
}));

export const YearNotInForce = diagnostic<{ readonly year: string }>(() => ({
  code: 'JT4092',
  severity: 'warning',
  zh: { message: ({ year }) => `${year}年不在政策的有效期内`, help: () => '检查示例的年份；有意检验有效期的可不理会' },
  en: {
    message: ({ year }) => `the policy is not in force in ${year}`,
    help: () => 'check the year; leave it if the term itself is being tested',
  },
}));

export const ItemNotGiven = diagnostic<{ readonly key: string }>(() => ({
  code: 'JT4093',
  severity: 'error',
  zh: { message: ({ key }) => `示例里没有填“${key}”这一项`, help: () => '先写“设 … "编号" { … }”，或改正编号' },
  en: {
    message: ({ key }) => `no item “${key}” is given in this example`,
    help: () => 'give it first, or correct the key',
  },
}));

export const NotPerItem = diagnostic<{ readonly clause: string }>(() => ({
  code: 'JT4094',
  severity: 'error',
  zh: { message: ({ clause }) => `条款“${clause}”不是逐项计算的，不能问其中一项`, help: () => '去掉“对 "…"”' },
  en: { message: ({ clause }) => `clause “${clause}” does not go item by item`, help: () => 'leave out “for "…"”' },
}));

export const NothingToDecide = diagnostic<{ readonly clause: string }>(() => ({
  code: 'JT4095',
  severity: 'error',
  zh: { message: ({ clause }) => `条款“${clause}”没有“最高”，没有要核定的`, help: () => '删去这一行，或检查条款名' },
  en: {
    message: ({ clause }) => `clause “${clause}” has no “up to”, so there is nothing to decide`,
    help: () => 'delete the line, or check the name of the clause',
  },
}));

export const AmountOfText = diagnostic<{ readonly clause: string; readonly computes: boolean }>(() => ({
  code: 'JT4096',
  severity: 'error',
  zh: {
    message: ({ clause, computes }) =>
      computes ? `条款“${clause}”计算金额，不会是“不计算”` : `条款“${clause}”不计算金额`,
    help: ({ computes }) => (computes ? '写出应得多少，或“不成立”' : '写“得 … = 不计算”'),
  },
  en: {
    message: ({ clause, computes }) =>
      computes ? `clause “${clause}” computes an amount` : `clause “${clause}” computes no amount`,
    help: ({ computes }) => (computes ? 'write the amount expected, or “not met”' : 'write “expect … = no amount”'),
  },
}));
