import { expect, test } from 'vitest';
import type { Assessment } from '../../runtime/assessment.ts';
import type { Frame } from '../../runtime/frame.ts';
import type { Expr, PolicyIr, Statement } from '../../runtime/ir.ts';
import { compareEvaluators, shown } from '../testing/differential.ts';
import { loadEmitted } from '../testing/load-emitted.ts';
import { literalsOf } from '../testing/policy-literals.ts';
import { seeded } from '../testing/random.ts';
import { randomInput } from '../testing/random-input.ts';
import { randomIr } from '../testing/random-ir.ts';

/** How many assessments are compared; more on demand: JIETI_CASES=100000. */
const cases = Number(process.env.JIETI_CASES ?? 2500);
const casesPerPolicy = 25;

const expressionKinds: readonly Expr['kind'][] = [
  'literal',
  'fact',
  'add',
  'subtract',
  'multiply',
  'divide',
  'ceiling',
  'part',
  'steps',
  'growth',
  'choose',
  'bands',
  'ladder',
  'rowCap',
  'extreme',
  'aggregate',
  'rank',
  'partInOrder',
  'clause',
  'paid',
  'dateShift',
  'days',
  'calendarEdge',
  'elapsed',
  'yearSince',
  'accrual',
  'referenceDay',
  'dated',
  'logical',
  'not',
  'compare',
  'hasGrown',
  'optionTest',
  'isGranted',
  'switch',
];
const statementKinds: readonly Statement['kind'][] = [
  'when',
  'items',
  'amount',
  'adjust',
  'cap',
  'round',
  'budget',
  'once',
  'limit',
];

const causes = ['missing', 'discretion', 'history', 'other-awards', 'other-claims', 'budget'].map(
  (kind) => `cause ${kind}`,
);

const partStates = ['now', 'perhaps', 'later', 'carried', 'paid', 'missed', 'lapsed'].map((state) => `part ${state}`);

test(`interpreter and emitted TypeScript agree on ${cases} random assessments, frames included`, async () => {
  const seen = new Set<string>();
  const outcomes = new Map<string, number>();
  let compared = 0;
  for (let policy = 1; compared < cases; policy += 1) {
    const ir = randomIr(seeded(policy));
    const assess = await loadEmitted(ir);
    const literals = literalsOf(ir);
    for (let round = 1; round <= casesPerPolicy && compared < cases; round += 1) {
      const input = randomInput(ir, seeded(policy * 10_007 + round), literals);
      const difference = compareEvaluators(ir, assess, input);
      if (difference !== undefined) expect.fail(`policy ${policy}, case ${round}: ${shown(difference)}`);
      compared += 1;
      note(ir, assess(input), seen, outcomes);
    }
  }
  console.info(
    `${compared} assessments compared: ${[...outcomes].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
  );
  // A generator that never reaches a construct would prove nothing about it.
  expect([...expressionKinds, ...statementKinds, ...causes, ...partStates].filter((kind) => !seen.has(kind))).toEqual(
    [],
  );
  expect([...outcomes.keys()].sort()).toEqual([
    'granted',
    'grantedUpTo',
    'noAmount',
    'notMet',
    'outOfForce',
    'superseded',
    'undetermined',
  ]);
}, 3_600_000);

/** Which kinds of nodes have a value, and which outcomes came out. */
function note(ir: PolicyIr, assessment: Assessment, seen: Set<string>, outcomes: Map<string, number>): void {
  const kinds = new Map<number, string>();
  visit(ir.clauses, (node) => {
    if (typeof node.id === 'number' && typeof node.kind === 'string') kinds.set(node.id, node.kind);
  });
  const frames: Frame[] = assessment.clauses.flatMap(({ frame, payment }) => [
    frame,
    ...(payment?.entitlements ?? []).flatMap(({ parts }) => parts.map((part) => part.frame)),
  ]);
  for (const { payment } of assessment.clauses)
    for (const { parts } of payment?.entitlements ?? []) for (const { state } of parts) seen.add(`part ${state}`);
  for (let frame = frames.pop(); frame !== undefined; frame = frames.pop()) {
    for (const id of [...frame.values.keys(), ...frame.states.keys()]) seen.add(kinds.get(id) ?? 'other');
    for (const inner of frame.inner.values()) frames.push(...inner.map((one) => one.frame));
  }
  for (const { outcome } of assessment.clauses)
    for (const cause of outcome.causes) seen.add(`cause ${cause.slice(0, cause.indexOf(':'))}`);
  for (const { outcome } of assessment.clauses) outcomes.set(outcome.kind, (outcomes.get(outcome.kind) ?? 0) + 1);
}

function visit(value: unknown, see: (node: { readonly id?: unknown; readonly kind?: unknown }) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) see(value);
  for (const inner of Object.values(value)) visit(inner, see);
}
