/** A schema under construction: plain JSON, built as objects and never as text. */
export type SchemaValue = null | boolean | number | string | readonly SchemaValue[] | JsonSchema;
export interface JsonSchema {
  readonly [keyword: string]: SchemaValue;
}

/** Properties in the given order; a name like `__proto__` becomes a property of its own, never a prototype. */
export function propertiesOf(entries: readonly (readonly [string, JsonSchema])[]): JsonSchema {
  return Object.fromEntries(entries);
}
