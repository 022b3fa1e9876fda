import type { Span } from '../../diagnostics/span.ts';
import type { BlockDeclaration, ConflictBlock, GroupCapBlock } from '../ast.ts';
import { citation, limited } from './clauses.ts';
import { headerOf } from './head.ts';
import type { Doc } from './layout.ts';
import { space } from './name-forms.ts';
import {
  anchorsOf,
  type BuiltRow,
  block,
  choicePlaces,
  type Printer,
  referred,
  referredAll,
  spaced,
  valuePlaces,
  word,
} from './printer.ts';
import { printScopes } from './scopes.ts';

export function printBlockDeclaration(printer: Printer, declaration: BlockDeclaration): Doc {
  const rows = blockRows(printer, declaration);
  const body = block(printer, { start: declaration.name.span.end, end: declaration.span.end }, rows, ({ row }) => row);
  return spaced(printBlockHeader(printer, declaration), body);
}

export function printBlockHeader(printer: Printer, { name, block: kind }: BlockDeclaration): Doc {
  return headerOf(printer, kind.kind === 'ConflictBlock' ? 'noDuplication' : 'sharedCap', name);
}

interface PlacedRow {
  readonly span: Span;
  readonly row: BuiltRow;
}

/** The lines of a block are no nodes of their own; they take the span of what they hold, so that comments find their place. */
function blockRows(printer: Printer, declaration: BlockDeclaration): readonly PlacedRow[] {
  const { block: kind, cites, under, anchors } = declaration;
  const rows: PlacedRow[] = [];
  if (cites !== undefined)
    rows.push({ span: cites.span, row: { content: citation(printer, cites), anchors: anchorsOf(cites.anchors) } });
  const lines = { printer, anchors: anchorsOf(anchors), head: declaration.name.span };
  rows.push(...(kind.kind === 'ConflictBlock' ? conflictRows(lines, kind) : sharedCapRows(lines, kind)));
  if (under !== undefined) {
    const choices = referredAll(printer, under.choices, choicePlaces(printer, under.reading));
    const reading = referred(printer, under.reading, [space.readings]);
    rows.push({ span: under.span, row: { content: spaced(word(printer, 'onlyUnderReading'), reading, '=', choices) } });
  }
  return rows;
}

/** `anchors` are those of the whole block: they go to the line that holds its effect. */
interface BlockLines {
  readonly printer: Printer;
  readonly anchors: string;
  readonly head: Span;
}

const choosers = {
  highest: 'takeHighest',
  first: 'takeFirst',
  choice: 'takeChoice',
  earliest: 'takeEarliest',
} as const;

function conflictRows({ printer, anchors, head }: BlockLines, conflict: ConflictBlock): readonly PlacedRow[] {
  const { members, scopes, chooser, by, earlier } = conflict;
  const fact = by === undefined ? undefined : referred(printer, by, valuePlaces(printer));
  const taken = spaced(word(printer, choosers[chooser]), fact);
  const among = membersRow(printer, printer.english ? 'among' : 'from', members, head);
  const per = { span: around(scopes, among.span), row: { content: printScopes(printer, scopes) } };
  const take = { span: around(by === undefined ? [] : [by], per.span), row: { content: taken, anchors } };
  const rows = scopes.length === 0 ? [among, take] : [among, per, take];
  if (earlier === 'none') return rows;
  return [...rows, { span: take.span, row: { content: word(printer, earlierWord(printer, earlier)) } }];
}

function earlierWord({ english }: Printer, earlier: 'difference' | 'exclusive') {
  if (earlier === 'exclusive') return 'exclusive';
  return english ? 'withDifference' : 'payingTheDifference';
}

function sharedCapRows({ printer, anchors, head }: BlockLines, shared: GroupCapBlock): readonly PlacedRow[] {
  const { members, amount, scopes, cut } = shared;
  const over = membersRow(printer, printer.english ? 'over' : 'covers', members, head);
  const span = around([amount, ...scopes], over.span);
  const order = word(printer, cut === 'inOrder' ? 'cutInOrder' : 'cutProRata');
  return [
    over,
    { span, row: { content: limited(printer, 'cap', { amount, scopes }), anchors } },
    { span: { start: span.end, end: span.end }, row: { content: order } },
  ];
}

function membersRow(
  printer: Printer,
  id: 'among' | 'from' | 'over' | 'covers',
  members: ConflictBlock['members'],
  head: Span,
): PlacedRow {
  const content = spaced(word(printer, id), referredAll(printer, members, [space.values]));
  return { span: around(members, head), row: { content } };
}

function around(nodes: readonly { readonly span: Span }[], otherwise: Span): Span {
  if (nodes.length === 0) return otherwise;
  return {
    start: Math.min(...nodes.map(({ span }) => span.start)),
    end: Math.max(...nodes.map(({ span }) => span.end)),
  };
}
