import type { BlockIr, ClauseIr, FieldIr, ListIr, PolicyIr, ReadingIr, TypeIr } from '../../runtime/ir.ts';
import { irFormat } from '../../runtime/ir.ts';
import type { Random } from './random.ts';
import type { Making } from './random-making.ts';
import { moneyExpr } from './random-money.ts';
import { randomPayment } from './random-payment.ts';
import { randomScope } from './random-scope.ts';
import { makeStatements } from './random-statement.ts';

const money: TypeIr = { kind: 'money', currency: 'CNY' };
const percent: TypeIr = { kind: 'percent' };
const options = ['o1', 'o2', 'o3'].map((id) => ({ id, names: { en: id } }));

/** A field of a kind; bounds as the compiler sets them. */
function field(id: string, type: TypeIr, more: Partial<FieldIr> = {}): FieldIr {
  return { id, names: { en: id }, type, yearly: false, orNone: false, role: 'fact', ...more };
}

/** Money per unit of power. */
const unitPrice: TypeIr = {
  kind: 'compound',
  share: false,
  over: [{ kind: 'money', currency: 'CNY' }],
  per: [{ kind: 'quantity', unit: 'P' }],
};

/** The same facts in every random policy: one of each type and of each way to be unknown. */
export const fields: readonly FieldIr[] = [
  field('rd', money, { yearly: true, low: '0' }),
  field('revenue', money, { yearly: true, low: '0', since: 'registered_on' }),
  field('profit', money, { yearly: true }),
  field('loan', money, { low: '0', high: '100000000' }),
  field('gift', money, { low: '0', orNone: true }),
  field('rate', percent, { low: '0', high: '1' }),
  field('trend', percent, { yearly: true }),
  field('power', { kind: 'quantity', unit: 'P' }, { low: '0' }),
  field('price', unitPrice, { yearly: true, low: '0' }),
  field('index', { kind: 'number' }),
  field('staff', { kind: 'count' }, { yearly: true, low: '0' }),
  field('place', { kind: 'rank' }, { low: '1' }),
  field('registered_on', { kind: 'date' }),
  field('claimed_on', { kind: 'date' }, { orNone: true }),
  field('term', { kind: 'duration', unit: 'years' }, { low: '0' }),
  field('name', { kind: 'text' }),
  field('group', { kind: 'text' }, { orNone: true, shared: true }),
  field('large', { kind: 'boolean' }),
  field('new', { kind: 'boolean' }, { orNone: true }),
  field('stage', { kind: 'choice', options }, { orNone: true }),
  field('levels', { kind: 'choices', options }),
  field('pick', { kind: 'choice', options: ['c1', 'c2', 'c3', 'c4'].map((id) => ({ id, names: { en: id } })) }),
  field('peak', money, { low: '0' }),
  field('sector', percent, {
    yearly: true,
    role: 'parameter',
    published: { '2022': '0.102', '2023': '0.1', '2024': '-0.005' },
  }),
  field('ceiling', money, {
    low: '0',
    role: 'parameter',
    dated: true,
    versions: [
      { from: '2022-06-01', to: '2023-06-30', value: '100000' },
      { from: '2023-07-01', to: '2023-12-31', value: '33333.33' },
      { from: '2024-03-01', to: '2024-08-31' },
      { from: '2024-09-01', value: '250000' },
    ],
  }),
  field('fee', money, { low: '0', role: 'parameter', dated: true }),
  field('base_rate', percent, { role: 'parameter', published: { '': '0.0345' } }),
];

export const lists: readonly ListIr[] = [
  {
    id: 'project',
    names: { en: 'project' },
    key: ['number'],
    fields: [
      field('number', { kind: 'text' }),
      field('cost', money, { low: '0' }),
      field('sales', money, { yearly: true, low: '0' }),
      field('share', percent, { low: '0', high: '1', orNone: true }),
      field('won_on', { kind: 'date' }),
      field('grades', { kind: 'choices', options }),
      field('local', { kind: 'boolean' }),
    ],
  },
  {
    id: 'site',
    names: { en: 'site' },
    fields: [
      field('area', { kind: 'quantity', unit: 'P' }, { low: '0' }),
      field('built_on', { kind: 'date' }, { orNone: true }),
    ],
  },
];

const readings: readonly ReadingIr[] = ['r1', 'r2'].map((id) => ({
  id,
  names: { en: id },
  question: '?',
  default: 'a',
  choices: ['a', 'b', 'c'].slice(0, id === 'r1' ? 2 : 3).map((choice) => ({ id: choice, names: { en: choice } })),
}));

