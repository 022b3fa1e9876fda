import { jsonString } from './json-string.ts';

/** One text per plain value: keys sorted by code units, no white space. What digests are made of. */
type Plain =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Plain[]
  | { readonly [key: string]: Plain }
  | ReadonlyMap<string, unknown>;

/** Canonical JSON. Maps count as objects; absent and undefined members are left out. Numbers must be whole: figures travel as text. */
export function canonicalJson(value: unknown): string {
  return textOf(value as Plain);
}

function textOf(value: Plain): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return wholeText(value);
  if (typeof value === 'string') return jsonString(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  return value instanceof Map ? mapText(value) : membersText(Object.keys(value), (key) => memberOf(value, key));
}

function mapText(value: ReadonlyMap<string, unknown>): string {
  return membersText([...value.keys()], (key) => value.get(key) as Plain);
}

function memberOf(value: Plain, key: string): Plain {
  return (value as { readonly [key: string]: Plain })[key];
}

function membersText(keys: string[], memberAt: (key: string) => Plain): string {
  let text = '{';
  for (const key of keys.length < 2 ? keys : keys.sort(byCodeUnits)) {
    const member = memberAt(key);
    if (member !== undefined) text += `${text.length === 1 ? '' : ','}${jsonString(key)}:${textOf(member)}`;
  }
  return `${text}}`;
}

function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function wholeText(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError('only whole numbers have a canonical text');
  return String(value);
}
