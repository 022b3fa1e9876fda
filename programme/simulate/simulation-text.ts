/** A simulation for the terminal: what changes, who gains and who loses, what each clause costs, how it is spread. */
import type { Bilingual, Language } from '../../diagnostics/diagnostic.ts';
import { printable } from '../../runtime/explain/display-width.ts';
import { textTable } from '../outputs/text-table.ts';
import { fewRows, sqlText, type Workspace } from '../workspace.ts';
import { amountText, differenceText, kindTitle } from './amount-text.ts';
import { type Compared, comparedRows, type Measure, sums } from './compare-sides.ts';
import type { Grouping } from './grouping.ts';
import { directionWords, isChanged } from './simulation-tables.ts';

export interface SimulationText {
  readonly years: readonly number[];
  /** What is compared, line by line. */
  readonly changes: readonly string[];
  readonly measures: readonly Measure[];
  readonly groupings: readonly Grouping[];
  /** How many names of each direction. */
  readonly top: number;
  readonly language: Language;
}

const heads = {
  base: { zh: '原政策', en: 'base' },
  changed: { zh: '改后', en: 'changed' },
  difference: { zh: '差额', en: 'difference' },
  count: { zh: '户数', en: 'applicants' },
  all: { zh: '合计', en: 'all' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export async function simulationText(workspace: Workspace, about: SimulationText): Promise<string> {
  const { language, measures } = about;
  const parts = [...about.changes, '', ...(await scopeLines(workspace, about)), ''];
  const shown = await measuresWithAmounts(workspace);
  for (const [measure, { names, currency }] of measures.entries()) {
    if (!shown.has(measure)) continue;
    const title = kindTitle(names, currency, language);
    const unchanged = await sumIfUnchanged(workspace, measure);
    if (unchanged !== undefined) {
      const word = directionWords.same[language];
      parts.push(
        language === 'zh' ? `${title}：${word}，合计 ${unchanged}` : `${title}: ${word}, ${unchanged} in all`,
        '',
      );
      continue;
    }
    parts.push(title, '');
    parts.push(await directionTable(workspace, measure, language), '');
    for (const direction of ['gain', 'lose'] as const)
      parts.push(...(await greatest(workspace, measure, direction, about)));
    for (const year of about.years) parts.push(...(await clauseTable(workspace, measure, year, about)));
    for (const by of about.groupings.keys()) parts.push(...(await groupTable(workspace, measure, by, about)));
  }
  if (shown.size === 0) parts.push(language === 'zh' ? '两边都没有金额。' : 'Nobody gets anything under either.', '');
  return `${parts.join('\n').trimEnd()}\n`;
}

const amountHeads = [heads.base, heads.changed, heads.difference];

function amountCells({ base, changed, difference }: Compared): readonly string[] {
  return [amountText(base), amountText(changed), differenceText(difference)];
}

/** How many are compared; whose amounts are open; who could be assessed under one policy alone. */
async function scopeLines({ connection }: Workspace, { years, language }: SimulationText): Promise<readonly string[]> {
  const [row] = await fewRows(
    connection,
    `select (select count(distinct subject) from both_present), (select count(distinct subject) from compared_subjects where is_open),
      (select count(*) from base_present anti join changed_present using (year, subject)),
      (select count(*) from changed_present anti join base_present using (year, subject)),
      (select count(distinct subject) from compared_subjects where base_endless + changed_endless > 0)`,
  );
  const [count = 0, open = 0, onlyBase = 0, onlyChanged = 0, endless = 0] = (row ?? []).map(Number);
  const period = years.length === 1 ? `${years[0]}` : `${years[0]}–${years.at(-1)}`;
  const left = onlyBase + onlyChanged;
  if (language === 'zh')
    return [
      `${period} 年，比较 ${count} 个申报主体`,
      ...(open > 0 ? [`其中 ${open} 个的金额有待定部分，写作“最低 – 最高”，差额写作“最低之差 … 最高之差”`] : []),
      ...(endless > 0 ? [`其中 ${endless} 个没有上限（标“+”），没有计入最高`] : []),
      ...(left > 0 ? [`${left} 户次只能按一边评定（原政策 ${onlyBase}，改后 ${onlyChanged}），没有比较`] : []),
    ];
  return [
    `${period}: ${count} applicants compared`,
    ...(open > 0
      ? [`amounts of ${open} are open: “least – most”, and their differences “of the least … of the most”`]
      : []),
    ...(endless > 0 ? [`of ${endless} no upper end is known (marked “+”); the most leaves them out`] : []),
    ...(left > 0
      ? [
          `${left} applications could be assessed on one side alone (base ${onlyBase}, changed ${onlyChanged}) and are not compared`,
        ]
      : []),
  ];
}

async function measuresWithAmounts({ connection }: Workspace): Promise<ReadonlySet<number>> {
  return new Set((await fewRows(connection, 'select distinct measure from compared')).map(([one]) => Number(one)));
}

/** What nobody gets more or less of is one line. */
async function sumIfUnchanged(workspace: Workspace, measure: number): Promise<string | undefined> {
  const [row] = await comparedRows(
    workspace,
    'changes',
    `select count(*) filter (where ${isChanged}) as changes, ${sums} from compared where measure = ${measure}`,
  );
  return Number(row?.cells[0] ?? 0) > 0 ? undefined : amountText(row!.amounts.base);
}

async function directionTable(workspace: Workspace, measure: number, language: Language): Promise<string> {
  const rows = await comparedRows(
    workspace,
    'direction, applicants',
    `select direction, count(*) as applicants, ${sums} from compared_subjects where measure = ${measure} group by direction
      union all select 'all', count(*), ${sums} from compared_subjects where measure = ${measure}`,
  );
  const nothing = await nobodyCount(workspace, measure);
  const order = [...Object.keys(directionWords), 'all'];
  const named = order.flatMap((id) => rows.filter(({ cells }) => cells[0] === id));
  const body = named.map(({ cells: [id, count], amounts }) => {
    const without = id === 'same' || id === 'all' ? nothing : 0;
    const name = id === 'all' ? heads.all : directionWords[String(id) as keyof typeof directionWords];
    return [name[language], String(Number(count) + without), ...amountCells(amounts)];
  });
  return textTable([['', heads.count[language], ...amountHeads.map((head) => head[language])], ...body]);
}

/** Who gets nothing under either policy is in no row. */
async function nobodyCount({ connection }: Workspace, measure: number): Promise<number> {
  const [row] = await fewRows(
    connection,
    `select (select count(distinct subject) from both_present) - (select count(*) from compared_subjects where measure = ${measure})`,
  );
  return Number(row?.[0] ?? 0);
}

async function greatest(
  workspace: Workspace,
  measure: number,
  direction: 'gain' | 'lose',
  { language, top }: SimulationText,
): Promise<readonly string[]> {
  const rows = await comparedRows(
    workspace,
    'subject',
    `select * from compared_subjects where measure = ${measure} and direction = ${sqlText(direction)}
      order by abs(changed_high - base_high) desc, abs(changed_low - base_low) desc, subject limit ${top}`,
  );
  if (rows.length === 0) return [];
  const title = {
    gain: { zh: '增加最多的', en: 'greatest gains' },
    lose: { zh: '减少最多的', en: 'greatest losses' },
  }[direction][language];
  const body = rows.map(({ cells, amounts }) => [printable(String(cells[0])), ...amountCells(amounts)]);
  return [textTable([[title, ...amountHeads.map((head) => head[language])], ...body]), ''];
}

/** Clauses that pay nothing under either are left out. */
async function clauseTable(
  workspace: Workspace,
  measure: number,
  year: number,
  { language }: SimulationText,
): Promise<readonly string[]> {
  const from = `from compared where measure = ${measure} and year = ${year}`;
  const rows = await comparedRows(
    workspace,
    'position, clause, name',
    `select position, clause, any_value(name) as name, ${sums} from (select * ${from}) join clause_list using (clause, measure, position) group by position, clause
      union all select 1000000, '', '', ${sums} ${from} having count(*) > 0 order by position`,
  );
  if (rows.length === 0) return [];
  const body = rows.map(({ cells: [, clause, name], amounts }) => {
    const title = clause === '' ? heads.all[language] : `${clause}${name === clause ? '' : ` ${name}`}`;
    return [title, ...amountCells(amounts)];
  });
  return [textTable([[`${year}`, ...amountHeads.map((head) => head[language])], ...body]), ''];
}

/** The groups, and of many no more than the first twenty: all of them are in the table that is written. */
async function groupTable(
  workspace: Workspace,
  measure: number,
  by: number,
  { language, groupings }: SimulationText,
): Promise<readonly string[]> {
  const rows = await comparedRows(
    workspace,
    'name, applicants, gain, lose, either',
    `select place, name, any_value(applicants) as applicants, count(*) filter (where direction = 'gain') as gain, count(*) filter (where direction = 'lose') as lose,
      count(*) filter (where direction = 'either') as either, ${coalesced}
      from (select place, name, count(*) as applicants from grouped where "by" = ${by} and subject in (select subject from both_present) group by place, name) as sizes
      left join (select place, name, compared_subjects.* from grouped join compared_subjects using (subject) where "by" = ${by} and measure = ${measure}) using (place, name)
      group by place, name order by place, applicants desc, name`,
  );
  const body = rows
    .slice(0, mostGroups)
    .map(({ cells: [name, ...counts], amounts }) => [
      printable(String(name)),
      ...counts.map((count) => String(Number(count))),
      ...amountCells(amounts),
    ]);
  const counted = [heads.count, directionWords.gain, directionWords.lose, directionWords.either];
  const title = groupings[by]!.names[language];
  const table = textTable([[title, ...[...counted, ...amountHeads].map((head) => head[language])], ...body]);
  const more = rows.length - mostGroups;
  if (more <= 0) return [table, ''];
  const rest =
    language === 'zh'
      ? `  另有 ${more} 组，见 -o 写出的 groups 表`
      : `  ${more} more groups: see the table groups that -o writes`;
  return [table, rest, ''];
}

const mostGroups = 20;
const coalesced = sums.replace(/sum\((\w+)\)/g, 'coalesce(sum($1), 0)');
