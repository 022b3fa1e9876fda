import type { Expr } from '../../../runtime/ir.ts';
import { aggregate, clause, paid } from './emit-aggregate.ts';
import { add, ceiling, divide, extreme, growth, multiply, part, rowCap, steps, subtract } from './emit-arithmetic.ts';
import { bands } from './emit-bands.ts';
import { accrual, calendarEdge, dateShift, days, elapsed, referenceDay, yearSince } from './emit-calendar.ts';
import { choose } from './emit-choose.ts';
import { dated } from './emit-dated.ts';
import { ladder } from './emit-ladder.ts';
import { fact, literal, options, switchExpression } from './emit-operand.ts';
import { partInOrder, rank } from './emit-ordering.ts';
import { compare, hasGrown, isGranted, logical, not, optionTest } from './emit-truth.ts';
import { bigintLiteral, integerLiteral } from './literal.ts';
import { type Block, constantName, core, line, type ModuleWriter, valueName, writeFunction } from './module-writer.ts';
import { type Form, joined } from './scale.ts';
import { typed } from './type-syntax.ts';

/** Gives the code of a node's value; what it needs before is written into the block. */
type Emitter<N extends Expr> = (writer: ModuleWriter, block: Block, node: N) => string;
type Emitters = { readonly [K in Expr['kind']]: Emitter<Extract<Expr, { kind: K }>> };

const emitters: Emitters = {
  literal,
  fact,
  options,
  add,
  subtract,
  multiply,
  divide,
  ceiling,
  part,
  steps,
  growth,
  choose,
  bands,
  ladder,
  rowCap,
  extreme,
  aggregate,
  rank,
  partInOrder,
  clause,
  paid,
  dateShift,
  days,
  calendarEdge,
  elapsed,
  yearSince,
  accrual,
  referenceDay,
  dated,
  logical,
  not,
  compare,
  hasGrown,
  optionTest,
  isGranted,
  switch: switchExpression,
};

/** Writes what computes and records a node; gives the name of its value, in the node's own form. */
export function emitExpression(writer: ModuleWriter, block: Block, node: Expr): string {
  const name = valueName(node.id);
  line(block, `const ${name} = ${recordedCode(writer, block, node)};`);
  return name;
}

/** Computes and records a node whose value nobody reads. */
export function emitForTrace(writer: ModuleWriter, block: Block, node: Expr): void {
  line(block, `${recordedCode(writer, block, node)};`);
}

function recordedCode(writer: ModuleWriter, block: Block, node: Expr): string {
  if (block.budget.left <= 0) return `${expressionFunction(writer, node)}(c)`;
  block.budget.left -= 1;
  const emitter = emitters[node.kind] as Emitter<Expr>;
  return keep(writer, node, emitter(writer, block, node));
}

/** A function that computes and records a node at any place. */
export function expressionFunction(writer: ModuleWriter, node: Expr): string {
  return writeFunction(
    writer,
    `e${integerLiteral(node.id)}`,
    `c${typed(core(writer, 'Place'))}`,
    typeName(writer, node),
    (block) => emitExpression(writer, block, node),
  );
}

/** The value of a number node in the form its reader needs. */
export function emitNumber(writer: ModuleWriter, block: Block, node: Expr, form: Form): string {
  const from = writer.forms.of(node);
  if (node.kind !== 'literal' || isSameForm(from, form))
    return converted(writer, emitExpression(writer, block, node), from, form);
  // A figure of the policy in another form is made once too.
  emitForTrace(writer, block, node);
  return constantName(writer, converted(writer, `${literal(writer, block, node)}.amount`, from, form));
}

function isSameForm(one: Form, other: Form): boolean {
  return one.kind === 'fixed' ? other.kind === 'fixed' && other.scale === one.scale : other.kind === 'fraction';
}

/** Several number nodes in their joint form. */
export function emitAligned(
  writer: ModuleWriter,
  block: Block,
  nodes: readonly Expr[],
): { readonly form: Form; readonly values: readonly string[] } {
  const form = joined(nodes.map(writer.forms.of));
  return { form, values: nodes.map((node) => emitNumber(writer, block, node, form)) };
}

const operandsPerFunction = 40;

/**
 * Members of an array of operands. A long list is cut into functions that give their part of it, so that no function grows with what
 * a drafter lists.
 */
