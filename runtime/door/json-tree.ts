/** JSON as the door sees it: names from outside live in Maps, so no name can reach a prototype. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

/** Limits of what the door takes in; the language reference states them. */
export const limits = {
  /** UTF-16 units of one facts text. */
  textLength: 1_000_000,
  /** Brackets within brackets. */
  depth: 64,
  /** Entries of one list or one object. */
  entries: 10_000,
  /** Values in all; matters for objects handed over by a program, where sharing can make a small thing large. */
  values: 200_000,
} as const;

export function isObject(value: Json | undefined): value is JsonObject {
  return value instanceof Map;
}

/** As people would see it in their file, cut short. */
export function shown(value: Json): string {
  if (typeof value === 'string') return `"${cut(value, 40)}"`;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (isObject(value)) return value.size === 0 ? '{}' : '{…}';
  return String(value);
}

/** At most `length` characters, never half of one. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${[...text.slice(0, length * 2)].slice(0, length).join('')}…`;
}
