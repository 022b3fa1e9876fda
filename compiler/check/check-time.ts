import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import { CannotShift, NotYearly, ValuesDisagree, WrongType } from '../../diagnostics/types.ts';
import type { Expression, Growth, HasGrown, Increase, Ladder, Reference, Shift } from '../../grammar/ast.ts';
import { datedFigures } from '../dated-figures.ts';
import { symbolNamed } from '../resolve/names.ts';
import type { PolicySymbol } from '../resolve/symbol.ts';
import { everyExpression } from '../walk.ts';
import { requireNumber } from './check-arithmetic.ts';
import type { Checking } from './checking.ts';
import { fitTo, unify } from './fit.ts';
import { booleanType, dateType, errorType, isError, percentType, pointsType, type Type } from './type.ts';
import { typeWords } from './type-words.ts';

const uses = {
  growth: { zh: '增速', en: 'growth' },
  increase: { zh: '增量', en: 'an increase' },
  hasGrown: { zh: '“比上年增长”', en: '“has grown”' },
  shift: { zh: '“上年”', en: '“last year”' },
  ladder: { zh: '“首次超过”', en: '“first time over”' },
} as const;

export function checkGrowth(state: Checking, { of }: Growth): Type {
  return isError(requireSeries(state, of, uses.growth)) ? errorType : percentType;
}

/** The increase of a percentage is in points. */
export function checkIncrease(state: Checking, { of }: Increase): Type {
  const type = requireSeries(state, of, uses.increase);
  return type.kind === 'percent' ? pointsType : type;
}

export function checkHasGrown(state: Checking, { operand }: HasGrown): Type {
  requireSeries(state, operand, uses.hasGrown);
  return booleanType;
}

export function checkShift(state: Checking, { of }: Shift): Type {
  const type = state.infer(of);
  // R3: a shift moves dated figures as well.
  const isDated = findUnshiftable(state, of) === undefined && !datedFigures(state.names, of).next().done;
  return isDated || requireYearly(state, of, uses.shift) ? type : errorType;
}

/** A figure that is stated year by year. */
function requireSeries(state: Checking, of: Expression, use: Bilingual): Type {
  const type = requireNumber(state, of);
  if (isError(type) || !requireYearly(state, of, use)) return errorType;
  return type;
}

function requireYearly(state: Checking, of: Expression, use: Bilingual): boolean {
  if (isError(state.infer(of))) return false;
  const unshiftable = findUnshiftable(state, of);
  if (unshiftable !== undefined) {
    state.report(CannotShift, { span: unshiftable.expression.span }, { what: unshiftable.words });
    return false;
  }
  if (state.expressions.get(of)?.yearly === true || holdsPeriodEdge(state, of)) return true;
  const symbol = figureIn(state, of);
  if (symbol !== undefined && state.notYearly.has(symbol)) return false;
  if (symbol !== undefined) state.notYearly.add(symbol);
  const notes =
    symbol === undefined ? [] : [{ span: symbol.name.span, text: { zh: '声明在这里', en: 'it is declared here' } }];
  state.report(NotYearly, { span: of.span }, { use }, notes);
  return false;
}

/** 上年 年末: the days of the period shift too. */
function holdsPeriodEdge(state: Checking, root: Expression): boolean {
  for (const { inside } of withDefinitions(state, root))
    if (inside.kind === 'CalendarEdge' && inside.of === undefined) return true;
  return false;
}

/** The figure that should have been yearly, where there is but one. */
function figureIn(state: Checking, of: Expression): PolicySymbol | undefined {
  const symbol = symbolNamed(state.names, of);
  return symbol?.kind === 'fact' || symbol?.kind === 'itemField' || symbol?.kind === 'parameter' ? symbol : undefined;
}

