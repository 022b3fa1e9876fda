import type { Facts } from './input.ts';
import type { PolicyIr } from './ir.ts';

/** R21: what the facts give for each shared fact of the policy; empty for one stated not to exist. Unknown ones are left out. */
export function sharedKeys(ir: PolicyIr, { values }: Facts): { readonly keys?: Readonly<Record<string, string>> } {
  const known = ir.fields.flatMap(({ id, shared }) => {
    const value = shared === true ? values.get(id) : undefined;
    return value === undefined ? [] : [[id, 'text' in value ? value.text : ''] as const];
  });
  return known.length === 0 ? {} : { keys: Object.fromEntries(known) };
}
