/** Catalogue JT1020–JT1051: words and syntax. Chapters on words and syntax of spec/language.md. Limits and characters: characters.ts; habits: slips.ts. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

// ── Words ────────────────────────────────────────────────────────────────────

export const CannotCutWord = diagnostic<{
  readonly word: string;
  readonly pieces: readonly string[];
  /** None where a word that begins a line stands in the middle. */
  readonly unread: readonly string[];
  readonly lineWord: string;
  /** Names like the first of `unread`. */
  readonly near: readonly string[];
}>(() => ({
  code: 'JT1020',
  severity: 'error',
  zh: {
    message: ({ word, unread, lineWord }) =>
      unread.length === 0
        ? `“${word}”连写在一起，而“${lineWord}”只能写在一行的开头`
        : `“${word}”连写在一起，其中${quotedZh(unread)}认不出来`,
    help: ({ word, pieces, unread, lineWord, near }) => {
      if (unread.length === 0) return `另起一行，或加空格：“${spaced(word, lineWord)}”；若它是一个名称，先声明它`;
      const meant = near.length > 0 ? `是不是想写${near.map((one) => `“${one}”`).join('或')}？若不是，` : '';
      return `${meant}在词与词之间加空格，例如“${pieces.join(' ')}”，并声明${quotedZh(unread)}`;
    },
  },
  en: {
    message: ({ word, unread, lineWord }) =>
      unread.length === 0
        ? `“${word}” is written as one word, and “${lineWord}” in it can only begin a line`
        : `“${word}” is written as one word, and ${quotedEn(unread)} in it is not known`,
    help: ({ word, pieces, unread, lineWord, near }) => {
      if (unread.length === 0)
        return `begin a new line, or put a space: “${spaced(word, lineWord)}”; if it is one name, declare it`;
      const meant = near.length > 0 ? `did you mean ${near.map((one) => `“${one}”`).join(' or ')}? if not, ` : '';
      return `${meant}put spaces between words, as in “${pieces.join(' ')}”, and declare ${quotedEn(unread)}`;
    },
  },
}));

export const CutInSeveralWays = diagnostic<{
  readonly word: string;
  readonly candidates: readonly (readonly string[])[];
}>(() => ({
  code: 'JT1021',
  severity: 'error',
  zh: {
    message: ({ word, candidates }) =>
      `“${word}”可以有几种断法：${candidates.map((one) => `“${one.join(' ')}”`).join('、')}`,
    help: () => '在词与词之间加空格，写明是哪一种',
  },
  en: {
    message: ({ word, candidates }) =>
      `“${word}” can be divided in several ways: ${candidates.map((one) => `“${one.join(' ')}”`).join(', ')}`,
    help: () => 'put spaces between its words to say which is meant',
  },
}));

export const NameHoldsWords = diagnostic<{ readonly name: string; readonly pieces: readonly string[] }>(() => ({
  code: 'JT1022',
  severity: 'error',
  zh: {
    message: ({ name, pieces }) => `名称“${name}”会和连写的“${pieces.join(' ')}”混淆`,
    help: ({ name, pieces }) =>
      `如果要的就是“${pieces.join(' ')}”，不必另起名称，直接这样写；否则换一个不会这样断开的名称，或写成『${name}』`,
  },
  en: {
    message: ({ name, pieces }) => `the name “${name}” could be taken for “${pieces.join(' ')}” written as one word`,
    help: ({ name, pieces }) =>
      `if “${pieces.join(' ')}” is what you mean, write just that and no name; else choose a name that does not come apart so, or write 『${name}』`,
  },
}));

export const NameIsKeyword = diagnostic<{ readonly word: string }>(() => ({
  code: 'JT1023',
  severity: 'error',
  zh: {
    message: ({ word }) => `这里要写名称，而“${word}”是语言自己的词`,
    help: ({ word }) => `换一个名称；若名称就是它，写成『${word}』`,
  },
  en: {
    message: ({ word }) => `a name is wanted here, and “${word}” is a word of the language`,
    help: ({ word }) => `choose another name; if the name is just this, write 『${word}』`,
  },
}));

