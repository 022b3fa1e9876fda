import { type UnitNames, unitNamesOf } from '../../../runtime/compound.ts';
import type { FieldIr, ListIr, Names, PolicyIr } from '../../../runtime/ir.ts';
import { dateForm, formOf, moneyForm, percentForm } from './forms.ts';
import { type JsonSchema, propertiesOf } from './json-schema.ts';

const yearPattern = '^(19[0-9]{2}|2[01][0-9]{2}|2200)$';
const dayPattern = '^(19[0-9]{2}|2[01][0-9]{2}|2200)-[0-9]{2}-[0-9]{2}$';
const mostItems = 10_000;

/**
 * The facts of one applicant, as JSON Schema 2020-12. Keys are ids; the door also takes every other declared name for them and
 * replaces it by the id before it validates. `null` and a missing key both mean unknown. What a schema cannot say (days that do
 * not exist, fen in JSON numbers, bounds on decimal text, keys given twice) the door checks itself.
 */
export function emitFactsSchema(ir: PolicyIr): JsonSchema {
  const units = unitNamesOf(ir.units);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:jieti:facts:${encodeURIComponent(ir.id)}`,
    title: titleOf(ir.names),
    description:
      '一个申报主体的填报内容；名称可用中文名或英文名 | the facts of one applicant; every declared name may be used for a key',
    type: 'object',
    properties: propertiesOf([
      ['$schema', { type: 'string' }],
      ['subject', { type: ['string', 'null'], minLength: 1, maxLength: 200, title: titleOf(ir.subject.names) }],
      ...ir.fields.map((field) => [field.id, fieldSchema(field, units)] as const),
      ...ir.lists.map((list) => [list.id, listSchema(list, units)] as const),
      ['decisions', decisionsSchema(ir)],
    ]),
    additionalProperties: false,
  };
}

function fieldSchema(field: FieldIr, units: UnitNames, key = false): JsonSchema {
  const value = formOf(field, units, key);
  if (field.dated)
    return {
      title: titleOf(field.names),
      description: '按日期：起始日 → 数值 | by day: the day from which it holds → value',
      type: ['object', 'null'],
      patternProperties: { [dayPattern]: value },
      additionalProperties: false,
    };
  if (!field.yearly) return { title: titleOf(field.names), ...value };
  return {
    title: titleOf(field.names),
    description: '逐年：年度 → 数值 | by year: year → value',
    type: ['object', 'null'],
    patternProperties: { [yearPattern]: value },
    additionalProperties: false,
  };
}

function listSchema(list: ListIr, units: UnitNames): JsonSchema {
  return {
    title: titleOf(list.names),
    description: '没有时写 []，未知时不写或写 null | [] if there are none; leave out or null if unknown',
    type: ['array', 'null'],
    maxItems: mostItems,
    items: {
      type: 'object',
      properties: propertiesOf(
        list.fields.map((field) => [field.id, fieldSchema(field, units, isKey(list, field.id))] as const),
      ),
      ...(list.key === undefined ? {} : { required: [...list.key] }),
      additionalProperties: false,
    },
  };
}

function isKey({ key }: ListIr, field: string): boolean {
  return key?.includes(field) === true;
}

/** R14: a rate or an amount, keyed by clause, item and year. */
function decisionsSchema(ir: PolicyIr): JsonSchema {
  const clauses = ir.clauses.map(({ id }) => id);
  return {
    title: '核定 | decisions',
    description: '由主管部门核定的比例或金额 | rates or amounts that the authority has decided',
    type: ['array', 'null'],
    maxItems: mostItems,
    items: {
      type: 'object',
      properties: {
        clause: { title: '条款 | clause', ...(clauses.length === 0 ? { type: 'string' } : { enum: clauses }) },
        item: { title: '对象 | item', type: 'string', minLength: 1, maxLength: 1000 },
        year: { title: '年度 | year', type: 'integer', minimum: 1900, maximum: 2200 },
        rate: { title: '比例 | rate', ...percentForm },
        amount: { title: '金额 | amount', ...moneyForm },
        date: { title: '日期 | date', ...dateForm },
        source: { title: '依据 | source', type: 'string', maxLength: 1000 },
      },
      required: ['clause', 'year'],
      oneOf: [{ required: ['rate'] }, { required: ['amount'] }],
      additionalProperties: false,
    },
  };
}

/** `自主研发费用 | rd` */
function titleOf(names: Names): string {
  return names.zh === undefined ? names.en : `${names.zh} | ${names.en}`;
}
