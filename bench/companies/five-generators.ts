/** Companies for the five clauses: such as seek the figures of the measures, and such as a city has. */
import { type FiveFacts, wan } from './five-facts.ts';
import { type Random, seeded } from './random.ts';

/** The same seed gives the same companies. */
export function boundaryCompanies(count: number, seed: number): readonly FiveFacts[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => boundaryCompany(random));
}

export function realisticCompanies(count: number, seed: number): readonly FiveFacts[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => realisticCompany(random));
}

/** Figures of the clauses, in 万元: thresholds, steps, caps, and bases whose rates are the caps. */
const edges = [30, 50, 100, 200, 400, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000];
/** Growth in hundredths: those the clauses name, none, and a few others. */
const growths = [0, 10, 15, 20, 25, 40, 100];

/** A figure of the measures, a fen beside it, a multiple of it, or anything. */
function money(random: Random): number {
  const edge = random.pick(edges) * wan;
  const kind = random.below(8);
  if (kind === 0) return 0;
  if (kind <= 3) return edge + random.below(3) - 1;
  if (kind === 4) return (edge * random.between(1, 9)) / 2;
  return Math.floor((edge * random.between(1, 10_000)) / 5000) + random.below(100);
}

/** Grown by one of the rates over `before`, or a fen more or less; or anything. */
function grown(random: Random, before: number): number {
  if (random.below(3) === 0) return money(random);
  const exact = Math.floor((before * (100 + random.pick(growths))) / 100);
  return Math.max(0, exact + random.below(3) - 1);
}

export function boundaryCompany(random: Random): FiveFacts {
  const rdBefore = money(random);
  const revenueBefore = money(random);
  return {
    ai: random.chance(0.9),
    software: random.chance(0.85),
    qualified: random.chance(0.85),
    fresh: random.chance(0.4),
    purchases: money(random),
    spend: money(random),
    rd: grown(random, rdBefore),
    rdBefore,
    revenue: grown(random, revenueBefore),
    revenueBefore,
    asked: money(random),
  };
}

/**
 * Revenue spread over five powers of ten as revenues are, research a share of it, most companies growing a little. Every fourth company buys
 * computing power, every tenth asks for a loan.
 */
export function realisticCompany(random: Random): FiveFacts {
  const revenueBefore = random.chance(0.06) ? 0 : Math.floor(10 ** (1.5 + 4 * bell(random)) * wan);
  const revenue =
    revenueBefore === 0
      ? Math.floor(random.fraction() * 800 * wan)
      : Math.floor(revenueBefore * (0.75 + 0.8 * bell(random)));
  const share = 0.02 + 0.4 * random.fraction() ** 2;
  const buys = random.chance(0.25);
  const purchases = buys ? Math.floor(10 ** (0.8 + 2 * random.fraction()) * wan) : 0;
  return {
    ai: random.chance(0.7),
    software: random.chance(0.6),
    qualified: random.chance(0.5),
    fresh: random.chance(0.12),
    purchases,
    spend: Math.floor(purchases * (0.5 + 0.5 * random.fraction())),
    rd: Math.floor(revenue * share * (0.9 + 0.3 * random.fraction())),
    rdBefore: Math.floor(revenueBefore * share),
    revenue,
    revenueBefore,
    asked: random.chance(0.1) ? random.between(1, 80) * 100 * wan : 0,
  };
}

/** From 0 to 1, most often near 0.5. */
function bell(random: Random): number {
  return (random.fraction() + random.fraction() + random.fraction()) / 3;
}
