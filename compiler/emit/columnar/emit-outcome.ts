/** What a clause or an item comes to (R1, R9): its status and what is payable, as cells. */
import type { ClauseIr, RoundingIr } from '../../../runtime/ir.ts';
import { type CodeBlock, named, newName, writeLine } from './code-block.ts';
import { allOf, type Condition, never } from './condition.ts';
import type { EmitContext } from './emit-context.ts';
import { payableRange } from './emit-payable.ts';
import { type FunctionWriter, hoist } from './function-writer.ts';
import type { LineScope } from './line-scope.ts';
import { isZero, leastCommonMultiple, NotColumnar, namedOperand, type Operand, zeroOperand } from './operand.ts';
import { minimumOperand, selectOperand } from './operand-choice.ts';
import { compareOperands } from './operand-compare.ts';
import { isSettled, type NumberRange, namedRange, rangeOf } from './range.ts';
import { isConstant, isSafe } from './whole.ts';

export const codes = {
  notMet: 0,
  granted: 1,
  grantedUpTo: 2,
  undetermined: 3,
  outOfForce: 4,
  superseded: 5,
  noAmount: 6,
} as const;

export function roundingOf({ layout }: FunctionWriter): RoundingIr | null {
  const { payment } = layout.ir;
  if (payment.kind !== 'fixed') throw new Error('a switch is left: the policy was not specialised');
  return payment.value;
}

/** R10: whether other policies are compared with the clause at all. */
export function isCompared({ layout }: FunctionWriter, { kind }: ClauseIr): boolean {
  const { elsewhere } = layout.ir;
  if (elsewhere.kind !== 'fixed') throw new Error('a switch is left: the policy was not specialised');
  return kind === 'grant' && elsewhere.value !== 'none';
}

/** Where nobody answers for other policies the amount stands as a ceiling. */
export function afterElsewhere(range: NumberRange, clause: ClauseIr, { writer, block }: EmitContext): NumberRange {
  if (!isCompared(writer, clause) || isZero(range.low)) return range;
  const isOpen = named(block, `(${hoist(writer, 'answered', 'columns.answered')}[i]! === 0)`);
  const { low, high } = namedRange(block, range);
  return rangeOf(namedOperand(block, selectOperand(block, isOpen, zeroOperand, low)), high);
}

/** What a written bound comes to once other policies were compared: the amount itself, where something was due. */
function lowered(
  bound: Operand | undefined,
  high: Operand,
  clause: ClauseIr,
  { writer, block }: EmitContext,
): Operand | undefined {
  return bound === undefined || !isCompared(writer, clause) ? bound : minimumOperand(block, bound, high);
}

export function statusOf(block: CodeBlock, { low, high }: NumberRange): string {
  const isGranted = compareOperands(block, 'equal', low, high);
  if (low === high || isGranted === 'true') return String(codes.granted);
  return `(${isGranted} ? ${codes.granted} : ${codes.grantedUpTo})`;
}

/** The outcome of an item whose lines ran to their end; what is payable of it. */
export function settleItem(scope: LineScope, status: string): NumberRange {
  const { context, clause } = scope;
  const { block, writer, item } = context;
  const value = namedRange(block, afterElsewhere(namedRange(block, scope.it), clause, context));
  const bound = lowered(scope.bound, value.high, clause, context);
  const payable = namedRange(block, payableRange(block, value, bound, roundingOf(writer)));
  writeLine(block, `${status} = ${statusOf(block, value)};`);
  const place = outcomePlace(writer, clause);
  for (const [side, end] of [
    ['u', payable.low],
    ['v', payable.high],
  ] as const) {
    const name = `${side}${place}`;
    hoist(writer, name, `outcomes.clauses[${place}]!.items!.${side === 'u' ? 'low' : 'high'}`);
    const mark = side === 'u' ? unlessSettled(place) : '';
    writeLine(block, `${mark}${name}[${item!.index}] = ${storeLater(writer, place, block, end)};`);
  }
  noteOpen(writer, place, payable);
  return payable;
}

/** What the status and amounts of a clause are kept in until its row is written. */
export interface ClauseCells {
  readonly status: string;
  low?: string;
  high?: string;
}

