/** JT8xxx: the command line. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

export const FileNotFound = diagnostic<{ file: string }>(() => ({
  code: 'JT8001',
  severity: 'error',
  zh: { message: (p) => `找不到文件 ${p.file}`, help: () => '请核对路径；相对路径从当前文件夹算起' },
  en: {
    message: (p) => `there is no file ${p.file}`,
    help: () => 'check the path; a relative path starts from the current folder',
  },
}));

export const FileUnreadable = diagnostic<{ file: string; reason: string }>(() => ({
  code: 'JT8002',
  severity: 'error',
  zh: {
    message: (p) => `文件 ${p.file} 读不出来（${reasonOf(p.reason).zh}）`,
    help: () => '请核对它是否是文件、是否有读取权限',
  },
  en: {
    message: (p) => `the file ${p.file} cannot be read (${reasonOf(p.reason).en})`,
    help: () => 'see whether it is a file and whether you may read it',
  },
}));

export const NotUtf8 = diagnostic<{ file: string }>(() => ({
  code: 'JT8003',
  severity: 'error',
  zh: { message: (p) => `文件 ${p.file} 不是 UTF-8 编码`, help: () => '请在编辑器中另存为 UTF-8' },
  en: { message: (p) => `the file ${p.file} is not UTF-8`, help: () => 'save it as UTF-8 in your editor' },
}));

export const FileUnwritable = diagnostic<{ file: string; reason: string }>(() => ({
  code: 'JT8004',
  severity: 'error',
  zh: {
    message: (p) => `文件 ${p.file} 写不进去（${reasonOf(p.reason).zh}）`,
    help: () => '请核对文件夹是否存在、是否有写入权限',
  },
  en: {
    message: (p) => `the file ${p.file} cannot be written (${reasonOf(p.reason).en})`,
    help: () => 'see whether the folder exists and whether you may write there',
  },
}));

export const UnknownReading = diagnostic<{ name: string; known: string }>(() => ({
  code: 'JT8010',
  severity: 'error',
  zh: { message: (p) => `没有名为“${p.name}”的口径`, help: (p) => `本政策的口径有：${p.known}` },
  en: { message: (p) => `there is no reading "${p.name}"`, help: (p) => `the readings of this policy are: ${p.known}` },
}));

export const UnknownChoice = diagnostic<{ reading: string; name: string; known: string }>(() => ({
  code: 'JT8011',
  severity: 'error',
  zh: { message: (p) => `口径 ${p.reading} 没有“${p.name}”这个选项`, help: (p) => `可选：${p.known}` },
  en: {
    message: (p) => `the reading ${p.reading} has no choice "${p.name}"`,
    help: (p) => `choose one of: ${p.known}`,
  },
}));

export const ReadingForm = diagnostic<{ text: string }>(() => ({
  code: 'JT8012',
  severity: 'error',
  zh: {
    message: (p) => `看不懂“${p.text}”`,
    help: () => '请写成 --reading 口径=选项，例如 --reading cap_scope=lifetime',
  },
  en: {
    message: (p) => `"${p.text}" cannot be understood`,
    help: () => 'write --reading NAME=CHOICE, for example --reading cap_scope=lifetime',
  },
}));

export const UnknownClause = diagnostic<{ name: string; near: string }>(() => ({
  code: 'JT8013',
  severity: 'error',
  zh: {
    message: (p) => `没有名为“${p.name}”的条款`,
    help: (p) => (p.near === '' ? '请用 jieti check --json 查看各条款' : `是不是想写 ${p.near}？`),
  },
  en: {
    message: (p) => `there is no clause "${p.name}"`,
    help: (p) => (p.near === '' ? 'the policy lists its clauses' : `did you mean ${p.near}?`),
  },
}));

export const YearForm = diagnostic<{ text: string }>(() => ({
  code: 'JT8014',
  severity: 'error',
  zh: { message: (p) => `年度“${p.text}”不是四位数的年份`, help: () => '请写成 --year 2024' },
  en: { message: (p) => `"${p.text}" is not a year of four digits`, help: () => 'write --year 2024' },
}));

export const NothingToRecordIn = diagnostic(() => ({
  code: 'JT8015',
  severity: 'error',
  zh: { message: () => '用 --record 须同时用 --ledger 指明台账文件', help: () => '例如 --ledger 台账.jsonl --record' },
  en: {
    message: () => '--record needs --ledger to name the file to write to',
    help: () => 'for example --ledger ledger.jsonl --record',
  },
}));

export const PolicyHasErrors = diagnostic<{ file: string; count: number }>(() => ({
  code: 'JT8016',
  severity: 'error',
  zh: { message: (p) => `${p.file} 有 ${p.count} 处错误，不能据以计算`, help: () => '请先按上面的提示改正' },
  en: {
    message: (p) => `${p.file} has ${p.count} ${p.count === 1 ? 'error' : 'errors'} and cannot be used`,
    help: () => 'mend what is told above first',
  },
}));

export const LineTooLong = diagnostic<{ limit: number }>(() => ({
  code: 'JT8017',
  severity: 'error',
  zh: { message: (p) => `这一行超过 ${p.limit} 个字符`, help: () => '每行写一个申报主体的填报内容' },
  en: {
    message: (p) => `this line is longer than ${p.limit} characters`,
    help: () => 'write the facts of one applicant on each line',
  },
}));

export const SettingUnknownLanguage = diagnostic<{ text: string }>(() => ({
  code: 'JT8018',
  severity: 'error',
  zh: { message: (p) => `不支持的语言“${p.text}”`, help: () => '可用 zh、en；fmt 另可用 zh-hant' },
  en: { message: (p) => `the language "${p.text}" is not known`, help: () => 'use zh or en; fmt also takes zh-hant' },
}));

const reasons: ReadonlyMap<string, Bilingual> = new Map([
  ['EISDIR', { zh: '它是文件夹', en: 'it is a folder' }],
  ['EACCES', { zh: '没有权限', en: 'permission denied' }],
  ['EPERM', { zh: '没有权限', en: 'permission denied' }],
  ['ENOENT', { zh: '所在的文件夹不存在', en: 'its folder does not exist' }],
  ['ENOTDIR', { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' }],
  ['ENOSPC', { zh: '磁盘已满', en: 'the disk is full' }],
  ['EROFS', { zh: '磁盘只能读', en: 'the disk is read-only' }],
]);

/** What the machine calls an error, in words where it is a common one. */
function reasonOf(code: string): Bilingual {
  return reasons.get(code) ?? { zh: code, en: code };
}

