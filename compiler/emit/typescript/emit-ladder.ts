import type { Expr, FactExpr, FieldIr, LadderExpr } from '../../../runtime/ir.ts';
import { childrenOf } from './children.ts';
import { comparing, operatorCode } from './emit-truth.ts';
import { converted, emitNumber, expressionFunction } from './expressions.ts';
import { integerLiteral, stringLiteral } from './literal.ts';
import { type Block, constantName, core, fieldName, line, type ModuleWriter } from './module-writer.ts';
import { type Form, fieldForm, joined } from './scale.ts';
import { typed } from './type-syntax.ts';

/** R18. The operand is a function, so that it can be asked in other years. */
export function ladder(writer: ModuleWriter, block: Block, node: LadderExpr): string {
  const id = integerLiteral(node.id);
  const ofForm = writer.forms.of(node.of);
  const peak = node.peak === undefined ? undefined : writer.field(undefined, node.peak.field);
  const thresholds = node.rungs.map((rung) => writer.forms.of(rung.threshold));
  const testForm = joined([ofForm, ...thresholds, ...(peak === undefined ? [] : [fieldForm(peak)])]);
  const form = writer.forms.of(node);
  const of = expressionFunction(writer, node.of);
  line(block, `const of${id} = ${converted(writer, `${of}(c)`, ofForm, testForm)};`);
  const rungs = node.rungs.map((rung) => ({
    id: integerLiteral(rung.id),
    threshold: emitNumber(writer, block, rung.threshold, testForm),
    amount: emitNumber(writer, block, rung.amount, form),
  }));
  const ends = (): string =>
    `${core(writer, 'LadderLine')}<${core(writer, testForm.kind === 'fixed' ? 'FixedEnd' : 'FractionEnd')}>`;
  const past = constantName(writer, pastLine(writer, node, of, ofForm, testForm, peak), ends);
  line(block, `const past${id} = ${core(writer, 'pastOf')}(c, ${past});`);
  line(block, `const word${id} = ${operatorCode(writer, node.operator)};`);
  for (const rung of rungs) {
    const compared = `${comparing(writer, testForm)}, of${id}, ${rung.threshold}, past${id}`;
    line(
      block,
      `const rung${rung.id} = ${core(writer, 'climb')}(c, ${rung.id}, word${id}, ${compared}, ${rung.amount});`,
    );
  }
  return settled(writer, node, form, `[${rungs.map((rung) => `rung${rung.id}`).join(', ')}]`);
}

function settled(writer: ModuleWriter, node: LadderExpr, form: Form, rungs: string): string {
  const id = integerLiteral(node.id);
  if (node.settlement === 'toppingUp') return `${core(writer, 'ladderToppingUp')}(c, ${id}, ${rungs})`;
  if (node.settlement === 'perTierHeld') {
    return form.kind === 'fixed'
      ? `${core(writer, 'ladderPerTierHeldFixed')}(c, ${id}, ${integerLiteral(form.scale)}, ${rungs})`
      : `${core(writer, 'ladderPerTierHeldFractions')}(c, ${id}, ${rungs})`;
  }
  return `${core(writer, form.kind === 'fixed' ? 'ladderFixed' : 'ladderFractions')}(${stringLiteral(node.settlement)}, ${rungs})`;
}

function pastLine(
  writer: ModuleWriter,
  node: LadderExpr,
  of: string,
  ofForm: Form,
  testForm: Form,
  peak: FieldIr | undefined,
): string {
  const place = core(writer, 'Place');
  const parts = [
    `node: ${integerLiteral(node.id)}`,
    `range: ${rangeCode(node.range)}`,
    `series: [${yearlyFacts(writer, node.of).map(seriesCode).join(', ')}]`,
    `of: (there${typed(place)}) => ${converted(writer, `${of}(there)`, ofForm, testForm)}`,
  ];
  if (node.peak !== undefined && peak !== undefined) {
    const value = converted(writer, 'peak', fieldForm(peak), testForm);
    const field = fieldName(writer, undefined, node.peak.field);
    parts.push(
      `peak: { field: ${field}, before: ${integerLiteral(node.peak.before)}, value: (peak${typed(core(writer, 'Fixed'))}) => ${value} }`,
    );
  }
  return `{ ${parts.join(', ')} }`;
}

function rangeCode(range: LadderExpr['range']): string {
  switch (range.kind) {
    case 'sinceFact':
      return `{ kind: "sinceFact", field: ${stringLiteral(range.field)} }`;
    case 'sinceYear':
      return `{ kind: "sinceYear", year: ${integerLiteral(range.year)} }`;
    default:
      return `{ kind: ${stringLiteral(range.kind)} }`;
  }
}

function seriesCode(fact: FactExpr): string {
  const owner = fact.owner === undefined ? '' : `, owner: ${stringLiteral(fact.owner)}`;
  return `{ field: ${stringLiteral(fact.field)}${owner}, shift: ${integerLiteral(fact.shift)} }`;
}

function yearlyFacts(writer: ModuleWriter, node: Expr): readonly FactExpr[] {
  const here = node.kind === 'fact' && writer.field(node.owner, node.field).yearly ? [node] : [];
  return [...here, ...childrenOf(node).flatMap((child) => yearlyFacts(writer, child))];
}
