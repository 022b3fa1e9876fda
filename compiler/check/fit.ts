/** Making the figures of one place agree: bare literals take the type asked for, everything else must have it. */
import { MissingUnit, NotWhole, PercentForPoints, PointsForPercent } from '../../diagnostics/types.ts';
import type { Expression, NumberLiteral } from '../../grammar/ast.ts';
import { symbolNamed } from '../resolve/names.ts';
import { type Checking, retype } from './checking.ts';
import { withoutCount } from './dimensions.ts';
import { errorType, isError, sameType, type Type } from './type.ts';
import { figureAs, fixesOf, literalWords, typeWords } from './type-words.ts';

/**
 * Fits a typed expression to the type its place asks for. Reports slips of units itself; anything else goes to `mismatch`, which
 * reports in the words of the place. Returns the wanted type, or error.
 */
export function fitTo(state: Checking, expression: Expression, wanted: Type, mismatch: (found: Type) => void): Type {
  const found = state.infer(expression);
  if (isError(found, wanted)) return errorType;
  if (expression.kind === 'NumberLiteral') return fitLiteral(state, expression, found, wanted, mismatch);
  if (found.kind === 'number' && wanted.kind !== 'number' && isBare(expression)) {
    for (const part of barePartsOf(expression)) if (isError(fitTo(state, part, wanted, mismatch))) return errorType;
    return retype(state, expression, wanted);
  }
  if (agrees(state, expression, found, wanted))
    return wanted.kind === 'compound' ? retype(state, expression, wanted) : wanted;
  if (found.kind === 'points' && wanted.kind === 'percent') {
    state.report(PointsForPercent, { span: expression.span }, {});
    return errorType;
  }
  mismatch(found);
  return errorType;
}

function fitLiteral(
  state: Checking,
  literal: NumberLiteral,
  found: Type,
  wanted: Type,
  mismatch: (found: Type) => void,
): Type {
  const place = { span: literal.span };
  if (isWholeNumber(wanted) && ((found.kind === 'number' && !takesUnit(wanted)) || agreesAsCount(found, wanted))) {
    if (!literal.value.includes('.')) return retype(state, literal, wanted);
    state.report(NotWhole, place, { figure: literalWords(literal), expected: typeWords(wanted, state) });
    return errorType;
  }
  if (sameType(found, wanted) || (wanted.kind === 'number' && found.kind === 'count')) return wanted;
  if (literal.unit.kind === 'None') {
    if (literal.value === '0' && takesUnit(wanted)) return retype(state, literal, wanted);
    if (!takesUnit(wanted)) return fail(mismatch, found);
    const fixes = fixesOf(literal.value, wanted, state);
    state.report(MissingUnit, place, { figure: literalWords(literal), expected: typeWords(wanted, state), fixes });
  } else if (literal.unit.kind === 'Percent' && wanted.kind === 'points')
    state.report(PercentForPoints, place, { fix: figureAs(literal.value, wanted, state) });
  else if (literal.unit.kind === 'Points' && wanted.kind === 'percent')
    state.report(PointsForPercent, place, { fix: figureAs(literal.value, wanted, state) });
  else mismatch(found);
  return errorType;
}

function fail(mismatch: (found: Type) => void, found: Type): Type {
  mismatch(found);
  return errorType;
}

function isWholeNumber(type: Type): boolean {
  return type.kind === 'count' || type.kind === 'rank';
}

function takesUnit(type: Type): boolean {
  return (
    ['money', 'percent', 'points', 'quantity', 'duration', 'compound'].includes(type.kind) ||
    (type.kind === 'count' && type.unit !== undefined)
  );
}

/**
 * A share such as 研发费用 / 营业收入 may stand where a percentage is asked for: it is one, written as a quotient. So may money divided by a count
 * where money per count is asked for, and things counted in a unit where a quantity in it is.
 */
