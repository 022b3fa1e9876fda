/** R1: what an amount with its gate is called. */
import type { ClauseResult, ItemResult, Outcome } from './assessment.ts';
import { areCeilings } from './causes.ts';
import { linesOf } from './clause-value.ts';
import { compareEnds, greatestEnd, isExactlyZero, leastEnd, sumOfEnds } from './interval.ts';
import type { RoundingIr, Statement } from './ir.ts';
import { inWholeCoins, leftOf } from './items-payable.ts';
import { payable, writtenBound } from './payable.ts';
import { zero } from './rational.ts';
import { type ItemRun, type Session, settingOf } from './session.ts';
import type { ItemStanding, Standing } from './standing.ts';
import type { Cause, End, Ends, NumberValue, TruthValue } from './value.ts';

const nothing: Ends = { lo: zero, hi: zero };

export function clauseResult(standing: Standing, session: Session): ClauseResult {
  const { run, value, after, restsOn } = standing;
  const { referenceDay } = run;
  const left = standing.items.map((item, index) => leftOf(item, index, standing));
  // Items keep amounts of their own beside a whole of which a line has left nothing.
  const isNothing = isExactlyZero(value) && left.every((item) => isExactlyZero(item.value));
  const rounding = isNothing ? null : settingOf(session.ir.payment, session, restsOn);
  const each = standing.items.map((item, index) => itemResult(item, left[index]!, standing, rounding, session));
  const bound = clauseBound(standing);
  const items = inWholeCoins(each, standing, bound, rounding);
  const paid = paidByItem(standing, items) ?? payable(value, bound, rounding, clauseBound(standing, isMet));
  const state = {
    value,
    gate: run.gate,
    outOfForce: run.outOfForce,
    by: standing.by,
    carriesText: run.clause.kind === 'none',
  };
  return {
    clause: run.clause.id,
    outcome: outcomeOf(state, paid, () => isStrict(standing, session)),
    own: run.own,
    items,
    frame: run.frame,
    ...(referenceDay === undefined ? {} : { referenceDay: { from: referenceDay.from, to: referenceDay.to } }),
    after,
    restsOn: [...restsOn],
  };
}

function itemResult(
  item: ItemStanding,
  { value, gate }: ReturnType<typeof leftOf>,
  standing: Standing,
  rounding: RoundingIr | null,
  session: Session,
): ItemResult {
  const { run, by } = item;
  const { clause } = standing.run;
  const lines = linesOf(clause.statements).flatMap((line) =>
    line.kind === 'items' && standing.run.frame.inner.has(line.id) ? line.statements : [],
  );
  const written = writtenBound(clause, lines, run.frame, []);
  const steps = standing.after.filter((step) => step.item === run.key);
  const isChanged = steps.length > 0 || compareEnds(value.hi, item.value.hi) < 0;
  const isCut = steps.some((step) => step.kind === 'groupCap' && step.note === 'cut');
  const bound = isCut || (isChanged && written !== 'infinity') ? leastEnd(written, value.hi) : written;
  const state = { value, gate, outOfForce: run.outOfForce, by, carriesText: false };
  return {
    key: run.key,
    outcome: outcomeOf(state, payable(value, bound, rounding), () => isStrict(standing, session)),
    frame: run.frame,
    ...(run.referenceDay === undefined
      ? {}
      : { referenceDay: { from: run.referenceDay.from, to: run.referenceDay.to } }),
  };
}

interface State {
  readonly value: NumberValue;
  readonly gate: TruthValue;
  readonly outOfForce: boolean;
  readonly by: string | undefined;
  readonly carriesText: boolean;
}

/** `isStrict` is asked only where a zero would hide unknown conditions. */
export function outcomeOf(
  { value, gate, outOfForce, by, carriesText }: State,
  paid: Ends,
  isStrict: () => boolean,
): Outcome {
  const outcome = (kind: Outcome['kind'], causes: readonly Cause[] = []): Outcome => ({
    kind,
    amount: nothing,
    payable: nothing,
    causes,
  });
  if (outOfForce) return outcome('outOfForce');
  if (gate.truth === 'false') return outcome('notMet');
  if (carriesText) return gate.truth === 'true' ? outcome('noAmount') : outcome('undetermined', gate.causes);
  if (isExactlyZero(value) && by !== undefined) return { ...outcome('superseded'), by };
  if (isExactlyZero(value) && gate.truth === 'unknown' && isStrict()) return outcome('undetermined', gate.causes);
  const kind =
    compareEnds(value.lo, value.hi) === 0 ? 'granted' : areCeilings(value.causes) ? 'grantedUpTo' : 'undetermined';
  return { kind, amount: { lo: value.lo, hi: value.hi }, payable: paid, causes: value.causes };
}

function isStrict(standing: Standing, session: Session): boolean {
  return settingOf(session.ir.unknownFacts, session, standing.restsOn) === 'strict';
}

/** Of a clause that pays its items by themselves: while they are open, their own bounds may add up to more than what is written for them together. */
export function paidByItem(standing: Standing, items: readonly ItemResult[]): Ends | undefined {
  if (!paysByItem(standing)) return undefined;
  const { lo, hi } = sumOfEnds(items.map(({ outcome }) => outcome.payable));
  return { lo, hi: greatestEnd(lo, leastEnd(hi, writtenFor(standing))) };
}

function writtenFor({ run }: Standing, counts: (item: ItemRun) => boolean = mayBeMet): End {
  return writtenBound(run.clause, run.clause.statements, run.frame, run.items.filter(counts));
}

function mayBeMet({ gate }: ItemRun): boolean {
  return gate.truth !== 'false';
}

function isMet({ gate }: ItemRun): boolean {
  return gate.truth === 'true';
}

/** A clause whose last line is the items pays each item by itself, unless something then changed it as a whole. */
function paysByItem(standing: Standing): boolean {
  const { clause, frame } = standing.run;
  if (standing.run.items.length === 0 || standing.changedAsWhole) return false;
  const last = linesOf(clause.statements)
    .filter((line) => frame.states.get(line.id)?.it !== undefined)
    .at(-1);
  return last?.kind === 'items' || (standing.shares?.addUp === true && isOnAllItems(last));
}

function isOnAllItems(line: Statement | undefined): boolean {
  return line?.kind === 'limit' || (line?.kind === 'cap' && line.cut !== undefined);
}

/** `counts`: whose bounds are added up. */
function clauseBound(standing: Standing, counts?: (item: ItemRun) => boolean): End {
  const { value, after } = standing;
  const written = writtenFor(standing, counts);
  const isCut = after.some((step) => step.kind === 'groupCap' && step.note === 'cut');
  const isLowered = after.length > 0 && written !== 'infinity';
  return isCut || isLowered ? leastEnd(written, value.hi) : written;
}
