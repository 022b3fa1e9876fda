/** The edges of what the columns of a policy hold, and how often random cases stand at them. */
import type { CellForm, ColumnarLayout, FactColumn } from '../../runtime/columnar/layout.ts';
import type { EvaluationInput, FactValue } from '../../runtime/input.ts';
import { fraction, toDecimalText } from '../../runtime/rational.ts';

type NumberForm = Extract<CellForm, { kind: 'number' }>;

/** In steps of the column: two are just beyond its range, where a row is left to the general evaluator. */
export const edges = ['low - 1', 'low', 'low + 1', 'high - 1', 'high', 'high + 1'] as const;
export type Edge = (typeof edges)[number];

export function stepsAt({ low, high }: NumberForm): Readonly<Record<Edge, number>> {
  return {
    'low - 1': low - 1,
    low,
    'low + 1': low + 1,
    'high - 1': high - 1,
    high,
    'high + 1': high + 1,
  };
}

/** So many steps of a column, as it is stated. */
export function statedNumber(steps: number, { scale }: Pick<NumberForm, 'scale'>): string {
  return toDecimalText(fraction(BigInt(steps), 10n ** BigInt(scale)))!;
}

/** Under which a column's figure is stated. */
export function statedUnder(
  values: ReadonlyMap<string, FactValue>,
  { field, shift }: FactColumn,
  year: number,
): string {
  return values.has(`${field}@${year + shift}`) ? `${field}@${year + shift}` : field;
}

export type EdgeCounts = ReadonlyMap<string, number>;

export function joinedCounts(parts: readonly EdgeCounts[]): EdgeCounts {
  const joined = new Map<string, number>();
  for (const part of parts) for (const [edge, count] of part) joined.set(edge, (joined.get(edge) ?? 0) + count);
  return joined;
}

/** Counts cases by column and edge; all of both stand in `counts` from the beginning. */
export function edgeCounter(layout: ColumnarLayout): {
  readonly counts: EdgeCounts;
  readonly see: (input: EvaluationInput) => void;
} {
  const counts = new Map<string, number>();
  const watched = (columns: readonly FactColumn[]) => columns.flatMap((column) => watchedEdges(column, counts));
  const ofSubject = watched(layout.facts);
  const ofLists = layout.lists.map(({ list, facts }) => ({ list, columns: watched(facts) }));
  const seeIn = (columns: readonly Watched[], values: ReadonlyMap<string, FactValue>, year: number): void => {
    for (const { column, names } of columns) {
      const stated = values.get(statedUnder(values, column, year));
      const name = stated !== undefined && 'number' in stated ? names.get(stated.number) : undefined;
      if (name !== undefined) counts.set(name, counts.get(name)! + 1);
    }
  };
  return {
    counts,
    see: ({ facts, period }) => {
      seeIn(ofSubject, facts.values, period.year);
      for (const { list, columns } of ofLists)
        for (const { values } of facts.lists.get(list) ?? []) seeIn(columns, values, period.year);
    },
  };
}

interface Watched {
  readonly column: FactColumn;
  /** What is counted, by the number as it is stated. */
  readonly names: ReadonlyMap<string, string>;
}

function watchedEdges(column: FactColumn, counts: Map<string, number>): readonly Watched[] {
  const { field, shift, form } = column;
  if (form.kind !== 'number') return [];
  const steps = stepsAt(form);
  const names = new Map(
    edges.map((edge) => [statedNumber(steps[edge], form), `${field}@${shift} at ${edge}`] as const),
  );
  for (const name of names.values()) counts.set(name, counts.get(name) ?? 0);
  return [{ column, names }];
}
