/** Where an expression or a line of a policy becomes columnar code, and what it becomes. */
import type { TraceSlot } from '../../../runtime/columnar/trace-layout.ts';
import type { ClauseId, ClauseIr, NodeId } from '../../../runtime/ir.ts';
import { type CodeBlock, named } from './code-block.ts';
import { allOf, always, type Condition } from './condition.ts';
import type { FunctionWriter } from './function-writer.ts';
import type { Operand } from './operand.ts';
import type { NumberRange, TruthRange } from './range.ts';

export interface OptionCell {
  readonly kind: 'options';
  /** Named: the index of the option, or its bits. */
  readonly code: string;
  readonly form: 'option' | 'options';
  readonly options: readonly string[];
}

export type EmittedValue = NumberRange | TruthRange | OptionCell;

/** What others read of a clause that ran: all in variables of the row. */
export interface EmittedClause {
  readonly gate: TruthRange;
  /** Gate applied, before the budget (R7). */
  readonly own: NumberRange;
  /** Gate applied, after all lines; blocks change it. */
  value: NumberRange;
  readonly beforeCap: NumberRange;
  /** Labelled lines, gate applied. */
  readonly lines: ReadonlyMap<string, NumberRange>;
  readonly afterBlocks: Map<string, NumberRange>;
}

export interface EmitContext {
  readonly writer: FunctionWriter;
  readonly block: CodeBlock;
  readonly clause?: ClauseIr;
  /** Years that the expression is moved by: a ladder asks earlier ones. */
  readonly shift: number;
  /** Moved: assessed years (as moved) before this one are not asked. */
  readonly askedFrom?: number;
  /** Current items by list: the names of their places. */
  readonly items: ReadonlyMap<string, string>;
  /** The item whose lines run, and the block of all that runs for it. */
  readonly item?: { readonly list: string; readonly index: string; readonly body: CodeBlock };
  /** Absent: none. */
  readonly referenceDay?: Operand;
  readonly clauses: ReadonlyMap<ClauseId, EmittedClause>;
  /** What is made here is computed in any case, but asked for only where this holds: elsewhere it is not recorded. Absent: always. */
  readonly askedWhen?: Condition;
  /** Hears of every value as it is made: a trace is written here. */
  readonly keep: Keep;
  /** Hears of the end of what runs for a row, or for an item. */
  readonly keptAll: KeptAll;
}

/** `gate`: of a condition, the block that runs where it holds. */
export type Keep = (
  node: NodeId,
  value: EmittedValue,
  context: EmitContext,
  of?: TraceSlot['of'],
  gate?: CodeBlock,
) => void;
export type KeptAll = (root: CodeBlock) => void;

export const keepNothing: Keep = () => undefined;
export const noEnd: KeptAll = () => undefined;

/** For values that only a row, or a line with a condition, asks for. */
export function askedWhere(context: EmitContext, condition: Condition): EmitContext {
  if (context.keep === keepNothing || condition === always) return context;
  const all = allOf([context.askedWhen ?? always, condition]);
  return { ...context, askedWhen: named(context.block, all) };
}
