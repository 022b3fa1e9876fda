import type { Adjust, Amount, Budget, Cap, Once, Round, Statement, When } from '../../../runtime/ir.ts';
import { asksLedger, isSharedScope } from '../../../runtime/scope-sharers.ts';
import { historyColumn } from './award-table.ts';
import type { ValueKey } from './clause-values.ts';
import { comparison } from './compare.ts';
import { difference, product, sum } from './emit-arithmetic.ts';
import { figure } from './emit-operand.ts';
import { emitNumber, emitTruth } from './expressions.ts';
import { type ItemsTable, runItems } from './item-totals.ts';
import { lineComments } from './line-comments.ts';
import { eitherType, lowestType, mostAt } from './number-type.ts';
import { aligned, atLeastZero, greater, isLiteral, lesser, zeroNumber } from './numbers.ts';
import { refuse } from './query-writer.ts';
import { rounded } from './rounding.ts';
import { asName, nameColumn, type Rows } from './rows.ts';
import { caseOf, joinedBy, literal, type Sql, sql } from './sql-text.ts';
import { isFromZero, isOpen, type SqlNumber } from './sql-value.ts';

/** Lines of a clause or of its items on their way: the gate so far, the amount so far. */
export interface Lines {
  readonly gate: Sql[];
  it: SqlNumber;
  /** Before budget (R7). */
  own: SqlNumber | undefined;
  readonly marks: Map<ValueKey, SqlNumber>;
  /** Parts of the gate when the items were reached: where one fails, they have no outcome. */
  reached: readonly Sql[];
  /** The table of items that the clause goes through. */
  readonly items: ItemsTable | undefined;
}

export function newLines(items?: ItemsTable): Lines {
  return { gate: [], it: zeroNumber, own: undefined, marks: new Map(), reached: [], items };
}

export function runLines(rows: Rows, lines: Lines, statements: readonly Statement[]): void {
  for (const statement of statements) {
    rows.line = statement.kind;
    runLine(rows, lines, statement);
    if ('label' in statement && statement.label !== undefined) lines.marks.set(`line_${statement.label}`, lines.it);
  }
}

function runLine(rows: Rows, lines: Lines, line: Statement): void {
  switch (line.kind) {
    case 'when':
      runWhen(rows, lines, line);
      break;
    case 'once':
      runOnce(rows, lines, line);
      break;
    case 'items':
      lines.reached = [...lines.gate];
      runItems(rows, lines);
      break;
    case 'amount':
      runAmount(rows, lines, line);
      break;
    case 'adjust':
      runAdjust(rows, lines, line);
      break;
    case 'cap':
      runCap(rows, lines, line);
      break;
    case 'round':
      runRound(rows, lines, line);
      break;
    case 'budget':
      runBudget(rows, lines, line);
      break;
    case 'limit':
    case 'switch':
      refuse(rows.writer, line.id, { zh: '限定几项', en: 'a limit on the number of items' });
  }
}

function runWhen(rows: Rows, lines: Lines, line: When): void {
  const { sql: test } = emitTruth(rows, line.condition);
  lines.gate.push(nameColumn(rows, 'condition', test, lineComments(rows.writer, line.id)));
}

/** R5: used up by a paid amount above 0 alone. */
function runOnce(rows: Rows, lines: Lines, line: Once): void {
  if (isSharedScope(line.scope)) refuse(rows.writer, line.id, sharedScope);
  if (!asksLedger(line.scope) && line.times === undefined) return;
  const used = historyColumn(rows, {
    clause: rows.writer.current?.id ?? '',
    perItem: line.scope.per === 'item' && rows.list !== undefined,
    window: line.scope.window,
    what: line.times === undefined ? 'counted' : 'times',
  });
  const test =
    line.times === undefined
      ? sql`${used.hi} = 0`
      : comparison(rows, 'under', used, emitNumber(rows, line.times), line.id).sql;
  lines.gate.push(nameColumn(rows, 'once', test, lineComments(rows.writer, line.id)));
}

const sharedScope = { zh: '多家共用的范围', en: 'a scope that several applicants share' };

function runAmount(rows: Rows, lines: Lines, line: Amount): void {
  const value = emitNumber(rows, line.amount);
  failWhere(rows, lines, [value.undef, value.none]);
  setAmount(rows, lines, atLeastZero(rows, value), 'amount', lineComments(rows.writer, line.id));
}

/** What no row gives, or does not exist, is not met. */
function failWhere(rows: Rows, lines: Lines, flags: readonly (Sql | undefined)[]): void {
  const known = flags.filter((flag) => flag !== undefined);
  if (known.length > 0)
    lines.gate.push(nameColumn(rows, `${rows.line}_exists`, sql`NOT ${bracketed(joinedBy('OR', known))}`));
}

function bracketed(piece: Sql): Sql {
  return piece.form === 'compound' ? piece : { ...piece, form: 'primary' };
}

/** The amount so far, as columns; where an end is open, its lower one stands beside it. */
export function setAmount(
  rows: Rows,
  lines: Lines,
  { lo, hi, type }: SqlNumber,
  wanted: string,
  comments: readonly string[] = [],
): void {
  const open = lo.text !== hi.text;
  const most = nameColumn(rows, wanted, hi, comments);
  const least = (): Sql => (lo.text === '0' ? lo : nameColumn(rows, `${wanted}_least`, lo));
  lines.it = { kind: 'number', lo: open ? least() : most, hi: most, type };
}

