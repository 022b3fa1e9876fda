// What the generated reader calls tokens, gates and its own tables.
import * as gates from '../grammar/gates.ts';
import type { TokenType } from '../grammar/token-type.ts';
import * as tokens from '../grammar/tokens.ts';

const gateNames = new Map<unknown, string>(Object.entries(gates).map(([name, gate]) => [gate, name]));
const exported = Object.entries(tokens) as readonly [string, unknown][];
const tokenNames = new Map<unknown, string>([
  ...Object.entries(tokens.families).map(([name, type]): [unknown, string] => [type, `families.${name}`]),
  ...Object.entries(tokens.words).map(([name, type]): [unknown, string] => [type, `words.${name}`]),
  ...exported.map(([name, value]): [unknown, string] => [value, name]),
]);

/** Gathers what the text of the reader uses, each once and in the order of its first use. */
export class ReaderNames {
  private readonly imported = new Set<string>();
  private readonly gates = new Set<string>();
  private readonly constants = new Map<string, string>();

  /** The constant that holds the index of a type. */
  kind(type: TokenType): string {
    const token = this.token(type);
    const name = token.startsWith('words.') ? `${token.slice('words.'.length)}Word` : `${lowerFirst(token)}Kind`;
    this.constants.set(name, `${token}.index`);
    return name;
  }

  /** The constant that holds a table of types. */
  set(types: readonly TokenType[]): string {
    return this.table('begins', `oneOf(${types.map((type) => this.token(type)).join(', ')})`);
  }

  /** The constant that holds a table of ways. */
  ways(ways: readonly (readonly TokenType[])[]): string {
    const lists = ways.map((types) => `[${types.map((type) => this.token(type)).join(', ')}]`);
    return this.table('ways', `wayOf(\n  ${lists.join(',\n  ')},\n)`);
  }

  gate(gate: unknown): string {
    const name = gateNames.get(gate);
    if (name === undefined) throw new Error('a gate is an exported function of grammar/gates.ts');
    this.gates.add(name);
    return name;
  }

  importLines(): readonly string[] {
    return [
      `import { ${[...this.gates].sort().join(', ')} } from './gates.ts';`,
      `import { ${[...this.imported].sort().join(', ')} } from './tokens.ts';`,
    ];
  }

  constantLines(): readonly string[] {
    return [...this.constants].map(([name, value]) => `const ${name} = ${value};`);
  }

  private table(prefix: string, value: string): string {
    for (const [name, known] of this.constants) if (known === value) return name;
    const name = `${prefix}${this.constants.size}`;
    this.constants.set(name, value);
    return name;
  }

  private token(type: TokenType): string {
    const name = tokenNames.get(type);
    if (name === undefined) throw new Error(`no token is called ${type.name}`);
    this.imported.add(name.split('.')[0]!);
    return name;
  }
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
