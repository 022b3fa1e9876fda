import { expect, test } from 'vitest';
import { emitTypeScript } from '../../../compiler/emit/typescript/emit.ts';
import type { Expr, PolicyIr, Statement } from '../../../runtime/ir.ts';
import { compareEvaluators, shown } from '../../testing/differential.ts';
import { loadEmitted, noOrigins } from '../../testing/load-emitted.ts';
import { seeded } from '../../testing/random.ts';
import { randomInput } from '../../testing/random-input.ts';
import { randomIr } from '../../testing/random-ir.ts';
import { cachedRuntime, strictProblems } from '../../testing/strict-compiler.ts';

const money = { kind: 'money', currency: 'CNY' } as const;

/** One clause whose lines are all large: a long sum, many rows, a deep nest, many conditions, hundreds of lines. */
function largePolicy(): PolicyIr {
  let id = 1;
  const next = (): number => {
    id += 1;
    return id;
  };
  const literal = (value: string): Expr => ({ kind: 'literal', id: next(), type: money, value });
  const fact = (): Expr => ({ kind: 'fact', id: next(), type: money, field: 'rd', shift: 0 });
  const nest = (depth: number): Expr =>
    depth === 0 ? fact() : { kind: 'add', id: next(), type: money, operands: [nest(depth - 1), literal('0.01')] };
  const sum: Expr = {
    kind: 'add',
    id: next(),
    type: money,
    operands: Array.from({ length: 900 }, (_, index) => literal(String(index))),
  };
  const rows = Array.from({ length: 300 }, (_, index) => ({
    id: next(),
    test: { kind: 'bounds', bounds: [{ operator: 'over', edge: literal(String(index * 1000)) }] } as const,
    value: literal(String(index)),
  }));
  const choose: Expr = { kind: 'choose', id: next(), type: money, key: fact(), mode: 'hardest', rows };
  const conditions = Array.from(
    { length: 200 },
    (): Expr => ({
      kind: 'compare',
      id: next(),
      type: { kind: 'boolean' },
      operator: 'atLeast',
      left: fact(),
      right: literal('1'),
    }),
  );
  const add = (amount: Expr): Statement => ({ kind: 'adjust', id: next(), operation: 'add', amount });
  const statements: Statement[] = [
    {
      kind: 'when',
      id: next(),
      condition: { kind: 'logical', id: next(), type: { kind: 'boolean' }, operator: 'and', operands: conditions },
    },
    { kind: 'amount', id: next(), verb: 'grant', amount: sum, cutToCeiling: false },
    add(choose),
    add(nest(300)),
    ...Array.from({ length: 300 }, () => add(literal('1'))),
  ];
  const base = randomIr(seeded(1));
  const [clause] = base.clauses;
  if (clause === undefined) throw new Error('no clause to fill');
  const order = [{ kind: 'clause', id: clause.id } as const];
  // A plan's nodes would bear the numbers of the new lines.
  const { payment: _, ...filled } = clause;
  return {
    ...base,
    blocks: [],
    order,
    clauses: [{ ...filled, kind: 'grant', node: 1, reference: { kind: 'periodEnd' }, statements }],
  };
}

test('no function grows with what a drafter lists', async () => {
  const ir = largePolicy();
  const files = emitTypeScript(ir, noOrigins, { name: 'large', runtime: cachedRuntime });
  const evaluator = files.find((file) => file.path === 'large.ts')?.content ?? '';
  const functions = evaluator.split(/^function /m).slice(1);
  expect(functions.length).toBeGreaterThan(50);
  // V8 gives up on functions of more than 60 kB of bytecode; a line of ours makes a few dozen bytes.
  expect(Math.max(...functions.map((text) => text.split('\n').length))).toBeLessThan(700);
  expect(await strictProblems('strict-large', files)).toEqual([]);
});

test('a policy cut into many functions means the same', async () => {
  const ir = largePolicy();
  const assess = await loadEmitted(ir);
  for (let seed = 1; seed <= 20; seed += 1) {
    const difference = compareEvaluators(ir, assess, randomInput(ir, seeded(seed)));
    expect(difference, shown(difference)).toBeUndefined();
  }
});
