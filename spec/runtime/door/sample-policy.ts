/** A small policy with a field of every form, made by hand so that the door is tested without the compiler. */
import { emitFactsSchema } from '../../../compiler/emit/json-schema/emit.ts';
import { type DoorResult, readFacts } from '../../../runtime/door/read-facts.ts';
import { type ClauseIr, type FieldIr, irFormat, type PolicyIr, type TypeIr } from '../../../runtime/ir.ts';

function field(id: string, zh: string, type: TypeIr, rest: Partial<FieldIr> = {}): FieldIr {
  return { id, names: { en: id, zh }, type, yearly: false, orNone: false, role: 'fact', ...rest };
}

const money = { kind: 'money', currency: 'CNY' } as const;
const perP = { kind: 'quantity', unit: 'P' } as const;
const perMonth = { kind: 'duration', unit: 'months' } as const;
const perYear = { kind: 'duration', unit: 'years' } as const;
const options = [
  { id: 'national', names: { en: 'national', zh: '国家级' } },
  { id: 'provincial', names: { en: 'provincial', zh: '省级' } },
  { id: 'municipal', names: { en: 'municipal', zh: '市级' } },
];

export const fields: readonly FieldIr[] = [
  field('ai_enterprise', '人工智能企业', { kind: 'boolean' }),
  field('registered_on', '注册日期', { kind: 'date' }),
  field('giant_on', '首次认定日期', { kind: 'date' }, { orNone: true }),
  field('rd', '自主研发费用', money, { yearly: true, since: 'registered_on', low: '0' }),
  field('profit', '利润', money),
  field('capital', '注册资本', money, { low: '0' }),
  field('discount', '折扣', { kind: 'percent' }, { low: '0', high: '1' }),
  field('lift', '提高幅度', { kind: 'points' }),
  field('index', '指数', { kind: 'number' }),
  field('staff', '职工人数', { kind: 'count' }, { low: '0' }),
  field('rank', '名次', { kind: 'rank' }, { low: '1' }),
  field('loan_years', '贷款年限', { kind: 'duration', unit: 'years' }, { low: '0', high: '100' }),
  field('power', '智算规模', { kind: 'quantity', unit: 'P' }, { low: '0' }),
  field('boxes', '重箱量', { kind: 'count', unit: 'TEU' }, { low: '0' }),
  field('rent', '租金单价', { kind: 'compound', share: false, over: [money], per: [perP, perMonth] }, { low: '0' }),
  field('margin', '年利率', { kind: 'compound', share: true, over: [], per: [perYear] }, { high: '0.24' }),
  field('stage', '节点', { kind: 'choice', options }, { orNone: true }),
  field('note', '备注', { kind: 'text' }),
  field(
    'sector_growth',
    '行业平均增速',
    { kind: 'percent' },
    { yearly: true, role: 'parameter', published: { '2022': '0.102' } },
  ),
  field('lending_rate', '贷款利率', { kind: 'percent' }, { role: 'parameter', dated: true }),
  field(
    'share',
    '支持比例',
    { kind: 'percent' },
    { role: 'parameter', dated: true, versions: [{ from: '2023-01-01', value: '0.4' }] },
  ),
];

const clause: ClauseIr = {
  id: 'art4',
  node: 1,
  names: { en: 'art4', zh: '攻关项目' },
  kind: 'grant',
  currency: 'CNY',
  authority: [],
  matter: 'art4',
  texts: [],
  reference: { kind: 'periodEnd' },
  statements: [{ id: 2, kind: 'items', list: 'project', on: 'won_on', statements: [] }],
};

export const policy: PolicyIr = {
  format: irFormat,
  id: 'sample',
  names: { en: 'sample', zh: '样例' },
  inForce: { from: '2023-01-01', to: '2025-12-31' },
  currency: 'CNY',
  payment: { kind: 'fixed', value: null },
  unknownFacts: { kind: 'fixed', value: 'logic' },
  elsewhere: { kind: 'fixed', value: 'none' },
  subject: { id: 'company', names: { en: 'company', zh: '企业' } },
  fields,
  lists: [
    {
      id: 'project',
      names: { en: 'project', zh: '项目' },
      key: ['number'],
      fields: [
        field('number', '编号', { kind: 'text' }),
        field('levels', '立项级别', { kind: 'choices', options }),
        field('rd_invested', '研发投入', money, { low: '0' }),
        field('won_on', '立项日期', { kind: 'date' }),
        field('income', '收入', money, { yearly: true, low: '0' }),
      ],
    },
    { id: 'visit', names: { en: 'visit', zh: '走访' }, fields: [field('day', '日期', { kind: 'date' })] },
  ],
  units: [{ id: 'P', names: { en: 'P', zh: '算力单位' } }],
  readings: [],
  clauses: [
    clause,
    { ...clause, id: 'art6', node: 3, names: { en: 'art6', zh: '研发补助' }, matter: 'art6', statements: [] },
  ],
  blocks: [],
  order: [],
  remarks: [],
};

export const schema = emitFactsSchema(policy);

export function read(source: unknown): DoorResult {
  return readFacts(policy, schema, source);
}

/** As lines that one can read: code, severity, place, both languages. */
export function told({ diagnostics }: Pick<DoorResult, 'diagnostics'>): string {
  return diagnostics
    .map(({ code, severity, path, message, help }) =>
      [`${code} ${severity} @ ${path}`, message.zh, `→ ${help.zh}`, message.en, `→ ${help.en}`].join('\n  '),
    )
    .join('\n');
}
