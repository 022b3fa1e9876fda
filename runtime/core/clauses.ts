import { missingList } from '../causes.ts';
import { newFrame } from '../frame.ts';
import { addToGate } from '../gate.ts';
import type { ItemFacts } from '../input.ts';
import type { ClauseId, ClauseIr, GroupCapIr, Items, NodeId } from '../ir.ts';
import { wholeShares } from '../item-shares.ts';
import { planItem } from '../payment/plan-item.ts';
import { clauseDating, type Dating, itemDating, lastDayInForce, type ReferenceDay } from '../reference-day.ts';
import type { ClauseRun, Engine, ItemRun, ItemShares, Session } from '../session.ts';
import type { NumberValue, TruthValue, UndefinedValue, Value } from '../value.ts';
import { type Fraction, interval, known } from './amount.ts';
import { fraction } from './arithmetic.ts';
import { fractionEnds } from './ends.ts';
import {
  closeLines,
  endOf,
  failLine,
  fractionSlot,
  type GivenItems,
  gatedAmount,
  gateOf,
  type Lines,
  newLines,
  setLine,
} from './lines.ts';
import { atItem, type Place } from './place.ts';
import { fractionFrom, fractionNumber } from './record.ts';
import { no, or, unknown } from './truths.ts';

/** The emitted lines of a clause or an items block: run over `lines`, give `it` after the last of them. */
export type LinesCode = (lines: Lines) => Fraction;

/** What an emitted policy brings: code by clause, and amounts of shared caps by block. */
export interface EmittedCode {
  readonly clauses: ReadonlyMap<ClauseId, LinesCode>;
  readonly caps: ReadonlyMap<string, (place: Place) => NumberValue | UndefinedValue>;
  /** Days, conditions and the most of payment plans, by node. */
  readonly plans?: ReadonlyMap<NodeId, (place: Place) => Value>;
}

const zeroNumber = fractionNumber(known(fractionEnds.zero));

/** Emitted code as an engine: the assessment around it (blocks, other policies, outcomes) is the same for every engine. */
export function engineOf(code: EmittedCode): Engine {
  return {
    runClause: (clause, session) => runClause(linesOf(code, clause), clause, session),
    rerun: (run, items, session) => rerun(linesOf(code, run.clause), run, items, session),
    groupCap: (block, frame, restsOn, session) => {
      const referenceDay = lastDayInForce(session.input.period, session.ir.inForce);
      return capOf(
        code,
        block,
      )({ session, frame, restsOn, clause: undefined, referenceDay, items: new Map(), item: undefined, shift: 0 });
    },
    planValue: (clause, { id }, { item, ...at }, session) => {
      const found = code.plans?.get(id);
      if (found === undefined) throw new Error(`no code was emitted for node ${id} of a payment plan`);
      const place = { session, clause: clause.id, referenceDay: undefined, item: undefined, ...at };
      return found({ ...place, ...planItem(item, session) });
    },
  };
}

function linesOf(code: EmittedCode, clause: ClauseIr): LinesCode {
  const found = code.clauses.get(clause.id);
  if (found === undefined) throw new Error(`no code was emitted for clause ${clause.id}`);
  return found;
}

function capOf(code: EmittedCode, block: GroupCapIr): (place: Place) => NumberValue | UndefinedValue {
  const found = code.caps.get(block.id);
  if (found === undefined) throw new Error(`no code was emitted for the shared cap ${block.id}`);
  return found;
}

function runClause(code: LinesCode, clause: ClauseIr, session: Session): ClauseRun {
  const place = clausePlace(clause, session);
  const { frame, restsOn } = place;
  const dating = datingOf(clause, session);
  if (dating.kind === 'outOfForce') {
    return { clause, frame, outOfForce: true, gate: no, own: zeroNumber, value: zeroNumber, items: [], restsOn };
  }
  if (clause.reference.kind === 'field') frame.states.set(clause.node, { truth: dating.test });
  const { lines, it } = runLines(code, clause, dating, place);
  const gate = gateOf(lines);
  const day = dating.day === undefined ? {} : { referenceDay: dating.day };
  return {
    clause,
    frame,
    outOfForce: false,
    gate,
    own: lines.own ?? zeroNumber,
    value: endOf(lines, it),
    items: lines.items,
    ...sharesOf(lines),
    restsOn,
    ...day,
  };
}

function rerun(
  code: LinesCode,
  { clause, items }: ClauseRun,
  values: readonly NumberValue[],
  session: Session,
): ReturnType<Engine['rerun']> {
  const dating = datingOf(clause, session);
  if (dating.kind === 'outOfForce') return { value: zeroNumber };
  const { lines, it } = runLines(code, clause, dating, clausePlace(clause, session), { runs: items, values });
  return { value: endOf(lines, it), ...sharesOf(lines) };
}

/** Of a clause that goes through items, and has a line on all of them together. */
function sharesOf({ isShared, shares, addUp }: Lines): { readonly shares?: ItemShares } {
  return isShared ? { shares: { shares, addUp } } : {};
}

