/** A table with the meaning of its columns: what the policy calls by the names in its headers. */
import {
  ColumnGivenTwice,
  ColumnNotRead,
  NoApplicantColumn,
  TableNotRead,
  YearInHeaderNeeded,
} from '../../diagnostics/programme-tables.ts';
import { foldWidth } from '../../runtime/door/fold-width.ts';
import { nameTable } from '../../runtime/door/name-table.ts';
import { namesOf } from '../../runtime/door/path-names.ts';
import type { ListIr, PolicyIr } from '../../runtime/ir.ts';
import {
  applicantVocabulary,
  type ColumnUse,
  columnUse,
  decisionVocabulary,
  listVocabulary,
  nearFacts,
  type Vocabulary,
} from '../tables/header.ts';
import type { FileReport } from '../tables/stage-file.ts';
import { headerRows, type StagedTable } from '../tables/staged-table.ts';
import { fewRows, type Workspace } from '../workspace.ts';

export interface BoundColumn {
  /** Position among the columns of the staged table. */
  readonly at: number;
  readonly header: string;
  readonly use: Exclude<ColumnUse, { readonly kind: 'subject' } | { readonly kind: 'year' }>;
}

export type Role =
  | { readonly kind: 'applicants' }
  | { readonly kind: 'list'; readonly list: ListIr }
  | { readonly kind: 'decisions' };

export interface BoundTable {
  readonly table: StagedTable;
  readonly role: Role;
  /** 0 where the headers stand beside the rows. */
  readonly headerRow: number;
  /** Positions of the columns that say whose row it is, and of which year. */
  readonly subject: number;
  readonly year?: number;
  readonly columns: readonly BoundColumn[];
  /** Columns from here on have no header. */
  readonly width: number;
}

/** Headers that `--column` says something else about. */
export type HeaderNames = ReadonlyMap<string, string>;

/** `undefined`: it cannot be read, and that is told. */
export async function bindTable(
  workspace: Workspace,
  table: StagedTable,
  ir: PolicyIr,
  renamed: HeaderNames,
  report: FileReport,
): Promise<BoundTable | undefined> {
  const role = roleOf(table, ir);
  const vocabulary = vocabularyOf(role, ir);
  if (table.isJson) return { table, role, headerRow: 0, subject: 0, columns: [], width: 1 };
  const found = await findHeaders(workspace, table, vocabulary, renamed);
  if (found === undefined) {
    const names = vocabulary.subjects.slice(0, 3);
    if (role.kind !== 'applicants' || !table.file.endsWith(']')) report(NoApplicantColumn, { file: table.file, names });
    else report(TableNotRead, { file: table.file });
    return undefined;
  }
  return bindColumns({ table, role, ...found }, vocabulary, renamed, report);
}

function roleOf({ title }: StagedTable, ir: PolicyIr): Role {
  const name = foldWidth(title).trim();
  const id = nameTable(ir.lists).get(name);
  const list = ir.lists.find((one) => one.id === id);
  if (list !== undefined) return { kind: 'list', list };
  return /^(decisions?|核定表?)$/iu.test(name) ? { kind: 'decisions' } : { kind: 'applicants' };
}

function vocabularyOf(role: Role, ir: PolicyIr): Vocabulary {
  if (role.kind === 'list') return listVocabulary(ir, role.list);
  return role.kind === 'decisions' ? decisionVocabulary(ir) : applicantVocabulary(ir);
}

interface Headers {
  readonly headerRow: number;
  readonly headers: readonly string[];
}

/** The first row that names the applicant: above it a sheet may have its title. */
async function findHeaders(
  workspace: Workspace,
  { name, width, headers }: StagedTable,
  vocabulary: Vocabulary,
  renamed: HeaderNames,
): Promise<Headers | undefined> {
  const isHeaders = (cells: readonly string[]) =>
    cells.some((cell) => useOf(cell, vocabulary, renamed)?.kind === 'subject');
  if (headers !== undefined) return isHeaders(headers) ? { headerRow: 0, headers } : undefined;
  const cells = Array.from({ length: width }, (_, index) => `c${index}`).join(', ');
  const rows = await fewRows(
    workspace.connection,
    `select row, ${cells} from ${name} order by row limit ${headerRows}`,
  );
  for (const [row, ...values] of rows) {
    const texts = values.map((value) => (value === null || value === undefined ? '' : String(value)));
    if (isHeaders(texts)) return { headerRow: Number(row), headers: texts };
  }
  return undefined;
}

function useOf(header: string, vocabulary: Vocabulary, renamed: HeaderNames): ColumnUse | undefined {
  return header.trim() === '' ? undefined : columnUse(renamed.get(foldWidth(header).trim()) ?? header, vocabulary);
}

function bindColumns(
  { table, role, headerRow, headers }: Pick<BoundTable, 'table' | 'role'> & Headers,
  vocabulary: Vocabulary,
  renamed: HeaderNames,
  report: FileReport,
): BoundTable {
  const { file } = table;
  const taken = new Map<string, string>();
  const columns: BoundColumn[] = [];
  let subject: number | undefined;
  let year: number | undefined;
  for (const [at, header] of headers.entries()) {
    if (header.trim() === '') continue;
    const use = useOf(header, vocabulary, renamed);
    const slot = use === undefined ? undefined : slotOf(use);
    const first = slot === undefined ? undefined : taken.get(slot);
    if (use === undefined) report(ColumnNotRead, { file, column: header, near: nearFacts(header, vocabulary) });
    else if (use.kind === 'subject') subject ??= at;
    else if (first !== undefined) report(ColumnGivenTwice, { file, first, second: header });
    else if (use.kind === 'year') year = at;
    else columns.push({ at, header, use });
    if (slot !== undefined) taken.set(slot, header);
  }
  for (const { header, use } of year === undefined ? columns : [])
    if (use.kind === 'field' && use.field.yearly && use.year === undefined)
      report(YearInHeaderNeeded, { file, column: header, fact: namesOf(use.field.names, use.field.id) });
  const width = headers.reduce((last, header, at) => (header.trim() === '' ? last : at + 1), 0);
  return { table, role, headerRow, subject: subject!, ...(year === undefined ? {} : { year }), columns, width };
}

/** Several columns may name the applicant, by number and by name: the first counts. */
function slotOf(use: ColumnUse): string | undefined {
  if (use.kind === 'field') return `${use.field.id}@${use.year ?? ''}`;
  if (use.kind === 'list') return use.list.id;
  if (use.kind === 'decision') return use.entry;
  return use.kind === 'year' ? '\u0000year' : undefined;
}
