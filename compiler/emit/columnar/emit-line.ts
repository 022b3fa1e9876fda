/** Lines of a clause (R6), one after the other; conditions enclose what follows them. */
import type { Adjust, Amount, Budget, Cap, Once, Round, ScopeIr, Statement } from '../../../runtime/ir.ts';
import { ofDecimalText } from '../../../runtime/rational.ts';
import { isSharedScope } from '../../../runtime/scope-sharers.ts';
import { allOf, always, negated } from './condition.ts';
import { askedWhere, type EmitContext } from './emit-context.ts';
import { emitNumber, emitTruth } from './emit-expression.ts';
import { emitItems } from './emit-items.ts';
import { plain } from './expression-arithmetic.ts';
import { historyCode, paidRange } from './expression-clause.ts';
import { gateBy, gated, type LineScope, present, surelyPresent, type Then } from './line-scope.ts';
import { columnOperand, NotColumnar, type Operand, oneOperand, zeroOperand } from './operand.ts';
import { minimumOperand, selectOperand } from './operand-choice.ts';
import { compareOperands } from './operand-compare.ts';
import { roundOperand } from './operand-rounding.ts';
import {
  addRanges,
  atLeastZero,
  compareRanges,
  differenceFromZero,
  highestRange,
  isKnown,
  isSettled,
  known,
  lowestRange,
  mapRange,
  multiplyRanges,
  type NumberRange,
  namedRange,
  rangeOf,
  selectRange,
  settled,
  zeroRange,
} from './range.ts';
import { withinExpression } from './within.ts';

export function emitLines(lines: readonly Statement[], scope: LineScope, then: Then): void {
  const [line, ...rest] = lines;
  if (line === undefined) then(scope);
  else
    emitLine(line, scope, (next) => {
      if (line.kind !== 'when' && line.kind !== 'once') next.context.keep(line.id, next.it, next.context, 'it');
      emitLines(rest, labelled(line, next), then);
    });
}

function labelled(line: Statement, scope: LineScope): LineScope {
  if (line.label === undefined || scope.lines.has(line.label)) return scope;
  return { ...scope, lines: new Map([...scope.lines, [line.label, scope.it]]) };
}

function emitLine(line: Statement, scope: LineScope, then: Then): void {
  if (scope.items !== undefined && (line.kind === 'when' || line.kind === 'once'))
    throw new NotColumnar('condition after items');
  switch (line.kind) {
    case 'when': {
      gateBy(scope, emitTruth(line.condition, scope.context), then, line.id);
      return;
    }
    case 'once':
      emitOnce(line, scope, then);
      return;
    case 'amount':
      emitAmount(line, scope, then);
      return;
    case 'adjust':
      then(emitAdjust(line, scope));
      return;
    case 'cap':
      emitCap(line, scope, then);
      return;
    case 'round':
      then(emitRound(line, scope));
      return;
    case 'budget':
      then(emitBudget(line, scope));
      return;
    case 'items':
      emitItems(line, scope, then);
      return;
    case 'limit':
      throw new NotColumnar('limit of items');
    case 'switch':
      throw new Error('a switch is left: the policy was not specialised');
  }
}

/** R5: used up by a paid amount above 0 alone; with `times`, by so many awards. */
function emitOnce({ id, scope: key, times }: Once, scope: LineScope, then: Then): void {
  const { context, clause } = scope;
  if (isSharedScope(key)) throw new NotColumnar('shared key');
  const asks = key.window.kind !== 'period';
  const column = { clause: clause.id, window: key.window, scale: 0 } as const;
  if (times === undefined) {
    const isUnused = asks
      ? `(${historyCode(context, { ...column, asks: 'awarded', high: 1 }, perOf(key))} === 0)`
      : always;
    gateBy(scope, known(isUnused), then, id);
    return;
  }
  const most = plain(emitNumber(times, context));
  const high = 1_000_000;
  const used = asks
    ? columnOperand(historyCode(context, { ...column, asks: 'times', high }, perOf(key)), 0, 0n, BigInt(high), false)
    : zeroOperand;
  const next = addRanges(context.block, settled(used), settled(oneOperand));
  const truth = compareRanges(context.block, 'atMost', next, most);
  gateBy(scope, truth, then, id);
}

function perOf({ per }: ScopeIr): 'item' | 'subject' {
  return per === 'item' ? 'item' : 'subject';
}

/** None, or no row: not met. */
function emitAmount(line: Amount, scope: LineScope, then: Then): void {
  const { block } = scope.context;
  const { condition, range } = present(block, emitNumber(line.amount, scope.context));
  gateBy(scope, known(allOf([negated(range.noRow), condition])), (inside) => {
    const it = atLeastZero(inside.context.block, plain(range));
    const bound = ceilingBound(line, it, inside.context);
    then({ ...inside, it, ...(bound === undefined ? {} : { bound }) });
  });
}

