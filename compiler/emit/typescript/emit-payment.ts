import type { Expr, PolicyIr } from '../../../runtime/ir.ts';

import { expressionsOfPlan } from './children.ts';
import { emitExpression, emitNumber, kindOf } from './expressions.ts';
import { integerLiteral } from './literal.ts';
import { core, type ModuleWriter, writeFunction } from './module-writer.ts';
import { fraction } from './scale.ts';
import { typed } from './type-syntax.ts';

/** Code for the days, conditions and mosts of the payment plans, by node: entries of a table. */
export function planEntries(writer: ModuleWriter, ir: PolicyIr): readonly string[] {
  return ir.clauses
    .flatMap(({ payment }) => (payment === undefined ? [] : expressionsOfPlan(payment)))
    .map((node) => `[${integerLiteral(node.id)}, ${planFunction(writer, node)}]`);
}

function planFunction(writer: ModuleWriter, node: Expr): string {
  const isTruth = kindOf(node) === 'truth';
  return writeFunction(
    writer,
    `plan${integerLiteral(node.id)}`,
    `c${typed(core(writer, 'Place'))}`,
    isTruth ? core(writer, 'TruthValue') : 'NumberValue | UndefinedValue',
    (body) =>
      isTruth
        ? emitExpression(writer, body, node)
        : `${core(writer, 'fractionValue')}(${emitNumber(writer, body, node, fraction)})`,
  );
}
