import { joinCauses, missingFact } from '../causes.ts';
import { yearOf } from '../day.ts';
import { type InnerFrame, newFrame } from '../frame.ts';
import { paid } from '../history.ts';
import type { FactValues } from '../input.ts';
import { addEnds, differenceFromZero, greatestEnd, type Num, noneNumber, number } from '../interval.ts';
import type { FactExpr, LadderExpr } from '../ir.ts';
import { withinExpression } from '../ir-children.ts';
import { fieldOf } from '../may-be-negative.ts';
import { zero } from '../rational.ts';
import { conjunction, disjunction, negation, unknown } from '../truth.ts';
import type { Cause, End, NumberValue, TruthValue, Value } from '../value.ts';
import { operatorOf } from './choose.ts';
import { compareValues } from './compare.ts';
import { type Context, withShift } from './context.ts';
import { evaluateExpression, evaluateNumber } from './expression.ts';
import { fact, sinceFact, valuesOf } from './facts.ts';

interface Rung {
  readonly amount: Num;
  /** Passed in P and in no earlier year. */
  readonly newly: TruthValue;
  /** Passed in some earlier year. */
  readonly earlier: TruthValue;
}

/** What is known of the time before P: values by year, the peak, and perhaps years nobody can count. */
interface Past {
  readonly years: readonly Value[];
  readonly peak?: Value;
  /** The date that begins the range is unknown: some year before the asked ones may have passed. */
  readonly open: readonly Cause[];
}

/** R18: the highest amount among the rungs passed for the first time, settled against what came before. */
export function ladder(node: LadderExpr, context: Context): Num {
  const of = evaluateExpression(node.of, context);
  const edges = node.rungs.map((rung) => ({
    threshold: evaluateNumber(rung.threshold, context),
    amount: evaluateNumber(rung.amount, context),
  }));
  const past = pastOf(node, context);
  const operator = operatorOf(node.operator, context);
  const passes = (value: Value, threshold: Num): TruthValue => compareValues(operator, value, threshold);
  const rungs = node.rungs.map((rung, index): Rung => {
    const { threshold, amount } = edges[index]!;
    const answers = [...past.years, ...(past.peak === undefined ? [] : [past.peak])].map((value) =>
      passes(value, threshold),
    );
    const earlier = disjunction([...(past.open.length > 0 ? [unknown(past.open)] : []), ...answers]);
    const newly = conjunction([passes(of, threshold), negation(earlier)]);
    context.frame.values.set(rung.id, newly);
    return { amount, newly, earlier };
  });
  return settle(node, rungs, context);
}

function settle(node: LadderExpr, rungs: readonly Rung[], context: Context): Num {
  const possible = rungs.filter((rung) => rung.newly.truth !== 'false');
  if (possible.length === 0) return noneNumber;
  const value = node.settlement === 'everyTier' ? sumOf(rungs, 'newly') : greatestOf(rungs, 'newly');
  const perhapsNone = possible.every((rung) => rung.newly.truth === 'unknown');
  const flagged = (result: NumberValue): NumberValue =>
    number(result.lo, result.hi, result.causes, { ...result, mayBeNone: perhapsNone });
  if (node.settlement === 'everyTier' || node.settlement === 'inFull') return flagged(value);
  const used = node.settlement === 'toppingUp' ? paidBefore(context) : greatestOf(rungs, 'earlier');
  context.frame.states.set(node.id, { it: value, used });
  return flagged(differenceFromZero(value, used));
}

function paidBefore(context: Context): NumberValue {
  const { ir, input } = context.session;
  const item = context.item === undefined ? {} : { item: context.item.key };
  return paid(ir, input, { clause: context.clause!.id, ...item }, { kind: 'ever' });
}

/** Greatest amount among the rungs for which `test` holds; 0 where none surely does. */
function greatestOf(rungs: readonly Rung[], test: 'newly' | 'earlier'): NumberValue {
  const amounts = rungs.filter((rung) => rung[test].truth !== 'false');
  const sure = amounts.filter((rung) => rung[test].truth === 'true');
  const lo = sure.reduce<End>((greatest, rung) => greatestEnd(greatest, endOf(rung.amount, 'lo')), zero);
  const hi = amounts.reduce<End>((greatest, rung) => greatestEnd(greatest, endOf(rung.amount, 'hi')), zero);
  return number(lo, hi, causesOf(amounts, test));
}