export function emitOperands(
  writer: ModuleWriter,
  block: Block,
  nodes: readonly Expr[],
  type: () => string,
  emit: (block: Block, node: Expr) => string,
): readonly string[] {
  if (nodes.length <= operandsPerFunction) return nodes.map((node) => emit(block, node));
  const starts = nodes.map((_, index) => index).filter((index) => index % operandsPerFunction === 0);
  return starts.map((start) => {
    const part = nodes.slice(start, start + operandsPerFunction);
    const name = `part${integerLiteral(part[0]?.id ?? 0)}`;
    const place = `c${typed(core(writer, 'Place'))}`;
    const fill = (inside: Block): string => `[${part.map((node) => emit(inside, node)).join(', ')}]`;
    return `...${writeFunction(writer, name, place, `readonly ${type()}[]`, fill)}(c)`;
  });
}

/** Number operands in their joint form, as members of an array. */
export function emitList(
  writer: ModuleWriter,
  block: Block,
  nodes: readonly Expr[],
): { readonly form: Form; readonly list: string } {
  const form = joined(nodes.map(writer.forms.of));
  const emit = (inside: Block, node: Expr): string => emitNumber(writer, inside, node, form);
  return { form, list: `[${emitOperands(writer, block, nodes, () => formType(writer, form), emit).join(', ')}]` };
}

export function converted(writer: ModuleWriter, code: string, from: Form, to: Form): string {
  if (from.kind === 'fraction') {
    if (to.kind === 'fraction') return code;
    throw new Error('a fraction has no scale');
  }
  if (to.kind === 'fraction') return `${core(writer, 'toFraction')}(${code}, ${integerLiteral(from.scale)})`;
  if (to.scale < from.scale) throw new Error('a scale never shrinks');
  return to.scale === from.scale
    ? code
    : `${core(writer, 'rescale')}(${code}, ${bigintLiteral(10n ** BigInt(to.scale - from.scale))})`;
}

/** Name of the runtime's arithmetic of a form. */
export function arithmetic(writer: ModuleWriter, form: Form): string {
  return core(writer, form.kind === 'fixed' ? 'fixed' : 'fraction');
}

export type ValueKind = 'number' | 'truth' | 'options' | 'text';

export function kindOf(node: Expr): ValueKind {
  switch (node.kind) {
    case 'literal':
    case 'fact':
      return kindOfType(node.type.kind);
    case 'options':
      return 'options';
    case 'logical':
    case 'not':
    case 'compare':
    case 'hasGrown':
    case 'optionTest':
    case 'isGranted':
      return 'truth';
    case 'switch':
      return node.cases[0] === undefined ? 'number' : kindOf(node.cases[0].value);
    default:
      return 'number';
  }
}

function kindOfType(type: Expr['type']['kind']): ValueKind {
  if (type === 'boolean') return 'truth';
  if (type === 'choice' || type === 'choices') return 'options';
  return type === 'text' ? 'text' : 'number';
}

export function typeName(writer: ModuleWriter, node: Expr): string {
  const kind = kindOf(node);
  if (kind === 'truth') return core(writer, 'TruthValue');
  if (kind === 'options') return core(writer, 'OptionsOperand');
  if (kind === 'text') return core(writer, 'TextOperand');
  return formType(writer, writer.forms.of(node));
}

export function formType(writer: ModuleWriter, form: Form): string {
  return core(writer, form.kind === 'fixed' ? 'Fixed' : 'Fraction');
}

function keep(writer: ModuleWriter, node: Expr, code: string): string {
  const kind = kindOf(node);
  if (kind === 'number' && node.kind === 'fact') return code;
  if (kind === 'number' && node.kind === 'literal')
    return `${core(writer, 'keepConstant')}(c, ${integerLiteral(node.id)}, ${code})`;
  if (kind === 'truth') return `${core(writer, 'keepTruth')}(c, ${integerLiteral(node.id)}, ${code})`;
  if (kind === 'options') return `${core(writer, 'keepOptions')}(c, ${integerLiteral(node.id)}, ${code})`;
  if (kind === 'text') return `${core(writer, 'keepText')}(c, ${integerLiteral(node.id)}, ${code})`;
  return keepNumber(writer, node.id, writer.forms.of(node), code);
}

/** Records a number under a node (or a band). */
export function keepNumber(writer: ModuleWriter, id: number, form: Form, code: string): string {
  const node = integerLiteral(id);
  return form.kind === 'fixed'
    ? `${core(writer, 'keepFixed')}(c, ${node}, ${integerLiteral(form.scale)}, ${code})`
    : `${core(writer, 'keepFraction')}(c, ${node}, ${code})`;
}
