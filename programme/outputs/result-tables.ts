/** What a run finds, row by row into tables of the workspace: as many rows as there are, in the memory of a few. */
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import type { Workspace } from '../workspace.ts';

export interface OutputColumn {
  readonly id: string;
  readonly names: Bilingual;
  readonly type: 'integer' | 'varchar' | 'money';
}

export interface OutputTable {
  /** Its table in the workspace, and its file. */
  readonly name: string;
  readonly names: Bilingual;
  readonly columns: readonly OutputColumn[];
}

/** A column by its id and its name in both languages; text unless a type is given. */
export const column = (id: string, zh: string, en: string, type: OutputColumn['type'] = 'varchar'): OutputColumn => ({
  id,
  names: { zh, en },
  type,
});
const year = column('year', '年度', 'year', 'integer');
const subject = column('subject', '申报主体', 'subject');
const clause = column('clause', '条款', 'clause');
const clauseName = column('name', '条款名称', 'clause name');

export const outputTables = {
  awards: {
    name: 'awards',
    names: { zh: '奖补', en: 'awards' },
    columns: [
      year,
      subject,
      clause,
      clauseName,
      column('item', '对象', 'item'),
      column('state', '结果', 'outcome'),
      column('entitled', '数额', 'amount', 'money'),
      column('payable', '本期兑付', 'payable this year', 'money'),
      column('in_parts', '分期兑付总额', 'to be paid in parts', 'money'),
      column('part', '第几期', 'instalment', 'integer'),
      column('part_of', '所属年度', 'instalment of', 'varchar'),
    ],
  },
  refusals: {
    name: 'refusals',
    names: { zh: '不予奖补', en: 'refusals' },
    columns: [year, subject, clause, clauseName, column('kind', '结果', 'outcome'), column('reason', '原因', 'reason')],
  },
  undetermined: {
    name: 'undetermined',
    names: { zh: '待定', en: 'undetermined' },
    columns: [
      year,
      subject,
      clause,
      clauseName,
      column('low', '最低', 'at least', 'money'),
      column('high', '最高', 'at most', 'money'),
      column('missing', '所缺', 'missing'),
    ],
  },
  problems: {
    name: 'problems',
    names: { zh: '未能评定', en: 'problems' },
    columns: [
      column('file', '文件', 'file'),
      column('line', '行', 'row', 'integer'),
      column('header', '列', 'column'),
      subject,
      column('severity', '程度', 'severity'),
      column('code', '编号', 'code'),
      column('message', '问题', 'what is wrong'),
      column('help', '怎么办', 'what to do'),
    ],
  },
  pools: {
    name: 'pools',
    names: { zh: '总额', en: 'budgets' },
    columns: [
      year,
      clause,
      clauseName,
      column('sharing', '分配办法', 'sharing'),
      column('amount', '总额', 'budget', 'money'),
      column('paid_before', '此前已付', 'paid before', 'money'),
      column('room', '可分配', 'to share', 'money'),
      column('claimants', '申请数', 'claimants', 'integer'),
      column('claims', '申请合计', 'claims', 'money'),
      column('paid', '已定分配', 'shares decided', 'money'),
      column('ceilings', '待核定分配', 'shares to be decided', 'money'),
      column('reserved', '预留', 'reserved', 'money'),
      column('remainder', '剩余', 'remainder', 'money'),
      column('state', '状态', 'state'),
    ],
  },
  summary: {
    name: 'summary',
    names: { zh: '汇总', en: 'summary' },
    columns: [
      year,
      clause,
      clauseName,
      column('assessed', '评定数', 'assessed', 'integer'),
      column('granted', '给予', 'granted', 'integer'),
      column('up_to', '给予上限', 'granted up to', 'integer'),
      column('refused', '不予', 'refused', 'integer'),
      column('open', '待定', 'undetermined', 'integer'),
      column('payable', '本期兑付', 'payable', 'money'),
      column('ceilings', '上限合计', 'ceilings', 'money'),
      column('open_high', '待定最高合计', 'undetermined at most', 'money'),
    ],
  },
} as const satisfies Readonly<Record<string, OutputTable>>;

export type OutputName = keyof typeof outputTables;

export class ResultTables {
  private readonly connection: DuckDBConnection;
  private readonly appenders: ReadonlyMap<string, { readonly table: OutputTable; readonly appender: DuckDBAppender }>;

  private constructor(connection: DuckDBConnection, appenders: ResultTables['appenders']) {
    this.connection = connection;
    this.appenders = appenders;
  }

  static async open(workspace: Workspace): Promise<ResultTables> {
    const connection = await workspace.connect();
    const appenders = new Map<string, { table: OutputTable; appender: DuckDBAppender }>();
    for (const table of Object.values(outputTables)) {
      const columns = table.columns.map(({ id, type }) => `${id} ${type === 'integer' ? 'integer' : 'varchar'}`);
      await connection.run(`create or replace table ${table.name} (${columns.join(', ')})`);
      appenders.set(table.name, { table, appender: await connection.createAppender(table.name) });
    }
    return new ResultTables(connection, appenders);
  }

  /** Cells in the order of the columns; amounts as decimal text. */
  add(name: OutputName, cells: readonly (string | number | undefined)[]): void {
    const { appender } = this.appenders.get(name)!;
    for (const cell of cells) {
      if (cell === undefined) appender.appendNull();
      else if (typeof cell === 'number') appender.appendInteger(cell);
      else appender.appendVarchar(cell);
    }
    appender.endRow();
  }

  flush(): void {
    for (const { appender } of this.appenders.values()) appender.flushSync();
  }

  close(): void {
    for (const { appender } of this.appenders.values()) appender.closeSync();
    this.connection.closeSync();
  }
}
