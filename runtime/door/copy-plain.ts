import type { Report } from '../../diagnostics/diagnostic.ts';
import { NestedTooDeep, NotPlain, TooManyEntries } from '../../diagnostics/facts-text.ts';
import { cut, type Json, limits } from './json-tree.ts';

interface Copying {
  readonly report: Report;
  left: number;
}

/**
 * A value that a program hands over → the door's tree, by own enumerable properties alone. Runs no getter of an object, and ends on values that
 * contain themselves or share parts a million times. `undefined`: refused, and reported. Properties that are `undefined` count as absent.
 */
export function copyPlain(value: unknown, report: Report): Json | undefined {
  return copied(value, '$', 0, { report, left: limits.values });
}

function copied(value: unknown, path: string, depth: number, copying: Copying): Json | undefined {
  copying.left -= 1;
  if (copying.left < 0) return tooMany(copying, path);
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : notPlain(copying, path, String(value));
    case 'object':
      if (value === null) return null;
      if (depth >= limits.depth) return tooDeep(copying);
      return Array.isArray(value)
        ? copiedArray(value, path, depth, copying)
        : copiedObject(value, path, depth, copying);
    default:
      return notPlain(copying, path, typeof value);
  }
}

function copiedArray(value: readonly unknown[], path: string, depth: number, copying: Copying): Json | undefined {
  if (value.length > limits.entries) return tooMany(copying, path);
  const entries: Json[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const entry = copied(value[index] ?? null, `${path}[${index}]`, depth + 1, copying);
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  return entries;
}

function copiedObject(value: object, path: string, depth: number, copying: Copying): Json | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects of another realm have another Object.prototype; what they share is that nothing stands above it.
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!isPlain) return notPlain(copying, path, 'an object of a class');
  const keys = Object.keys(value);
  if (keys.length > limits.entries) return tooMany(copying, path);
  const entries = new Map<string, Json>();
  for (const key of keys) {
    const property = Object.getOwnPropertyDescriptor(value, key);
    const inner = `${path}.${cut(key, 40)}`;
    if (property === undefined || !('value' in property)) return notPlain(copying, inner, 'a getter');
    if (property.value === undefined) continue;
    const entry = copied(property.value, inner, depth + 1, copying);
    if (entry === undefined) return undefined;
    entries.set(key, entry);
  }
  return entries;
}

function notPlain({ report }: Copying, path: string, what: string): undefined {
  report(NotPlain, { path: cut(path, 200) }, { path: cut(path, 200), what });
  return undefined;
}

function tooDeep({ report }: Copying): undefined {
  report(NestedTooDeep, { path: '' }, { limit: limits.depth });
  return undefined;
}

function tooMany({ report }: Copying, path: string): undefined {
  const place = cut(path, 200);
  report(TooManyEntries, { path: place }, { place: { zh: place, en: place }, limit: limits.entries });
  return undefined;
}
