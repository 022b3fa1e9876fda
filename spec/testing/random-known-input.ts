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
): EvaluationInput {
  const first = randomInput(ir, random, literals);
  const others = Array.from({ length: 3 }, () => moved(randomInput(ir, random, literals), first.period.year));
  const all = [first, ...others];
  const values = atGuards(merged(all.map(({ facts }) => facts.values)), layout.facts, first.period.year, random);
  const lists = new Map(
    ir.lists.map(({ id }) => {
      const stated = all.find(({ facts }) => facts.lists.has(id))?.facts.lists.get(id) ?? [];
      const columns = layout.lists.find(({ list }) => list === id)?.facts ?? [];
      const items = stated.map((item, index): ItemFacts => {
        const samples = all.flatMap(({ facts }) => facts.lists.get(id)?.[index]?.values ?? []);
        return {
          key: item.key,
          values: atGuards(merged([item.values, ...samples]), columns, first.period.year, random),
        };
      });
      return [id, items] as const;
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

/** Facts of other years under those of this one. */
function moved(input: EvaluationInput, year: number): EvaluationInput {
  const by = year - input.period.year;
  const named = (key: string): string => key.replace(/@(-?\d{4})$/u, (_all, text: string) => `@${Number(text) + by}`);
  const shifted = (values: Values): Values => new Map([...values].map(([key, value]) => [named(key), value]));
  const lists = [...input.facts.lists].map(([list, items]) => {
    const of = items.map((item) => ({ key: item.key, values: shifted(item.values) }));
    return [list, of] as const;
  });
  return { ...input, facts: { ...input.facts, values: shifted(input.facts.values), lists: new Map(lists) } };
}

/** The first that states a fact wins. */
function merged(samples: readonly Values[]): Values {
  return new Map([...samples].reverse().flatMap((values) => [...values]));
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

/** Now and then a figure at the edge of its column's guard, one step within or beyond, or with one decimal more than it holds. */
function atGuards(values: Values, columns: readonly FactColumn[], year: number, random: Random): Values {
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
    const cell = random.chance(0.02) ? fraction(BigInt(step) * 10n + 1n, unit * 10n) : fraction(BigInt(step), unit);
    changed.set(key, { number: toDecimalText(cell)! });
  }
  return changed;
}
