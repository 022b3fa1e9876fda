import type { GroupCapIr, PolicyIr } from '../../../runtime/ir.ts';
import { planEntries } from './emit-payment.ts';
import { linesFunction } from './emit-statement.ts';
import { banner, type EmitOptions } from './emitted-file.ts';
import { emitNumber } from './expressions.ts';
import { integerLiteral, stringLiteral } from './literal.ts';
import { core, type ModuleWriter, writeFunction } from './module-writer.ts';
import { fieldIndex, fraction, inferForms } from './scale.ts';
import { typed, typeOnly } from './type-syntax.ts';

/** Types among the names that emitted code imports; all else are values. */
const typeNames = new Set([
  'Assessment',
  'EvaluationInput',
  'FactField',
  'Fixed',
  'FixedEnd',
  'Fraction',
  'FractionEnd',
  'LadderLine',
  'Lines',
  'LinesCode',
  'NumberField',
  'NumberValue',
  'OptionsOperand',
  'Place',
  'Row',
  'TextOperand',
  'TruthValue',
  'UndefinedValue',
  'Value',
]);

/** The evaluator of a policy: one function per clause, items block and long expression, and a table of them. */
export function evaluatorModule(ir: PolicyIr, options: EmitOptions): string {
  const writer: ModuleWriter = {
    ir,
    forms: inferForms(ir),
    field: fieldIndex(ir),
    functions: [],
    imports: new Set([
      'Assessment',
      'EvaluationInput',
      'LinesCode',
      'NumberValue',
      'Place',
      'UndefinedValue',
      'assessWith',
      'engineOf',
    ]),
    fields: [],
    fieldNames: new Map(),
    slots: new Map(),
    constants: new Map(),
    figures: new Map(),
  };
  const clauses = ir.clauses.map((clause) => [
    clause.id,
    linesFunction(writer, `clause${integerLiteral(clause.node)}`, clause.statements),
  ]);
  const caps = ir.blocks
    .filter((block) => block.kind === 'groupCap')
    .map((block) => [block.id, capFunction(writer, block)]);
  const plans = planEntries(writer, ir);
  if (plans.length > 0) writer.imports.add('Value');
  const tables = `./${options.name}.tables${options.importEnding}`;
  const types = `./${options.name}.types${options.importEnding}`;
  return `${[
    banner,
    typeOnly(importLine(writer, options, (name) => typeNames.has(name), 'import type')),
    importLine(writer, options, (name) => !typeNames.has(name), 'import'),
    `import { ir } from ${stringLiteral(tables)};`,
    typeOnly(`import type { Results } from ${stringLiteral(types)};`),
    '',
    ...writer.slots.values(),
    ...writer.fields,
    ...[...writer.constants].map(
      ([made, { name, type }]) => `const ${name}${type === undefined ? '' : typed(type)} = ${made};`,
    ),
    '',
    writer.functions.join('\n\n'),
    '',
    `const clauses = new Map${typeOnly('<string, LinesCode>')}([${tableEntries(clauses)}]);`,
    `const caps = new Map${typeOnly('<string, (place: Place) => NumberValue | UndefinedValue>')}([${tableEntries(caps)}]);`,
    ...(plans.length === 0
      ? []
      : [`const plans = new Map${typeOnly('<number, (place: Place) => Value>')}([\n  ${plans.join(',\n  ')},\n]);`]),
    `const engine = engineOf({ clauses, caps${plans.length === 0 ? '' : ', plans'} });`,
    '',
    '/** Assesses facts that passed the door. */',
    `export function assess(input${typed('EvaluationInput')})${typed('Assessment')} {`,
    '  return assessWith(ir, input, engine);',
    '}',
    '',
    '/** Results of an assessment by clause. */',
    `export function resultsOf(assessment${typed('Assessment')})${typed('Results')} {`,
    `  return Object.fromEntries(assessment.clauses.map((result) => [result.clause, result]))${typeOnly(' as unknown as Results')};`,
    '}',
  ].join('\n')}\n`;
}

function capFunction(writer: ModuleWriter, block: GroupCapIr): string {
  return writeFunction(
    writer,
    `cap${integerLiteral(block.node)}`,
    `c${typed(core(writer, 'Place'))}`,
    'NumberValue | UndefinedValue',
    (body) => {
      const amount = emitNumber(writer, body, block.amount, fraction);
      return `${core(writer, 'fractionValue')}(${amount})`;
    },
  );
}

function tableEntries(entries: readonly (readonly (string | undefined)[])[]): string {
  return (
    entries.map(([id = '', name = '']) => `\n  [${stringLiteral(id)}, ${name}],`).join('') +
    (entries.length > 0 ? '\n' : '')
  );
}

function importLine(
  writer: ModuleWriter,
  options: EmitOptions,
  wanted: (name: string) => boolean,
  keyword: string,
): string {
  const names = [...writer.imports].filter(wanted).sort();
  return `${keyword} { ${names.join(', ')} } from ${stringLiteral(options.runtime)};`;
}