/** One ceiling bounds by itself; of several, the amount they made. */
function ceilingBound(line: Amount, it: NumberRange, context: EmitContext): Operand | undefined {
  if (!lifts(context)) return undefined;
  const ceilings = withinExpression(line.amount).filter((node) => node.kind === 'ceiling');
  if (ceilings.length === 0) return undefined;
  const [only] = ceilings;
  // Which of several was reached is told when the code runs.
  if (ceilings.length > 1 || only !== line.amount) throw new NotColumnar('rounding above a ceiling');
  return it.high;
}

/** Whether payment may round upwards: else no bound is ever asked for. */
export function lifts({ writer }: EmitContext): boolean {
  const { payment } = writer.layout.ir;
  return payment.kind === 'fixed' && payment.value !== null && payment.value.mode !== 'down';
}

function emitAdjust(line: Adjust, scope: LineScope): LineScope {
  const { block } = scope.context;
  const truth = line.condition === undefined ? known(always) : emitTruth(line.condition, scope.context);
  if (!isKnown(truth)) throw new NotColumnar('open choice');
  // Worked out whether or not it has a value: what has none is not taken.
  const amount = namedRange(block, plain(emitNumber(line.amount, askedWhere(scope.context, truth.sure))));
  const { condition } = present(block, amount);
  const before = namedRange(block, scope.it);
  const changed = adjusted(line.operation, before, amount, scope.context);
  const it = surelyPresent(namedRange(block, selectRange(block, allOf([truth.sure, condition]), changed, before)));
  return { ...scope, it, ...(scope.bound === undefined ? {} : { bound: it.high }) };
}

function adjusted(
  operation: Adjust['operation'],
  it: NumberRange,
  amount: NumberRange,
  { block }: EmitContext,
): NumberRange {
  switch (operation) {
    case 'add':
      return atLeastZero(block, addRanges(block, it, amount));
    case 'less':
      return differenceFromZero(block, it, amount);
    case 'raise':
      return atLeastZero(block, multiplyRanges(block, it, addRanges(block, settled(oneOperand), amount)));
    case 'lower':
      return multiplyRanges(block, it, differenceFromZero(block, settled(oneOperand), amount));
    case 'floor':
      return highestRange(block, it, amount);
  }
}

/** The room left in the cap's scope. */
function emitCap(line: Cap, scope: LineScope, then: Then): void {
  const { context, clause } = scope;
  if (isSharedScope(line.scope)) throw new NotColumnar('shared key');
  if (line.cut !== undefined && scope.items !== undefined) throw new NotColumnar('cut among items');
  const { condition, range: cap } = present(context.block, plain(emitNumber(line.amount, context)));
  if (condition !== always && scope.items !== undefined) throw new NotColumnar('condition after items');
  gateBy(scope, known(condition), (inside) => {
    const { block } = inside.context;
    const used =
      line.scope.window.kind === 'period'
        ? zeroRange
        : paidRange(inside.context, clause.id, line.scope.window, perOf(line.scope), 'paid');
    const room = namedRange(block, differenceFromZero(block, cap, used));
    const before = namedRange(block, scope.it);
    const it = line.allOrNothing ? wholeOrNothing(before, room, inside.context) : lowestRange(block, before, room);
    const bound = lifts(context) ? { bound: lesser(inside, room.high) } : {};
    const beforeCap = scope.beforeCap ?? before;
    then({ ...inside, it: namedRange(block, it), beforeCap, ...bound });
  });
}

function lesser({ bound, context }: LineScope, other: Operand): Operand {
  return bound === undefined ? other : minimumOperand(context.block, bound, other);
}

function wholeOrNothing(it: NumberRange, room: NumberRange, { block }: EmitContext): NumberRange {
  const isWithin = compareOperands(block, 'atMost', it.high, room.low);
  if (isSettled(it) && isSettled(room)) return settled(selectOperand(block, isWithin, it.high, zeroOperand));
  const isOver = compareOperands(block, 'over', it.low, room.high);
  const least = minimumOperand(block, it.high, room.high);
  return rangeOf(
    selectOperand(block, isWithin, it.low, zeroOperand),
    selectOperand(block, isWithin, it.high, selectOperand(block, isOver, zeroOperand, least)),
  );
}

function emitRound(line: Round, scope: LineScope): LineScope {
  const { block } = scope.context;
  const step = ofDecimalText(line.rounding.step);
  const rounded = mapRange(scope.it, (end) => roundOperand(block, end, line.rounding.mode, step));
  const it = namedRange(block, atLeastZero(block, rounded));
  if (scope.bound === undefined) return { ...scope, it };
  const isAbove = compareOperands(block, 'over', it.high, scope.bound);
  return { ...scope, it, bound: selectOperand(block, isAbove, it.high, scope.bound) };
}

/** R11: alone, a subject's share of the pool is anything up to its claim. */
function emitBudget(line: Budget, scope: LineScope): LineScope {
  const { block } = scope.context;
  const own = scope.own ?? gated(block, scope.it, scope.sure);
  if (line.sharing === 'unlimited') return { ...scope, own };
  const { high } = namedRange(block, scope.it);
  const bound = lifts(scope.context) ? { bound: lesser(scope, high) } : {};
  return { ...scope, own, it: rangeOf(zeroOperand, high), ...bound };
}
