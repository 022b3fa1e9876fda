/** Lines of emitted code in the making, and the names given to values in them. */

/**
 * The lines between two braces. What is named in a block is seen in the blocks inside it: code that was named before is not written again.
 * Code is a primary expression throughout: a name, a literal, or in brackets.
 */
export interface CodeBlock {
  readonly lines: string[];
  readonly indent: string;
  readonly outer?: CodeBlock;
  /** Names by code. */
  readonly names: Map<string, string>;
  /** Shared by all blocks of one function. */
  readonly counter: { next: number };
}

export function newCodeBlock(indent = '  '): CodeBlock {
  return { lines: [], indent, names: new Map(), counter: { next: 1 } };
}

export function writeLine(block: CodeBlock, text: string): void {
  block.lines.push(block.indent + text);
}

/** Writes `head {`, what `fill` writes, and the closing brace. */
export function writeBlock(block: CodeBlock, head: string, fill: (inner: CodeBlock) => void): void {
  const inner: CodeBlock = {
    lines: [],
    indent: `${block.indent}  `,
    outer: block,
    names: new Map(),
    counter: block.counter,
  };
  fill(inner);
  writeLine(block, `${head} {`);
  for (const line of inner.lines) block.lines.push(line);
  writeLine(block, '}');
}

/** A name that stands for this code from here on; a name or a literal stands for itself. */
export function named(block: CodeBlock, code: string): string {
  if (isAtom(code)) return code;
  const known = nameOf(block, code);
  if (known !== undefined) return known;
  const name = newName(block);
  writeLine(block, `const ${name} = ${withoutBrackets(code)};`);
  block.names.set(code, name);
  return name;
}

/** A variable that is assigned later. */
export function declared(block: CodeBlock, initial: string): string {
  const name = newName(block);
  writeLine(block, `let ${name} = ${initial};`);
  return name;
}

export function newName(block: CodeBlock): string {
  const name = `x${block.counter.next}`;
  block.counter.next += 1;
  return name;
}

/** Whether writing the code twice costs nothing. */
export function isAtom(code: string): boolean {
  return /^[-!]?[\w.]+$/u.test(code);
}

/** What a name stands for; other code stands for itself. */
export function codeBehind(block: CodeBlock, name: string): string {
  for (let at: CodeBlock | undefined = block; at !== undefined; at = at.outer)
    for (const [code, known] of at.names) if (known === name) return code;
  return name;
}

/** The block of a whole row. */
export function outermost(block: CodeBlock): CodeBlock {
  return block.outer === undefined ? block : outermost(block.outer);
}

function nameOf(block: CodeBlock, code: string): string | undefined {
  for (let at: CodeBlock | undefined = block; at !== undefined; at = at.outer) {
    const name = at.names.get(code);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The outermost brackets are one pair in all code made here, where it begins with one: every composite is bracketed as a whole. */
export function withoutBrackets(code: string): string {
  return code.startsWith('(') && code.endsWith(')') && closesAtEnd(code) ? code.slice(1, -1) : code;
}

function closesAtEnd(code: string): boolean {
  let depth = 0;
  for (let at = 0; at < code.length; at += 1) {
    if (code[at] === '(') depth += 1;
    else if (code[at] === ')') depth -= 1;
    if (depth === 0) return at === code.length - 1;
  }
  return false;
}
