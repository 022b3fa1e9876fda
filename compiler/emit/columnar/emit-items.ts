/** Clauses that go through the items of a list (R4, R20): each item has its own gate, amount and outcome. */
import type { Items } from '../../../runtime/ir.ts';
import { declared, named, writeLine } from './code-block.ts';
import { always } from './condition.ts';
import type { EmitContext } from './emit-context.ts';
import { dayInForce, dayOfPeriod } from './emit-dating.ts';
import { emitTruth } from './emit-expression.ts';
import { emitLines, lifts } from './emit-line.ts';
import { settleItem } from './emit-outcome.ts';
import { addToSum, forEachItem, newSum, type Sum, sumOperand } from './expression-aggregate.ts';
import { emitFact } from './expression-fact.ts';
import { gateBy, type LineScope, newLineScope, type Then } from './line-scope.ts';
import { isZero, NotColumnar, type Operand } from './operand.ts';
import { isKnown, isSettled, known, type NumberRange, rangeOf, settled } from './range.ts';

interface Sums {
  readonly low: Sum;
  readonly high: Sum;
  isOpen: boolean;
}

export function emitItems(line: Items, scope: LineScope, then: Then): void {
  const { context, clause } = scope;
  const { block } = context;
  if (scope.sure !== always) throw new NotColumnar('open gate of items');
  const [own, paid, bounds] = [newSums(context), newSums(context), newBounds(context)];
  const isAnyMet = declared(block, 'false');
  forEachItem(line.list, context, (inner, index) => {
    const status = declared(inner.block, '255');
    const item = { ...inner, item: { list: line.list, index, body: inner.block } };
    datedItem(line, item, (dated, inForce) => {
      writeLine(dated.block, `${status} = 0;`);
      const lines = newLineScope(dated, clause);
      if (inForce !== always) writeLine(dated.block, `if (!${inForce}) ${status} = 4;`);
      gateBy(lines, known(inForce), (started) =>
        emitLines(line.statements, started, (end) => {
          if (end.sure !== always) throw new NotColumnar('open gate of items');
          writeLine(end.context.block, `${isAnyMet} = true;`);
          const settledItem = settleItem(end, status);
          addRange(own, end.context, end.it);
          addRange(paid, end.context, settledItem);
          addBound(bounds, end);
        }),
      );
    });
    storeItemStatus(line, item, status, clause.id);
    context.keptAll(inner.block);
  });
  gateBy(scope, known(isAnyMet), (inside) => {
    const value = rangeOfSums(own);
    const bound = bounds.isBounded ? { bound: sumOperand(bounds.sum) } : {};
    then({ ...inside, it: value, items: { value, payable: rangeOfSums(paid) }, ...bound });
  });
}

function storeItemStatus(_line: Items, { writer, block, item }: EmitContext, status: string, clause: string): void {
  const position = writer.layout.outcomes.findIndex((one) => one.clause === clause);
  const name = `t${position}`;
  writer.hoisted.set(name, `outcomes.clauses[${position}]!.items!.status`);
  writeLine(block, `${name}[${item!.index}] = ${status};`);
}

/** An item whose date lies in the period, and that is not left out; its date may still lie outside force. */
function datedItem(line: Items, context: EmitContext, then: (context: EmitContext, inForce: string) => void): void {
  const where = (inner: EmitContext, inForce: string): void => {
    const scope = newLineScope(inner, inner.clause!);
    const truth = line.where === undefined ? known(always) : emitTruth(line.where, inner);
    if (!isKnown(truth)) throw new NotColumnar('open gate of items');
    gateBy(scope, truth, (inside) => then(inside.context, inForce));
  };
  if (line.on === undefined) {
    where(context, always);
    return;
  }
  const date = emitFact({ field: line.on, owner: line.list, shift: 0 }, context);
  if (date.kind !== 'number') throw new Error('an item is dated by a day');
  const scope = newLineScope(context, context.clause!);
  gateBy(scope, known(dayOfPeriod(context.writer, context.block, date.high)), ({ context: inside }) => {
    const day: Operand = { ...date.high, numerator: { ...date.high.numerator, mayBeNone: false } };
    where({ ...inside, referenceDay: day }, named(inside.block, dayInForce(inside.writer, inside.block, day)));
  });
}

/** What is written as the most of each item that is met, together (R9). */
interface Bounds {
  readonly sum: Sum;
  isBounded: boolean;
}

function newBounds(context: EmitContext): Bounds {
  return { sum: newSum(context.block), isBounded: lifts(context) };
}

function addBound(bounds: Bounds, { bound, context }: LineScope): void {
  if (bound === undefined) bounds.isBounded = false;
  else if (bounds.isBounded) addToSum(bounds.sum, context.block, bound);
}

function newSums({ block }: EmitContext): Sums {
  return { low: newSum(block), high: newSum(block), isOpen: false };
}

function addRange(sums: Sums, { block }: EmitContext, range: NumberRange): void {
  if (!isZero(range.high)) addToSum(sums.high, block, range.high);
  sums.isOpen = !isSettled(range);
  if (sums.isOpen && !isZero(range.low)) addToSum(sums.low, block, range.low);
}

function rangeOfSums({ low, high, isOpen }: Sums): NumberRange {
  return isOpen ? rangeOf(sumOperand(low), sumOperand(high)) : settled(sumOperand(high));
}
