/** How room that is too small falls on those who claim it. R2. */
import { joinCauses } from '../causes.ts';
import {
  addEnds,
  compareEnds,
  differenceFromZero,
  greatestEnd,
  leastEnd,
  multiplyEnds,
  number,
  sum,
} from '../interval.ts';
import * as rational from '../rational.ts';
import type { End, NumberValue } from '../value.ts';

/** min(it, what those before leave). */
export function inOrder(it: NumberValue, before: readonly NumberValue[], room: NumberValue): NumberValue {
  const taken = sum(before);
  const left = differenceFromZero(room, taken);
  return number(leastEnd(it.lo, left.lo), leastEnd(it.hi, left.hi), joinCauses([it.causes, taken.causes, room.causes]));
}

/** it × room / Σ where Σ is above the room. Rises with it and the room, falls with what the others claim. */
export function proRata(values: readonly NumberValue[], index: number, room: NumberValue): NumberValue {
  const it = values[index]!;
  const others = sum(values.filter((_, other) => other !== index));
  const lo = portion(it.lo, others.hi, room.lo);
  return number(
    lo,
    greatestEnd(lo, portion(it.hi, others.lo, room.hi)),
    joinCauses([it.causes, others.causes, room.causes]),
  );
}

function portion(it: End, others: End, room: End): End {
  const all = addEnds(it, others);
  if (compareEnds(all, room) <= 0) return it;
  if (typeof it === 'string') return room;
  if (typeof all === 'string') return rational.zero;
  return multiplyEnds(room, rational.divide(it, all));
}