/** Ledger, decisions and clauses belong to the assessed year alone. Definitions are looked into. */
function findUnshiftable(
  state: Checking,
  root: Expression,
): { readonly expression: Expression; readonly words: Bilingual } | undefined {
  for (const { expression, inside } of withDefinitions(state, root)) {
    const words = unshiftableWords(state, inside);
    if (words !== undefined) return { expression, words };
  }
  return undefined;
}

/** Every expression with those of the definitions it names; `expression` is what stands in the text at hand. */
function* withDefinitions(state: Checking, root: Expression) {
  const open: { readonly at: Expression | undefined; readonly root: Expression }[] = [{ at: undefined, root }];
  const seen = new Set<Expression>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next.root)) continue;
    seen.add(next.root);
    for (const inside of everyExpression(next.root)) {
      const expression = next.at ?? inside;
      yield { expression, inside };
      const symbol = symbolNamed(state.names, inside);
      if (symbol?.kind === 'definition') open.push({ at: expression, root: symbol.declaration.value });
    }
  }
}

const referenceDayWords: Bilingual = { zh: '时点日', en: 'the reference day' };

function unshiftableWords(state: Checking, expression: Expression): Bilingual | undefined {
  switch (expression.kind) {
    case 'ReferenceExpression':
      return state.names.used.get(expression.reference)?.kind === 'clause'
        ? { zh: `条款“${expression.reference.text}”`, en: `clause “${expression.reference.text}”` }
        : undefined;
    case 'ClauseValue':
    case 'IsGranted':
      return { zh: `条款“${expression.clause.text}”`, en: `clause “${expression.clause.text}”` };
    case 'PaidUnder':
      return { zh: '以往已获的金额', en: 'what was paid before' };
    case 'UpTo':
      return { zh: '“最高”', en: '“up to”' };
    case 'Ladder':
      return { zh: '“首次超过”', en: '“first time over”' };
    case 'YearCount':
      return expression.years === 'anniversary' ? referenceDayWords : undefined;
    case 'ReferenceDay':
      return referenceDayWords;
    case 'Rank':
      return { zh: '名次', en: 'a rank' };
    case 'Part':
      return expression.among === undefined ? undefined : { zh: '按先后的部分', en: 'a part in order' };
    default:
      return undefined;
  }
}

export function checkLadder(state: Checking, ladder: Ladder): Type {
  const of = requireSeries(state, ladder.of, uses.ladder);
  if (ladder.range.kind === 'sinceFact') requireFact(state, ladder.range.fact, dateType);
  if (ladder.peak !== undefined && !isError(of)) requireFact(state, ladder.peak.fact, of);
  for (const { threshold } of ladder.rows) {
    state.infer(threshold);
    if (isError(of)) continue;
    fitTo(state, threshold, of, (found) =>
      state.report(
        WrongType,
        { span: threshold.span },
        { expected: typeWords(of, state), found: typeWords(found, state) },
      ),
    );
  }
  return unify(
    state,
    ladder.rows.map((row) => row.amount),
    (expression, first, found) =>
      state.report(
        ValuesDisagree,
        { span: expression.span },
        { first: typeWords(first, state), found: typeWords(found, state) },
      ),
  );
}

/** A fact named without being an expression of its own. */
export function requireFact(state: Checking, reference: Reference, wanted: Type): void {
  const symbol = state.names.used.get(reference);
  if (symbol === undefined) return;
  const isField = symbol.kind === 'fact' || symbol.kind === 'itemField' || symbol.kind === 'parameter';
  const found = isField ? state.fields.get(symbol) : undefined;
  if (found === undefined || isError(found, wanted)) return;
  if (found.kind === wanted.kind) return;
  state.report(
    WrongType,
    { span: reference.span },
    { expected: typeWords(wanted, state), found: typeWords(found, state) },
  );
}

export function requireDate(state: Checking, expression: Expression): void {
  const found = state.infer(expression);
  if (!isError(found) && found.kind !== 'date')
    state.report(
      WrongType,
      { span: expression.span },
      { expected: typeWords(dateType, state), found: typeWords(found, state) },
    );
}
