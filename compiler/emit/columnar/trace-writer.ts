/**
 * Code that records what the rows meet on their way: the flat trace (`runtime/columnar/trace-layout.ts`). Only what neither the columns nor
 * earlier cells tell is stored; a bit for every block of the code says which of it ran.
 */
import type {
  TraceForm,
  TraceLayout,
  TraceMark,
  TraceSlot,
  TraceSource,
  TruthSource,
} from '../../../runtime/columnar/trace-layout.ts';
import type { Items, NodeId } from '../../../runtime/ir.ts';
import { type CodeBlock, named, outermost, writeLine } from './code-block.ts';
import type { EmitContext, EmittedValue, Keep, KeptAll } from './emit-context.ts';
import type { Operand } from './operand.ts';
import { isKnown, isSettled, type NumberRange } from './range.ts';
import { numberSource, plainCondition } from './trace-source.ts';
import { isSafe } from './whole.ts';

export interface TraceWriter {
  readonly keep: Keep;
  readonly keptAll: KeptAll;
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
  readonly ran: TraceMark;
}

/** The code of one row, or of one item, in one function. */
interface Root {
  readonly block: CodeBlock;
  readonly stretch: Stretch;
  /** The code of a cell. */
  readonly cell: (at: number) => string;
  readonly marks: { readonly name: string; readonly at: number; bits: number }[];
  /** Which bit says that a block ran. */
  readonly ran: Map<CodeBlock, TraceMark>;
  /** The bits of conditions, and the cells of numbers, by block and code. */
  readonly bits: Seen<TruthSource>;
  readonly stored: Seen<number>;
}

/** Of a mark, bits that stay whole numbers of 32 bits above 0. */
const bitsOfMark = 31;

export function newTraceWriter(): TraceWriter {
  const row: Stretch = { slots: new Map(), cells: 0 };
  const items: ItemStretch[] = [];
  const roots = new Map<CodeBlock, Root>();
  const rootAt = (block: CodeBlock, stretch: () => Stretch, cell: Root['cell']): Root => {
    const known = roots.get(block);
    if (known !== undefined) return known;
    const made = { block, stretch: stretch(), cell, marks: [], ran: new Map(), bits: new Map(), stored: new Map() };
    roots.set(block, made);
    return made;
  };
  const rowRoot = (block: CodeBlock): Root =>
    rootAt(
      outermost(block),
      () => row,
      (at) => `cells[at + ${at}]`,
    );
  return {
    keep: (node, value, context, of = 'value', gate) => {
      const root = rootOf(context, items, rowRoot, rootAt);
      if (root === undefined || root.stretch.slots.has(`${node} ${of}`)) return;
      const recorded = recordedIn(root, value, context, gate);
      if (recorded !== undefined) root.stretch.slots.set(`${node} ${of}`, { node, of, ...recorded });
    },
    keptAll: (block) => {
      const root = roots.get(block);
      for (const { name, at } of root?.marks ?? []) writeLine(block, `${root!.cell(at)} = ${name};`);
    },
    layout: () => ({
      cells: row.cells,
      slots: [...row.slots.values()],
      items: items.map(({ node, list, ran, cells, slots }) => ({ node, list, ran, cells, slots: [...slots.values()] })),
    }),
  };
}

/** Absent: other years of a ladder and items that are only summed up are not recorded. */
function rootOf(
  { shift, items, item, clause, block }: EmitContext,
  known: ItemStretch[],
  rowRoot: (block: CodeBlock) => Root,
  rootAt: (block: CodeBlock, stretch: () => Stretch, cell: Root['cell']) => Root,
): Root | undefined {
  if (shift !== 0) return undefined;
  if (items.size === 0) return rowRoot(block);
  const line = clause?.statements.find((one): one is Items => one.kind === 'items');
  if (item === undefined || items.size > 1 || line?.list !== item.list) return undefined;
  // All items of the list summed up within one of them.
  if (items.get(item.list) !== item.index) return undefined;
  const found = known.findIndex(({ node }) => node === line.id);
  const index = found < 0 ? known.length : found;
  const stretch = (): Stretch => {
    const ran = markOf(rowRoot(block), item.body.outer!);
    known.push({ node: line.id, list: line.list, ran, slots: new Map(), cells: 0 });
    return known.at(-1)!;
  };
  return rootAt(
    item.body,
    stretch,
    (at) => `itemCells${index}[(${item.index} - firstItem${index}) * itemWidth${index} + ${at}]`,
  );
}

