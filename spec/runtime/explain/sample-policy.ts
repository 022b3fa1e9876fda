/** A small policy as IR, with the labels the formatter would print: one clause per shape that an explanation has to show. */
import type { BoundOperator, FieldIr, PolicyIr, TypeIr } from '../../../runtime/ir.ts';
import type { Origin, Origins } from '../../../runtime/origins.ts';

type Written = { readonly zh: string; readonly en: string; readonly anchors?: readonly string[] };
/** Nodes are built without ids; `written` becomes the node's origin. */
type Unnumbered = Record<string, unknown>;

const money: TypeIr = { kind: 'money', currency: 'CNY' };
const percent: TypeIr = { kind: 'percent' };
const truth: TypeIr = { kind: 'boolean' };

const yuan = (value: string): Unnumbered => ({ id: 0, kind: 'literal', type: money, value });
const rate = (value: string): Unnumbered => ({ id: 0, kind: 'literal', type: percent, value });
const fact = (field: string, type: TypeIr, shift = 0, owner?: string): Unnumbered => ({
  id: 0,
  kind: 'fact',
  type,
  field,
  ...(owner === undefined ? {} : { owner }),
  shift,
});
const compare = (left: Unnumbered, operator: BoundOperator, right: Unnumbered): Unnumbered => ({
  id: 0,
  kind: 'compare',
  type: truth,
  operator,
  left,
  right,
});
const ceiling = (limit: Unnumbered, base: Unnumbered): Unnumbered => ({
  id: 0,
  kind: 'ceiling',
  type: money,
  limit,
  base,
});
const logical = (operator: 'and' | 'or', ...operands: Unnumbered[]): Unnumbered => ({
  id: 0,
  kind: 'logical',
  type: truth,
  operator,
  operands,
});
const growth = (field: string, shift = 0): Unnumbered => ({
  id: 0,
  kind: 'growth',
  type: percent,
  now: fact(field, money, shift),
  before: fact(field, money, shift - 1),
  zeroBase: 'undefined',
});
const line = (written: Written, statement: Unnumbered): Unnumbered => ({ id: 0, written, ...statement });
const when = (zh: string, en: string, condition: Unnumbered, ...anchors: string[]) =>
  line({ zh: `条件 ${zh}`, en: `when ${en}`, anchors }, { kind: 'when', condition });
const amount = (zh: string, en: string, expression: Unnumbered, ...anchors: string[]) =>
  line(
    { zh: `补助 ${zh}`, en: `grant ${en}`, anchors },
    { kind: 'amount', verb: 'grant', amount: expression, cutToCeiling: false },
  );
const yearlyCap = (zh: string, en: string, value: string, ...anchors: string[]) =>
  line(
    { zh: `封顶 每家 企业 每年 ${zh}`, en: `cap ${en} per company per year`, anchors },
    { kind: 'cap', amount: yuan(value), scope: { per: 'subject', window: { kind: 'period' } }, allOrNothing: false },
  );
const clause = (
  id: string,
  zh: string,
  article: number,
  statements: readonly Unnumbered[],
  more: Unnumbered = {},
): Unnumbered => ({
  id,
  node: 0,
  names: { en: id, zh },
  kind: 'grant',
  currency: 'CNY',
  article,
  authority: ['市工信局'],
  matter: id,
  texts: [],
  reference: { kind: 'periodEnd' },
  statements,
  ...more,
});

const levels: TypeIr = {
  kind: 'choices',
  options: [
    { id: 'national', names: { en: 'national', zh: '国家级' } },
    { id: 'provincial', names: { en: 'provincial', zh: '省级' } },
    { id: 'municipal', names: { en: 'municipal', zh: '市级' } },
  ],
};
const levelRow = (option: string, zh: string, limit: string, cap: string): Unnumbered => ({
  id: 0,
  written: {
    zh: `${zh}：研发投入 的 最高 ${Number(limit) * 100}%，封顶 ${Number(cap) / 10000}万元`,
    en: `${option} : up to ${Number(limit) * 100}% of rd_invested, cap ${Number(cap).toLocaleString('en')} CNY`,
  },
  test: { kind: 'options', options: [option] },
  value: {
    id: 0,
    kind: 'rowCap',
    type: money,
    value: ceiling(rate(limit), fact('rd_invested', money, 0, 'project')),
    cap: yuan(cap),
  },
});
const growthRow = (over: string, value: string): Unnumbered => ({
  id: 0,
  written: {
    zh: `超过 ${Number(over) * 100}%：${Number(value) / 10000}万元`,
    en: `over ${Number(over) * 100}% : ${Number(value).toLocaleString('en')} CNY`,
  },
  test: { kind: 'bounds', bounds: [{ operator: 'over', edge: rate(over) }] },
  value: yuan(value),
});
const rung = (threshold: string, value: string): Unnumbered => ({
  id: 0,
  written: {
    zh: `${Number(threshold) / 10000}万元：${Number(value) / 10000}万元`,
    en: `${Number(threshold).toLocaleString('en')} CNY : ${Number(value).toLocaleString('en')} CNY`,
  },
  threshold: yuan(threshold),
  amount: yuan(value),
});

