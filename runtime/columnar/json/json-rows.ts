/**
 * Facts as JSON text → a row of the columns, in one pass over the text. It takes only what the door takes without a word, and with the same
 * meaning; whatever is odd, unknown, missing, or beyond a guard is left to the door and the general evaluator, which tell what is wrong.
 */

import { foldWidth } from '../../door/fold-width.ts';
import { limits } from '../../door/json-tree.ts';
import { unnamedSubject } from '../../door/read-facts.ts';
import type { Ledger, Period } from '../../input.ts';
import type { PolicyIr } from '../../ir.ts';
import { itemKey } from '../../item-key.ts';
import type { ColumnarLayout } from '../layout.ts';
import { type Asker, ledgerFiller } from '../ledger-filler.ts';
import { type ColumnBlock, roomForItems, startBlock } from '../new-columns.ts';
import type { ReadValue } from './fact-value.ts';
import { type Destination, newOwnerReading, type OwnerReading, settles, takesObject } from './owner-reader.ts';
import { type ListPlan, mostItems, type RowPlan, rowPlan, type Slot } from './row-plan.ts';
import {
  closeBracket,
  goesOn,
  newScan,
  openBracket,
  type Scan,
  skipSpace,
  takes,
  takesString,
  takesText,
} from './text-scan.ts';

export interface JsonRows extends Asker {
  /** Empties the block for applicants of this period, under the readings of the layout. */
  readonly start: (block: ColumnBlock) => void;
  /** Adds the applicant of the text as the next row. `false`: nothing is added; the door and the general evaluator are to be asked. */
  readonly add: (block: ColumnBlock, text: string, ledger: Ledger | undefined) => boolean;
  /** Of the row added last. */
  subject: string;
  readonly itemKey: (list: number, item: number) => string;
}

/** `period`: a calendar year. `mostObjects`: after so many, the numbers by which objects are told apart begin again. */
export function jsonRows(
  ir: PolicyIr,
  layout: ColumnarLayout,
  period: Period,
  mostObjects: number = usualMostObjects,
): JsonRows {
  const plan = rowPlan(ir, layout, period.year);
  const state = newState(plan);
  const fillFromLedger = ledgerFiller(ir, layout);
  const { lists } = plan;
  const planOf = layout.lists.map(({ list }) => ir.lists.findIndex(({ id }) => id === list));
  const rows: JsonRows = {
    subject: unnamedSubject,
    itemKey: (list, item) => state.keys[planOf[list]!]![item]!,
    start: (block) => {
      startBlock(block, period.year);
      state.parametersKnown = false;
    },
    add: (block, text, ledger) => {
      if (text.length > limits.textLength || block.rows >= block.capacity) return false;
      for (const { place } of lists) {
        if (place < 0) continue;
        const { offsets } = block.lists[place]!;
        offsets[block.rows + 1] = offsets[block.rows]!;
      }
      if (state.objects > mostObjects) forgetMarks(state);
      if (!takesRow(state, block, text)) return false;
      rows.subject = state.subject;
      if (fillFromLedger(block, block.rows, rows, period, ledger) !== undefined) return false;
      keepParameters(state, block);
      block.general[block.rows] = 0;
      block.rows += 1;
      return true;
    },
  };
  return rows;
}

interface State {
  readonly plan: RowPlan;
  readonly scan: Scan;
  readonly value: ReadValue;
  readonly own: OwnerReading;
  readonly items: readonly OwnerReading[];
  readonly into: Destination;
  readonly intoItems: Destination;
  /** Objects read so far. */
  objects: number;
  /** By list of the policy: the applicant that last had one. */
  readonly listed: Uint32Array;
  /** Keys of items, by list of the policy. */
  readonly keys: readonly string[][];
  subject: string;
  parametersKnown: boolean;
}

function newState(plan: RowPlan): State {
  const { length } = plan.parameters;
  const into = { cells: [], at: 0, parameters: new Float64Array(length), parametersMet: new Uint32Array(length) };
  return {
    plan,
    scan: newScan(),
    value: { state: 'unknown', cell: 0, text: '' },
    own: newOwnerReading(plan.subject),
    items: plan.lists.map(newOwnerReading),
    into,
    intoItems: { ...into },
    objects: 0,
    listed: new Uint32Array(plan.lists.length),
    keys: plan.lists.map(() => []),
    subject: unnamedSubject,
    parametersKnown: false,
  };
}

/** Marks are numbers of 32 bits; one text has fewer objects than are left above this. */
const usualMostObjects = 4_000_000_000;

/** As if no text had been read. */
function forgetMarks(state: State): void {
  state.objects = 0;
  state.listed.fill(0);
  state.into.parametersMet.fill(0);
  for (const { met, filled, dated, begun, owner } of [state.own, ...state.items]) {
    for (const marks of [met, filled, dated, begun]) marks.fill(0);
    for (const { yearsMet } of owner.slots) yearsMet.fill(0);
  }
}

