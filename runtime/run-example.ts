import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { Assessment, Outcome } from './assessment.ts';
import { assessBatch, type BatchAssessment } from './batch/assess-batch.ts';
import { displayText } from './display-text.ts';
import { causeNames, clauseNames, factNames } from './door/path-names.ts';
import type { ExampleIr, Expectation, ExpectedOutcomeIr } from './example.ts';
import type { EvaluationInput } from './input.ts';
import type { ClauseId, DecimalText, PolicyIr } from './ir.ts';
import { paidNow } from './payment/paid-now.ts';
import { equals, ofDecimalText } from './rational.ts';
import type { Cause, End } from './value.ts';

export type Evaluate = (ir: PolicyIr, input: EvaluationInput) => Assessment;

export interface ExampleFailure {
  readonly expectation: Expectation;
  readonly expected: Bilingual;
  readonly got: Bilingual;
}
export interface ExampleResult {
  readonly example: ExampleIr;
  readonly passed: boolean;
  readonly failures: readonly ExampleFailure[];
  /** For the explanation of a failure. Its diagnostics of severity error fail the example too. */
  readonly assessment: Assessment;
}

/** Runs one example with any evaluator of the policy. R22. */
export function runExample(ir: PolicyIr, example: ExampleIr, evaluate: Evaluate): ExampleResult {
  return exampleRunner(ir, evaluate)(example);
}

/** Runs the examples of a policy one by one; the applicants of one batch are assessed once for all of them. */
export function exampleRunner(ir: PolicyIr, evaluate: Evaluate): (example: ExampleIr) => ExampleResult {
  const batches = new Map<readonly EvaluationInput[], BatchAssessment>();
  return (example) => judge(ir, example, assessExample(ir, example, evaluate, batches));
}

function judge(ir: PolicyIr, example: ExampleIr, assessment: Assessment): ExampleResult {
  const refused = assessment.diagnostics.some(({ severity }) => severity === 'error');
  const failures = example.expectations.flatMap((expectation) => {
    const got = outcomeFor(ir, assessment, expectation);
    if (!refused && got !== undefined && agrees(expectation.outcome, got)) return [];
    return [{ expectation, expected: expectedText(ir, expectation.outcome), got: gotText(ir, got) }];
  });
  return { example, passed: failures.length === 0 && !refused, failures, assessment };
}

/** Several applicants are assessed together; what kept a pool from being shared is told with each of them. */
function assessExample(
  ir: PolicyIr,
  { input, batch }: ExampleIr,
  evaluate: Evaluate,
  batches: Map<readonly EvaluationInput[], BatchAssessment>,
): Assessment {
  if (batch === undefined) return evaluate(ir, input);
  const done = batches.get(batch.inputs) ?? assessBatch(ir, batch.inputs, (one) => evaluate(ir, one));
  batches.set(batch.inputs, done);
  const { assessments, diagnostics } = done;
  const own = assessments[batch.place]!;
  return { ...own, diagnostics: [...own.diagnostics, ...diagnostics] };
}

/** The outcome that an expectation speaks of; a total is judged by its payable amount. Undefined: there is no such item. */
function outcomeFor(ir: PolicyIr, assessment: Assessment, { clause, item, now }: Expectation): Outcome | undefined {
  if (clause === undefined) return totalOutcome(ir, assessment);
  const result = assessment.clauses.find((one) => one.clause === clause);
  if (now === true) return result?.payment === undefined ? undefined : paidNow(result.payment, item);
  return item === undefined ? result?.outcome : result?.items.find(({ key }) => key === item)?.outcome;
}

function totalOutcome(ir: PolicyIr, { totals, clauses }: Assessment): Outcome {
  const total = totals.find(({ kind, currency }) => kind === 'grant' && currency === ir.currency);
  const payable = total?.payable ?? { lo: { n: 0n, d: 1n }, hi: { n: 0n, d: 1n } };
  const isFixed = sameEnd(payable.lo, payable.hi);
  const isUndetermined = clauses.some(({ outcome }) => outcome.kind === 'undetermined');
  const kind = isFixed ? 'granted' : isUndetermined ? 'undetermined' : 'grantedUpTo';
  const causes = [...new Set(clauses.flatMap(({ outcome }) => outcome.causes))];
  return { kind, amount: payable, payable, causes };
}

