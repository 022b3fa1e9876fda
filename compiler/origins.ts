import { placeAt } from '../diagnostics/span.ts';
import type { ClauseLine } from '../grammar/ast.ts';
import {
  type NameForms,
  nameForms,
  type Printer,
  printDeclarationHeader,
  printerFor,
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
  const zh = labelsIn('zh', names);
  const en = labelsIn('en', names);
  const nodes: Record<number, Origin> = {};
  for (let index = 0; index < origins.length; index += 1) nodes[index + 1] = placed(origins[index]!, read, zh, en);
  return {
    file: source.file,
    policyDigest: sha256(canonicalIr(ir)),
    ...(texts.length === 0 ? {} : { texts: texts.map(textOf) }),
    nodes,
  };
}

function placed(origin: DraftOrigin, read: Read, zh: Labels, en: Labels): Origin {
  const { span, labelled, list } = origin;
  const { offset, line } = placeAt(read.source, span.start);
  const place = { start: offset, end: offset + (span.end - span.start), line };
  if (labelled === undefined && origin.anchors === undefined && read.texts.length === 0) return place;
  const told = read.texts.length === 0 ? place : { ...place, ...takenFrom(origin, read) };
  const labels = labelled === undefined ? told : { ...told, zh: zh(labelled, list), en: en(labelled, list) };
  const anchors = (origin.anchors ?? []).filter((anchor) => !isImpliedMark(anchor));
  return anchors.length === 0 ? labels : { ...labels, anchors: anchors.map(({ text }) => text) };
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

/** Gives a label; `list` is the one whose items are spoken of. */
type Labels = (labelled: LabelledNode, list: string | undefined) => string;

function labelsIn(language: 'zh' | 'en', names: NameForms): Labels {
  const usual = printerFor({ language, names, elideRows: true });
  return (labelled, list) => labelBy(list === undefined ? usual : { ...usual, list }, labelled);
}

function labelBy(printer: Printer, labelled: LabelledNode): string {
  switch (labelled.kind) {
    case 'clause':
    case 'block':
      return printDeclarationHeader(labelled.declaration, printer);
    case 'line': {
      const label = printLine(labelled.line, printer);
      return withBody.has(labelled.line.kind) ? withoutBody(label) : label;
    }
    case 'each': {
      const { each } = labelled;
      return withoutBody(printLine({ kind: 'EachBlock', span: each.span, each, lines: [] }, printer));
    }
    case 'row':
      return printRow(labelled.row, labelled.choose.key, printer);
    case 'instalment':
      return printInstalment(labelled.row, printer);
    case 'rung':
      return printRow(labelled.rung, undefined, printer);
  }
}

const withBody: ReadonlySet<ClauseLine['kind']> = new Set(['EachBlock', 'ReadingChoice', 'PaymentPlan']);

/** `for each project on won_on {…}`: what stands in the brackets has nodes of its own. */
function withoutBody(label: string): string {
  if (/^(?:paid in parts|分期兑付)/.test(label)) return label.replace(' {…}', '');
  const open = label.startsWith('by reading') || /^(?:for each|逐)/.test(label) ? label.indexOf(' {') : -1;
  return open < 0 ? label : label.slice(0, open);
}
