import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { ResultTables } from '../../programme/outputs/result-tables.ts';
import { writeTables } from '../../programme/outputs/write-tables.ts';
import { RunResults } from '../../programme/run/run-results.ts';
import { openWorkspace } from '../../programme/workspace.ts';
import { projectRoot } from '../testing/golden.ts';
import { jieti } from '../testing/memory-host.ts';
import { place, rowsIn, run, smallPolicy } from './programme-case.ts';

const here = place();
here.put({ 'city.policy': smallPolicy });
const policy = here.path('city.policy');

/** The findings of a run, as `file row column code`. */
function findings(folder: string): readonly string[] {
  return rowsIn(join(folder, 'problems.jsonl')).map(({ file, line, header, code }) =>
    [file, line, header, code].filter((part) => part !== null && part !== undefined).join(' '),
  );
}

describe('a folder as it comes from the departments', () => {
  const mess = join(projectRoot, 'spec/programme/mess');
  const xiamen = join(projectRoot, 'policies/xiamen-ai-2023/xiamen-ai-2023.policy');

  test('is read, or refused row by row: GBK, title above the headers, figures with commas and units, serial days, two rows of one', async () => {
    const out = here.path('mess');
    const options = {
      applicants: mess,
      years: '2024',
      format: 'jsonl',
      out,
      parameters: join(mess, 'parameters.json'),
    };
    const { code, error } = await run(xiamen, options, ['--lang', 'zh']);
    expect(code).toBe(1);
    expect(findings(out)).toEqual([
      '申报表.csv JT8106',
      '申报表.csv 6 2024年自主研发费用（万元） JT6020',
      '申报表.csv 7 注册日期 JT6028',
      '申报表.csv 7 规上软件企业 JT6029',
      '申报表.csv 9 JT8111',
      '申报表.csv 10 JT8110',
      '申报表.csv 11 JT8112',
      '项目.csv 3 项目研发投入 JT6022',
      '项目.csv 4 JT8113',
    ]);
    expect(error).toContain('错误 JT6028  注册日期：没有 2010-13-45 这一天\n  申报表.csv › 第 7 行 › 注册日期\n');
    // What is left is assessed with what it means: 900 (in 10,000 CNY) of research, a project of the 45474th day.
    const open = rowsIn(join(out, 'undetermined.jsonl')).map(
      ({ subject, clause, high }) => `${subject} ${clause} ${high}`,
    );
    expect(open).toContain('乙公司 art6_1 400000');
    expect(open).toContain('乙公司 art4 4000000');
    expect(new Set(open.map((one) => one.split(' ')[0]))).toEqual(new Set(['乙公司']));
  });
});

