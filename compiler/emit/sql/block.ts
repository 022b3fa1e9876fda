import type { BlockIr, ConflictIr, GroupCapIr } from '../../../runtime/ir.ts';
import { asksLedger, isSharedScope } from '../../../runtime/scope-sharers.ts';
import { historyColumn } from './award-table.ts';
import { difference, sum } from './emit-arithmetic.ts';
import { emitNumber } from './expressions.ts';
import { factsOf } from './facts.ts';
import { amountOutputs, keysOf } from './item-rows.ts';
import { blockHeading } from './line-comments.ts';
import { atLeastZero, lesser, namedEnds } from './numbers.ts';
import { columnsOf, type Pending, valueNow } from './pending.ts';
import { type QueryWriter, refuse } from './query-writer.ts';
import { finishRows, nameColumn, newRows, type Output, type Rows } from './rows.ts';
import { caseOf, closed, joinedBy, type Sql, sql } from './sql-text.ts';
import { isFromZero, isOpen, keptOf, type SqlNumber } from './sql-value.ts';

/** A block between clauses as a table: a row for each applicant (or item), what it leaves each member in columns (R2, R10). */
export function emitBlock(writer: QueryWriter, block: BlockIr, pending: ReadonlyMap<string, Pending>): void {
  const members = block.members.flatMap((id) => pending.get(id) ?? []);
  const [first] = members;
  if (first === undefined || !isWritten(block, members)) {
    refuse(writer, block.node, { zh: '这样的条款之间的限制', en: 'a block between clauses of this form' });
    return;
  }
  const source = factsOf(writer, first.list).name;
  const rows = newRows(writer, writer.relations.take(block.id), source, first.list);
  const outputs: Output[] = [...keysOf(rows)];
  if (block.kind === 'groupCap') shareRoom(rows, block, members, outputs);
  else contest(rows, block, members, outputs);
  writer.steps.push(finishRows(rows, outputs, blockHeading(writer, block)));
}

/** Caps over clauses as a whole, cut in order; the highest or the first, of clauses or of items of one list. */
function isWritten(block: BlockIr, members: readonly Pending[]): boolean {
  const isWhole = members.length === block.members.length;
  if (block.kind === 'groupCap')
    return (
      isWhole &&
      block.cut === 'inOrder' &&
      block.scope.per === 'subject' &&
      !isSharedScope(block.scope) &&
      members.every(({ list }) => list === undefined)
    );
  const isKnown = (block.chooser === 'highest' || block.chooser === 'first') && block.earlier === 'none';
  const isOne = members.every(({ list }) => list === members[0]?.list);
  return isWhole && isKnown && isOne && (block.per === 'item') === (members[0]?.list !== undefined);
}

function keep(member: Pending, value: SqlNumber, rows: Rows, outputs: Output[]): void {
  const column = rows.names.take(`${member.clause.id} left`);
  outputs.push(...amountOutputs(column, value));
  member.now = { table: rows.name, column, kept: keptOf(value) };
}

/** Each member gets its amount, as far as those listed before it leave room. */
function shareRoom(rows: Rows, block: GroupCapIr, members: readonly Pending[], outputs: Output[]): void {
  rows.line = 'room';
  const room = namedEnds(rows, roomOf(rows, block), 'left');
  const values = members.map((member) => valueNow(rows, member));
  members.forEach((member, index) => {
    const value = values[index] ?? room;
    rows.line = member.clause.id;
    const taken = values.slice(0, index);
    const left =
      taken.length === 0 ? room : namedEnds(rows, atLeastZero(rows, difference(rows, room, sum(rows, taken))), 'room');
    keep(member, lesser(rows, value, left), rows, outputs);
  });
}

function roomOf(rows: Rows, block: GroupCapIr): SqlNumber {
  const stated = emitNumber(rows, block.amount);
  const { undef } = stated;
  const cap: SqlNumber =
    undef === undefined
      ? stated
      : {
          ...stated,
          hi: caseOf([{ when: undef, give: '0' }], stated.hi),
          lo: caseOf([{ when: undef, give: '0' }], stated.lo),
        };
  if (!asksLedger(block.scope)) return atLeastZero(rows, cap);
  const used = block.members.map((clause) =>
    historyColumn(rows, { clause, perItem: false, window: block.scope.window, what: 'counted' }),
  );
  return atLeastZero(rows, difference(rows, cap, sum(rows, used)));
}

interface Entrant {
  readonly member: Pending;
  readonly value: SqlNumber;
  /** It takes part: neither failed nor out of force. */
  readonly entered: Sql;
  readonly gate: Sql;
}

/** One is paid: the highest, ties to the one listed first; or the first that applies. Others that take part lose. */
function contest(rows: Rows, block: ConflictIr, members: readonly Pending[], outputs: Output[]): void {
  const entrants = members.map((member): Entrant => {
    const own = columnsOf(rows, member.own, member.list !== undefined, true);
    const [gate, outOfForce] = [own('gate'), own('out_of_force')];
    const open = closed`COALESCE(${gate}, TRUE)`;
    // Items that a member does not list have no row of its own.
    const entered = closed`COALESCE(${sql`NOT ${outOfForce} AND ${open}`}, FALSE)`;
    return {
      member,
      value: namedEnds(rows, valueNow(rows, member, true), `${member.clause.id}_claim`),
      entered: nameColumn(rows, `${member.clause.id}_enters`, entered),
      gate,
    };
  });
  entrants.forEach((entrant, index) => {
    const beaten = entrants.flatMap((other, position) =>
      position === index ? [] : [beats(block, other, entrant, position < index)],
    );
    const test = sql`${entrant.entered} AND ${joinedBy('OR', beaten.map(bracket))}`;
    const lost = nameColumn(rows, `${entrant.member.clause.id}_lost`, test);
    const column = rows.names.take(`${entrant.member.clause.id} lost`);
    const { value } = entrant;
    const pick = (end: Sql): Sql =>
      caseOf([
        { when: lost, give: '0' },
        { when: sql`NOT ${lost}`, give: end },
      ]);
    const hi = pick(value.hi);
    const lo = isFromZero(value) ? value.lo : isOpen(value) ? pick(value.lo) : hi;
    outputs.push({ name: column, piece: lost });
    entrant.member.lost.push({ table: rows.name, column });
    keep(entrant.member, { ...value, lo, hi }, rows, outputs);
  });
}

function bracket(piece: Sql): Sql {
  return piece.form === 'compound' ? { ...piece, text: `(${piece.text})`, form: 'primary' } : piece;
}

/** Undecided ceilings compare by what may be paid at most. */
function beats(block: ConflictIr, other: Entrant, entrant: Entrant, isListedBefore: boolean): Sql {
  if (block.chooser === 'first') return isListedBefore ? sql`${other.entered} AND ${other.gate}` : sql`FALSE`;
  const sign = isListedBefore ? '>=' : '>';
  return sql`${other.entered} AND ${sql`${other.value.hi} ${sign} ${entrant.value.hi}`}`;
}
