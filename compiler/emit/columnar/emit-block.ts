/** What stands between clauses (R2, R10): conflicts and shared caps of the applicant, over what the members' own lines gave. */
import type { BlockIr, ConflictIr, GroupCapIr } from '../../../runtime/ir.ts';
import { isSharedScope } from '../../../runtime/scope-sharers.ts';
import { named } from './code-block.ts';
import { allOf, anyOf, type Condition, negated, never } from './condition.ts';
import type { StandingClause } from './emit-clause.ts';
import type { EmitContext, OptionCell } from './emit-context.ts';
import { lastDayInForce } from './emit-dating.ts';
import { emitNumber } from './emit-expression.ts';
import { lifts } from './emit-line.ts';
import { plain } from './expression-arithmetic.ts';
import { historyCode, paidRange } from './expression-clause.ts';
import { emitFact } from './expression-fact.ts';
import { holdsOneOf } from './expression-logic.ts';
import { present, surelyPresent } from './line-scope.ts';
import { NotColumnar } from './operand.ts';
import { compareOperands } from './operand-compare.ts';
import {
  addRanges,
  differenceFromZero,
  lowestRange,
  type NumberRange,
  namedRange,
  selectRange,
  zeroRange,
} from './range.ts';

export function emitBlock(
  block: BlockIr,
  isActive: boolean,
  members: readonly StandingClause[],
  context: EmitContext,
): void {
  if (isActive) {
    if (block.kind === 'conflict') emitConflict(block, members, context);
    else emitSharedCap(block, members, context);
  }
  for (const { emitted } of members) emitted.afterBlocks.set(block.id, emitted.value);
}

// ── Shared caps ──────────────────────────────────────────────────────────────

/** The room goes to the members in their order; what rounds upwards, or is cut in proportion, is paid in coins of all members together. */
function emitSharedCap(block: GroupCapIr, members: readonly StandingClause[], context: EmitContext): void {
  if (isSharedScope(block.scope)) throw new NotColumnar('shared key');
  if (block.scope.per === 'item') throw new NotColumnar('shared cap per item');
  if (block.cut === 'proRata' || lifts(context)) throw new NotColumnar('coins of a shared cap');
  const room = roomOf(block, { ...context, referenceDay: lastDayInForce(context.writer) });
  let taken: NumberRange = zeroRange;
  for (const member of members) {
    const { emitted } = member;
    const claim = namedRange(context.block, emitted.value);
    const left = namedRange(context.block, differenceFromZero(context.block, room, taken));
    const share = namedRange(context.block, lowestRange(context.block, claim, left));
    const isCut = named(context.block, compareOperands(context.block, 'under', share.high, claim.high));
    member.cut = anyOf([member.cut, isCut]);
    emitted.value = share;
    taken = namedRange(context.block, addRanges(context.block, taken, claim));
  }
}

/** What earlier periods left of the cap; a cap without a figure leaves nothing. */
function roomOf({ amount, scope, members }: GroupCapIr, context: EmitContext): NumberRange {
  const { block } = context;
  const figure = namedRange(block, plain(emitNumber(amount, context)));
  const { condition } = present(block, figure);
  const cap = surelyPresent(namedRange(block, selectRange(block, condition, figure, zeroRange)));
  if (scope.window.kind === 'period') return namedRange(block, differenceFromZero(block, cap, zeroRange));
  const used = members
    .map((clause) => paidRange(context, clause, scope.window, 'subject', 'paid'))
    .reduce((so, one) => addRanges(block, so, one), zeroRange);
  return namedRange(block, differenceFromZero(block, cap, used));
}

// ── Conflicts ────────────────────────────────────────────────────────────────

/** A member that takes part, unless another was paid before. */
interface Entrant {
  readonly member: StandingClause;
  readonly isIn: Condition;
  readonly isBarred: Condition;
  readonly value: NumberRange;
}

