import type { FieldIr, NodeId, PolicyIr } from '../../../runtime/ir.ts';
import { integerLiteral, scaledInteger, stringLiteral } from './literal.ts';
import { type Forms, fieldForm } from './scale.ts';
import { typed, typeOnly } from './type-syntax.ts';

/** An emitted module in the making: its functions, the facts it reads, the names it needs from the runtime. */
export interface ModuleWriter {
  readonly ir: PolicyIr;
  readonly forms: Forms;
  readonly field: (owner: string | undefined, id: string) => FieldIr;
  /** Texts of finished functions, innermost first. */
  readonly functions: string[];
  /** Names imported from the runtime. */
  readonly imports: Set<string>;
  /** Texts of field constants, in the order of their numbers, and their names by owner and id. */
  readonly fields: string[];
  readonly fieldNames: Map<string | undefined, Map<string, string>>;
  /** Constants that say at which scale `it` is held, by name. */
  readonly slots: Map<string, string>;
  /** What is made once, when the module is loaded, after the fields, by the code that makes it. */
  readonly constants: Map<string, { readonly name: string; readonly type: string | undefined }>;
  /** Names of the figures written so far, by their decimal text. */
  readonly figures: Map<string, string>;
}

/**
 * Lines of one function body. `budget` counts the expressions a function may still hold: beyond some dozens a part goes into a
 * function of its own, since engines give up on optimising very long functions.
 */
export interface Block {
  readonly lines: string[];
  readonly indent: string;
  readonly budget: { left: number };
}

const nodesPerFunction = 60;

/** A name of the runtime, imported where it is used. */
export function core(writer: ModuleWriter, name: string): string {
  writer.imports.add(name);
  return name;
}

export function line(block: Block, text: string): void {
  block.lines.push(block.indent + text);
}

/** A block inside braces of the same function. */
export function nested(block: Block): Block {
  return { ...block, indent: `${block.indent}  ` };
}

/** Writes a function over a place; its body ends in what `fill` returns. */
export function writeFunction(
  writer: ModuleWriter,
  name: string,
  parameters: string,
  type: string,
  fill: (block: Block) => string | undefined,
): string {
  const block: Block = { lines: [], indent: '  ', budget: { left: nodesPerFunction } };
  const result = fill(block);
  if (result !== undefined) line(block, `return ${result};`);
  writer.functions.push(`function ${name}(${parameters})${typed(type)} {\n${block.lines.join('\n')}\n}`);
  return name;
}

/** Name of a node's value: from its number alone. */
export function valueName(node: NodeId): string {
  return `n${integerLiteral(node)}`;
}

/** The name of what this code makes once, where it does not depend on the place; `type` where it is not inferred. */
export function constantName(writer: ModuleWriter, code: string, type?: () => string): string {
  const known = writer.constants.get(code);
  if (known !== undefined) return known.name;
  const name = `once${writer.constants.size}`;
  writer.constants.set(code, { name, type: type?.() });
  return name;
}

/** The constant that describes a fact. */
export function fieldName(writer: ModuleWriter, owner: string | undefined, id: string): string {
  let names = writer.fieldNames.get(owner);
  if (names === undefined) {
    names = new Map();
    writer.fieldNames.set(owner, names);
  }
  const known = names.get(id);
  if (known !== undefined) return known;
  const name = `field${writer.fields.length}`;
  names.set(id, name);
  writer.fields.push(fieldText(writer, writer.field(owner, id), owner, name));
  return name;
}

function fieldText(writer: ModuleWriter, field: FieldIr, owner: string | undefined, name: string): string {
  const parts = [`id: ${stringLiteral(field.id)}`, `yearly: ${field.yearly}`];
  if (owner !== undefined) parts.push(`owner: ${stringLiteral(owner)}`);
  if (field.since !== undefined) parts.push(`since: ${stringLiteral(field.since)}`);
  if (field.yearly) parts.push('reads: new Map()');
  if (!isNumeric(field)) return `const ${name}${typed(core(writer, 'FactField'))} = { ${parts.join(', ')} };`;
  const form = fieldForm(field);
  const scale = form.kind === 'fixed' ? form.scale : 0;
  parts.push(
    `scale: ${integerLiteral(scale)}`,
    `low: ${bound(field.low, scale, '-Infinity')}`,
    `high: ${bound(field.high, scale, 'Infinity')}`,
  );
  if (field.orNone) parts.push('orNone: true');
  if (field.published !== undefined) {
    const entries = Object.entries(field.published).map(
      ([year, value]) => `[${stringLiteral(year)}, ${scaledInteger(value, scale)}n]`,
    );
    parts.push(`published: new Map${typeOnly('<string, bigint>')}([${entries.join(', ')}])`);
  }
  return `const ${name}${typed(core(writer, 'NumberField'))} = { ${parts.join(', ')} };`;
}

function bound(text: string | undefined, scale: number, otherwise: string): string {
  return text === undefined ? otherwise : `${scaledInteger(text, scale)}n`;
}

export function isNumeric({ type }: Pick<FieldIr, 'type'>): boolean {
  return !['boolean', 'text', 'choice', 'choices'].includes(type.kind);
}
