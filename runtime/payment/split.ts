/** How much each part of a payment plan comes to. R24: parts are rounded down to the payment step, the last takes the remainder of coins. */
import { roundToStep } from '../decimal.ts';
import { knownPoint, leastEnd } from '../interval.ts';
import { type DueIr, type InstalmentIr, type PaymentIr, repeatLimit } from '../ir-payment.ts';
import {
  add,
  compare,
  divide,
  multiply,
  ofDecimalText,
  one,
  type Rational,
  sign,
  subtract,
  whole,
  zero,
} from '../rational.ts';
import type { End, Ends } from '../value.ts';

export interface Part {
  readonly number: number;
  readonly instalment: InstalmentIr;
  readonly due: DueIr;
  readonly amount: Ends;
}

export interface Split {
  readonly parts: readonly Part[];
  /** Beyond the last repeated part that is placed. */
  readonly unplaced: Ends;
}

/** `step` undefined: nothing is rounded. */
export function splitAmount(plan: PaymentIr, payable: Ends, step: Rational | undefined): Split {
  const total = knownPoint(payable);
  return total === undefined ? openParts(plan, payable.hi, step) : settledParts(plan, total, step);
}

type Slot = Pick<Part, 'instalment' | 'due'>;

function slotsOf({ instalments }: PaymentIr): readonly Slot[] {
  return instalments.flatMap((instalment) => instalment.due.map((due) => ({ instalment, due })));
}

// ── Of a settled amount ──────────────────────────────────────────────────────

function settledParts(plan: PaymentIr, total: Rational, step: Rational | undefined): Split {
  const slots = slotsOf(plan);
  const amounts: { readonly slot: Slot; readonly amount: Rational }[] = [];
  let left = total;
  let restPart = zero;
  const take = (slot: Slot, wanted: Rational): void => {
    const amount = compare(wanted, left) > 0 ? left : wanted;
    amounts.push({ slot, amount });
    left = subtract(left, amount);
  };
  slots.forEach((slot, index) => {
    const isLast = index === slots.length - 1;
    const { share, due } = slot.instalment;
    if (share.kind === 'rest' && slot.due === due[0]) restPart = down(divide(left, whole(due.length)), step);
    if (slot.due.kind === 'every')
      repeat(
        slot.instalment,
        () => left,
        (wanted) => take(slot, wanted),
      );
    else if (isLast) take(slot, left);
    else if (share.kind === 'rest') take(slot, restPart);
    else take(slot, shareOf(slot.instalment, total, step));
  });
  const parts = amounts.map(({ slot, amount }, index) => ({ ...slot, number: index + 1, amount: point(amount) }));
  return { parts, unplaced: point(left) };
}

/** Until nothing is left. Always a sum above 0: of a rate, no count of parts would hold for every amount. */
function repeat({ share }: InstalmentIr, left: () => Rational, take: (wanted: Rational) => void): void {
  const sum = share.kind === 'sum' ? ofDecimalText(share.amount) : zero;
  for (let count = 0; count < repeatLimit && sign(left()) > 0 && sign(sum) > 0; count += 1) take(sum);
}

function shareOf({ share }: InstalmentIr, total: Rational, step: Rational | undefined): Rational {
  if (share.kind === 'sum') return ofDecimalText(share.amount);
  return share.kind === 'rate' ? down(multiply(ofDecimalText(share.rate), total), step) : total;
}

function down(value: Rational, step: Rational | undefined): Rational {
  return step === undefined ? value : roundToStep(value, 'down', step);
}

function point(value: Rational): Ends {
  return { lo: value, hi: value };
}

// ── Of an open one: the most that each part may come to ──────────────────────

function openParts(plan: PaymentIr, most: End, step: Rational | undefined): Split {
  if (most === 'infinity' || most === '-infinity') return withoutBound(plan);
  const atMost = settledParts(plan, most, step);
  const takers = slotsOf(plan).filter(({ instalment }) => instalment.share.kind !== 'sum').length;
  // Another amount may leave more coins to the last part than the greatest does.
  const coins = step === undefined ? zero : multiply(step, whole(takers));
  const parts = atMost.parts.map(
    (part): Part => ({ ...part, amount: { lo: zero, hi: boundOf(part, plan, most, coins) } }),
  );
  return { parts, unplaced: { lo: zero, hi: atMost.unplaced.hi } };
}

function boundOf(part: Part, plan: PaymentIr, most: Rational, coins: Rational): End {
  const { share } = part.instalment;
  const isRemainder = share.kind === 'rest' || part.instalment === plan.instalments.at(-1);
  return isRemainder && part.due.kind !== 'every'
    ? leastEnd(most, add(exactRest(part, plan, most), coins))
    : part.amount.hi;
}

/** What the rates and sums before leave of the greatest amount, unrounded; of a rest in equal parts one of them. */
function exactRest({ instalment, due }: Part, plan: PaymentIr, most: Rational): Rational {
  let left = most;
  for (const slot of slotsOf(plan)) {
    if (slot.instalment.share.kind === 'rest' || (slot.instalment === instalment && slot.due === due)) break;
    left = subtract(left, shareOf(slot.instalment, most, undefined));
  }
  if (sign(left) < 0) return zero;
  return instalment.share.kind === 'rest' ? divide(left, whole(instalment.due.length)) : left;
}

function withoutBound(plan: PaymentIr): Split {
  const parts = slotsOf(plan).map(({ instalment, due }, index): Part => {
    const isSum = instalment.share.kind === 'sum' && due.kind !== 'every' && index < slotsOf(plan).length - 1;
    const hi: End = isSum ? shareOf(instalment, one, undefined) : 'infinity';
    return { number: index + 1, instalment, due, amount: { lo: zero, hi } };
  });
  return { parts, unplaced: { lo: zero, hi: zero } };
}