describe('one programme in every format', () => {
  const applicants = [
    { subject: 'A', spent: { 2024: '40000.50' }, asked: '800', ready: true },
    { subject: 'B', spent: { 2024: '60000' }, asked: '400', ready: true },
    { subject: 'C', spent: { 2024: '60000' }, asked: '400', ready: false },
  ];
  const header = 'subject,spent@2024,asked,ready';
  const lines = applicants.map(
    ({ subject, spent, asked, ready }) => `${subject},${spent[2024]},${asked},${ready ? 'yes' : 'no'}`,
  );
  const machines = 'subject,number,price,bought_on\nB,m1,300,2024-02-01\nB,m2,100,2023-02-01\n';

  const expected = [
    'A first 1000',
    'A pot 666.67',
    'A yearly 4000.05',
    'B first 1000',
    'B machines m1 150',
    'B pot 333.33',
    'B yearly 5000',
  ];
  const awards = (folder: string) =>
    rowsIn(join(folder, 'awards.jsonl'))
      .map(({ subject, clause, item, payable }) =>
        [subject, clause, item, payable].filter((one) => one !== null && one !== undefined).join(' '),
      )
      .sort();

  test('CSV, with the list beside it', async () => {
    here.put({ 'csv/companies.csv': `${header}\n${lines.join('\n')}\n`, 'csv/machine.csv': machines });
    await covered('csv');
  });

  test('Chinese headers with years and units, separated by tabs', async () => {
    const rows = ['企业\t2024年度支出(元)\t申请额\t已备案', ...lines.map((line) => line.replaceAll(',', '\t'))];
    here.put({ 'tsv/企业.tsv': rows.join('\n'), 'tsv/设备.csv': machines });
    await covered('tsv');
  });

  test('one row for each year', async () => {
    const rows = [
      'subject,year,spent,asked,ready',
      'A,2023,1,1,yes',
      ...lines.map((line) => line.replace(',', ',2024,')),
    ];
    here.put({ 'long/companies.csv': rows.join('\n'), 'long/machine.csv': machines });
    await covered('long');
  });

  test('JSON Lines, the list in the objects', async () => {
    const objects = applicants.map((one) => {
      const machine =
        one.subject === 'B'
          ? [
              { number: 'm1', price: 300, bought_on: '2024-02-01' },
              { number: 'm2', price: 100, bought_on: '2023-02-01' },
            ]
          : [];
      return JSON.stringify({ ...one, machine });
    });
    here.put({ 'json/companies.jsonl': `${objects.join('\n')}\n` });
    await covered('json');
  });

  test('Parquet, with decimals and dates of their own types', async () => {
    here.put({
      'parquet/.keep': '',
      'source/companies.csv': `${header}\n${lines.join('\n')}\n`,
      'source/machine.csv': machines,
    });
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const types = ['subject varchar', '"spent@2024" decimal(18, 2)', 'asked bigint', 'ready boolean'];
    await connection.run(`create table companies (${types.join(', ')})`);
    await connection.run(`insert into companies select * from read_csv('${here.path('source/companies.csv')}')`);
    await connection.run(`copy companies to '${here.path('parquet/companies.parquet')}' (format parquet)`);
    const list = `select subject, number, price::double as price, bought_on::date as bought_on from read_csv('${here.path('source/machine.csv')}')`;
    await connection.run(`copy (${list}) to '${here.path('parquet/machine.parquet')}' (format parquet)`);
    connection.closeSync();
    await covered('parquet');
  });

  test('Excel: numbers, dates and a sheet for the list', async () => {
    const { default: writeXlsxFile } = await import('write-excel-file/node');
    here.put({ 'excel/.keep': '' });
    const cell = (value: string | number | Date) =>
      value instanceof Date
        ? { value, type: Date, format: 'yyyy-mm-dd' }
        : typeof value === 'number'
          ? { value, type: Number }
          : { value, type: String };
    const companies = applicants.map(({ subject, spent, asked, ready }) => [
      subject,
      Number(spent[2024]),
      Number(asked),
      ready ? '是' : '否',
    ]);
    // 100.1 + 200 + 0.1 - 0.2 has no short binary fraction; what is meant is 300.
    const items = [
      ['B', 'm1', 100.1 + 200 + 0.1 - 0.2, new Date('2024-02-01')],
      ['B', 'm2', 100, new Date('2023-02-01')],
    ];
    expect(String(items[0]![2])).not.toBe('300');
    await writeXlsxFile([
      {
        sheet: '企业',
        data: [['申报主体', '2024年支出', '申请额', '已备案'], ...companies].map((row) => row.map(cell)),
      },
      { sheet: '设备', data: [['申报主体', '编号', '价格', '购置日期'], ...items].map((row) => row.map(cell)) },
    ]).toFile(here.path('excel/a.xlsx'));
    await covered('excel');
  });

  async function covered(name: string): Promise<void> {
    const store = here.path(`${name}.ledger`);
    await jieti(['ledger', store, 'cover', '--from', '2023-01-01', '--to', '2024-12-31']);
    const out = here.path(`out-${name}`);
    const { code, error } = await run(policy, {
      applicants: here.path(name),
      years: '2024',
      format: 'jsonl',
      out,
      ledger: store,
    });
    expect(error).toBe('');
    expect(code).toBe(0);
    expect(awards(out)).toEqual(expected);
  }
});

