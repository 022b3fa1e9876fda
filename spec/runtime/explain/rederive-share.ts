import type { ExplainedPool } from '../../../runtime/explain/explanation.ts';
import { type End, type Interval, order, over, product, readEnd, sum, zero } from './ends.ts';

const coin = point({ n: 1n, d: 100n });

/**
 * R11: the whole claim where all fit; else the published percentage of it, what the queue before it left, or its part of the room to
 * within a coin (the odd coins go by remainders, which one explanation does not show). A share that does not follow gives nothing that
 * a step could say.
 */
export function shareOf(it: Interval, pool: ExplainedPool): Interval {
  const [room, claims, share] = [pool.room, pool.claims, pool.share].map((value) => readEnd(value.hi)) as [
    End,
    End,
    End,
  ];
  if (!isRight(it.hi, room, claims, share, pool)) return { lo: { n: -1n, d: 1n }, hi: { n: -1n, d: 1n } };
  return order(it.lo, it.hi) === 0 ? point(share) : { lo: zero, hi: share };
}

function isRight(claim: End, room: End, claims: End, share: End, pool: ExplainedPool): boolean {
  if (order(claims, room) <= 0) return order(share, claim) === 0;
  if (pool.rate !== undefined) return isWithinCoin(share, product(point(claim), point(readEnd(pool.rate.hi))));
  if (pool.ahead === undefined) return isWithinCoin(share, point(over(product(point(claim), point(room)).hi, claims)));
  const served = sum([point(share), point(readEnd(pool.ahead.hi))]);
  return order(share, claim) <= 0 && order(served.hi, room) <= 0;
}

/** Shares are whole coins. */
function isWithinCoin(share: End, exact: Interval): boolean {
  const [low, high] = [sum([exact, { lo: { n: -1n, d: 100n }, hi: { n: -1n, d: 100n } }]), sum([exact, coin])];
  return order(low.lo, share) < 0 && order(share, high.hi) < 0;
}

function point(end: End): Interval {
  return { lo: end, hi: end };
}
