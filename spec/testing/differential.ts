import type { Assessment } from '../../runtime/assessment.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import type { EvaluationInput } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';

/** Where two assessments part: `.clauses.2.frame.values[17].hi.n`. */
export interface Difference {
  readonly path: string;
  readonly interpreted: unknown;
  readonly emitted: unknown;
}

/** Runs one input through the interpreter and an emitted evaluator; all of both assessments must be the same, frames included. */
export function compareEvaluators(
  ir: PolicyIr,
  emitted: (input: EvaluationInput) => Assessment,
  input: EvaluationInput,
): Difference | undefined {
  return firstDifference(
    outcomeOf(() => evaluate(ir, input)),
    outcomeOf(() => emitted(input)),
  );
}

/** An evaluator that throws agrees with no other. */
function outcomeOf(run: () => Assessment): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? { thrown: error.stack ?? error.message } : { thrown: String(error) };
  }
}

/** Depth first; `undefined` properties are as absent ones, the order of map keys does not matter. Paths are made on the way back alone. */
export function firstDifference(a: unknown, b: unknown): Difference | undefined {
  if (a === b) return undefined;
  if (a instanceof Map && b instanceof Map) return differenceOfMaps(a, b);
  const comparable = isRecord(a) && isRecord(b) && Array.isArray(a) === Array.isArray(b);
  if (comparable && a.thrown === undefined && b.thrown === undefined) return differenceOfRecords(a, b);
  return { path: '', interpreted: a, emitted: b };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Map);
}

function differenceOfMaps(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): Difference | undefined {
  for (const [key, value] of a) {
    const found = firstDifference(value, b.get(key));
    if (found !== undefined) return within(`[${String(key)}]`, found);
  }
  for (const [key, value] of b) {
    if (!a.has(key)) return { path: `[${String(key)}]`, interpreted: undefined, emitted: value };
  }
  return undefined;
}

/** Of objects and arrays. */
function differenceOfRecords(a: Record<string, unknown>, b: Record<string, unknown>): Difference | undefined {
  for (const key of Object.keys(a)) {
    const found = firstDifference(a[key], b[key]);
    if (found !== undefined) return within(`.${key}`, found);
  }
  for (const key of Object.keys(b)) {
    if (b[key] !== undefined && !Object.hasOwn(a, key))
      return { path: `.${key}`, interpreted: undefined, emitted: b[key] };
  }
  return undefined;
}

function within(step: string, found: Difference): Difference {
  return { ...found, path: step + found.path };
}

/** For a failing test's message. */
export function shown(value: unknown): string {
  return (
    JSON.stringify(
      value,
      (_key, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one instanceof Map ? [...one] : one),
      1,
    ) ?? String(value)
  );
}
