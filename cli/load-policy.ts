import { type Compilation, compile } from '../compiler/compile.ts';
import { PolicyHasErrors } from '../diagnostics/command.ts';
import { hasErrors, make } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/span.ts';
import type { PolicyIr } from '../runtime/ir.ts';
import type { Origins } from '../runtime/origins.ts';
import { readSource } from './files.ts';
import type { Host } from './host.ts';
import { expectLongRun } from './long-run.ts';
import { policyTexts } from './policy-texts.ts';
import { FoundProblems } from './problems.ts';

/** Characters: nearly twice the Xiamen measures with all their examples. */
const largeText = 60_000;

export interface LoadedPolicy {
  readonly source: Source;
  readonly compilation: Compilation;
  readonly ir: PolicyIr;
  readonly origins: Origins;
}

/** Compiles a file with the texts that it takes from. */
export function compileFile(host: Host, file: string): Compilation {
  const source = readSource(host, file);
  if (source.text.length > largeText) expectLongRun();
  return compile(source, { load: policyTexts(host, file) });
}

/** A policy that can be used. One with errors ends the verb, telling all of them. */
export function loadPolicy(host: Host, file: string): LoadedPolicy {
  const compilation = compileFile(host, file);
  const { source, ir, origins, diagnostics } = compilation;
  if (ir === undefined || origins === undefined || hasErrors(diagnostics)) {
    const errors = diagnostics.filter((found) => found.severity === 'error');
    throw new FoundProblems([...errors, make(PolicyHasErrors, { path: file }, { file, count: errors.length })], source);
  }
  return { source, compilation, ir, origins };
}