// ── Marks ────────────────────────────────────────────────────────────────────

/** The bit that says that the block ran; the first bit of the first mark is that of the whole row. */
function markOf(root: Root, block: CodeBlock): TraceMark {
  if (block === root.block) return { at: (root.marks[0] ?? newMark(root)).at, mask: 1 };
  const known = root.ran.get(block);
  if (known !== undefined) return known;
  const { name, ...mark } = nextBit(root);
  writeLine(block, `${name} |= ${mark.mask};`);
  root.ran.set(block, mark);
  return mark;
}

function nextBit(root: Root): TraceMark & { readonly name: string } {
  const last = root.marks.at(-1);
  const mark = last === undefined || last.bits === bitsOfMark ? newMark(root) : last;
  const mask = 2 ** mark.bits;
  mark.bits += 1;
  return { name: mark.name, at: mark.at, mask };
}

function newMark({ marks, stretch, block }: Root): Root['marks'][number] {
  const mark = { name: `m${block.counter.next}`, at: nextCell(stretch), bits: 1 };
  block.counter.next += 1;
  marks.push(mark);
  writeLine(block, `let ${mark.name} = 1;`);
  return mark;
}

function nextCell(stretch: Stretch): number {
  stretch.cells += 1;
  return stretch.cells - 1;
}

// ── Values ───────────────────────────────────────────────────────────────────

/** Absent: it fits no cell. */
function recordedIn(
  root: Root,
  value: EmittedValue,
  context: EmitContext,
  gate: CodeBlock | undefined,
): Omit<TraceSlot, 'node' | 'of'> | undefined {
  const { askedWhen, block } = context;
  const asked = askedWhen === undefined ? true : truthIn(root, askedWhen, context);
  if (asked === false) return undefined;
  const held = heldBy(value, root, context, gate);
  if (held === undefined) return undefined;
  return { ...held, ran: markOf(root, block), ...(asked === true ? {} : { asked }) };
}

type Held = Pick<TraceSlot, 'form' | 'first' | 'second' | 'mayBeNone'>;

function heldBy(value: EmittedValue, root: Root, context: EmitContext, gate: CodeBlock | undefined): Held | undefined {
  switch (value.kind) {
    case 'truth': {
      if (!isKnown(value)) return undefined;
      const truth = truthIn(root, value.sure, context, gate);
      const first: TraceSource = typeof truth === 'boolean' ? { in: 'code', value: truth ? 1 : 0 } : truth;
      return { form: { kind: 'truth' }, first };
    }
    case 'options':
      return { form: { kind: value.form, options: value.options }, first: numberIn(root, value.code, context) };
    case 'number': {
      const stored = storedNumber(value);
      if (stored === undefined) return undefined;
      const [first, second] = stored.codes.map((code) => numberIn(root, code, context));
      const none = mayBeNone(value) ? ({ mayBeNone: true } as const) : {};
      return { form: stored.form, first: first!, ...(second === undefined ? {} : { second }), ...none };
    }
  }
}

