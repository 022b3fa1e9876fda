import type { Expression, ParameterRow } from '../../grammar/ast.ts';
import { dayNumber, dayText } from '../../runtime/day.ts';
import type { DecimalText, FieldIr, PublicationIr, VersionIr } from '../../runtime/ir.ts';
import { recordOf } from './record-of.ts';
import { constantOf } from './row-order.ts';

/** Published values and where they are from, by year. */
export function publishedOf(rows: readonly ParameterRow[]): Pick<FieldIr, 'published' | 'publications'> {
  const keyOf = ({ year }: ParameterRow): string => (year === undefined ? '' : String(year));
  const published = rows.flatMap((row): readonly (readonly [string, DecimalText])[] =>
    row.value === undefined ? [] : [[keyOf(row), publishedValue(row.value)]],
  );
  const publications = rows
    .filter(({ note }) => note !== undefined)
    .map((row): readonly [string, PublicationIr] => [keyOf(row), publicationOf(row)]);
  return {
    ...(published.length === 0 ? {} : { published: recordOf(published) }),
    ...(publications.length === 0 ? {} : { publications: recordOf(publications) }),
  };
}

function publishedValue(value: Expression): DecimalText {
  return value.kind === 'DateLiteral' ? value.value : (constantOf(value) ?? '0');
}

/** Published versions in order of days. One without an end holds until the day before the next begins. */
export function versionsOf(rows: readonly ParameterRow[]): Pick<FieldIr, 'versions'> {
  const written = rows.flatMap((row) => (row.days === undefined ? [] : [{ row, days: row.days }]));
  if (written.length === 0) return {};
  written.sort((a, b) => dayNumber(a.days.from.value) - dayNumber(b.days.from.value));
  const versions = written.map(({ row, days }, index): VersionIr => {
    const next = written[index + 1]?.days.from.value;
    const to = days.to?.value ?? (next === undefined ? undefined : dayText(dayNumber(next) - 1));
    return {
      from: days.from.value,
      ...(to === undefined ? {} : { to }),
      ...(row.value === undefined ? {} : { value: publishedValue(row.value) }),
      ...publicationOf(row),
    };
  });
  return { versions };
}

function publicationOf({ note }: ParameterRow): PublicationIr {
  return {
    ...(note?.publishedOn === undefined ? {} : { publishedOn: note.publishedOn.value }),
    ...(note?.source === undefined ? {} : { source: note.source.value }),
  };
}
