import type { Report } from '../diagnostics/diagnostic.ts';
import type { PolicyFile } from '../grammar/ast.ts';
import { check } from './check/check.ts';
import type { Types } from './check/types.ts';
import type { Names } from './resolve/names.ts';
import { resolve } from './resolve/resolve.ts';
import { rules } from './rules/index.ts';

/** What a tree from `parse` means so far: names, types, and everything that is wrong with it. */
export function analyse(file: PolicyFile, report: Report): { readonly names: Names; readonly types: Types } {
  const names = resolve(file, report);
  const types = check(file, names, report);
  for (const rule of rules) rule({ file, names, types }, report);
  return { names, types };
}
