/** JT81xx: tables of applicants as people have them. Messages name file and row, since a clerk has the file open before her. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

export const UnknownEncoding = diagnostic<{ file: string }>(() => ({
  code: 'JT8101',
  severity: 'error',
  zh: {
    message: (p) => `文件 ${p.file} 不是文字，或编码认不出来（试过 UTF-8、GB 18030）`,
    help: () => '在 Excel 里另存为“CSV UTF-8（逗号分隔）”，再试一次',
  },
  en: {
    message: (p) => `the file ${p.file} is not text, or is in no known encoding (UTF-8 and GB 18030 were tried)`,
    help: () => 'save it in Excel as "CSV UTF-8 (comma delimited)" and try again',
  },
}));

export const QuoteNeverClosed = diagnostic<{ file: string; row: number }>(() => ({
  code: 'JT8102',
  severity: 'error',
  zh: {
    message: (p) => `文件 ${p.file} 第 ${p.row} 行的引号 " 没有配对，后面的行都分不清`,
    help: () => '补上或删去那个引号；内容里的引号要写成两个 ""',
  },
  en: {
    message: (p) => `a quote " in row ${p.row} of ${p.file} is never closed, so the rows after it cannot be told apart`,
    help: () => 'close or remove that quote; a quote within a cell is written twice: ""',
  },
}));

export const FileBroken = diagnostic<{ file: string; reason: string }>(() => ({
  code: 'JT8103',
  severity: 'error',
  zh: {
    message: (p) => `文件 ${p.file} 读不出来：${p.reason}`,
    help: () => '确认文件没有损坏，且内容与后缀相符（.csv、.jsonl、.parquet、.xlsx）',
  },
  en: {
    message: (p) => `the file ${p.file} cannot be read: ${p.reason}`,
    help: () => 'see whether the file is whole and is what its ending says (.csv, .jsonl, .parquet, .xlsx)',
  },
}));

export const NoTables = diagnostic<{ path: string; endings: readonly string[] }>(() => ({
  code: 'JT8104',
  severity: 'error',
  zh: {
    message: (p) => `${p.path} 里没有申报主体的表`,
    help: (p) =>
      `放入一个表，后缀为 ${p.endings.join('、')}；清单另成一表，以清单的名称为文件名，例如 project.csv 或 项目.csv`,
  },
  en: {
    message: (p) => `${p.path} holds no table of applicants`,
    help: (p) =>
      `put one there, ending in ${p.endings.join(', ')}; a list is a table of its own, called by the list's name, like project.csv`,
  },
}));

export const NoApplicantColumn = diagnostic<{ file: string; names: readonly string[] }>(() => ({
  code: 'JT8105',
  severity: 'error',
  zh: {
    message: (p) => `表 ${p.file} 里找不到申报主体的那一列`,
    help: (p) => `把列名写成 ${p.names.join('、')} 之一；或者用 --column "列名=subject" 指明`,
  },
  en: {
    message: (p) => `the table ${p.file} has no column that says which applicant a row is about`,
    help: (p) => `call that column one of ${p.names.join(', ')}, or name it with --column "HEADER=subject"`,
  },
}));

export const ColumnNotRead = diagnostic<{ file: string; column: string; near: readonly string[] }>(() => ({
  code: 'JT8106',
  severity: 'warning',
  zh: {
    message: (p) => `表 ${p.file} 的列“${p.column}”不是这份政策的填报项，没有读`,
    help: (p) =>
      p.near.length > 0
        ? `是否指 ${p.near.join('、')}？可用 --column "${p.column}=${p.near[0]}" 指明`
        : '如果与政策无关，不必处理；如果有关，改成填报项的名称，或用 --column 指明',
  },
  en: {
    message: (p) => `the column "${p.column}" of ${p.file} is no fact of this policy and is not read`,
    help: (p) =>
      p.near.length > 0
        ? `is ${p.near.join(' or ')} meant? say so with --column "${p.column}=${p.near[0]}"`
        : 'nothing to do if the policy does not need it; else name it as the fact, or use --column',
  },
}));

export const ColumnGivenTwice = diagnostic<{ file: string; first: string; second: string }>(() => ({
  code: 'JT8107',
  severity: 'error',
  zh: {
    message: (p) => `表 ${p.file} 的列“${p.first}”和“${p.second}”说的是同一项`,
    help: () => '留下一列，删去另一列',
  },
  en: {
    message: (p) => `the columns "${p.first}" and "${p.second}" of ${p.file} are the same fact`,
    help: () => 'keep one of them',
  },
}));

export const YearInHeaderNeeded = diagnostic<{ file: string; column: string; fact: Bilingual }>(() => ({
  code: 'JT8108',
  severity: 'error',
  zh: {
    message: (p) => `表 ${p.file} 的列“${p.column}”没有说是哪一年的${p.fact.zh}`,
    help: (p) => `把年度写进列名，如“${p.fact.zh} 2023”；或者加一列“年度”，每年一行`,
  },
  en: {
    message: (p) => `the column "${p.column}" of ${p.file} does not say of which year it is`,
    help: (p) =>
      `write the year into the header, like "${p.fact.en} 2023", or add a column "year" and give a row for each year`,
  },
}));

export const RowWithoutApplicant = diagnostic<{ row: number }>(() => ({
  code: 'JT8110',
  severity: 'error',
  zh: { message: (p) => `第 ${p.row} 行没有写申报主体`, help: () => '补上申报主体的编号或名称；整行无用就删去' },
  en: {
    message: (p) => `row ${p.row} does not say which applicant it is about`,
    help: () => 'fill in the applicant, or delete the row',
  },
}));

export const ApplicantTwice = diagnostic<{ subject: string; year?: number; rows: readonly string[] }>(() => ({
  code: 'JT8111',
  severity: 'error',
  zh: {
    message: (p) =>
      `申报主体 ${p.subject}${p.year === undefined ? '' : `（${p.year} 年）`}有不止一行：${p.rows.join('、')}`,
    help: () => '留下正确的一行，删去其余；此前这几行都不评定',
  },
  en: {
    message: (p) =>
      `the applicant ${p.subject}${p.year === undefined ? '' : ` (${p.year})`} has more than one row: ${p.rows.join(', ')}`,
    help: () => 'keep the right one and delete the others; until then none of them is assessed',
  },
}));

export const CellsBeyondHeaders = diagnostic<{ row: number; written: string }>(() => ({
  code: 'JT8112',
  severity: 'error',
  zh: {
    message: (p) => `第 ${p.row} 行的内容比列名多：“${p.written}”不属于任何一列`,
    help: () => '多半是金额里的逗号把一格分成了两格：给那一格加上双引号，或去掉逗号',
  },
  en: {
    message: (p) => `row ${p.row} has more cells than there are headers: "${p.written}" belongs to none`,
    help: () =>
      'most likely a comma within a figure split its cell: put the figure in double quotes, or drop the comma',
  },
}));

export const ItemOfNobody = diagnostic<{ row: number; subject: string; near: readonly string[] }>(() => ({
  code: 'JT8113',
  severity: 'error',
  zh: {
    message: (p) => `第 ${p.row} 行的申报主体 ${p.subject} 不在申报主体的表里`,
    help: (p) => (p.near.length > 0 ? `是否指 ${p.near.join('、')}？` : '核对编号；或者把这个申报主体补进申报主体的表'),
  },
  en: {
    message: (p) => `the applicant ${p.subject} of row ${p.row} is not in the table of applicants`,
    help: (p) =>
      p.near.length > 0 ? `is ${p.near.join(' or ')} meant?` : 'check the number, or add the applicant to that table',
  },
}));

export const YearCellWrong = diagnostic<{ row: number; written: string }>(() => ({
  code: 'JT8114',
  severity: 'error',
  zh: {
    message: (p) => `第 ${p.row} 行的年度“${p.written}”不是四位年度`,
    help: () => '写成四位年度，如 2024',
  },
  en: {
    message: (p) => `the year "${p.written}" in row ${p.row} is no year`,
    help: () => 'write four digits, like 2024',
  },
}));

export const RowsDisagree = diagnostic<{ place: Bilingual; first: string; second: string; rows: readonly string[] }>(
  () => ({
    code: 'JT8115',
    severity: 'error',
    zh: {
      message: (p) => `${p.place.zh}：${p.rows.join('、')} 写得不一样（“${p.first}”与“${p.second}”）`,
      help: () => '这一项不分年度，各行应当一致；改成同一个，或只留一行',
    },
    en: {
      message: (p) => `${p.place.en}: ${p.rows.join(' and ')} disagree ("${p.first}" and "${p.second}")`,
      help: () => 'this fact goes by no year, so all rows must give the same; correct one, or leave it empty',
    },
  }),
);

export const ColumnSetting = diagnostic<{ text: string; reason: 'form' | 'unknown'; near: readonly string[] }>(() => ({
  code: 'JT8116',
  severity: 'error',
  zh: {
    message: (p) => (p.reason === 'form' ? `--column 的写法不对：${p.text}` : `--column ${p.text}：没有这个填报项`),
    help: (p) =>
      p.near.length > 0
        ? `是否指 ${p.near.join('、')}？`
        : '写成 --column "表里的列名=填报项"，如 --column "研发投入2023=rd@2023"',
  },
  en: {
    message: (p) =>
      p.reason === 'form' ? `--column is written wrongly: ${p.text}` : `--column ${p.text}: there is no such fact`,
    help: (p) =>
      p.near.length > 0
        ? `is ${p.near.join(' or ')} meant?`
        : 'write --column "HEADER=FACT", like --column "R&D 2023=rd@2023"',
  },
}));

export const TableNotRead = diagnostic<{ file: string }>(() => ({
  code: 'JT8109',
  severity: 'warning',
  zh: {
    message: (p) => `${p.file} 里没有申报主体的列，整个表没有读`,
    help: () => '如果它是说明，不必处理；如果它是清单，用清单的名称作表名，并加上申报主体的列',
  },
  en: {
    message: (p) => `${p.file} has no column of applicants and is not read at all`,
    help: () =>
      'nothing to do if it only explains; if it is a list, call it by the list’s name and add a column of applicants',
  },
}));