function runLines(
  code: LinesCode,
  clause: ClauseIr,
  dating: Extract<Dating, { kind: 'dated' }>,
  place: Place,
  givenItems?: GivenItems,
): { readonly lines: Lines; readonly it: Fraction } {
  const lines = newLines({ ...place, referenceDay: dating.day }, clause, givenItems);
  addToGate(lines.gate, dating.test);
  const it = code(lines);
  return { lines, it: closeLines(lines, it) };
}

function clausePlace(clause: ClauseIr, session: Session): Place {
  return {
    session,
    frame: newFrame(),
    restsOn: new Set(),
    clause: clause.id,
    referenceDay: undefined,
    items: new Map(),
    item: undefined,
    shift: 0,
  };
}

function datingOf(clause: ClauseIr, session: Session): Dating {
  return clauseDating(clause, session.input.period, session.ir, session.input.facts.values);
}

// ── Items ────────────────────────────────────────────────────────────────────

export interface ItemsBlock {
  readonly node: Items['id'];
  readonly list: string;
  readonly on?: string;
  readonly where?: (place: Place) => TruthValue;
  readonly code: LinesCode;
}

/** R4, R20: each item has its own gate, amount and outcome; the clause goes on with their sum, held as a fraction. */
export function itemsLine(lines: Lines, block: ItemsBlock): void {
  lines.list = block.list;
  if (lines.givenItems !== undefined) {
    const { runs, values } = lines.givenItems;
    lines.items.push(...runs);
    lines.shares = wholeShares(values);
    setItems(lines, block.node, fraction.add(values.map(fractionFrom)));
    return;
  }
  const { place } = lines;
  const items = place.session.input.facts.lists.get(block.list);
  if (items === undefined) {
    const { zero, infinity } = fractionEnds;
    addToGate(lines.gate, unknown([missingList(block.list)]));
    setLine(lines, fractionSlot, block.node, interval(fractionEnds, zero, infinity, [missingList(block.list)]));
    return;
  }
  const places = items.map((item) => ({
    item,
    place: { ...atItem(place, block.list, item), item: { list: block.list, key: item.key } },
  }));
  place.frame.inner.set(
    block.node,
    places.map(({ item, place: { frame } }) => ({ key: item.key, frame })),
  );
  const amounts: Fraction[] = [];
  for (const { item, place: inner } of places) {
    const run = runItem(block, item, inner, lines.clause);
    if (run === undefined) continue;
    lines.items.push(run.item);
    amounts.push(run.amount);
  }
  lines.shares = wholeShares(lines.items.map(({ value }) => value));
  if (lines.items.length === 0) {
    failLine(lines, fractionSlot, block.node, 'no item');
    return;
  }
  if (lines.items.every((item) => item.outOfForce || item.gate.truth === 'false')) {
    failLine(lines, fractionSlot, block.node, 'no item met');
    return;
  }
  // Met if some item is; while none surely is, it may come to be not met.
  addToGate(lines.gate, or(lines.items.filter((item) => !item.outOfForce).map((item) => item.gate)));
  setItems(lines, block.node, fraction.add(amounts));
}

/** The clause goes on with the sum of its items. */
function setItems(lines: Lines, node: Items['id'], sum: Fraction): void {
  setLine(lines, fractionSlot, node, sum);
  lines.addUp = true;
}

/** undefined: the item is left out, without outcome. */
function runItem(
  block: ItemsBlock,
  item: ItemFacts,
  outer: Place,
  clause: ClauseIr,
): { readonly item: ItemRun; readonly amount: Fraction } | undefined {
  const { frame } = outer;
  const dating = itemDatingOf(block, item, outer);
  // An item with a date of its own has no other reference day, not even where that date is stated not to exist.
  const referenceDay = dating === undefined ? outer.referenceDay : dating.day;
  const place = { ...outer, referenceDay };
  const lines = newLines(place, clause);
  if (dating?.kind === 'dated') {
    frame.states.set(block.node, { truth: dating.test });
    if (dating.test.truth === 'false') return undefined;
    addToGate(lines.gate, dating.test);
  }
  const where = block.where?.(place);
  if (where?.truth === 'false') return undefined;
  if (where !== undefined) addToGate(lines.gate, where);
  const outOfForce = dating?.kind === 'outOfForce';
  const it = outOfForce ? known(fractionEnds.zero) : closeLines(lines, block.code(lines));
  const gate = outOfForce ? no : gateOf(lines);
  const amount = gatedAmount(it, gate);
  const value = fractionNumber(amount);
  frame.states.set(block.node, { ...frame.states.get(block.node), it: value });
  return { item: itemRun(item.key, frame, outOfForce, gate, value, referenceDay), amount };
}

function itemRun(
  key: string,
  frame: Place['frame'],
  outOfForce: boolean,
  gate: TruthValue,
  value: NumberValue,
  referenceDay: ReferenceDay | undefined,
): ItemRun {
  return { key, frame, outOfForce, gate, value, ...(referenceDay === undefined ? {} : { referenceDay }) };
}

function itemDatingOf({ list, on }: ItemsBlock, item: ItemFacts, { session }: Place): Dating | undefined {
  return on === undefined
    ? undefined
    : itemDating(list, item.key, on, item.values.get(on), session.input.period, session.ir.inForce);
}
