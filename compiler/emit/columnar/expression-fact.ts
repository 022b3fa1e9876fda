/** Literals and cells of columns. */
import { dayNumber } from '../../../runtime/day.ts';
import type { FactExpr, LiteralExpr } from '../../../runtime/ir.ts';
import { whole } from '../../../runtime/rational.ts';
import { named } from './code-block.ts';
import { always, never } from './condition.ts';
import type { EmitContext, EmittedValue } from './emit-context.ts';
import { factCellCode } from './function-writer.ts';
import { cellForm, firstDay, lastDay } from './guards.ts';
import { columnOperand, constantOperand, decimalOperand, NotColumnar } from './operand.ts';
import { known, settled } from './range.ts';

export function emitLiteral(node: LiteralExpr): EmittedValue {
  switch (node.type.kind) {
    case 'boolean':
      return known(node.value === 'true' ? always : never);
    case 'date':
      return settled(constantOperand(whole(dayNumber(node.value))));
    case 'text':
      throw new NotColumnar('text');
    default:
      return settled(decimalOperand(node.value));
  }
}

export function emitFact(node: Pick<FactExpr, 'field' | 'owner' | 'shift'>, context: EmitContext): EmittedValue {
  const { writer, block } = context;
  const field = writer.layout.field(node.owner, node.field);
  const form = cellForm(field);
  const from = context.askedFrom === undefined ? undefined : context.askedFrom + node.shift;
  const index = node.owner === undefined ? undefined : context.items.get(node.owner);
  const place = index === undefined ? {} : { item: { list: node.owner!, index } };
  const cell = { field, form, shift: node.shift + context.shift, from };
  const code = named(block, factCellCode(writer, node.owner, cell, place));
  const mayBeNone = field.orNone || (field.yearly && (field.since !== undefined || from !== undefined));
  switch (form.kind) {
    case 'number':
      return settled(columnOperand(code, form.scale, BigInt(form.low), BigInt(form.high), mayBeNone));
    case 'day':
      return settled(columnOperand(code, 0, firstDay, lastDay, mayBeNone));
    case 'truth':
      return known(`(${code} === 1)`);
    case 'option':
    case 'options':
      return { kind: 'options', code, form: form.kind, options: form.options };
  }
}
