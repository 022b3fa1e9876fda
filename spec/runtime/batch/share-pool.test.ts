import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, sharePool, uniformRate } from '../../../runtime/batch/share-pool.ts';
import {
  compare,
  divide,
  floor,
  multiply,
  ofDecimalText,
  type Rational,
  subtract,
  sum,
  whole,
} from '../../../runtime/rational.ts';

const fen = ofDecimalText('0.01');

function claimsOf(...amounts: readonly string[]): readonly Claim[] {
  return amounts.map((amount, index) => ({ key: `c${index}`, amount: ofDecimalText(amount) }));
}

function shared(claims: readonly Claim[], room: string, sharing: Parameters<typeof sharePool>[2]): readonly Rational[] {
  return sharePool(claims, ofDecimalText(room), sharing, fen);
}

const decimals = (...texts: readonly string[]) => texts.map(ofDecimalText);

describe('claims that fit are paid whole, to the last digit', () => {
  const claims = claimsOf('100.005', '200', '0');
  test.each(['proRata', 'uniformRate', 'firstCome', 'firstComeWhole', 'byRank'] as const)('%s', (sharing) => {
    expect(shared(claims, '300.005', sharing)).toEqual(decimals('100.005', '200', '0'));
  });
});

describe('claims that do not fit', () => {
  test('in proportion, odd coins to the largest remainders', () => {
    expect(shared(claimsOf('100', '100', '100'), '100', 'proRata')).toEqual(decimals('33.34', '33.33', '33.33'));
    expect(shared(claimsOf('500000', '300000', '700000'), '1000000', 'proRata')).toEqual(
      decimals('333333.33', '200000', '466666.67'),
    );
  });

  test('at one published rate: what cutting leaves stays in the pool', () => {
    expect(uniformRate(whole(300), whole(200))).toEqual(ofDecimalText('0.6666'));
    expect(shared(claimsOf('100', '100', '100'), '200', 'uniformRate')).toEqual(decimals('66.66', '66.66', '66.66'));
  });

  test('in a queue the last one is served in part', () => {
    expect(shared(claimsOf('60', '50', '10'), '100', 'firstCome')).toEqual(decimals('60', '40', '0'));
    expect(shared(claimsOf('60', '50', '10'), '100', 'byRank')).toEqual(decimals('60', '40', '0'));
  });

  test('or the queue ends at the first that does not fit whole', () => {
    expect(shared(claimsOf('60', '50', '10'), '100', 'firstComeWhole')).toEqual(decimals('60', '0', '0'));
    expect(shared(claimsOf('60', '40', '10'), '100', 'firstComeWhole')).toEqual(decimals('60', '40', '0'));
  });

  test('an empty pool gives nothing', () => {
    for (const sharing of ['proRata', 'uniformRate', 'firstCome', 'firstComeWhole'] as const)
      expect(shared(claimsOf('60', '50'), '0', sharing)).toEqual(decimals('0', '0'));
  });
});

const coins = fc.bigInt({ min: 0n, max: 10n ** 12n });
const finer = fc.record({ n: coins, d: fc.constantFrom(100n, 100n, 300n, 700n) });
const sets = fc.record({
  claims: fc.array(finer, { minLength: 1, maxLength: 12 }),
  room: coins,
});
const modes = fc.constantFrom('proRata', 'uniformRate', 'firstCome', 'firstComeWhole', 'byRank', 'unlimited' as const);

describe('of any claims', () => {
  const settings = { numRuns: 10_000, seed: 11 };

  test('never above a claim, and never over the pool', () => {
    fc.assert(
      fc.property(sets, modes, ({ claims, room }, sharing) => {
        const named = claims.map(namedClaim);
        const pool = divide(whole(room), whole(100));
        const shares = sharePool(named, pool, sharing, fen);
        const isShort = compare(sum(named.map(({ amount }) => amount)), pool) > 0;
        return (
          shares.length === named.length &&
          shares.every((share, index) => compare(share, named[index]!.amount) <= 0) &&
          (sharing === 'unlimited' || compare(sum(shares), pool) <= 0) &&
          (isShort || shares.every((share, index) => compare(share, named[index]!.amount) === 0))
        );
      }),
      settings,
    );
  });

  test('in proportion: no coin is left while somebody may take it, nobody is a coin from the exact share, order is nothing', () => {
    fc.assert(
      fc.property(sets, fc.nat(), ({ claims, room }, turn) => {
        const named = claims.map(namedClaim);
        const total = sum(named.map(({ amount }) => amount));
        const pool = divide(whole(room), whole(100));
        if (compare(total, pool) <= 0) return true;
        const shares = sharePool(named, pool, 'proRata', fen);
        const left = floor(divide(subtract(pool, sum(shares)), fen));
        const mayRise = named.some(({ amount }, index) => compare(subtract(amount, shares[index]!), fen) >= 0);
        const isClose = named.every(({ amount }, index) => {
          const off = subtract(multiply(amount, divide(pool, total)), shares[index]!);
          return compare(off, fen) < 0 && compare(off, subtract(whole(0), fen)) > 0;
        });
        const at = turn % named.length;
        const turned = [...named.slice(at), ...named.slice(0, at)].reverse();
        const again = sharePool(turned, pool, 'proRata', fen);
        const isSame = turned.every(({ key }, index) => {
          const before = shares[named.findIndex((one) => one.key === key)]!;
          return compare(before, again[index]!) === 0;
        });
        return (left === 0n || !mayRise) && isClose && isSame;
      }),
      settings,
    );
  });
});

function namedClaim({ n, d }: Rational, index: number): Claim {
  return { key: `c${index}`, amount: divide(whole(n), whole(d)) };
}
