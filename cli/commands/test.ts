import { type Bilingual, type Diagnostic, hasErrors, type Language } from '../../diagnostics/diagnostic.ts';
import { placeAt } from '../../diagnostics/span.ts';
import { clauseNames } from '../../runtime/door/path-names.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import type { Expectation } from '../../runtime/example.ts';
import { clausesAlone } from '../../runtime/explain/clauses-alone.ts';
import { explain, renderExplanation } from '../../runtime/explain.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { type ExampleResult, exampleRunner } from '../../runtime/run-example.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { type LoadedPolicy, loadPolicy } from '../load-policy.ts';
import { painter, renderDiagnostics } from '../render-diagnostics.ts';
import { version } from '../version.ts';
import { words } from '../words.ts';

/** `jieti test FILE…`: runs the examples; a failure shows what was expected, what came, and why. */
export function test(
  host: Host,
  language: Language,
  files: readonly string[],
  options: { readonly json?: boolean },
): ExitCode {
  let failed = false;
  const records: unknown[] = [];
  for (const file of files) {
    const policy = loadPolicy(host, file);
    const results = policy.compilation.examples.map(exampleRunner(policy.ir, evaluate));
    failed ||= results.some((result) => !result.passed);
    if (options.json === true) records.push({ file, examples: results.map((result) => record(policy, result)) });
    else tell(host, language, policy, results);
  }
  if (options.json === true) host.out.write(`${JSON.stringify(records, undefined, 2)}\n`);
  return failed ? exitCodes.findings : exitCodes.ok;
}

function tell(host: Host, language: Language, policy: LoadedPolicy, results: readonly ExampleResult[]): void {
  const paint = painter(host.out.isTerminal);
  const failures = results.filter((result) => !result.passed);
  for (const result of failures) host.out.write(`${failureText(host, language, policy, result)}\n`);
  const good = results.length - failures.length;
  const counts =
    language === 'zh'
      ? `${good} 个示例通过，${failures.length} 个未通过`
      : `${good} example${good === 1 ? '' : 's'} passed, ${failures.length} failed`;
  host.out.write(`${failures.length === 0 ? paint.green('✓') : paint.red('✗')} ${policy.source.file}  ${counts}\n`);
}

function failureText(host: Host, language: Language, policy: LoadedPolicy, result: ExampleResult): string {
  const colour = host.out.isTerminal;
  const paint = painter(colour);
  const at = (offset: number) => {
    const { source, line } = placeAt(policy.source, offset);
    return `${source.file}:${line}`;
  };
  const lines = [`${paint.red('✗')} ${paint.bold(result.example.title)}  ${paint.dim(at(result.example.span.start))}`];
  for (const { expectation, expected, got } of result.failures) {
    lines.push(`  ${targetOf(policy.ir, expectation)[language]}  ${paint.dim(at(expectation.span.start))}`);
    lines.push(
      `    ${language === 'zh' ? '应得' : 'expected'}  ${expected[language]}`,
      `    ${language === 'zh' ? '实得' : 'got'}  ${paint.red(got[language])}`,
    );
  }
  if (wantsLedger(result)) lines.push(`    ${words.noLedgerInExample[language]}`);
  const problems = result.assessment.diagnostics;
  if (problems.length > 0) lines.push(renderDiagnostics(problems, undefined, { language, colour }));
  if (!hasErrors(problems)) lines.push(indent(why(host, language, policy, result)));
  return lines.join('\n');
}

function targetOf(ir: PolicyIr, { clause, item }: Expectation): Bilingual {
  const { zh, en } = clause === undefined ? { zh: '合计', en: 'total' } : clauseNames(ir, clause);
  const own = item === undefined ? '' : ` “${item}”`;
  return { zh: `${zh}${own}`, en: `${en}${own}` };
}

/** A clause is open for awards of which the example says nothing at all. */
function wantsLedger({ example, failures, assessment }: ExampleResult): boolean {
  if (example.input.ledger !== undefined) return false;
  const wrong = new Set(failures.map(({ expectation }) => expectation.clause));
  return assessment.clauses.some(
    ({ clause, outcome }) =>
      wrong.has(clause) && outcome.causes.some((cause) => /^(?:history|other-awards):/u.test(cause)),
  );
}

/** The explanation of the clauses that came out wrong. */
function why(host: Host, language: Language, { ir, origins }: LoadedPolicy, result: ExampleResult): string {
  const wrong = new Set(result.failures.map(({ expectation }) => expectation.clause));
  const whole = explain(ir, origins, result.assessment, {
    policyDigest: origins.policyDigest,
    factsDigest: '',
    compilerVersion: version,
  });
  const told = wrong.has(undefined)
    ? whole
    : clausesAlone(
        whole,
        [...wrong].filter((one) => one !== undefined),
      );
  return renderExplanation(told, { language, colour: host.out.isTerminal, width: host.out.columns - 4 });
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^(?=.)/gmu, '    ');
}

function record(policy: LoadedPolicy, result: ExampleResult): unknown {
  const { line, source } = placeAt(policy.source, result.example.span.start);
  const failures = result.failures.map(({ expectation, expected, got }) => ({
    clause: expectation.clause,
    item: expectation.item,
    expected,
    got,
  }));
  const diagnostics: readonly Diagnostic[] = result.assessment.diagnostics;
  const taken = source.file === policy.source.file ? {} : { file: source.file };
  return { title: result.example.title, ...taken, line, passed: result.passed, failures, diagnostics };
}
