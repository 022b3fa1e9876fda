/** A clause on its way from its own lines to its outcome: what blocks and other policies have made of it so far. */
import type { AfterStep } from './assessment.ts';
import { gated } from './gate.ts';
import { isEnd, isExactlyZero, lowest } from './interval.ts';
import type { ClauseRun, Engine, ItemRun, ItemShares, RestsOn, Session } from './session.ts';
import { conjunction } from './truth.ts';
import type { NumberValue, TruthValue } from './value.ts';

export interface Standing {
  readonly run: ClauseRun;
  value: NumberValue;
  /** What took its place, once it is surely nothing. */
  by: string | undefined;
  readonly items: ItemStanding[];
  /** What the clause's lines on all items leave of each; of the last run of the lines. */
  shares: ItemShares | undefined;
  readonly after: AfterStep[];
  readonly restsOn: RestsOn;
  /** A step of the whole clause changed the value: item results alone do not give it any more. */
  changedAsWhole: boolean;
}

export interface ItemStanding {
  readonly run: ItemRun;
  /** The clause's gate applied too. */
  readonly gate: TruthValue;
  value: NumberValue;
  by: string | undefined;
}

/** What one step makes of a clause or an item. */
export interface Verdict {
  readonly value: NumberValue;
  readonly note: AfterStep['note'];
  readonly by?: string;
  readonly provisional?: true;
  readonly awards?: AfterStep['awards'];
}
export interface StepKind {
  readonly kind: AfterStep['kind'];
  readonly block?: string;
}

export function standingOf(run: ClauseRun): Standing {
  const items = run.items.map(
    (item): ItemStanding => ({
      run: item,
      gate: conjunction([run.gate, item.gate]),
      value: gated(item.value, run.gate),
      by: undefined,
    }),
  );
  return {
    run,
    value: run.value,
    by: undefined,
    items,
    shares: run.shares,
    after: [],
    restsOn: new Set(run.restsOn),
    changedAsWhole: false,
  };
}

/** Applies a step to the whole clause. Items keep their values, unless nothing of the clause remains. */
export function applyToClause(standing: Standing, step: StepKind, verdict: Verdict): void {
  standing.after.push(stepOf(step, standing.value, verdict));
  if (verdict.note !== 'won' && verdict.note !== 'unchanged') standing.changedAsWhole = true;
  standing.value = verdict.value;
  if (verdict.by === undefined || !isExactlyZero(verdict.value)) return;
  standing.by = verdict.by;
  for (const item of standing.items) {
    if (isExactlyZero(item.value)) continue;
    item.value = verdict.value;
    item.by = verdict.by;
  }
}

/** Applies a step to single items; the clause's wider lines then act on what is left of them (R2). */
export function applyToItems(
  standing: Standing,
  step: StepKind,
  verdicts: ReadonlyMap<string, Verdict>,
  engine: Engine,
  session: Session,
): void {
  for (const item of standing.items) {
    const verdict = verdicts.get(item.run.key);
    if (verdict === undefined) continue;
    standing.after.push({ ...stepOf(step, item.value, verdict), item: item.run.key });
    if (verdict.by !== undefined && isExactlyZero(verdict.value)) item.by = verdict.by;
    item.value = verdict.value;
  }
  const notes = [...verdicts.values()].filter((verdict) => verdict.note !== 'won' && verdict.note !== 'unchanged');
  if (notes.length === 0) return;
  const changed = standing.items.map((item) => item.value);
  const rerun = engine.rerun(standing.run, changed, session);
  const again = gated(rerun.value, standing.run.gate);
  standing.shares = rerun.shares;
  const value = standing.changedAsWhole ? lowest([again, standing.value]) : again;
  const by =
    isExactlyZero(value) && !isExactlyZero(standing.value)
      ? standing.items.find((item) => item.by !== undefined)?.by
      : undefined;
  // A wider cut may have left no more than the items still have.
  const isSame = isEnd(value.lo, standing.value.lo) && isEnd(value.hi, standing.value.hi);
  const isUntouched = isSame && (isExactlyZero(value) || notes.every((one) => one.note !== 'open'));
  const note = isUntouched ? 'unchanged' : notes[0]!.note;
  standing.after.push(stepOf(step, standing.value, { value, note, ...(by === undefined ? {} : { by }) }));
  standing.value = value;
  if (by !== undefined) standing.by = by;
}

function stepOf(step: StepKind, before: NumberValue, { value, note, by, provisional, awards }: Verdict): AfterStep {
  const told: AfterStep = { ...step, before, after: value, note };
  if (by === undefined && provisional === undefined && (awards === undefined || awards.length === 0)) return told;
  return {
    ...told,
    ...(by === undefined ? {} : { by }),
    ...(provisional === undefined ? {} : { provisional }),
    ...(awards === undefined || awards.length === 0 ? {} : { awards }),
  };
}
