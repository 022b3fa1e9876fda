/** Cases that columnar code is made for: every fact known, history covered, nothing decided; figures also at the edges of the columns' guards, and a little beyond. */
import type { ColumnarLayout, FactColumn } from '../../runtime/columnar/layout.ts';
import type { EvaluationInput, FactValue, ItemFacts, LedgerEntry } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { literalsOf, type PolicyLiterals } from './policy-literals.ts';
import type { Random } from './random.ts';
import { randomInput } from './random-input.ts';
import { type Edge, statedNumber, statedUnder, stepsAt } from './range-edges.ts';

type Values = ReadonlyMap<string, FactValue>;

/** How figures are put at the edges of the columns' ranges. */
interface AtEdges {
  readonly random: Random;
  readonly year: number;
  readonly passes: 'door' | 'guards';
  /** Nearly every figure stands at an edge: what is made of them comes to the edges of what the code proved. */
  readonly isExtreme: boolean;
}

export function randomKnownInput(
  ir: PolicyIr,
  layout: ColumnarLayout,
  random: Random,
  literals: PolicyLiterals = literalsOf(ir),
  passes: 'door' | 'guards' = 'guards',
): EvaluationInput {
  const first = randomInput(ir, random, literals, true);
  const at: AtEdges = { random, year: first.period.year, passes, isExtreme: random.chance(0.08) };
  const values = atGuards(first.facts.values, layout.facts, at);
  const lists = new Map(
    [...first.facts.lists].map(([id, items]) => {
      const list = layout.lists.find((one) => one.list === id);
      const of = items.map(({ key, values }): ItemFacts => ({ key, values: atGuards(values, list?.facts ?? [], at) }));
      return [id, list === undefined ? of : asManyAsHeld(of, list.most, ir, id, at)] as const;
    }),
  );
  return {
    facts: { subject: first.facts.subject, values, lists },
    period: first.period,
    ledger: { entries: atHistoryGuards(knownEntries(ir, first, random), ir, layout, at) },
    decisions: [],
    readings: layout.readings,
  };
}

/** Seldom as many items as the columns hold, or one more: the same ones again and again, under keys of their own. */
function asManyAsHeld(
  items: readonly ItemFacts[],
  most: number,
  ir: PolicyIr,
  list: string,
  { random, isExtreme }: AtEdges,
): readonly ItemFacts[] {
  if (!isExtreme || items.length === 0 || !random.chance(0.04)) return items;
  const { key, fields } = ir.lists.find(({ id }) => id === list)!;
  const keyField = fields.find(({ id, type }) => id === key?.[0] && type.kind === 'text');
  return Array.from({ length: random.pick([most - 1, most, most, most + 1]) }, (_, index): ItemFacts => {
    const own = key === undefined ? `#${index + 1}` : `K${index + 1}`;
    const { values } = items[index % items.length]!;
    return { key: own, values: keyField === undefined ? values : new Map([...values, [keyField.id, { text: own }]]) };
  });
}

/** In extreme cases what the ledger says was paid is as much as its column holds, or a step less or more. */
function atHistoryGuards(
  entries: readonly LedgerEntry[],
  ir: PolicyIr,
  { history, lists }: ColumnarLayout,
  { random, isExtreme }: AtEdges,
): readonly LedgerEntry[] {
  if (!isExtreme) return entries;
  const columns = [...history, ...lists.flatMap((list) => list.history)];
  return entries.map((entry) => {
    const column = columns.find((one) => entry.kind === 'award' && one.clause === entry.clause && one.scale > 0);
    if (entry.kind !== 'award' || entry.policy !== ir.id || column === undefined || random.chance(0.5)) return entry;
    const steps = random.pick([1, column.high - 1, column.high, random.chance(0.3) ? column.high + 1 : column.high]);
    const amount = statedNumber(steps, column);
    const paid = entry.inParts === undefined ? { paid: amount } : { inParts: amount };
    return { ...entry, entitled: amount, ...paid };
  });
}

/** Mostly everything is answered for; otherwise history alone. */
function knownEntries(ir: PolicyIr, { ledger, facts }: EvaluationInput, random: Random): readonly LedgerEntry[] {
  const policy = random.chance(0.7) ? '*' : ir.id;
  const answers = (one: string): LedgerEntry => ({
    kind: 'coverage',
    policy: one,
    subject: facts.subject,
    from: '1900-01-01',
    to: '2199-12-31',
  });
  const continued = (ir.continues ?? []).map((one) => answers(one.policy));
  const awards = (ledger?.entries ?? []).filter((entry) => entry.kind === 'award');
  const kept = random.chance(0.1) ? awards : awards.filter((entry) => entry.policy === ir.id);
  return [answers(policy), ...continued, ...kept.map((entry) => ({ ...entry, state: 'decided' as const }))];
}

/**
 * Now and then a figure at the edge of its column's guard, one step within or beyond, or with one decimal more than it holds; the door lets no broken count and no
 * third decimal of money pass.
 */
function atGuards(values: Values, columns: readonly FactColumn[], at: AtEdges): Values {
  const { random, year, passes, isExtreme } = at;
  if (!isExtreme && !random.chance(0.3)) return values;
  const changed = new Map(values);
  // Of few columns each is taken beyond its range more often: one that is beyond leaves the whole row to the general evaluator.
  const beyondAt = isExtreme ? 0.004 : Math.max(0.06, Math.min(0.3, 0.6 / columns.length));
  for (const column of columns) {
    const { form } = column;
    if (form.kind !== 'number' || !random.chance(isExtreme ? 0.85 : 0.3)) continue;
    const key = statedUnder(changed, column, year);
    const stated = changed.get(key);
    if (stated === undefined || !('number' in stated)) continue;
    const isBeyond = random.chance(beyondAt);
    const steps = stepsAt(form)[random.pick(isBeyond ? beyond : isExtreme ? atMost : within)];
    const isFiner = random.chance(isExtreme ? 0.001 : 0.02) && (passes === 'guards' || ![0, 2].includes(form.scale));
    const number = isFiner
      ? statedNumber(steps * 10 + 1, { scale: form.scale + 1 })
      : statedNumber(!isExtreme && random.chance(0.14) ? Math.floor(form.high / 2) : steps, form);
    changed.set(key, { number });
  }
  return changed;
}

const beyond = ['low - 1', 'high + 1'] as const satisfies readonly Edge[];
const within = ['low', 'low + 1', 'high - 1', 'high'] as const satisfies readonly Edge[];
const atMost = [...within, 'high', 'high', 'high - 1'] as const satisfies readonly Edge[];
