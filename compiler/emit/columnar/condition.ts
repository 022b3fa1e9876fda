/** Conditions as code that is true or false, constants folded. */

export type Condition = string;

export const always: Condition = 'true';
export const never: Condition = 'false';

export function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.includes(never)) return never;
  return joined(conditions, always, '&&');
}

export function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.includes(always)) return always;
  return joined(conditions, never, '||');
}

export function negated(condition: Condition): Condition {
  if (condition === always) return never;
  if (condition === never) return always;
  return condition.startsWith('!') ? condition.slice(1) : `!${condition}`;
}

/** `neutral` stands for an empty row and is left out of others. */
function joined(conditions: readonly Condition[], neutral: Condition, operator: '&&' | '||'): Condition {
  const parts = [...new Set(conditions)].filter((condition) => condition !== neutral);
  if (parts.length === 0) return neutral;
  return parts.length === 1 ? parts[0]! : `(${parts.join(` ${operator} `)})`;
}
