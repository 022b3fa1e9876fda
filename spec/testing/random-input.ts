import type {
  AwardEntry,
  Decision,
  EvaluationInput,
  Facts,
  FactValue,
  ItemFacts,
  Ledger,
  LedgerEntry,
  Period,
} from '../../runtime/input.ts';
import { none } from '../../runtime/input.ts';
import type { ClauseIr, FieldIr, PolicyIr } from '../../runtime/ir.ts';
import { addDays, literalsOf, nearby, type PolicyLiterals } from './policy-literals.ts';
import type { Random } from './random.ts';

/** What is drawn from: made once per policy. */
interface Draw {
  readonly ir: PolicyIr;
  readonly random: Random;
  readonly literals: PolicyLiterals;
  readonly year: number;
  readonly period: Period;
  /** How often a fact is left out in this case. */
  readonly missing: number;
  readonly whole: boolean;
}

/**
 * One case for any policy: facts that seek the figures written in it (exactly at them, one fen below and above), some missing or none;
 * lists, absent ones too; parameters; a ledger with and without coverage; decisions at, below and above ceilings; other readings.
 * What comes out would pass the door. `whole`: every fact is stated, of every year that a policy could look back to, and every list.
 */
export function randomInput(
  ir: PolicyIr,
  random: Random,
  literals: PolicyLiterals = literalsOf(ir),
  whole = false,
): EvaluationInput {
  const year = randomYear(ir, random);
  const period: Period = { label: String(year), from: `${year}-01-01`, to: `${year + 1}-01-01`, year };
  // Wholly stated cases are common in life and go deeper into a policy than riddled ones.
  const missing = whole ? 0 : random.pick([0, 0, 0.03, 0.1, 0.3]);
  const draw: Draw = { ir, random, literals, year, period, missing, whole };
  const facts = randomFacts(draw);
  const ledger = random.chance(0.25) ? undefined : randomLedger(draw, facts);
  return {
    facts,
    period,
    ...(ledger === undefined ? {} : { ledger }),
    decisions: random.chance(0.5) ? [] : randomDecisions(draw, facts),
    readings: randomReadings(draw),
  };
}

function randomYear(ir: PolicyIr, random: Random): number {
  const from = Number(ir.inForce.from.slice(0, 4));
  const to = ir.inForce.to === undefined ? from + 4 : Number(ir.inForce.to.slice(0, 4));
  return random.chance(0.9) ? random.between(from, to) : random.pick([from - 1, to + 1]);
}

function randomReadings({ ir, random }: Draw): Record<string, string> {
  const likelihood = random.pick([0, 0.15, 0.6]);
  const chosen = random.some(ir.readings, likelihood).map((reading) => [reading.id, random.pick(reading.choices).id]);
  return Object.fromEntries(chosen);
}

// ── Facts ────────────────────────────────────────────────────────────────────

function randomFacts(draw: Draw): Facts {
  const { ir, random } = draw;
  const values = new Map<string, FactValue>();
  for (const field of ir.fields)
    fillField(draw, values, field, field.role === 'parameter' ? (draw.whole ? 0.06 : 0.5) : draw.missing);
  const lists = new Map<string, readonly ItemFacts[]>();
  for (const list of ir.lists) {
    if (random.chance(draw.missing)) continue;
    const count = random.pick([0, 1, 1, 2, 3]);
    lists.set(
      list.id,
      Array.from({ length: count }, (_, index) => {
        const itemValues = new Map<string, FactValue>();
        for (const field of list.fields) fillField(draw, itemValues, field, draw.missing);
        const key = list.key === undefined ? `#${index + 1}` : `K${index + 1}`;
        const keyField = list.fields.find((field) => field.id === list.key?.[0]);
        if (keyField?.type.kind === 'text') itemValues.set(keyField.id, { text: key });
        return { key, values: itemValues };
      }),
    );
  }
  return { subject: 'S1', values, lists };
}

function fillField(draw: Draw, values: Map<string, FactValue>, field: FieldIr, missing: number): void {
  if (field.dated) {
    const count = draw.random.pick([0, 1, 2, 5]);
    for (let index = 0; index < count; index += 1)
      values.set(`${field.id}@${randomDay(draw)}`, randomValue(draw, field));
    return;
  }
  if (!field.yearly) {
    if (!draw.random.chance(missing)) values.set(field.id, randomValue(draw, field));
    return;
  }
  for (let year = draw.year - 5; year <= draw.year + 1; year += 1) {
    const old = year < draw.year - 2 && !draw.whole ? 0.15 : 0;
    if (!draw.random.chance(missing + old)) values.set(`${field.id}@${year}`, randomValue(draw, field));
  }
}

function randomValue(draw: Draw, field: FieldIr): FactValue {
  const { random, literals } = draw;
  const type = field.type;
  if (field.orNone && random.chance(0.15)) return none;
  switch (type.kind) {
    case 'boolean':
      return { boolean: random.chance(0.8) };
    case 'date':
      return { date: randomDay(draw) };
    case 'text':
      return { text: random.pick(['甲', 'a', '']) };
    case 'choice':
      return { options: [random.pick(type.options).id] };
    case 'choices':
      return { options: random.some(type.options, 0.5).map((option) => option.id) };
    default:
      return { number: nearby(random, literals.numbers, type.kind, field) };
  }
}

