/** What the door takes for a field, as the fast reader looks at it: the plainest spellings only. Anything else is left to the door. */
import { isRatio } from '../../compound.ts';
import { compareDecimals, type Decimal, decimalOf } from '../../door/decimal-text.ts';
import { nameTable } from '../../door/name-table.ts';
import type { FieldIr, OptionIr, TypeIr } from '../../ir.ts';
import type { CellForm } from '../layout.ts';

export interface FactForm {
  readonly kind: 'number' | 'date' | 'truth' | 'option' | 'options' | 'text';
  /** Numbers: how many decimals may be written; what stands behind a number in quotes; whether it may stand without quotes, or below 0. */
  readonly places: number;
  readonly unit: 'none' | 'percent' | 'points';
  readonly signed: boolean;
  /** Written in hundredths of what it is. */
  readonly isRatio: boolean;
  /** Bounds of an unread number that its sign does not tell. */
  readonly bounds: readonly { readonly side: 'low' | 'high'; readonly bound: Decimal }[];
  readonly orNone: boolean;
  /** Spelling → id. */
  readonly options: ReadonlyMap<string, string>;
  /** Part of an item's key: neither unknown nor absent. */
  readonly isKey: boolean;
  /** Text by which things are known is compared in one width. */
  readonly isFolded: boolean;
}

export function factForm(field: FieldIr, isKey: boolean): FactForm {
  const { type, low, high } = field;
  const bounds = [
    ...(low === undefined || low === '0' ? [] : [{ side: 'low', bound: decimalOf(low) } as const]),
    ...(high === undefined ? [] : [{ side: 'high', bound: decimalOf(high) } as const]),
  ];
  return {
    kind: kindOf(type),
    places: type.kind === 'money' ? 2 : type.kind === 'count' || type.kind === 'rank' ? 0 : 15,
    unit: unitOf(type),
    signed: low === undefined || low.startsWith('-'),
    isRatio: isRatio(type),
    bounds,
    orNone: field.orNone && !isKey,
    options: type.kind === 'choice' || type.kind === 'choices' ? spellings(type.options) : new Map(),
    isKey,
    isFolded: isKey || field.shared === true,
  };
}

/** A name that is not in its plainest width itself is for the door. */
function spellings(options: readonly OptionIr[]): ReadonlyMap<string, string> {
  const written = new Set(options.flatMap(({ id, names }) => [id, names.en, names.zh, names.hant]));
  return new Map([...nameTable(options)].filter(([name]) => written.has(name)));
}

function kindOf(type: TypeIr): FactForm['kind'] {
  switch (type.kind) {
    case 'boolean':
      return 'truth';
    case 'choice':
      return 'option';
    case 'choices':
      return 'options';
    case 'date':
    case 'text':
      return type.kind;
    default:
      return 'number';
  }
}

function unitOf(type: TypeIr): FactForm['unit'] {
  if (type.kind === 'percent' || (type.kind === 'compound' && type.share)) return 'percent';
  return type.kind === 'points' ? 'points' : 'none';
}

/** Of a number that no column reads; those that are read are held against both guards at once. */
export function isWithinBounds({ bounds }: FactForm, value: Decimal): boolean {
  return bounds.every(({ side, bound }) => {
    const compared = compareDecimals(value, bound);
    return side === 'low' ? compared >= 0 : compared <= 0;
  });
}

/** Where a value goes: a column of its owner, with the bounds that both the column and the field set. */
export interface Target {
  readonly column: number;
  readonly scale: number;
  readonly low: number;
  readonly high: number;
  /** Places of options in the column, by id. */
  readonly places: ReadonlyMap<string, number>;
}

export function targetOf(column: number, form: CellForm, { low, high }: FieldIr): Target {
  const places = new Map(
    form.kind === 'option' || form.kind === 'options' ? form.options.map((id, place) => [id, place]) : [],
  );
  if (form.kind !== 'number') return { column, scale: 0, low: 0, high: 0, places };
  return {
    column,
    scale: form.scale,
    low: low === undefined ? form.low : Math.max(form.low, scaledBound(low, form.scale, 'up')),
    high: high === undefined ? form.high : Math.min(form.high, scaledBound(high, form.scale, 'down')),
    places,
  };
}

/** The outermost whole number of 10^-scale that a bound lets through; of those beyond 2^53 it is enough that they are. */
function scaledBound(text: string, scale: number, direction: 'up' | 'down'): number {
  const { digits, places } = decimalOf(text);
  const [n, d] = [digits * 10n ** BigInt(scale), 10n ** BigInt(places)];
  const cut = n / d;
  const isCut = cut * d !== n;
  if (direction === 'up') return Number(isCut && n > 0n ? cut + 1n : cut);
  return Number(isCut && n < 0n ? cut - 1n : cut);
}
