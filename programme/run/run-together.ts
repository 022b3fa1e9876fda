/**
 * A year in which applicants share keys (R21): who is listed first is served first, so nobody can be assessed without those before. All
 * of the year are held at once, in memory.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { assessBatch } from '../../runtime/batch/assess-batch.ts';
import type { PoolResult } from '../../runtime/batch/settle-pools.ts';
import { readFacts } from '../../runtime/door/read-facts.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import type { EvaluationInput, Ledger, LedgerEntry } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { sharedScopes } from '../../runtime/shared-scopes.ts';
import { type Application, type Assessed, resultsOf, type YearSetting } from './assess-applicant.ts';

export function haveSharedKeys(ir: PolicyIr): boolean {
  return sharedScopes(ir).length > 0;
}

export interface TogetherResult {
  /** In the order of the applications. */
  readonly assessed: readonly Assessed[];
  readonly pools: readonly PoolResult[];
  readonly findings: readonly Diagnostic[];
}

/** `entries`: the whole ledger, as lines. */
export function assessTogether(
  setting: YearSetting,
  applications: readonly Application[],
  entries: readonly string[],
): TogetherResult {
  const { ir, coverage } = setting;
  const known = [...(coverage ?? []), ...entries.map((line) => JSON.parse(line) as LedgerEntry)];
  const ledger: Ledger | undefined = coverage === undefined && known.length === 0 ? undefined : { entries: known };
  const assessed: Assessed[] = [];
  const inputs: EvaluationInput[] = [];
  const places: number[] = [];
  for (const [place, application] of applications.entries()) {
    const { facts, decisions, diagnostics } = readFacts(ir, setting.schema, application.facts);
    const { pos, subject } = application;
    assessed.push({ pos, subject, findings: diagnostics, claims: [], entries: [], stale: [] });
    if (facts === undefined || hasErrors(diagnostics)) continue;
    const values = new Map([...setting.parameters, ...facts.values]);
    const { period, readings } = setting;
    inputs.push({
      facts: { ...facts, values },
      period,
      decisions,
      readings,
      ...(ledger === undefined ? {} : { ledger }),
    });
    places.push(place);
  }
  const { assessments, pools, diagnostics } = assessBatch(ir, inputs, (input) => evaluate(ir, input));
  for (const [index, assessment] of assessments.entries()) {
    const place = places[index]!;
    const findings = [...assessed[place]!.findings, ...assessment.diagnostics];
    const results = hasErrors(findings)
      ? {}
      : resultsOf(setting, assessment, inputs[index]!.facts, ledger ?? { entries: [] });
    assessed[place] = { ...assessed[place]!, findings, ...results };
  }
  return { assessed, pools, findings: diagnostics };
}
