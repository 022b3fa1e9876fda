import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { differencesFromTrace } from '../../../runtime/columnar/differences-from-trace.ts';
import { cellText } from '../../../runtime/columnar/exact-cells.ts';
import { outcomeCodes } from '../../../runtime/columnar/layout.ts';

import { planSteps } from '../../../runtime/columnar/step-plan.ts';
import { stepObjects, stepsJson, stepsText } from '../../../runtime/columnar/steps.ts';
import type { ToldClause } from '../../../runtime/columnar/told-clause.ts';
import type { PlainStep } from '../../../runtime/columnar/told-steps.ts';
import type { TraceSource } from '../../../runtime/columnar/trace-layout.ts';
import { hasRun, numberAt, rowPlace, slotReading, type TracedRow } from '../../../runtime/columnar/trace-reading.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import { shown } from '../../testing/differential.ts';
import { projectRoot } from '../../testing/golden.ts';
import { literalsOf } from '../../testing/policy-literals.ts';
import { seeded } from '../../testing/random.ts';
import { randomKnownInput } from '../../testing/random-known-input.ts';
import { compareTraced, type LoadedTraced, loadTraced, traceEach } from '../../testing/traced-differential.ts';

/** How many assessments are compared; more on demand: JIETI_CASES=1000000. */
const cases = Number(process.env.JIETI_CASES ?? 400);

async function tracedPolicy(path: string) {
  const file = join(projectRoot, path);
  const { ir, origins } = compile({ file: path, text: readFileSync(file, 'utf8') });
  if (ir === undefined || origins === undefined) throw new Error(`${path} does not compile`);
  const loaded = await loadTraced(ir);
  if ('reasons' in loaded) throw new Error(shown(loaded.reasons));
  return { loaded, plan: planSteps(ir, origins, loaded.layout, loaded.trace) };
}

function* inputs(loaded: LoadedTraced, seed: number, count: number) {
  const literals = literalsOf(loaded.ir);
  for (let index = 0; index < count; index += 1)
    yield randomKnownInput(loaded.ir, loaded.layout, seeded(seed + index), literals);
}

test.each([
  'bench/policies/five-clauses.policy',
  'policies/xiamen-ai-2023/xiamen-ai-2023.policy',
  'policies/haicang-leap-2020/haicang-leap-2020.policy',
  'policies/singapore-eis-2024/singapore-eis-2024.policy',
])('what %s records is what the interpreter meets', async (path) => {
  const { loaded } = await tracedPolicy(path);
  const { rows, recorded, differences } = compareTraced(loaded, inputs(loaded, 7, cases));
  expect(shown(differences.slice(0, 3))).toBe('[]');
  expect(rows).toBeGreaterThan(cases / 4);
  expect(recorded.size).toBeGreaterThan(loaded.trace.slots.length / 2);
});

interface JsonStep {
  readonly node: number;
  readonly value?: unknown;
  readonly lo?: string;
  readonly hi?: string;
}

/** What JSON tells of a step that an object holds. */
function asJson({ node, form, first, second }: PlainStep): JsonStep {
  if (typeof first === 'boolean') return { node, value: first };
  if (Number.isNaN(first)) return { node, value: null };
  if (form.kind === 'number' || form.kind === 'range') {
    const text = cellText(form.denominator);
    return { node, lo: text(first), hi: text(second ?? first) };
  }
  return { node };
}

test.each(['bench/policies/five-clauses.policy', 'policies/xiamen-ai-2023/xiamen-ai-2023.policy'])(
  'steps of %s tell the same as objects, text and JSON',
  async (path) => {
    const { loaded, plan } = await tracedPolicy(path);
    let told = 0;
    traceEach(loaded, inputs(loaded, 3, 40), (traced) => {
      const objects = stepObjects(plan, traced);
      const json = JSON.parse(stepsJson(plan, traced)) as {
        readonly clauses: readonly { readonly steps: readonly JsonStep[] }[];
      };
      expect(json.clauses.map(({ steps }) => steps.length)).toEqual(objects.map(({ steps }) => steps.length));
      objects.forEach((told, clause) => {
        told.toJSON().steps.forEach((step, index) => {
          expect(json.clauses[clause]!.steps[index]).toMatchObject(asJson(step));
        });
      });
      const items = objects.flatMap((clause) => clause.items.flat());
      const labelled = [...objects, ...items].flatMap(({ steps }) => steps.filter(({ label }) => label !== undefined));
      const lines = labelled.length + objects.length + items.length;
      expect(stepsText(plan, traced, 'zh').trimEnd().split('\n')).toHaveLength(lines);
      told += labelled.length;
    });
    expect(told).toBeGreaterThan(100);
  },
);

