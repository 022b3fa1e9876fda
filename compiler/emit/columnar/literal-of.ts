import { integerLiteral, stringLiteral } from '../typescript/literal.ts';

/** Plain data as code. Keys are computed ones: `__proto__` is a name like any other. */
export function literalOf(value: unknown): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return integerLiteral(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) throw new Error(`no plain data: ${typeof value}`);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{ ${entries.map(([key, part]) => `${keyOf(key)}: ${literalOf(part)}`).join(', ')} }`;
}

/** Property names of the layout are ours; whatever else is a key comes from the policy. */
function keyOf(key: string): string {
  return own.has(key) ? key : `[${stringLiteral(key)}]`;
}

const own: ReadonlySet<string> = new Set(
  'policy readings parameters facts history lists outcomes field shift form since from clause window asks scale high low kind options list most currency denominator years settled'.split(
    ' ',
  ),
);
