import type { FactExpr, LiteralExpr, OptionsExpr, SwitchExpr } from '../../../runtime/ir.ts';
import { converted, emitExpression, kindOf, typeName } from './expressions.ts';
import { bigintLiteral, dayNumber, decimalsOf, integerLiteral, scaledInteger, stringLiteral } from './literal.ts';
import { type Block, constantName, core, fieldName, line, type ModuleWriter, nested } from './module-writer.ts';
import { typed } from './type-syntax.ts';

/** Literals, facts, readings. */
export function literal(writer: ModuleWriter, _block: Block, node: LiteralExpr): string {
  switch (node.type.kind) {
    case 'boolean':
      return core(writer, node.value === 'true' ? 'yes' : 'no');
    case 'text':
      return `{ kind: "text", text: ${stringLiteral(node.value)}, causes: [] }`;
    case 'date':
      return figure(writer, 0, dayNumber(node.value));
    default: {
      const known = writer.figures.get(node.value);
      if (known !== undefined) return known;
      const scale = decimalsOf(node.value);
      const name = figure(writer, scale, scaledInteger(node.value, scale));
      writer.figures.set(node.value, name);
      return name;
    }
  }
}

/** Figures of the policy are made once, when the module is loaded. */
function figure(writer: ModuleWriter, scale: number, value: bigint): string {
  return constantName(writer, `${core(writer, 'constantOf')}(${integerLiteral(scale)}, ${bigintLiteral(value)})`);
}

export function fact(writer: ModuleWriter, _block: Block, node: FactExpr): string {
  const readers = { number: 'keepFact', truth: 'factTruth', options: 'factOptions', text: 'factText' } as const;
  const kind = kindOf(node);
  // Facts are recorded as they are read: one that is read again need not be made into a rational again.
  const id = kind === 'number' ? `${integerLiteral(node.id)}, ` : '';
  return `${core(writer, readers[kind])}(c, ${id}${fieldName(writer, node.owner, node.field)}, ${integerLiteral(node.shift)})`;
}

export function options(_writer: ModuleWriter, _block: Block, node: OptionsExpr): string {
  return `{ kind: "options", options: [${node.options.map(stringLiteral).join(', ')}], causes: [] }`;
}

/** Only the chosen alternative is computed. */
export function switchExpression(writer: ModuleWriter, block: Block, node: SwitchExpr): string {
  const id = integerLiteral(node.id);
  const reading = stringLiteral(node.reading);
  line(block, `const choice${id} = ${core(writer, 'choiceOf')}(c, ${reading});`);
  line(block, `let case${id}${typed(typeName(writer, node))};`);
  let opening = '';
  for (const one of node.cases) {
    line(block, `${opening}if (choice${id} === ${stringLiteral(one.choice)}) {`);
    const inside = nested(block);
    const value = emitExpression(writer, inside, one.value);
    const form = writer.forms.of(one.value);
    line(
      inside,
      `case${id} = ${kindOf(node) === 'number' ? converted(writer, value, form, writer.forms.of(node)) : value};`,
    );
    opening = '} else ';
  }
  line(block, `} else throw ${core(writer, 'noCase')}(${reading});`);
  return `case${id}`;
}
