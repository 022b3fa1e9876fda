import type { Report } from '../../diagnostics/diagnostic.ts';
import { CapNeverBinds } from '../../diagnostics/rules.ts';
import type { CapLine, ClauseDeclaration, ClauseLine, Expression } from '../../grammar/ast.ts';
import { ceiling, compare, divide, floor, multiply, type Rational, sign, whole } from '../../runtime/rational.ts';
import { type Types, typeOf } from '../check/types.ts';
import { symbolNamed } from '../resolve/names.ts';
import { isShared, scopeOwner } from '../resolve/scope-owner.ts';
import { declarationsOf } from '../walk.ts';
import { mostInBands } from './band-most.ts';
import type { Gate } from './choice-places.ts';
import { gateOn } from './gate.ts';
import type { Rule } from './rule.ts';
import { edgeWords } from './tier-rows.ts';
import { constantOf, type World, worldsOf } from './world.ts';

/**
 * A cap above all that the lines before it can yield is probably a slip of zeros. Only where that most is written out: flat sums,
 * choices of flat sums, bands closed above, shares and steps of what a condition or its declaration bounds. A cap over several years, several items, or
 * several applicants can always bind.
 */
export const idleCaps: Rule = ({ file, names, types }, report) => {
  const world = worldsOf(names)[0] as World;
  for (const clause of declarationsOf(file, 'ClauseDeclaration')) checkClause(world, types, clause, report);
};

function checkClause(world: World, types: Types, clause: ClauseDeclaration, report: Report): void {
  if (!clause.lines.some(({ kind }) => kind === 'CapLine')) return;
  const where = clause.each?.where;
  const gates: Gate[] = where === undefined ? [] : [{ condition: where, readings: [] }];
  const place = { world, types, gates };
  let most: Rational | undefined;
  for (const line of clause.lines) {
    if (line.kind === 'WhenLine') gates.push({ condition: line.condition, readings: line.readings });
    else if (line.kind === 'AmountLine')
      most = typeOf(types, line.amount).kind === 'money' ? mostOf(place, line.amount) : undefined;
    else if (line.kind === 'CapLine') most = checkCap(world, types, clause, line, most, report);
    else if (changesAmount(line)) most = undefined;
  }
}

function checkCap(
  world: World,
  types: Types,
  clause: ClauseDeclaration,
  cap: CapLine,
  most: Rational | undefined,
  report: Report,
): Rational | undefined {
  const value = constantOf(world, cap.amount);
  if (value === undefined || !isOfOneYear(world, clause, cap)) return undefined;
  if (most === undefined || compare(most, value) >= 0) return value;
  const type = typeOf(types, cap.amount);
  const words = (amount: Rational) => edgeWords({ value: amount, included: true }, type, world);
  report(CapNeverBinds, { span: cap.amount.span }, { most: words(most), cap: words(value) });
  return most;
}

/** Of one item where the clause goes by items, else of one year of the applicant. */
function isOfOneYear(world: World, clause: ClauseDeclaration, { scopes, readings }: CapLine): boolean {
  const isLong = scopes.some(({ kind }) => kind === 'Ever' || kind === 'WhileInForce' || kind === 'OverYears');
  const owner = scopeOwner(world.names, scopes);
  const perItem = owner?.kind === 'list';
  if (isShared(owner)) return false;
  return !isLong && readings.length === 0 && (clause.each === undefined || perItem);
}

function changesAmount(line: ClauseLine): boolean {
  if (line.kind === 'AdjustLine') return line.operation !== 'less' && line.operation !== 'lower';
  return line.kind === 'EachBlock' || line.kind === 'ReadingChoice' || line.kind === 'RoundLine';
}

interface Place {
  readonly world: World;
  readonly types: Types;
  /** Conditions of the clause so far. */
  readonly gates: readonly Gate[];
}

/** The most an expression can come to, when that is written in it, or in what bounds its parts. */
function mostOf(place: Place, expression: Expression): Rational | undefined {
  const constant = constantOf(place.world, expression);
  if (constant !== undefined) return constant;
  switch (expression.kind) {
    case 'UpTo':
      return expression.base === undefined
        ? mostOf(place, expression.limit)
        : shareOf(place, expression.limit, expression.base);
    case 'RateOf':
      return shareOf(place, expression.rate, expression.base);
    case 'CappedRow':
      return constantOf(place.world, expression.cap);
    case 'Part':
      return expression.side === 'upTo' ? constantOf(place.world, expression.edge) : undefined;
    case 'Steps':
      return stepsOf(place, expression);
    case 'Choose': {
      if (expression.mode === 'bands' && expression.key !== undefined)
        return mostInBands(place.world, expression, typeOf(place.types, expression.key));
      if (expression.mode === 'eachRow') return undefined;
      const otherwise = expression.otherwise?.value;
      const values = expression.rows.map((row) => row.value);
      return greatest((otherwise === undefined ? values : [...values, otherwise]).map((value) => mostOf(place, value)));
    }
    default:
      return boundOf(place, expression);
  }
}

/** What a condition, or the declaration of a fact, says that a figure is at most. */
function boundOf({ world, types, gates }: Place, expression: Expression): Rational | undefined {
  const gated = gateOn(expression, gates, world, typeOf(types, expression))?.interval.high?.value;
  const symbol = symbolNamed(world.names, expression);
  const isFact = symbol?.kind === 'fact' || symbol?.kind === 'itemField';
  const high = isFact ? symbol.declaration.bounds?.high : undefined;
  const declared = high === undefined ? undefined : constantOf(world, high);
  if (gated === undefined || declared === undefined) return gated ?? declared;
  return compare(gated, declared) < 0 ? gated : declared;
}

function shareOf(place: Place, rate: Expression, base: Expression): Rational | undefined {
  const [share, most] = [constantOf(place.world, rate), mostOf(place, base)];
  return share === undefined || most === undefined || sign(share) < 0 ? undefined : multiply(share, most);
}

/** A step begun counts whole at most. */
function stepsOf(
  place: Place,
  { mode, amount, step, of }: Extract<Expression, { kind: 'Steps' }>,
): Rational | undefined {
  const [size, each, most] = [constantOf(place.world, step), constantOf(place.world, amount), mostOf(place, of)];
  if (size === undefined || each === undefined || most === undefined) return undefined;
  if (sign(size) <= 0 || sign(each) < 0 || sign(most) < 0) return undefined;
  const steps = divide(most, size);
  const counted = mode === 'everyFull' ? whole(floor(steps)) : mode === 'everyStarted' ? whole(ceiling(steps)) : steps;
  return multiply(each, counted);
}

function greatest(values: readonly (Rational | undefined)[]): Rational | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((a, b) => (a === undefined || b === undefined ? undefined : compare(a, b) >= 0 ? a : b));
}
