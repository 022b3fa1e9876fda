/**
 * Another engine with the five clauses in its own notation. Money is given to it in whole fen, as numbers: that spares it the mistakes of
 * reading yuan. Rates stand as an author of that notation would write them.
 */
import type { FiveAmounts, FiveFacts } from '../companies/five-facts.ts';

export interface Peer {
  /** As it stands in the table. */
  readonly name: string;
  /** Loads the engine and reads the clauses. */
  readonly prepare: () => Promise<Prepared>;
}

/** An engine that has read the clauses. */
export interface Prepared {
  /** The facts as this engine wants them; made outside of what is timed. */
  readonly input: (company: FiveFacts) => unknown;
  /** What is timed. */
  readonly assess: (input: unknown) => unknown;
  /** The engine's result, or what its promise gives, as amounts; outside of what is timed. */
  readonly amounts: (result: unknown) => FiveAmounts;
  /** `assess` gives promises. */
  readonly waits?: true;
  readonly close?: () => void;
}

/** Joins the three steps, which agree among themselves on types that nobody else knows. */
export function prepared<Input, Result>(steps: {
  readonly input: (company: FiveFacts) => Input;
  readonly assess: (input: Input) => Result;
  readonly amounts: (result: Awaited<Result>) => FiveAmounts;
  readonly waits?: true;
  readonly close?: () => void;
}): Prepared {
  return steps as unknown as Prepared;
}

export type ClauseNumbers = Omit<FiveAmounts, 'grants'>;

/** For engines that do not add up themselves. */
export function withGrants(numbers: ClauseNumbers): FiveAmounts {
  const { voucher, rdSubsidy, growthAward, scaleAward, rdLoan } = numbers;
  const grants = voucher + rdSubsidy + growthAward + scaleAward;
  return { voucher, rdSubsidy, growthAward, scaleAward, rdLoan, grants };
}
