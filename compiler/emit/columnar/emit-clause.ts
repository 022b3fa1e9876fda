/** One clause as code of a row. */
import type { ClauseIr } from '../../../runtime/ir.ts';
import type { ClauseReads } from './clause-reads.ts';
import { type CodeBlock, declared, named, writeLine } from './code-block.ts';
import { always, type Condition } from './condition.ts';
import type { EmitContext, EmittedClause } from './emit-context.ts';
import { dayInForce, dayOfPeriod, lastDayInForce } from './emit-dating.ts';
import { emitLines } from './emit-line.ts';
import {
  type ClauseCells,
  codes,
  isCompared,
  outcomePlace,
  roundingOf,
  settleClause,
  unlessSettled,
} from './emit-outcome.ts';
import { emitFact } from './expression-fact.ts';
import { hoist } from './function-writer.ts';
import {
  exportedOperand,
  exportedRange,
  exportedTruth,
  gateBy,
  gated,
  type LineScope,
  newLineScope,
  type Then,
} from './line-scope.ts';
import { NotColumnar, type Operand } from './operand.ts';
import { minimumOperand } from './operand-choice.ts';
import { known, type NumberRange, zeroRange } from './range.ts';

/** A clause of blocks, between its own lines and its outcome. */
export interface StandingClause {
  readonly clause: ClauseIr;
  readonly cells: ClauseCells;
  readonly emitted: EmittedClause;
  readonly bound?: Operand | undefined;
  readonly itemsPayable?: NumberRange | undefined;
  /** Another clause took its place, where nothing is left of it. */
  loser: Condition;
  /** A block cut the whole of it. */
  cut: Condition;
}

/** Writes the clause's own lines; its outcome too, unless blocks have to change it first. */
export function emitClause(clause: ClauseIr, reads: ClauseReads, outer: EmitContext): StandingClause {
  if (clause.payment !== undefined) throw new NotColumnar('payment plan');
  const { block } = outer;
  const cells: ClauseCells = { status: declared(block, String(codes.notMet)) };
  let standing: StandingClause = { clause, cells, emitted: notMet, loser: 'false', cut: 'false' };
  datedClause(clause, { ...outer, clause }, cells, (dated) =>
    emitLines(clause.statements, dated, (end) => {
      mustBeLogical(end);
      standing = finished(end, reads, block, cells);
    }),
  );
  if (!reads.inBlock) storeClause(standing, outer);
  return standing;
}

const notMet: EmittedClause = {
  gate: known('false'),
  own: zeroRange,
  value: zeroRange,
  beforeCap: zeroRange,
  lines: new Map(),
  afterBlocks: new Map(),
};

/** Taken strictly, unknown conditions outweigh failed ones: an open gate would have to be followed past a false one. */
function mustBeLogical({ sure, context }: LineScope): void {
  const { unknownFacts } = context.writer.layout.ir;
  if (sure !== always && unknownFacts.kind === 'fixed' && unknownFacts.value === 'strict')
    throw new NotColumnar('open gate');
}

function finished(end: LineScope, reads: ClauseReads, outer: CodeBlock, cells: ClauseCells): StandingClause {
  const { clause, context } = end;
  const { block } = context;
  const value = gated(block, end.it, end.sure);
  const own = end.own ?? value;
  mustReachElsewhere(end);
  const exported = (range: NumberRange): NumberRange => exportedRange(outer, block, range);
  const emitted: EmittedClause = {
    gate: reads.gate || reads.inBlock ? exportedTruth(outer, block, end.sure) : known('false'),
    own: reads.own ? exported(own) : zeroRange,
    value: reads.inBlock || reads.value ? exported(value) : zeroRange,
    beforeCap: reads.beforeCap ? exported(beforeCap(end, own)) : zeroRange,
    lines: new Map(
      [...reads.labels].map((label) => [label, exported(gated(block, lineOf(label, end), end.sure))] as const),
    ),
    afterBlocks: new Map(),
  };
  const itemsPayable = paysByItem(end) ? end.items?.payable : undefined;
  if (reads.inBlock) {
    const bound = end.bound === undefined ? {} : { bound: exportedOperand(outer, block, end.bound) };
    const paid = itemsPayable === undefined ? {} : { itemsPayable: exported(itemsPayable) };
    return { clause, cells, emitted, ...bound, ...paid, loser: 'false', cut: 'false' };
  }
  if (clause.kind === 'none') settleText(end, cells);
  else settleClause(value, { bound: end.bound, itemsPayable }, clause, context, cells, outer);
  return { clause, cells, emitted, loser: 'false', cut: 'false' };
}

function settleText({ sure, context }: LineScope, { status }: ClauseCells): void {
  writeLine(
    context.block,
    `${status} = ${sure === always ? codes.noAmount : `${sure} ? ${codes.noAmount} : ${codes.undetermined}`};`,
  );
}

