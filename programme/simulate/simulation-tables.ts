/** What a simulation writes: by applicant, by applicant and clause where something changed, by clause and year, by group. */
import type { Bilingual, Language } from '../../diagnostics/diagnostic.ts';
import { column, type OutputTable, outputTables } from '../outputs/result-tables.ts';
import { sqlText, type Workspace } from '../workspace.ts';
import { type Measure, sums } from './compare-sides.ts';
import type { Grouping } from './grouping.ts';

const year = column('year', '年度', 'year', 'integer');
const subject = column('subject', '申报主体', 'subject');
const kind = column('kind', '性质', 'kind');
const currency = column('currency', '币种', 'currency');
const clause = [column('clause', '条款', 'clause'), column('name', '条款名称', 'clause name')];
const amounts = [
  column('base_low', '原政策最低', 'base at least', 'money'),
  column('base_high', '原政策最高', 'base at most', 'money'),
  column('changed_low', '改后最低', 'changed at least', 'money'),
  column('changed_high', '改后最高', 'changed at most', 'money'),
  column('difference_low', '差额（最低）', 'difference of the least', 'money'),
  column('difference_high', '差额（最高）', 'difference of the most', 'money'),
  column('endless', '没有上限', 'without upper end', 'integer'),
];
const directions = [
  column('gain', '增加', 'gain', 'integer'),
  column('lose', '减少', 'lose', 'integer'),
  column('either', '增减未定', 'either', 'integer'),
];

export const simulationTables: readonly OutputTable[] = [
  {
    name: 'applicants',
    names: { zh: '申报主体', en: 'applicants' },
    columns: [subject, kind, currency, column('direction', '变化', 'change'), ...amounts],
  },
  {
    name: 'changes',
    names: { zh: '逐条变化', en: 'changes' },
    columns: [year, subject, ...clause, kind, currency, ...amounts],
  },
  {
    name: 'clauses',
    names: { zh: '条款', en: 'clauses' },
    columns: [
      year,
      ...clause,
      kind,
      currency,
      ...amounts,
      column('changed_for', '有变化', 'applicants changed', 'integer'),
    ],
  },
  {
    name: 'groups',
    names: { zh: '分组', en: 'groups' },
    columns: [
      column('fact', '填报项', 'fact'),
      column('name', '组', 'group'),
      column('applicants', '申报主体数', 'applicants', 'integer'),
      kind,
      currency,
      ...directions,
      ...amounts,
    ],
  },
  outputTables.problems,
];

export const directionWords = {
  gain: { zh: '增加', en: 'gain' },
  lose: { zh: '减少', en: 'lose' },
  same: { zh: '不变', en: 'unchanged' },
  either: { zh: '增减未定', en: 'gain or lose' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Fills them from `compared` and `grouped`. Who gets nothing under either policy is in no table but that of groups. */
export async function fillSimulationTables(
  { connection }: Workspace,
  measures: readonly Measure[],
  groupings: readonly Grouping[],
  language: Language,
): Promise<void> {
  for (const statement of [
    plainMacro,
    measureTable(measures, language),
    `create table applicants as select subject, kind, currency, ${directionCase(language)} as direction, ${texts}
      from compared_subjects join measures using (measure) order by subject, measure`,
    `create table changes as select year, subject, clause, name, kind, currency, ${texts}
      from compared join clause_list using (clause, measure) join measures using (measure) where ${isChanged} order by year, subject, compared.position`,
    `create table clauses as with summed as (
        select year, clause, measure, ${sums}, count(*) filter (where ${isChanged})::integer as changed_for from compared group by year, clause, measure)
      select year, clause, name, kind, currency, ${texts}, changed_for
      from summed join clause_list using (clause, measure) join measures using (measure) order by year, position`,
    groupsTable(groupings, language),
    'create or replace table problems as select * from base_problems union select * from changed_problems',
  ])
    await connection.run(statement);
}

/** Amounts without zeros behind the last digit that counts. */
const plainMacro = `create or replace macro plain(amount) as regexp_replace(amount::decimal(38, 12)::varchar, '\\.?0+$', '')`;

const texts = [
  ...['base_low', 'base_high', 'changed_low', 'changed_high'].map((id) => `plain(${id}) as ${id}`),
  ...['low', 'high'].map((end) => `plain(changed_${end} - base_${end}) as difference_${end}`),
  'greatest(base_endless, changed_endless) as endless',
].join(', ');

export const isChanged = '(base_low <> changed_low or base_high <> changed_high or base_endless <> changed_endless)';

function measureTable(measures: readonly Measure[], language: Language): string {
  const rows = measures.map(
    ({ names, currency: of }, index) => `(${index}, ${sqlText(names[language])}, ${sqlText(of)})`,
  );
  const values = rows.length === 0 ? `(-1, '', '')` : rows.join(', ');
  return `create table measures as select * from (values ${values}) as rows(measure, kind, currency)`;
}

function directionCase(language: Language): string {
  const cases = Object.entries(directionWords).map(
    ([id, names]) => `when ${sqlText(id)} then ${sqlText(names[language])}`,
  );
  return `case direction ${cases.join(' ')} end`;
}

/** Every group, and in each every kind of amount that somebody gets. */
function groupsTable(groupings: readonly Grouping[], language: Language): string {
  const facts = groupings.map(({ names }, by) => `(${by}, ${sqlText(names[language])})`);
  const values = facts.length === 0 ? `(-1, '')` : facts.join(', ');
  const counts = (['gain', 'lose', 'either'] as const).map(
    (id) => `coalesce(count(*) filter (where direction = '${id}'), 0)::integer as ${id}`,
  );
  return `
    create table groups as
    with facts as (select * from (values ${values}) as rows("by", fact)),
    present as (select distinct subject from both_present),
    sizes as (select "by", place, name, count(*)::integer as applicants from grouped semi join present using (subject) group by all),
    summed as (select "by", place, name, measure, ${counts.join(', ')}, ${sums}
      from grouped join compared_subjects using (subject) group by all),
    paired as (select * from sizes cross join (select distinct measure from compared_subjects))
    select fact, name, applicants, kind, currency, coalesce(gain, 0) as gain, coalesce(lose, 0) as lose, coalesce(either, 0) as either,
      ${['base_low', 'base_high', 'changed_low', 'changed_high'].map((id) => `plain(coalesce(${id}, 0)) as ${id}`).join(', ')},
      ${['low', 'high'].map((end) => `plain(coalesce(changed_${end} - base_${end}, 0)) as difference_${end}`).join(', ')},
      coalesce(greatest(base_endless, changed_endless), 0) as endless
    from paired left join summed using ("by", place, name, measure) join facts using ("by") join measures using (measure)
    order by "by", measure, place, name`;
}
