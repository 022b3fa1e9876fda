/** What the verbs that assess have in common: policy, period, history, parameters and readings, read and checked. */

import { emitFactsSchema } from '../compiler/emit/json-schema/emit.ts';
import { NothingToRecordIn, ProvisionalWithoutRecord, YearForm } from '../diagnostics/command.ts';
import { type Diagnostic, hasErrors, make } from '../diagnostics/diagnostic.ts';
import { type AssessedFacts, assessFacts, type FactsRun } from '../runtime/assess-facts.ts';
import { readFacts } from '../runtime/door/read-facts.ts';
import { evaluate } from '../runtime/evaluate.ts';
import type { FactValues, Ledger, Period } from '../runtime/input.ts';
import type { PolicyIr } from '../runtime/ir.ts';
import { readLedger } from '../runtime/ledger/read-ledger.ts';
import { periodOfYear } from '../runtime/period.ts';
import { chosenReadings } from './chosen-readings.ts';
import { readText } from './files.ts';
import type { Host } from './host.ts';
import { type LoadedPolicy, loadPolicy } from './load-policy.ts';
import { FoundProblems } from './problems.ts';

export interface RunOptions {
  readonly year: string;
  readonly ledger?: string;
  readonly parameters?: string;
  readonly reading: readonly string[];
  readonly record?: boolean;
  readonly provisional?: boolean;
}

export type PreparedRun = LoadedPolicy & FactsRun;

export function prepareRun(host: Host, file: string, options: RunOptions): PreparedRun {
  const policy = loadPolicy(host, file);
  const period = periodOf(options.year);
  const readings = chosenReadings(policy.ir, options.reading);
  if (options.provisional === true && options.record !== true) {
    throw new FoundProblems([make(ProvisionalWithoutRecord, { path: '--provisional' }, {})], undefined, true);
  }
  if (options.record === true && options.ledger === undefined) {
    throw new FoundProblems([make(NothingToRecordIn, { path: '--record' }, {})], undefined, true);
  }
  const ledger = options.ledger === undefined ? undefined : loadLedger(host, options.ledger, options.record === true);
  const schema = emitFactsSchema(policy.ir);
  const parameters =
    options.parameters === undefined ? new Map() : loadParameters(host, policy.ir, schema, options.parameters);
  return { ...policy, schema, period, readings, parameters, ...(ledger === undefined ? {} : { ledger }) };
}

export function periodOf(text: string): Period {
  if (!/^(19|20|21)\d\d$/u.test(text))
    throw new FoundProblems([make(YearForm, { path: '--year' }, { text })], undefined, true);
  return periodOfYear(Number(text));
}

/** `--record` may start a new ledger; otherwise the file must be there: a mistyped name must not become "no history". */
function loadLedger(host: Host, file: string, mayBeNew: boolean): Ledger {
  if (mayBeNew && !host.exists(file)) return { entries: [] };
  const { ledger, diagnostics } = readLedger(readText(host, file));
  if (hasErrors(diagnostics) || ledger === undefined) throw new FoundProblems(inFile(file, diagnostics));
  return ledger;
}

export function loadParameters(host: Host, ir: PolicyIr, schema: object, file: string): FactValues {
  const { facts, diagnostics } = readFacts(ir, schema, readText(host, file));
  if (hasErrors(diagnostics) || facts === undefined) throw new FoundProblems(inFile(file, diagnostics));
  return facts.values;
}

/** Findings of one of several files say which. */
export function inFile(file: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((found) => ({
    ...found,
    path: found.path === undefined || found.path === '' ? file : `${file} › ${found.path}`,
  }));
}

/** Facts text → assessment, by the interpreter. */
export function assessOne(run: PreparedRun, text: string): AssessedFacts {
  return assessFacts(run, text, (input) => evaluate(run.ir, input));
}