function randomDay({ random, period, ir, literals }: Draw): string {
  const landmarks = [
    period.from,
    period.to,
    addDays(period.to, -1),
    ir.inForce.from,
    ir.inForce.to ?? period.to,
    ...literals.days,
  ];
  if (random.chance(0.4)) return addDays(random.pick(landmarks), random.between(-1, 1));
  return addDays(period.from, random.chance(0.7) ? random.between(0, 364) : random.between(-2500, 700));
}

// ── History ──────────────────────────────────────────────────────────────────

function randomLedger(draw: Draw, facts: Facts): Ledger {
  const { random, ir, year } = draw;
  const entries: LedgerEntry[] = [];
  const covers = random.pick(['all', 'all', 'ours', 'recent', 'nothing']);
  if (covers === 'all')
    entries.push({ kind: 'coverage', policy: '*', subject: '*', from: '1990-01-01', to: '2100-01-01' });
  if (covers === 'ours')
    entries.push({ kind: 'coverage', policy: ir.id, subject: facts.subject, from: '1990-01-01', to: '2100-01-01' });
  if (covers === 'recent')
    entries.push({ kind: 'coverage', policy: '*', subject: '*', from: `${year - 1}-01-01`, to: `${year + 1}-01-01` });
  const count = random.pick([0, 0, 1, 2, 4]);
  for (let index = 0; index < count; index += 1) entries.push(randomAward(draw, facts, `L${index + 1}`));
  const promised = entries.filter((entry) => entry.kind === 'award' && entry.inParts !== undefined);
  for (const [index, entry] of promised.entries())
    if (random.chance(0.6)) entries.push(randomPart(draw, entry as AwardEntry, `P${index + 1}`));
  const last = entries.findLast((entry) => entry.kind === 'award');
  if (last !== undefined && last.kind === 'award' && random.chance(0.15)) {
    entries.push({ ...last, id: 'R1', recordedOn: addDays(last.recordedOn, 30), reverses: last.id });
  }
  return { entries };
}

function randomAward(draw: Draw, facts: Facts, id: string): AwardEntry {
  const { random, ir, literals } = draw;
  const year = draw.year - random.pick([0, 1, 1, 1, 2, 3, 7]);
  const clause = random.pick(ir.clauses);
  const ours = random.chance(0.75);
  const item = itemKey(draw, clause, facts);
  const paid = nearby(random, literals.numbers, 'money', { low: '0' });
  return {
    kind: 'award',
    id,
    subject: random.chance(0.8) ? facts.subject : 'S2',
    policy: ours ? ir.id : 'other_policy',
    clause: clause.id,
    ...(ours ? {} : { matter: clause.matter }),
    ...(item === undefined ? {} : { item }),
    ...(random.chance(0.7) ? { keys: { group: random.pick(['甲', 'a', '']) } } : {}),
    period: { label: String(year), from: `${year}-01-01`, to: `${year + 1}-01-01`, year },
    ...(random.chance(0.5) ? { eventDay: `${year}-05-06` } : {}),
    recordedOn: `${year + 1}-03-01`,
    entitled: paid,
    ...(ours ? inParts(draw, clause, paid) : { paid }),
    state: random.chance(0.8) ? 'decided' : 'provisional',
    readings: {},
    digests: {},
  };
}

/** Of a clause with a payment plan mostly an entitlement that is paid in parts. */
function inParts({ random }: Draw, { payment }: ClauseIr, paid: string): Pick<AwardEntry, 'paid' | 'inParts'> {
  return payment !== undefined && random.chance(0.7) ? { paid: '0', inParts: paid } : { paid };
}

function randomPart({ random, year }: Draw, entry: AwardEntry, id: string): AwardEntry {
  const { inParts: _whole, ...own } = entry;
  const paidIn = year - random.between(0, 2);
  return {
    ...own,
    id,
    part: random.between(1, 3),
    partOf: entry.period,
    period: { label: String(paidIn), from: `${paidIn}-01-01`, to: `${paidIn + 1}-01-01`, year: paidIn },
    paid: random.pick(['0.01', '100', '20000', entry.entitled]),
  };
}

function randomDecisions(draw: Draw, facts: Facts): readonly Decision[] {
  const { random, literals } = draw;
  const ceilings = draw.ir.clauses.filter((clause) => literals.ceilingClauses.has(clause.id));
  // One above a ceiling makes the whole assessment an input error: seldom, or nothing else would be seen.
  const bold = random.chance(0.1);
  return random.some(ceilings, 0.4).map((clause): Decision => {
    const item = itemKey(draw, clause, facts);
    const address = { clause: clause.id, year: draw.year, ...(item === undefined ? {} : { item }) };
    if (random.chance(0.6))
      return {
        ...address,
        rate: bold ? random.pick(['0.4', '0.75', '1']) : random.pick(['0', '0.01', '0.025', '0.05']),
      };
    return {
      ...address,
      amount: bold
        ? nearby(random, literals.numbers, 'money', { low: '0' })
        : random.pick(['0', '0.01', '100', '9999.99']),
    };
  });
}

function itemKey({ random }: Draw, clause: ClauseIr, facts: Facts): string | undefined {
  const list = clause.statements.find((statement) => statement.kind === 'items');
  if (list === undefined || list.kind !== 'items') return undefined;
  const keys = (facts.lists.get(list.list) ?? []).map((item) => item.key);
  return random.chance(0.9) && keys.length > 0 ? random.pick(keys) : undefined;
}
