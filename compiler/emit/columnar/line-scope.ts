/** The state that the lines of a clause, or of an item, run over while they become code: each condition opens a block inside the last. */
import type { ClauseIr, NodeId } from '../../../runtime/ir.ts';
import { type CodeBlock, named, newName, writeBlock, writeLine } from './code-block.ts';
import { allOf, always, type Condition, never } from './condition.ts';
import type { EmitContext } from './emit-context.ts';
import { type Operand, zeroOperand } from './operand.ts';
import { selectOperand } from './operand-choice.ts';
import { isKnown, known, type NumberRange, namedRange, rangeOf, type TruthRange, zeroRange } from './range.ts';
import { greatest, isPresent, least, type Whole } from './whole.ts';

export interface LineScope {
  readonly context: EmitContext;
  readonly clause: ClauseIr;
  readonly it: NumberRange;
  /** Within the blocks opened so far: whether what they hold is met for sure. */
  readonly sure: Condition;
  /** The least amount that some line wrote as its most (R9); absent: none did. */
  readonly bound?: Operand;
  /** Before the budget. */
  readonly own?: NumberRange;
  readonly beforeCap?: NumberRange;
  readonly lines: ReadonlyMap<string, NumberRange>;
  /** What an items line before left. */
  readonly items?: EmittedItems;
}

/** Sums over the items of a clause. */
export interface EmittedItems {
  /** What is paid item by item. */
  readonly payable: NumberRange;
  readonly value: NumberRange;
}

export type Then = (scope: LineScope) => void;

export function newLineScope(context: EmitContext, clause: ClauseIr): LineScope {
  return { context, clause, it: zeroRange, sure: always, lines: new Map() };
}

export function withBlock(scope: LineScope, block: CodeBlock): LineScope {
  return { ...scope, context: { ...scope.context, block } };
}

/** What follows runs where the condition may hold. `kept`: the condition of this statement. */
export function gateBy(scope: LineScope, truth: TruthRange, then: Then, kept?: NodeId): void {
  const { block, keep } = scope.context;
  const keeping = (gate?: CodeBlock): void => {
    if (kept !== undefined) keep(kept, truth, scope.context, 'truth', gate);
  };
  const sure = isKnown(truth) ? always : named(block, truth.sure);
  const inside = { ...scope, sure: allOf([scope.sure, sure]) };
  if (truth.possible === always || truth.possible === never) keeping();
  if (truth.possible === always) then(inside);
  else if (truth.possible === never) neverReached(inside, then);
  else {
    const test = truth.possible;
    writeBlock(block, `if ${test.startsWith('(') ? test : `(${test})`}`, (inner) => {
      keeping(inner);
      then(withBlock(inside, inner));
    });
  }
}

/**
 * What cannot be reached needs no code. Only where unknown conditions outweigh failed ones is what it reads still asked for: a row in which
 * that is unknown is not met, and not decided either.
 */
function neverReached(scope: LineScope, then: Then): void {
  const { writer, block } = scope.context;
  const { unknownFacts } = writer.layout.ir;
  if (unknownFacts.kind === 'fixed' && unknownFacts.value === 'strict')
    then(withBlock(scope, { ...block, lines: [], outer: block, names: new Map() }));
}

/** A range whose ends have names, and where it has a value; inside that condition it always has. */
export function present(
  block: CodeBlock,
  range: NumberRange,
): { readonly condition: Condition; readonly range: NumberRange } {
  const named = namedRange(block, range);
  const condition = allOf([isPresent(block, named.low.numerator), isPresent(block, named.high.numerator)]);
  return { condition, range: surelyPresent(named) };
}

/** Of a range that has a value wherever it is used from here on. */
export function surelyPresent({ low, high, noRow }: NumberRange): NumberRange {
  return rangeOf(surely(low), surely(high), noRow);
}

function surely(operand: Operand): Operand {
  const { numerator, divisor } = operand;
  const stripped = { ...operand, numerator: surelyWhole(numerator) };
  return divisor === undefined ? stripped : { ...stripped, divisor: surelyWhole(divisor) };
}

function surelyWhole({ absent: _absent, ...whole }: Whole): Whole {
  return { ...whole, mayBeNone: false };
}

/** The amount so far, if the gate holds; where it only may hold, nothing or that. */
export function gated(block: CodeBlock, range: NumberRange, sure: Condition): NumberRange {
  if (sure === always) return range;
  return rangeOf(selectOperand(block, sure, range.low, zeroOperand), range.high);
}

/** Variables of an outer block that are set inside; outside they are 0, or what was set. */
export function exportedRange(outer: CodeBlock, inner: CodeBlock, range: NumberRange): NumberRange {
  const high = exportedOperand(outer, inner, range.high);
  if (range.low === range.high) return rangeOf(high, high);
  return rangeOf(exportedOperand(outer, inner, range.low), high);
}

export function exportedOperand(outer: CodeBlock, inner: CodeBlock, operand: Operand): Operand {
  const { divisor } = operand;
  const numerator = exportedWhole(outer, inner, operand.numerator, 0n);
  if (divisor === undefined) return { ...operand, numerator };
  return { ...operand, numerator, divisor: exportedWhole(outer, inner, divisor, 1n) };
}

function exportedWhole(outer: CodeBlock, inner: CodeBlock, whole: Whole, initial: bigint): Whole {
  if (whole.mayBeNone) throw new Error('what leaves its block has a value');
  if (whole.low === whole.high && whole.low === initial) return whole;
  const name = newName(outer);
  writeLine(outer, `let ${name} = ${initial}${whole.width === 'bigint' ? 'n' : ''};`);
  writeLine(inner, `${name} = ${whole.code};`);
  return { ...whole, code: name, low: least(whole.low, initial), high: greatest(whole.high, initial) };
}

/** False outside. */
export function exportedTruth(outer: CodeBlock, inner: CodeBlock, sure: Condition): TruthRange {
  const possible = newName(outer);
  writeLine(outer, `let ${possible} = false;`);
  writeLine(inner, `${possible} = true;`);
  if (sure === always) return known(possible);
  const name = newName(outer);
  writeLine(outer, `let ${name} = false;`);
  writeLine(inner, `${name} = ${sure};`);
  return { kind: 'truth', sure: name, possible };
}