function sumOf(rungs: readonly Rung[], test: 'newly' | 'earlier'): NumberValue {
  const amounts = rungs.filter((rung) => rung[test].truth !== 'false');
  const lo = amounts
    .filter((rung) => rung[test].truth === 'true')
    .reduce<End>((total, rung) => addEnds(total, endOf(rung.amount, 'lo'), '-infinity'), zero);
  const hi = amounts.reduce<End>((total, rung) => addEnds(total, greatestEnd(zero, endOf(rung.amount, 'hi'))), zero);
  return number(lo, hi, causesOf(amounts, test));
}

/** A rung without a defined amount gives nothing. */
function endOf(amount: Num, side: 'lo' | 'hi'): End {
  return amount.kind === 'number' ? amount[side] : zero;
}

function causesOf(rungs: readonly Rung[], test: 'newly' | 'earlier'): readonly Cause[] {
  const tests = rungs.map((rung) => rung[test].causes);
  return joinCauses([...tests, ...rungs.map((rung) => (rung.amount.kind === 'number' ? rung.amount.causes : []))]);
}

// ── The years before ─────────────────────────────────────────────────────────

function pastOf(node: LadderExpr, context: Context): Past {
  if (node.range.kind === 'unrewarded') return { years: [], open: [] };
  const peak =
    node.peak === undefined
      ? undefined
      : fact({ kind: 'fact', id: 0, type: node.of.type, field: node.peak.field, shift: 0 }, context);
  const last = context.session.input.period.year + context.shift + ownShift(node, context) - 1;
  const peakKnown =
    peak !== undefined && !(peak.kind === 'number' && peak.causes.length > 0) && node.peak!.before <= last + 1;
  const { first, open } = rangeStart(node, last, context);
  const start = peakKnown ? Math.max(first, node.peak!.before) : first;
  const frames: InnerFrame[] = [];
  const years: Value[] = [];
  for (let year = start; year <= last; year += 1) {
    if (node.range.kind === 'given' && !givenYears(node, context).includes(year)) continue;
    const frame = newFrame();
    frames.push({ key: String(year), frame });
    years.push(evaluateExpression(node.of, withShift(context, year - last - 1, frame)));
  }
  context.frame.inner.set(node.id, frames);
  return { years, open: peakKnown ? [] : open, ...(peakKnown ? { peak } : {}) };
}

/** The first year to ask, and what leaves earlier ones open. */
function rangeStart(
  node: LadderExpr,
  last: number,
  context: Context,
): { readonly first: number; readonly open: readonly Cause[] } {
  const { range } = node;
  if (range.kind === 'sinceYear') return { first: range.year, open: [] };
  const firstGiven = givenYears(node, context)[0] ?? last + 1;
  if (range.kind !== 'sinceFact') return { first: firstGiven, open: [] };
  const owner = yearlyFacts(node, context)[0]?.owner;
  const [values] = statedOf(owner, context);
  const since = sinceFact(range.field, values ?? context.session.input.facts.values, context);
  if (since === undefined) return { first: firstGiven, open: [missingFact(range.field, undefined)] };
  return { first: 'date' in since ? yearOf(since.date) : last + 1, open: [] };
}

/** Years for which some yearly fact of the operand has a stated value, ascending. */
function givenYears(node: LadderExpr, context: Context): readonly number[] {
  const shift = ownShift(node, context);
  const years = new Set<number>();
  for (const part of yearlyFacts(node, context)) {
    for (const key of statedOf(part.owner, context).flatMap((values) => [...values.keys()])) {
      if (!key.startsWith(`${part.field}@`)) continue;
      years.add(Number(key.slice(part.field.length + 1)) - part.shift + shift);
    }
  }
  return [...years].sort((left, right) => left - right);
}

/** Of the subject, or of the item at hand; of all items where the operand sums a list up. */
function statedOf(owner: string | undefined, context: Context): readonly FactValues[] {
  if (owner === undefined || context.items.has(owner)) return [valuesOf(owner, context)];
  return (context.session.input.facts.lists.get(owner) ?? []).map(({ values }) => values);
}

/** The clause's own shift as the operand shows it: the greatest shift of a yearly fact in it. */
function ownShift(node: LadderExpr, context: Context): number {
  const shifts = yearlyFacts(node, context).map((part) => part.shift);
  return shifts.length === 0 ? 0 : Math.max(...shifts);
}

function yearlyFacts(node: LadderExpr, context: Context): readonly FactExpr[] {
  return withinExpression(node.of).filter(
    (part): part is FactExpr => part.kind === 'fact' && fieldOf(part, context.session.ir).yearly,
  );
}
