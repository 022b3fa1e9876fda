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
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  const members = (entries as readonly (readonly [string, Plain])[])
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${textOf(member)}`);
  return `{${members.join(',')}}`;
}

function wholeText(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError('only whole numbers have a canonical text');
  return String(value);
}
