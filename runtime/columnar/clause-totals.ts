/** Exact sums of outcome columns, however many rows there are: whole numbers are added in doubles as long as that is exact, then in BigInt. */

import type { Assessment } from '../assessment.ts';
import { addEnds } from '../interval.ts';
import type { AmountKind, ClauseId } from '../ir.ts';
import { add, fraction, type Rational, zero } from '../rational.ts';
import type { End } from '../value.ts';
import type { OutcomeColumns } from './layout.ts';
import { type ColumnarLayout, type Columns, outcomeCodes } from './layout.ts';

/** What a clause pays over many applicants: Σ of the payable amounts, at least and at most, and how often each outcome came out. */
export interface ClauseTotal {
  readonly clause: ClauseId;
  readonly kind: AmountKind;
  readonly currency: string;
  readonly low: Rational;
  readonly high: End;
  /** By the codes of `outcomeCodes`. */
  readonly counts: readonly number[];
}

/** Of the rows from `from` to `to` − 1 that the code assessed. */
export function clauseTotals(
  layout: ColumnarLayout,
  { general, rows }: Columns,
  outcomes: OutcomeColumns,
  from = 0,
  to: number = rows,
): readonly ClauseTotal[] {
  return layout.outcomes.map(({ clause, kind, currency, denominator }, index) => {
    const { status, low, high } = outcomes.clauses[index]!;
    const counts = outcomeCodes.map(() => 0);
    for (let row = from; row < to; row += 1) if (general[row] === 0) counts[status[row]!]! += 1;
    const total = (amounts: Float64Array): Rational =>
      fraction(sumWhere(amounts, status, general, from, to), BigInt(denominator));
    const least = total(low);
    return { clause, kind, currency, low: least, high: low === high ? least : total(high), counts };
  });
}

/** The same of one applicant whom the general evaluator assessed. */
export function totalsOf(layout: ColumnarLayout, assessment: Assessment): readonly ClauseTotal[] {
  return layout.outcomes.map(({ clause, kind, currency }) => {
    const { outcome } = assessment.clauses.find((one) => one.clause === clause)!;
    const { lo, hi } = outcome.payable;
    const counts = outcomeCodes.map((code) => (code === outcome.kind ? 1 : 0));
    return { clause, kind, currency, low: typeof lo === 'string' ? zero : lo, high: hi, counts };
  });
}

/** Totals of two sets of applicants. */
export function addTotals(left: readonly ClauseTotal[], right: readonly ClauseTotal[]): readonly ClauseTotal[] {
  return left.map((one, index) => {
    const other = right[index]!;
    return {
      ...one,
      low: add(one.low, other.low),
      high: addEnds(one.high, other.high, 'infinity'),
      counts: one.counts.map((count, code) => count + other.counts[code]!),
    };
  });
}

/** Rows added at once. */
const blockRows = 2048;

/** Σ of the whole numbers beside an outcome that has an amount. */
export function sumWhere(
  amounts: Float64Array,
  status: Uint8Array,
  general: Uint8Array,
  from: number,
  to: number,
): bigint {
  let total = 0n;
  let carried = 0;
  for (let start = from; start < to; start += blockRows) {
    const end = Math.min(start + blockRows, to);
    let sum = 0;
    let most = 0;
    for (let row = start; row < end; row += 1) {
      const code = status[row]!;
      if (general[row] !== 0 || code < 1 || code > 3) continue;
      const amount = amounts[row]!;
      sum += amount;
      if (amount > most) most = amount;
      else if (-amount > most) most = -amount;
    }
    // No partial sum was further from 0 than this, hence each was exact.
    if (most * blockRows > Number.MAX_SAFE_INTEGER) total += sumOfLarge(amounts, status, general, start, end, most);
    else if (Math.abs(carried + sum) <= Number.MAX_SAFE_INTEGER) carried += sum;
    else {
      total += BigInt(carried);
      carried = sum;
    }
  }
  return total + BigInt(carried);
}

/** Runs of as many as surely stay below 2^53, spilled to BigInt. */
function sumOfLarge(
  amounts: Float64Array,
  status: Uint8Array,
  general: Uint8Array,
  from: number,
  to: number,
  most: number,
): bigint {
  const run = Math.max(1, Math.floor(Number.MAX_SAFE_INTEGER / most));
  let total = 0n;
  let sum = 0;
  let held = 0;
  for (let row = from; row < to; row += 1) {
    const code = status[row]!;
    if (general[row] !== 0 || code < 1 || code > 3) continue;
    if (held === run) {
      total += BigInt(sum);
      sum = 0;
      held = 0;
    }
    sum += amounts[row]!;
    held += 1;
  }
  return total + BigInt(sum);
}
