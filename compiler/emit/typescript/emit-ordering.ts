import type { Expr, PartInOrderExpr, RankExpr } from '../../../runtime/ir.ts';
import { converted, expressionFunction } from './expressions.ts';
import { integerLiteral, stringLiteral } from './literal.ts';
import { type Block, core, type ModuleWriter } from './module-writer.ts';
import { type Form, fraction } from './scale.ts';

/** The place of an item; keys are compared as fractions, since each has a scale of its own. */
export function rank(writer: ModuleWriter, _block: Block, node: RankExpr): string {
  return `${core(writer, 'rankOf')}(c, { ${orderParts(writer, node).join(', ')} })`;
}

export function partInOrder(writer: ModuleWriter, _block: Block, node: PartInOrderExpr): string {
  const form = writer.forms.of(node);
  const parts = [
    ...orderParts(writer, node),
    `side: ${stringLiteral(node.side)}`,
    `of: ${functionIn(writer, node.of, form)}`,
    form.kind === 'fixed'
      ? `told: (used) => ${core(writer, 'fixedNumber')}(used, ${integerLiteral(form.scale)})`
      : `told: ${core(writer, 'fractionNumber')}`,
  ];
  const name = form.kind === 'fixed' ? 'partInOrderFixed' : 'partInOrderFractions';
  return `${core(writer, name)}(c, { ${parts.join(', ')} }, ${functionIn(writer, node.limit, form)})`;
}

function orderParts(writer: ModuleWriter, node: RankExpr | PartInOrderExpr): readonly string[] {
  const keys = node.order.keys.map(
    ({ by, first }) => `{ by: ${functionIn(writer, by, fraction)}, greatest: ${first === 'greatest'} }`,
  );
  return [
    `node: ${integerLiteral(node.id)}`,
    `list: ${stringLiteral(node.list)}`,
    ...(node.where === undefined ? [] : [`where: ${expressionFunction(writer, node.where)}`]),
    `keys: [${keys.join(', ')}]`,
    `listed: ${node.order.ties === 'listed'}`,
  ];
}

/** A function that computes a node at any place, in the form its reader needs. */
export function functionIn(writer: ModuleWriter, node: Expr, form: Form): string {
  const name = expressionFunction(writer, node);
  const code = converted(writer, `${name}(at)`, writer.forms.of(node), form);
  return code === `${name}(at)` ? name : `(at) => ${code}`;
}
