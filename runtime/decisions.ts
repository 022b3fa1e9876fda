/** R14: decisions of the authority, keyed (clause, item, period). What the evaluators need while they run, and what is checked afterwards. */
import { clauseCause } from './causes.ts';
import { itemsStatements } from './clause-value.ts';
import type { Frame } from './frame.ts';
import type { Decision } from './input.ts';
import { exactly, greatestEnd, leastEnd, number } from './interval.ts';
import type { CeilingExpr, ClauseId, ClauseIr, Statement } from './ir.ts';
import { expressionsOf, withinExpression } from './ir-children.ts';
import { ofDecimalText, type Rational, zero } from './rational.ts';
import type { Session } from './session.ts';
import type { NumberValue } from './value.ts';

/** The decision for a clause (and item) in the assessed period; the first, should there be several. */
export function decisionFor(session: Session, clause: ClauseId, item: string | undefined): Decision | undefined {
  const { decisions, period } = session.input;
  return decisions.find(
    (decision) => decision.clause === clause && decision.item === item && decision.year === period.year,
  );
}

/** A decided rate stands in the `up to` line in place of the ceiling. */
export function decidedRate(session: Session, clause: ClauseId, item: string | undefined): Rational | undefined {
  const rate = decisionFor(session, clause, item)?.rate;
  return rate === undefined ? undefined : ofDecimalText(rate);
}

/**
 * A decided amount stands in at the end of the clause's own scope, where a ceiling was reached in it. Above the ceiling it is an error
 * (reported by `checkDecisions`) unless the line cuts it. undefined: nothing was decided here.
 */
export function settledAmount(
  session: Session,
  clause: ClauseIr,
  item: string | undefined,
  it: NumberValue,
  frame: Frame,
): NumberValue | undefined {
  const text = decisionFor(session, clause.id, item)?.amount;
  if (text === undefined || reachedCeilings(clause, frame).length === 0) return undefined;
  const amount = ofDecimalText(text);
  if (!cutsToCeiling(clause, frame)) return exactly(amount);
  const causes = it.causes.filter((cause) => cause !== clauseCause('discretion', clause.id, item));
  const most = leastEnd(amount, it.hi);
  return causes.length === 0 ? exactly(most) : number(leastEnd(greatestEnd(it.lo, zero), most), most, causes);
}

/** A ceiling that was evaluated, and the frame that holds its parts. */
export interface ReachedCeiling {
  readonly ceiling: CeilingExpr;
  readonly frame: Frame;
}

/** The `up to` expressions evaluated in this scope: in its frame, or in the frames of aggregates below it. */
export function reachedCeilings(clause: ClauseIr, frame: Frame): readonly ReachedCeiling[] {
  const written = ceilingsOf(clause);
  if (written.length === 0) return [];
  const here = written.filter((ceiling) => frame.values.has(ceiling.id)).map((ceiling) => ({ ceiling, frame }));
  if (frame.inner.size === 0) return here;
  const items = new Set(itemsStatements(clause).map((statement) => statement.id));
  const below = [...frame.inner]
    .filter(([id]) => !items.has(id))
    .flatMap(([, frames]) => frames.map((inner) => inner.frame));
  return [...here, ...below.flatMap((inner) => reachedCeilings(clause, inner))];
}

/** Every `up to` written in the clause, those under other readings included. */
export function ceilingsOf(clause: ClauseIr): readonly CeilingExpr[] {
  const known = ceilings.get(clause);
  if (known !== undefined) return known;
  const found = everyStatement(clause.statements)
    .flatMap(expressionsOf)
    .flatMap(withinExpression)
    .filter((expression): expression is CeilingExpr => expression.kind === 'ceiling');
  ceilings.set(clause, found);
  return found;
}

/** An IR never changes, and every item of a clause asks the same. */
const ceilings = new WeakMap<ClauseIr, readonly CeilingExpr[]>();

function everyStatement(statements: readonly Statement[]): readonly Statement[] {
  return statements.flatMap((statement): readonly Statement[] => {
    if (statement.kind === 'items') return [statement, ...everyStatement(statement.statements)];
    return statement.kind === 'switch' ? statement.cases.flatMap((one) => everyStatement(one.statements)) : [statement];
  });
}

/** Whether an amount line that ran in this scope cuts decisions to its ceiling (A03). */
export function cutsToCeiling(clause: ClauseIr, frame: Frame): boolean {
  return everyStatement(clause.statements).some(
    (line) => line.kind === 'amount' && line.cutToCeiling && frame.states.has(line.id),
  );
}
