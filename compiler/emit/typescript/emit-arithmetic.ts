import type {
  AddExpr,
  CeilingExpr,
  DivideExpr,
  Expr,
  ExtremeExpr,
  GrowthExpr,
  MultiplyExpr,
  PartExpr,
  RowCapExpr,
  StepsExpr,
  SubtractExpr,
} from '../../../runtime/ir.ts';
import { earliest } from './emit-calendar.ts';
import { arithmetic, converted, emitAligned, emitExpression, emitList, emitNumber } from './expressions.ts';
import { integerLiteral, stringLiteral } from './literal.ts';
import { type Block, core, type ModuleWriter } from './module-writer.ts';
import { decidableRate, fraction, joined, whole } from './scale.ts';

/** Sums, products and their kin: operands are brought to one scale, products add scales, quotients are fractions. */
export function add(writer: ModuleWriter, block: Block, node: AddExpr): string {
  const { form, list } = emitList(writer, block, node.operands);
  return `${arithmetic(writer, form)}.add(${list})`;
}

export function subtract(writer: ModuleWriter, block: Block, node: SubtractExpr): string {
  const { form, values } = emitAligned(writer, block, [node.left, node.right]);
  return `${arithmetic(writer, form)}.subtract(${values.join(', ')})`;
}

export function multiply(writer: ModuleWriter, block: Block, node: MultiplyExpr): string {
  const factors = emitFactors(writer, block, [node.left, node.right]);
  return `${arithmetic(writer, writer.forms.of(node))}.multiply(${factors.join(', ')})`;
}

/** Factors keep their own scales unless one is a fraction: then all are. */
function emitFactors(writer: ModuleWriter, block: Block, nodes: readonly Expr[]): readonly string[] {
  const asFractions = joined(nodes.map(writer.forms.of)).kind === 'fraction';
  return nodes.map((node) => emitNumber(writer, block, node, asFractions ? fraction : writer.forms.of(node)));
}

export function divide(writer: ModuleWriter, block: Block, node: DivideExpr): string {
  const left = emitNumber(writer, block, node.left, fraction);
  const right = emitNumber(writer, block, node.right, fraction);
  return `${core(writer, 'divide')}(${left}, ${right})`;
}

export function growth(writer: ModuleWriter, block: Block, node: GrowthExpr): string {
  const now = emitNumber(writer, block, node.now, fraction);
  const before = emitNumber(writer, block, node.before, fraction);
  return `${core(writer, 'growth')}(${now}, ${before}, ${stringLiteral(node.zeroBase)})`;
}

export function ceiling(writer: ModuleWriter, block: Block, node: CeilingExpr): string {
  const form = writer.forms.of(node);
  const limit = emitExpression(writer, block, node.limit);
  const limitForm = writer.forms.of(node.limit);
  if (node.base === undefined) {
    return `${core(writer, form.kind === 'fixed' ? 'ceilingFixed' : 'ceilingFraction')}(c, ${limit})`;
  }
  const base = emitExpression(writer, block, node.base);
  const baseForm = writer.forms.of(node.base);
  const rateForm = decidableRate(limitForm);
  if (form.kind === 'fraction' || rateForm.kind === 'fraction') {
    return `${core(writer, 'rateCeilingFraction')}(c, ${converted(writer, limit, limitForm, fraction)}, ${converted(writer, base, baseForm, fraction)})`;
  }
  return `${core(writer, 'rateCeilingFixed')}(c, ${converted(writer, limit, limitForm, rateForm)}, ${integerLiteral(rateForm.scale)}, ${base})`;
}

export function part(writer: ModuleWriter, block: Block, node: PartExpr): string {
  const { form, values } = emitAligned(writer, block, [node.of, node.edge]);
  return node.side === 'over'
    ? `${arithmetic(writer, form)}.partOver(${values.join(', ')})`
    : `${arithmetic(writer, form)}.lowest([${values.join(', ')}])`;
}

export function steps(writer: ModuleWriter, block: Block, node: StepsExpr): string {
  if (node.mode === 'everyPart') {
    const [of, step, amount] = [node.of, node.step, node.amount].map((operand) =>
      emitNumber(writer, block, operand, fraction),
    );
    return `${core(writer, 'fraction')}.multiply(${core(writer, 'stepsInPart')}(${of}, ${step}), ${amount})`;
  }
  const { form, values } = emitAligned(writer, block, [node.of, node.step]);
  const amount = emitExpression(writer, block, node.amount);
  const amountForm = writer.forms.of(node.amount);
  const counted = `${core(writer, form.kind === 'fixed' ? 'stepsFixed' : 'stepsFraction')}(${values.join(', ')}, ${node.mode === 'everyStarted'})`;
  return `${arithmetic(writer, amountForm)}.multiply(${amountForm.kind === 'fraction' ? converted(writer, counted, whole, fraction) : counted}, ${amount})`;
}

export function rowCap(writer: ModuleWriter, block: Block, node: RowCapExpr): string {
  const { form, values } = emitAligned(writer, block, [node.value, node.cap]);
  return `${arithmetic(writer, form)}.rowCap(${values.join(', ')})`;
}

export function extreme(writer: ModuleWriter, block: Block, node: ExtremeExpr): string {
  if (node.type.kind === 'date' && node.side === 'lowest') return earliest(writer, block, node);
  const { form, list } = emitList(writer, block, node.operands);
  return `${arithmetic(writer, form)}.${node.side}(${list})`;
}
