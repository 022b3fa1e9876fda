import type { DatedExpr } from '../../../runtime/ir.ts';
import { emitNumber } from './expressions.ts';
import { integerLiteral } from './literal.ts';
import { type Block, core, fieldName, type ModuleWriter } from './module-writer.ts';
import { whole } from './scale.ts';

/** R19. The versions are data of the tables; what is computed with them is the runtime's. */
export function dated(writer: ModuleWriter, block: Block, node: DatedExpr): string {
  const [id, shift] = [integerLiteral(node.id), integerLiteral(node.shift)];
  const field = fieldName(writer, undefined, node.field);
  if (node.at === 'period') return `${core(writer, 'datedOverPeriod')}(c, ${id}, ${field}, ${shift})`;
  if (node.at === 'accrual') return `${core(writer, 'datedOnAccrualDays')}(c, ${id}, ${field}, ${shift})`;
  if (node.day === undefined) return `${core(writer, 'datedOnReferenceDay')}(c, ${id}, ${field}, ${shift})`;
  const day = emitNumber(writer, block, node.day, whole);
  return `${core(writer, 'datedOn')}(c, ${id}, ${field}, ${day}, ${shift})`;
}
