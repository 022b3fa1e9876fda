import type { ChooseExpr, ChooseRowIr, Expr } from '../../../runtime/ir.ts';
import { comparing, operatorCode } from './emit-truth.ts';
import { converted, emitExpression, emitNumber, formType, typeName } from './expressions.ts';
import { integerLiteral, stringLiteral } from './literal.ts';
import { type Block, core, line, type ModuleWriter, nested, writeFunction } from './module-writer.ts';
import { joined } from './scale.ts';
import { typed } from './type-syntax.ts';

const rowsPerFunction = 20;

/** What the rows are chosen by, and the name of its value. Absent: by case. */
interface Key {
  readonly node: Expr;
  readonly code: string;
}

/** R17. Rows in the order written; a row surely failed is not computed, nor `otherwise` where some row surely applies. */
export function choose(writer: ModuleWriter, block: Block, node: ChooseExpr): string {
  const key = node.key === undefined ? undefined : { node: node.key, code: emitExpression(writer, block, node.key) };
  const form = writer.forms.of(node);
  const rowsType = `${core(writer, 'Row')}<${core(writer, form.kind === 'fixed' ? 'FixedEnd' : 'FractionEnd')}>[]`;
  const rows = `rows${integerLiteral(node.id)}`;
  line(block, `const ${rows}${typed(rowsType)} = [];`);
  if (node.rows.length <= rowsPerFunction) for (const row of node.rows) emitRow(writer, block, node, row, key);
  else {
    const keyParameter = key === undefined ? '' : `, ${key.code}${typed(typeName(writer, key.node))}`;
    const parameters = `c${typed(core(writer, 'Place'))}, ${rows}${typed(rowsType)}${keyParameter}`;
    for (let start = 0; start < node.rows.length; start += rowsPerFunction) {
      const part = node.rows.slice(start, start + rowsPerFunction);
      const name = `rows${integerLiteral(node.id)}from${integerLiteral(part[0]?.id ?? 0)}`;
      writeFunction(writer, name, parameters, 'void', (inside) => {
        for (const row of part) emitRow(writer, inside, node, row, key);
        return undefined;
      });
      line(block, `${name}(${['c', rows, ...(key === undefined ? [] : [key.code])].join(', ')});`);
    }
  }
  const otherwise = emitOtherwise(writer, block, node, rows);
  const choosing = core(writer, form.kind === 'fixed' ? 'chooseFixed' : 'chooseFractions');
  return `${choosing}.${node.mode}(${rows}, ${core(writer, 'rowCauses')}(${rows}), ${otherwise})`;
}

function emitRow(writer: ModuleWriter, block: Block, node: ChooseExpr, row: ChooseRowIr, key: Key | undefined): void {
  const test = `row${integerLiteral(row.id)}`;
  const code = rowTest(writer, block, row, key);
  line(block, `const ${test} = ${core(writer, 'keepTruth')}(c, ${integerLiteral(row.id)}, ${code});`);
  line(block, `if (${test}.truth !== "false") {`);
  const inside = nested(block);
  const value = emitNumber(writer, inside, row.value, writer.forms.of(node));
  line(inside, `rows${integerLiteral(node.id)}.push({ test: ${test}, value: ${value} });`);
  line(block, '}');
}

function rowTest(writer: ModuleWriter, block: Block, row: ChooseRowIr, key: Key | undefined): string {
  if (row.test.kind === 'condition') return emitExpression(writer, block, row.test.condition);
  if (key === undefined) throw new Error(`row ${row.id} asks for a key`);
  if (row.test.kind === 'options') {
    return `${core(writer, 'holdsOneOf')}(${key.code}, [${row.test.options.map(stringLiteral).join(', ')}])`;
  }
  const keyForm = writer.forms.of(key.node);
  const tests = row.test.bounds.map((bound, index) => {
    const form = joined([keyForm, writer.forms.of(bound.edge)]);
    const edge = emitNumber(writer, block, bound.edge, form);
    // Bound by bound, so that readings are met in the order in which they stand.
    const name = `bound${integerLiteral(row.id)}_${index}`;
    line(
      block,
      `const ${name} = ${comparing(writer, form)}(${operatorCode(writer, bound.operator)}, ${converted(writer, key.code, keyForm, form)}, ${edge});`,
    );
    return name;
  });
  return `${core(writer, 'boundsTest')}(${key.code}, [${tests.join(', ')}])`;
}

function emitOtherwise(writer: ModuleWriter, block: Block, node: ChooseExpr, rows: string): string {
  if (node.otherwise === undefined) return node.exhaustive === true ? '"covered"' : 'undefined';
  const form = writer.forms.of(node);
  const name = `otherwise${integerLiteral(node.id)}`;
  line(block, `let ${name}${typed(`${formType(writer, form)} | undefined`)};`);
  line(block, `if (!${core(writer, 'hasSureRow')}(${rows})) {`);
  const inside = nested(block);
  line(inside, `${name} = ${emitNumber(writer, inside, node.otherwise, form)};`);
  line(block, '}');
  return name;
}
