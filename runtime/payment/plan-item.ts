import type { ItemFacts } from '../input.ts';
import type { PlanPlace, Session } from '../session.ts';

/** The item that a plan speaks of, as this period's facts have it; of one that they do not list every fact is unknown. */
export function planItem(
  item: PlanPlace['item'],
  { input }: Session,
): { readonly items: ReadonlyMap<string, ItemFacts>; readonly item?: { readonly list: string; readonly key: string } } {
  if (item === undefined) return { items: new Map() };
  const listed = input.facts.lists.get(item.list)?.find(({ key }) => key === item.key);
  return { items: new Map([[item.list, listed ?? { key: item.key, values: new Map() }]]), item };
}
