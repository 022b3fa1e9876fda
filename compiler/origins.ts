import { lineStarts, positionAt, type Source } from '../diagnostics/span.ts';
import type { PolicyFile } from '../grammar/ast.ts';
import {
  type NameForms,
  nameForms,
  type PrintOptions,
  printDeclarationHeader,
  printLine,
  printRow,
} from '../grammar/print.ts';
import type { Origin, Origins } from '../runtime/origins.ts';
import { sha256 } from '../runtime/sha256.ts';
import { isImpliedMark } from './anchors/implied-mark.ts';
import { canonicalIr } from './lower/canonical-ir.ts';
import type { DraftOrigin, LabelledNode } from './lower/draft.ts';
import type { Lowered } from './lower/lower.ts';

/**
 * Where each node stands and how it reads in both languages. Labels are printed from the tree, so that they do not hang on the
 * language the author wrote in.
 */
export function originsOf(source: Source, file: PolicyFile, { ir, origins }: Lowered): Origins {
  const starts = lineStarts(source.text);
  const names = nameForms(file);
  const nodes: Record<number, Origin> = {};
  for (const [id, origin] of origins) nodes[id] = placed(origin, starts, names);
  return { file: source.file, policyDigest: sha256(canonicalIr(ir)), nodes };
}

function placed(origin: DraftOrigin, starts: readonly number[], names: NameForms): Origin {
  const { span, labelled } = origin;
  const anchors = (origin.anchors ?? []).filter((anchor) => !isImpliedMark(anchor));
  return {
    start: span.start,
    end: span.end,
    line: positionAt(starts, span.start).line,
    ...(labelled === undefined
      ? {}
      : { zh: labelIn('zh', labelled, origin, names), en: labelIn('en', labelled, origin, names) }),
    ...(anchors.length === 0 ? {} : { anchors: anchors.map(({ text }) => text) }),
  };
}

function labelIn(
  language: 'zh' | 'en',
  labelled: LabelledNode,
  { clause, list }: DraftOrigin,
  names: NameForms,
): string {
  const options: PrintOptions = {
    language,
    names,
    elideRows: true,
    ...(clause === undefined ? {} : { clause }),
    ...(list === undefined ? {} : { list }),
  };
  switch (labelled.kind) {
    case 'clause':
    case 'block':
      return printDeclarationHeader(labelled.declaration, options);
    case 'line':
      return withoutBody(printLine(labelled.line, options));
    case 'each': {
      const { each } = labelled;
      return withoutBody(printLine({ kind: 'EachBlock', span: each.span, each, lines: [] }, options));
    }
    case 'row':
      return printRow(labelled.row, labelled.choose.key, options);
    case 'rung':
      return printRow(labelled.rung, undefined, options);
  }
}

/** `for each project on won_on {…}`: what stands in the brackets has nodes of its own. */
function withoutBody(label: string): string {
  const open = label.startsWith('by reading') || /^(?:for each|逐)/.test(label) ? label.indexOf(' {') : -1;
  return open < 0 ? label : label.slice(0, open);
}