/** Other policies make nothing of each item's lower end; lines after the items would lift it again. */
function mustReachElsewhere({ clause, context, items }: LineScope): void {
  if (items === undefined || !isCompared(context.writer, clause)) return;
  const first = clause.statements.findIndex(({ kind }) => kind === 'items');
  const lifting = clause.statements
    .slice(first)
    .some(
      (line) =>
        line.kind === 'amount' || (line.kind === 'adjust' && line.operation !== 'less' && line.operation !== 'lower'),
    );
  if (lifting) throw new NotColumnar('lines after items');
}

/** A clause whose last line is the items pays each item by itself. */
function paysByItem({ clause }: LineScope): boolean {
  return clause.statements.filter(({ kind }) => kind !== 'when' && kind !== 'once').at(-1)?.kind === 'items';
}

function lineOf(label: string, { lines, clause }: LineScope): NumberRange {
  const found = lines.get(label);
  if (found !== undefined) return found;
  const isInner = clause.statements.some(
    (line) => line.kind === 'items' && line.statements.some((inner) => inner.label === label),
  );
  if (isInner) throw new NotColumnar('line of items');
  return zeroRange;
}

/** Before the first cap of the widest scope that has one; without any, the clause's own value. */
function beforeCap(end: LineScope, own: NumberRange): NumberRange {
  if (end.beforeCap !== undefined) return gated(end.context.block, end.beforeCap, end.sure);
  const isInner = end.clause.statements.some(
    (line) => line.kind === 'items' && line.statements.some(({ kind }) => kind === 'cap'),
  );
  if (isInner) throw new NotColumnar('line of items');
  return own;
}

/** The clause's lines run on a day of the assessed year in force; a day outside force is told. */
function datedClause(clause: ClauseIr, outer: EmitContext, cells: ClauseCells, then: Then): void {
  const { writer } = outer;
  if (clause.reference.kind === 'periodEnd') {
    then(newLineScope({ ...outer, referenceDay: lastDayInForce(writer) }, clause));
    return;
  }
  const date = emitFact({ field: clause.reference.field, shift: 0 }, outer);
  if (date.kind !== 'number') throw new Error('a clause is dated by a day');
  gateBy(newLineScope(outer, clause), known(dayOfPeriod(writer, outer.block, date.high)), (scope) => {
    const day: Operand = { ...date.high, numerator: { ...date.high.numerator, mayBeNone: false } };
    const { block } = scope.context;
    const inForce = named(block, dayInForce(writer, block, day));
    if (inForce !== always) writeLine(block, `if (!${inForce}) ${cells.status} = ${codes.outOfForce};`);
    gateBy({ ...scope, context: { ...scope.context, referenceDay: day } }, known(inForce), then);
  });
}

/** Writes the clause's cells into the row. */
export function storeClause({ clause, cells }: StandingClause, { writer, block }: EmitContext): void {
  const place = outcomePlace(writer, clause);
  writeLine(block, `${hoist(writer, `s${place}`, `outcomes.clauses[${place}]!.status`)}[i] = ${cells.status};`);
  if (clause.kind === 'none') return;
  const low = hoist(writer, `a${place}`, `outcomes.clauses[${place}]!.low`);
  const high = hoist(writer, `b${place}`, `outcomes.clauses[${place}]!.high`);
  writeLine(block, `${unlessSettled(place)}${low}[i] = ${cells.low ?? '0'};`);
  writeLine(block, `${high}[i] = ${cells.high ?? '0'};`);
}

/** After all blocks. */
export function settleStanding(standing: StandingClause, outer: EmitContext): void {
  const { clause, cells, emitted, bound, itemsPayable, loser, cut } = standing;
  const { block } = outer;
  gateBy(
    newLineScope(outer, clause),
    { kind: 'truth', sure: always, possible: emitted.gate.possible },
    ({ context }) => {
      const { gate, value } = emitted;
      if (clause.kind === 'none') {
        settleText({ ...newLineScope(context, clause), sure: gate.sure === gate.possible ? always : gate.sure }, cells);
        return;
      }
      // What was cut as a whole is not paid item by item; without rounding that makes no difference.
      const byItem = roundingOf(context.writer) === null ? undefined : itemsPayable;
      if (byItem !== undefined && cut !== 'false') throw new NotColumnar('coins of a shared cap');
      // Whatever a block looked at is not lifted above what it left.
      const most = bound === undefined ? undefined : minimumOperand(context.block, bound, value.high);
      settleClause(value, { bound: most, itemsPayable: byItem, loser }, clause, context, cells, block);
    },
  );
  storeClause(standing, outer);
}
