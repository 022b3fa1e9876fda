import type { ChooseExpr } from '../../runtime/ir.ts';
import { truthExpr } from './random-condition.ts';
import { type Made, money, node } from './random-making.ts';
import { moneyExpr } from './random-money.ts';

/** A choice by case: every row has a condition of its own. */
export const casesExpr: Made = (making, depth) =>
  node(making, (id): ChooseExpr => {
    const { random } = making;
    const rows = Array.from({ length: random.between(1, 3) }, () => {
      const rowId = making.nextId();
      const condition = truthExpr(making, depth - 1);
      return { id: rowId, test: { kind: 'condition', condition } as const, value: moneyExpr(making, depth - 1) };
    });
    const mode = random.pick(['first', 'first', 'highest', 'eachRow'] as const);
    const otherwise = random.chance(0.5) ? { otherwise: moneyExpr(making, depth - 1) } : {};
    return { kind: 'choose', id, type: money, mode, rows, ...otherwise };
  });
