/** What a run came to, for the terminal: by year and clause, and by pool with its sum. */
import type { Bilingual, Language } from '../../diagnostics/diagnostic.ts';
import { textTable } from '../outputs/text-table.ts';
import type { WrittenFile } from '../outputs/write-tables.ts';
import { fewRows, type Workspace } from '../workspace.ts';
import { type RunResults, shownProblems } from './run-results.ts';
import type { RunSetting } from './run-setting.ts';

export interface Summary {
  readonly setting: RunSetting;
  readonly results: RunResults;
  readonly written: readonly WrittenFile[];
  readonly recorded?: { readonly ledger: string; readonly entries: number };
  readonly language: Language;
}

const heads: readonly Bilingual[] = [
  { zh: '条款', en: 'clause' },
  { zh: '给予', en: 'granted' },
  { zh: '至多', en: 'up to' },
  { zh: '不予', en: 'refused' },
  { zh: '待定', en: 'open' },
  { zh: '本期兑付', en: 'payable' },
  { zh: '上限合计', en: 'ceilings' },
  { zh: '待定最高', en: 'open at most' },
];
const poolHeads: readonly Bilingual[] = [
  { zh: '总额', en: 'budget' },
  { zh: '申请', en: 'claims' },
  { zh: '可分配', en: 'to share' },
  { zh: '已定', en: 'paid' },
  { zh: '待核定', en: 'to decide' },
  { zh: '预留', en: 'reserved' },
  { zh: '剩余', en: 'remainder' },
  { zh: '', en: '' },
];

export async function summaryText(workspace: Workspace, summary: Summary): Promise<string> {
  const { results, language, recorded, written } = summary;
  const parts: string[] = [];
  for (const [year, counts] of results.counts) {
    parts.push(`${year}  ${yearLine(counts, language)}`);
    parts.push(await clauseTable(workspace, year, language));
    parts.push(...(await poolTable(workspace, year, language)));
    parts.push('');
  }
  parts.push(...problemLines(results, written, language));
  if (recorded !== undefined) parts.push(recordedLine(recorded, language));
  parts.push(
    ...written.map(({ path, rows }) =>
      language === 'zh' ? `已写入 ${path}（${rows} 行）` : `wrote ${path} (${rows} rows)`,
    ),
  );
  return `${parts.join('\n').trimEnd()}\n`;
}

function yearLine(
  { assessed, refused, absent }: { assessed: number; refused: number; absent: number },
  language: Language,
): string {
  if (language === 'zh')
    return [
      `评定 ${assessed} 个`,
      ...(refused > 0 ? [`未能评定 ${refused} 个`] : []),
      ...(absent > 0 ? [`本年没有申报 ${absent} 个`] : []),
    ].join('，');
  return [
    `${assessed} assessed`,
    ...(refused > 0 ? [`${refused} could not be assessed`] : []),
    ...(absent > 0 ? [`${absent} did not apply`] : []),
  ].join(', ');
}

async function clauseTable(workspace: Workspace, year: number, language: Language): Promise<string> {
  const rows = await fewRows(
    workspace.connection,
    `select clause || ' ' || case when name = clause then '' else name end, granted, up_to, refused, open, payable, ceilings, open_high
      from summary where year = ${year}`,
  );
  return textTable([
    heads.map((head) => head[language]),
    ...rows.map((row) => row.map((cell, index) => (index < 5 ? String(cell) : amount(cell)))),
  ]);
}

async function poolTable(workspace: Workspace, year: number, language: Language): Promise<readonly string[]> {
  const rows = await fewRows(
    workspace.connection,
    `select name || ' ' || sharing, claims, room, paid, ceilings, reserved, remainder, state,
      (paid::decimal(38,12) + ceilings::decimal(38,12) + reserved::decimal(38,12) + remainder::decimal(38,12)) = room::decimal(38,12) from pools where year = ${year}`,
  );
  if (rows.length === 0) return [];
  const check = {
    zh: ['各份 + 剩余 = 可分配', '各份 + 剩余 ≠ 可分配'],
    en: ['shares + remainder = to share', 'shares + remainder ≠ to share'],
  } as const;
  const cells = rows.map((row) => [
    String(row[0]),
    ...row.slice(1, 7).map(amount),
    `${String(row[7])}${language === 'zh' ? '，' : ', '}${check[language][row[8] === true ? 0 : 1]}`,
  ]);
  return ['', textTable([poolHeads.map((head) => head[language]), ...cells])];
}

/** Thousands apart, so that long sums can be read. */
function amount(cell: unknown): string {
  const [whole = '0', decimals] = String(cell ?? '0').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

function problemLines(
  { problemCount, stale }: RunResults,
  written: readonly WrittenFile[],
  language: Language,
): readonly string[] {
  const lines: string[] = [];
  const file = written.find(({ path }) => /problems\.\w+$/.test(path))?.path;
  if (problemCount > shownProblems) {
    const where = file ?? (language === 'zh' ? '-o 写出的 problems 表' : 'the table "problems" that -o writes');
    lines.push(
      language === 'zh'
        ? `共 ${problemCount} 处问题，以上是前 ${shownProblems} 处；全部见 ${where}`
        : `${problemCount} problems, of which the first ${shownProblems} are shown above; all are in ${where}`,
    );
  }
  if (stale > 0)
    lines.push(
      language === 'zh'
        ? `请复核：有 ${stale} 条后来的记录曾依据已改动的结果`
        : `to be reviewed: ${stale} later entries had read results that have changed`,
    );
  return lines;
}

function recordedLine({ ledger, entries }: { ledger: string; entries: number }, language: Language): string {
  if (entries === 0) return language === 'zh' ? `台账 ${ledger} 没有变化` : `the ledger ${ledger} is as it was`;
  return language === 'zh' ? `台账 ${ledger} 新增 ${entries} 条` : `${entries} entries added to ${ledger}`;
}
