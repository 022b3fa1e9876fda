import type { Report } from '../../diagnostics/diagnostic.ts';
import { ParameterYears, RowsByDay, VersionEndsBefore, VersionsOverlap } from '../../diagnostics/rules.ts';
import type { ParameterDeclaration, ParameterRow } from '../../grammar/ast.ts';
import { declarationsOf } from '../walk.ts';
import { hasUnread, type Rule } from './rule.ts';

/** A yearly parameter has one value for each year it names, a dated one no two on any day, any other one value at most. */
export const parameterYears: Rule = (analysis, report) => {
  for (const parameter of declarationsOf(analysis.file, 'ParameterDeclaration')) {
    const odd = parameter.rows.filter(
      ({ days, span }) => (days !== undefined) !== parameter.dated && !hasUnread(analysis, span),
    );
    for (const row of odd) report(RowsByDay, { span: row.days?.span ?? row.span }, { dated: parameter.dated });
    if (parameter.dated) checkVersions(parameter, report);
    else if (odd.length === 0) checkYears(parameter, report);
  }
};

function checkYears({ rows, yearly }: ParameterDeclaration, report: Report): void {
  const seen = new Set<number | undefined>();
  for (const { span, year } of rows) {
    const twice = seen.has(year);
    if (twice || (year !== undefined) !== yearly) report(ParameterYears, { span }, { yearly, twice });
    seen.add(year);
  }
}

/** R19: a version without an end holds until the next begins, so only stated ends can run into one another. Days are ISO text. */
function checkVersions({ rows }: ParameterDeclaration, report: Report): void {
  const versions = rows.flatMap((row) => (row.days === undefined ? [] : [{ row, ...daysOf(row.days) }]));
  for (const { row, from, to } of versions)
    if (to !== undefined && to < from) report(VersionEndsBefore, { span: row.days?.to?.span ?? row.span }, {});
  const sorted = [...versions].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const [index, version] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before === undefined) continue;
    const isSameDay = before.from === version.from;
    const end = isSameDay ? version.from : before.to;
    if (end === undefined || end < version.from) continue;
    const later = rows.indexOf(version.row) > rows.indexOf(before.row) ? version : before;
    const other = later === version ? before : version;
    const note = { span: other.row.span, text: { zh: '另一版在这里', en: 'the other version is here' } };
    const last = version.to !== undefined && version.to < end ? version.to : end;
    report(VersionsOverlap, { span: later.row.days?.span ?? later.row.span }, { from: version.from, to: last }, [note]);
  }
}

function daysOf({ from, to }: NonNullable<ParameterRow['days']>): { readonly from: string; readonly to?: string } {
  return { from: from.value, ...(to === undefined ? {} : { to: to.value }) };
}