export const TooManyNames = diagnostic(() => ({
  code: 'JT1024',
  severity: 'error',
  zh: { message: () => '一个声明最多三个名称', help: () => '依次写：英文名 | 中文名 | 繁体名' },
  en: {
    message: () => 'a declaration has at most three names',
    help: () => 'write them in this order: English | simplified Chinese | traditional Chinese',
  },
}));

// ── Syntax ───────────────────────────────────────────────────────────────────

export const Unexpected = diagnostic<{
  readonly found: string;
  readonly expected: readonly Bilingual[];
  /** Words that could stand there and look like what does. */
  readonly near?: readonly string[];
}>(() => ({
  code: 'JT1030',
  severity: 'error',
  zh: {
    message: ({ found, expected }) => `“${found}”不能写在这里${expected.length > 0 ? `，应为${listZh(expected)}` : ''}`,
    help: ({ expected, near = [] }) => {
      if (near.length > 0) return `是不是想写${near.map((one) => `“${one}”`).join('或')}？`;
      const otherwise = expected.length > 0 ? `，或改成${listZh(expected)}` : '';
      return `检查它前面是否漏写或多写了词${otherwise}`;
    },
  },
  en: {
    message: ({ found, expected }) =>
      `“${found}” does not fit here${expected.length > 0 ? `; expected ${listEn(expected)}` : ''}`,
    help: ({ expected, near = [] }) => {
      if (near.length > 0) return `did you mean ${near.map((one) => `“${one}”`).join(' or ')}?`;
      const otherwise = expected.length > 0 ? `, or write ${listEn(expected)}` : '';
      return `check for a word missing or too many before it${otherwise}`;
    },
  },
}));

export const EndsTooEarly = diagnostic<{ readonly after: string; readonly expected: readonly Bilingual[] }>(() => ({
  code: 'JT1031',
  severity: 'error',
  zh: {
    message: ({ after, expected }) =>
      `“${after}”之后没有写完${expected.length > 0 ? `，还应有${listZh(expected)}` : ''}`,
    help: ({ expected }) => (expected.length > 0 ? `接着写${listZh(expected)}` : '把这一段写完'),
  },
  en: {
    message: ({ after, expected }) =>
      `it breaks off after “${after}”${expected.length > 0 ? `; expected ${listEn(expected)}` : ''}`,
    help: ({ expected }) => (expected.length > 0 ? `go on with ${listEn(expected)}` : 'finish it'),
  },
}));

export const UnknownLine = diagnostic<{
  readonly word: string;
  readonly near: readonly Bilingual[];
  readonly beginnings: readonly Bilingual[];
}>(() => ({
  code: 'JT1032',
  severity: 'error',
  zh: {
    message: ({ word }) => `不认识以“${word}”开头的行`,
    help: ({ near, beginnings }) =>
      near.length > 0
        ? `是不是想写${listZh(near)}？`
        : `这里的行可以这样开头：${beginnings.map(({ zh }) => zh).join('、')}`,
  },
  en: {
    message: ({ word }) => `no line begins with “${word}”`,
    help: ({ near, beginnings }) =>
      near.length > 0
        ? `did you mean ${listEn(near)}?`
        : `a line here begins with ${beginnings.map(({ en }) => en).join(', ')}`,
  },
}));

export const UnknownDeclaration = diagnostic<{ readonly word: string; readonly near: readonly Bilingual[] }>(() => ({
  code: 'JT1033',
  severity: 'error',
  zh: {
    message: ({ word }) => `“${word}”不能作为一段的开头`,
    help: ({ near }) =>
      near.length > 0
        ? `是不是想写${listZh(near)}？`
        : '一段以 政策、填报、参数、单位、定义、口径、条款、就高不重复、合计封顶 或 示例 开头',
  },
  en: {
    message: ({ word }) => `no section begins with “${word}”`,
    help: ({ near }) =>
      near.length > 0
        ? `did you mean ${listEn(near)}?`
        : 'a section begins with policy, facts, parameter, unit, let, reading, clause, no duplication, shared cap or example',
  },
}));

