/**
 * Changes the meaning of the interpreter in one small place after another and looks whether some case of the language notices:
 * `npm run mutate`. What nobody notices is listed; the exit code is 1 then. Options: `--only PART` modules whose path holds PART,
 * `--sample N` every N-th mutant, `--all` also those known to be equivalent, `--by` which case noticed.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { casesOf, type MutationCase } from './mutation/cases.ts';
import { type EquivalentMutant, equivalentMutants } from './mutation/equivalent-mutants.ts';
import { ModuleGraph, withinTime } from './mutation/module-graph.ts';
import { modulesWithMeaning } from './mutation/modules.ts';
import { type Mutant, mutantsOf } from './mutation/mutants.ts';
import { type Reach, reachOf } from './mutation/reach.ts';
import { sourceTrees } from './mutation/source-trees.ts';
import { tryComparison, tryExamples, type Verdict } from './mutation/trial.ts';

/** A case that takes longer does not end, for all we care: none takes a tenth of this. */
const longest = 2_000;

export interface MutationRun {
  readonly tried: number;
  readonly survivors: readonly Mutant[];
  /** Noticed by no example, but by the emitted evaluator, which no longer agrees. */
  readonly byComparison: readonly Mutant[];
  /** Entries of the list of equivalent mutants that fit none. Empty unless all mutants are looked at. */
  readonly stale: readonly EquivalentMutant[];
}

export interface MutationOptions {
  readonly only?: string;
  readonly sample?: number;
  readonly all?: boolean;
  readonly told?: (mutant: Mutant, verdict: Verdict | 'too long', by: string) => void;
}

export function mutate(root: string, { only = '', sample = 1, all = false, told }: MutationOptions): MutationRun {
  const files = modulesWithMeaning(root).filter((file) => file.includes(only));
  const given = new Map<string, string>();
  const cases = casesOf(root, given);
  const graph = new ModuleGraph(root, given);
  const mutants = [...sourceTrees(root, files)].flatMap(([file, tree]) => mutantsOf(file, tree));
  const chosen = mutants
    .filter((_, index) => index % sample === 0)
    .filter((mutant) => all || !equivalentMutants.some((one) => isSame(one, mutant)));
  const survivors: Mutant[] = [];
  const byComparison: Mutant[] = [];
  const reaches = new Map(cases.map((one) => [one, reachOf(() => tryBoth(one, graph.instance()!))]));
  for (const mutant of chosen) {
    const { verdict, by } = judged(mutant, graph, orderFor(mutant, cases), reaches);
    if (verdict === 'passed') survivors.push(mutant);
    if (verdict === 'the two evaluators differ') byComparison.push(mutant);
    told?.(mutant, verdict, by);
  }
  const stale = only === '' ? equivalentMutants.filter((one) => !mutants.some((mutant) => isSame(one, mutant))) : [];
  return { tried: chosen.length, survivors, byComparison, stale };
}

function isSame(one: EquivalentMutant, { file, within, before, after, nth }: Mutant): boolean {
  const isThere = one.file === file && one.within === within && (one.nth === undefined || one.nth === nth);
  return isThere && one.before === before && one.after === after;
}

interface Judgement {
  readonly verdict: Verdict | 'too long';
  readonly by: string;
}

/** The cases by how lately they noticed something in a module: mostly the next change to it is noticed by the same. */
const lately = new Map<string, MutationCase[]>();

function orderFor({ file }: Mutant, cases: readonly MutationCase[]): MutationCase[] {
  const order = lately.get(file) ?? [...cases];
  lately.set(file, order);
  return order;
}

function tryBoth(one: MutationCase, load: (file: string) => Record<string, unknown>): void {
  if (tryExamples(one, load) !== 'passed' || tryComparison(one, load) !== 'passed')
    throw new Error(`${one.file} does not pass as it is`);
}

function judged(
  mutant: Mutant,
  graph: ModuleGraph,
  order: MutationCase[],
  reaches: ReadonlyMap<MutationCase, Reach>,
): Judgement {
  const text = graph.text(mutant.file);
  const load = graph.instance({
    file: mutant.file,
    text: text.slice(0, mutant.start) + mutant.after + text.slice(mutant.end),
  });
  if (load === undefined) return { verdict: 'an example failed', by: 'no module' };
  const reaching = order.filter((one) => mayReach(mutant, reaches.get(one)!));
  for (const look of [tryExamples, tryComparison])
    for (const one of reaching) {
      const verdict = withinTime(longest, () => look(one, load));
      if (verdict === 'passed') continue;
      order.unshift(...order.splice(order.indexOf(one), 1));
      return { verdict, by: one.file };
    }
  return { verdict: 'passed', by: '' };
}

/** Whether a case runs the function that holds a mutant; what stands outside of functions runs always. */
function mayReach({ file, within, inFunction }: Mutant, reach: Reach): boolean {
  return !inFunction || reach.get(file)?.has(within) === true;
}

export function shownMutant({ file, line, within, before, after }: Mutant): string {
  const folded = (text: string) => text.replace(/\s+/g, ' ').slice(0, 80);
  return `${file}:${line} ${within}: ${folded(before)} → ${folded(after)}`;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      sample: { type: 'string' },
      all: { type: 'boolean' },
      by: { type: 'boolean' },
      compared: { type: 'boolean' },
    },
  });
  const run = mutate(fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, ''), {
    ...(values.only === undefined ? {} : { only: values.only }),
    ...(values.sample === undefined ? {} : { sample: Number(values.sample) }),
    ...(values.all === undefined ? {} : { all: values.all }),
    told: (mutant, verdict, by) => {
      if (values.by) process.stdout.write(`${verdict}: ${shownMutant(mutant)} (${by})\n`);
      else if (verdict === 'passed') process.stdout.write(`survived: ${shownMutant(mutant)}\n`);
      else if (verdict === 'the two evaluators differ' && values.compared)
        process.stdout.write(`compared: ${shownMutant(mutant)}\n`);
    },
  });
  for (const { file, within, before, after } of run.stale)
    process.stdout.write(`no such mutant: ${file} ${within}: ${before} → ${after}\n`);
  const { tried, survivors, byComparison, stale } = run;
  process.stdout.write(
    `${tried} mutants, ${survivors.length} survived, ${byComparison.length} noticed by the emitted evaluator alone\n`,
  );
  if (survivors.length + stale.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
