import type {
  BoundIr,
  CompareExpr,
  Expr,
  HasGrownExpr,
  IsGrantedExpr,
  LogicalExpr,
  NotExpr,
  OptionTestExpr,
} from '../../../runtime/ir.ts';
import { emitAligned, emitExpression, emitOperands, kindOf } from './expressions.ts';
import { stringLiteral } from './literal.ts';
import { type Block, core, type ModuleWriter } from './module-writer.ts';
import type { Form } from './scale.ts';

/** Conditions. All operands are computed, so that all causes are told. */
export function logical(writer: ModuleWriter, block: Block, node: LogicalExpr): string {
  const emit = (inside: Block, operand: Expr): string => emitExpression(writer, inside, operand);
  const operands = emitOperands(writer, block, node.operands, () => core(writer, 'TruthValue'), emit);
  return `${core(writer, node.operator)}([${operands.join(', ')}])`;
}

export function not(writer: ModuleWriter, block: Block, node: NotExpr): string {
  return `${core(writer, 'not')}(${emitExpression(writer, block, node.operand)})`;
}

export function compare(writer: ModuleWriter, block: Block, node: CompareExpr): string {
  return comparison(writer, block, stringLiteral(node.operator), node.left, node.right);
}

export function hasGrown(writer: ModuleWriter, block: Block, node: HasGrownExpr): string {
  return comparison(writer, block, stringLiteral('over'), node.now, node.before);
}

function comparison(writer: ModuleWriter, block: Block, operator: string, left: Expr, right: Expr): string {
  if (kindOf(left) === 'text') {
    const texts = [left, right].map((operand) => emitExpression(writer, block, operand));
    return `${core(writer, 'compareTexts')}(${operator === stringLiteral('equal')}, ${texts.join(', ')})`;
  }
  const { form, values } = emitAligned(writer, block, [left, right]);
  return `${comparing(writer, form)}(${operator}, ${values.join(', ')})`;
}

/** Name of the runtime's comparison of a form. */
export function comparing(writer: ModuleWriter, form: Form): string {
  return core(writer, form.kind === 'fixed' ? 'compareFixed' : 'compareFractions');
}

/** Code of a bound word, which a reading may replace. */
export function operatorCode(writer: ModuleWriter, operator: BoundIr['operator']): string {
  if (typeof operator === 'string') return stringLiteral(operator);
  const cases = Object.entries(operator.cases).map(
    ([choice, word]) => `[${stringLiteral(choice)}, ${stringLiteral(word)}]`,
  );
  return `${core(writer, 'boundWord')}(c, ${stringLiteral(operator.reading)}, [${cases.join(', ')}])`;
}

export function optionTest(writer: ModuleWriter, block: Block, node: OptionTestExpr): string {
  const test = `${core(writer, 'holdsOneOf')}(${emitExpression(writer, block, node.operand)}, [${node.options.map(stringLiteral).join(', ')}])`;
  return node.negated ? `${core(writer, 'not')}(${test})` : test;
}

export function isGranted(writer: ModuleWriter, _block: Block, node: IsGrantedExpr): string {
  return `${core(writer, 'clauseGranted')}(c, ${stringLiteral(node.clause)})`;
}
