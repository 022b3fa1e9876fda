import { type Diagnostic, diagnosticLimit, hasErrors, type Report } from '../diagnostics/diagnostic.ts';
import type { PolicyFile } from '../grammar/ast.ts';
import { check } from './check/check.ts';
import type { Types } from './check/types.ts';
import type { Names } from './resolve/names.ts';
import { resolve } from './resolve/resolve.ts';
import { rules, rulesForSoundText } from './rules/index.ts';

/**
 * What a tree from `parse` means so far: names, types, and everything that is wrong with it. `found` is what the parser has reported:
 * after errors nothing is called unused, for the line that uses it may be the one that was not read.
 */
export function analyse(
  file: PolicyFile,
  report: Report,
  found: readonly Diagnostic[] = [],
): { readonly names: Names; readonly types: Types } {
  let failed = hasErrors(found);
  const told = found.flatMap(({ code, span }) => (span === undefined ? [] : [{ code, span }]));
  const watched: Report = (kind, place, parameters, notes) => {
    failed ||= kind.severity === 'error';
    if ('span' in place && told.length < diagnosticLimit) told.push({ code: kind.code, span: place.span });
    report(kind, place, parameters, notes);
  };
  const names = resolve(file, watched);
  const types = check(file, names, watched);
  const analysis = { file, names, types, told };
  for (const rule of rules) rule(analysis, watched);
  if (!failed) for (const rule of rulesForSoundText) rule(analysis, report);
  return { names, types };
}