/** Sets the cells from inside the clause's conditions. `loser`: another clause took its place. */
export function settleClause(
  value: NumberRange,
  {
    bound,
    itemsPayable,
    loser = never,
  }: {
    readonly bound?: Operand | undefined;
    readonly itemsPayable?: NumberRange | undefined;
    readonly loser?: Condition;
  },
  clause: ClauseIr,
  context: EmitContext,
  cells: ClauseCells,
  outer: CodeBlock,
): void {
  const { block, writer } = context;
  const place = outcomePlace(writer, clause);
  const open = namedRange(block, afterElsewhere(value, clause, context));
  const isSuperseded = allOf([
    loser,
    loser === never ? never : compareOperands(block, 'equal', open.high, zeroOperand),
  ]);
  const status = statusOf(block, open);
  writeLine(
    block,
    `${cells.status} = ${isSuperseded === never ? status : `${isSuperseded} ? ${codes.superseded} : ${status}`};`,
  );
  const payable =
    itemsPayable ?? payableRange(block, open, lowered(bound, open.high, clause, context), roundingOf(writer));
  const { low, high } = namedRange(block, payable);
  cells.high = cellOf(high, context, place, outer);
  cells.low = isSettled(payable) ? cells.high : cellOf(low, context, place, outer);
  noteOpen(writer, place, payable);
}

/** Begins a line that writes a lower end: where nothing leaves the clause's amounts open it has no column of its own. */
export function unlessSettled(place: number): string {
  return `~${place}~`;
}

function noteOpen({ layout }: FunctionWriter, place: number, range: NumberRange): void {
  if (isSettled(range)) return;
  const { settled: _settled, ...open } = layout.outcomes[place]!;
  layout.outcomes[place] = open;
}

/** A variable of the row, 0 unless it is set. */
function cellOf(operand: Operand, { block, writer }: EmitContext, place: number, outer: CodeBlock): string {
  if (isZero(operand)) return '0';
  const name = newName(outer);
  writeLine(outer, `let ${name} = 0;`);
  writeLine(block, `${name} = ${storeLater(writer, place, block, operand)};`);
  return name;
}

export function outcomePlace({ layout }: FunctionWriter, { id }: ClauseIr): number {
  const place = layout.positions.get(outcomeKey(id));
  if (place === undefined) throw new Error(`no outcome of ${id}`);
  return place;
}

export function outcomeKey(clause: string): string {
  return JSON.stringify(['outcome', clause]);
}

/** An amount in a cell: the denominator of its column is known once all amounts of the clause are. */
export interface PendingStore {
  readonly place: number;
  readonly operand: Operand;
}

/** Stands for the amount until then. */
function storeLater({ pending }: FunctionWriter, place: number, block: CodeBlock, operand: Operand): string {
  if (operand.divisor !== undefined) throw new NotColumnar('amount of any denominator');
  pending.push({ place, operand: namedOperand(block, operand) });
  return `@${pending.length - 1}@`;
}

/** Writes the pending amounts over the denominators of their columns. */
export function storeNow({ pending, layout }: FunctionWriter, text: string): string {
  for (const { place, operand } of pending) {
    const outcome = layout.outcomes[place]!;
    const denominator = leastCommonMultiple(BigInt(outcome.denominator), operand.denominator);
    if (!isSafe(denominator, denominator)) throw new NotColumnar('too many digits');
    layout.outcomes[place] = { ...outcome, denominator: Number(denominator) };
  }
  const isSettledAt = (place: string): boolean => layout.outcomes[Number(place)]!.settled === true;
  const kept = text.replace(/^ *~(\d+)~(.*)\n?/gmu, (_all, place: string, line: string) =>
    isSettledAt(place) ? '' : `        ${line}\n`,
  );
  return kept.replace(/@(\d+)@/gu, (_all, index: string) => {
    const { place, operand } = pending[Number(index)]!;
    return storedCode(operand, BigInt(layout.outcomes[place]!.denominator) / operand.denominator);
  });
}

function storedCode({ numerator }: Operand, factor: bigint): string {
  const [low, high] = [numerator.low * factor, numerator.high * factor];
  if (!isSafe(low, high)) throw new NotColumnar('too many digits');
  if (isConstant(numerator)) return String(low);
  if (numerator.width === 'bigint')
    return factor === 1n ? `Number(${numerator.code})` : `Number(${numerator.code} * ${factor}n)`;
  return factor === 1n ? numerator.code : `${numerator.code} * ${factor}`;
}
