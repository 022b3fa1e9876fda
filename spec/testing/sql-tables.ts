import { isNumber, numberTypeOf } from '../../compiler/emit/sql/fact-type.ts';
import { type FactTable, tableNames } from '../../compiler/emit/sql/table-names.ts';
import { standingAwards } from '../../runtime/history.ts';
import type { AwardEntry, EvaluationInput, FactValue, FactValues } from '../../runtime/input.ts';
import type { FieldIr, ListIr, PolicyIr } from '../../runtime/ir.ts';

/** What goes into one table: its rows, each by column. */
export type TableRows = Map<string, Record<string, string>[]>;

/** Facts and awards as rows of the tables that `--tables` lists; values are SQL literals. */
export function tableRows(ir: PolicyIr, inputs: readonly EvaluationInput[]): TableRows {
  const tables = tableNames(ir);
  const pools: TableRows = new Map();
  const push = (table: string, row: Record<string, string>): void => {
    const known = pools.get(table);
    if (known === undefined) pools.set(table, [row]);
    else known.push(row);
  };
  for (const { facts, ledger } of inputs) {
    const subject = textOf(facts.subject);
    const listed = Object.fromEntries(
      ir.lists.map(({ id }) => [tables.listed(id), facts.lists.has(id) ? 'TRUE' : 'FALSE']),
    );
    pushFacts(push, tables.subject, ir.fields, facts.values, { subject }, listed);
    for (const list of ir.lists) {
      facts.lists.get(list.id)?.forEach((item, index) => {
        const keys = { subject, item: textOf(item.key) };
        pushFacts(push, tables.list(list.id), list.fields, item.values, keys, { position: String(index + 1) });
      });
    }
    for (const entry of standingAwards(ledger)) push(tables.award, awardRow(entry));
  }
  return pools;
}

type Push = (table: string, row: Record<string, string>) => void;

function pushFacts(
  push: Push,
  table: FactTable,
  fields: readonly FieldIr[],
  values: FactValues,
  keys: Record<string, string>,
  more: Record<string, string>,
): void {
  const single = fields.filter(({ yearly }) => !yearly);
  push(table.name, {
    ...keys,
    ...more,
    ...Object.assign({}, ...single.map((field) => cells(table, field, values.get(field.id)))),
  });
  const yearly = fields.filter((field) => field.yearly);
  const years = new Set(
    [...values.keys()].flatMap((key) => {
      const [id = '', year] = key.split('@');
      return year !== undefined && yearly.some((field) => field.id === id) ? [year] : [];
    }),
  );
  for (const year of years) {
    const row = Object.assign({}, ...yearly.map((field) => cells(table, field, values.get(`${field.id}@${year}`))));
    push(table.yearly ?? '', { ...keys, year, ...row });
  }
}

function cells(table: FactTable, field: FieldIr, value: FactValue | undefined): Record<string, string> {
  const isNone = value !== undefined && 'none' in value;
  const none = field.orNone ? { [table.none(field)]: isNone ? 'TRUE' : 'FALSE' } : {};
  if (field.type.kind === 'choices') {
    const chosen = value !== undefined && 'options' in value ? value.options : undefined;
    const options = field.type.options.map(({ id }) => [
      table.option(field, id),
      chosen === undefined ? 'NULL' : chosen.includes(id) ? 'TRUE' : 'FALSE',
    ]);
    return { ...Object.fromEntries(options), ...none };
  }
  return { [table.column(field)]: value === undefined || isNone ? 'NULL' : cell(value), ...none };
}

function cell(value: FactValue): string {
  if ('number' in value) return value.number;
  if ('boolean' in value) return value.boolean ? 'TRUE' : 'FALSE';
  if ('date' in value) return `DATE '${value.date}'`;
  if ('options' in value) return textOf(value.options[0] ?? '');
  return 'text' in value ? textOf(value.text) : 'NULL';
}

function awardRow(entry: AwardEntry): Record<string, string> {
  return {
    subject: textOf(entry.subject),
    policy: textOf(entry.policy),
    clause: textOf(entry.clause),
    matter: entry.matter === undefined ? 'NULL' : textOf(entry.matter),
    item: entry.item === undefined ? 'NULL' : textOf(entry.item),
    year: String(entry.period.year),
    entitled: entry.entitled,
    paid: entry.paid,
    in_parts: entry.inParts ?? 'NULL',
    part_of_year: entry.partOf === undefined ? 'NULL' : String(entry.partOf.year),
  };
}

function textOf(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Whether every figure fits the columns; wider ones end the query and are tested by themselves. */
export function fitsTables(ir: PolicyIr, { facts }: EvaluationInput): boolean {
  const all: readonly [readonly FieldIr[], FactValues][] = [
    [ir.fields, facts.values],
    ...ir.lists.flatMap((list: ListIr) =>
      (facts.lists.get(list.id) ?? []).map(({ values }): [readonly FieldIr[], FactValues] => [list.fields, values]),
    ),
  ];
  return all.every(([fields, values]) =>
    [...values].every(([key, value]) => {
      const field = fields.find(({ id }) => id === key.split('@')[0]);
      if (field === undefined || !('number' in value) || !isNumber(field)) return true;
      const { digits, scale } = numberTypeOf(field);
      const [whole = '', decimals = ''] = value.number.replace('-', '').split('.');
      return whole.length <= digits && decimals.length <= scale;
    }),
  );
}
