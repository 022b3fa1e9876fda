/** What one assessment works with: the policy, the input, the chosen readings, and what evaluators must bring. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Frame } from './frame.ts';
import type { EvaluationInput } from './input.ts';
import type { Num } from './interval.ts';
import type { ChoiceId, ClauseId, ClauseIr, Expr, GroupCapIr, PolicyIr, ReadingId, Setting } from './ir.ts';
import type { ItemShare } from './item-shares.ts';
import type { ReferenceDay } from './reference-day.ts';
import type { NumberValue, TruthValue, Value } from './value.ts';

/** Readings met on the way, in order of first meeting. R15. */
export type RestsOn = Set<ReadingId>;

export interface Session {
  readonly ir: PolicyIr;
  readonly input: EvaluationInput;
  /** Every reading has its choice here: the input's, else the default. */
  readonly choices: ReadonlyMap<ReadingId, ChoiceId>;
  readonly report: Report;
  /** Clauses that ran so far. */
  readonly runs: Map<ClauseId, ClauseRun>;
  /** Member values after a block that was settled already, by block and clause. */
  readonly afterBlocks: Map<string, ReadonlyMap<ClauseId, NumberValue>>;
}

/** A clause after its own lines. */
export interface ClauseRun {
  readonly clause: ClauseIr;
  readonly frame: Frame;
  /** The policy is not in force on the reference day: nothing was evaluated. */
  readonly outOfForce: boolean;
  readonly gate: TruthValue;
  /** Gate applied; before budget. R7. */
  readonly own: NumberValue;
  /** Gate applied; after all lines, budget included. */
  readonly value: NumberValue;
  /** Items that take part, in listed order. */
  readonly items: readonly ItemRun[];
  /** What lines on all items together leave of each, in the order of `items`; absent where no such line ran. */
  readonly shares?: ItemShares;
  readonly referenceDay?: ReferenceDay;
  readonly restsOn: RestsOn;
}

export interface ItemShares {
  readonly shares: readonly ItemShare[];
  /** No other line changed the sum since: the shares add up to it. */
  readonly addUp: boolean;
}

export interface ItemRun {
  readonly key: string;
  readonly frame: Frame;
  readonly outOfForce: boolean;
  /** Of the item alone, without the clause's. */
  readonly gate: TruthValue;
  /** Item gate applied. */
  readonly value: NumberValue;
  readonly referenceDay?: ReferenceDay;
}

/** An evaluator of lines and expressions: the reference interpreter, or emitted code. */
export interface Engine {
  /** Runs the clause's own lines. Whatever it reads stands in the session already. */
  readonly runClause: (clause: ClauseIr, session: Session) => ClauseRun;
  /** The clause's value (gate applied) with these item results in place of its own, in the order of `run.items`; writes to no frame. The caller applies `run.gate` once more. */
  readonly rerun: (
    run: ClauseRun,
    items: readonly NumberValue[],
    session: Session,
  ) => { readonly value: NumberValue; readonly shares?: ItemShares };
  /** The cap of a shared cap, recorded in `frame`. */
  readonly groupCap: (block: GroupCapIr, frame: Frame, restsOn: RestsOn, session: Session) => Num;
  /** A day, a condition or the most of a payment plan, recorded in the frame of its place. */
  readonly planValue: (clause: ClauseIr, expression: Expr, at: PlanPlace, session: Session) => Value;
}

/** Where an expression of a payment plan is evaluated: as of which year and day, and for which item (perhaps one that the facts do not list). */
export interface PlanPlace {
  readonly frame: Frame;
  readonly restsOn: RestsOn;
  readonly shift: number;
  readonly referenceDay?: ReferenceDay;
  /** The year in which the reference day stands already, counted as `shift` is; absent: the assessed one. */
  readonly dayShift?: number;
  readonly item?: { readonly list: string; readonly key: string };
}

/** The case of a reading that holds in this run; the reading joins what the result rests on. */
export function caseOf<T>(
  cases: Readonly<Record<ChoiceId, T>>,
  reading: ReadingId,
  session: Session,
  restsOn: RestsOn,
): T {
  const choice = chosen(reading, session, restsOn);
  if (!Object.hasOwn(cases, choice)) throw new Error(`reading ${reading} has no case for ${choice}`);
  return cases[choice]!;
}

/** The choice of a reading in this run. */
export function chosen(reading: ReadingId, session: Session, restsOn: RestsOn): ChoiceId {
  restsOn.add(reading);
  const choice = session.choices.get(reading);
  if (choice === undefined) throw new Error(`no such reading: ${reading}`);
  return choice;
}

export function settingOf<T>(setting: Setting<T>, session: Session, restsOn: RestsOn): T {
  return setting.kind === 'fixed' ? setting.value : caseOf(setting.cases, setting.reading, session, restsOn);
}

export function runOf(clause: ClauseId, session: Session): ClauseRun {
  const run = session.runs.get(clause);
  if (run === undefined) throw new Error(`clause ${clause} is read before it ran`);
  return run;
}