function takesRow(state: State, block: ColumnBlock, text: string): boolean {
  const { scan, own, value, into } = state;
  state.subject = unnamedSubject;
  for (const keys of state.keys) keys.length = 0;
  scan.text = text;
  scan.at = 0;
  into.cells = block.facts;
  into.at = block.rows;
  state.objects += 1;
  own.mark = state.objects;
  if (!takesObject(scan, own, value, into, (slot) => takesOther(state, block, slot))) return false;
  skipSpace(scan);
  if (scan.at !== text.length) return false;
  return settles(own, into, own) && hasParameters(state, block) && hasLists(state);
}

function takesOther(state: State, block: ColumnBlock, slot: Slot): boolean {
  const { scan } = state;
  switch (slot.kind) {
    case 'list':
      return takesText(scan, 'null') || takesList(state, block, slot.list);
    case 'subject':
      return takesText(scan, 'null') || takesSubject(state);
    case 'words':
      return takesString(scan);
    case 'empty':
      return takesText(scan, 'null') || (takes(scan, openBracket) && takes(scan, closeBracket));
    default:
      return false;
  }
}

function takesSubject(state: State): boolean {
  const { scan } = state;
  if (!takesString(scan)) return false;
  const written = scan.text.slice(scan.start, scan.end);
  state.subject = foldWidth(written);
  return written.length <= 200 && state.subject !== '';
}

// ── Lists ────────────────────────────────────────────────────────────────────

function takesList(state: State, block: ColumnBlock, list: number): boolean {
  const { scan, plan, listed, own } = state;
  const listPlan = plan.lists[list]!;
  if (!takes(scan, openBracket)) return false;
  listed[list] = own.mark;
  if (takes(scan, closeBracket)) return true;
  for (let count = 1; count <= listPlan.most && count <= mostItems; count += 1) {
    if (!takesItem(state, block, list, listPlan)) return false;
    const more = goesOn(scan, closeBracket);
    if (more === undefined) return false;
    if (!more) return true;
  }
  return false;
}

function takesItem(state: State, block: ColumnBlock, list: number, { place }: ListPlan): boolean {
  const { scan, value, own, intoItems } = state;
  const reading = state.items[list]!;
  state.objects += 1;
  reading.mark = state.objects;
  const target = place < 0 ? undefined : block.lists[place]!;
  const at = target === undefined ? 0 : target.offsets[block.rows + 1]!;
  if (target !== undefined) {
    roomForItems(target, at + 1);
    intoItems.cells = target.facts;
    intoItems.at = at;
    target.offsets[block.rows + 1] = at + 1;
  }
  return (
    takesObject(scan, reading, value, intoItems, () => false) &&
    settles(reading, intoItems, own) &&
    takesKeyOf(reading, state.keys[list]!)
  );
}

/** A key that stands twice is for the door to tell. */
function takesKeyOf({ owner, met, mark, texts }: OwnerReading, keys: string[]): boolean {
  if (owner.key.length === 0) {
    keys.push(`#${keys.length + 1}`);
    return true;
  }
  const parts: string[] = [];
  for (const slot of owner.key) {
    const { kind } = owner.slots[slot]!.form;
    if (met[slot] !== mark || (kind !== 'text' && kind !== 'option')) return false;
    parts.push(texts[slot]!);
  }
  const key = itemKey(parts);
  if (keys.length > mostKeysCompared || keys.includes(key)) return false;
  keys.push(key);
  return true;
}

/** Each with each; more items of one applicant are rare enough for the door. */
const mostKeysCompared = 200;

/** A list that columns read must be there. */
function hasLists({ plan, own, listed }: State): boolean {
  for (let list = 0; list < plan.lists.length; list += 1)
    if (plan.lists[list]!.place >= 0 && listed[list] !== own.mark) return false;
  return true;
}

// ── Parameters ───────────────────────────────────────────────────────────────

/** Published, or stated and the same as in the rows before. */
function hasParameters({ plan, own, into, parametersKnown }: State, block: ColumnBlock): boolean {
  for (let index = 0; index < plan.parameters.length; index += 1) {
    const { published, isNotAsked } = plan.parameters[index]!;
    if (published !== undefined || isNotAsked) into.parameters[index] = isNotAsked ? Number.NaN : published!;
    else if (into.parametersMet[index] !== own.mark) return false;
    const cell = into.parameters[index]!;
    if (cell === Number.POSITIVE_INFINITY) return false;
    if (parametersKnown && !Object.is(block.parameters[index]![0], cell)) return false;
  }
  return true;
}

function keepParameters(state: State, block: ColumnBlock): void {
  if (state.parametersKnown) return;
  for (let index = 0; index < block.parameters.length; index += 1)
    block.parameters[index]![0] = state.into.parameters[index]!;
  state.parametersKnown = true;
}
