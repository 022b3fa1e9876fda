import { LineTooLong } from '../../diagnostics/command.ts';
import { type Diagnostic, type Language, make } from '../../diagnostics/diagnostic.ts';
import type { AssessedFacts } from '../../runtime/assess-facts.ts';
import { factsDigest } from '../../runtime/digest.ts';
import { renderAssessment, renderExplanation } from '../../runtime/explain/render.ts';
import { explain } from '../../runtime/explain.ts';
import type { Facts } from '../../runtime/input.ts';
import { entriesOf } from '../../runtime/ledger/write-ledger.ts';
import { appendText, readText } from '../files.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { assessOne, inFile, type PreparedRun, prepareRun, type RunOptions } from '../prepare-run.ts';
import { FoundProblems } from '../problems.ts';
import { renderDiagnostics } from '../render-diagnostics.ts';
import { version } from '../version.ts';

export interface AssessOptions extends RunOptions {
  readonly facts: string;
  readonly json?: boolean;
  readonly explain?: boolean;
  readonly provisional?: boolean;
}

/** `jieti assess POLICY --facts FILE --year Y`. */
export async function assess(host: Host, language: Language, file: string, options: AssessOptions): Promise<ExitCode> {
  const run = prepareRun(host, file, options);
  if (options.facts === '-') return assessLines(host, language, run, options);
  const one = assessOne(run, readText(host, options.facts));
  if (one.assessment === undefined || one.facts === undefined)
    throw new FoundProblems(inFile(options.facts, one.diagnostics));
  tellWarnings(host, language, options.facts, one.diagnostics);
  const detail = options.explain === true ? 'steps' : 'outcomes';
  const explanation = explain(run.ir, run.origins, one.assessment, headOf(run, one.facts), detail);
  if (options.json === true) host.out.write(`${JSON.stringify(explanation, undefined, 2)}\n`);
  else {
    const style = { language, colour: host.out.isTerminal, width: host.out.columns };
    host.out.write(
      options.explain === true ? renderExplanation(explanation, style) : renderAssessment(explanation, style),
    );
  }
  if (options.record === true) recordAwards(host, language, run, one, options);
  return exitCodes.ok;
}

export function headOf(run: PreparedRun, facts: Facts) {
  return { policyDigest: run.origins.policyDigest, factsDigest: factsDigest(facts), compilerVersion: version };
}

export function tellWarnings(host: Host, language: Language, file: string, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0)
    host.error.write(
      `${renderDiagnostics(inFile(file, diagnostics), undefined, { language, colour: host.error.isTerminal })}\n`,
    );
}

/** Appends what is settled and tells of it; gives the run with the new entries in its ledger. */
function recordAwards(
  host: Host,
  language: Language,
  run: PreparedRun,
  one: AssessedFacts,
  options: AssessOptions,
): PreparedRun {
  if (one.assessment === undefined || one.facts === undefined || options.ledger === undefined) return run;
  const { entries, text, count, stale } = entriesOf(run.ir, one.assessment, {
    ledger: run.ledger ?? { entries: [] },
    recordedOn: host.today(),
    provisional: options.provisional === true,
    facts: one.facts,
    policyDigest: run.origins.policyDigest,
    factsDigest: factsDigest(one.facts),
  });
  if (text !== '') appendText(host, options.ledger, `${lineEndMissing(host, options.ledger) ? '\n' : ''}${text}`);
  const after = { ...run, ledger: { entries: [...(run.ledger?.entries ?? []), ...entries] } };
  if (options.json === true) return after;
  host.error.write(
    language === 'zh' ? `台账 ${options.ledger} 新增 ${count} 条\n` : `${count} entries added to ${options.ledger}\n`,
  );
  for (const entry of stale)
    host.error.write(
      language === 'zh'
        ? `请复核：后来的记录 ${entry.id} 曾依据已改动的结果\n`
        : `to be reviewed: the later entry ${entry.id} had read a result that has changed\n`,
    );
  return after;
}

/** Without one the first new entry would join the last old one. */
function lineEndMissing(host: Host, ledger: string): boolean {
  if (!host.exists(ledger)) return false;
  const held = readText(host, ledger);
  return held !== '' && !held.endsWith('\n');
}

/** Longest line of facts on standard input. */
const lineLimit = 1_000_000;

/** One subject per line in, one JSON record per line out; a bad line becomes an error record and stops nothing. */
async function assessLines(
  host: Host,
  language: Language,
  prepared: PreparedRun,
  options: AssessOptions,
): Promise<ExitCode> {
  let run = prepared;
  let number = 0;
  let failed = false;
  for await (const line of linesOf(host.input, lineLimit)) {
    number += 1;
    if (line.text.trim() === '' && !line.tooLong) continue;
    const record = line.tooLong
      ? { diagnostics: [make(LineTooLong, { path: `${number}` }, { limit: lineLimit })] }
      : assessLine(run, line.text, options);
    if ('diagnostics' in record) failed = true;
    else if (options.record === true) run = recordAwards(host, language, run, record.one, { ...options, json: true });
    host.out.write(
      `${JSON.stringify('diagnostics' in record ? { line: number, error: record.diagnostics } : { line: number, ...record.result })}\n`,
    );
  }
  return failed ? exitCodes.findings : exitCodes.ok;
}

function assessLine(
  run: PreparedRun,
  text: string,
  options: AssessOptions,
): { diagnostics: readonly Diagnostic[] } | { one: AssessedFacts; result: object } {
  const one = assessOne(run, text);
  if (one.assessment === undefined || one.facts === undefined) return { diagnostics: one.diagnostics };
  const detail = options.explain === true ? 'steps' : 'outcomes';
  const explanation = explain(run.ir, run.origins, one.assessment, headOf(run, one.facts), detail);
  const result = one.diagnostics.length === 0 ? explanation : { ...explanation, warnings: one.diagnostics };
  return { one, result };
}

interface InputLine {
  readonly text: string;
  readonly tooLong: boolean;
}

/** Splits arriving text into lines; of a line beyond the limit only the beginning is kept in memory. */
async function* linesOf(pieces: AsyncIterable<string>, limit: number): AsyncGenerator<InputLine> {
  let held = '';
  let tooLong = false;
  for await (const piece of pieces) {
    const parts = piece.split('\n');
    for (const [index, part] of parts.entries()) {
      if (held.length + part.length > limit) tooLong = true;
      else held += part;
      if (index === parts.length - 1) break;
      yield { text: held, tooLong };
      held = '';
      tooLong = false;
    }
  }
  if (held !== '' || tooLong) yield { text: held, tooLong };
}
