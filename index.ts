/** What the package offers to programs: the compiler, the reference interpreter, the door, the ledger and explanations. */
export { type Compilation, type CompileOptions, compile } from './compiler/compile.ts';
export { emitFactsSchema } from './compiler/emit/json-schema/emit.ts';
export { emitTypeScript } from './compiler/emit/typescript/emit.ts';
export type { LoadProblem, LoadText } from './compiler/sharing/load-text.ts';
export type { Bilingual, Diagnostic, Language, Severity } from './diagnostics/diagnostic.ts';
export type { Source, Span } from './diagnostics/span.ts';
export { parse } from './grammar/parse.ts';
export { type PrintLanguage, print } from './grammar/print.ts';
export type { Assessment, ClauseResult, Outcome, OutcomeKind } from './runtime/assessment.ts';
export { compareReadings, type ReadingDifference } from './runtime/compare-readings.ts';
export { factsDigest, policyDigest } from './runtime/digest.ts';
export { type DoorResult, readFacts } from './runtime/door/read-facts.ts';
export { evaluate } from './runtime/evaluate.ts';
export {
  type Explanation,
  explain,
  type RenderOptions,
  renderAssessment,
  renderExplanation,
} from './runtime/explain.ts';
export type { Decision, EvaluationInput, Facts, Ledger, LedgerEntry, Period } from './runtime/input.ts';
export type { PolicyIr } from './runtime/ir.ts';
export { readLedger } from './runtime/ledger/read-ledger.ts';
export { entriesOf, type Recording, type RecordOptions } from './runtime/ledger/write-ledger.ts';
export type { Origins } from './runtime/origins.ts';
export { periodOfYear } from './runtime/period.ts';
export { type ExampleResult, runExample } from './runtime/run-example.ts';
