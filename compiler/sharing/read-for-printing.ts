import { collector, type Report } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/span.ts';
import type { PolicyFile } from '../../grammar/ast.ts';
import { type NameForms, nameForms } from '../../grammar/print.ts';
import type { Loading } from './load-text.ts';
import { readPolicy } from './read-policy.ts';

export interface ReadForPrinting {
  readonly own: PolicyFile;
  readonly source: Source;
  /** Of the text itself and of all that it takes from: what is not to be had lends nothing, and its names stay as they are written. */
  readonly names: NameForms;
}

/** A text as the formatter needs it: only mistakes of its own are told. */
export function readForPrinting(source: Source, loading: Loading, report: Report): ReadForPrinting {
  const read = readPolicy(source, loading, report, collector().report);
  const { own, file } = read;
  if (file === own) return { own, source: read.source, names: nameForms(own) };
  const amended = (own.amendments ?? []).flatMap((one) => ('declaration' in one ? [one.declaration] : []));
  const declarations = [...file.declarations, ...own.declarations, ...amended];
  return { own, source: read.source, names: nameForms({ ...own, declarations }) };
}
