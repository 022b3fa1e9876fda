import type { PolicyIr, TypeIr } from '../../runtime/ir.ts';
import type { Random } from './random.ts';

/** The figures of a policy: where its results turn. */
export interface PolicyLiterals {
  /** Exact decimals by kind of type. */
  readonly numbers: ReadonlyMap<TypeIr['kind'], readonly string[]>;
  readonly days: readonly string[];
  /** Clauses that hold an `up to`. */
  readonly ceilingClauses: ReadonlySet<string>;
}

/** Reads them from the IR as plain JSON, so that no kind of node can be forgotten. */
export function literalsOf(ir: PolicyIr): PolicyLiterals {
  const numbers = new Map<TypeIr['kind'], Set<string>>();
  const days = new Set<string>();
  const ceilingClauses = new Set<string>();
  const note = (kind: TypeIr['kind'], value: string): void => {
    const found = numbers.get(kind) ?? new Set();
    numbers.set(kind, found.add(value));
  };
  for (const clause of ir.clauses) {
    visit(clause, (node) => {
      if (node.kind === 'ceiling') ceilingClauses.add(clause.id);
      if (node.kind !== 'literal') return;
      const kind = (node.type as TypeIr).kind;
      const value = String(node.value);
      if (kind === 'date') days.add(value);
      else if (kind !== 'boolean') note(kind, value);
    });
  }
  for (const block of ir.blocks) {
    visit(block, (node) => {
      if (node.kind === 'literal') note((node.type as TypeIr).kind, String(node.value));
    });
  }
  return {
    numbers: new Map([...numbers].map(([kind, values]) => [kind, [...values]])),
    days: [...days],
    ceilingClauses,
  };
}

/** Whatever carries a kind, and perhaps a type and a value. */
interface IrNode {
  readonly kind?: unknown;
  readonly type?: unknown;
  readonly value?: unknown;
}

function visit(value: unknown, see: (node: IrNode) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, see);
  else if (typeof value === 'object' && value !== null) {
    see(value);
    for (const inner of Object.values(value)) visit(inner, see);
  }
}

interface Bounds {
  readonly low?: string;
  readonly high?: string;
}

/** A number of a kind: at a figure of the policy, one smallest step beside it, a multiple of it, or anywhere; within its bounds. */
export function nearby(
  random: Random,
  numbers: PolicyLiterals['numbers'],
  kind: TypeIr['kind'],
  bounds: Bounds,
): string {
  const step = random.chance(0.1) ? finestStep(kind) : usualStep(kind);
  const low = bounds.low === undefined ? undefined : scaled(bounds.low);
  const high = bounds.high === undefined ? undefined : scaled(bounds.high);
  const drawn = candidate(random, numbers.get(kind) ?? [], kind, step);
  // Figures of a policy may be finer than facts are allowed to be.
  const found = drawn - (drawn % step);
  const value = low === undefined && random.chance(0.3) ? -found : found;
  const raised = low !== undefined && value < low ? low : value;
  return decimalText(high !== undefined && raised > high ? high : raised);
}

function candidate(random: Random, figures: readonly string[], kind: TypeIr['kind'], step: bigint): bigint {
  if (figures.length > 0 && random.chance(0.75)) {
    const figure = scaled(random.pick(figures));
    if (random.chance(0.5)) return figure + BigInt(random.between(-1, 1)) * step;
    const multiple = (figure * BigInt(random.between(0, 60))) / BigInt(random.pick([1, 3, 7, 10, 20]));
    return multiple - (multiple % step);
  }
  const widest = kind === 'money' ? 3_000_000_000 : kind === 'percent' || kind === 'points' ? 200 : 300;
  return BigInt(random.below(widest)) * step * (kind === 'percent' ? unit / 100n / step : 1n);
}

/** Numbers are drawn at the finest scale the door lets through, that of a percentage with fifteen decimals. */
const places = 17;
const unit = 10n ** BigInt(places);

function usualStep(kind: TypeIr['kind']): bigint {
  if (kind === 'money') return unit / 100n;
  if (kind === 'percent' || kind === 'points') return unit / 10_000n;
  if (kind === 'number' || kind === 'quantity' || kind === 'compound') return unit / 100n;
  return unit;
}

/** No fact is finer. */
function finestStep(kind: TypeIr['kind']): bigint {
  if (kind === 'percent' || kind === 'points') return 1n;
  if (['number', 'quantity', 'duration', 'compound'].includes(kind)) return 100n;
  return usualStep(kind);
}

/** Of the figures and bounds of policies; they come up again with every case. */
const scaledBefore = new Map<string, bigint>();

/** At `places` decimals. */
function scaled(text: string): bigint {
  const before = scaledBefore.get(text);
  if (before !== undefined) return before;
  const value = scaledAnew(text);
  scaledBefore.set(text, value);
  return value;
}

function scaledAnew(text: string): bigint {
  const negative = text.startsWith('-');
  const [whole = '0', decimals = ''] = (negative ? text.slice(1) : text).split('.');
  const value = BigInt(whole) * unit + BigInt(decimals.padEnd(places, '0').slice(0, places));
  return negative ? -value : value;
}

function decimalText(value: bigint): string {
  const size = value < 0n ? -value : value;
  if (value % unit === 0n) return String(value / unit);
  const decimals = String(size % unit)
    .padStart(places, '0')
    .replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size / unit}${decimals === '' ? '' : `.${decimals}`}`;
}

/** A day some days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
