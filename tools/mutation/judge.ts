import { assessmentText } from '../../spec/testing/assessment-text.ts';
import { firstDifference } from '../../spec/testing/differential.ts';
import type { MutationCase } from './cases.ts';
import { ModuleGraph, withinTime } from './module-graph.ts';
import type { Mutant } from './mutants.ts';
import { RunRecorder, ran } from './reach.ts';
import { emittedAgrees, type Load, type Passed, tryExample, type Verdict } from './trial.ts';

export interface Judgement {
  readonly verdict: Verdict;
  /** The case that noticed; of a survivor one whose assessment differs in something that no expectation looks at, and where. */
  readonly by?: string;
}

/** An example that takes longer does not end, for all we care: none takes a tenth of this. Milliseconds. */
const longest = 2_000;

/** Tries mutants by the cases that run them, those first that lately noticed something in the same module. */
export class Judge {
  private readonly graph: ModuleGraph;
  private readonly cases: readonly MutationCase[];
  private readonly usual = new Map<MutationCase, Passed>();
  private readonly reaching: ReadonlyMap<Mutant, ReadonlySet<MutationCase>>;
  private readonly emittedRuns: ReadonlySet<string>;
  private readonly lately = new Map<string, MutationCase[]>();

  /** All cases must pass as things are. */
  constructor(
    root: string,
    given: ReadonlyMap<string, string>,
    cases: readonly MutationCase[],
    mutants: readonly Mutant[],
  ) {
    this.graph = new ModuleGraph(root, given);
    this.cases = cases;
    this.emittedRuns = this.graph.loadedBy(cases[0]!.emitted);
    this.reaching = this.reachOf(mutants, new ModuleGraph(root, given));
  }

  private reachOf(mutants: readonly Mutant[], graph: ModuleGraph): ReadonlyMap<Mutant, ReadonlySet<MutationCase>> {
    const found = new Map(mutants.map((mutant) => [mutant, new Set<MutationCase>()]));
    const files = new Set(mutants.map(({ file }) => file));
    const recorder = new RunRecorder();
    for (const one of this.cases) {
      const run = recorder.record(() => this.usual.set(one, mustPass(one, graph.instance()!)), files);
      for (const mutant of mutants) {
        const place = graph.placeInCode(mutant.file, mutant.runsFrom);
        if (place === undefined || ran(run.get(mutant.file) ?? [], place)) found.get(mutant)!.add(one);
      }
    }
    recorder.end();
    return found;
  }

  judge(mutant: Mutant): Judgement {
    const text = this.graph.text(mutant.file);
    const changed = text.slice(0, mutant.start) + mutant.after + text.slice(mutant.end);
    const load = this.graph.instance({ file: mutant.file, text: changed });
    if (load === undefined) return { verdict: 'an example failed', by: 'no module' };
    const order = this.orderFor(mutant.file);
    const reached = order.filter((one) => this.reaching.get(mutant)!.has(one));
    const { verdict, by } = this.tried(mutant, reached, load);
    if (by === undefined || verdict === 'passed') return { verdict, ...(by === undefined ? {} : { by: by.name }) };
    order.unshift(...order.splice(order.indexOf(by), 1));
    return { verdict, by: by.name };
  }

  private tried(
    { file }: Mutant,
    cases: readonly MutationCase[],
    load: Load,
  ): { readonly verdict: Verdict; readonly by?: MutationCase } {
    const passed = new Map<MutationCase, Passed>();
    for (const one of cases) {
      const result = withinTime(longest, () => tryExample(one, load));
      if (result === 'too long') return { verdict: result, by: one };
      if (result === undefined || this.saysOtherwise(one, result)) return { verdict: 'an example failed', by: one };
      passed.set(one, result);
    }
    for (const [one, result] of passed) {
      const agrees = this.emittedRuns.has(file)
        ? withinTime(longest, () => emittedAgrees(one, result, load))
        : firstDifference(result.alone, this.usual.get(one)!.alone) === undefined;
      if (agrees === 'too long') return { verdict: agrees, by: one };
      if (!agrees) return { verdict: 'the two evaluators differ', by: one };
    }
    const unnoticed = cases.find((one) =>
      firstDifference(passed.get(one)!.assessment, this.usual.get(one)!.assessment),
    );
    return { verdict: 'passed', ...(unnoticed === undefined ? {} : { by: unnoticed }) };
  }

  private saysOtherwise(one: MutationCase, { assessment }: Passed): boolean {
    return one.isKept && assessmentText('', assessment) !== assessmentText('', this.usual.get(one)!.assessment);
  }

  private orderFor(file: string): MutationCase[] {
    const order = this.lately.get(file) ?? [...this.cases];
    this.lately.set(file, order);
    return order;
  }
}

function mustPass(one: MutationCase, load: Load): Passed {
  const passed = tryExample(one, load);
  if (passed === undefined || !emittedAgrees(one, passed, load)) throw new Error(`${one.name} does not pass as it is`);
  return passed;
}
