/**
 * Rows that say the same of many applicants (a clause, and why it gives nothing) are one object: their texts stand in memory once, and go once
 * with each answer to another thread.
 */
import type { OpenRow, RefusalRow, ResultRows } from '../run/result-rows.ts';

/** Beyond so many different rows of a kind the others are let be as they come. */
const mostShared = 10_000;

export class SharedRows {
  private readonly refusals = new Map<string, RefusalRow>();
  private readonly open = new Map<string, OpenRow>();
  private readonly states = new Map<string, ResultRows['states'][number]>();

  /** The same rows, those that came before by the objects that came. */
  of({ awards, refusals, open, states }: ResultRows): ResultRows {
    return {
      awards,
      refusals: refusals.map((row) => shared(this.refusals, `${row.clause} ${row.kind} ${row.reason}`, row)),
      open: open.map((row) => shared(this.open, `${row.clause} ${row.low} ${row.high ?? ''} ${row.missing}`, row)),
      states: states.map((state) => shared(this.states, state.join(' '), state)),
    };
  }
}

function shared<Row>(known: Map<string, Row>, key: string, row: Row): Row {
  const first = known.get(key);
  if (first !== undefined) return first;
  if (known.size < mostShared) known.set(key, row);
  return row;
}
