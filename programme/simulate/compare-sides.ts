/** Both policies side by side, in tables of the workspace. Sums are of exact decimals. */

import { kindWords } from '../../compiler/rules/words.ts';
import type { Bilingual, Language } from '../../diagnostics/diagnostic.ts';
import type { AmountKind, PolicyIr } from '../../runtime/ir.ts';
import { payingClauses } from '../run/result-rows.ts';
import { fewRows, sqlText, type Workspace } from '../workspace.ts';

/** R24: what is added up: amounts of one kind and currency. */
export interface Measure {
  readonly kind: AmountKind;
  readonly currency: string;
  readonly names: Bilingual;
}

/** In one year, or all; decimal text. `endless`: of so many applicants no upper end is known, and `high` leaves them out. */
export interface Ends {
  readonly low: string;
  readonly high: string;
  readonly endless: number;
}
export interface Compared {
  readonly base: Ends;
  readonly changed: Ends;
  readonly difference: Ends;
}

/** The columns of a comparison, summed. */
export const sums = ['base', 'changed']
  .flatMap((side) => [
    `sum(${side}_low) as ${side}_low`,
    `sum(${side}_high) as ${side}_high`,
    `sum(${side}_endless)::integer as ${side}_endless`,
  ])
  .join(', ');

/**
 * Makes of `base_amounts` and `changed_amounts`: `clause_list` (`position`, `clause`, `name`, `measure`), `both_present` (`year`, `subject`:
 * who was assessed under both; nobody else is compared), `compared` (by year, subject and clause), and `compared_subjects` (by subject and
 * measure, all years; `direction`: gain, lose, same, either; `is_open`). Gives the measures.
 */
export async function compareSides(
  { connection }: Workspace,
  base: PolicyIr,
  changed: PolicyIr,
  language: Language,
): Promise<readonly Measure[]> {
  const measures = measuresOf([base, changed]);
  await connection.run('create table clause_list (position integer, clause varchar, name varchar, measure integer)');
  const rows = clauseRows(base, changed, measures, language);
  if (rows.length > 0) await connection.run(`insert into clause_list values ${rows.join(', ')}`);
  await connection.run(
    'create table both_present as select * from base_present semi join changed_present using (year, subject)',
  );
  await connection.run(comparedTable);
  await connection.run(subjectsTable(measures));
  return measures;
}

function measuresOf(policies: readonly PolicyIr[]): readonly Measure[] {
  const measures = new Map<string, Measure>();
  for (const { kind, currency } of policies.flatMap(payingClauses))
    if (kind !== 'none' && !measures.has(`${kind} ${currency}`))
      measures.set(`${kind} ${currency}`, { kind, currency, names: kindWords[kind] });
  return [...measures.values()];
}

/** In the order of the base, then what the other adds. A clause that became another kind of amount is two. */
function clauseRows(
  base: PolicyIr,
  changed: PolicyIr,
  measures: readonly Measure[],
  language: Language,
): readonly string[] {
  const known = new Map([...payingClauses(changed), ...payingClauses(base)].map((clause) => [clause.id, clause]));
  const order = new Set([...payingClauses(base), ...payingClauses(changed)].map(({ id }) => id));
  return [...order].map((id, position) => {
    const { names, kind, currency } = known.get(id)!;
    const measure = measures.findIndex((one) => one.kind === kind && one.currency === currency);
    const name = language === 'zh' ? (names.zh ?? id) : id;
    return `(${position}, ${sqlText(id)}, ${sqlText(name)}, ${measure})`;
  });
}

const comparedTable = `
  create table compared as
  with sides as (
    select year, subject, clause, low as base_low, high as base_high, endless::integer as base_endless,
      0::decimal(38, 12) as changed_low, 0::decimal(38, 12) as changed_high, 0 as changed_endless from base_amounts
    union all select year, subject, clause, 0, 0, 0, low, high, endless::integer from changed_amounts)
  select year, subject, clause, measure, position, ${sums}
  from sides semi join both_present using (year, subject) join clause_list using (clause)
  group by year, subject, clause, measure, position`;

/** Whoever gets no less in any case, and in some case more, gains. To give back more is to lose. */
function subjectsTable(measures: readonly Measure[]): string {
  const reach = (side: string) =>
    `case when ${side}_endless > 0 then 90000000000000000000000000::decimal(38, 12) else ${side}_high end`;
  const [least, most] = [['changed_low', 'base_low'] as const, [reach('changed'), reach('base')] as const];
  const back = measures.flatMap(({ kind }, index) => (kind === 'repayment' ? [index] : []));
  const isBack = back.length === 0 ? 'false' : `measure in (${back.join(', ')})`;
  return `
    create table compared_subjects as
    with summed as (select subject, measure, ${sums} from compared group by subject, measure)
    select *, base_low <> base_high or changed_low <> changed_high or base_endless + changed_endless > 0 as is_open,
      case when ${least[0]} = ${least[1]} and ${most[0]} = ${most[1]} then 'same'
        when ${least[0]} >= ${least[1]} and ${most[0]} >= ${most[1]} then if(${isBack}, 'lose', 'gain')
        when ${least[0]} <= ${least[1]} and ${most[0]} <= ${most[1]} then if(${isBack}, 'gain', 'lose')
        else 'either' end as direction
    from summed`;
}

/** `select`: SQL of the first columns; then the sums of both sides and their difference, end by end. */
export async function comparedRows(
  { connection }: Workspace,
  select: string,
  rest: string,
): Promise<readonly { readonly cells: readonly unknown[]; readonly amounts: Compared }[]> {
  const columns = `base_low, base_high, base_endless, changed_low, changed_high, changed_endless, changed_low - base_low as difference_low, changed_high - base_high as difference_high`;
  const rows = await fewRows(connection, `with summed as (${rest}) select ${select}, ${columns} from summed`);
  return rows.map((row) => {
    const cells = row.slice(0, -8);
    const [bl, bh, be, cl, ch, ce, dl, dh] = row.slice(-8);
    const ends = (low: unknown, high: unknown, endless: unknown): Ends => ({
      low: plainAmount(low),
      high: plainAmount(high),
      endless: Number(endless ?? 0),
    });
    return {
      cells,
      amounts: {
        base: ends(bl, bh, be),
        changed: ends(cl, ch, ce),
        difference: ends(dl, dh, Math.max(Number(be ?? 0), Number(ce ?? 0))),
      },
    };
  });
}

/** Without zeros behind the last digit that counts. */
export function plainAmount(value: unknown): string {
  const text = String(value ?? '0');
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