function agrees(state: Checking, expression: Expression, found: Type, wanted: Type): boolean {
  if (sameType(found, wanted)) return true;
  switch (wanted.kind) {
    case 'number':
      return found.kind === 'count' && found.unit === undefined;
    // 名次 不超过 员工数 的 10%.
    case 'rank':
      return found.kind === 'number' || (found.kind === 'count' && found.unit === undefined);
    case 'percent':
      return found.kind === 'number' && isQuotient(state, expression);
    case 'quantity':
      return found.kind === 'count' && found.unit === wanted.unit;
    case 'compound':
      return isPerCount(state, expression) && sameType(found, withoutCount(wanted));
    default:
      return false;
  }
}

function isPerCount(state: Checking, expression: Expression): boolean {
  return (
    isQuotient(state, expression) && expression.kind === 'Binary' && state.infer(expression.right).kind === 'count'
  );
}

/** 1000 标箱 beside things counted in it; 50家 and a bare count. */
function agreesAsCount(found: Type, wanted: Type): boolean {
  if (wanted.kind !== 'count') return found.kind === 'count';
  return found.kind === 'quantity' ? found.unit === wanted.unit : found.kind === 'count' && found.unit === wanted.unit;
}

/** Written as a quotient, in its place or in the definition that a name stands for. Definitions may go in circles, which a rule tells. */
export function isQuotient(state: Checking, expression: Expression): boolean {
  let written = expression;
  for (let steps = 0; steps < longestChain; steps += 1) {
    const symbol = symbolNamed(state.names, written);
    if (symbol?.kind !== 'definition') break;
    written = symbol.declaration.value;
  }
  return written.kind === 'Binary' && written.operator === '/';
}

/** Names that stand for names, one after the other. */
const longestChain = 20;

/** Nothing but figures without unit. */
function isBare(expression: Expression): boolean {
  if (expression.kind === 'NumberLiteral') return expression.unit.kind === 'None';
  const parts = barePartsOf(expression);
  return parts.length > 0 && parts.every(isBare);
}

/** The parts whose type an expression takes over. */
function barePartsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'Negation':
      return [expression.operand];
    case 'Raised':
      return [expression.of];
    case 'Extreme':
      return expression.operands;
    case 'CappedRow':
      return [expression.value, expression.cap];
    case 'ReadingExpression':
      return expression.rows.map((row) => row.value);
    case 'Choose': {
      const values = expression.rows.map((row) => row.value);
      return expression.otherwise?.value === undefined ? values : [...values, expression.otherwise.value];
    }
    default:
      return [];
  }
}

/** One type for several expressions: the first that is more than a bare figure leads. `mismatch` is told the type that leads. */
export function unify(
  state: Checking,
  expressions: readonly Expression[],
  mismatch: (expression: Expression, first: Type, found: Type) => void,
): Type {
  if (expressions.length === 1) return alone(state, expressions[0]!, mismatch);
  const typed = expressions.map((expression) => ({ expression, type: state.infer(expression) }));
  if (typed.some(({ type }) => isError(type))) return errorType;
  const lead = leadOf(state, typed);
  if (lead === undefined) return errorType;
  let result = lead;
  for (const { expression } of typed)
    if (isError(fitTo(state, expression, lead, (found) => mismatch(expression, lead, found)))) result = errorType;
  return result;
}

function alone(state: Checking, expression: Expression, mismatch: Parameters<typeof unify>[2]): Type {
  const type = state.infer(expression);
  return isError(type) ? errorType : fitTo(state, expression, type, (found) => mismatch(expression, type, found));
}

/** The type that all others can take; else the first that is more than a bare figure. */
function leadOf(
  state: Checking,
  typed: readonly { readonly expression: Expression; readonly type: Type }[],
): Type | undefined {
  const firm = typed.filter(({ expression }) => !isBare(expression));
  const common = firm.find(({ type }) => firm.every((one) => canTake(state, one.expression, one.type, type)));
  return (common ?? firm[0] ?? typed[0])?.type;
}

function canTake(state: Checking, expression: Expression, found: Type, wanted: Type): boolean {
  if (agrees(state, expression, found, wanted)) return true;
  return expression.kind === 'NumberLiteral' && wanted.kind === 'count' && agreesAsCount(found, wanted);
}
