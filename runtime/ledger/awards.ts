/** What of an assessment is an award to record. R5: what is settled, and no more. */
import type { Assessment, ClauseResult, Outcome } from '../assessment.ts';
import { dayNumber } from '../day.ts';
import type { AwardEntry, Facts, FactValues, Period } from '../input.ts';
import type { ClauseId, DayText, DecimalText, ListIr, PolicyIr, Statement } from '../ir.ts';
import { add, compare, ofDecimalText, subtract, zero } from '../rational.ts';
import type { End } from '../value.ts';
import { decimalOf } from './decimal-of.ts';
import { paidInParts } from './paid-in-parts.ts';

export interface Award {
  readonly clause: ClauseId;
  readonly item?: string;
  readonly eventDay?: DayText;
  readonly entitled: DecimalText;
  readonly paid: DecimalText;
  /** To be paid in parts, which are awards of their own. */
  readonly inParts?: DecimalText;
  readonly part?: number;
  readonly partOf?: Period;
  readonly state: AwardEntry['state'];
}

/** What is known of one clause: awards, and whether an award that is not among them is thereby denied. */
export interface ClauseAwards {
  readonly clause: ClauseId;
  readonly awards: readonly Award[];
  /** Whether the result for an item (`undefined`: for the clause as a whole), or for a part, is open, so that what was recorded for it stands. */
  readonly isOpen: (of: Pick<Award, 'item' | 'part' | 'partOf'>) => boolean;
}

export interface AwardOptions {
  /** Record ceilings as provisional. */
  readonly provisional: boolean;
  /** What is open for other reasons too, as long as it has an upper end. */
  readonly undetermined?: boolean;
  /** Where given, items carry the day of their event. */
  readonly facts?: Facts;
}

/** In the order of the policy. Clauses without an amount have none. */
export function awardsOf(ir: PolicyIr, assessment: Assessment, options: AwardOptions): readonly ClauseAwards[] {
  return assessment.clauses
    .filter(({ outcome }) => outcome.kind !== 'noAmount')
    .map((result) => {
      const whole = result.items.length === 0 ? ofWhole(result, options) : ofItems(ir, result, options);
      return result.payment === undefined ? whole : paidInParts(whole, result.payment, assessment.period);
    });
}

function ofWhole(result: ClauseResult, options: AwardOptions): ClauseAwards {
  const { clause, outcome } = result;
  const share = settled(outcome, options);
  const award = share === undefined ? [] : [{ clause, ...eventDayOf(result), ...share }];
  const open = isOpenOutcome(outcome, options);
  return { clause, awards: award, isOpen: () => open };
}

function ofItems(ir: PolicyIr, result: ClauseResult, options: AwardOptions): ClauseAwards {
  const { clause, outcome, items } = result;
  const days = eventDays(ir, result, options.facts);
  const dated = (item: string) => ({ clause, item, ...(days.has(item) ? { eventDay: days.get(item)! } : {}) });
  if (addsUp(result)) {
    const awards = merged(
      items.flatMap(({ key, outcome: own }) => {
        const share = settled(own, options);
        return share === undefined ? [] : [{ ...dated(key), ...share }];
      }),
    );
    const open = new Set(items.filter(({ outcome: own }) => isOpenOutcome(own, options)).map(({ key }) => key));
    // An item that the facts no longer list is denied only where the sum is settled.
    const isOpen: ClauseAwards['isOpen'] = ({ item }) => (item === undefined ? false : open.has(item));
    return { clause, awards, isOpen };
  }
  const share = settled(outcome, options);
  const open = isOpenOutcome(outcome, options);
  return { clause, awards: share === undefined ? [] : distributed(result, share, dated), isOpen: () => open };
}

/** No line after the items changed their sum, so each stands for itself. */
function addsUp({ outcome, items }: ClauseResult): boolean {
  const sum = (end: 'lo' | 'hi') => items.reduce<End>((total, item) => addEnds(total, item.outcome.payable[end]), zero);
  return sameEnd(sum('lo'), outcome.payable.lo) && sameEnd(sum('hi'), outcome.payable.hi);
}

