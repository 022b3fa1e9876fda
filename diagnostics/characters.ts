/** Catalogue JT1001–JT1011: what a text may hold at most, and which characters. Chapter on text of spec/language.md. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

export const SourceTooLong = diagnostic<{ readonly length: number; readonly limit: number }>(() => ({
  code: 'JT1001',
  severity: 'error',
  zh: {
    message: ({ length, limit }) => `文件太长：${length} 个字符，最多 ${limit} 个`,
    help: () => '把政策拆成几个文件，或检查是不是打开了别的文件',
  },
  en: {
    message: ({ length, limit }) => `the file is too long: ${length} characters, at most ${limit} are read`,
    help: () => 'split the policy into several files, or check that this is the file you meant',
  },
}));

export const NestedTooDeep = diagnostic<{ readonly limit: number }>(() => ({
  code: 'JT1002',
  severity: 'error',
  zh: {
    message: ({ limit }) => `括号套了 ${limit} 层以上`,
    help: () => '检查有没有漏写右括号；确需这么深时，用“定义”给里面的部分起名',
  },
  en: {
    message: ({ limit }) => `brackets are nested more than ${limit} deep`,
    help: () => 'look for a closing bracket that is missing; if it must be so deep, name the inner parts with “let”',
  },
}));

export const NumberTooLong = diagnostic<{ readonly digits: number; readonly limit: number }>(() => ({
  code: 'JT1003',
  severity: 'error',
  zh: {
    message: ({ digits, limit }) => `数字有 ${digits} 位，最多 ${limit} 位`,
    help: () => '检查是不是多打了数字；大数可以用 万、亿',
  },
  en: {
    message: ({ digits, limit }) => `the number has ${digits} digits, at most ${limit} are read`,
    help: () => 'check for digits typed too many',
  },
}));

export const WordTooLong = diagnostic<{ readonly length: number; readonly limit: number }>(() => ({
  code: 'JT1004',
  severity: 'error',
  zh: {
    message: ({ length, limit }) => `一个词有 ${length} 个字，最多 ${limit} 个`,
    help: () => '词与词之间要有空格；整句的话要放在引号里',
  },
  en: {
    message: ({ length, limit }) => `the word has ${length} characters, at most ${limit} are read`,
    help: () => 'put spaces between words, and whole sentences in quotes',
  },
}));

export const UnclosedText = diagnostic(() => ({
  code: 'JT1005',
  severity: 'error',
  zh: { message: () => '引号没有在本行闭合', help: () => '在文字末尾补上引号；一段文字只能写在一行里' },
  en: {
    message: () => 'the quotation mark is not closed on its line',
    help: () => 'close it at the end of the text; a text stays on one line',
  },
}));

export const UnclosedAnchor = diagnostic(() => ({
  code: 'JT1006',
  severity: 'error',
  zh: { message: () => '“「”没有在本行闭合', help: () => '在所引原文的末尾补上“」”' },
  en: {
    message: () => '“「” is not closed on its line',
    help: () => 'close it with “」” where the words of the source end',
  },
}));

export const UnclosedName = diagnostic(() => ({
  code: 'JT1007',
  severity: 'error',
  zh: { message: () => '“『”没有在本行闭合', help: () => '在名称末尾补上“』”' },
  en: { message: () => '“『” is not closed on its line', help: () => 'close it with “』” where the name ends' },
}));

/** Signs of comparison, and the words to write for them. */
const comparisons = new Map<string, Bilingual>([
  [
    '>',
    { zh: '写成“超过”（不含本数）；含本数的写“达到”', en: 'write “over”, or “at least” where the figure is included' },
  ],
  [
    '<',
    {
      zh: '写成“低于”（不含本数）；含本数的写“不超过”',
      en: 'write “under”, or “at most” where the figure is included',
    },
  ],
  ['≥', { zh: '写成“达到”（含本数）', en: 'write “at least”' }],
  ['≤', { zh: '写成“不超过”（含本数）', en: 'write “at most”' }],
  ['≠', { zh: '写成“不等于”', en: 'write “differs from”' }],
]);

export const StrayCharacter = diagnostic<{ readonly character: string }>(() => ({
  code: 'JT1008',
  severity: 'error',
  zh: {
    message: ({ character }) => `这里不能有字符 ${shown(character)}`,
    help: ({ character }) =>
      comparisons.get(character)?.zh ?? '删去它；书名和整句的话要放在引号里，名称里有特殊符号的写成『…』',
  },
  en: {
    message: ({ character }) => `the character ${shown(character)} has no place here`,
    help: ({ character }) =>
      comparisons.get(character)?.en ??
      'remove it; titles and sentences stand in quotation marks, a name that holds such a character is written 『…』',
  },
}));

export const TooManyOperators = diagnostic<{ readonly limit: number }>(() => ({
  code: 'JT1009',
  severity: 'error',
  zh: {
    message: ({ limit }) => `一条里的运算超过 ${limit} 个`,
    help: () => '用“定义”把它分成几步，每步起一个名称',
  },
  en: {
    message: ({ limit }) => `one statement holds more than ${limit} operations`,
    help: () => 'split it into steps and name each with “let”',
  },
}));

export const NestedWithoutBrackets = diagnostic<{ readonly limit: number }>(() => ({
  code: 'JT1010',
  severity: 'error',
  zh: {
    message: ({ limit }) => `一条里一层套一层超过 ${limit} 次`,
    help: () => '用“定义”把它分成几步，每步起一个名称',
  },
  en: {
    message: ({ limit }) => `one statement says “of” of “of” more than ${limit} times`,
    help: () => 'split it into steps and name each with “let”',
  },
}));

export const TooComplex = diagnostic(() => ({
  code: 'JT1011',
  severity: 'error',
  zh: { message: () => '这一段套得太深，读不下去', help: () => '用“定义”给里面的部分起名，分成几步写' },
  en: {
    message: () => 'this part is nested too deep to be read',
    help: () => 'name its inner parts with “let” and write it in steps',
  },
}));

function shown(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  return point < 32 || (point >= 0x7f && point < 0xa0) || (point >= 0xd800 && point < 0xe000)
    ? code
    : `“${character}”（${code}）`;
}