/** Or what it is in every row. */
function truthIn(root: Root, code: string, { block }: EmitContext, gate?: CodeBlock): TruthSource | boolean {
  const { isNegated, plain, shortest } = plainCondition(code, block);
  if (plain === 'true' || plain === 'false') return (plain === 'true') !== isNegated;
  const known = seen(root.bits, block, plain);
  if (known === undefined) {
    const mark = gate === undefined ? bitIf(root, shortest, block) : markOf(root, gate);
    const truth: TruthSource = { in: 'mark', ...mark };
    // The bit of a block says that what opens it holds, negated or not; any other one is that of the plain condition.
    see(root.bits, block, plain, isNegated && gate !== undefined ? opposite(truth) : truth);
    return isNegated && gate === undefined ? opposite(truth) : truth;
  }
  const truth = isNegated ? opposite(known) : known;
  // Further in, a block runs only where those around it do.
  if (gate !== undefined && block === root.block && truth.not !== true)
    root.ran.set(gate, { at: truth.at, mask: truth.mask });
  return truth;
}

function opposite({ at, mask, not }: TruthSource): TruthSource {
  return { in: 'mark', at, mask, ...(not === true ? {} : { not: true }) };
}

function bitIf(root: Root, condition: string, block: CodeBlock): TraceMark {
  const { name, ...mark } = nextBit(root);
  writeLine(block, `if (${condition}) ${name} |= ${mark.mask};`);
  return mark;
}

function numberIn(root: Root, code: string, context: EmitContext): TraceSource {
  const source = numberSource(code, context);
  if (source !== undefined) return source;
  const known = seen(root.stored, context.block, code);
  if (known !== undefined) return { in: 'trace', at: known };
  const at = nextCell(root.stretch);
  writeLine(context.block, `${root.cell(at)} = ${named(context.block, code)};`);
  see(root.stored, context.block, code, at);
  return { in: 'trace', at };
}

/** What code came to in a block, or in one around it. */
type Seen<T> = Map<CodeBlock, Map<string, T>>;

function seen<T>(by: Seen<T>, from: CodeBlock, code: string): T | undefined {
  for (let block: CodeBlock | undefined = from; block !== undefined; block = block.outer) {
    const found = by.get(block)?.get(code);
    if (found !== undefined) return found;
  }
  return undefined;
}

function see<T>(by: Seen<T>, block: CodeBlock, code: string, found: T): void {
  const known = by.get(block);
  if (known === undefined) by.set(block, new Map([[code, found]]));
  else known.set(code, found);
}

// ── Forms of numbers ─────────────────────────────────────────────────────────

interface StoredNumber {
  readonly form: TraceForm;
  readonly codes: readonly string[];
}

function storedNumber(value: NumberRange): StoredNumber | undefined {
  const { low, high } = value;
  if (![low, high].every(fits)) return undefined;
  if (!isSettled(value)) {
    if (low.divisor !== undefined || high.divisor !== undefined || !sameDenominator(low, high)) return undefined;
    return {
      form: { kind: 'range', denominator: Number(high.denominator) },
      codes: [low.numerator.code, high.numerator.code],
    };
  }
  const denominator = Number(high.denominator);
  if (high.divisor === undefined) return { form: { kind: 'number', denominator }, codes: [high.numerator.code] };
  return { form: { kind: 'quotient', denominator }, codes: [high.numerator.code, high.divisor.code] };
}

function mayBeNone({ low, high }: NumberRange): boolean {
  return [low, high].some(
    ({ numerator, divisor }) =>
      numerator.mayBeNone ||
      numerator.absent !== undefined ||
      divisor?.mayBeNone === true ||
      divisor?.absent !== undefined,
  );
}

/** Zero fits every denominator. */
function sameDenominator(low: Operand, high: Operand): boolean {
  return low.denominator === high.denominator || (low.numerator.low === 0n && low.numerator.high === 0n);
}

function fits({ numerator, divisor, denominator, mayBeInfinite }: Operand): boolean {
  const isNumber = numerator.width === 'number' && (divisor === undefined || divisor.width === 'number');
  return isNumber && mayBeInfinite !== true && isSafe(denominator, denominator);
}
