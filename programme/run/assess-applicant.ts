/** One applicant in one year: facts and history in, rows, claims on pools and ledger entries out. Plain data both ways, so that it can be done anywhere. */
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts';
import { assessFacts } from '../../runtime/assess-facts.ts';
import type { Assessment } from '../../runtime/assessment.ts';
import { type Entrant, entrantOf } from '../../runtime/batch/entrants.ts';
import { digest, factsDigest } from '../../runtime/digest.ts';
import type {
  CoverageEntry,
  EvaluationInput,
  Facts,
  Ledger,
  LedgerEntry,
  Period,
  PoolShare,
} from '../../runtime/input.ts';
import type { ClauseId } from '../../runtime/ir.ts';
import { entriesOf } from '../../runtime/ledger/write-ledger.ts';
import { type ResultRows, resultRows } from './result-rows.ts';
import type { RunSetting } from './run-setting.ts';

export interface YearSetting extends RunSetting {
  readonly period: Period;
  /** Coverage that is stated for all applicants. Absent: nobody has stated anything. */
  readonly coverage?: readonly CoverageEntry[];
}

export interface Application {
  readonly pos: number;
  readonly subject: string;
  readonly facts: object | string;
  /** Entries about this applicant, in the order of recording, as the lines of a ledger. */
  readonly entries: readonly string[];
  /** Shares of pools that have been settled. */
  readonly shares?: ReadonlyMap<ClauseId, PoolShare>;
}

export interface Assessed {
  readonly pos: number;
  readonly subject: string;
  /** With an error among them there is nothing else. */
  readonly findings: readonly Diagnostic[];
  readonly rows?: ResultRows;
  /** Claims on pools that are yet to be shared. */
  readonly claims: readonly { readonly clause: ClauseId; readonly entrant: Entrant }[];
  /** Entries to append to the ledger, as its lines. */
  readonly entries: readonly string[];
  /** Ids of later entries that had read what has changed. */
  readonly stale: readonly string[];
}

export type Evaluate = (input: EvaluationInput) => Assessment;

export function assessApplicant(setting: YearSetting, application: Application, evaluate: Evaluate): Assessed {
  const { pos, subject, shares } = application;
  const ledger = ledgerOf(setting, application);
  const run = { ...setting, ...(ledger === undefined ? {} : { ledger }) };
  const withShares = (input: EvaluationInput) => evaluate(shares === undefined ? input : { ...input, shares });
  const { facts, assessment, diagnostics } = assessFacts(run, application.facts, withShares);
  const nothing = { pos, subject, findings: diagnostics, claims: [], entries: [], stale: [] };
  if (facts === undefined || assessment === undefined || hasErrors(diagnostics)) return nothing;
  const claims = shares === undefined ? claimsOf(setting, assessment, pos) : [];
  // Who claims is assessed once more, with a share; what comes out before that is nobody's.
  if (claims.length > 0) return { ...nothing, claims };
  return { ...nothing, ...resultsOf(setting, assessment, facts, ledger ?? { entries: [] }) };
}

/** Rows and ledger entries of a settled assessment. */
export function resultsOf(
  setting: YearSetting,
  assessment: Assessment,
  facts: Facts,
  ledger: Ledger,
): Pick<Assessed, 'entries' | 'stale'> & { readonly rows: ResultRows } {
  const { ir, recordedOn, provisional } = setting;
  const recording = entriesOf(ir, assessment, { ledger, recordedOn, provisional, facts });
  // Digests take longer than an assessment, and most applicants have nothing to record.
  const digests =
    recording.entries.length === 0
      ? {}
      : {
          policy: setting.origins.policyDigest,
          facts: factsDigest(facts),
          assessment: assessmentDigest(assessment),
        };
  const entries = recording.entries.map((entry) => (entry.reverses === undefined ? { ...entry, digests } : entry));
  return {
    rows: resultRows(ir, assessment, facts, setting),
    entries: entries.map((entry) => JSON.stringify(entry)),
    stale: recording.stale.map(({ id }) => id),
  };
}

/** No ledger at all is not an empty one: then nobody has said that there was nothing. */
function ledgerOf({ coverage }: YearSetting, { entries }: Application): Ledger | undefined {
  if (coverage === undefined && entries.length === 0) return undefined;
  return { entries: [...(coverage ?? []), ...entries.map((line) => JSON.parse(line) as LedgerEntry)] };
}

/** Claims on pools. */
export function claimsOf({ ir }: YearSetting, assessment: Assessment, pos: number): Assessed['claims'] {
  return ir.clauses.flatMap((clause) =>
    entrantOf(clause, assessment, pos).map((entrant) => ({ clause: clause.id, entrant })),
  );
}

/** Of what came out, clause by clause: enough to notice that an assessment done again is another. */
function assessmentDigest({ policy, subject, period, readings, clauses }: Assessment): string {
  const outcomes = clauses.map(({ clause, outcome }) => [clause, outcome.kind, outcome.amount, outcome.payable]);
  return digest(JSON.parse(JSON.stringify({ policy, subject, period, readings, outcomes }, plainBig)));
}

function plainBig(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
