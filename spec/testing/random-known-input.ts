/** Cases that columnar code is made for: every fact known, history covered, nothing decided; figures also at the edges of the columns' guards, and a little beyond. */
import type { ColumnarLayout, FactColumn } from '../../runtime/columnar/layout.ts';
import type { EvaluationInput, FactValue, ItemFacts, LedgerEntry } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { fraction, toDecimalText } from '../../runtime/rational.ts';
import { literalsOf, type PolicyLiterals } from './policy-literals.ts';
import type { Random } from './random.ts';
import { randomInput } from './random-input.ts';

type Values = ReadonlyMap<string, FactValue>;

export function randomKnownInput(
  ir: PolicyIr,
  layout: ColumnarLayout,
  random: Random,
  literals: PolicyLiterals = literalsOf(ir),
  passes: 'door' | 'guards' = 'guards',
): EvaluationInput {
  const first = randomInput(ir, random, literals, true);
  const { year } = first.period;
  const values = atGuards(first.facts.values, layout.facts, year, random, passes);
  const lists = new Map(
    [...first.facts.lists].map(([id, items]) => {
      const columns = layout.lists.find(({ list }) => list === id)?.facts ?? [];
      const of = items.map(({ key, values }): ItemFacts => {
        return { key, values: atGuards(values, columns, year, random, passes) };
      });
      return [id, of] as const;
    }),
  );
  return {
    facts: { subject: first.facts.subject, values, lists },
    period: first.period,
    ledger: { entries: knownEntries(ir, first, random) },
    decisions: [],
    readings: layout.readings,
  };
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

/** Now and then a figure at the edge of its column's guard, one step within or beyond, or with one decimal more than it holds; the door lets no broken count and no third decimal of money pass. */
function atGuards(
  values: Values,
  columns: readonly FactColumn[],
  year: number,
  random: Random,
  passes: 'door' | 'guards',
): Values {
  if (!random.chance(0.3)) return values;
  const changed = new Map(values);
  for (const { field, shift, form } of columns) {
    if (form.kind !== 'number' || !random.chance(0.3)) continue;
    const key = changed.has(`${field}@${year + shift}`) ? `${field}@${year + shift}` : field;
    const stated = changed.get(key);
    if (stated === undefined || !('number' in stated)) continue;
    const { low, high, scale } = form;
    const beyond = random.chance(0.05);
    const step = random.pick(beyond ? [low - 1, high + 1] : [low, low + 1, high, high - 1, high, Math.floor(high / 2)]);
    const unit = 10n ** BigInt(scale);
    const isFiner = random.chance(0.02) && (passes === 'guards' || ![0, 2].includes(scale));
    const cell = isFiner ? fraction(BigInt(step) * 10n + 1n, unit * 10n) : fraction(BigInt(step), unit);
    changed.set(key, { number: toDecimalText(cell)! });
  }
  return changed;
}