function agrees(expected: ExpectedOutcomeIr, { kind, amount, causes, by }: Outcome): boolean {
  switch (expected.kind) {
    case 'exactly':
      return kind === 'granted' && isEnd(amount.lo, expected.amount) && isEnd(amount.hi, expected.amount);
    case 'upTo':
      return kind === 'grantedUpTo' && isEnd(amount.hi, expected.amount);
    case 'undetermined':
      return (
        kind === 'undetermined' &&
        (expected.low === undefined || isEnd(amount.lo, expected.low)) &&
        (expected.high === undefined || isEnd(amount.hi, expected.high)) &&
        expected.facts.every((fact) => causes.some((cause) => missingNames(cause).includes(fact)))
      );
    case 'supersededBy':
      return kind === 'superseded' && by === expected.clause;
    case 'supersededElsewhere':
      return kind === 'superseded' && by === 'elsewhere';
    default:
      return kind === expected.kind;
  }
}

function isEnd(end: End, text: DecimalText): boolean {
  return typeof end !== 'string' && equals(end, ofDecimalText(text));
}

function sameEnd(left: End, right: End): boolean {
  return typeof left === 'string' || typeof right === 'string' ? left === right : equals(left, right);
}

/** `missing:project[P1].won_on` names the list and the field, `missing:rd@2023` the field. */
function missingNames(cause: Cause): readonly string[] {
  const path = /^missing:(.*)$/s.exec(cause)?.[1];
  if (path === undefined) return [];
  const item = /^([^[]*)\[.*\]\.([^\]]*)$/s.exec(path);
  const parts = item === null ? [path] : [item[1]!, item[2]!];
  return parts.map((part) => part.replace(/@[\d-]+$/, ''));
}

function expectedText(ir: PolicyIr, expected: ExpectedOutcomeIr): Bilingual {
  switch (expected.kind) {
    case 'exactly':
      return same(grouped(expected.amount));
    case 'upTo':
      return { zh: `最高 ${grouped(expected.amount)}`, en: `up to ${grouped(expected.amount)}` };
    case 'undetermined': {
      const low = expected.low === undefined ? '…' : grouped(expected.low);
      const high = expected.high === undefined ? '…' : grouped(expected.high);
      const hasBounds = expected.low !== undefined || expected.high !== undefined;
      return undeterminedText(
        hasBounds ? [low, high] : undefined,
        expected.facts.map((fact) => factNames(ir, fact)),
      );
    }
    case 'supersededBy':
      return supersededText(ir, expected.clause);
    case 'supersededElsewhere':
      return { zh: '被其他政策取代', en: 'superseded elsewhere' };
    default:
      return plain[expected.kind];
  }
}

const plain = {
  notMet: { zh: '不成立', en: 'not met' },
  outOfForce: { zh: '不在有效期', en: 'out of force' },
  noAmount: { zh: '不计算', en: 'no amount' },
} as const satisfies Record<string, Bilingual>;

function gotText(ir: PolicyIr, outcome: Outcome | undefined): Bilingual {
  if (outcome === undefined) return { zh: '没有这一项', en: 'there is no such item' };
  const { kind, amount, causes, by } = outcome;
  switch (kind) {
    case 'granted':
      return same(endText(amount.hi));
    case 'grantedUpTo':
      return { zh: `最高 ${endText(amount.hi)}`, en: `up to ${endText(amount.hi)}` };
    case 'undetermined':
      return undeterminedText(
        [endText(amount.lo), endText(amount.hi)],
        causes.map((cause) => causeNames(ir, cause)),
      );
    case 'superseded':
      return by === 'elsewhere' ? { zh: '被其他政策取代', en: 'superseded elsewhere' } : supersededText(ir, by ?? '');
    default:
      return plain[kind];
  }
}

function supersededText(ir: PolicyIr, clause: ClauseId): Bilingual {
  const { zh, en } = clauseNames(ir, clause);
  return { zh: `被 ${zh} 取代`, en: `superseded by ${en}` };
}

function undeterminedText(bounds: readonly [string, string] | undefined, open: readonly Bilingual[]): Bilingual {
  const zh = bounds === undefined ? '' : ` 在 ${bounds[0]} 至 ${bounds[1]}`;
  const en = bounds === undefined ? '' : ` between ${bounds[0]} and ${bounds[1]}`;
  const missing =
    open.length === 0
      ? { zh: '', en: '' }
      : { zh: ` 缺 ${open.map(({ zh }) => zh).join('、')}`, en: ` for ${open.map(({ en }) => en).join(', ')}` };
  return { zh: `待定${zh}${missing.zh}`, en: `undetermined${en}${missing.en}` };
}

function same(text: string): Bilingual {
  return { zh: text, en: text };
}

function endText(end: End): string {
  if (typeof end === 'string') return end === 'infinity' ? '∞' : '−∞';
  return grouped(displayText(end, 40));
}

/** Thousands in groups, decimals as they are. */
function grouped(text: DecimalText): string {
  const [whole = '0', decimals] = text.split('.');
  const groups = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}