/** Of the members that take part one is paid. With all facts known ceilings alone are open, and compare by what may be paid at most. */
function emitConflict(block: ConflictIr, members: readonly StandingClause[], context: EmitContext): void {
  if (block.per === 'item') throw new NotColumnar('conflict among items');
  if (block.chooser === 'earliest') throw new NotColumnar('conflict by day');
  for (const { clause } of members)
    if (clause.statements.some(({ kind }) => kind === 'items')) throw new NotColumnar('items in a conflict');
  const entrants = members.map((member): Entrant => {
    const { gate, value } = member.emitted;
    if (gate.sure !== gate.possible) throw new NotColumnar('open gate');
    return {
      member,
      isIn: gate.sure,
      isBarred: barred(block, member, context),
      value: namedRange(context.block, value),
    };
  });
  const choice = choiceOf(block, context);
  entrants.forEach((entrant, index) => {
    settleEntrant(block, entrant, index, entrants, choice, context);
  });
}

function settleEntrant(
  block: ConflictIr,
  entrant: Entrant,
  index: number,
  entrants: readonly Entrant[],
  choice: OptionCell | undefined,
  context: EmitContext,
): void {
  const beaten = entrants.map((other, place) =>
    place === index
      ? never
      : allOf([other.isIn, negated(other.isBarred), beats(block, other, place, entrant, index, choice, context)]),
  );
  const unchosen = choice === undefined ? never : negated(isChosen(entrant, choice));
  const lost = named(context.block, allOf([entrant.isIn, anyOf([entrant.isBarred, ...beaten, unchosen])]));
  const won = block.earlier === 'difference' ? deducted(block, entrant.value, context) : entrant.value;
  const { member } = entrant;
  const isEmpty =
    won === entrant.value
      ? never
      : compareOperands(context.block, 'over', paidToMembers(block, context).high, zeroRange.high);
  member.emitted.value = namedRange(context.block, selectRange(context.block, lost, zeroRange, won));
  member.loser = anyOf([member.loser, lost, isEmpty]);
  // What changed the clause as a whole; there are no items.
  member.cut = member.loser;
}

function beats(
  block: ConflictIr,
  one: Entrant,
  place: number,
  other: Entrant,
  otherPlace: number,
  choice: OptionCell | undefined,
  { block: code }: EmitContext,
): Condition {
  switch (block.chooser) {
    case 'highest':
      return compareOperands(code, place < otherPlace ? 'atLeast' : 'over', one.value.high, other.value.high);
    case 'first':
      return place < otherPlace ? 'true' : never;
    case 'choice':
      return choice === undefined ? never : isChosen(one, choice);
    case 'earliest':
      throw new NotColumnar('conflict by day');
  }
}

function isChosen({ member }: Entrant, choice: OptionCell): Condition {
  return holdsOneOf(choice, [member.clause.id]).sure;
}

/** The fact that holds the applicant's choice: its options are named like the members. */
function choiceOf({ choiceField }: ConflictIr, context: EmitContext): OptionCell | undefined {
  if (choiceField === undefined) return undefined;
  const cell = emitFact({ field: choiceField, shift: 0 }, context);
  if (cell.kind !== 'options') throw new NotColumnar('conflict among items');
  return cell;
}

/** R10: what was paid for the same key before is deducted from the winner. */
function deducted(block: ConflictIr, value: NumberRange, context: EmitContext): NumberRange {
  return namedRange(context.block, differenceFromZero(context.block, value, paidToMembers(block, context)));
}

function paidToMembers({ members }: ConflictIr, context: EmitContext): NumberRange {
  const used = members
    .map((clause) => paidRange(context, clause, { kind: 'ever' }, 'subject', 'paid'))
    .reduce((so, one) => addRanges(context.block, so, one));
  return namedRange(context.block, used);
}

/** Exclusive: another member was paid before. */
function barred({ earlier, members }: ConflictIr, { clause }: StandingClause, context: EmitContext): Condition {
  if (earlier !== 'exclusive') return never;
  const rivals = members.filter((member) => member !== clause.id);
  return anyOf(
    rivals.map((rival) => {
      const column = { clause: rival, window: { kind: 'ever' }, asks: 'awarded', scale: 0, high: 1 } as const;
      return `(${historyCode(context, column, 'subject')} === 1)`;
    }),
  );
}
