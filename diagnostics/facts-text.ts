/** Catalogue JT600x: facts, ledgers and decisions as text, before anyone asks what they mean. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

export const FactsTooLong = diagnostic<{ readonly length: number; readonly limit: number }>(() => ({
  code: 'JT6001',
  severity: 'error',
  zh: {
    message: ({ length, limit }) => `内容太长：有 ${length} 个字符，最多 ${limit} 个`,
    help: () => '一份文件只写一个申报主体；多个主体时每个各占一份，或每个各占一行',
  },
  en: {
    message: ({ length, limit }) => `the text is too long: ${length} characters, at most ${limit} are read`,
    help: () => 'one text holds the facts of one applicant; give each applicant a file or a line of its own',
  },
}));

/** What a clerk most likely did where JSON stops making sense. */
export type JsonSlip = keyof typeof slips;

const slips = {
  empty: {
    zh: '文件是空的',
    en: 'the text is empty',
    helpZh: '至少写一对花括号：{ }',
    helpEn: 'write at least a pair of braces: { }',
  },
  curlyQuote: {
    zh: '引号不是英文双引号',
    en: 'this is not a straight double quote',
    helpZh: '名称和文字两边都用英文双引号 " "，不用 “ ”、「 」或单引号',
    helpEn: 'put straight double quotes " " around names and texts, not curly or single ones',
  },
  fullWidth: {
    zh: '标点是全角的',
    en: 'this is a full-width punctuation mark',
    helpZh: '引号以外的逗号、冒号、括号改成英文半角：, : { } [ ]',
    helpEn: 'outside quotes write , : { } [ ] in their ordinary, half-width form',
  },
  trailingComma: {
    zh: '最后一项后面多了逗号',
    en: 'there is a comma after the last entry',
    helpZh: '删去右括号前面的逗号',
    helpEn: 'delete the comma before the closing bracket',
  },
  missingComma: {
    zh: '两项之间少了逗号',
    en: 'a comma is missing between two entries',
    helpZh: '在前一项的末尾加上逗号',
    helpEn: 'put a comma after the entry before this place',
  },
  missingColon: {
    zh: '名称后面少了冒号',
    en: 'a colon is missing after the name',
    helpZh: '写成 "名称": 内容',
    helpEn: 'write "name": value',
  },
  unquotedName: {
    zh: '名称没有加引号',
    en: 'the name has no quotes',
    helpZh: '写成 "名称": 内容',
    helpEn: 'write "name": value',
  },
  thousands: {
    zh: '数字里有千位分隔的逗号',
    en: 'the number has commas between its thousands',
    helpZh: '去掉数字里的逗号，例如 300000',
    helpEn: 'write the number without commas, like 300000',
  },
  openText: {
    zh: '这里开始的文字没有结束的引号',
    en: 'the text that starts here has no closing quote',
    helpZh: '在文字末尾加上英文双引号；文字中间不能换行',
    helpEn: 'add the closing double quote; a text cannot run over a line end',
  },
  openBracket: {
    zh: '文件到这里就结束了，还有括号没有合上',
    en: 'the text ends here with a bracket still open',
    helpZh: '检查每个 { 都有 }，每个 [ 都有 ]；文件也可能没有传完整',
    helpEn: 'check that every { has its } and every [ its ]; perhaps the file was cut off',
  },
  wrongBracket: {
    zh: '这个括号与前面打开的不成对',
    en: 'this bracket does not match the one that is open',
    helpZh: '{ 用 } 合上，[ 用 ] 合上',
    helpEn: 'close { with } and [ with ]',
  },
  afterEnd: {
    zh: '内容已经结束，后面还有文字',
    en: 'there is more text after the end',
    helpZh: '删去多余的文字；一份文件只写一个申报主体，几个主体的每行一个，从标准输入读入（--facts -）',
    helpEn:
      'delete what follows; one text holds the facts of one applicant, and several are read from standard input, one a line (--facts -)',
  },
  number: {
    zh: '数字的写法不对',
    en: 'this is not how a number is written',
    helpZh: '只写数字和小数点，例如 300000 或 0.5；带单位、百分号或开头有 0、+ 的，加上英文双引号写成文字',
    helpEn:
      'write digits and a point only, like 300000 or 0.5; with a unit, a percent sign, a leading 0 or +, put it in double quotes',
  },
  word: {
    zh: '这里的文字没有加引号',
    en: 'this word has no quotes',
    helpZh: '文字要加英文双引号；不加引号的只有数字、true、false、null',
    helpEn: 'put words in double quotes; only numbers, true, false and null go without',
  },
  escape: {
    zh: '反斜杠后面的字符不对',
    en: 'a backslash cannot stand before this character',
    helpZh: '文字里的一个反斜杠写成两个：\\\\',
    helpEn: 'write two backslashes for one: \\\\',
  },
  comment: {
    zh: '这里不能写注释',
    en: 'comments cannot be written here',
    helpZh: '删去注释',
    helpEn: 'delete the comment',
  },
  other: {
    zh: '这里的内容读不懂',
    en: 'this place makes no sense',
    helpZh: '检查前后的引号、逗号和括号',
    helpEn: 'check the quotes, commas and brackets around it',
  },
} as const;

