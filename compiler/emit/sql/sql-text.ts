/**
 * A piece of SQL. `depth` is the first step of a query in which every column that it reads is there. `name`: a column or a literal,
 * which may be written twice; `primary`: needs no brackets; `compound`: does.
 */
export interface Sql {
  readonly text: string;
  readonly depth: number;
  readonly form: 'name' | 'primary' | 'compound';
}

export type SqlPart = Sql | string;

/** An expression with operators; operands that need brackets get them. Plain strings are put in as they are. */
export function sql(strings: TemplateStringsArray, ...parts: readonly SqlPart[]): Sql {
  return { text: joinedText(strings, parts, bracketed), depth: depthOf(parts), form: 'compound' };
}

/** The same for what is closed in itself: a function call, `CASE … END`. */
export function closed(strings: TemplateStringsArray, ...parts: readonly SqlPart[]): Sql {
  return { text: joinedText(strings, parts, (part) => part.text), depth: depthOf(parts), form: 'primary' };
}

export function literal(text: string): Sql {
  return { text, depth: 0, form: 'name' };
}

/** Operands joined by AND or OR; one alone is itself. */
export function joinedBy(operator: 'AND' | 'OR', parts: readonly Sql[]): Sql {
  const [first, ...rest] = parts;
  if (first === undefined) return literal(operator === 'AND' ? 'TRUE' : 'FALSE');
  if (rest.length === 0) return first;
  return { text: parts.map(bracketed).join(` ${operator} `), depth: depthOf(parts), form: 'compound' };
}

export interface Case {
  readonly when: Sql;
  readonly give: SqlPart;
}

/** `CASE WHEN … END`. Without `otherwise` what no case meets is NULL, that is unknown. */
export function caseOf(cases: readonly Case[], otherwise?: SqlPart): Sql {
  const arms = cases.map(({ when, give }) => `WHEN ${when.text} THEN ${textOf(give)}`);
  const last = otherwise === undefined ? [] : [`ELSE ${textOf(otherwise)}`];
  const parts = [...cases.flatMap(({ when, give }) => [when, give]), ...(otherwise === undefined ? [] : [otherwise])];
  return { text: ['CASE', ...arms, ...last, 'END'].join(' '), depth: depthOf(parts), form: 'primary' };
}

function joinedText(strings: TemplateStringsArray, parts: readonly SqlPart[], write: (part: Sql) => string): string {
  return strings.reduce((text, string, index) => {
    const part = parts[index - 1] ?? '';
    return `${text}${typeof part === 'string' ? part : write(part)}${string}`;
  });
}

function bracketed(part: Sql): string {
  return part.form === 'compound' ? `(${part.text})` : part.text;
}

function textOf(part: SqlPart): string {
  return typeof part === 'string' ? part : part.text;
}

export function depthOf(parts: readonly SqlPart[]): number {
  return Math.max(0, ...parts.map((part) => (typeof part === 'string' ? 0 : part.depth)));
}
