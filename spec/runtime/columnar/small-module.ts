/** A fixture: `small.policy` and the columnar code of it, written by hand, so that what fills and reads columns is tested apart from the emitter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../../compiler/compile.ts';
import type { ColumnarModule } from '../../../runtime/columnar/columnar-module.ts';
import type { ColumnarCode, ColumnarLayout, FactColumn } from '../../../runtime/columnar/layout.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import type { Origins } from '../../../runtime/origins.ts';

const compiled = compile({
  file: 'small.policy',
  text: readFileSync(join(import.meta.dirname, 'small.policy'), 'utf8'),
});
if (compiled.ir === undefined || compiled.origins === undefined) throw new Error('small.policy does not compile');
export const ir: PolicyIr = compiled.ir;
export const origins: Origins = compiled.origins;

/** In fen; small enough that 50% of it, and the sum of a few, are exact. */
const high = 10 ** 13;
const fen = { kind: 'number', scale: 2, low: 0, high } as const;
const truth = { kind: 'truth' } as const;
const costs = (shift: number): FactColumn => ({ field: 'costs', shift, form: fen, since: 'founded_on' });

const layout: ColumnarLayout = {
  policy: 'small',
  readings: {},
  parameters: [{ field: 'share', shift: 0, form: { kind: 'number', scale: 4, low: 0, high: 10_000 } }],
  facts: [
    { field: 'qualified', shift: 0, form: truth },
    costs(0),
    costs(-1),
    { field: 'other_aid', shift: 0, form: fen },
    { field: 'sectors', shift: 0, form: { kind: 'options', options: ['ai', 'software', 'robots'] } },
  ],
  history: [{ clause: 'general_aid', window: { kind: 'ever' }, asks: 'paid', scale: 2, high }],
  lists: [
    {
      list: 'project',
      most: 3,
      facts: [
        { field: 'invested', shift: 0, form: fen },
        { field: 'key_project', shift: 0, form: truth },
      ],
      history: [{ clause: 'projects', window: { kind: 'ever' }, asks: 'awarded', scale: 0, high: 1 }],
    },
  ],
  outcomes: [
    { clause: 'general_aid', kind: 'grant', currency: 'CNY', denominator: 100 },
    { clause: 'projects', kind: 'grant', currency: 'CNY', denominator: 100, list: 'project' },
  ],
};

const assess: ColumnarCode = (columns, outcomes, from, to) => {
  const share = columns.parameters[0]![0]!;
  const [qualified, now, before, aid, sectors] = columns.facts as readonly [
    Uint8Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Uint32Array,
  ];
  const paid = columns.history[0]! as Float64Array;
  const { offsets, facts, history } = columns.lists[0]!;
  const [invested, isKey] = facts as readonly [Float64Array, Uint8Array];
  const had = history[0]! as Uint8Array;
  const aidOutcome = outcomes.clauses[0]!;
  const projects = outcomes.clauses[1]!;
  const items = projects.items!;
  for (let row = from; row < to; row += 1) {
    if (columns.general[row] !== 0) continue;
    if (columns.year < 2020 || columns.year > 2030) {
      aidOutcome.status[row] = 4;
      projects.status[row] = 4;
      items.status.fill(255, offsets[row], offsets[row + 1]);
      continue;
    }
    const ends = columns.answered[row] === 1 ? 1 : 2;
    const chosen = sectors[row]!;
    const rate = (chosen & 1) !== 0 ? Math.max(share, (chosen & 2) !== 0 ? 2000 : 0) : (chosen & 2) !== 0 ? 2000 : -1;
    if (qualified[row] !== 1 || !(now[row]! > before[row]!) || rate < 0) {
      aidOutcome.status[row] = 0;
      aidOutcome.low[row] = 0;
      aidOutcome.high[row] = 0;
    } else {
      // Whole fen of costs × rate, apart so that the product stays below 2^53; taking whole fen off keeps the fraction.
      const whole = Math.floor(now[row]! / 10_000);
      const product = whole * rate + Math.floor(((now[row]! - whole * 10_000) * rate) / 10_000);
      const less = Number.isNaN(aid[row]!) ? product : Math.max(0, product - aid[row]!);
      const isFraction = ((now[row]! - whole * 10_000) * rate) % 10_000 !== 0;
      const room = Math.max(0, 30_000_000 - paid[row]!);
      const amount = Math.min(less, room);
      const isZero = amount === 0 && (room === 0 || !isFraction || product < aid[row]!);
      aidOutcome.status[row] = isZero ? 1 : ends;
      aidOutcome.high[row] = amount;
      aidOutcome.low[row] = ends === 1 ? amount : 0;
    }
    let total = 0;
    let granted = 0;
    for (let item = offsets[row]!; item < offsets[row + 1]!; item += 1) {
      const met = isKey[item] === 1 && invested[item]! >= 100_000_000 && had[item] === 0;
      const amount = met ? Math.floor(invested[item]! / 10) : 0;
      items.status[item] = met ? ends : 0;
      items.high[item] = amount;
      items.low[item] = ends === 1 ? amount : 0;
      total += amount;
      if (met) granted += 1;
    }
    projects.status[row] = granted === 0 ? 0 : ends;
    projects.high[row] = total;
    projects.low[row] = ends === 1 ? total : 0;
  }
};

export const small: ColumnarModule = { ir, layout, assess };
