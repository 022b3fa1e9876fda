import type { CompareExpr, HasGrownExpr, LogicalExpr, NotExpr, OptionTestExpr } from '../../../runtime/ir.ts';
import { comparison } from './compare.ts';
import { emitExpression, emitNumber, emitTruth } from './expressions.ts';
import { optionsTest } from './options-test.ts';
import type { Rows } from './rows.ts';
import { caseOf, joinedBy, sql } from './sql-text.ts';
import type { SqlTruth } from './sql-value.ts';

/** Conditions in SQL's own three values: unknown is NULL, AND and OR are Kleene's. */
export function logical(rows: Rows, node: LogicalExpr): SqlTruth {
  const operands = node.operands.map((operand) => emitTruth(rows, operand).sql);
  return { kind: 'truth', sql: joinedBy(node.operator === 'and' ? 'AND' : 'OR', operands) };
}

/** What is false because something does not exist stays so when it is denied (R8). */
export function not(rows: Rows, node: NotExpr): SqlTruth {
  return denied(emitTruth(rows, node.operand));
}

function denied({ sql: test, undef }: SqlTruth): SqlTruth {
  if (undef === undefined) return { kind: 'truth', sql: sql`NOT ${test}` };
  return { kind: 'truth', sql: caseOf([{ when: undef, give: 'FALSE' }], sql`NOT ${test}`), undef };
}

export function compare(rows: Rows, node: CompareExpr): SqlTruth {
  return comparison(rows, node.operator, emitExpression(rows, node.left), emitExpression(rows, node.right), node.id);
}

export function hasGrown(rows: Rows, node: HasGrownExpr): SqlTruth {
  return comparison(rows, 'over', emitNumber(rows, node.now), emitNumber(rows, node.before), node.id);
}

export function optionTest(rows: Rows, node: OptionTestExpr): SqlTruth {
  const test = optionsTest(emitExpression(rows, node.operand), node.options);
  return node.negated ? denied(test) : test;
}
