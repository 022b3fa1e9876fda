import type { Report } from '../diagnostics/diagnostic.ts';
import type { PolicyFile } from '../grammar/ast.ts';
import { check } from './check/check.ts';
import type { Types } from './check/types.ts';
import type { Names } from './resolve/names.ts';
import { resolve } from './resolve/resolve.ts';
import { rules, rulesForSoundText } from './rules/index.ts';

/**
 * What a tree from `parse` means so far: names, types, and everything that is wrong with it. `unsound` says that the parser has
 * reported errors: then nothing is called unused, for the line that uses it may be the one that was not read.
 */
export function analyse(
  file: PolicyFile,
  report: Report,
  unsound = false,
): { readonly names: Names; readonly types: Types } {
  let failed = unsound;
  const watched: Report = (kind, place, parameters, notes) => {
    failed ||= kind.severity === 'error';
    report(kind, place, parameters, notes);
  };
  const names = resolve(file, watched);
  const types = check(file, names, watched);
  for (const rule of rules) rule({ file, names, types }, watched);
  if (!failed) for (const rule of rulesForSoundText) rule({ file, names, types }, report);
  return { names, types };
}
