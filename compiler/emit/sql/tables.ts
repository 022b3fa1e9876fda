import type { Language } from '../../../diagnostics/diagnostic.ts';
import type { FieldIr, PolicyIr } from '../../../runtime/ir.ts';
import { awardDigits } from './award-table.ts';
import { decimalType } from './decimal-type.ts';
import { type Dialect, duckdb } from './dialect.ts';
import { columnType, isNumber } from './fact-type.ts';
import { comment, quoted, textLiteral } from './quoting.ts';
import { type FactTable, type TableNames, tableNames } from './table-names.ts';

export interface TableOptions {
  readonly language?: Language;
  readonly dialect?: Dialect;
}

interface Writing {
  readonly ir: PolicyIr;
  readonly tables: TableNames;
  readonly dialect: Dialect;
  readonly language: Language;
}

/**
 * `CREATE TABLE` for the tables that the query reads, shaped like the facts: the applicants, a table for each list, yearly facts in tables of
 * their own with a row for each year, and what was awarded before. Types and checks are the bounds that the query relies on.
 */
export function emitSqlTables(ir: PolicyIr, { language = 'zh', dialect = duckdb }: TableOptions = {}): string {
  const writing: Writing = { ir, tables: tableNames(ir), dialect, language };
  const { tables } = writing;
  const listed = ir.lists.map(({ id }) => ({
    text: `${quoted(tables.listed(id))} BOOLEAN NOT NULL DEFAULT TRUE`,
    words: words(writing, '已填报此清单；否则其内容未知', 'the list is stated; otherwise it is unknown'),
  }));
  const subject = factTables(writing, tables.subject, ir.fields, ['subject'], listed, nameOf(writing, ir.subject));
  const lists = ir.lists.flatMap((list) =>
    factTables(writing, tables.list(list.id), list.fields, ['subject', 'item'], [], nameOf(writing, list)),
  );
  return `${[...heading(writing), ...subject, ...lists, awardTable(writing)].join('\n\n')}\n`;
}

interface ColumnText {
  readonly text: string;
  readonly words: string;
}

function heading(writing: Writing): readonly string[] {
  const lines = [
    words(writing, '与填报内容同形的表；不知道的填 NULL', 'tables shaped like the facts; what is not known is NULL'),
    words(
      writing,
      'subject 是申报主体，item 是清单中一项的编号，position 是它在清单中的次序，year 是年度',
      'subject is the applicant, item the key of an item of a list, position its place in the list, year the year',
    ),
  ];
  return [lines.map(comment).join('\n')];
}

/** The table of facts, and that of its yearly facts if there are any. */
function factTables(
  writing: Writing,
  table: FactTable,
  fields: readonly FieldIr[],
  keys: readonly string[],
  more: readonly ColumnText[],
  name: string,
): readonly string[] {
  const single = fields.filter(({ yearly }) => !yearly).flatMap((field) => factColumns(writing, table, field));
  const yearly = fields.filter((field) => field.yearly).flatMap((field) => factColumns(writing, table, field));
  const position = keys.includes('item') ? [{ text: '"position" INTEGER NOT NULL', words: '' }] : [];
  const own = createTable(writing, table.name, keys, [...position, ...single, ...more], name);
  if (table.yearly === undefined) return [own];
  const year = { text: '"year" INTEGER NOT NULL', words: '' };
  const told = `${name}${words(writing, '：逐年', ', year by year')}`;
  return [own, createTable(writing, table.yearly, [...keys, 'year'], [year, ...yearly], told)];
}

function createTable(
  { dialect }: Writing,
  name: string,
  keys: readonly string[],
  columns: readonly ColumnText[],
  told: string,
): string {
  const texts = keys
    .filter((key) => key !== 'year')
    .map((key) => ({ text: `${quoted(key)} ${dialect.text} NOT NULL`, words: '' }));
  const primary = { text: `PRIMARY KEY (${keys.map(quoted).join(', ')})`, words: '' };
  return `${comment(told)}\nCREATE TABLE ${quoted(name)} (\n${lines([...texts, ...columns, primary])}\n);`;
}

