/** Code that records what the rows meet on their way: the flat trace (`runtime/columnar/trace-layout.ts`). */
import type { TraceForm, TraceLayout, TraceSlot } from '../../../runtime/columnar/trace-layout.ts';
import type { Items, NodeId } from '../../../runtime/ir.ts';
import { type CodeBlock, writeLine } from './code-block.ts';
import type { EmitContext, EmittedValue, Keep } from './emit-context.ts';
import type { Operand } from './operand.ts';
import { isKnown, isSettled, type NumberRange } from './range.ts';
import { isSafe } from './whole.ts';

export interface TraceWriter {
  readonly keep: Keep;
  /** What was recorded, once all code is made. */
  readonly layout: () => TraceLayout;
}

/** The cells of a row, or of an item, in the making. */
interface Stretch {
  readonly slots: Map<string, TraceSlot>;
  cells: number;
}

interface ItemStretch extends Stretch {
  readonly node: NodeId;
  readonly list: string;
}

/** What code stores into the cells of one slot. */
interface Stored {
  readonly form: TraceForm;
  readonly cells: readonly string[];
}

export function newTraceWriter(): TraceWriter {
  const row: Stretch = { slots: new Map(), cells: 0 };
  const items: ItemStretch[] = [];
  // What runs together and is the same stands in one cell.
  const inBlocks = new WeakMap<CodeBlock, Map<string, number>>();
  const writtenIn = (block: CodeBlock): Map<string, number> => {
    const written = inBlocks.get(block) ?? new Map<string, number>();
    inBlocks.set(block, written);
    return written;
  };
  return {
    keep: (node, value, context, of = 'value') => {
      const place = placeOf(context, row, items);
      const stored = place === undefined ? undefined : storedOf(value);
      if (place === undefined || stored === undefined) return;
      const { block, askedWhen } = context;
      const cells = stored.cells.map((code) => (askedWhen === undefined ? code : `${askedWhen} ? ${code} : Infinity`));
      const same = JSON.stringify([stored.form, cells]);
      const written = writtenIn(block);
      const slot = slotOf(place.stretch, node, of, stored, written.get(same));
      if (slot === undefined || written.get(same) === slot.slot) return;
      written.set(same, slot.slot);
      cells.forEach((code, index) => {
        writeLine(block, `${place.cell(slot.slot + index)} = ${code};`);
      });
    },
    layout: () => ({
      cells: row.cells,
      slots: [...row.slots.values()],
      items: items.map(({ node, list, cells, slots }) => ({ node, list, cells, slots: [...slots.values()] })),
    }),
  };
}

interface Place {
  readonly stretch: Stretch;
  readonly cell: (slot: number) => string;
}

/** Other years of a ladder and items that are only summed up are not recorded. */
function placeOf({ shift, items, item, clause }: EmitContext, row: Stretch, known: ItemStretch[]): Place | undefined {
  if (shift !== 0) return undefined;
  if (items.size === 0) return { stretch: row, cell: (slot) => `cells[at + ${slot}]` };
  const line = clause?.statements.find((one): one is Items => one.kind === 'items');
  if (item === undefined || items.size > 1 || line?.list !== item.list) return undefined;
  let index = known.findIndex(({ node }) => node === line.id);
  if (index < 0) index = known.push({ node: line.id, list: line.list, slots: new Map(), cells: 0 }) - 1;
  return {
    stretch: known[index]!,
    cell: (slot) => `itemCells${index}[(${item.index} - firstItem${index}) * itemWidth${index} + ${slot}]`,
  };
}

/** Absent: the same node was recorded in another form, where its line is written twice. */
function slotOf(
  stretch: Stretch,
  node: NodeId,
  of: TraceSlot['of'],
  { form, cells }: Stored,
  written: number | undefined,
): TraceSlot | undefined {
  const key = `${node} ${of}`;
  const known = stretch.slots.get(key);
  if (known !== undefined) return JSON.stringify(known.form) === JSON.stringify(form) ? known : undefined;
  const slot = { node, of, slot: written ?? stretch.cells, form };
  stretch.slots.set(key, slot);
  if (written === undefined) stretch.cells += cells.length;
  return slot;
}

/** Absent: no cell holds it. */
function storedOf(value: EmittedValue): Stored | undefined {
  switch (value.kind) {
    case 'truth':
      return isKnown(value) ? { form: { kind: 'truth' }, cells: [`(${value.sure} ? 1 : 0)`] } : undefined;
    case 'options':
      return { form: { kind: value.form, options: value.options }, cells: [value.code] };
    case 'number':
      return storedNumber(value);
  }
}

function storedNumber(value: NumberRange): Stored | undefined {
  const { low, high } = value;
  if (![low, high].every(fits)) return undefined;
  if (!isSettled(value)) {
    if (low.divisor !== undefined || high.divisor !== undefined || !sameDenominator(low, high)) return undefined;
    return {
      form: { kind: 'range', denominator: Number(high.denominator) },
      cells: [low.numerator.code, high.numerator.code],
    };
  }
  const denominator = Number(high.denominator);
  if (high.divisor === undefined) return { form: { kind: 'number', denominator }, cells: [high.numerator.code] };
  return { form: { kind: 'quotient', denominator }, cells: [high.numerator.code, high.divisor.code] };
}

/** Zero fits every denominator. */
function sameDenominator(low: Operand, high: Operand): boolean {
  return low.denominator === high.denominator || (low.numerator.low === 0n && low.numerator.high === 0n);
}

function fits({ numerator, divisor, denominator, mayBeInfinite }: Operand): boolean {
  const isNumber = numerator.width === 'number' && (divisor === undefined || divisor.width === 'number');
  return isNumber && mayBeInfinite !== true && isSafe(denominator, denominator);
}