function runAdjust(rows: Rows, lines: Lines, line: Adjust): void {
  const amount = emitNumber(rows, line.amount);
  const changed = adjusted(rows, line, lines.it, amount);
  const stays = amount.undef === undefined ? [] : [{ when: amount.undef, give: 'it' as const }];
  const condition = line.condition === undefined ? undefined : asName(rows, emitTruth(rows, line.condition).sql, 'if');
  const [before = lines.it, after = changed] = aligned(rows, [lines.it, changed]);
  const pick = (it: Sql, other: Sql): Sql => {
    const cases = stays.map(({ when }) => ({ when, give: it }));
    if (condition === undefined) return cases.length === 0 ? other : caseOf(cases, other);
    return caseOf([{ when: sql`NOT ${condition}`, give: it }, ...cases, { when: condition, give: other }]);
  };
  const hi = pick(before.hi, after.hi);
  const lo = isOpen(before) || isOpen(after) ? pick(before.lo, after.lo) : hi;
  const type = condition === undefined && stays.length === 0 ? after.type : eitherType([before.type, after.type]);
  setAmount(rows, lines, { kind: 'number', lo, hi, type }, line.operation, lineComments(rows.writer, line.id));
}

function adjusted(rows: Rows, line: Adjust, it: SqlNumber, amount: SqlNumber): SqlNumber {
  switch (line.operation) {
    case 'add':
      return atLeastZero(rows, sum(rows, [it, amount]));
    case 'less':
      return lessened(rows, it, amount);
    case 'raise':
      return atLeastZero(rows, product(rows, it, sum(rows, [figure('1'), amount]), line.id));
    case 'lower':
      return product(rows, it, atLeastZero(rows, difference(rows, figure('1'), amount)), line.id);
    case 'floor':
      return greater(rows, it, amount);
  }
}

/** What is taken off never adds. */
function lessened(rows: Rows, it: SqlNumber, amount: SqlNumber): SqlNumber {
  const left = atLeastZero(rows, difference(rows, it, amount));
  if (!amount.type.isNonNegative) return left;
  return { ...left, type: { ...left.type, most: mostAt(it.type, left.type.scale) } };
}

/** The room left in the cap's scope. */
function runCap(rows: Rows, lines: Lines, line: Cap): void {
  const isWidest = rows.list !== undefined || line.scope.per !== 'item';
  if (isWidest && !lines.marks.has('before_cap')) lines.marks.set('before_cap', lines.it);
  if (isSharedScope(line.scope)) refuse(rows.writer, line.id, sharedScope);
  if (line.cut !== undefined && lines.items !== undefined)
    refuse(rows.writer, line.id, { zh: '封顶后分到各项', en: 'a cap whose cut falls on the items' });
  const cap = emitNumber(rows, line.amount);
  failWhere(rows, lines, [cap.undef]);
  const room = asksLedger(line.scope)
    ? atLeastZero(rows, difference(rows, cap, usedIn(rows, line)))
    : atLeastZero(rows, cap);
  const left = line.allOrNothing ? wholeOrNothing(rows, lines.it, room) : lesser(rows, lines.it, room);
  setAmount(rows, lines, left, 'capped', lineComments(rows.writer, line.id));
}

function usedIn(rows: Rows, line: Cap): SqlNumber {
  return historyColumn(rows, {
    clause: rows.writer.current?.id ?? '',
    perItem: line.scope.per === 'item' && rows.list !== undefined,
    window: line.scope.window,
    what: 'counted',
  });
}

function wholeOrNothing(rows: Rows, amount: SqlNumber, cap: SqlNumber): SqlNumber {
  const [it = amount, room = cap] = aligned(rows, [amount, cap]);
  const most = isLiteral(room.hi)
    ? room
    : { ...room, hi: asName(rows, room.hi, 'room'), lo: asName(rows, room.lo, 'room') };
  const least = lesser(rows, it, most);
  const pick = (fits: Sql, between: Sql | string): Sql =>
    caseOf([
      { when: sql`${it.hi} <= ${most.lo}`, give: fits },
      { when: sql`${it.lo} > ${most.hi}`, give: '0' },
      { when: sql`${it.hi} > ${most.lo} AND ${it.lo} <= ${most.hi}`, give: between },
    ]);
  const type = { ...lowestType([it.type, room.type]), digits: eitherType([it.type, room.type]).digits };
  const hi = pick(it.hi, least.hi);
  return { kind: 'number', hi, lo: isOpen(it) || isOpen(most) ? pick(it.lo, '0') : hi, type };
}

function runRound(rows: Rows, lines: Lines, line: Round): void {
  setAmount(rows, lines, rounded(rows, lines.it, line.rounding), 'rounded', lineComments(rows.writer, line.id));
}

/** R11: alone, a subject's share of a pool is anything up to its claim. */
function runBudget(rows: Rows, lines: Lines, line: Budget): void {
  lines.own ??= lines.it;
  if (line.sharing === 'unlimited') return;
  const { it } = lines;
  setAmount(rows, lines, { ...known(rows, it), lo: literal('0') }, 'claim', lineComments(rows.writer, line.id));
}

/** Unknown at the lower end is unknown at both, before the lower end gives way. */
function known(rows: Rows, it: SqlNumber): SqlNumber {
  if (!isOpen(it) || isFromZero(it)) return it;
  const hi = asName(rows, it.hi, 'most');
  return { ...it, hi: caseOf([{ when: sql`${it.lo} IS NOT NULL`, give: hi }]) };
}
