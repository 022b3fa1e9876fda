import type { AggregateExpr, ClauseExpr, Expr, PaidExpr } from '../../../runtime/ir.ts';
import { childrenOf } from './children.ts';
import { expressionFunction } from './expressions.ts';
import { integerLiteral, stringLiteral } from './literal.ts';
import { type Block, core, type ModuleWriter } from './module-writer.ts';

/** What looks beyond one place: the items of a list, other clauses, the ledger. */
export function aggregate(writer: ModuleWriter, _block: Block, node: AggregateExpr): string {
  const parts = [
    `node: ${integerLiteral(node.id)}`,
    `list: ${stringLiteral(node.list)}`,
    `operation: ${stringLiteral(node.operation)}`,
    `mayBeNegative: ${node.operation !== 'count' && node.of !== undefined && mayBeNegative(writer, node.of)}`,
  ];
  if (node.where !== undefined) parts.push(`where: ${expressionFunction(writer, node.where)}`);
  if (node.of !== undefined && node.operation !== 'count') parts.push(`of: ${expressionFunction(writer, node.of)}`);
  const form = writer.forms.of(node);
  return `${core(writer, form.kind === 'fixed' ? 'aggregateFixed' : 'aggregateFractions')}(c, { ${parts.join(', ')} })`;
}

/** Told from the form of the expression alone: a difference, a growth, days, a figure or a fact that may lie below 0 stands in it. */
function mayBeNegative(writer: ModuleWriter, node: Expr): boolean {
  switch (node.kind) {
    case 'subtract':
    case 'growth':
    case 'days':
    case 'elapsed':
    case 'dateShift':
    case 'calendarEdge':
    case 'referenceDay':
      return true;
    case 'rank':
      return false;
    case 'literal':
      return node.value.startsWith('-') || node.type.kind === 'date';
    case 'fact':
    case 'dated': {
      const { low } = writer.field(node.kind === 'fact' ? node.owner : undefined, node.field);
      return low === undefined || low.startsWith('-');
    }
    default:
      return childrenOf(node).some((child) => mayBeNegative(writer, child));
  }
}

export function clause(writer: ModuleWriter, _block: Block, node: ClauseExpr): string {
  return `${core(writer, 'clauseNumber')}(c, ${stringLiteral(node.clause)}, ${atCode(node.at)})`;
}

function atCode(at: ClauseExpr['at']): string {
  switch (at.kind) {
    case 'line':
      return `{ kind: "line", label: ${stringLiteral(at.label)} }`;
    case 'after':
      return `{ kind: "after", block: ${stringLiteral(at.block)} }`;
    default:
      return `{ kind: ${stringLiteral(at.kind)} }`;
  }
}

export function paid(writer: ModuleWriter, _block: Block, node: PaidExpr): string {
  return `${core(writer, 'paidUnder')}(c, ${stringLiteral(node.clause)}, ${node.forItem})`;
}
