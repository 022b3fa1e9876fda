import { displayWidth, padEnd } from '../../runtime/explain/display-width.ts';

/** Rows of cells in columns: the first `texts` columns begin in line, the others, figures, end in line. */
export function textTable(rows: readonly (readonly string[])[], texts = 1): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => displayWidth(row[index] ?? ''))));
  const cellText = (cell: string, index: number) => {
    const width = widths[index] ?? 0;
    return index < texts ? padEnd(cell, width) : `${' '.repeat(Math.max(0, width - displayWidth(cell)))}${cell}`;
  };
  return rows.map((row) => `  ${row.map(cellText).join('  ').trimEnd()}`).join('\n');
}
