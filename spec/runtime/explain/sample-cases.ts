import { evaluate } from '../../../runtime/evaluate.ts';
import { type Detail, type Explanation, explain } from '../../../runtime/explain.ts';
import type { Decision, FactValue, Ledger } from '../../../runtime/input.ts';
import { periodOfYear } from '../../../runtime/period.ts';
import { sample } from './sample-policy.ts';

export interface SampleFacts {
  readonly values: Readonly<Record<string, FactValue>>;
  /** Absent: not stated. */
  readonly projects?: Readonly<Record<string, Readonly<Record<string, FactValue>>>>;
  readonly ledger?: Ledger;
  readonly decisions?: readonly Decision[];
  readonly readings?: Readonly<Record<string, string>>;
}

const yes: FactValue = { boolean: true };
const no: FactValue = { boolean: false };
const yuan = (number: string): FactValue => ({ number });
const on = (date: string): FactValue => ({ date });

const covered: Ledger = {
  entries: [
    { kind: 'coverage', policy: '*', subject: '*', from: '2023-01-01', to: '2024-01-01' },
    {
      kind: 'award',
      id: '1',
      subject: 'A公司',
      policy: 'sample',
      clause: 'art8_2',
      period: periodOfYear(2023),
      recordedOn: '2023-12-01',
      entitled: '100000',
      paid: '100000',
      state: 'decided',
      readings: {},
      digests: {},
    },
  ],
};

/** Everything stated: amounts, ceilings, an item superseded by its better level, a ladder topped up from the ledger. */
const granted: SampleFacts = {
  values: {
    ai_enterprise: yes,
    scale_industrial: no,
    scale_software: yes,
    'compute_bought@2024': yuan('500000'),
    'compute_spent@2024': yuan('500000'),
    'rd@2024': yuan('12000000'),
    'rd@2023': yuan('9000000'),
    'revenue@2023': yuan('120000000'),
    'revenue@2022': yuan('60000000'),
    'revenue@2021': yuan('30000000'),
    registered_on: on('2021-05-06'),
  },
  projects: {
    P1: { levels: { options: ['national', 'provincial'] }, rd_invested: yuan('30000000'), won_on: on('2024-05-01') },
    P2: { levels: { options: ['municipal'] }, rd_invested: yuan('4000000'), won_on: on('2023-05-01') },
  },
  ledger: covered,
};

/** Every gate missed by a known distance, or for want of a base. */
const refused: SampleFacts = {
  values: {
    ai_enterprise: yes,
    scale_industrial: no,
    scale_software: no,
    'compute_bought@2024': yuan('288000'),
    'compute_spent@2024': yuan('500000'),
    'rd@2024': yuan('2000000'),
    'revenue@2023': yuan('120000000'),
    'revenue@2022': yuan('0'),
    registered_on: on('2021-05-06'),
  },
  projects: {},
  ledger: covered,
};

const unstated: SampleFacts = { values: {} };

/** Half known, nothing about the past; decisions taken, a reading chosen. */
const open: SampleFacts = {
  ...granted,
  values: {
    ...granted.values,
    'compute_bought@2024': yuan('300000'),
    'rd@2024': yuan('5300000.005'),
    'rd@2023': { number: '5000000' },
  },
  projects: { ...granted.projects, P3: { rd_invested: yuan('4000000'), won_on: on('2024-07-01') } },
  ledger: { entries: [] },
  decisions: [
    { clause: 'art8_1', year: 2024, rate: '0.005' },
    { clause: 'art4', item: 'P1', year: 2024, amount: '8000000' },
  ],
  readings: { at_least: 'strict' },
};

export const sampleCases = { granted, refused, unstated, open } as const;

export function explained(
  { values, projects, ledger, decisions, readings }: SampleFacts,
  detail: Detail = 'steps',
): Explanation {
  const items = Object.entries(projects ?? {}).map(([key, fields]) => ({
    key,
    values: new Map(Object.entries(fields)),
  }));
  const assessment = evaluate(sample.ir, {
    facts: {
      subject: 'A公司',
      values: new Map(Object.entries(values)),
      lists: projects === undefined ? new Map() : new Map([['project', items]]),
    },
    period: periodOfYear(2024),
    decisions: decisions ?? [],
    readings: readings ?? {},
    ...(ledger === undefined ? {} : { ledger }),
  });
  return explain(
    sample.ir,
    sample.origins,
    assessment,
    {
      policyDigest: 'a'.repeat(64),
      factsDigest: 'b'.repeat(64),
      compilerVersion: '0.1.0',
    },
    detail,
  );
}
