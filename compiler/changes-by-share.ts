import type { AdjustLine } from '../grammar/ast.ts';

/** A line that raises or lowers takes a share of the amount so far; the others take an amount. */
export function changesByShare({ operation }: Pick<AdjustLine, 'operation'>): boolean {
  return operation === 'raise' || operation === 'lower';
}