/** Invalid JSON. Only the first place is told: what follows it cannot be trusted. */
export const NotJson = diagnostic<{ readonly line: number; readonly column: number; readonly slip: JsonSlip }>(() => ({
  code: 'JT6002',
  severity: 'error',
  zh: {
    message: ({ line, column, slip }) => `第 ${line} 行第 ${column} 个字符：${slips[slip].zh}`,
    help: ({ slip }) => slips[slip].helpZh,
  },
  en: {
    message: ({ line, column, slip }) => `line ${line}, character ${column}: ${slips[slip].en}`,
    help: ({ slip }) => slips[slip].helpEn,
  },
}));

export const NestedTooDeep = diagnostic<{ readonly limit: number }>(() => ({
  code: 'JT6003',
  severity: 'error',
  zh: {
    message: ({ limit }) => `括号套了 ${limit} 层以上`,
    help: () => '填报内容最多三四层；检查是否有括号写错，或者内容引用了自身',
  },
  en: {
    message: ({ limit }) => `brackets stand within brackets more than ${limit} deep`,
    help: () => 'facts need three or four levels; look for a misplaced bracket, or for something that contains itself',
  },
}));

/** JSON readers silently keep the last of them; we tell. */
export const KeyTwice = diagnostic<{ readonly name: string; readonly line: number; readonly firstLine: number }>(
  () => ({
    code: 'JT6004',
    severity: 'error',
    zh: {
      message: ({ name, line, firstLine }) => `“${name}”写了两次：第 ${firstLine} 行和第 ${line} 行`,
      help: () => '只留一处',
    },
    en: {
      message: ({ name, line, firstLine }) => `“${name}” is written twice: in line ${firstLine} and in line ${line}`,
      help: () => 'keep one of the two',
    },
  }),
);

export const NumberTooFineForJson = diagnostic<{ readonly written: string; readonly line: number }>(() => ({
  code: 'JT6005',
  severity: 'error',
  zh: {
    message: ({ written, line }) => `第 ${line} 行：数字 ${written} 的位数太多，许多程序读它时会悄悄改变它`,
    help: ({ written }) =>
      /e/i.test(written) ? '不用 e 的写法，把数字写全' : `加上英文双引号写成文字："${written}"；并检查是否多打了数字`,
  },
  en: {
    message: ({ written, line }) =>
      `line ${line}: the number ${written} has more digits than programs keep; many would silently change it`,
    help: ({ written }) =>
      /e/i.test(written)
        ? 'write it out in digits, without e'
        : `write it as text, in double quotes: "${written}"; and check for digits too many`,
  },
}));

export const TooManyEntries = diagnostic<{ readonly place: Bilingual; readonly limit: number }>(() => ({
  code: 'JT6006',
  severity: 'error',
  zh: {
    message: ({ place, limit }) => `${place.zh}的内容太多：最多 ${limit} 项`,
    help: () => '检查是否重复粘贴；确有这么多时，分成几份',
  },
  en: {
    message: ({ place, limit }) => `${place.en} has too many entries: at most ${limit} are read`,
    help: () => 'check for something pasted again and again; if there really are so many, split them',
  },
}));

/** From a program that hands over objects instead of text. */
export const NotPlain = diagnostic<{ readonly path: string; readonly what: string }>(() => ({
  code: 'JT6007',
  severity: 'error',
  zh: {
    message: ({ path, what }) => `${path} 处的内容（${what}）不能写成 JSON`,
    help: () => '只用文字、数字、true、false、null、列表和普通对象',
  },
  en: {
    message: ({ path, what }) => `what stands at ${path} (${what}) cannot be written as JSON`,
    help: () => 'use texts, finite numbers, true, false, null, lists and plain objects only',
  },
}));

export const FactsNotAnObject = diagnostic<{ readonly written: string }>(() => ({
  code: 'JT6008',
  severity: 'error',
  zh: {
    message: ({ written }) => `填报内容应当是一对花括号里的各项，这里是 ${written}`,
    help: () => '写成 { "名称": 内容, … }',
  },
  en: {
    message: ({ written }) => `facts are entries between braces; this is ${written}`,
    help: () => 'write { "name": value, … }',
  },
}));
