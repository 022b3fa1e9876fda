/** All ways to assess the five clauses side by side. */
import { figure, rateText, ratioText, withTenths } from './figures.ts';
import { markdownTable } from './markdown-table.ts';
import { type Results, standingOf } from './results.ts';

/** One company at a time. */
export function enginesTable(results: Results): string {
  const ids = [
    ...new Set(
      [...(results.engines ?? []), ...(results.explaining ?? []), ...(results.explainingFully ?? [])].map(
        ({ id }) => id,
      ),
    ),
  ];
  const rows = ids.map((id) => [results.names[id] ?? id, ...speed(results, id), ...others(results, id)]);
  return markdownTable(
    [
      '',
      'assessments',
      'to hand-written',
      `wrong of ${countText(results)}`,
      'p50',
      'p99',
      'heap each',
      'peak memory',
      'cold start',
    ],
    rows,
  );
}

function speed({ engines, explaining, explainingFully }: Results, id: string): readonly string[] {
  const standing = standingOf(engines, id) ?? standingOf(explaining, id) ?? standingOf(explainingFully, id);
  if (standing === undefined) return ['—', '—'];
  return [rateText(standing.nanoseconds.median), ratioText(standing.ratio)];
}

function others({ wrong, footprints, starts }: Results, id: string): readonly string[] {
  const count = wrong?.byRow[id];
  const footprint = footprints?.[id];
  const start = starts?.find((one) => one.id === `cold-${id}`);
  return [
    count === undefined ? '—' : String(count),
    footprint === undefined ? '—' : `${figure(footprint.latency.p50)} µs`,
    footprint === undefined ? '—' : `${figure(footprint.latency.p99)} µs`,
    footprint === undefined ? '—' : bytesText(footprint.bytes),
    footprint === undefined ? '—' : `${figure(footprint.peak / 2 ** 20)} MB`,
    start === undefined ? '—' : `${figure(start.beyondBare.median)} ms`,
  ];
}

/** Columns of many companies. */
export function columnsTable({ columns, names }: Results): string {
  const rows = (columns?.standings ?? []).map(({ id, nanoseconds, ratio }) => [
    names[`columns-${id}`] ?? id,
    rateText(nanoseconds.median),
    ratioText(ratio),
    withTenths(nanoseconds, 'ns'),
    String(columns?.wrong.byRow[id] ?? '—'),
  ]);
  const of = columns === undefined ? '' : ` of ${columns.wrong.of.toLocaleString('en')}`;
  return markdownTable(['', 'rows', 'to loops by hand', 'a row', `wrong${of}`], rows);
}

function countText({ wrong }: Results): string {
  return wrong === undefined ? '—' : wrong.of.toLocaleString('en');
}

function bytesText(bytes: number): string {
  return bytes < 1024
    ? `${figure(bytes)} B`
    : bytes < 2 ** 20
      ? `${figure(bytes / 1024)} KB`
      : `${figure(bytes / 2 ** 20)} MB`;
}
