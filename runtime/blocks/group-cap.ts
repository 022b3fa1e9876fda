import type { BlockResult } from '../assessment.ts';
import { joinCauses } from '../causes.ts';
import { newFrame } from '../frame.ts';
import { paid } from '../history.ts';
import {
  addEnds,
  compareEnds,
  differenceFromZero,
  greatestEnd,
  isEnd,
  leastEnd,
  multiplyEnds,
  number,
  sum,
  zeroNumber,
} from '../interval.ts';
import type { GroupCapIr } from '../ir.ts';
import * as rational from '../rational.ts';
import type { Engine, Session } from '../session.ts';
import { applyToClause, type Standing } from '../standing.ts';
import type { End, NumberValue } from '../value.ts';

/** A cap over several clauses: the room is shared in the listed order, or in proportion to what each member would get. */
export function settleGroupCap(
  block: GroupCapIr,
  members: readonly Standing[],
  engine: Engine,
  session: Session,
): BlockResult {
  const frame = newFrame();
  const restsOn = new Set<string>();
  const cap = engine.groupCap(block, frame, restsOn, session);
  const used = sumOrZero(
    block.members.map((clause) => paid(session.ir, session.input, { clause }, block.scope.window)),
  );
  const room = differenceFromZero(cap.kind === 'number' ? cap : zeroNumber, used);
  const values = members.map((member) => member.value);
  const shares = members.map((_, index) =>
    block.cut === 'inOrder' ? inOrder(values, index, room) : proRata(values, index, room),
  );
  members.forEach((member, index) => {
    for (const reading of [...restsOn, ...members.flatMap((other) => [...other.run.restsOn])])
      member.restsOn.add(reading);
    applyShare(member, block.id, shares[index]!);
  });
  const together = sumOrZero(members.map((member) => member.value));
  const value = number(together.lo, leastEnd(together.hi, room.hi), together.causes);
  const wide = block.scope.window.kind === 'period' ? {} : { used };
  return { block: block.id, active: true, frame, room, ...wide, value };
}

function applyShare(member: Standing, block: string, share: NumberValue): void {
  const isSame = isEnd(share.lo, member.value.lo) && isEnd(share.hi, member.value.hi);
  if (isSame) {
    applyToClause(member, { kind: 'groupCap', block }, { value: member.value, note: 'unchanged' });
    return;
  }
  const isCut = compareEnds(share.hi, member.value.hi) < 0;
  applyToClause(member, { kind: 'groupCap', block }, { value: share, note: isCut ? 'cut' : 'open' });
}

/** min(it, what the members before leave). */
function inOrder(values: readonly NumberValue[], index: number, room: NumberValue): NumberValue {
  const before = sumOrZero(values.slice(0, index));
  const left = differenceFromZero(room, before);
  const it = values[index]!;
  return number(
    leastEnd(it.lo, left.lo),
    leastEnd(it.hi, left.hi),
    joinCauses([it.causes, before.causes, room.causes]),
  );
}

/** it × room / Σ where Σ is above the room. Rises with it and the room, falls with what the others claim. */
function proRata(values: readonly NumberValue[], index: number, room: NumberValue): NumberValue {
  const it = values[index]!;
  const others = sumOrZero(values.filter((_, other) => other !== index));
  const lo = portion(it.lo, others.hi, room.lo);
  return number(
    lo,
    greatestEnd(lo, portion(it.hi, others.lo, room.hi)),
    joinCauses([it.causes, others.causes, room.causes]),
  );
}

function portion(it: End, others: End, room: End): End {
  const all = addEnds(it, others, 'infinity');
  if (compareEnds(all, room) <= 0) return it;
  if (typeof it === 'string') return typeof others === 'string' ? rational.zero : room;
  if (typeof all === 'string') return rational.zero;
  return multiplyEnds(room, rational.divide(it, all));
}

function sumOrZero(values: readonly NumberValue[]): NumberValue {
  return values.length === 0 ? zeroNumber : sum(values);
}
