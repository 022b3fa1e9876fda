/** Builds the cause texts that `value.ts` documents. The order of causes is the order of first meeting in the IR. */
import type { DayText } from './ir.ts';
import type { Cause } from './value.ts';

/** Of a fact, `owner` absent: of the subject. `year`: of a yearly fact its year, of a dated parameter the day asked. `missing:rd@2023`, `missing:project[P1].won_on`, `missing:platform[A].income@2024`. */
export function missingFact(
  field: string,
  year: number | DayText | undefined,
  owner?: { readonly list: string; readonly key: string },
): Cause {
  const place = owner === undefined ? field : `${owner.list}[${owner.key}].${field}`;
  return year === undefined ? `missing:${place}` : `missing:${place}@${year}`;
}

/** Of a list that was not given at all: `missing:project`. */
export function missingList(list: string): Cause {
  return `missing:${list}`;
}

/** `discretion:art3`, `history:art4[P1]`, `other-awards:art4[P1]`, `other-claims:art4[P1]`. */
export function clauseCause(
  kind: 'discretion' | 'history' | 'other-awards' | 'other-claims' | 'budget',
  clause: string,
  item?: string,
): Cause {
  return item === undefined ? `${kind}:${clause}` : `${kind}:${clause}[${item}]`;
}

/** Union in order, first mention kept. */
export function joinCauses(lists: readonly (readonly Cause[])[]): readonly Cause[] {
  // Mostly there is none, or one list has them all.
  let first: readonly Cause[] | undefined;
  let isOnly = true;
  for (const list of lists) {
    if (list.length === 0 || list === first) continue;
    isOnly = first === undefined;
    first ??= list;
    if (!isOnly) break;
  }
  if (first === undefined) return [];
  return isOnly ? first : [...new Set(lists.flat())];
}

/** Open only for a decision, other awards, what others claim, or the budget: the upper end is what may be paid at most. R1. */
export function areCeilings(causes: readonly Cause[]): boolean {
  return causes.every((cause) => ceilings.has(cause.slice(0, cause.indexOf(':'))));
}

const ceilings: ReadonlySet<string> = new Set(['discretion', 'other-awards', 'other-claims', 'budget']);
