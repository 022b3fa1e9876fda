/** What one clause reads of another, and of the ledger. R5, R7. */

import type { HistoryColumn } from '../../../runtime/columnar/layout.ts';
import type { ClauseExpr, ClauseId, IsGrantedExpr, PaidExpr } from '../../../runtime/ir.ts';
import { named } from './code-block.ts';
import type { EmitContext, EmittedClause } from './emit-context.ts';
import { historyCellCode } from './function-writer.ts';
import { columnOperand, NotColumnar, zeroOperand } from './operand.ts';
import { compareOperands } from './operand-compare.ts';
import { isSettled, known, type NumberRange, settled, type TruthRange, zeroRange } from './range.ts';

export function emitClauseValue(node: ClauseExpr, context: EmitContext): NumberRange {
  const emitted = clauseOf(node.clause, context);
  const { at } = node;
  switch (at.kind) {
    case 'after':
      return emitted.afterBlocks.get(at.block) ?? emitted.value;
    case 'beforeCap':
      return emitted.beforeCap;
    case 'own':
      mustNotReadItem(node.clause, context);
      return emitted.own;
    case 'line':
      mustNotReadItem(node.clause, context);
      return emitted.lines.get(at.label) ?? zeroRange;
  }
}

/** From a line of items another clause's item of the same list is meant; its amounts by item are not at hand. */
function mustNotReadItem(clause: ClauseId, { item, writer }: EmitContext): void {
  if (item === undefined) return;
  const read = writer.layout.ir.clauses.find(({ id }) => id === clause);
  const isSameList = read?.statements.some((line) => line.kind === 'items' && line.list === item.list);
  if (isSameList === true) throw new NotColumnar('item of another clause');
}

export function clauseOf(clause: ClauseId, context: EmitContext): EmittedClause {
  const emitted = context.clauses.get(clause);
  if (emitted === undefined) throw new Error(`clause ${clause} is read before it ran`);
  return emitted;
}

export function emitIsGranted(node: IsGrantedExpr, context: EmitContext): TruthRange {
  const { gate, own } = clauseOf(node.clause, context);
  const read = context.writer.layout.ir.clauses.find(({ id }) => id === node.clause);
  if (read?.kind === 'none') return gate;
  const isAbove = (end: NumberRange['low']) => compareOperands(context.block, 'over', end, zeroOperand);
  if (isSettled(own)) return known(isAbove(own.high));
  return { kind: 'truth', sure: isAbove(own.low), possible: isAbove(own.high) };
}

export function emitPaid(node: PaidExpr, context: EmitContext): NumberRange {
  return paidRange(context, node.clause, { kind: 'ever' }, node.forItem ? 'item' : 'subject', 'paidOut');
}

const historyScale = 2;
const historyHigh = 10n ** 13n;

/** Σ paid before the assessed period, to the applicant or for the item whose lines run. */
export function paidRange(
  context: EmitContext,
  clause: ClauseId,
  window: HistoryColumn['window'],
  per: 'item' | 'subject',
  asks: 'paid' | 'paidOut',
): NumberRange {
  const code = historyCode(context, { clause, window, asks, scale: historyScale, high: Number(historyHigh) }, per);
  return settled(columnOperand(code, historyScale, 0n, historyHigh, false));
}

export function historyCode(context: EmitContext, column: HistoryColumn, per: 'item' | 'subject'): string {
  const { writer, block, item } = context;
  return named(block, historyCellCode(writer, column, per === 'item' && item !== undefined ? { item } : {}));
}
