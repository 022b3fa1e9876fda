/**
 * A full explanation of a traced row is told from the frames that the general evaluator fills for the same facts. Before it is shown,
 * every value that the columnar code recorded is held against them: an explanation can never tell another story than the sum came from.
 */
import type { Assessment, ClauseResult } from '../assessment.ts';
import type { Frame } from '../frame.ts';
import type { NodeId } from '../ir.ts';
import { equals, fraction, type Rational } from '../rational.ts';
import type { NumberValue, Value } from '../value.ts';
import { type ColumnarLayout, outcomeCodes } from './layout.ts';
import { amountAt } from './steps.ts';
import type { TraceForm, TraceLayout, TraceSlot } from './trace-layout.ts';
import {
  hasRun,
  isSet,
  itemPlaces,
  numberAt,
  rowPlace,
  slotReading,
  type TracedRow,
  type TracePlace,
  tracedLists,
} from './trace-reading.ts';

/** Where the two differ: a node of the policy, or a clause's outcome (`node` 0). */
export interface TraceDifference {
  /** Or a shared cap. */
  readonly clause: string;
  readonly node: NodeId;
  readonly of: TraceSlot['of'] | 'outcome';
}

/** Empty where the assessment is what the row was traced to be. Nodes that the code had no need to evaluate are not asked. */
export function differencesFromTrace(
  assessment: Assessment,
  layout: ColumnarLayout,
  trace: TraceLayout,
  traced: TracedRow,
): readonly TraceDifference[] {
  const found: TraceDifference[] = [];
  layout.outcomes.forEach((outcome, index) => {
    const result = assessment.clauses.find(({ clause }) => clause === outcome.clause);
    const same = result !== undefined && isSameOutcome(result, outcome.denominator, traced, index);
    if (!same) found.push({ clause: outcome.clause, node: 0, of: 'outcome' });
  });
  const place = rowPlace(traced);
  for (const slot of trace.slots) found.push(...differenceAt(slot, place, assessment));
  for (const list of tracedLists(layout, trace)) {
    const { node, ran, slots } = trace.items[list.index]!;
    if (!isSet(ran, place)) continue;
    itemPlaces(list, traced).forEach((itemPlace, item) => {
      const inner = innerFrame(assessment, node, item);
      for (const slot of slots) found.push(...differenceAt(slot, itemPlace, assessment, inner ?? null));
    });
  }
  return found;
}

function isSameOutcome({ outcome }: ClauseResult, denominator: number, traced: TracedRow, index: number): boolean {
  const { status, low, high } = traced.outcomes.clauses[index]!;
  const { row } = traced;
  return (
    outcomeCodes[status[row]!] === outcome.kind &&
    isCell(outcome.payable.lo, amountAt(low, status, row), denominator) &&
    isCell(outcome.payable.hi, amountAt(high, status, row), denominator)
  );
}

/** `inner`: of an item; null where the assessment has no frame for it. */
function differenceAt(
  slot: TraceSlot,
  place: TracePlace,
  assessment: Assessment,
  inner?: Frame | null,
): readonly TraceDifference[] {
  const reading = slotReading(slot);
  if (!hasRun(reading, place)) return [];
  const first = numberAt(reading.first, place);
  const second = reading.second === undefined ? first : numberAt(reading.second, place);
  const owner = ownerOf(slot.node, assessment);
  const frame = inner === undefined ? owner?.frame : inner;
  const value = frame === undefined || frame === null ? undefined : recordedIn(frame, slot);
  if (value !== undefined && isSame(value, slot.form, first, second)) return [];
  return [{ clause: owner?.clause ?? '', node: slot.node, of: slot.of }];
}

/** The clause whose own frame or an inner one holds the node, or the shared cap. */
function ownerOf(
  node: NodeId,
  { clauses, blocks }: Assessment,
): { readonly clause: string; readonly frame: Frame } | undefined {
  const block = blocks.find(({ frame }) => holds(frame, node));
  return clauses.find(({ frame }) => holds(frame, node)) ?? (block && { clause: block.block, frame: block.frame });
}

function holds({ values, states, inner }: Frame, node: NodeId): boolean {
  if (values.has(node) || states.has(node)) return true;
  return [...inner.values()].some((frames) => frames.some(({ frame }) => holds(frame, node)));
}

function innerFrame({ clauses }: Assessment, node: NodeId, item: number): Frame | undefined {
  for (const { frame } of clauses) {
    const inner = frame.inner.get(node);
    if (inner !== undefined) return inner[item]?.frame;
  }
  return undefined;
}

function recordedIn({ values, states }: Frame, { node, of }: TraceSlot): Value | undefined {
  return of === 'value' ? values.get(node) : states.get(node)?.[of];
}

function isSame(value: Value, form: TraceForm, first: number, second: number): boolean {
  switch (value.kind) {
    case 'truth':
      return form.kind === 'truth' && value.truth === (first === 1 ? 'true' : 'false');
    case 'undefined':
      return Number.isNaN(first);
    case 'options':
      return isSameOptions(value.options ?? [], form, first);
    case 'number':
      return isSameNumber(value, form, first, second);
    case 'text':
      return false;
  }
}

function isSameOptions(options: readonly string[], form: TraceForm, cell: number): boolean {
  if (form.kind === 'option') return options.length === 1 && form.options[cell] === options[0];
  if (form.kind !== 'options') return false;
  return form.options.every((option, bit) => options.includes(option) === ((cell & (1 << bit)) !== 0));
}

function isSameNumber(value: NumberValue, form: TraceForm, first: number, second: number): boolean {
  const { lo, hi } = value;
  if (Number.isNaN(first)) return value.none === true;
  switch (form.kind) {
    case 'number':
      return isCell(lo, first, form.denominator) && isCell(hi, first, form.denominator);
    case 'range':
      return isCell(lo, first, form.denominator) && isCell(hi, second, form.denominator);
    case 'quotient': {
      const quotient = fraction(BigInt(first), BigInt(second) * BigInt(form.denominator));
      return isRational(lo, quotient) && isRational(hi, quotient);
    }
    case 'day':
      return isCell(lo, first, 1) && isCell(hi, first, 1);
    default:
      return false;
  }
}

function isCell(end: NumberValue['lo'], cell: number, denominator: number): boolean {
  return Number.isSafeInteger(cell) && isRational(end, fraction(BigInt(cell), BigInt(denominator)));
}

function isRational(end: NumberValue['lo'], value: Rational): boolean {
  return typeof end !== 'string' && equals(end, value);
}
