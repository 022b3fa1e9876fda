/** Redoes the arithmetic of an explanation from the document alone, with code of its own; says where a step does not follow. */
import type {
  ExplainedClause,
  ExplainedExpression,
  ExplainedNumber,
  ExplainedStep,
  Explanation,
} from '../../../runtime/explain/explanation.ts';

interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export function faults(explanation: Explanation): readonly string[] {
  return explanation.clauses.flatMap(clauseFaults);
}

function clauseFaults(clause: ExplainedClause): readonly string[] {
  const steps = [...clause.steps, ...clause.items.flatMap((item) => item.steps)];
  return steps.flatMap(stepFaults).map((fault) => `${clause.clause}: ${fault}`);
}

function stepFaults(step: ExplainedStep): readonly string[] {
  const inner = [step.expression, step.condition].flatMap((one) => (one === undefined ? [] : expressionFaults(one)));
  const nested = (step.steps ?? []).flatMap(stepFaults);
  const wrong =
    known(step.after) !== undefined &&
    expectedAfter(step) !== undefined &&
    !same(known(step.after)!, expectedAfter(step)!);
  return [...inner, ...nested, ...(wrong ? [`${step.kind} at line ${step.origin.line}`] : [])];
}

/** The amount after a line, where everything that enters it is known. */
function expectedAfter(step: ExplainedStep): Fraction | undefined {
  if (step.status === 'failed' || step.detail.decided !== undefined) return undefined;
  const before = known(step.before);
  const amount = known(numberOf(step.expression));
  if (step.kind === 'amount') return amount;
  if (before === undefined) return undefined;
  if (step.kind === 'cap') {
    const room = known(step.detail.room) ?? amount;
    return room === undefined ? undefined : least(before, room);
  }
  return undefined;
}

function expressionFaults(expression: ExplainedExpression): readonly string[] {
  const rows = (expression.rows ?? []).flatMap((row) => [
    ...(row.value === undefined ? [] : [row.value]),
    ...(row.bounds ?? []).map(({ edge }) => edge),
  ]);
  const inner = [...expression.operands, ...rows, ...(expression.years ?? []).map(({ of }) => of)].flatMap(
    expressionFaults,
  );
  const expected = rederive(expression);
  const found = answer(expression);
  const wrong =
    expected !== undefined &&
    found !== undefined &&
    (typeof expected === 'boolean' ? expected !== found : typeof found === 'boolean' || !same(expected, found));
  return wrong ? [...inner, `${expression.operation} at node ${expression.node}`] : inner;
}

function rederive(expression: ExplainedExpression): Fraction | boolean | undefined {
  const values = expression.operands.map((one) => known(numberOf(one)));
  const [a, b, c] = values;
  switch (expression.operation) {
    case 'add':
      return values.every((value) => value !== undefined) ? values.reduce(add) : undefined;
    case 'subtract':
      return a && b && add(a, negate(b));
    case 'multiply':
    case 'ceiling':
      return a && b && expression.source === undefined ? times(a, b) : undefined;
    case 'steps':
      return a && b && c && times({ n: (a.n * b.d) / (a.d * b.n), d: 1n }, c);
    case 'growth':
      return a && b && b.n > 0n ? times(add(a, negate(b)), { n: b.d, d: b.n }) : undefined;
    case 'rowCap':
      return a && b && least(a, b);
    case 'compare':
      return a && b && holds(expression.mode ?? '', a, b);
    case 'hasGrown':
      return a && b && holds('over', a, b);
    case 'switch':
      return a;
    default:
      return undefined;
  }
}

function holds(operator: string, a: Fraction, b: Fraction): boolean {
  const order = a.n * b.d - b.n * a.d;
  if (operator === 'over') return order > 0n;
  return operator === 'atLeast' ? order >= 0n : operator === 'under' ? order < 0n : order <= 0n;
}

function answer({ value }: ExplainedExpression): Fraction | boolean | undefined {
  if (value?.kind === 'truth') return value.truth === 'unknown' ? undefined : value.truth === 'true';
  return value?.kind === 'number' ? known(value) : undefined;
}

function numberOf(expression: ExplainedExpression | undefined): ExplainedNumber | undefined {
  return expression?.value?.kind === 'number' ? expression.value : undefined;
}

/** Of a ceiling, the ceiling; dates and open ends are left alone. */
function known(value: ExplainedNumber | undefined): Fraction | undefined {
  if (value === undefined || !/^-?\d+(?:\.\d+)?(?:\/\d+)?$/.test(value.hi)) return undefined;
  const isCeiling =
    value.causes.length > 0 && value.causes.every(({ kind }) => kind === 'discretion' || kind === 'budget');
  if (value.lo !== value.hi && !isCeiling) return undefined;
  const [n = '0', d = '1'] = value.hi.split('/');
  const decimals = n.split('.')[1] ?? '';
  return { n: BigInt(n.replace('.', '')), d: BigInt(d) * 10n ** BigInt(decimals.length) };
}

const add = (a: Fraction | undefined, b: Fraction | undefined): Fraction => ({
  n: a!.n * b!.d + b!.n * a!.d,
  d: a!.d * b!.d,
});
const negate = ({ n, d }: Fraction): Fraction => ({ n: -n, d });
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const least = (a: Fraction, b: Fraction): Fraction => (a.n * b.d <= b.n * a.d ? a : b);
const same = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d;