export const ProvisionalWithoutRecord = diagnostic(() => ({
  code: 'JT8019',
  severity: 'error',
  zh: {
    message: () => '--provisional 只与 --record 同用',
    help: () => '要把上限暂记入台账，写 --ledger 台账.jsonl --record --provisional',
  },
  en: {
    message: () => '--provisional means something with --record alone',
    help: () => 'to record ceilings as provisional write --ledger ledger.jsonl --record --provisional',
  },
}));

export const FileExists = diagnostic<{ file: string }>(() => ({
  code: 'JT8050',
  severity: 'error',
  zh: { message: (p) => `${p.file} 已经有了`, help: () => '换一个名称；已有的文件不会被改写' },
  en: {
    message: (p) => `${p.file} is there already`,
    help: () => 'choose another name; nothing that exists is overwritten',
  },
}));

export const NameNotPossible = diagnostic<{ name: string }>(() => ({
  code: 'JT8051',
  severity: 'error',
  zh: {
    message: (p) => `“${p.name}”不能作政策的名称`,
    help: () => '用字母、数字、“-”和“_”（以字母开头），或只用汉字，例如 sample-city-2025',
  },
  en: {
    message: (p) => `“${p.name}” cannot be the name of a policy`,
    help: () => 'use letters, digits, “-” and “_”, beginning with a letter, or Han characters alone: sample-city-2025',
  },
}));

export const UnknownTemplate = diagnostic<{ name: string; known: string }>(() => ({
  code: 'JT8052',
  severity: 'error',
  zh: { message: (p) => `没有名为“${p.name}”的模板`, help: (p) => `模板有：${p.known}` },
  en: { message: (p) => `there is no template “${p.name}”`, help: (p) => `the templates are: ${p.known}` },
}));

export const TemplateAndBase = diagnostic(() => ({
  code: 'JT8053',
  severity: 'error',
  zh: { message: () => '--template 与 --adapts 不能同用', help: () => '从模板开始，或改编一份已有的政策，二者选一' },
  en: {
    message: () => '--template and --adapts do not go together',
    help: () => 'begin from a template, or from a policy to be adapted',
  },
}));
