/** JT82xx: runs over a programme's applicants, and the ledger store. */
import { diagnostic } from './diagnostic.ts';

export const StoreInUse = diagnostic<{ file: string; process?: string }>(() => ({
  code: 'JT8201',
  severity: 'error',
  zh: {
    message: (p) =>
      `台账库 ${p.file} 正被另一个程序使用${p.process === undefined ? '' : `（进程 ${p.process}）`}，这次没有运行`,
    help: () => '等那一次运行结束再试；两次运行同时写一本台账，谁也说不清付了多少',
  },
  en: {
    message: (p) =>
      `the ledger store ${p.file} is in use by another program${p.process === undefined ? '' : ` (process ${p.process})`}; nothing was run`,
    help: () =>
      'wait until that run has ended and try again: with two runs in one ledger nobody could say what was paid',
  },
}));

export const StoreMissing = diagnostic<{ file: string }>(() => ({
  code: 'JT8202',
  severity: 'error',
  zh: {
    message: (p) => `没有台账库 ${p.file}`,
    help: () => '核对路径；新的台账库由 jieti run --ledger 或 jieti ledger import 建立',
  },
  en: {
    message: (p) => `there is no ledger store ${p.file}`,
    help: () => 'check the path; jieti run --ledger and jieti ledger import make a new one',
  },
}));

export const NotAStore = diagnostic<{ file: string; reason: string }>(() => ({
  code: 'JT8203',
  severity: 'error',
  zh: {
    message: (p) => `${p.file} 不是台账库（${p.reason}）`,
    help: () => '台账库是 DuckDB 文件；JSON Lines 的台账先用 jieti ledger STORE import FILE 导入',
  },
  en: {
    message: (p) => `${p.file} is no ledger store (${p.reason})`,
    help: () => 'a store is a DuckDB file; bring a ledger in JSON Lines in with jieti ledger STORE import FILE',
  },
}));

export const ChainBroken = diagnostic<{ seq: number; reason: 'hash' | 'gap' | 'columns' | 'id' | 'reverses' }>(() => ({
  code: 'JT8204',
  severity: 'error',
  zh: {
    message: (p) => `台账第 ${p.seq} 条${chainReasons[p.reason].zh}`,
    help: () => '台账只能追加；用备份核对，找出是谁、何时改动了文件',
  },
  en: {
    message: (p) => `entry ${p.seq} of the ledger ${chainReasons[p.reason].en}`,
    help: () => 'a ledger is only ever appended to: compare with a backup to find what was changed, and by whom',
  },
}));

const chainReasons = {
  hash: { zh: '与记录时的内容不符', en: 'is not what was recorded' },
  gap: { zh: '之前缺了条目', en: 'follows a gap: entries are missing before it' },
  columns: { zh: '的查询列与内容不符', en: 'has columns that differ from its content' },
  id: { zh: '的编号与前面的重复', en: 'has the id of an earlier one' },
  reverses: { zh: '冲销的条目不存在', en: 'takes back an entry that is not there' },
} as const;

export const YearsForm = diagnostic<{ text: string }>(() => ({
  code: 'JT8205',
  severity: 'error',
  zh: {
    message: (p) => `年度“${p.text}”的写法不对`,
    help: () => '写成一年（--years 2024）或起止两年（--years 2023..2025）',
  },
  en: {
    message: (p) => `the years "${p.text}" are not written as years`,
    help: () => 'write one year (--years 2024) or the first and the last (--years 2023..2025)',
  },
}));

export const FormatUnknown = diagnostic<{ text: string }>(() => ({
  code: 'JT8206',
  severity: 'error',
  zh: { message: (p) => `没有“${p.text}”这种格式`, help: () => '可选：csv、jsonl、parquet、xlsx' },
  en: { message: (p) => `there is no format "${p.text}"`, help: () => 'choose csv, jsonl, parquet or xlsx' },
}));

export const TooManyForSheet = diagnostic<{ table: string; rows: number; limit: number }>(() => ({
  code: 'JT8207',
  severity: 'error',
  zh: {
    message: (p) => `${p.table} 有 ${p.rows} 行，一张 Excel 表最多 ${p.limit} 行`,
    help: () => '用 --format csv 或 --format parquet',
  },
  en: {
    message: (p) => `${p.table} has ${p.rows} rows; a sheet of Excel holds ${p.limit}`,
    help: () => 'use --format csv or --format parquet',
  },
}));

export const NothingToReverse = diagnostic<{ what: string }>(() => ({
  code: 'JT8208',
  severity: 'error',
  zh: {
    message: (p) => `没有可冲销的条目：${p.what}`,
    help: () => '用 jieti ledger STORE list 查看条目；已冲销的不再冲销',
  },
  en: {
    message: (p) => `there is nothing to take back: ${p.what}`,
    help: () => 'see the entries with jieti ledger STORE list; what was taken back is not taken back again',
  },
}));

export const ReverseWhat = diagnostic(() => ({
  code: 'JT8209',
  severity: 'error',
  zh: {
    message: () => '没有说冲销哪些条目',
    help: () => '写明 --run 编号，或 --id 编号，或 --subject 与 --year、--clause',
  },
  en: {
    message: () => 'it is not said which entries to take back',
    help: () => 'say --run NUMBER, or --id ID, or --subject with --year and --clause',
  },
}));

export const PoolNotBalanced = diagnostic<{ clause: string; year: number }>(() => ({
  code: 'JT8210',
  severity: 'error',
  zh: {
    message: (p) => `${p.clause}（${p.year} 年）的总额对不上：已分配与剩余之和不等于可分配数`,
    help: () => '这是程序自身的错误，台账没有写入；请报告给维护者',
  },
  en: {
    message: (p) =>
      `the budget of ${p.clause} (${p.year}) does not add up: shares and remainder are not what there was`,
    help: () => 'this is a fault of the program itself, and the ledger was not written; please report it',
  },
}));

export const LedgerAction = diagnostic<{ name: string; known: readonly string[] }>(() => ({
  code: 'JT8211',
  severity: 'error',
  zh: { message: (p) => `jieti ledger 不会“${p.name}”`, help: (p) => `可用：${p.known.join('、')}` },
  en: { message: (p) => `jieti ledger cannot "${p.name}"`, help: (p) => `it can: ${p.known.join(', ')}` },
}));

export const ThreadsForm = diagnostic<{ text: string }>(() => ({
  code: 'JT8212',
  severity: 'error',
  zh: { message: (p) => `--threads ${p.text} 不是个数`, help: () => '写一个数，如 2；0 表示不另开线程' },
  en: {
    message: (p) => `--threads ${p.text} is no number`,
    help: () => 'write a number, like 2; 0 for none beside the main one',
  },
}));
