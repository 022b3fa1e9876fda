import type { BlockResult } from '../assessment.ts';
import { newFrame } from '../frame.ts';
import { compareEnds, differenceFromZero, isEnd, leastEnd, type Num, number, sum, zeroNumber } from '../interval.ts';
import type { GroupCapIr } from '../ir.ts';
import { paidInScope } from '../scope-history.ts';
import { asksLedger } from '../scope-sharers.ts';
import type { Engine, Session } from '../session.ts';
import { applyToClause, applyToItems, type Standing, type Verdict } from '../standing.ts';
import type { NumberValue } from '../value.ts';
import { inOrder, proRata } from './portions.ts';

/** A cap over several clauses: the room is shared in the listed order, or in proportion to what each member would get; per item, for each item by itself. */
export function settleGroupCap(
  block: GroupCapIr,
  members: readonly Standing[],
  engine: Engine,
  session: Session,
): BlockResult {
  const frame = newFrame();
  const restsOn = new Set<string>();
  const cap = engine.groupCap(block, frame, restsOn, session);
  for (const member of members)
    for (const reading of [...restsOn, ...members.flatMap((other) => [...other.run.restsOn])])
      member.restsOn.add(reading);
  const result = { block: block.id, active: true, frame };
  if (block.scope.per === 'item')
    return { ...result, items: shareItems(block, members, cap, engine, session), value: together(members) };
  const { room, used } = roomOf(block, undefined, cap, session);
  const shares = sharesOf(
    block,
    members.map((member) => member.value),
    room,
  );
  members.forEach((member, index) => {
    applyToClause(member, { kind: 'groupCap', block: block.id }, verdictOf(member.value, shares[index]!));
  });
  const all = together(members);
  const value = number(all.lo, leastEnd(all.hi, room.hi), all.causes);
  return { ...result, room, ...used, value };
}

/** Each item that a member goes through, in the order of first meeting. A member that does not list it takes no part. */
function shareItems(
  block: GroupCapIr,
  members: readonly Standing[],
  cap: Num,
  engine: Engine,
  session: Session,
): NonNullable<BlockResult['items']> {
  const keys = [...new Set(members.flatMap(({ items }) => items.map(({ run }) => run.key)))];
  const verdicts = members.map(() => new Map<string, Verdict>());
  const rooms = keys.map((key) => {
    const { room, used } = roomOf(block, key, cap, session);
    const claims = members.map(({ items }) => items.find(({ run }) => run.key === key)?.value);
    const shares = sharesOf(
      block,
      claims.map((claim) => claim ?? zeroNumber),
      room,
    );
    claims.forEach((claim, index) => {
      if (claim !== undefined) verdicts[index]!.set(key, verdictOf(claim, shares[index]!));
    });
    return { key, room, ...used };
  });
  members.forEach((member, index) => {
    applyToItems(member, { kind: 'groupCap', block: block.id }, verdicts[index]!, engine, session);
  });
  return rooms;
}

/** What earlier periods left of the cap, and, where several share it, what others were paid. */
function roomOf(
  block: GroupCapIr,
  item: string | undefined,
  cap: Num,
  session: Session,
): { readonly room: NumberValue; readonly used: { readonly used?: NumberValue } } {
  const used = sum(block.members.map((clause) => paidInScope(session, clause, item, block.scope)));
  const room = differenceFromZero(cap.kind === 'number' ? cap : zeroNumber, used);
  return { room, used: asksLedger(block.scope) ? { used } : {} };
}

function sharesOf(block: GroupCapIr, values: readonly NumberValue[], room: NumberValue): readonly NumberValue[] {
  return values.map((value, index) =>
    block.cut === 'inOrder' ? inOrder(value, values.slice(0, index), room) : proRata(values, index, room),
  );
}

function together(members: readonly Standing[]): NumberValue {
  return sum(members.map((member) => member.value));
}

function verdictOf(claim: NumberValue, share: NumberValue): Verdict {
  const isSame = isEnd(share.lo, claim.lo) && isEnd(share.hi, claim.hi);
  if (isSame) return { value: claim, note: 'unchanged' };
  return { value: share, note: compareEnds(share.hi, claim.hi) < 0 ? 'cut' : 'open' };
}
