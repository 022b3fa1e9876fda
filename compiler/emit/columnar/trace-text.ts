/** What a module that records traces has more than one that does not. */
import type { TraceLayout } from '../../../runtime/columnar/trace-layout.ts';
import { typed } from '../typescript/type-syntax.ts';
import { literalOf } from './literal-of.ts';

/** The start of the row's cells. */
export const rowOfTrace = '      const at = trace.at + (i - first) * rowWidth;';

/** Names for the arrays that the rows of one function write to. */
export function tracePrelude(body: string): readonly string[] {
  const items = [...new Set([...body.matchAll(/\bitemCells(\d+)\b/gu)].map(([, index]) => Number(index)))];
  return [
    '    const cells = trace.row;',
    ...items.flatMap((index) => [
      `    const itemCells${index} = trace.items[${index}]!;`,
      `    const firstItem${index} = columns.lists[itemList${index}]!.offsets[first]!;`,
    ]),
  ];
}

export function traceConstants(trace: TraceLayout): readonly string[] {
  return [
    `export const traceLayout${typed('TraceLayout')} = ${literalOf(trace)};`,
    `const rowWidth = ${trace.cells};`,
    ...trace.items.flatMap(({ cells, list }, index) => [
      `const itemWidth${index} = ${cells};`,
      `const itemList${index} = layout.lists.findIndex((one) => one.list === ${literalOf(list)});`,
    ]),
  ];
}

/** Rows that are not assessed tell of nothing: their marks are 0. */
export const clearRow = '        cells.fill(0, at, at + rowWidth);';
export const clearTrace = '    trace.row.fill(0, trace.at, trace.at + (to - from) * rowWidth);';
