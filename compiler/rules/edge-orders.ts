import { EdgeOrderUnknown } from '../../diagnostics/rules.ts';
import type { BoundOperator, Choose, ChooseRow, Expression } from '../../grammar/ast.ts';
import { negate, one } from '../../runtime/rational.ts';
import { isWhole } from '../check/type.ts';
import { typeOf } from '../check/types.ts';
import { compareEdges, type EdgeForm, edgeForm, shifted } from '../edge-order.ts';
import { byHardness, isOrderKnown } from '../lower/row-order.ts';
import type { Names } from '../resolve/names.ts';
import { choicesWithPlace } from './choice-places.ts';
import type { Analysis, Rule } from './rule.ts';
import { constantOf, type World, worldsOf } from './world.ts';

/**
 * R17: written order never matters. Where the facts alone order the edges, rows open to one side have no order, and rows of two ends must
 * be seen to meet; the choice is refused otherwise. Rows that add, or of which the highest counts, need no order.
 */
export const edgeOrders: Rule = (analysis, report) => {
  let worlds: readonly World[] | undefined;
  for (const { choose } of choicesWithPlace(analysis.file)) {
    if (choose.key === undefined || choose.mode === 'eachRow' || choose.mode === 'highest') continue;
    if (choose.rows[0]?.test.kind !== 'BoundsRow') continue;
    worlds ??= worldsOf(analysis.names);
    if (isOrdered(analysis, choose, worlds)) continue;
    report(EdgeOrderUnknown, { span: choose.key.span }, {});
  }
};

function isOrdered(analysis: Analysis, choose: Choose, worlds: readonly World[]): boolean {
  const { names, types } = analysis;
  const edges = choose.rows.flatMap(edgesOf);
  if (edges.every((edge) => edgeForm(names, edge)?.base === '')) return true;
  if (edges.every((edge) => worlds.every((world) => constantOf(world, edge) !== undefined)))
    return isOrderKnown(names, choose.rows) || !isOneSided(choose.rows);
  if (isOneSided(choose.rows)) return isOrderKnown(names, choose.rows);
  const whole = choose.key !== undefined && isWhole(typeOf(types, choose.key));
  const inBands = choose.mode === 'bands';
  const mayLeaveGaps = inBands || choose.otherwise !== undefined;
  return rowsMeet(names, choose.rows, { mayLeaveGaps, whole, sidesMatter: !inBands });
}

function edgesOf({ test }: ChooseRow): readonly Expression[] {
  return test.kind === 'BoundsRow' ? test.bounds.map(({ edge }) => edge) : [];
}

function isOneSided(rows: readonly ChooseRow[]): boolean {
  const ends = rows.map((row) => [endOf(row, 'lower'), endOf(row, 'upper')]);
  return ends.every(([lower]) => lower === undefined) || ends.every(([, upper]) => upper === undefined);
}

interface End {
  readonly operator: BoundOperator;
  readonly edge: Expression;
}

function endOf({ test }: ChooseRow, side: 'lower' | 'upper'): End | undefined {
  if (test.kind !== 'BoundsRow') return undefined;
  const isUpper = (operator: BoundOperator) => operator === 'atMost' || operator === 'under';
  return test.bounds.find(({ operator }) => isUpper(operator) === (side === 'upper'));
}

interface Meeting {
  readonly mayLeaveGaps: boolean;
  /** The key steps by one: a row up to 1000 meets one from 1001 on. */
  readonly whole: boolean;
  /** A figure at the edge must lie in one row alone; in bands of what is not counted it does no harm. */
  readonly sidesMatter: boolean;
}

function rowsMeet(names: Names, rows: readonly ChooseRow[], meeting: Meeting): boolean {
  const ordered = isOrderKnown(names, rows) ? byHardness(names, rows) : chained(names, rows, meeting);
  if (ordered === undefined) return false;
  return ordered.every((row, index) => {
    const next = ordered[index + 1];
    return next === undefined || meets(names, row, next, meeting);
  });
}

function meets(names: Names, row: ChooseRow, next: ChooseRow, meeting: Meeting): boolean {
  const order = orderOf(names, row, next, meeting);
  if (order === undefined || order > 0) return false;
  if (order < 0) return meeting.mayLeaveGaps;
  const [upper, lower] = [endOf(row, 'upper'), endOf(next, 'lower')];
  return meeting.whole || !meeting.sidesMatter || (upper?.operator === 'atMost') === (lower?.operator === 'over');
}

/** Whether a row ends before, at or after the beginning of another; `undefined` where the facts decide. */
function orderOf(names: Names, row: ChooseRow, next: ChooseRow, { whole }: Meeting): number | undefined {
  const [high, low] = [formOf(names, endOf(row, 'upper'), whole), formOf(names, endOf(next, 'lower'), whole)];
  return high === undefined || low === undefined ? undefined : compareEdges(high, low);
}

/** Of what is counted, the last number below the edge: `under 1001` ends, and `at least 1001` begins, at 1000. */
function formOf(names: Names, end: End | undefined, whole: boolean): EdgeForm | undefined {
  const form = end === undefined ? undefined : edgeForm(names, end.edge);
  const isLower = end?.operator === 'atLeast' || end?.operator === 'under';
  return form !== undefined && whole && isLower ? shifted(form, negate(one)) : form;
}

/** Rows are compared in pairs. */
const mostLinked = 100;

/** The rows so that each begins where the one before ends, in the same words; `undefined` if there is no such order. */
function chained(names: Names, rows: readonly ChooseRow[], meeting: Meeting): readonly ChooseRow[] | undefined {
  if (rows.length > mostLinked) return undefined;
  const isNext = (row: ChooseRow, next: ChooseRow) => orderOf(names, row, next, meeting) === 0;
  const firsts = rows.filter((row) => !rows.some((other) => other !== row && isNext(other, row)));
  const [first] = firsts;
  if (first === undefined || firsts.length > 1) return undefined;
  const chain = [first];
  for (let at = first; chain.length < rows.length; ) {
    const next = rows.find((row) => !chain.includes(row) && isNext(at, row));
    if (next === undefined) return undefined;
    chain.push(next);
    at = next;
  }
  return chain;
}
