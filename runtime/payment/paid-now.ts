import type { Outcome } from '../assessment.ts';
import { areCeilings } from '../causes.ts';
import { isEnd, sum, zeroNumber } from '../interval.ts';
import type { PaymentResult } from './payment-result.ts';

/** What a payment plan makes payable in the assessed period, as an outcome of its own; of one item over all its entitlements. */
export function paidNow({ entitlements, now }: PaymentResult, item?: string): Outcome {
  const parts = entitlements.filter((one) => one.item === item).flatMap((one) => one.parts);
  const value = item === undefined ? now : sum([zeroNumber, ...parts.map((part) => part.now)]);
  const amount = { lo: value.lo, hi: value.hi };
  const kind = isEnd(value.lo, value.hi) ? 'granted' : areCeilings(value.causes) ? 'grantedUpTo' : 'undetermined';
  return { kind, amount, payable: amount, causes: value.causes };
}
