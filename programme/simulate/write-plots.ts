/** Plots of a simulation: what each clause costs, and how each fact divides it. One file for each kind of amount that there is. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../diagnostics/diagnostic.ts';
import { fewRows, type Workspace } from '../workspace.ts';
import { kindTitle } from './amount-text.ts';
import { comparedRows, type Measure, sums } from './compare-sides.ts';
import type { Grouping } from './grouping.ts';
import { type BarRow, pairedBars } from './paired-bars.ts';
import { isChanged } from './simulation-tables.ts';

export interface Plots {
  readonly measures: readonly Measure[];
  readonly groupings: readonly Grouping[];
  readonly years: readonly number[];
  readonly description: string;
  readonly language: Language;
}

/** More rows would not be read. */
const mostRows = 60;

/** Gives the paths written: `clauses.svg`, `by-FACT.svg`, with the kind behind the name where it is another than the first. */
export async function writePlots(workspace: Workspace, folder: string, plots: Plots): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const { measures, groupings, language, years } = plots;
  const written: string[] = [];
  const present = await measuresDrawn(workspace);
  for (const [measure, { kind, currency, names }] of measures.entries()) {
    if (!present.has(measure)) continue;
    const suffix = measure === Math.min(...present) ? '' : `-${kind}-${currency}`;
    const about = kindTitle(names, currency, language);
    const write = (name: string, title: string, rows: readonly BarRow[]) => {
      const path = join(folder, `${name}${suffix}.svg`);
      writeFileSync(path, drawn(plots, title, rows));
      written.push(path);
    };
    const period = years.length === 1 ? `${years[0]}` : `${years[0]}–${years.at(-1)}`;
    const byClause = language === 'zh' ? `各条款的支出，${period} 年，${about}` : `Cost by clause, ${period}: ${about}`;
    write('clauses', byClause, await clauseRows(workspace, measure, years.length > 1));
    for (const [by, { field, names: fact }] of groupings.entries()) {
      const title =
        language === 'zh'
          ? `按${fact.zh}的分布，${period} 年，${about}`
          : `Distribution by ${fact.en}, ${period}: ${about}`;
      write(`by-${field.id}${groupings[by]?.year ?? ''}`, title, await groupRows(workspace, measure, by));
    }
  }
  return written;
}

/** Those in which something changes; where nothing does, the first. */
async function measuresDrawn({ connection }: Workspace): Promise<ReadonlySet<number>> {
  const rows = await fewRows(connection, `select distinct measure from compared order by measure`);
  const changing = await fewRows(connection, `select distinct measure from compared where ${isChanged}`);
  return new Set((changing.length > 0 ? changing : rows.slice(0, 1)).map(([one]) => Number(one)));
}

function drawn({ language, description }: Plots, title: string, rows: readonly BarRow[]): string {
  return pairedBars({
    title,
    description,
    rows,
    base: language === 'zh' ? '原政策' : 'base',
    changed: language === 'zh' ? '改后' : 'changed',
    language,
  });
}

async function clauseRows(workspace: Workspace, measure: number, hasYears: boolean): Promise<readonly BarRow[]> {
  const rows = await comparedRows(
    workspace,
    'year, clause, name',
    `select position, year, clause, any_value(name) as name, ${sums} from compared join clause_list using (clause, measure, position)
      where measure = ${measure} group by position, year, clause order by position, year limit ${mostRows}`,
  );
  return rows.map(({ cells: [year, clause, name], amounts }) => ({
    label: [String(clause), ...(name === clause ? [] : [String(name)]), ...(hasYears ? [String(year)] : [])].join(' '),
    amounts,
  }));
}

async function groupRows(workspace: Workspace, measure: number, by: number): Promise<readonly BarRow[]> {
  const rows = await comparedRows(
    workspace,
    'name',
    `select place, name, ${sums} from grouped join compared_subjects using (subject)
      where "by" = ${by} and measure = ${measure} group by place, name order by place, name limit ${mostRows}`,
  );
  return rows.map(({ cells: [name], amounts }) => ({ label: String(name), amounts }));
}