describe('what cannot be read says where and what to do', () => {
  const cases: readonly (readonly [
    string,
    Readonly<Record<string, string | Uint8Array>>,
    readonly string[],
    string,
  ])[] = [
    ['bytes that are no text', { 'a.csv': new Uint8Array([0xff, 0xff, 0x80, 0x00]) }, [], 'JT8101'],
    ['a quote that is never closed', { 'a.csv': 'subject,ready\nA,"yes\nB,no\n' }, [], 'JT8102'],
    ['a file that is not what its ending says', { 'a.parquet': 'subject,ready\n' }, [], 'JT8103'],
    ['a folder without tables', { 'notes.md': 'nothing' }, [], 'JT8104'],
    ['no column of applicants', { 'a.csv': 'ready\nyes\n' }, [], 'JT8105'],
    ['a column of no fact', { 'a.csv': 'subject,red,ready,asked\nA,1,yes,5\n' }, [], 'JT8106'],
    ['a fact in two columns', { 'a.csv': 'subject,ready,已备案\nA,yes,yes\n' }, [], 'JT8107'],
    ['a yearly fact without its year', { 'a.csv': 'subject,spent\nA,1\n' }, [], 'JT8108'],
    ['a row of nobody', { 'a.csv': 'subject,ready\n,yes\n' }, [], 'JT8110'],
    ['two rows of one applicant', { 'a.csv': 'subject,ready\nA,yes\nＡ ,no\n' }, [], 'JT8111'],
    ['more cells than headers', { 'a.csv': 'subject,asked\nA,1,000\n' }, [], 'JT8112'],
    ['an item of nobody', { 'a.csv': 'subject,ready\nA,yes\n', 'machine.csv': 'subject,number\nB,1\n' }, [], 'JT8113'],
    ['a year that is none', { 'a.csv': 'subject,year,ready\nA,last,yes\n' }, [], 'JT8114'],
    [
      'rows of one item that disagree',
      { 'a.csv': 'subject,ready\nA,yes\n', 'machine.csv': 'subject,year,number,price\nA,2023,m,1\nA,2024,m,2\n' },
      [],
      'JT8115',
    ],
    ['a header that is renamed to nothing', { 'a.csv': 'subject,ready\nA,yes\n' }, ['--column', 'x=reddy'], 'JT8116'],
    ['years that are none', { 'a.csv': 'subject,ready\nA,yes\n' }, ['--years', '2025..2024'], 'JT8205'],
    ['threads that are no number', { 'a.csv': 'subject,ready\nA,yes\n' }, ['--threads', 'two'], 'JT8212'],
    ['a format that is none', { 'a.csv': 'subject,ready\nA,yes\n' }, ['--format', 'pdf'], 'JT8206'],
  ];

  test.each(cases)('%s', async (_, files, more, expected) => {
    const name = `bad-${expected}`;
    here.put(Object.fromEntries(Object.entries(files).map(([file, content]) => [`${name}/${file}`, content])));
    const { error, code } = await run(policy, { applicants: here.path(name), years: '2024' }, more);
    expect(error).toContain(expected);
    expect(error).not.toMatch(/\bat .*\.ts:\d+/);
    expect(code).toBe(expected === 'JT8106' ? 0 : more.length > 0 ? 2 : 1);
  });

  test('a sheet that only explains is passed over (JT8109)', async () => {
    const { default: writeXlsxFile } = await import('write-excel-file/node');
    here.put({ 'sheets/.keep': '' });
    const cell = (value: string) => ({ value, type: String });
    await writeXlsxFile([
      {
        sheet: 'companies',
        data: [
          [cell('subject'), cell('ready')],
          [cell('A'), cell('yes')],
        ],
      },
      {
        sheet: 'notes',
        data: [
          [cell('please read'), cell('carefully')],
          [cell('x'), cell('y')],
        ],
      },
    ]).toFile(here.path('sheets/a.xlsx'));
    const { error, out } = await run(policy, { applicants: here.path('sheets/a.xlsx'), years: '2024' });
    expect(error).toContain('JT8109');
    expect(out).toContain('1 assessed');
  });
});

test('a table that no sheet can hold is refused before it is cut (JT8207)', async () => {
  const workspace = await openWorkspace();
  try {
    const tables = await ResultTables.open(workspace);
    tables.close();
    await workspace.connection.run(`insert into awards (year, subject) select 2024, 'A' from range(1048576)`);
    const writing = writeTables(workspace, here.path('sheet'), 'xlsx', 'en');
    await expect(writing).rejects.toMatchObject({ diagnostics: [{ code: 'JT8207' }] });
  } finally {
    workspace.close();
  }
});

test('problems in one place stand in one order, however they arrived, and each once', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => [`C${index % 30}`, `what is wrong ${Math.floor(index / 30)}`]);
  const written: string[] = [];
  for (const [name, arrived] of [
    ['onwards', rows],
    ['backwards', [...rows, ...rows].reverse()],
  ] as const) {
    const workspace = await openWorkspace();
    try {
      const { ir, origins } = compile({ file: 'city.policy', text: smallPolicy });
      const about = { parameters: new Map(), readings: {}, recordedOn: '2025-01-01', provisional: false, brief: true };
      const setting = { ir: ir!, origins: origins!, schema: {}, language: 'en', ...about } as const;
      const results = await RunResults.open(setting, workspace);
      for (const [subject = '', message = ''] of arrived) {
        const words = { zh: message, en: message };
        const finding = { severity: 'error', code: 'JT6020', message: words, help: words, notes: [] } as const;
        results.problem({ file: 'a.csv', row: 2, subject, finding });
      }
      await results.close();
      await writeTables(workspace, here.path(name), 'jsonl', 'en');
    } finally {
      workspace.close();
    }
    written.push(readFileSync(here.path(`${name}/problems.jsonl`), 'utf8'));
  }
  expect(written[0]!.trim().split('\n').length).toBe(300);
  expect(written[1] === written[0]).toBe(true);
});