/** A small policy with any of the language's constructs, sound in types and in order, whatever sense it makes. */
export function randomIr(random: Random): PolicyIr {
  let last = 0;
  const nextId = (): number => {
    last += 1;
    return last;
  };
  const clauses: ClauseIr[] = [];
  const blocks: BlockIr[] = [];
  const order: { kind: 'clause' | 'block'; id: string }[] = [];
  const count = random.between(1, 4);
  for (let index = 1; index <= count; index += 1) {
    const making: Making = {
      random,
      nextId,
      clauses: [...clauses],
      blocks: [...blocks],
      items: [],
      list: undefined,
      inClause: true,
      ceilings: true,
    };
    const clause = randomClause(making, `c${index}`);
    clauses.push(clause);
    order.push({ kind: 'clause', id: clause.id });
    if (clauses.length > 1 && random.chance(0.4)) {
      const block = randomBlock(making, `b${index}`);
      blocks.push(block);
      order.push({ kind: 'block', id: block.id });
    }
  }
  return {
    format: irFormat,
    id: 'random',
    names: { en: 'random' },
    inForce: random.chance(0.8) ? { from: '2022-03-10', to: '2024-12-31' } : { from: '2022-01-01' },
    currency: 'CNY',
    payment: random.pick([
      { kind: 'fixed', value: null },
      { kind: 'fixed', value: { mode: 'down', step: '0.01' } },
      { kind: 'fixed', value: { mode: 'halfUp', step: '1' } },
      { kind: 'switch', reading: 'r1', cases: { a: null, b: { mode: 'halfEven', step: '100' } } },
    ]),
    unknownFacts: random.pick([
      { kind: 'fixed', value: 'logic' },
      { kind: 'fixed', value: 'strict' },
      { kind: 'switch', reading: 'r1', cases: { a: 'logic', b: 'strict' } },
    ]),
    elsewhere: { kind: 'fixed', value: random.pick(['difference', 'exclusive', 'none', 'none']) },
    subject: { id: 'company', names: { en: 'company' } },
    fields,
    lists,
    units: [{ id: 'P', names: { en: 'P' } }],
    readings,
    clauses,
    blocks,
    order,
    remarks: [],
  };
}

function randomClause(making: Making, id: string): ClauseIr {
  const { random } = making;
  const node = making.nextId();
  const reference = random.pick<ClauseIr['reference']>([
    { kind: 'periodEnd' },
    { kind: 'periodEnd' },
    { kind: 'field', field: random.pick(['registered_on', 'claimed_on']) },
  ]);
  const statements = makeStatements(making, id);
  return {
    id,
    node,
    names: { en: id },
    kind: random.chance(0.95) ? 'grant' : 'none',
    currency: 'CNY',
    authority: [],
    matter: id,
    texts: [],
    reference,
    statements,
    ...(random.chance(0.4) ? { payment: randomPayment(making, statements) } : {}),
  };
}

function randomBlock(making: Making, id: string): BlockIr {
  const { random, clauses } = making;
  const itemClauses = clauses.filter((clause) =>
    clause.statements.some((statement) => statement.kind === 'items' && statement.list === 'project'),
  );
  const perItem = itemClauses.length > 1 && random.chance(0.6);
  const pool = perItem ? itemClauses : clauses;
  const chosen = random.some(pool, 0.7);
  const members = (chosen.length > 1 ? chosen : pool).map((clause) => clause.id);
  const base = {
    id,
    node: making.nextId(),
    names: { en: id },
    members,
    ...(random.chance(0.3) ? { under: { reading: 'r2', choices: ['a', 'b'] } } : {}),
  };
  if (perItem ? random.chance(0.6) : random.chance(0.5)) {
    const chooser = random.pick(['highest', 'first', 'earliest', 'choice'] as const);
    return {
      ...base,
      kind: 'conflict',
      per: perItem ? 'item' : 'subject',
      chooser,
      ...(chooser === 'choice' ? { choiceField: 'pick' } : {}),
      earlier: random.pick(['difference', 'exclusive', 'none']),
    };
  }
  const amount = moneyExpr({ ...making, ceilings: false, inClause: false, blocks: [] }, 2);
  return {
    ...base,
    kind: 'groupCap',
    amount,
    scope: randomScope(
      making,
      perItem ? 'item' : 'subject',
      random.pick([{ kind: 'period' }, { kind: 'ever' }, { kind: 'years', years: 3 }] as const),
    ),
    cut: random.pick(['inOrder', 'proRata']),
  };
}