export const MissingBrace = diagnostic<{ readonly next: string }>(() => ({
  code: 'JT1034',
  severity: 'error',
  zh: {
    message: () => '“{”没有对应的“}”',
    help: ({ next }) => (next === '' ? '在这一段末尾补上“}”' : `在“${next}”这一行之前补上“}”`),
  },
  en: {
    message: () => '“{” has no matching “}”',
    help: ({ next }) =>
      next === '' ? 'add “}” at the end of this section' : `add “}” before the line that begins with “${next}”`,
  },
}));

export const ExtraBrace = diagnostic(() => ({
  code: 'JT1035',
  severity: 'error',
  zh: { message: () => '多了一个“}”', help: () => '删去它，或检查前面是否漏写了“{”' },
  en: { message: () => 'this “}” closes nothing', help: () => 'remove it, or look for a “{” missing before it' },
}));

// ── What the grammar reads and the language refuses ──────────────────────────

export const MixedAndOr = diagnostic(() => ({
  code: 'JT1040',
  severity: 'error',
  zh: {
    message: () => '“且”和“或”混用而没有括号',
    help: () => '用括号写明先后，例如“甲 且 （乙 或 丙）”',
  },
  en: {
    message: () => '“and” and “or” are mixed without brackets',
    help: () => 'say with brackets which belongs together, as in “a and (b or c)”',
  },
}));

export const ConfirmingWordContradicts = diagnostic<{ readonly first: string; readonly second: string }>(() => ({
  code: 'JT1041',
  severity: 'error',
  zh: {
    message: ({ first, second }) => `“${first}”和“${second}”互相矛盾`,
    help: () => '只留其中一个；原文两个都有的，用“口径”写明各种读法',
  },
  en: {
    message: ({ first, second }) => `“${first}” and “${second}” contradict each other`,
    help: () => 'keep one of them; if the source has both, declare a reading',
  },
}));

export const WrongWordHere = diagnostic<{ readonly word: string; readonly expected: readonly Bilingual[] }>(() => ({
  code: 'JT1042',
  severity: 'error',
  zh: {
    message: ({ word, expected }) => `“${word}”不能用在这里，应为${listZh(expected)}`,
    help: ({ expected }) => `改成${listZh(expected)}`,
  },
  en: {
    message: ({ word, expected }) => `“${word}” cannot be used here; expected ${listEn(expected)}`,
    help: ({ expected }) => `write ${listEn(expected)}`,
  },
}));

export const NeedsClauseName = diagnostic(() => ({
  code: 'JT1043',
  severity: 'error',
  zh: { message: () => '这个词前面只能是一个条款的名称', help: () => '先用“定义”给算式起名，或直接写条款名' },
  en: {
    message: () => 'only the name of a clause can stand here',
    help: () => 'write the name of one clause, without brackets or further words',
  },
}));

export const ListWithoutWord = diagnostic(() => ({
  code: 'JT1044',
  severity: 'error',
  zh: { message: () => '括号里写了几项，却没有写明怎么取', help: () => '在括号前写“取低”或“取高”' },
  en: {
    message: () => 'several amounts stand in brackets, without a word for what to do with them',
    help: () => 'write “lowest of” or “highest of” before the bracket',
  },
}));

export const AggregateWithoutList = diagnostic<{ readonly word: string }>(() => ({
  code: 'JT1045',
  severity: 'error',
  zh: {
    message: ({ word }) => `没有写明“${word}”是对哪个清单逐项计算`,
    help: () => '写成“各 项目 的 研发投入 合计”；几个金额比大小用 取高（甲，乙）',
  },
  en: {
    message: ({ word }) => `“${word} of” does not say over which list`,
    help: () => 'write “over each project” after it; to compare amounts write “highest of (a, b)”',
  },
}));

