import type { FieldIr, ListIr, PolicyIr } from '../../../runtime/ir.ts';
import { naming } from './quoting.ts';

/** One table of facts: which columns hold which fact. */
export interface FactTable {
  readonly name: string;
  /** Yearly facts, one row a year; absent where there are none. */
  readonly yearly: string | undefined;
  /** Column of a fact; of a set of options, see `option`. */
  readonly column: (field: FieldIr) => string;
  /** Column that says a fact is stated not to exist. */
  readonly none: (field: FieldIr) => string;
  /** Yes/no column of one option of a set. */
  readonly option: (field: FieldIr, option: string) => string;
}

/**
 * Names of the tables shaped like the facts and of their columns: the policy's own ids, a number behind them only where two would be
 * one name to an SQL engine, or where a table needs the name for itself.
 */
export interface TableNames {
  readonly subject: FactTable;
  readonly list: (id: string) => FactTable;
  /** Column of the subject's table that says whether the list is stated at all (R20). */
  readonly listed: (list: string) => string;
  /** What was awarded before, and under other policies. */
  readonly award: string;
  /** What the authority decided (R14). */
  readonly decision: string;
  readonly all: readonly string[];
}

export const ownColumns = ['subject', 'item', 'position', 'year'] as const;

export function tableNames(ir: PolicyIr): TableNames {
  const tables = naming();
  const columns = naming(ownColumns);
  const subjectName = tables.take(ir.subject.id);
  const subject = factTable(subjectName, ir.fields, tables.take, columns.take);
  const listed = new Map(ir.lists.map(({ id }) => [id, columns.take(`${id}.listed`)]));
  const lists = new Map(ir.lists.map((list) => [list.id, listTable(list, tables.take)]));
  const award = tables.take('award');
  const decision = tables.take('decision');
  const facts = [subject, ...lists.values()];
  return {
    subject,
    list: (id) => found(lists, id),
    listed: (list) => found(listed, list),
    award,
    decision,
    all: [...facts.flatMap(({ name, yearly }) => (yearly === undefined ? [name] : [name, yearly])), award, decision],
  };
}

function listTable(list: ListIr, takeTable: (wanted: string) => string): FactTable {
  return factTable(takeTable(list.id), list.fields, takeTable, naming(ownColumns).take);
}

function factTable(
  name: string,
  fields: readonly FieldIr[],
  takeTable: (wanted: string) => string,
  takeColumn: (wanted: string) => string,
): FactTable {
  const columns = new Map(fields.map((field) => [field.id, takeColumn(field.id)]));
  const nones = new Map(
    fields.filter(({ orNone }) => orNone).map((field) => [field.id, takeColumn(`${columns.get(field.id)}.none`)]),
  );
  const options = new Map<string, string>();
  for (const field of fields) {
    if (field.type.kind !== 'choices') continue;
    for (const { id } of field.type.options)
      options.set(keyOf(field, id), takeColumn(`${columns.get(field.id)}.${id}`));
  }
  return {
    name,
    yearly: fields.some(({ yearly }) => yearly) ? takeTable(`${name}_year`) : undefined,
    column: ({ id }) => found(columns, id),
    none: ({ id }) => found(nones, id),
    option: (field, option) => found(options, keyOf(field, option)),
  };
}

function keyOf(field: FieldIr, option: string): string {
  return JSON.stringify([field.id, option]);
}

function found<T>(names: ReadonlyMap<string, T>, id: string): T {
  const name = names.get(id);
  if (name === undefined) throw new Error(`no table or column for ${id}`);
  return name;
}
