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
  const { block: kind, cites, under } = declaration;
  const rows: PlacedRow[] = [];
  if (cites !== undefined)
    rows.push({ span: cites.span, row: { content: citation(printer, cites), anchors: anchorsOf(cites.anchors) } });
  rows.push(...(kind.kind === 'ConflictBlock' ? conflictRows(printer, kind) : sharedCapRows(printer, kind)));
  if (under !== undefined) {
    const choices = referredAll(printer, under.choices, choicePlaces(printer, under.reading));
    const reading = referred(printer, under.reading, [space.readings]);
    rows.push({ span: under.span, row: { content: spaced(word(printer, 'onlyUnderReading'), reading, '=', choices) } });
  }
  return rows;
}

const choosers = {
  highest: 'takeHighest',
  first: 'takeFirst',
  choice: 'takeChoice',
  earliest: 'takeEarliest',
} as const;

function conflictRows(printer: Printer, conflict: ConflictBlock): readonly PlacedRow[] {
  const { members, scopes, chooser, by, earlier } = conflict;
  const fact = by === undefined ? undefined : referred(printer, by, valuePlaces(printer));
  const taken = spaced(word(printer, choosers[chooser]), fact);
  const rows = [
    membersRow(printer, printer.english ? 'among' : 'from', members),
    { span: around(scopes), row: { content: printScopes(printer, scopes) } },
    { span: around(by === undefined ? scopes : [by]), row: { content: taken } },
  ];
  if (earlier === 'none') return rows;
  const content = word(printer, earlierWord(printer, earlier));
  return [...rows, { span: rows.at(-1)!.span, row: { content } }];
}

function earlierWord({ english }: Printer, earlier: 'difference' | 'exclusive') {
  if (earlier === 'exclusive') return 'exclusive';
  return english ? 'withDifference' : 'payingTheDifference';
}

function sharedCapRows(printer: Printer, { members, amount, scopes, cut }: GroupCapBlock): readonly PlacedRow[] {
  const cap = limited(printer, 'cap', { amount, scopes });
  const span = around([amount, ...scopes]);
  return [
    membersRow(printer, printer.english ? 'over' : 'covers', members),
    { span, row: { content: cap } },
    {
      span: { start: span.end, end: span.end },
      row: { content: word(printer, cut === 'inOrder' ? 'cutInOrder' : 'cutProRata') },
    },
  ];
}

function membersRow(
  printer: Printer,
  id: 'among' | 'from' | 'over' | 'covers',
  members: ConflictBlock['members'],
): PlacedRow {
  return {
    span: around(members),
    row: { content: spaced(word(printer, id), referredAll(printer, members, [space.values])) },
  };
}

function around(nodes: readonly { readonly span: Span }[]): Span {
  return {
    start: Math.min(...nodes.map(({ span }) => span.start)),
    end: Math.max(...nodes.map(({ span }) => span.end)),
  };
}