export const YearWanted = diagnostic<{ readonly found: string }>(() => ({
  code: 'JT1046',
  severity: 'error',
  zh: { message: ({ found }) => `这里要写年份，不是“${found}”`, help: () => '写四位数的年份，例如 2023 或 2023年' },
  en: {
    message: ({ found }) => `a year is wanted here, not “${found}”`,
    help: () => 'write a year of four digits, such as 2023',
  },
}));

export const DayWanted = diagnostic<{ readonly found: string }>(() => ({
  code: 'JT1074',
  severity: 'error',
  zh: {
    message: ({ found }) => `这里要写自哪一天起，不是“${found}”`,
    help: () => '写成“自 2024-07-01 起 ： 值”',
  },
  en: {
    message: ({ found }) => `the day from which it holds is wanted here, not “${found}”`,
    help: () => 'write it as in “from 2024-07-01 : value”',
  },
}));

export const ShiftWanted = diagnostic<{ readonly found: string }>(() => ({
  code: 'JT1047',
  severity: 'error',
  zh: { message: ({ found }) => `这里要写几年，不是“${found}”`, help: () => '写 1 到 100 之间的整数和“年”，例如 2年' },
  en: {
    message: ({ found }) => `a number of years is wanted here, not “${found}”`,
    help: () => 'write a whole number from 1 to 100 and “years”',
  },
}));

export const MissingLine = diagnostic<{ readonly expected: readonly Bilingual[] }>(() => ({
  code: 'JT1048',
  severity: 'error',
  zh: {
    message: ({ expected }) => `这一段缺少一行：${listZh(expected)}`,
    help: ({ expected }) => `补上以${listZh(expected)}开头的一行`,
  },
  en: {
    message: ({ expected }) => `this section lacks a line: ${listEn(expected)}`,
    help: ({ expected }) => `add a line that begins with ${listEn(expected)}`,
  },
}));

export const RepeatedLine = diagnostic<{ readonly word: string }>(() => ({
  code: 'JT1049',
  severity: 'error',
  zh: { message: ({ word }) => `“${word}”已经写过一次`, help: () => '只留一处' },
  en: { message: ({ word }) => `“${word}” has been written once already`, help: () => 'keep one of them' },
}));

export const ValueWanted = diagnostic<{ readonly name: string }>(() => ({
  code: 'JT1050',
  severity: 'error',
  zh: { message: ({ name }) => `“${name}”没有写明是多少`, help: ({ name }) => `写成“${name} = …”` },
  en: { message: ({ name }) => `“${name}” is given no value`, help: ({ name }) => `write “${name} = …”` },
}));

export const LedgerYearWanted = diagnostic(() => ({
  code: 'JT1051',
  severity: 'error',
  zh: { message: () => '台账没有写明年份，或写了两次', help: () => '写成“台账 2023年 art4 已付 10万元”' },
  en: {
    message: () => 'the ledger line has no year, or two',
    help: () => 'write it as in “ledger art4 in 2023 paid 100,000 CNY”',
  },
}));

function listZh(list: readonly Bilingual[]): string {
  const terms = list.map(({ zh }) => zh);
  return terms.length < 2 ? terms.join('') : `${terms.slice(0, -1).join('、')}或${terms.at(-1)}`;
}

function listEn(list: readonly Bilingual[]): string {
  const terms = list.map(({ en }) => en);
  return terms.length < 2 ? terms.join('') : `${terms.slice(0, -1).join(', ')} or ${terms.at(-1)}`;
}

function quotedZh(list: readonly string[]): string {
  return list.map((one) => `“${one}”`).join('、');
}

function quotedEn(list: readonly string[]): string {
  return list.map((one) => `“${one}”`).join(', ');
}

/** A space before the word that begins a line, where it stands inside another word. */
function spaced(word: string, lineWord: string): string {
  const at = word.indexOf(lineWord, 1);
  return `${word.slice(0, at)} ${word.slice(at)}`;
}
