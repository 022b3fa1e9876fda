/** What is told of one path as objects: what is the same in every row that takes it, and which numbers are read of each. */
import { outcomeCodes } from './layout.ts';
import { hasAmount } from './result-view.ts';
import type { MetSlot } from './step-paths.ts';
import { type ClauseHead, ToldClause } from './told-clause.ts';
import { Step, truthNumbers } from './told-steps.ts';
import type { TraceSlot } from './trace-layout.ts';
import { type NumberReading, numberAt, type TracePlace } from './trace-reading.ts';

export interface ObjectPath {
  readonly steps: readonly Step[];
  /** Place of the clause among the outcome columns whose amounts come first; −1: none do. */
  readonly payable: number;
  /** Then places in the stretch, then among the columns of facts, then all else: one number each, however many steps tell it. */
  readonly cells: readonly number[];
  readonly facts: readonly number[];
  readonly others: readonly NumberReading[];
}

export interface ClausePath extends ObjectPath {
  readonly head: ClauseHead;
  /** The same in every row: no number is told, and no items. */
  readonly whole: ToldClause | undefined;
}

/** Steps are the same objects wherever they tell the same: whoever reads many rows finds them near the processor. */
export interface StepMaker {
  readonly label: (slot: TraceSlot) => Step['label'];
  readonly made: Map<string, Step>;
}

export function objectPath(met: readonly MetSlot[], maker: StepMaker): ObjectPath {
  return pathOf(met, maker, -1);
}

export interface PathOfClause {
  readonly clause: string;
  /** Place in the outcome columns. */
  readonly outcome: number;
  readonly status: number;
  readonly hasItems: boolean;
}

export function clausePath(
  { clause, outcome, status, hasItems }: PathOfClause,
  met: readonly MetSlot[],
  maker: StepMaker,
): ClausePath {
  const pays = hasAmount(status);
  const path = pathOf(met, maker, pays ? outcome : -1);
  const { steps, cells, facts, others } = path;
  const head = { clause, status: outcomeCodes[status]!, pays, steps };
  const isSame = !pays && !hasItems && cells.length + facts.length + others.length === 0;
  return {
    steps,
    payable: path.payable,
    cells,
    facts,
    others,
    head,
    whole: isSame ? new ToldClause(head, { numbers: truthNumbers }, 0, noItems) : undefined,
  };
}

export const noItems: ToldClause['items'] = Object.freeze([]);

function pathOf(met: readonly MetSlot[], { label, made }: StepMaker, payable: number): ObjectPath {
  const read = met.flatMap(({ reading: { first, second }, truth }) => {
    if (truth !== undefined) return [];
    return second === undefined ? [first] : [first, second];
  });
  const readings = read.filter((one, index) => read.findIndex((other) => isSameReading(one, other)) === index);
  const inOf = (where: NumberReading['in']) => readings.filter((one) => one.in === where);
  const others = readings.filter((one) => one.in !== 'trace' && one.in !== 'fact');
  const ordered = [...inOf('trace'), ...inOf('fact'), ...others];
  const placeOf = (reading: NumberReading): number =>
    (payable < 0 ? 0 : 2) + ordered.findIndex((one) => isSameReading(one, reading));
  const steps = met.map(({ slot, reading: { first, second }, truth }) => {
    const places =
      truth === undefined ? [placeOf(first), second === undefined ? -1 : placeOf(second)] : [truth ? 1 : 0, -1];
    const key = `${slot.node} ${slot.of} ${truth} ${places.join()}`;
    const step = made.get(key) ?? new Step(slot, label(slot), truth, places[0]!, places[1]!);
    made.set(key, step);
    return step;
  });
  // Not frozen, though all rows of the path share it: a frozen array takes half as long again to read.
  const at = ({ at }: NumberReading) => at;
  return { steps, payable, cells: inOf('trace').map(at), facts: inOf('fact').map(at), others };
}

function isSameReading(one: NumberReading, other: NumberReading): boolean {
  const keys = ['in', 'at', 'mask', 'not', 'value'] as const;
  return keys.every((key) => one[key] === other[key]);
}

/** Writes the numbers of a path from `from` on; gives the place behind them. */
export function copyNumbers(path: ObjectPath, place: TracePlace, numbers: number[], from: number): number {
  const { payable, cells, facts, others } = path;
  const { start, row } = place;
  let at = from;
  if (payable >= 0) {
    const { low, high } = place.outcomes.clauses[payable]!;
    numbers[at] = low[row]!;
    numbers[at + 1] = high[row]!;
    at += 2;
  }
  for (let index = 0; index < cells.length; index += 1) numbers[at++] = place.cells[start + cells[index]!]!;
  for (let index = 0; index < facts.length; index += 1) numbers[at++] = place.columns.facts[facts[index]!]![row]!;
  for (let index = 0; index < others.length; index += 1) numbers[at++] = numberAt(others[index]!, place);
  return at;
}
