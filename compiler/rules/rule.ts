import type { Report } from '../../diagnostics/diagnostic.ts';
import type { PolicyFile } from '../../grammar/ast.ts';
import type { Types } from '../check/types.ts';
import type { Names } from '../resolve/names.ts';

/** A checked policy: the tree and the tables beside it. */
export interface Analysis {
  readonly file: PolicyFile;
  readonly names: Names;
  readonly types: Types;
}

/** One way in which a policy can be wrong although every name and type is right. Reports and leaves everything as it was. */
export type Rule = (analysis: Analysis, report: Report) => void;