const clauses: readonly Unnumbered[] = [
  clause('art1', '算力布局', 1, [], {
    kind: 'none',
    texts: [{ mode: 'noAmount', text: '统筹优化算力布局', anchors: ['统筹优化算力布局'] }],
  }),
  clause('art3', '算力券', 3, [
    line(
      {
        zh: '条件 算力购买额 达到 30万元',
        en: 'when compute_bought at least 300,000 CNY',
        anchors: ['达到30万元以上'],
      },
      {
        kind: 'when',
        condition: {
          id: 0,
          kind: 'switch',
          type: truth,
          reading: 'at_least',
          cases: [
            { choice: 'inclusive', value: compare(fact('compute_bought', money), 'atLeast', yuan('300000')) },
            { choice: 'strict', value: compare(fact('compute_bought', money), 'over', yuan('300000')) },
          ],
        },
      },
    ),
    amount(
      '算力实际支出 的 最高 50%',
      'up to 50% of compute_spent',
      ceiling(rate('0.5'), fact('compute_spent', money)),
      '最高50%',
    ),
    yearlyCap('50万元', '500,000 CNY', '500000', '每家企业每年最高不超过50万元'),
    line(
      {
        zh: '总额 每年 1000万元，按比例',
        en: 'budget 10,000,000 CNY per year, pro rata',
        anchors: ['每年总额1000万元'],
      },
      { kind: 'budget', amount: yuan('10000000'), period: 'period', sharing: 'proRata' },
    ),
  ]),
  clause('art4', '攻关项目', 4, [
    line(
      { zh: '逐个 项目 于 立项日期', en: 'for each project on won_on' },
      {
        kind: 'items',
        list: 'project',
        on: 'won_on',
        statements: [
          amount('按 立项级别，就高', 'by levels, the highest', {
            id: 0,
            kind: 'choose',
            type: money,
            key: fact('levels', levels, 0, 'project'),
            mode: 'highest',
            rows: [
              levelRow('national', '国家级', '0.4', '10000000'),
              levelRow('provincial', '省级', '0.4', '3000000'),
              levelRow('municipal', '市级', '0.3', '10000000'),
            ],
          }),
          line(
            { zh: '限次 每个 项目 一次', en: 'once per project' },
            { kind: 'once', scope: { per: 'item', window: { kind: 'ever' } } },
          ),
        ],
      },
    ),
  ]),
  clause(
    'art6_1',
    '研发补助',
    6,
    [
      when(
        '人工智能企业 且 （规上工业企业 或 规上软件企业）',
        'ai_enterprise and (scale_industrial or scale_software)',
        logical(
          'and',
          fact('ai_enterprise', truth),
          logical('or', fact('scale_industrial', truth), fact('scale_software', truth)),
        ),
      ),
      when(
        '自主研发费用 高于 200万元',
        'rd over 2,000,000 CNY',
        compare(fact('rd', money), 'over', yuan('2000000')),
        '高于200万元',
      ),
      when(
        '自主研发费用 比上年 增长',
        'rd has grown',
        { id: 0, kind: 'hasGrown', type: truth, now: fact('rd', money), before: fact('rd', money, -1) },
        '较上年实现增长',
      ),
      amount(
        '自主研发费用 每满 200万元 给予 10万元',
        '100,000 CNY for every full 2,000,000 CNY of rd',
        {
          id: 0,
          kind: 'steps',
          type: money,
          mode: 'everyFull',
          of: fact('rd', money),
          step: yuan('2000000'),
          amount: yuan('100000'),
        },
        '每满200万元给予10万元',
      ),
      line(
        { zh: '封顶 每家 企业 累计 50万元', en: 'cap 500,000 CNY per company ever' },
        {
          kind: 'cap',
          amount: yuan('500000'),
          scope: { per: 'subject', window: { kind: 'ever' } },
          allOrNothing: false,
        },
      ),
    ],
    { paragraph: 1 },
  ),
  clause(
    'art6_2',
    '研发增长奖励',
    6,
    [
      when(
        '自主研发费用 高于 500万元',
        'rd over 5,000,000 CNY',
        compare(fact('rd', money), 'over', yuan('5000000')),
        '高于500万元',
      ),
      amount('按 自主研发费用 的 增速', 'by growth of rd', {
        id: 0,
        kind: 'choose',
        type: money,
        key: growth('rd'),
        mode: 'hardest',
        rows: [growthRow('0.2', '300000'), growthRow('0.4', '500000')],
      }),
    ],
    { paragraph: 2 },
  ),
  clause('art6_3', '研发再补助', 6, [
    when(
      '自主研发费用 超过 1000万元',
      'rd over 10,000,000 CNY',
      compare(fact('rd', money), 'over', yuan('10000000')),
      '超过1000万元',
    ),
    amount('（art6_1 + art6_2） 的 5%', '5% of (art6_1 + art6_2)', {
      id: 0,
      kind: 'multiply',
      type: money,
      written: 'rate',
      left: rate('0.05'),
      right: {
        id: 0,
        kind: 'add',
        type: money,
        operands: ['art6_1', 'art6_2'].map((id) => ({
          id: 0,
          kind: 'clause',
          type: money,
          clause: id,
          at: { kind: 'own' },
        })),
      },
    }),
  ]),
  clause('art8_1', '增量奖励', 8, [
    when(
      '营业收入 的 增速 高于 25%',
      'growth of revenue over 25%',
      compare(growth('revenue', -1), 'over', rate('0.25')),
      '增速高于25%',
    ),
    amount(
      '营业收入 的 增量 的 最高 0.6%',
      'up to 0.6% of increase in revenue',
      ceiling(rate('0.006'), {
        id: 0,
        kind: 'subtract',
        type: money,
        left: fact('revenue', money, -1),
        right: fact('revenue', money, -2),
      }),
    ),
  ]),
  clause('art8_2', '规模上台阶', 8, [
    when(
      '营业收入 的 增速 不低于 规上软件业平均增速',
      'growth of revenue at least sector_growth',
      compare(growth('revenue', -1), 'atLeast', fact('sector_growth', percent, -1)),
    ),
    amount(
      '营业收入 自 注册日期 首次 超过，晋级补差',
      'first time revenue since registered_on over, topping up',
      {
        id: 0,
        kind: 'ladder',
        type: money,
        of: fact('revenue', money, -1),
        range: { kind: 'sinceFact', field: 'registered_on' },
        operator: 'over',
        settlement: 'toppingUp',
        rungs: [rung('50000000', '100000'), rung('100000000', '200000'), rung('200000000', '500000')],
      },
      '首次超过',
      '晋级补差',
    ),
  ]),
];

