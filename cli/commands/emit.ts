import { type EmittedSql, emitSqlQuery } from '../../compiler/emit/sql/emit.ts';
import { emitSqlTables } from '../../compiler/emit/sql/tables.ts';
import { NoEmitTarget } from '../../diagnostics/command-sql.ts';
import { type Language, make } from '../../diagnostics/diagnostic.ts';
import { chosenReadings } from '../chosen-readings.ts';
import { writeText } from '../files.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { type LoadedPolicy, loadPolicy } from '../load-policy.ts';
import { periodOf } from '../prepare-run.ts';
import { FoundProblems } from '../problems.ts';

export interface EmitOptions {
  readonly out?: string;
  readonly year?: string;
  readonly reading: readonly string[];
  readonly tables?: boolean;
}

/** `jieti emit sql POLICY`: the assessment of one year as one query for DuckDB, or with `--tables` the tables that it reads. */
export function emit(host: Host, language: Language, target: string, file: string, options: EmitOptions): ExitCode {
  if (target !== 'sql') {
    const unknown = make(NoEmitTarget, { path: target }, { name: target, known: 'sql' });
    throw new FoundProblems([unknown], undefined, true);
  }
  const policy = loadPolicy(host, file);
  const text = options.tables === true ? emitSqlTables(policy.ir, { language }) : queryText(policy, language, options);
  if (options.out === undefined) {
    host.out.write(text);
    return exitCodes.ok;
  }
  writeText(host, options.out, text);
  host.out.write(`${language === 'zh' ? '已写' : 'wrote'} ${options.out}\n`);
  return exitCodes.ok;
}

function queryText({ ir, origins, source }: LoadedPolicy, language: Language, options: EmitOptions): string {
  const year = options.year === undefined ? {} : { year: periodOf(options.year).year };
  const readings = chosenReadings(ir, options.reading);
  const { text, diagnostics }: EmittedSql = emitSqlQuery(ir, origins, { ...year, readings, language });
  if (text === undefined) throw new FoundProblems(diagnostics, source);
  return text;
}
