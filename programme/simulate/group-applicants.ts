/** Which group each applicant is in, by the facts that the door takes. */
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { namesOf } from '../../runtime/door/path-names.ts';
import { readFacts } from '../../runtime/door/read-facts.ts';
import type { FactValue, FactValues } from '../../runtime/input.ts';
import { factsOfRows } from '../applicants/facts-of-rows.ts';
import type { Applicants } from '../applicants/load-applicants.ts';
import { streamApplicants } from '../applicants/stream-applicants.ts';
import type { RunSetting } from '../run/run-setting.ts';
import { fewRows, sqlText, type Workspace } from '../workspace.ts';
import { bandNames, figureName } from './band-names.ts';
import { plainAmount } from './compare-sides.ts';
import type { Grouping } from './grouping.ts';

/**
 * Makes `grouped` (`by`: position of the grouping; `subject`, `place`: of the group among the others, `name`). Of an applicant in several years
 * the last counts, so that each is in one group. Who has not stated the fact is in a group of that name.
 */
export async function groupApplicants(
  workspace: Workspace,
  applicants: Applicants,
  setting: RunSetting,
  years: readonly number[],
  groupings: readonly Grouping[],
): Promise<void> {
  const { connection } = workspace;
  await connection.run(
    'create table stated ("by" integer, subject varchar, place integer, name varchar, figure varchar)',
  );
  const own = await workspace.connect();
  const appender = await own.createAppender('stated');
  const latest = [...years].reverse();
  for await (const rows of groupings.length === 0 ? [] : streamApplicants(workspace, applicants)) {
    const found = factsIn(rows, setting, latest);
    if (found === undefined) continue;
    for (const [by, grouping] of groupings.entries()) {
      const { place, name, figure } = statedBy(grouping, found.values, found.year, setting);
      appender.appendInteger(by);
      appender.appendVarchar(rows.subject);
      appender.appendInteger(place);
      appender.appendVarchar(name);
      if (figure === undefined) appender.appendNull();
      else appender.appendVarchar(figure);
      appender.endRow();
    }
  }
  appender.closeSync();
  own.closeSync();
  await connection.run('create table grouped ("by" integer, subject varchar, place integer, name varchar)');
  await connection.run('insert into grouped select "by", subject, place, name from stated where figure is null');
  for (const [by, grouping] of groupings.entries())
    if (grouping.isFigure) await cutFigures(workspace, by, grouping, setting);
}

function factsIn(
  rows: Parameters<typeof factsOfRows>[1],
  { ir, schema }: RunSetting,
  years: readonly number[],
): { readonly values: FactValues; readonly year: number } | undefined {
  for (const year of years) {
    const { facts } = factsOfRows(ir, rows, year);
    if (facts === undefined) continue;
    const read = readFacts(ir, schema, facts);
    if (read.facts !== undefined && !hasErrors(read.diagnostics)) return { values: read.facts.values, year };
  }
  return undefined;
}

interface Stated {
  readonly place: number;
  readonly name: string;
  readonly figure?: string;
}

/** Groups without an order of their own share a place; what is not stated comes last. */
const last = 1_000_000;

function statedBy({ field, year }: Grouping, values: FactValues, of: number, { language }: RunSetting): Stated {
  const value = values.get(field.yearly ? `${field.id}@${year ?? of}` : field.id);
  if (value === undefined) return { place: last + 1, name: language === 'zh' ? '未填' : 'not stated' };
  if ('none' in value) return { place: last, name: language === 'zh' ? '无' : 'none' };
  if ('number' in value) return { place: 0, name: '', figure: value.number };
  if ('boolean' in value) return truth(value.boolean, language);
  if ('options' in value) return optionsName(value, field.type, language);
  return { place: 0, name: 'date' in value ? value.date.slice(0, 4) : value.text };
}

function truth(value: boolean, language: RunSetting['language']): Stated {
  const names = language === 'zh' ? ['是', '否'] : ['yes', 'no'];
  return { place: value ? 0 : 1, name: names[value ? 0 : 1]! };
}

function optionsName(
  { options }: Extract<FactValue, { options: readonly string[] }>,
  type: Grouping['field']['type'],
  language: RunSetting['language'],
): Stated {
  const known = type.kind === 'choice' || type.kind === 'choices' ? type.options : [];
  const places = options.map((id) => known.findIndex((one) => one.id === id));
  const names = options.map((id) => namesOf(known.find((one) => one.id === id)?.names, id)[language]);
  if (names.length === 0) return { place: last, name: language === 'zh' ? '无' : 'none' };
  return { place: Math.max(0, ...places), name: names.join(language === 'zh' ? '、' : ', ') };
}

/** A figure on an edge is in the band that begins there. */
async function cutFigures(
  { connection }: Workspace,
  by: number,
  grouping: Grouping,
  { language }: RunSetting,
): Promise<void> {
  const figures = `(select subject, figure::decimal(38, 12) as figure from stated where "by" = ${by} and figure is not null)`;
  const edges = grouping.edges ?? (await quarters(connection, figures));
  const names = bandNames(
    edges.map((edge) => figureName(edge, grouping.field, language)),
    language,
  );
  const place =
    edges.length === 0 ? '0' : edges.map((edge) => `(figure >= ${edge}::decimal(38, 12))::integer`).join(' + ');
  const name = `(array[${names.map(sqlText).join(', ')}])[place + 1]`;
  await connection.run(
    `insert into grouped select ${by}, subject, place, ${name} from (select subject, ${place} as place from ${figures})`,
  );
}

async function quarters(connection: Workspace['connection'], figures: string): Promise<readonly string[]> {
  const rows = await fewRows(
    connection,
    `select unnest(list_sort(list_distinct(quantile_disc(figure, [0.25, 0.5, 0.75]))))::varchar from ${figures}`,
  );
  return rows.map(([edge]) => plainAmount(edge));
}
