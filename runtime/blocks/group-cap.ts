import type { BlockResult } from '../assessment.ts';
import { newFrame } from '../frame.ts';
import { paid } from '../history.ts';
import { compareEnds, differenceFromZero, isEnd, leastEnd, number, zeroNumber } from '../interval.ts';
import type { GroupCapIr } from '../ir.ts';
import type { Engine, Session } from '../session.ts';
import { applyToClause, type Standing } from '../standing.ts';
import type { NumberValue } from '../value.ts';
import { inOrder, proRata, sumOrZero } from './portions.ts';

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
    block.cut === 'inOrder' ? inOrder(values[index]!, values.slice(0, index), room) : proRata(values, index, room),
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