function lines(columns: readonly ColumnText[]): string {
  return columns
    .map(({ text, words: told }, index) => {
      const end = index === columns.length - 1 ? '' : ',';
      return `  ${text}${end}${told === '' ? '' : `  ${comment(told)}`}`;
    })
    .join('\n');
}

function factColumns(writing: Writing, table: FactTable, field: FieldIr): readonly ColumnText[] {
  const told = nameOf(writing, field);
  const { dialect } = writing;
  const none = field.orNone
    ? [{ text: `${quoted(table.none(field))} BOOLEAN`, words: `${told}${words(writing, '：没有', ': there is none')}` }]
    : [];
  if (field.type.kind === 'choices') {
    const options = field.type.options.map((option) => ({
      text: `${quoted(table.option(field, option.id))} BOOLEAN`,
      words: `${told} = ${nameOf(writing, option)}`,
    }));
    return [...options, ...none];
  }
  const column = quoted(table.column(field));
  return [{ text: `${column} ${columnType(field, dialect)}${checkOf(field, column)}`, words: told }, ...none];
}

function checkOf(field: FieldIr, column: string): string {
  if (field.type.kind === 'choice') {
    const options = field.type.options.map(({ id }) => textLiteral(id)).join(', ');
    return ` CHECK (${column} IN (${options}))`;
  }
  if (!isNumber(field)) return '';
  const bounds = [
    ...(field.low === undefined ? [] : [`${column} >= ${field.low}`]),
    ...(field.high === undefined ? [] : [`${column} <= ${field.high}`]),
  ];
  return bounds.length === 0 ? '' : ` CHECK (${bounds.join(' AND ')})`;
}

/** Awards that stand: reversed ones, and ceilings that were only noted, are not put in. */
function awardTable(writing: Writing): string {
  const { dialect, tables } = writing;
  const money = `${decimalType(awardDigits.digits, awardDigits.scale)} NOT NULL`;
  const columns: readonly ColumnText[] = [
    { text: `"policy" ${dialect.text} NOT NULL`, words: '' },
    { text: `"clause" ${dialect.text}`, words: words(writing, '本政策的条款', 'the clause of this policy') },
    { text: `"matter" ${dialect.text}`, words: words(writing, '其他政策：所涉事项', 'of other policies: the matter') },
    {
      text: `"item" ${dialect.text}`,
      words: words(writing, '清单中的一项；可空', 'the item of a list, if it names one'),
    },
    { text: '"year" INTEGER NOT NULL', words: '' },
    { text: `"entitled" ${money}`, words: words(writing, '获批', 'awarded') },
    { text: `"paid" ${money}`, words: words(writing, '已付', 'paid') },
    {
      text: `"in_parts" ${decimalType(awardDigits.digits, awardDigits.scale)}`,
      words: words(writing, '分期兑付的总额', 'what is paid in parts, as a whole'),
    },
    {
      text: '"part_of_year" INTEGER',
      words: words(writing, '分期中的一期：所属年度', 'of an instalment: the year of its award'),
    },
  ];
  const told = words(
    writing,
    '此前的获奖与其他政策的获奖；视为齐全。已冲销的、暂记的不填',
    'earlier awards and those of other policies, taken as complete; reversed and provisional ones are left out',
  );
  const subject = { text: `"subject" ${dialect.text} NOT NULL`, words: '' };
  return `${comment(told)}\nCREATE TABLE ${quoted(tables.award)} (\n${lines([subject, ...columns])}\n);`;
}

function nameOf(
  { language }: Writing,
  { id, names }: { readonly id: string; readonly names: FieldIr['names'] },
): string {
  return (language === 'zh' ? names.zh : undefined) ?? names.en ?? id;
}

function words({ language }: Writing, zh: string, en: string): string {
  return language === 'zh' ? zh : en;
}
