import type { ChoiceId, PolicyIr, ReadingId } from '../../../runtime/ir.ts';

/**
 * The policy under one choice of every reading: lines, expressions and settings that hang on a reading are replaced by what holds, and
 * blocks of other choices left out. Readings that are not named have their default.
 */
export function settleReadings(ir: PolicyIr, chosen: Readonly<Record<ReadingId, ChoiceId>>): PolicyIr {
  const choices = new Map(ir.readings.map((reading) => [reading.id, chosen[reading.id] ?? reading.default]));
  const isActive = ({ under }: PolicyIr['blocks'][number]): boolean =>
    under === undefined || under.choices.includes(choices.get(under.reading) ?? '');
  const active = new Set(ir.blocks.filter(isActive).map(({ id }) => id));
  const settled = settle(
    {
      ...ir,
      blocks: ir.blocks.filter(isActive),
      order: ir.order.filter(({ kind, id }) => kind === 'clause' || active.has(id)),
    },
    choices,
  );
  // Every switch has given way to one of its cases, which is of the same type.
  return settled as PolicyIr;
}

type Choices = ReadonlyMap<ReadingId, ChoiceId>;

interface Switch {
  readonly reading: ReadingId;
  readonly cases: unknown;
}

function settle(value: unknown, choices: Choices): unknown {
  if (Array.isArray(value)) return value.flatMap((one) => settledMembers(one, choices));
  if (typeof value !== 'object' || value === null) return value;
  if (isSwitch(value)) return settledCase(value, choices);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, settle(inner, choices)]));
}

/** A switch among statements gives way to all statements of its case. */
function settledMembers(member: unknown, choices: Choices): readonly unknown[] {
  const settled = settle(member, choices);
  const isLines = typeof member === 'object' && member !== null && isSwitch(member) && Array.isArray(settled);
  return isLines ? settled : [settled];
}

function isSwitch(value: object): value is Switch {
  return 'cases' in value && 'reading' in value && typeof value.reading === 'string';
}

/** Cases are listed (lines, expressions) or kept by choice (settings, bound words). */
function settledCase({ reading, cases }: Switch, choices: Choices): unknown {
  const choice = choices.get(reading);
  if (Array.isArray(cases)) {
    const found = cases.find((one: { readonly choice: ChoiceId }) => one.choice === choice);
    return settle('statements' in found ? found.statements : found.value, choices);
  }
  const value = settle((cases as Readonly<Record<ChoiceId, unknown>>)[choice ?? ''], choices);
  return isBoundWord(value) ? value : { kind: 'fixed', value };
}

function isBoundWord(value: unknown): boolean {
  return typeof value === 'string' && ['atLeast', 'over', 'atMost', 'under', 'equal', 'notEqual'].includes(value);
}
