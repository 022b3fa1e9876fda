/** R7: which value a reference to a clause means. Reads runs and their frames alone, so that every evaluator answers alike. */
import type { Frame } from './frame.ts';
import { gated } from './gate.ts';
import { isExactlyZero, signOfEnd, sum, zeroNumber } from './interval.ts';
import type { ClauseExpr, ClauseIr, Items, Statement } from './ir.ts';
import { type ClauseRun, type ItemRun, runOf, type Session } from './session.ts';
import { known, unknown } from './truth.ts';
import type { NumberValue, TruthValue } from './value.ts';

/** The item from whose line the clause is read. */
export interface ReadingItem {
  readonly list: string;
  readonly key: string;
}

export function clauseValue(
  expression: Pick<ClauseExpr, 'clause' | 'at'>,
  session: Session,
  reader: ReadingItem | undefined,
): NumberValue {
  const run = runOf(expression.clause, session);
  const { at } = expression;
  if (at.kind === 'after') return session.afterBlocks.get(at.block)?.get(expression.clause) ?? run.value;
  if (at.kind === 'beforeCap') return beforeCap(run);
  if (reader === undefined || !itemsStatements(run.clause).some((items) => items.list === reader.list)) {
    return at.kind === 'own' ? run.own : lineValue(run, at.label);
  }
  const item = run.items.find((one) => one.key === reader.key);
  if (item === undefined) return zeroNumber;
  return gated(at.kind === 'own' ? item.value : itemLine(run.clause, item, at.label), run.gate);
}

/** Surely above 0, surely 0, or open. A clause that carries text is granted where its gate holds. */
export function isClauseGranted(clause: string, session: Session): TruthValue {
  const run = runOf(clause, session);
  if (run.clause.kind === 'none')
    return run.gate.truth === 'unknown' ? unknown(run.gate.causes) : known(run.gate.truth === 'true');
  if (signOfEnd(run.own.lo) > 0) return known(true);
  return isExactlyZero(run.own) ? known(false) : unknown(run.own.causes);
}

/** The amount after a labelled line; 0 where the line did not run. Of a line per item, the sum. */
function lineValue(run: ClauseRun, label: string): NumberValue {
  const line = linesOf(run.clause.statements).find((one) => one.label === label && run.frame.states.has(one.id));
  const it =
    line === undefined
      ? sumOver(run, (item) => itemLine(run.clause, item, label))
      : (run.frame.states.get(line.id)?.it ?? zeroNumber);
  return gated(it, run.gate);
}

function itemLine(clause: ClauseIr, item: ItemRun, label: string): NumberValue {
  const line = itemLines(clause).find((one) => one.label === label && item.frame.states.has(one.id));
  return line === undefined ? zeroNumber : gated(item.frame.states.get(line.id)?.it ?? zeroNumber, item.gate);
}

/** Before the first cap of the widest scope that has one; without any cap, the clause's own value. */
function beforeCap(run: ClauseRun): NumberValue {
  const lines = linesOf(run.clause.statements);
  if (lines.some((line) => line.kind === 'cap')) return gated(beforeCapIn(lines, run.frame) ?? run.own, run.gate);
  const inner = itemLines(run.clause);
  if (!inner.some((line) => line.kind === 'cap')) return run.own;
  return gated(
    sumOver(run, (item) => gated(beforeCapIn(inner, item.frame) ?? item.value, item.gate)),
    run.gate,
  );
}

/** undefined: no cap ran (another reading's case was taken). */
function beforeCapIn(lines: readonly Statement[], frame: Frame): NumberValue | undefined {
  let it = zeroNumber;
  for (const line of lines) {
    const state = frame.states.get(line.id);
    if (state === undefined) continue;
    if (line.kind === 'cap') return it;
    it = state.decided ?? state.it ?? it;
  }
  return undefined;
}

function sumOver(run: ClauseRun, value: (item: ItemRun) => NumberValue): NumberValue {
  return sum(run.items.map(value));
}

/** Statements of the clause's own scope, those of all readings' cases included; in order. What ran has a state. */
export function linesOf(statements: readonly Statement[]): readonly Statement[] {
  const known = lines.get(statements);
  if (known !== undefined) return known;
  const found = statements.flatMap((statement) =>
    statement.kind === 'switch' ? statement.cases.flatMap((one) => linesOf(one.statements)) : [statement],
  );
  lines.set(statements, found);
  return found;
}

/** An IR never changes, and every assessment asks the same of it. */
const lines = new WeakMap<readonly Statement[], readonly Statement[]>();

export function itemsStatements(clause: ClauseIr): readonly Items[] {
  return linesOf(clause.statements).filter((statement): statement is Items => statement.kind === 'items');
}

/** Whether the clause's amount was made item by item; without items its list is absent or empty. */
export function ranByItem(run: ClauseRun): boolean {
  return itemsStatements(run.clause).some((statement) => run.frame.states.has(statement.id));
}

function itemLines(clause: ClauseIr): readonly Statement[] {
  return itemsStatements(clause).flatMap((items) => linesOf(items.statements));
}
