import type { BlockResult } from '../assessment.ts';
import { missingFact } from '../causes.ts';
import { linesOf } from '../clause-value.ts';
import { newFrame } from '../frame.ts';
import type { FactValue } from '../input.ts';
import { greatestEnd, leastEnd, number, sum, sumTowards } from '../interval.ts';
import type { ConflictIr, Statement } from '../ir.ts';
import { zero } from '../rational.ts';
import type { Engine, Session } from '../session.ts';
import { applyToClause, applyToItems, type ItemStanding, type Standing, type Verdict } from '../standing.ts';
import type { End, OptionsValue } from '../value.ts';
import { contest, type Entrant } from './contest.ts';

/** R10: of members that meet over one item or the subject, one is paid. */
export function settleConflict(
  block: ConflictIr,
  members: readonly Standing[],
  engine: Engine,
  session: Session,
): BlockResult {
  const most = block.per === 'item' ? perItem(block, members, engine, session) : perSubject(block, members, session);
  const together = sum(members.map((member) => member.value));
  const value = number(together.lo, leastEnd(together.hi, most), together.causes);
  return { block: block.id, active: true, frame: newFrame(), value };
}

/** Returns the most that can be paid of all together. */
function perSubject(block: ConflictIr, members: readonly Standing[], session: Session): End {
  const entered = members.filter((member) => member.run.gate.truth !== 'false');
  restOnEachOther(entered);
  const choice = choiceOf(block, undefined, session);
  const verdicts = contest(block, entered.map(entrantOf), choice, session);
  entered.forEach((member, index) => {
    applyToClause(member, { kind: 'conflict', block: block.id }, verdicts[index]!);
  });
  return mostOf(verdicts);
}

/** Returns the most that can be paid of all together. */
function perItem(block: ConflictIr, members: readonly Standing[], engine: Engine, session: Session): End {
  const keys = new Set(members.flatMap((member) => member.items.map((item) => item.run.key)));
  const changes = new Map(members.map((member) => [member, new Map<string, Verdict>()]));
  const tops: End[] = [];
  for (const key of keys) {
    const entered = members.flatMap((member) => {
      const item = member.items.find((one) => one.run.key === key && one.gate.truth !== 'false');
      return item === undefined ? [] : [{ member, item }];
    });
    restOnEachOther(entered.map(({ member }) => member));
    const verdicts = contest(
      block,
      entered.map(({ member, item }) => itemEntrantOf(member, item)),
      choiceOf(block, key, session),
      session,
    );
    entered.forEach(({ member }, index) => {
      changes.get(member)!.set(key, verdicts[index]!);
    });
    tops.push(mostOf(verdicts.filter((_, index) => comesFromItems(entered[index]!.member))));
  }
  for (const [member, verdicts] of changes)
    applyToItems(member, { kind: 'conflict', block: block.id }, verdicts, engine, session);
  const others = members.filter((member) => !comesFromItems(member)).map((member) => member.value.hi);
  return sumTowards([...tops, ...others]);
}

/** Whether the items bound the whole: an absent list has none yet, and lines after the items may raise it. */
function comesFromItems({ run, items }: Standing): boolean {
  return items.length > 0 && linesOf(run.clause.statements).every((line) => !raising.has(line.kind));
}

const raising: ReadonlySet<Statement['kind']> = new Set(['amount', 'adjust', 'round']);

/** Who was not in force does not enter; whose date is stated not to exist has no reference day, and enters only where unknown facts are taken strictly (R1). */
function entrantOf({ run, value }: Standing): Entrant {
  return {
    clause: run.clause.id,
    value,
    gate: run.gate,
    day: run.referenceDay,
  };
}

function itemEntrantOf({ run }: Standing, item: ItemStanding): Entrant {
  const { key, referenceDay } = item.run;
  return { clause: run.clause.id, item: key, value: item.value, gate: item.gate, day: referenceDay };
}

function mostOf(verdicts: readonly Verdict[]): End {
  return greatestEnd(zero, ...verdicts.map((verdict) => verdict.value.hi));
}

/** Who meets another in a conflict rests on what the other rests on. */
function restOnEachOther(entered: readonly Standing[]): void {
  const all = entered.flatMap((member) => [...member.restsOn]);
  for (const member of entered) for (const reading of all) member.restsOn.add(reading);
}

/** The fact that holds the applicant's choice: of the item where it is an item's, else of the subject. Its options are named like the members. */
function choiceOf(block: ConflictIr, key: string | undefined, session: Session): OptionsValue | undefined {
  const field = block.choiceField;
  if (field === undefined) return undefined;
  const { ir, input } = session;
  const list = ir.lists.find((one) => one.fields.some((candidate) => candidate.id === field));
  if (list === undefined) return optionsOf(input.facts.values.get(field), missingFact(field, undefined));
  const item = input.facts.lists.get(list.id)?.find((one) => one.key === key);
  return optionsOf(item?.values.get(field), missingFact(field, undefined, { list: list.id, key: key! }));
}

function optionsOf(stated: FactValue | undefined, cause: ReturnType<typeof missingFact>): OptionsValue {
  if (stated === undefined) return { kind: 'options', options: undefined, causes: [cause] };
  return { kind: 'options', options: 'options' in stated ? stated.options : [], causes: [] };
}
