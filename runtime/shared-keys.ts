import type { Facts } from './input.ts';
import type { PolicyIr } from './ir.ts';

/** R21: what the facts give for each shared fact of the policy; empty for one stated not to exist. Unknown ones are left out. */
export function sharedKeys(ir: PolicyIr, { values }: Facts): { readonly keys?: Readonly<Record<string, string>> } {
  const keys: [string, string][] = [];
  for (const field of ir.fields) {
    const value = field.shared === true ? values.get(field.id) : undefined;
    if (value !== undefined) keys.push([field.id, 'text' in value ? value.text : '']);
  }
  return keys.length === 0 ? {} : { keys: Object.fromEntries(keys) };
}
