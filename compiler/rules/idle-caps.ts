import type { Report } from '../../diagnostics/diagnostic.ts';
import { CapNeverBinds } from '../../diagnostics/rules.ts';
import type { CapLine, ClauseDeclaration, ClauseLine, Expression } from '../../grammar/ast.ts';
import { compare, multiply, type Rational, sign } from '../../runtime/rational.ts';
import { type Types, typeOf } from '../check/types.ts';
import { declarationsOf } from '../walk.ts';
import { mostInBands } from './band-most.ts';
import type { Rule } from './rule.ts';
import { edgeWords } from './tier-rows.ts';
import { constantOf, type World, worldsOf } from './world.ts';

/**
 * A cap above all that the lines before it can yield is probably a slip of zeros. Only where that most is written out: flat sums,
 * choices of flat sums, bands closed above. A cap over several years, or over several items, can always bind.
 */
export const idleCaps: Rule = ({ file, names, types }, report) => {
  const world = worldsOf(names)[0] as World;
  for (const clause of declarationsOf(file, 'ClauseDeclaration')) checkClause(world, types, clause, report);
};

function checkClause(world: World, types: Types, clause: ClauseDeclaration, report: Report): void {
  let most: Rational | undefined;
  for (const line of clause.lines) {
    if (line.kind === 'AmountLine')
      most = typeOf(types, line.amount).kind === 'money' ? mostOf(world, types, line.amount) : undefined;
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
  const words = (amount: Rational) => edgeWords({ value: amount, included: true }, type);
  report(CapNeverBinds, { span: cap.amount.span }, { most: words(most), cap: words(value) });
  return most;
}

/** Of one item where the clause goes by items, else of one year of the applicant. */
function isOfOneYear(world: World, clause: ClauseDeclaration, { scopes, readings }: CapLine): boolean {
  const isLong = scopes.some(({ kind }) => kind === 'Ever' || kind === 'WhileInForce' || kind === 'OverYears');
  const perItem = scopes.some(
    (scope) => scope.kind === 'PerSubject' && world.names.used.get(scope.name)?.kind === 'list',
  );
  return !isLong && readings.length === 0 && (clause.each === undefined || perItem);
}

function changesAmount(line: ClauseLine): boolean {
  if (line.kind === 'AdjustLine') return line.operation !== 'less';
  return line.kind === 'EachBlock' || line.kind === 'ReadingChoice' || line.kind === 'RoundLine';
}

/** The most an expression can come to, when that is written in it. */
function mostOf(world: World, types: Types, expression: Expression): Rational | undefined {
  const constant = constantOf(world, expression);
  if (constant !== undefined) return constant;
  switch (expression.kind) {
    case 'UpTo':
      return expression.base === undefined
        ? mostOf(world, types, expression.limit)
        : shareOf(world, types, expression.limit, expression.base);
    case 'RateOf':
      return shareOf(world, types, expression.rate, expression.base);
    case 'CappedRow':
      return constantOf(world, expression.cap);
    case 'Part':
      return expression.side === 'upTo' ? constantOf(world, expression.edge) : undefined;
    case 'Choose': {
      if (expression.mode === 'bands' && expression.key !== undefined)
        return mostInBands(world, expression, typeOf(types, expression.key));
      if (expression.mode === 'eachRow') return undefined;
      const otherwise = expression.otherwise?.value;
      const values = expression.rows.map((row) => row.value);
      return greatest(
        (otherwise === undefined ? values : [...values, otherwise]).map((value) => mostOf(world, types, value)),
      );
    }
    default:
      return undefined;
  }
}

function shareOf(world: World, types: Types, rate: Expression, base: Expression): Rational | undefined {
  const [share, most] = [constantOf(world, rate), mostOf(world, types, base)];
  return share === undefined || most === undefined || sign(share) < 0 ? undefined : multiply(share, most);
}

function greatest(values: readonly (Rational | undefined)[]): Rational | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((a, b) => (a === undefined || b === undefined ? undefined : compare(a, b) >= 0 ? a : b));
}