/** A wider cap has cut, or a wider line added: the items take what there is in the order listed, and what is left goes to none of them. */
function distributed(
  { clause, items }: ClauseResult,
  { paid, state }: Settled,
  dated: (item: string) => { readonly clause: ClauseId; readonly item: string; readonly eventDay?: DayText },
): readonly Award[] {
  let left = ofDecimalText(paid);
  const awards: Award[] = [];
  for (const { key, outcome } of items) {
    const most = outcome.payable.hi;
    const part = typeof most === 'string' || compare(most, left) > 0 ? left : most;
    if (compare(part, zero) <= 0) continue;
    const text = decimalOf(part);
    left = subtract(left, ofDecimalText(text));
    awards.push({ ...dated(key), entitled: text, paid: text, state });
  }
  const rest = decimalOf(left);
  return merged(rest === '0' ? awards : [...awards, { clause, entitled: rest, paid: rest, state }]);
}

/** Two lists of one clause may use the same key: one award, since the ledger could not tell them apart. */
function merged(awards: readonly Award[]): readonly Award[] {
  const byItem = new Map<string | undefined, Award>();
  for (const award of awards) {
    const first = byItem.get(award.item);
    byItem.set(
      award.item,
      first === undefined
        ? award
        : {
            ...first,
            entitled: decimalOf(add(ofDecimalText(first.entitled), ofDecimalText(award.entitled))),
            paid: decimalOf(add(ofDecimalText(first.paid), ofDecimalText(award.paid))),
            state: first.state === 'decided' && award.state === 'decided' ? 'decided' : 'provisional',
          },
    );
  }
  return [...byItem.values()];
}

type Settled = Pick<Award, 'entitled' | 'paid' | 'state'>;

/** `undefined`: nothing to record. An award of zero is none. */
function settled({ kind, amount, payable }: Outcome, options: AwardOptions): Settled | undefined {
  const isOpen = (kind === 'grantedUpTo' && options.provisional) || (kind === 'undetermined' && options.undetermined);
  if (kind !== 'granted' && isOpen !== true) return undefined;
  if (typeof amount.hi === 'string' || typeof payable.hi === 'string') return undefined;
  const paid = decimalOf(payable.hi);
  if (paid === '0') return undefined;
  return { entitled: decimalOf(amount.hi), paid, state: kind === 'granted' ? 'decided' : 'provisional' };
}

function isOpenOutcome({ kind }: Outcome, { provisional }: AwardOptions): boolean {
  return kind === 'undetermined' || (kind === 'grantedUpTo' && !provisional);
}

function addEnds(left: End, right: End): End {
  return typeof left === 'string' || typeof right === 'string' ? 'infinity' : add(left, right);
}

function sameEnd(left: End, right: End): boolean {
  return typeof left === 'string' || typeof right === 'string' ? left === right : compare(left, right) === 0;
}

function eventDayOf({ referenceDay }: ClauseResult): { readonly eventDay?: DayText } {
  const isDay = referenceDay !== undefined && dayNumber(referenceDay.from) === dayNumber(referenceDay.to);
  return isDay ? { eventDay: referenceDay.from } : {};
}

function eventDays(ir: PolicyIr, { clause }: ClauseResult, facts: Facts | undefined): ReadonlyMap<string, DayText> {
  const days = new Map<string, DayText>();
  const statements = ir.clauses.find(({ id }) => id === clause)?.statements ?? [];
  const note = (list: ListIr['id'], on: string) => {
    for (const { key, values } of facts?.lists.get(list) ?? []) {
      const day = dayOf(values, on);
      if (day !== undefined) days.set(key, day);
    }
  };
  const visit = (statement: Statement): void => {
    if (statement.kind === 'items' && statement.on !== undefined) note(statement.list, statement.on);
    else if (statement.kind === 'switch') for (const { statements: inner } of statement.cases) inner.forEach(visit);
  };
  statements.forEach(visit);
  return days;
}

function dayOf(values: FactValues, field: string): DayText | undefined {
  const value = values.get(field);
  return value !== undefined && 'date' in value ? value.date : undefined;
}
