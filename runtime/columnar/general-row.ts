/** Why a row is left to the general evaluator. */
import type { ClauseId, ReadingId } from '../ir.ts';

/**
 * The `general` column holds the index; 0 is a row that the code assesses.
 * missing: a figure that the code reads is unknown; guard: it is larger or finer than its column holds; none: a choice or a yes-or-no stated
 * not to exist; form: a value of another kind than its field's; items: more of them than the code sums up; parameter: another one than the block's; uncovered, provisional,
 * otherReadings: of the ledger; elsewhere: an award of another policy for a matter of this one; decision, share, reading, period: of the
 * input; left: whoever filled the columns left the row out.
 */
export const generalReasons = [
  '',
  'missing',
  'guard',
  'none',
  'form',
  'items',
  'parameter',
  'uncovered',
  'provisional',
  'otherReadings',
  'elsewhere',
  'decision',
  'share',
  'reading',
  'period',
  'left',
] as const;
export type GeneralReason = Exclude<(typeof generalReasons)[number], ''>;

/** One row's reason, as precisely as it is known. */
export interface GeneralRow {
  readonly reason: GeneralReason;
  readonly field?: string;
  readonly year?: number;
  readonly list?: string;
  /** Of the list, counted from 0. */
  readonly item?: number;
  readonly clause?: ClauseId;
  readonly reading?: ReadingId;
}

export function generalCode(reason: GeneralReason): number {
  return generalReasons.indexOf(reason);
}

/** `undefined`: the row is not general. */
export function generalReason(code: number): GeneralReason | undefined {
  const reason = generalReasons[code];
  return reason === '' ? undefined : reason;
}
