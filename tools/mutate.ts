/**
 * Changes the meaning of the interpreter in one small place after another and looks whether some case of the language notices:
 * `npm run mutate`. What nobody notices is listed; the exit code is 1 then.
 */
import { fileURLToPath } from 'node:url';
import { casesOf } from './mutation/cases.ts';
import { changeOf, type EquivalentMutant, equivalentMutants, isEquivalent } from './mutation/equivalent-mutants.ts';
import { Judge, type Judgement } from './mutation/judge.ts';
import { modulesWithMeaning } from './mutation/modules.ts';
import { type Mutant, mutantsOf } from './mutation/mutants.ts';
import { sourceTrees } from './mutation/source-trees.ts';
import { toolOptions } from './tool-options.ts';

const usage = `npm run mutate -- [options]: breaks the interpreter in one small place after another, and lists what no case notices

  --only PARTS  modules whose path holds one of the parts (commas between)
  --sample N    every N-th mutant
  --all         also those known to be equivalent
  --by          which case noticed what
  --compared    also what the emitted evaluator alone noticed

Ends with 1 where something goes unnoticed.
`;

export interface MutationRun {
  readonly mutants: number;
  /** Known to be equivalent, and not tried. */
  readonly equivalent: number;
  readonly tried: number;
  readonly survivors: readonly Mutant[];
  /** Noticed by no example, but by the emitted evaluator, which no longer agrees. */
  readonly byComparison: readonly Mutant[];
  /** Entries of the list of equivalent mutants that fit none. Empty unless all modules are looked at. */
  readonly stale: readonly EquivalentMutant[];
}

export interface MutationOptions {
  readonly only?: string;
  readonly sample?: number;
  readonly all?: boolean;
  readonly told?: (mutant: Mutant, judgement: Judgement) => void;
}

export function mutate(root: string, { only = '', sample = 1, all = false, told }: MutationOptions): MutationRun {
  const mutants = allMutants(root, only);
  const tried = mutants
    .filter((mutant) => all || !equivalentMutants.some((one) => isEquivalent(one, mutant)))
    .filter((_, index) => index % sample === 0);
  const given = new Map<string, string>();
  const judge = new Judge(root, given, casesOf(root, given), tried);
  const survivors: Mutant[] = [];
  const byComparison: Mutant[] = [];
  for (const mutant of tried) {
    const judgement = judge.judge(mutant);
    if (judgement.verdict === 'passed') survivors.push(mutant);
    if (judgement.verdict === 'the two evaluators differ') byComparison.push(mutant);
    told?.(mutant, judgement);
  }
  const equivalent = all
    ? 0
    : mutants.filter((one) => equivalentMutants.some((known) => isEquivalent(known, one))).length;
  const stale = only === '' ? staleEntries(mutants) : [];
  return { mutants: mutants.length, equivalent, tried: tried.length, survivors, byComparison, stale };
}

/** Of the modules whose path holds one of the parts. */
export function allMutants(root: string, only = ''): readonly Mutant[] {
  const parts = only.split(',');
  const files = modulesWithMeaning(root).filter((file) => parts.some((part) => file.includes(part)));
  return [...sourceTrees(root, files)].flatMap(([file, tree]) => mutantsOf(file, tree));
}

/** Entries of the list of equivalent mutants that fit none of these. */
export function staleEntries(mutants: readonly Mutant[]): readonly EquivalentMutant[] {
  return equivalentMutants.filter((one) => !mutants.some((mutant) => isEquivalent(one, mutant)));
}

function shownMutant(mutant: Mutant): string {
  const { file, line, within, nth, inLine } = mutant;
  return `${file}:${line} ${within}: ${changeOf(mutant)} [${nth}] in: ${inLine}`;
}

function shownJudgement(mutant: Mutant, { verdict, by }: Judgement): string {
  if (verdict !== 'passed') return `${verdict}: ${shownMutant(mutant)} (${by})\n`;
  return `survived: ${shownMutant(mutant)}\n${by === undefined ? '' : `    though an assessment changes: ${by}\n`}`;
}

function main(): void {
  const values = toolOptions(usage, {
    only: { type: 'string' },
    sample: { type: 'string' },
    all: { type: 'boolean' },
    by: { type: 'boolean' },
    compared: { type: 'boolean' },
  });
  const run = mutate(fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, ''), {
    ...(values.only === undefined ? {} : { only: values.only }),
    ...(values.sample === undefined ? {} : { sample: Number(values.sample) }),
    ...(values.all === undefined ? {} : { all: values.all }),
    told: (mutant, judgement) => {
      const { verdict } = judgement;
      const isTold = values.by || verdict === 'passed' || (values.compared && verdict === 'the two evaluators differ');
      if (isTold) process.stdout.write(shownJudgement(mutant, judgement));
    },
  });
  for (const { file, within, change } of run.stale)
    process.stdout.write(`no such mutant: ${file} ${within}: ${change}\n`);
  process.stdout.write(`${summary(run)}\n`);
  if (run.survivors.length + run.stale.length > 0) process.exitCode = 1;
}

function summary({ mutants, tried, equivalent, survivors, byComparison }: MutationRun): string {
  const killed = tried - survivors.length;
  return [
    `${mutants} mutants, ${tried} tried`,
    `${killed} killed (${byComparison.length} of them by the emitted evaluator alone)`,
    `${equivalent} equivalent`,
    `${survivors.length} survived`,
  ].join('; ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