const field = (id: string, zh: string, type: TypeIr, yearly: boolean, more: Partial<FieldIr> = {}): FieldIr => ({
  id,
  names: { en: id, zh },
  type,
  yearly,
  orNone: false,
  role: 'fact',
  ...(type.kind === 'money' ? { low: '0' } : {}),
  ...more,
});

const unnumbered: Unnumbered = {
  format: 'jieti-ir/1',
  id: 'sample',
  names: { en: 'sample', zh: '示例措施' },
  inForce: { from: '2023-10-10', to: '2025-12-31' },
  currency: 'CNY',
  payment: { kind: 'fixed', value: { mode: 'down', step: '0.01' } },
  unknownFacts: { kind: 'fixed', value: 'logic' },
  elsewhere: { kind: 'fixed', value: 'none' },
  subject: { id: 'company', names: { en: 'company', zh: '企业' } },
  fields: [
    field('ai_enterprise', '人工智能企业', truth, false),
    field('scale_industrial', '规上工业企业', truth, false),
    field('scale_software', '规上软件企业', truth, false),
    field('compute_bought', '算力购买额', money, true),
    field('compute_spent', '算力实际支出', money, true),
    field('rd', '自主研发费用', money, true),
    field('revenue', '营业收入', money, true, { since: 'registered_on' }),
    field('registered_on', '注册日期', { kind: 'date' }, false),
    field('sector_growth', '规上软件业平均增速', percent, true, {
      role: 'parameter',
      published: { '2022': '0.102', '2023': '0.134' },
    }),
  ],
  lists: [
    {
      id: 'project',
      names: { en: 'project', zh: '项目' },
      key: 'number',
      fields: [
        field('number', '编号', { kind: 'text' }, false),
        field('levels', '立项级别', levels, false),
        field('rd_invested', '研发投入', money, false),
        field('won_on', '立项日期', { kind: 'date' }, false),
      ],
    },
  ],
  units: [],
  readings: [
    {
      id: 'at_least',
      names: { en: 'at_least', zh: '以上是否含本数' },
      question: '“以上”“达到”是否包括本数？',
      default: 'inclusive',
      choices: [
        { id: 'inclusive', names: { en: 'inclusive', zh: '含本数' } },
        { id: 'strict', names: { en: 'strict', zh: '不含本数' } },
      ],
    },
  ],
  clauses,
  blocks: [],
  order: clauses.map(({ id }) => ({ kind: 'clause', id })),
  remarks: [],
};

/** Gives ids in the order of the text and takes the written words out of the tree. */
function number(tree: Unnumbered): { readonly ir: PolicyIr; readonly origins: Origins } {
  const nodes: Record<number, Origin> = {};
  let next = 1;
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null) return node;
    const { written, ...rest } = node as { written?: Written; id?: unknown; node?: unknown } & Unnumbered;
    const key = rest.id === 0 ? 'id' : rest.node === 0 ? 'node' : undefined;
    const id = key === undefined ? undefined : next++;
    if (id !== undefined) nodes[id] = { start: id * 10, end: id * 10 + 9, line: id, ...(written ?? {}) };
    return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, name === key ? id : visit(value)]));
  };
  const ir = visit(tree) as PolicyIr;
  return { ir, origins: { file: 'sample.policy', policyDigest: 'a'.repeat(64), nodes } };
}

export const sample = number(unnumbered);
