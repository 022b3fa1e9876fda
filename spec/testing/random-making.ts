import type { BlockIr, ClauseIr, Expr, TypeIr } from '../../runtime/ir.ts';
import type { Random } from './random.ts';

/** What a random policy is made with, and what its expressions may see. */
export interface Making {
  readonly random: Random;
  readonly nextId: () => number;
  /** Clauses and blocks that stand before: only these may be read. */
  readonly clauses: readonly ClauseIr[];
  readonly blocks: readonly BlockIr[];
  /** Lists whose current item is in sight. */
  readonly items: readonly string[];
  /** The list of the items block around. */
  readonly list: string | undefined;
  /** The amount of a shared cap stands in no clause: no ladder there, which asks what was paid under its clause. */
  readonly inClause: boolean;
  /** `up to` stands in amounts alone. */
  readonly ceilings: boolean;
}
export type Made<E extends Expr = Expr> = (making: Making, depth: number) => E;

export const money: TypeIr = { kind: 'money', currency: 'CNY' };
export const ratio: TypeIr = { kind: 'percent' };
export const truthType: TypeIr = { kind: 'boolean' };
export const day: TypeIr = { kind: 'date' };
export const count: TypeIr = { kind: 'count' };

/** Pre-order numbers: a node takes its id before its parts are made. */
export function node<E extends Expr>(making: Making, make: (id: number) => E): E {
  return make(making.nextId());
}

export function choose(making: Making, depth: number, leaves: readonly Made[], inner: readonly Made[]): Expr {
  return making.random.pick(depth <= 0 ? leaves : [...leaves, ...inner, ...inner])(making, depth - 1);
}

export function extremeOf(type: TypeIr, operand: Made): Made {
  return (making, depth) =>
    node(making, (id) => ({
      kind: 'extreme',
      id,
      type,
      side: making.random.pick(['lowest', 'highest']),
      operands: several(making, depth, operand, 1, 3),
    }));
}

export function switchOf(type: TypeIr, value: Made): Made {
  return (making, depth) =>
    node(making, (id) => ({
      kind: 'switch',
      id,
      type,
      reading: 'r1',
      cases: ['a', 'b'].map((choice) => ({ choice, value: value(making, depth) })),
    }));
}

export function several(making: Making, depth: number, made: Made, low: number, high: number): readonly Expr[] {
  return Array.from({ length: making.random.between(low, high) }, () => made(making, depth - 1));
}

export function noCeilings(making: Making): Making {
  return making.ceilings ? { ...making, ceilings: false } : making;
}
