import { expect, test } from 'vitest';
import { emitFactsSchema } from '../../../../compiler/emit/json-schema/emit.ts';
import { type JsonAnswer, jsonAssessor } from '../../../../runtime/columnar/json/json-assessor.ts';
import { evaluate } from '../../../../runtime/evaluate.ts';
import type { EvaluationInput, Ledger } from '../../../../runtime/input.ts';
import { ir, small } from '../small-module.ts';

const period = { label: '2024', from: '2024-01-01', to: '2025-01-01', year: 2024 };
const covered: Ledger = {
  entries: [{ kind: 'coverage', policy: '*', subject: '*', from: '2000-01-01', to: '2024-12-31' }],
};
const schema = emitFactsSchema(ir);

let evaluated = 0;
const assessJson = jsonAssessor(small, period, {
  schema,
  evaluate: (input: EvaluationInput) => {
    evaluated += 1;
    return evaluate(ir, input);
  },
});

/** With how many calls of the general evaluator. */
function answered(facts: object, ledger: Ledger | undefined = covered): readonly [JsonAnswer, number] {
  evaluated = 0;
  const answer = assessJson(JSON.stringify(facts), ledger);
  return [answer, evaluated];
}

const facts = {
  subject: 'S',
  founded_on: '2020-05-01',
  qualified: true,
  costs: { '2023': '800000', '2024': '123456.79' },
  other_aid: 'none',
  sectors: ['software'],
  project: [
    { number: 'A', invested: '1000000.55', key_project: true },
    { number: 'B', invested: '5', key_project: true },
  ],
};

const projects = {
  outcome: 'granted',
  payable: '100000.05',
  items: [
    { item: 'A', outcome: 'granted', payable: '100000.05' },
    { item: 'B', outcome: 'notMet' },
  ],
};

test('plain texts never see the general evaluator, and read as it would tell them', () => {
  const grown = { ...facts, costs: { '2023': '100000', '2024': '123456.79' } };
  const [answer, calls] = answered(grown);
  expect([JSON.parse(answer.json!), answer.diagnostics, calls]).toEqual([
    {
      subject: 'S',
      period: '2024',
      outcomes: { general_aid: { outcome: 'granted', payable: '24691.35' }, projects },
    },
    [],
    0,
  ]);
  // The same text, but for a full-width digit, goes by the door.
  const [slow, slowCalls] = answered({ ...grown, costs: { '2023': '１00000', '2024': '123456.79' } });
  expect([slow, slowCalls]).toEqual([answer, 1]);
});

test('what the code cannot assess is assessed all the same', () => {
  const { qualified: _missing, ...rest } = facts;
  const [answer, calls] = answered(rest);
  expect([JSON.parse(answer.json!).outcomes.general_aid, calls]).toEqual([{ outcome: 'notMet' }, 1]);
  const [uncovered] = answered(facts, { entries: [] });
  expect(JSON.parse(uncovered.json!).outcomes.projects).toMatchObject({ outcome: 'undetermined', least: '0' });
  const { project: _project, ...without } = facts;
  expect(JSON.parse(answered(without)[0].json!).outcomes.projects).toEqual({
    outcome: 'undetermined',
    least: '0',
    most: 'infinity',
  });
});

test('what is wrong is told by the door', () => {
  const [answer, calls] = answered({ ...facts, costs: { '2024': '-1' }, stranger: 1 });
  expect([answer.json, calls]).toEqual([undefined, 0]);
  expect(answer.diagnostics.length).toBe(2);
  expect(assessJson('{"subject":').diagnostics).toHaveLength(1);
});

test('one answer leaves nothing behind for the next', () => {
  const [first] = answered(facts);
  answered({ ...facts, subject: 'T', project: [] });
  answered({});
  expect(answered(facts)[0]).toEqual(first);
});
