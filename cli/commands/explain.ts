import { UnknownClause } from '../../diagnostics/command.ts';
import { type Language, make } from '../../diagnostics/diagnostic.ts';
import { clausesAlone } from '../../runtime/explain/clauses-alone.ts';
import { renderExplanation } from '../../runtime/explain/render.ts';
import { explain } from '../../runtime/explain.ts';
import { isNamed } from '../chosen-readings.ts';
import { readText } from '../files.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { assessOne, inFile, prepareRun } from '../prepare-run.ts';
import { FoundProblems } from '../problems.ts';
import { type AssessOptions, headOf, tellWarnings } from './assess.ts';

/** `jieti explain POLICY CLAUSE --facts FILE --year Y`: one clause, line by line; why not as well as why. */
export function explainClause(
  host: Host,
  language: Language,
  file: string,
  name: string,
  options: AssessOptions,
): ExitCode {
  const run = prepareRun(host, file, options);
  const clause = run.ir.clauses.find((one) => isNamed(one, name));
  if (clause === undefined) {
    const near = run.ir.clauses
      .filter((one) => one.id.startsWith(name) || name.startsWith(one.id))
      .map((one) => one.id);
    throw new FoundProblems(
      [
        make(
          UnknownClause,
          { path: name },
          { name, near: (near.length > 0 ? near : run.ir.clauses.map((one) => one.id)).join(', ') },
        ),
      ],
      undefined,
      true,
    );
  }
  const one = assessOne(run, readText(host, options.facts));
  if (one.assessment === undefined || one.facts === undefined)
    throw new FoundProblems(inFile(options.facts, one.diagnostics));
  tellWarnings(host, language, options.facts, one.diagnostics);
  const whole = explain(run.ir, run.origins, one.assessment, headOf(run, one.facts));
  const part = clausesAlone(whole, [clause.id]);
  if (options.json === true) host.out.write(`${JSON.stringify(part, undefined, 2)}\n`);
  else host.out.write(renderExplanation(part, { language, colour: host.out.isTerminal, width: host.out.columns }));
  return exitCodes.ok;
}