/** Another number in the cell that tells it, or the other bit; gives what puts it back. */
function falsified(source: TraceSource, { trace, columns, row }: TracedRow): () => void {
  if (source.in === 'code') throw new Error('no cell tells it');
  const { facts, parameters } = columns;
  const columnsOf = source.in === 'fact' ? facts : parameters;
  const isOwn = source.in === 'trace' || source.in === 'mark';
  const cells = isOwn ? trace.row : columnsOf[source.at]!;
  const at = isOwn ? source.at : source.in === 'fact' ? row : 0;
  const before = cells[at]!;
  cells[at] = source.in === 'mark' ? before ^ source.mask : before + 1;
  return () => {
    cells[at] = before;
  };
}

test('a recorded value that the interpreter did not meet is told', async () => {
  const { loaded } = await tracedPolicy('bench/policies/five-clauses.policy');
  const { ir, layout, trace } = loaded;
  const unnoticed: number[] = [];
  const falsifiedIn = new Set<string>();
  traceEach(loaded, inputs(loaded, 11, 20), (traced, input) => {
    const assessment = evaluate(ir, input);
    const place = rowPlace(traced);
    for (const slot of trace.slots) {
      const reading = slotReading(slot);
      if (!hasRun(reading, place) || Number.isNaN(numberAt(reading.first, place))) continue;
      const restore = falsified(slot.first, traced);
      if (differencesFromTrace(assessment, layout, trace, traced).every(({ node }) => node !== slot.node))
        unnoticed.push(slot.node);
      restore();
      falsifiedIn.add(slot.first.in);
    }
  });
  expect([...falsifiedIn].sort()).toEqual(['fact', 'mark', 'parameter', 'trace']);
  expect(unnoticed).toEqual([]);
});

test('steps name every outcome by its own word', async () => {
  const { loaded, plan } = await tracedPolicy('bench/policies/five-clauses.policy');
  const heads = new Set<string>();
  traceEach(loaded, inputs(loaded, 5, 5), (traced) => {
    const { status } = traced.outcomes.clauses[0]!;
    for (let code = 0; code < outcomeCodes.length; code += 1) {
      status[traced.row] = code;
      heads.add(
        `${code} ${stepsText(plan, traced, 'en')
          .split('\n')[0]!
          .replace(/[\d,.]+ CNY/u, 'N')}`,
      );
    }
  });
  const words = ['not met', 'N', 'N', 'undetermined', 'out of force', 'superseded by another clause', 'no amount'];
  expect([...heads]).toEqual(words.map((word, code) => `${code} voucher  ${word}`));
});

test('of rows that are not assessed nothing is told, whatever the cells held before', async () => {
  const { loaded, plan } = await tracedPolicy('bench/policies/five-clauses.policy');
  let told = 0;
  traceEach(loaded, inputs(loaded, 9, 3), (traced) => {
    const { columns, outcomes, trace } = traced;
    const count = () => stepObjects(plan, traced).reduce((sum, { steps }) => sum + steps.length, 0);
    told += count();
    columns.general[0] = 1;
    loaded.assess(columns, outcomes, trace, 0, 1);
    expect(count()).toBe(0);
    columns.general[0] = 0;
    loaded.assess(columns, outcomes, trace, 0, 1);
    expect(count()).toBeGreaterThan(0);
    loaded.assess({ ...columns, year: 1999 }, outcomes, trace, 0, 1);
    expect(count()).toBe(0);
  });
  expect(told).toBeGreaterThan(0);
});

test('kept objects stay as they were when the cells are used again, and are the same by themselves and over JSON', async () => {
  const { loaded, plan } = await tracedPolicy('policies/xiamen-ai-2023/xiamen-ai-2023.policy');
  const kept: { readonly told: readonly ToldClause[]; readonly json: string; readonly steps: number }[] = [];
  traceEach(loaded, inputs(loaded, 21, 30), (traced) => {
    const told = stepObjects(plan, traced);
    kept.push({ told, json: JSON.stringify(told), steps: told.reduce((sum, { steps }) => sum + steps.length, 0) });
  });
  expect(new Set(kept.map(({ json }) => json)).size).toBeGreaterThan(10);
  for (const { told, json, steps } of kept) {
    expect(JSON.stringify(told)).toBe(json);
    const plain = told.map((clause) => clause.toJSON());
    expect(structuredClone(plain)).toEqual(plain);
    expect(plain.reduce((sum, clause) => sum + clause.steps.length, 0)).toBe(steps);
    told.forEach((clause, index) => {
      expect(clause.steps.map((step) => clause.first(step))).toEqual(
        plain[index]!.steps.map(({ first }) => Number(first)),
      );
    });
  }
});
