/** Ten thousand clauses of which ten apply: how long one assessment takes. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EvaluationInput } from '../../runtime/input.ts';
import { periodOfYear } from '../../runtime/period.ts';
import { guardedCount } from '../build-emitted.ts';
import { seeded } from '../companies/random.ts';
import { contest, type Standing } from '../measure/contest.ts';
import { sectors, sizes } from '../policies/many-clauses.ts';
import { builtFolder, type EmittedPolicy } from '../rows/jieti/emitted.ts';
import type { Settings } from './settings.ts';

export async function measureGuarded(settings: Settings): Promise<Standing> {
  const { assess } = (await import(pathToFileURL(join(builtFolder(), 'guarded.mjs')).href)) as EmittedPolicy;
  const random = seeded(settings.seed);
  const inputs = Array.from({ length: 200 }, () => inputOf(1 + random.below(sectors), 1 + random.below(sizes)));
  const expected = guardedCount / (sectors * sizes);
  const granted = assess(inputs[0]!).clauses.filter(({ outcome }) => outcome.kind === 'granted').length;
  if (granted !== expected) throw new Error(`${granted} clauses grant, not ${expected}`);
  const [standing] = await contest(
    [{ id: 'guarded', work: 1, run: (from) => assess(inputs[from % inputs.length]!) }],
    settings,
  );
  return standing!;
}

function inputOf(sector: number, size: number): EvaluationInput {
  const values = new Map([
    ['sector', { options: [`s${sector}`] }],
    ['size', { options: [`g${size}`] }],
    ['revenue@2024', { number: '1000000.00' }],
  ]);
  return {
    facts: { subject: 'company', values, lists: new Map() },
    period: periodOfYear(2024),
    decisions: [],
    readings: {},
  };
}
