import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { emitFactsSchema } from '../../compiler/emit/json-schema/emit.ts';
import { fields, policy, schema } from '../runtime/door/sample-policy.ts';
import { projectRoot } from '../testing/golden.ts';

const strict = { strict: true, allowUnionTypes: true, strictRequired: false } as const;
const validate = new Ajv2020(strict).compile(schema);

test('the schema of the sample policy', async () => {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    join(projectRoot, 'spec/compiler/json-schema/sample.golden.json'),
  );
});

test('is valid 2020-12, asks for no format and no binary fractions', () => {
  const ajv = new Ajv2020(strict);
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(JSON.stringify(schema)).not.toMatch(/"format"|"multipleOf"/);
});

test('every name of the policy is in it, in both languages', () => {
  const text = JSON.stringify(schema);
  for (const { id, names } of fields) expect(text).toContain(`"title":"${names.zh} | ${id}"`);
});

test('takes the forms the door takes', () => {
  const good = {
    subject: 'x',
    ai_enterprise: true,
    registered_on: '2024-02-29',
    giant_on: 'none',
    rd: { '2023': '300000.50', '2024': null },
    profit: '-5',
    capital: 0.07,
    discount: '12.5%',
    lift: '2 points',
    staff: 3,
    power: '1000',
    stage: '省级',
    project: [{ number: 'P1', levels: ['national', '省级'], income: { '2024': 1 } }],
    decisions: [{ clause: 'art4', item: 'P1', year: 2024, rate: '35%' }],
  };
  expect(validate(good)).toBe(true);
  expect(validate({})).toBe(true);
});

test.each([
  ['an unknown name', { shoe_size: 42 }],
  ['a sum with its unit', { capital: '30万元' }],
  ['half a fen in text', { capital: '100.005' }],
  ['a negative sum', { capital: -5 }],
  ['a bare percentage', { discount: 0.1 }],
  ['half a person', { staff: 2.5 }],
  ['a year of two digits', { rd: { '24': '1' } }],
  ['a yearly fact without years', { rd: '1' }],
  ['none where it is not allowed', { registered_on: 'none' }],
  ['an item without its key', { project: [{}] }],
  ['an item whose key is unknown', { project: [{ number: null }] }],
  ['a decision of two things', { decisions: [{ clause: 'art4', year: 2024, rate: '35%', amount: '5' }] }],
])('refuses %s', (_title, facts) => expect(validate(facts)).toBe(false));

test('a name that objects have already becomes a property of its own', () => {
  const hostile = { ...policy, fields: [{ ...fields[0]!, id: '__proto__' }], lists: [], clauses: [] };
  const emitted = JSON.parse(JSON.stringify(emitFactsSchema(hostile)));
  expect(Object.keys(emitted.properties)).toEqual(['$schema', 'subject', '__proto__', 'decisions']);
});
