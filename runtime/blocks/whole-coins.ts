/**
 * R9: what a shared cap cut in proportion is paid in whole coins by largest remainder, so that the coins of all add up; and where each
 * member by itself rounds upwards, together they stay within the cap.
 */
import type { BlockResult, ClauseResult, Outcome } from '../assessment.ts';
import { roundToStep } from '../decimal.ts';
import { compareEnds, isEnd, knownPoint, mapEnd, sumOfEnds } from '../interval.ts';
import type { ClauseId, GroupCapIr, PolicyIr, RoundingIr } from '../ir.ts';
import { paidByItem } from '../outcome.ts';
import { ofDecimalText, type Rational } from '../rational.ts';
import { type Session, settingOf } from '../session.ts';
import type { Standing } from '../standing.ts';
import type { End, Ends } from '../value.ts';
import { largestRemainder } from './largest-remainder.ts';

/** The results with the payable amounts of members of shared caps made to fit together. */
export function shareWholeCoins(
  ir: PolicyIr,
  blocks: readonly BlockResult[],
  standings: ReadonlyMap<ClauseId, Standing>,
  results: readonly ClauseResult[],
  session: Session,
): readonly ClauseResult[] {
  let shared = results;
  for (const block of ir.blocks) {
    const settled = blocks.find((one) => one.block === block.id && one.active);
    if (block.kind !== 'groupCap' || settled === undefined) continue;
    const rounding = settingOf(ir.payment, session, new Set());
    if (rounding === null) continue;
    for (const { key, room } of settled.items ?? [{ key: undefined, room: settled.room! }]) {
      const members = block.members.flatMap((id) => memberOf(block, standings.get(id)!, shared, key));
      const amounts = new Map(sharesOf(block, members, room.lo, rounding));
      shared = shared.map((result) =>
        withPayable(result, amounts.get(result.clause), standings.get(result.clause)!, block, key),
      );
    }
  }
  return shared;
}

interface Member {
  readonly clause: ClauseId;
  readonly amount: Ends;
  readonly payable: Ends;
  /** What it may not exceed: its claim before the block, which is within its own bounds. */
  readonly limit: End;
  readonly isCut: boolean;
}

/** The member, of the item `key` where the cap is per item; none where it does not list that item. */
function memberOf(
  block: GroupCapIr,
  standing: Standing,
  results: readonly ClauseResult[],
  key: string | undefined,
): readonly Member[] {
  const { run, after } = standing;
  const result = results.find(({ clause }) => clause === run.clause.id)!;
  const outcome = outcomeOf(result, key);
  if (outcome === undefined) return [];
  const step = after.find((one) => one.block === block.id && one.item === key)!;
  return [
    {
      clause: run.clause.id,
      amount: outcome.amount,
      payable: outcome.payable,
      limit: step.before.hi,
      isCut: step.note !== 'unchanged',
    },
  ];
}

function outcomeOf({ outcome, items }: ClauseResult, key: string | undefined): Outcome | undefined {
  return key === undefined ? outcome : items.find((item) => item.key === key)?.outcome;
}

type Share = readonly [ClauseId, Ends];

function sharesOf(block: GroupCapIr, members: readonly Member[], room: End, rounding: RoundingIr): readonly Share[] {
  const isCut = block.cut === 'proRata' && members.some((member) => member.isCut);
  const known = members.flatMap(knownShare);
  if (known.length < members.length) return isCut ? members.map((member) => openShare(member, rounding)) : [];
  // Later steps may have taken more than the cap did; what nothing cut is to stay as it is, as far as the room allows.
  const most = isCut ? sumOfEnds(members.map(({ amount }) => amount)).lo : room;
  return typeof most === 'string' ? [] : byLargestRemainder(known, most, isCut, ofDecimalText(rounding.step));
}

interface Known {
  readonly member: Member;
  readonly amount: Rational;
}

function knownShare(member: Member): readonly Known[] {
  const amount = knownPoint(member.amount);
  return amount === undefined ? [] : [{ member, amount }];
}

function byLargestRemainder(
  known: readonly Known[],
  together: Rational,
  isCut: boolean,
  step: Rational,
): readonly Share[] {
  const claims = known.map(({ member, amount }) => ({ amount, limit: isCut ? member.limit : member.payable.hi }));
  return largestRemainder(claims, together, step).map((amount, index): Share => {
    return [known[index]!.member.clause, { lo: amount, hi: amount }];
  });
}

/** While some member is open, a share may come to be one coin more than its whole coins. */
function openShare({ clause, amount, limit, payable }: Member, rounding: RoundingIr): Share {
  const step = ofDecimalText(rounding.step);
  const raised = mapEnd(amount.hi, (end) => roundToStep(end, 'up', step));
  return [
    clause,
    {
      lo: mapEnd(amount.lo, (end) => roundToStep(end, 'down', step)),
      hi: compareEnds(raised, limit) <= 0 ? raised : payable.hi,
    },
  ];
}

function withPayable(
  result: ClauseResult,
  payable: Ends | undefined,
  standing: Standing,
  block: GroupCapIr,
  key: string | undefined,
): ClauseResult {
  if (payable === undefined) return result;
  const outcome = outcomeOf(result, key)!;
  if (isEnd(payable.lo, outcome.payable.lo) && isEnd(payable.hi, outcome.payable.hi)) return result;
  const changed: Outcome = { ...outcome, payable, sharedCoins: block.id };
  if (key === undefined) return { ...result, outcome: changed };
  const items = result.items.map((item) => (item.key === key ? { ...item, outcome: changed } : item));
  const paid = paidByItem(standing, items);
  if (paid === undefined) return { ...result, items };
  return { ...result, items, outcome: { ...result.outcome, payable: paid, sharedCoins: block.id } };
}
