import { yearOf } from '../../../runtime/day.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';

/** The years of which some day is in force: in any other every clause is out of force. */
export function yearsAssessed({ inForce }: Pick<PolicyIr, 'inForce'>): {
  readonly first: number;
  readonly last: number | undefined;
} {
  return { first: yearOf(inForce.from), last: inForce.to === undefined ? undefined : yearOf(inForce.to) };
}
