import type { Report } from '../../diagnostics/diagnostic.ts';
import { CaseNeverReached, EmptyRow } from '../../diagnostics/rules.ts';
import type { ChooseRow, Expression, Reference } from '../../grammar/ast.ts';
import { typeOf } from '../check/types.ts';
import { choicesWithPlace } from './choice-places.ts';
import { expressionKey } from './expression-key.ts';
import { conjuncts } from './gate.ts';
import type { Analysis, Rule } from './rule.ts';
import {
  boundInterval,
  compareHigh,
  compareLow,
  type Interval,
  intersection,
  isEmpty,
  operatorUnder,
} from './tier-rows.ts';
import { constantOf, underWords, type World, worldsOf } from './world.ts';

/**
 * R17, by case: conditions are not figures on one line, so gaps and overlaps are not asked for; but a row whose bounds contradict one
 * another, or, under `the first`, one that an earlier row always takes the place of, is a slip.
 */
export const caseRows: Rule = (analysis, report) => {
  const worlds = worldsOf(analysis.names);
  for (const { choose, readings } of choicesWithPlace(analysis.file)) {
    const isCases = choose.rows.every(({ test }) => test.kind === 'ConditionRow');
    if (!isCases || choose.rows.length > mostRows) continue;
    for (const world of worlds)
      if (checkRows(analysis, choose.rows, choose.mode === 'first', readings, world, report)) break;
  }
};

/** Rows are compared in pairs. */
const mostRows = 200;

/** What must hold for a row: the interval that its bounds leave of each thing they measure, and the conditions of other sorts. */
interface Demands {
  readonly row: ChooseRow;
  readonly intervals: ReadonlyMap<string, Interval>;
  readonly others: readonly Expression[];
}

/** Whether something was reported. */
function checkRows(
  analysis: Analysis,
  rows: readonly ChooseRow[],
  inOrder: boolean,
  readings: readonly Reference[],
  world: World,
  report: Report,
): boolean {
  const all = rows.map((row) => demandsOf(analysis, row, readings, world));
  const under = underWords(world);
  for (const [index, one] of all.entries()) {
    if ([...one.intervals.values()].some(isEmpty)) {
      report(EmptyRow, { span: one.row.test.span }, { under });
      return true;
    }
    const earlier = inOrder ? all.slice(0, index).find((other) => follows(analysis, one, other)) : undefined;
    if (earlier === undefined) continue;
    const note = { span: earlier.row.test.span, text: { zh: '前面的一行在这里', en: 'the earlier row is here' } };
    report(CaseNeverReached, { span: one.row.test.span }, { under }, [note]);
    return true;
  }
  return false;
}

function demandsOf(analysis: Analysis, row: ChooseRow, readings: readonly Reference[], world: World): Demands {
  const intervals = new Map<string, Interval>();
  const others: Expression[] = [];
  if (row.test.kind !== 'ConditionRow') return { row, intervals, others };
  for (const condition of conjuncts(world, row.test.condition)) {
    const bound = boundOf(analysis, condition, [...readings, ...row.readings], world);
    if (bound === undefined) others.push(condition);
    else intervals.set(bound.key, intersection(intervals.get(bound.key) ?? {}, bound.interval));
  }
  return { row, intervals, others };
}

function boundOf(
  { names, types }: Analysis,
  condition: Expression,
  readings: readonly Reference[],
  world: World,
): { readonly key: string; readonly interval: Interval } | undefined {
  if (condition.kind !== 'Comparison' || condition.operator === 'notEqual') return undefined;
  const key = expressionKey(names, condition.left);
  const value = constantOf(world, condition.right);
  if (key === undefined || value === undefined) return undefined;
  const operator = operatorUnder(world, condition.operator, readings);
  return { key, interval: boundInterval(operator, value, typeOf(types, condition.left)) };
}

/** Whether `one` can hold only where `other` does. */
function follows({ names }: Analysis, one: Demands, other: Demands): boolean {
  const isWithin = ([key, outer]: readonly [string, Interval]): boolean => {
    const inner = one.intervals.get(key);
    return inner !== undefined && compareLow(inner.low, outer.low) >= 0 && compareHigh(inner.high, outer.high) <= 0;
  };
  const isDemanded = (condition: Expression): boolean => {
    const key = expressionKey(names, condition);
    return key !== undefined && one.others.some((own) => expressionKey(names, own) === key);
  };
  return [...other.intervals].every(isWithin) && other.others.every(isDemanded);
}
