/**
 * The evaluators of one policy held against each other, case by case: the interpreter says what is meant; emitted code must give the same assessment with all
 * of its frames, from which every explanation is told; columns must give the same amounts, and record nothing that the interpreter did not meet.
 */
import type { Choices } from '../../compiler/emit/columnar/specialise.ts';
import type { Assessment } from '../../runtime/assessment.ts';
import { differencesFromTrace } from '../../runtime/columnar/differences-from-trace.ts';
import type { GeneralReason, GeneralRow } from '../../runtime/columnar/general-row.ts';
import { newOutcomes, roomForOutcomes } from '../../runtime/columnar/new-outcomes.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import type { EvaluationInput } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import {
  type ColumnarDifference,
  columnarDifferences,
  type LoadedColumnar,
  loadColumnar,
} from './columnar-differential.ts';
import { firstDifference, shown } from './differential.ts';
import { type EmittedAssess, loadEmitted } from './load-emitted.ts';
import { literalsOf } from './policy-literals.ts';
import { seeded } from './random.ts';
import { randomInput } from './random-input.ts';
import { randomKnownInput } from './random-known-input.ts';
import { type EdgeCounts, edgeCounter, joinedCounts } from './range-edges.ts';
import { type LoadedTraced, loadTraced, rowTracer } from './traced-differential.ts';

export interface Agreement {
  readonly cases: number;
  /** Cases that columns held. */
  readonly rows: number;
  /** Why the others were left to the general evaluator. */
  readonly general: ReadonlyMap<GeneralReason, number>;
  /** How many cases stood at each edge of each numeric column, and just beyond. */
  readonly edges: EdgeCounts;
  /** Each with the number of its case. */
  readonly differences: readonly string[];
}

/** Of several stretches of cases. */
export function joinedAgreements(parts: readonly Agreement[]): Agreement {
  const general = new Map<GeneralReason, number>();
  for (const part of parts)
    for (const [reason, count] of part.general) general.set(reason, (general.get(reason) ?? 0) + count);
  const total = (of: 'cases' | 'rows'): number => parts.reduce((sum, part) => sum + part[of], 0);
  return {
    cases: total('cases'),
    rows: total('rows'),
    general,
    edges: joinedCounts(parts.map(({ edges }) => edges)),
    differences: parts.flatMap(({ differences }) => differences),
  };
}

/** Holds `count` cases from the one numbered `first` on against each other; the same number is the same case always. */
export type Agreeing = (first: number, count: number) => Agreement;

/** The code over columns in both forms, of one policy under one choice of readings. */
export interface BothColumns {
  readonly plain: LoadedColumnar;
  readonly traced: LoadedTraced;
}

/** undefined where columns do not hold the policy. */
export async function bothColumns(ir: PolicyIr, readings: Choices = {}): Promise<BothColumns | undefined> {
  const plain = await loadColumnar(ir, readings);
  const traced = await loadTraced(ir, readings);
  return 'reasons' in plain || 'reasons' in traced ? undefined : { plain, traced };
}

/** `columns`: of just this policy; without them the emitted evaluator alone is held against the interpreter. */
export async function agreementOf(ir: PolicyIr, columns?: BothColumns): Promise<Agreeing> {
  const held = await holding(ir, columns);
  const literals = literalsOf(ir);
  const inputOf = (number: number): EvaluationInput => {
    const random = seeded(number);
    // Riddled cases among known ones: three-valued meaning is what they try.
    return columns === undefined || number % 4 === 0
      ? randomInput(ir, random, literals)
      : randomKnownInput(ir, columns.plain.layout, random, literals, 'door');
  };
  return (first, count) => {
    const edges = columns && edgeCounter(columns.plain.layout);
    const general = new Map<GeneralReason, number>();
    const differences: string[] = [];
    let rows = 0;
    for (let number = first; number < first + count; number += 1) {
      const input = inputOf(number);
      edges?.see(input);
      const { found, said } = held(input);
      if (said === 'row') rows += 1;
      else if (said !== undefined) general.set(said, (general.get(said) ?? 0) + 1);
      differences.push(...found.map((one) => `case ${number}: ${one}`));
    }
    return { cases: count, rows, general, edges: edges?.counts ?? new Map(), differences };
  };
}

/** Holds one case after another against each other; `columns` as in {@link agreementOf}. */
export async function holding(ir: PolicyIr, columns?: BothColumns): Promise<(input: EvaluationInput) => Held> {
  const assess = await loadEmitted(ir);
  const inColumns = columns && columnsChecked(columns);
  return (input) => heldAgainst(input, ir, assess, inColumns);
}

export interface Held {
  readonly found: readonly string[];
  /** Whether columns held the case, or why not. */
  readonly said?: 'row' | GeneralReason;
}

/** An evaluator that throws agrees with no other. */
function heldAgainst(
  input: EvaluationInput,
  ir: PolicyIr,
  assess: EmittedAssess,
  inColumns: ReturnType<typeof columnsChecked> | undefined,
): Held {
  try {
    const meant = evaluate(ir, input);
    const found = inEmitted(assess, input, meant);
    const said = inColumns?.(input, meant);
    if (said === undefined) return { found };
    return 'reason' in said ? { found, said: said.reason } : { found: [...found, ...said.found], said: 'row' };
  } catch (error) {
    return { found: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

function inEmitted(assess: EmittedAssess, input: EvaluationInput, meant: Assessment): readonly string[] {
  const difference = firstDifference(meant, assess(input));
  return difference === undefined ? [] : [`emitted ${shown(difference)}`];
}

/** What differs in a row, plain and traced, or why it is a general one. */
function columnsChecked({ plain, traced }: BothColumns) {
  const tracer = rowTracer(traced);
  const outcomes = newOutcomes(plain.layout, 1);
  return (input: EvaluationInput, meant: Assessment): { readonly found: readonly string[] } | GeneralRow => {
    const row = tracer(input);
    if ('reason' in row) return row;
    roomForOutcomes(plain.layout, outcomes, row.columns);
    plain.assess(row.columns, outcomes, 0, 1);
    const found = [
      ...columnarDifferences(plain, { ...row, outcomes }, input, meant).map(toldDifference),
      ...columnarDifferences(traced, row, input, meant).map((one) => `traced, ${toldDifference(one)}`),
      ...differencesFromTrace(meant, traced.layout, traced.trace, row).map((one) => `recorded ${shown(one)}`),
    ];
    return { found };
  };
}

function toldDifference({ clause, item, interpreted, columnar }: ColumnarDifference): string {
  return `columns ${clause} ${item ?? ''}: ${columnar}, meant ${interpreted}`;
}
