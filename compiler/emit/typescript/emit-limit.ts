import type { ItemCutIr, Limit, Once, OrderIr } from '../../../runtime/ir.ts';
import { functionIn } from './emit-ordering.ts';
import { itAs, scopeCode } from './emit-statement.ts';
import { emitNumber } from './expressions.ts';
import { integerLiteral, stringLiteral } from './literal.ts';
import { type Block, core, line, type ModuleWriter } from './module-writer.ts';
import { fraction } from './scale.ts';

export function emitOnce(writer: ModuleWriter, block: Block, { id, scope, times }: Once): void {
  const most = times === undefined ? '' : `, ${emitNumber(writer, block, times, fraction)}`;
  line(block, `${core(writer, 'onceLine')}(s, ${integerLiteral(id)}, ${scopeCode(scope)}${most});`);
}

export function emitLimit(writer: ModuleWriter, block: Block, statement: Limit): void {
  const times = emitNumber(writer, block, statement.times, fraction);
  const parts = [
    `node: ${integerLiteral(statement.id)}`,
    `scope: ${scopeCode(statement.scope)}`,
    `order: ${directions(statement.order)}`,
    `keys: ${keys(writer, statement.order)}`,
  ];
  const it = itAs(writer, writer.forms.before(statement), fraction);
  line(block, `${core(writer, 'limitLine')}(s, { ${parts.join(', ')} }, ${it}, ${times});`);
}

/** How a cap cuts the items, as a further argument of the cap. */
export function cutCode(writer: ModuleWriter, cut: ItemCutIr | undefined): string {
  if (cut === undefined) return '';
  if (cut.kind === 'proRata') return `, { kind: "proRata", keys: [] }`;
  const { order } = cut;
  const ordered = order === undefined ? 'keys: []' : `order: ${directions(order)}, keys: ${keys(writer, order)}`;
  return `, { kind: "inOrder", ${ordered} }`;
}

function directions(order: OrderIr): string {
  return `{ first: [${order.keys.map(({ first }) => stringLiteral(first)).join(', ')}], ties: ${stringLiteral(order.ties)} }`;
}

function keys(writer: ModuleWriter, order: OrderIr): string {
  return `[${order.keys.map(({ by }) => functionIn(writer, by, fraction)).join(', ')}]`;
}
