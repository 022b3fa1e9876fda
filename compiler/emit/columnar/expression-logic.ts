/** Conditions of the IR. Every fact is known here, so that only ceilings leave a condition open. */
import type {
  ChooseRowIr,
  CompareExpr,
  HasGrownExpr,
  LogicalExpr,
  NotExpr,
  OptionTestExpr,
} from '../../../runtime/ir.ts';
import { allOf, anyOf, type Condition, never } from './condition.ts';
import type { EmitContext, EmittedValue, OptionCell } from './emit-context.ts';
import { emitExpression, emitNumber, emitTruth } from './emit-expression.ts';
import { NotColumnar } from './operand.ts';
import { compareRanges, isKnown, known, opposite, type TruthRange } from './range.ts';

export function emitCompare(node: CompareExpr, context: EmitContext): TruthRange {
  if (node.left.type.kind === 'text') throw new NotColumnar('text');
  const [left, right] = [emitNumber(node.left, context), emitNumber(node.right, context)];
  return compareRanges(context.block, node.operator, left, right);
}

export function emitHasGrown(node: HasGrownExpr, context: EmitContext): TruthRange {
  const [now, before] = [emitNumber(node.now, context), emitNumber(node.before, context)];
  return compareRanges(context.block, 'over', now, before);
}

export function emitLogical(node: LogicalExpr, context: EmitContext): TruthRange {
  const operands = node.operands.map((operand) => emitTruth(operand, context));
  const join = node.operator === 'and' ? allOf : anyOf;
  const sure = join(operands.map((operand) => operand.sure));
  if (operands.every(isKnown)) return known(sure);
  return { kind: 'truth', sure, possible: join(operands.map((operand) => operand.possible)) };
}

export function emitNot(node: NotExpr, context: EmitContext): TruthRange {
  return opposite(emitTruth(node.operand, context));
}

/** What is stated none makes its row general: what is negated here is surely known. */
export function emitOptionTest(node: OptionTestExpr, context: EmitContext): TruthRange {
  const held = holdsOneOf(emitExpression(node.operand, context), node.options);
  return node.negated ? opposite(held) : held;
}

export function holdsOneOf(
  value: EmittedValue,
  options: Extract<ChooseRowIr['test'], { kind: 'options' }>['options'],
): TruthRange {
  switch (value.kind) {
    case 'options':
      return known(holdsOption(value, options));
    case 'truth': {
      const parts = options.map((option) => (option === 'true' ? value : opposite(value)));
      const sure = anyOf(parts.map((part) => part.sure));
      const possible = isKnown(value) ? sure : anyOf(parts.map((part) => part.possible));
      return { ...value, sure, possible };
    }
    case 'number':
      throw new Error('a number holds no options');
  }
}

function holdsOption({ code, form, options }: OptionCell, wanted: readonly string[]): Condition {
  const places = wanted.map((option) => options.indexOf(option)).filter((place) => place >= 0);
  if (places.length === 0) return never;
  if (form === 'option') return anyOf(places.map((place) => `(${code} === ${place})`));
  const bits = places.reduce((so, place) => so | (1 << place), 0);
  return `((${code} & ${bits}) !== 0)`;
}
