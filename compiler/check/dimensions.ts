/** The algebra of units: what comes of multiplying and dividing figures that have some. */
import type { UnitIr } from '../../runtime/ir.ts';
import { countType, numberType, percentType, type Type, unitKey } from './type.ts';

/** A type as a product of units. */
interface Powers {
  readonly scalar: 'number' | 'percent' | 'count';
  readonly over: readonly UnitIr[];
  readonly per: readonly UnitIr[];
}

/** `undefined` where the language knows no such product: points never multiply, and neither money nor a unit is ever squared. */
export function productOf(left: Type, right: Type): Type | undefined {
  // Most products are of a share or a number and one unit, which the product keeps.
  if (isFactor(left) && isUnit(right)) return right;
  if (isFactor(right) && isUnit(left)) return left;
  const [a, b] = [powersOf(left), powersOf(right)];
  if (a === undefined || b === undefined) return undefined;
  const over = [...a.over, ...b.over];
  const per = [...a.per, ...b.per];
  // A bare count is a factor without unit, but what is paid per head is paid once for each head.
  const isCounted = a.scalar === 'count' || b.scalar === 'count';
  return typeFrom({ scalar: scalarOf(a, b), over, per: isCounted ? per.filter(({ kind }) => kind !== 'count') : per });
}

function isFactor(type: Type): boolean {
  return type.kind === 'percent' || type.kind === 'number' || (type.kind === 'count' && type.unit === undefined);
}

function isUnit({ kind }: Type): boolean {
  return kind === 'money' || kind === 'quantity' || kind === 'duration';
}

/** The same of a quotient. Like by like is a number. */
export function quotientOf(left: Type, right: Type): Type | undefined {
  if (left.kind === 'points') return pointsDivided(left, right);
  const [a, b] = [powersOf(left), powersOf(right)];
  if (a === undefined || b === undefined) return undefined;
  const scalar = a.scalar === 'percent' && b.scalar !== 'percent' ? 'percent' : 'number';
  return typeFrom({ scalar, over: [...a.over, ...b.per], per: [...a.per, ...b.over] });
}

function pointsDivided(left: Type, { kind }: Type): Type | undefined {
  if (kind === 'points') return numberType;
  return kind === 'number' || kind === 'count' ? left : undefined;
}

/** A type per each of some units, as a figure or a declaration writes it. */
export function perUnits(of: Type, units: readonly UnitIr[]): Type | undefined {
  const powers = powersOf(of);
  if (powers === undefined) return undefined;
  const scalar = powers.scalar === 'percent' ? 'percent' : 'number';
  return typeFrom({ scalar, over: powers.over, per: [...powers.per, ...units] });
}

/** The type without its `per count`; itself if it has none. Money divided by a count may stand where money per count is asked for. */
export function withoutCount(type: Type): Type {
  if (type.kind !== 'compound') return type;
  const per = type.per.filter(({ kind }) => kind !== 'count');
  return typeFrom({ scalar: type.share ? 'percent' : 'number', over: type.over, per }) ?? type;
}

function powersOf(type: Type): Powers | undefined {
  switch (type.kind) {
    case 'money':
    case 'quantity':
    case 'duration':
      return { scalar: 'number', over: [type], per: [] };
    case 'count':
      if (type.unit === undefined) return { scalar: 'count', over: [], per: [] };
      return { scalar: 'number', over: [{ kind: 'quantity', unit: type.unit }], per: [] };
    case 'percent':
    case 'number':
      return { scalar: type.kind, over: [], per: [] };
    case 'compound':
      return { scalar: type.share ? 'percent' : 'number', over: type.over, per: type.per };
    default:
      return undefined;
  }
}

/** 5% × 3 stays a percentage; 5% of a count is no longer whole. */
function scalarOf({ scalar: a }: Powers, { scalar: b }: Powers): Powers['scalar'] {
  if (a === b) return a;
  const isShare = (a === 'percent' || b === 'percent') && a !== 'count' && b !== 'count';
  return isShare ? 'percent' : 'number';
}

/** Cancels what stands on both sides; `undefined` if a unit is left twice, or two currencies on one side. */
function typeFrom({ scalar, over: above, per: below }: Powers): Type | undefined {
  const per = [...below];
  const over = above.filter((unit) => {
    const at = per.findIndex((other) => unitKey(unit) === unitKey(other));
    if (at >= 0) per.splice(at, 1);
    return at < 0 && unit.kind !== 'count';
  });
  const counts = per.filter(({ kind }) => kind === 'count');
  const divisor = [...per.filter(({ kind }) => kind !== 'count'), ...counts.slice(0, 1)];
  if (isRepeated(over) || isRepeated(divisor)) return undefined;
  if (divisor.length === 0 && over.length === 0) return scalarTypes[scalar];
  const [only] = over;
  if (divisor.length === 0 && over.length === 1 && only !== undefined) return only as Type;
  return {
    kind: 'compound',
    share: scalar === 'percent' && over.length === 0,
    over: inOrder(over),
    per: inOrder(divisor),
  };
}

const scalarTypes = { number: numberType, percent: percentType, count: countType } as const;

function isRepeated(units: readonly UnitIr[]): boolean {
  const isMoney = units.filter(({ kind }) => kind === 'money').length > 1;
  return isMoney || new Set(units.map(unitKey)).size < units.length;
}

const order = { money: 0, quantity: 1, count: 2, duration: 3 } as const;

/** One order for equal types, whatever the order of the factors. */
function inOrder(units: readonly UnitIr[]): readonly UnitIr[] {
  return [...units].sort((a, b) => order[a.kind] - order[b.kind] || (unitKey(a) < unitKey(b) ? -1 : 1));
}
