/**
 * The trace: which value each IR node had, in a flat record. Interpreter and emitted evaluators fill the same frames; `explain.ts`
 * alone turns them into explanations, on request, by walking the IR beside them.
 */
import type { PoolShare } from './input.ts';
import type { NodeId } from './ir.ts';
import type { NumberValue, TruthValue, UndefinedReason, Value } from './value.ts';

export interface Frame {
  /** Value of each expression node that was evaluated here. */
  readonly values: Map<NodeId, Value>;
  /** State after each statement that ran here, by statement id. Absent: the statement did not run. Also of a clause node (dating test) and of ladders; see ir.ts. */
  readonly states: Map<NodeId, StatementState>;
  /** Item frames of an `items` statement or an `aggregate` node, in listed order. Year frames of a ladder's earlier years, keyed by year as text. */
  readonly inner: Map<NodeId, readonly InnerFrame[]>;
}
export interface InnerFrame {
  readonly key: string;
  readonly frame: Frame;
}

export interface StatementState {
  /** For gates (when, once) and conditions of adjust lines. */
  readonly truth?: TruthValue;
  /** `it` after the statement. */
  readonly it?: NumberValue;
  /** What a cap left: cap − used. */
  readonly room?: NumberValue;
  /** Paid amounts the ledger contributed to this line. Also of a ladder expression, under its id: what was deducted from `it`. */
  readonly used?: NumberValue;
  /** An amount line that yielded nothing; an items line of which nothing is left or nothing is met. */
  readonly failed?: 'no row' | 'no item' | 'no item met' | UndefinedReason;
  /** The share of the pool that a batch gave. */
  readonly pool?: PoolShare;
  /** A decided amount that settled `it` after this statement. */
  readonly decided?: NumberValue;
}

export function newFrame(): Frame {
  return { values: new Map(), states: new Map(), inner: new Map() };
}
