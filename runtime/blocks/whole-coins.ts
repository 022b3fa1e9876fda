/**
 * R9: what a shared cap cut in proportion is paid in whole coins by largest remainder, so that the coins of all add up; and where each
 * member by itself rounds upwards, together they stay within the cap.
 */
import type { BlockResult, ClauseResult } from '../assessment.ts';
import { roundToStep } from '../decimal.ts';
import { addEnds, compareEnds, leastEnd, mapEnd } from '../interval.ts';
import type { ClauseId, GroupCapIr, PolicyIr, RoundingIr } from '../ir.ts';
import { type Ends, writtenBound } from '../payable.ts';
import { ofDecimalText, type Rational, zero } from '../rational.ts';
import { type Session, settingOf } from '../session.ts';
import type { Standing } from '../standing.ts';
import type { End } from '../value.ts';
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
    const room = blocks.find((one) => one.block === block.id && one.active)?.room;
    if (block.kind !== 'groupCap' || room === undefined) continue;
    const rounding = settingOf(ir.payment, session, new Set());
    if (rounding === null) continue;
    const members = block.members.flatMap((id) => memberOf(block, standings.get(id)!, shared));
    const amounts = new Map(sharesOf(block, members, room.lo, rounding));
    shared = shared.map((result) => withPayable(result, amounts.get(result.clause), block));
  }
  return shared;
}

interface Member {
  readonly clause: ClauseId;
  readonly amount: Ends;
  readonly payable: Ends;
  /** What it may not exceed: its own bound, and its claim before the block. */
  readonly limit: End;
  readonly isCut: boolean;
}

/** Those to whom something is due. */
function memberOf(block: GroupCapIr, standing: Standing, results: readonly ClauseResult[]): readonly Member[] {
  const { run, after } = standing;
  const { outcome } = results.find((result) => result.clause === run.clause.id)!;
  if (compareEnds(outcome.amount.hi, zero) <= 0) return [];
  const step = after.find((one) => one.block === block.id);
  const written = writtenBound(run.clause, run.clause.statements, run.frame, run.items);
  return [
    {
      clause: run.clause.id,
      amount: outcome.amount,
      payable: outcome.payable,
      limit: step === undefined ? written : leastEnd(written, step.before.hi),
      isCut: step?.note === 'cut' || step?.note === 'open',
    },
  ];
}

type Share = readonly [ClauseId, Ends];

function sharesOf(block: GroupCapIr, members: readonly Member[], room: End, rounding: RoundingIr): readonly Share[] {
  const isCut = block.cut === 'proRata' && members.some((member) => member.isCut);
  const known = members.flatMap(knownShare);
  if (known.length < members.length) return isCut ? members.map((member) => openShare(member, rounding)) : [];
  const together = members.reduce<End>((total, { payable }) => addEnds(total, payable.lo, 'infinity'), zero);
  if (!isCut && compareEnds(together, room) <= 0) return [];
  const most = isCut ? sumOf(known) : room;
  return typeof most === 'string' ? [] : byLargestRemainder(known, most, isCut, ofDecimalText(rounding.step));
}

interface Known {
  readonly member: Member;
  readonly amount: Rational;
}

function knownShare(member: Member): readonly Known[] {
  const { lo, hi } = member.amount;
  return typeof lo !== 'string' && compareEnds(lo, hi) === 0 ? [{ member, amount: lo }] : [];
}

function sumOf(known: readonly Known[]): End {
  return known.reduce<End>((total, { amount }) => addEnds(total, amount, 'infinity'), zero);
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

function withPayable(result: ClauseResult, payable: Ends | undefined, block: GroupCapIr): ClauseResult {
  if (payable === undefined) return result;
  const { outcome } = result;
  const isSame = compareEnds(payable.lo, outcome.payable.lo) === 0 && compareEnds(payable.hi, outcome.payable.hi) === 0;
  return isSame ? result : { ...result, outcome: { ...outcome, payable, sharedCoins: block.id } };
}
