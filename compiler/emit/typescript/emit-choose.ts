import type { ChooseExpr, ChooseRowIr } from '../../../runtime/ir.ts';
import { comparing, operatorCode } from './emit-truth.ts';
import { converted, emitExpression, emitNumber, formType, typeName } from './expressions.ts';
import { integerLiteral, stringLiteral } from './literal.ts';
import { type Block, core, line, type ModuleWriter, nested, writeFunction } from './module-writer.ts';
import { joined } from './scale.ts';
import { typed } from './type-syntax.ts';

const rowsPerFunction = 20;

/** R17. Rows in the order written; a row surely failed is not computed, nor `otherwise` where some row surely applies. */
export function choose(writer: ModuleWriter, block: Block, node: ChooseExpr): string {
  const key = emitExpression(writer, block, node.key);
  const form = writer.forms.of(node);
  const rowsType = `${core(writer, 'Row')}<${core(writer, form.kind === 'fixed' ? 'FixedEnd' : 'FractionEnd')}>[]`;
  const rows = `rows${integerLiteral(node.id)}`;
  line(block, `const ${rows}${typed(rowsType)} = [];`);
  if (node.rows.length <= rowsPerFunction) for (const row of node.rows) emitRow(writer, block, node, row, key);
  else {
    const parameters = `c${typed(core(writer, 'Place'))}, ${rows}${typed(rowsType)}, ${key}${typed(typeName(writer, node.key))}`;
    for (let start = 0; start < node.rows.length; start += rowsPerFunction) {
      const part = node.rows.slice(start, start + rowsPerFunction);
      const name = `rows${integerLiteral(node.id)}from${integerLiteral(part[0]?.id ?? 0)}`;
      writeFunction(writer, name, parameters, 'void', (inside) => {
        for (const row of part) emitRow(writer, inside, node, row, key);
        return undefined;
      });
      line(block, `${name}(c, ${rows}, ${key});`);
    }
  }
  const otherwise = node.otherwise === undefined ? 'undefined' : emitOtherwise(writer, block, node, rows);
  const choosing = core(writer, form.kind === 'fixed' ? 'chooseFixed' : 'chooseFractions');
  return `${choosing}.${node.mode}(${rows}, ${core(writer, 'rowCauses')}(${rows}), ${otherwise})`;
}

function emitRow(writer: ModuleWriter, block: Block, node: ChooseExpr, row: ChooseRowIr, key: string): void {
  const test = `row${integerLiteral(row.id)}`;
  const code = rowTest(writer, block, node, row, key);
  line(block, `const ${test} = ${core(writer, 'keepTruth')}(c, ${integerLiteral(row.id)}, ${code});`);
  line(block, `if (${test}.truth !== "false") {`);
  const inside = nested(block);
  const value = emitNumber(writer, inside, row.value, writer.forms.of(node));
  line(inside, `rows${integerLiteral(node.id)}.push({ test: ${test}, value: ${value} });`);
  line(block, '}');
}

function rowTest(writer: ModuleWriter, block: Block, node: ChooseExpr, row: ChooseRowIr, key: string): string {
  if (row.test.kind === 'options') {
    return `${core(writer, 'holdsOneOf')}(${key}, [${row.test.options.map(stringLiteral).join(', ')}])`;
  }
  const keyForm = writer.forms.of(node.key);
  const tests = row.test.bounds.map((bound, index) => {
    const form = joined([keyForm, writer.forms.of(bound.edge)]);
    const edge = emitNumber(writer, block, bound.edge, form);
    // Bound by bound, so that readings are met in the order in which they stand.
    const name = `bound${integerLiteral(row.id)}_${index}`;
    line(
      block,
      `const ${name} = ${comparing(writer, form)}(${operatorCode(writer, bound.operator)}, ${converted(writer, key, keyForm, form)}, ${edge});`,
    );
    return name;
  });
  return `${core(writer, 'boundsTest')}(${key}, [${tests.join(', ')}])`;
}

function emitOtherwise(writer: ModuleWriter, block: Block, node: ChooseExpr, rows: string): string {
  if (node.otherwise === undefined) return 'undefined';
  const form = writer.forms.of(node);
  const name = `otherwise${integerLiteral(node.id)}`;
  line(block, `let ${name}${typed(`${formType(writer, form)} | undefined`)};`);
  line(block, `if (!${core(writer, 'hasSureRow')}(${rows})) {`);
  const inside = nested(block);
  line(inside, `${name} = ${emitNumber(writer, inside, node.otherwise, form)};`);
  line(block, '}');
  return name;
}
