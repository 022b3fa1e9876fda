import { placeAt } from '../diagnostics/span.ts';
import {
  type NameForms,
  nameForms,
  type PrintOptions,
  printDeclarationHeader,
  printInstalment,
  printLine,
  printRow,
} from '../grammar/print.ts';
import type { Origin, Origins, OriginText } from '../runtime/origins.ts';
import { sha256 } from '../runtime/sha256.ts';
import { isImpliedMark } from './anchors/implied-mark.ts';
import { canonicalIr } from './lower/canonical-ir.ts';
import type { DraftOrigin, LabelledNode } from './lower/draft.ts';
import type { Lowered } from './lower/lower.ts';
import { lowerNames } from './lower/lower-names.ts';
import type { ReadPolicy, TakenText } from './sharing/read-policy.ts';
import { digestOf } from './sharing/text-digest.ts';

/** What is asked of a text that was read. */
type Read = Pick<ReadPolicy, 'source' | 'file' | 'texts' | 'changed' | 'cited'>;

/**
 * Where each node stands and how it reads in both languages. Labels are printed from the tree, so that they do not hang on the
 * language the author wrote in.
 */
export function originsOf(read: Read, { ir, origins }: Lowered): Origins {
  const { source, file, texts } = read;
  const names = nameForms(file);
  const nodes: Record<number, Origin> = {};
  origins.forEach((origin, id) => {
    nodes[id] = placed(origin, read, names);
  });
  return {
    file: source.file,
    policyDigest: sha256(canonicalIr(ir)),
    ...(texts.length === 0 ? {} : { texts: texts.map(textOf) }),
    nodes,
  };
}

function placed(origin: DraftOrigin, read: Read, names: NameForms): Origin {
  const { span, labelled } = origin;
  const { offset, line } = placeAt(read.source, span.start);
  const place = { start: offset, end: offset + (span.end - span.start), line };
  if (labelled === undefined && origin.anchors === undefined && read.texts.length === 0) return place;
  const anchors = (origin.anchors ?? []).filter((anchor) => !isImpliedMark(anchor));
  return {
    ...place,
    ...takenFrom(origin, read),
    ...(labelled === undefined
      ? {}
      : { zh: labelIn('zh', labelled, origin, names), en: labelIn('en', labelled, origin, names) }),
    ...(anchors.length === 0 ? {} : { anchors: anchors.map(({ text }) => text) }),
  };
}

/** R23: whose text a line is, where it is not the policy's own. */
function takenFrom(
  { span, labelled, clause }: DraftOrigin,
  read: Read,
): Pick<Origin, 'text' | 'article' | 'changedOn'> {
  const text = textIndex(read, span.start);
  if (text < 0) return {};
  if (labelled === undefined) return { text };
  const id = labelled.kind === 'clause' || labelled.kind === 'block' ? labelled.declaration.name.id : clause;
  const cites = id === undefined ? undefined : read.cited.get(id);
  const changed = read.changed.get(nodeOf(labelled));
  return {
    text,
    ...(cites === undefined || textIndex(read, cites.span.start) !== text ? {} : { article: cites.article }),
    ...(changed === undefined ? {} : { changedOn: placeAt(read.source, changed.start).line }),
  };
}

function textIndex({ texts }: Pick<ReadPolicy, 'texts'>, offset: number): number {
  return texts.findLastIndex(({ start }) => start <= offset);
}

function nodeOf(labelled: LabelledNode): object {
  switch (labelled.kind) {
    case 'clause':
    case 'block':
      return labelled.declaration;
    case 'line':
      return labelled.line;
    case 'row':
      return labelled.row;
    case 'rung':
      return labelled.rung;
    default:
      return labelled;
  }
}

function textOf({ role, source, policy }: TakenText): OriginText {
  return {
    role,
    file: source.file,
    digest: digestOf(source.text),
    ...(policy === undefined ? {} : { policy: { id: policy.id, names: lowerNames(policy) } }),
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
    case 'instalment':
      return printInstalment(labelled.row, options);
    case 'rung':
      return printRow(labelled.rung, undefined, options);
  }
}

/** `for each project on won_on {…}`: what stands in the brackets has nodes of its own. */
function withoutBody(label: string): string {
  if (/^(?:paid in parts|分期兑付)/.test(label)) return label.replace(' {…}', '');
  const open = label.startsWith('by reading') || /^(?:for each|逐)/.test(label) ? label.indexOf(' {') : -1;
  return open < 0 ? label : label.slice(0, open);
}
