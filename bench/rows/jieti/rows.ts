/** Jieti's own rows, one company at a time, facts already validated. A faster way to the same result takes the place of a slower one here. */

import type { Assessment } from '../../../runtime/assessment.ts';
import { factsDigest } from '../../../runtime/digest.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import { type Explanation, explain, renderExplanation } from '../../../runtime/explain.ts';
import type { EvaluationInput } from '../../../runtime/input.ts';
import { type Prepared, prepared } from '../../peers/peer.ts';
import type { Row } from '../row.ts';
import { type EmittedPolicy, emittedPolicy } from './emitted.ts';
import { amountsOf, inputOf } from './five-input.ts';

export const emittedRow: Row = {
  id: 'emitted',
  name: 'Jieti, emitted evaluator',
  prepare: async () => {
    const { assess } = await emittedPolicy();
    return prepared({ input, assess, amounts: amountsOf });
  },
};

export const interpreterRow: Row = {
  id: 'interpreter',
  name: 'Jieti, interpreter (the meaning)',
  prepare: async () => {
    const { ir } = await emittedPolicy();
    return prepared({ input, assess: (one) => evaluate(ir, one), amounts: amountsOf });
  },
};

export const explanationObjects: Row = {
  id: 'explanation-objects',
  name: 'Jieti, explained as objects',
  prepare: () => explained((explanation) => explanation),
};

export const explanationText: Row = {
  id: 'explanation-text',
  name: 'Jieti, explained as text',
  prepare: () => explained((explanation) => renderExplanation(explanation, { language: 'zh' })),
};

export const explanationJson: Row = {
  id: 'explanation-json',
  name: 'Jieti, explained as JSON text',
  prepare: () => explained((explanation) => JSON.stringify(explanation)),
};

const input = (company: Parameters<typeof inputOf>[0]) => inputOf(company, 'company');

async function explained(form: (explanation: Explanation) => unknown): Promise<Prepared> {
  const policy = await emittedPolicy();
  return prepared({
    input,
    assess: (one) => {
      const assessment = policy.assess(one);
      return { assessment, explanation: form(explanationOf(policy, one, assessment)) };
    },
    amounts: ({ assessment }) => amountsOf(assessment),
  });
}

function explanationOf(
  { ir, origins }: EmittedPolicy,
  { facts }: EvaluationInput,
  assessment: Assessment,
): Explanation {
  const source = { policyDigest: origins.policyDigest, factsDigest: factsDigest(facts), compilerVersion: '0.1.0' };
  return explain(ir, origins, assessment, source);
}
