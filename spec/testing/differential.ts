import type { Assessment } from '../../runtime/assessment.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import type { EvaluationInput } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';

/** Where two assessments part: `clauses[2].frame.values[17].hi.n`. */
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
    '',
  );
}

/** An evaluator that throws agrees with no other. */
function outcomeOf(run: () => Assessment): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? { thrown: error.stack, unique: {} } : { thrown: String(error) };
  }
}

/** Depth first; `undefined` properties are as absent ones, the order of map keys does not matter. */
export function firstDifference(a: unknown, b: unknown, path: string): Difference | undefined {
  if (Object.is(a, b)) return isThrown(a) ? { path, interpreted: a, emitted: b } : undefined;
  if (a instanceof Map && b instanceof Map) return differenceOfMaps(a, b, path);
  if (Array.isArray(a) && Array.isArray(b)) return differenceOfArrays(a, b, path);
  if (isRecord(a) && isRecord(b) && !Array.isArray(a) && !Array.isArray(b)) {
    if (isThrown(a) || isThrown(b)) return { path, interpreted: a, emitted: b };
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const found = firstDifference(a[key], b[key], path === '' ? key : `${path}.${key}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return { path, interpreted: a, emitted: b };
}

function isThrown(value: unknown): boolean {
  return isRecord(value) && 'thrown' in value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Map);
}

function differenceOfMaps(
  a: ReadonlyMap<unknown, unknown>,
  b: ReadonlyMap<unknown, unknown>,
  path: string,
): Difference | undefined {
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const found = firstDifference(a.get(key), b.get(key), `${path}[${String(key)}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function differenceOfArrays(a: readonly unknown[], b: readonly unknown[], path: string): Difference | undefined {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const found = firstDifference(a[index], b[index], `${path}[${index}]`);
    if (found !== undefined) return found;
  }
  return undefined;
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
