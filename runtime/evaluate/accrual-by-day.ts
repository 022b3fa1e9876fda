import { joinCauses } from '../causes.ts';
import { changesWithin } from '../dated-figures.ts';
import { dayText } from '../day.ts';
import { partOfYear } from '../day-count.ts';
import { type Frame, newFrame } from '../frame.ts';
import { defined, exactly, isKnown, type Num, noneNumber, sum } from '../interval.ts';
import type { AccrualExpr, DatedExpr } from '../ir.ts';
import { withinExpression } from '../ir-children.ts';
import { fieldOf } from '../may-be-negative.ts';
import { subtract, zero } from '../rational.ts';
import type { NumberValue } from '../value.ts';
import { accruedPart, clipped, dayAt, times, type Window, windowOf } from './accrual.ts';
import type { Context } from './context.ts';
import { evaluateNumber } from './expression.ts';

/** R19: whether the rate reads a figure of each day. */
export function readsByDay(node: AccrualExpr): boolean {
  return figuresOf(node).length > 0;
}

function figuresOf({ rate }: AccrualExpr): readonly DatedExpr[] {
  return withinExpression(rate).filter((one): one is DatedExpr => one.kind === 'dated' && one.at === 'accrual');
}

export function accrualByDay(node: AccrualExpr, principal: readonly Num[], context: Context): Num {
  const begin = evaluateNumber(node.begin, context);
  const end = evaluateNumber(node.end, context);
  return defined([...principal, begin, end], (...known) => {
    const [first, last] = known.slice(-2) as [NumberValue, NumberValue];
    const part = accruedPart(node, first, last, context);
    const accrued = ofPieces(node, first, last, part, context);
    return defined([accrued], (amount) => [...known.slice(0, -2), amount!].reduce(times)) as NumberValue;
  });
}

/** The sum of rate × part of a year. */
function ofPieces(node: AccrualExpr, begin: NumberValue, end: NumberValue, part: NumberValue, context: Context): Num {
  const days = clipped(node, dayAt(begin.lo), dayAt(end.hi), windowOf(node, context));
  const isOpen = !isKnown(begin) || !isKnown(end);
  const pieces = days.to <= days.from ? [] : isOpen ? undefined : piecesOf(node, days, context);
  const frames: { readonly key: string; readonly frame: Frame }[] = [];
  context.frame.inner.set(node.id, frames);
  const rateOn = ({ from, to }: Window, why: readonly NumberValue[]): Num => {
    const frame = newFrame();
    frames.push({ key: `${dayText(from)}/${dayText(to - 1)}`, frame });
    const causes = joinCauses(why.map((one) => one.causes));
    return evaluateNumber(node.rate, { ...context, frame, accrualDays: { from, to: to - 1, causes } });
  };
  if (pieces === undefined) return defined([rateOn(days, [begin, end])], (rate) => times(rate!, part));
  const start = dayAt(begin.lo);
  const shares = pieces.map((piece) =>
    defined([rateOn(piece, [])], (rate) => times(rate!, exactly(partIn(node, start, piece)))),
  );
  return defined(shares, (...known) =>
    known.length > 0 && known.every((share) => share.none === true) ? noneNumber : sum(known),
  );
}

function partIn({ basis }: AccrualExpr, start: number, { from, to }: Window) {
  const before = from === start ? zero : partOfYear(basis, start, from);
  return subtract(partOfYear(basis, start, to), before);
}

/** The days counted, cut where a figure changes. */
function piecesOf(node: AccrualExpr, days: Window, context: Context): readonly Window[] {
  const { ir, input } = context.session;
  const cuts = new Set<number>();
  for (const figure of figuresOf(node)) {
    const field = fieldOf(figure, ir);
    for (const day of changesWithin(field, input.facts.values, days.from, days.to - 1, figure.shift)) cuts.add(day);
  }
  const starts = [days.from, ...[...cuts].sort((a, b) => a - b)];
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? days.to }));
}
