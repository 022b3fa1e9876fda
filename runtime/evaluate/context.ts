/** Where an expression is evaluated: the frame it records into, the items it can see, how far its years are shifted. */
import type { Frame } from '../frame.ts';
import type { ItemFacts } from '../input.ts';
import type { ClauseIr } from '../ir.ts';
import type { ReferenceDay } from '../reference-day.ts';
import type { RestsOn, Session } from '../session.ts';
import type { Cause } from '../value.ts';

export interface Context {
  readonly session: Session;
  readonly frame: Frame;
  readonly restsOn: RestsOn;
  /** Absent in the amount of a shared cap. */
  readonly clause?: ClauseIr;
  readonly referenceDay?: ReferenceDay;
  /** The current item of each list that is being walked through. */
  readonly items: ReadonlyMap<string, ItemFacts>;
  /** The item of the clause's `items` statement: decisions and history are keyed by it. An `aggregate` does not change it. */
  readonly item?: { readonly list: string; readonly key: string };
  /** In the rate of an accrual: the days that are asked, both included; several while they are open, for these causes. R19. */
  readonly accrualDays?: { readonly from: number; readonly to: number; readonly causes: readonly Cause[] };
  /** Years added to every yearly fact (earlier years of a ladder). */
  readonly shift: number;
  /** The year in which the reference day stands already, counted as `shift` is; absent: the assessed one. */
  readonly dayShift?: number;
}

export function withFrame(context: Context, frame: Frame): Context {
  return { ...context, frame };
}

export function withItem(context: Context, list: string, item: ItemFacts, frame: Frame): Context {
  return { ...context, frame, items: new Map(context.items).set(list, item) };
}

export function withShift(context: Context, years: number, frame: Frame): Context {
  return { ...context, frame, shift: context.shift + years };
}
