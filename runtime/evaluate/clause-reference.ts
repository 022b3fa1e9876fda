import { clauseValue, isClauseGranted } from '../clause-value.ts';
import { paidOut } from '../history.ts';
import type { ClauseExpr, ClauseId, IsGrantedExpr, PaidExpr } from '../ir.ts';
import { runOf } from '../session.ts';
import type { NumberValue, TruthValue } from '../value.ts';
import type { Context } from './context.ts';

export function clauseExpression(node: ClauseExpr, context: Context): NumberValue {
  restOn(node.clause, context);
  return clauseValue(node, context.session, context.item);
}

export function isGranted(node: IsGrantedExpr, context: Context): TruthValue {
  restOn(node.clause, context);
  return isClauseGranted(node.clause, context.session);
}

/** R5: what the ledger says was paid before P. */
export function paidUnder(node: PaidExpr, context: Context): NumberValue {
  const { ir, input } = context.session;
  const item = node.forItem && context.item !== undefined ? { item: context.item.key } : {};
  return paidOut(ir, input, { clause: node.clause, ...item });
}

/** R15: what the clause read rests on, its reader rests on too. */
function restOn(clause: ClauseId, context: Context): void {
  for (const reading of runOf(clause, context.session).restsOn) context.restsOn.add(reading);
}
