import { BasisWanted, FullOrStarted } from '../diagnostics/calendar.ts';
import type { Span } from '../diagnostics/span.ts';
import { WrongWordHere } from '../diagnostics/syntax.ts';
import type { Basis, CalendarEdge, DaySpan, Elapsed, Expression, Prorated, WithinTest, YearCount } from './ast.ts';
import { expressionOf } from './build-expression.ts';
import { type Building, literalOf } from './build-leaves.ts';
import {
  type CstNode,
  countOfParts,
  has,
  node,
  nodes,
  optionalNode,
  optionalToken,
  spanOfNode,
  spanOfToken,
  token,
  tokensOf,
} from './cst.ts';
import { wordTerm } from './describe-tokens.ts';
import type { RawToken } from './lex.ts';
import { DaysTo, families, NumberToken, SpanTo, words } from './tokens.ts';

type Edge = Pick<CalendarEdge, 'side' | 'unit'>;

const edges: Readonly<Record<string, Edge>> = {
  startOfYear: { side: 'start', unit: 'year' },
  endOfYear: { side: 'end', unit: 'year' },
  startOfPeriod: { side: 'start', unit: 'period' },
  endOfPeriod: { side: 'end', unit: 'period' },
  startOfYearOf: { side: 'start', unit: 'year' },
  endOfYearOf: { side: 'end', unit: 'year' },
  startOfMonthOf: { side: 'start', unit: 'month' },
  endOfMonthOf: { side: 'end', unit: 'month' },
  itsStartOfYear: { side: 'start', unit: 'year' },
  itsEndOfYear: { side: 'end', unit: 'year' },
  itsStartOfMonth: { side: 'start', unit: 'month' },
  itsEndOfMonth: { side: 'end', unit: 'month' },
};

type Unit = Pick<Elapsed, 'unit' | 'rounding'>;

/** Months and years without saying full or started are asked about. */
const units: Readonly<Record<string, Unit>> = {
  daysFrom: { unit: 'days' },
  deDays: { unit: 'days' },
  fullMonthsFrom: { unit: 'months', rounding: 'full' },
  deFullMonths: { unit: 'months', rounding: 'full' },
  startedMonthsFrom: { unit: 'months', rounding: 'started' },
  deStartedMonths: { unit: 'months', rounding: 'started' },
  monthsFrom: { unit: 'months' },
  deMonths: { unit: 'months' },
  fullYearsFrom: { unit: 'years', rounding: 'full' },
  deFullYears: { unit: 'years', rounding: 'full' },
  startedYearsFrom: { unit: 'years', rounding: 'started' },
  deStartedYears: { unit: 'years', rounding: 'started' },
  yearsFrom: { unit: 'years' },
  deYears: { unit: 'years' },
};

/** The constructs that English begins with their own word. */
export function calendarOf(primary: CstNode, building: Building): Expression {
  const span = spanOfNode(primary);
  const { PeriodEdge, EdgeOf, YearSince, ElapsedFrom } = families;
  const edge = optionalToken(primary, PeriodEdge);
  if (edge) return { kind: 'CalendarEdge', span, ...edges[edge.tokenType.name]! };
  const [chain] = nodes(primary, 'chain').map((one) => expressionOf(one, building));
  const edgeOf = optionalToken(primary, EdgeOf);
  if (edgeOf) return { kind: 'CalendarEdge', span, ...edges[edgeOf.tokenType.name]!, of: chain! };
  const since = optionalToken(primary, YearSince);
  if (since) return { kind: 'YearCount', span, years: yearsCounted(since), since: chain! };
  const [prefixed] = nodes(primary, 'prefixed').map((one) => expressionOf(one, building));
  const which = optionalToken(primary, families.WhichYear);
  if (which) return { kind: 'YearCount', span, years: yearsCounted(which), since: prefixed! };
  const days = spanOf(node(primary, 'spanTail'), building);
  const elapsed = optionalToken(primary, ElapsedFrom);
  if (elapsed) return elapsedOf(elapsed, days, span, building);
  const ofYear = token(primary, families.InterestOn).tokenType === words.interestOfYearOn;
  const basis = basisOf(optionalNode(primary, 'basisTail'), span, building);
  return { kind: 'Interest', span, principal: prefixed!, rate: chain!, ...days, basis, ofYear };
}

/** The same where what they apply to stands first. */
export function calendarAfter(of: Expression, suffix: CstNode, span: Span, building: Building): Expression {
  const edge = optionalToken(suffix, families.ItsEdge);
  if (edge) return { kind: 'CalendarEdge', span, ...edges[edge.tokenType.name]!, of };
  const which = optionalToken(suffix, families.WhichYear);
  if (which) return { kind: 'YearCount', span, years: yearsCounted(which), since: of };
  const elapsed = optionalNode(suffix, 'elapsedSuffix');
  if (elapsed) return elapsedAfter(of, elapsed, span, building);
  const joined = optionalNode(suffix, 'joinedDays');
  if (joined) return joinedOf(of, joined, span, building);
  const interest = optionalNode(suffix, 'interestSuffix');
  if (interest) return interestAfter(of, interest, span, building);
  if (has(suffix, words.postponedBy))
    return { kind: 'DateShift', span, amount: expressionOf(node(suffix, 'prefixed'), building), from: of };
  const last = optionalToken(suffix, families.InProportion);
  const days = last ? chineseSpanOf(node(suffix, 'chineseSpan'), building) : spanOf(node(suffix, 'spanTail'), building);
  const word = last ?? token(suffix, families.Prorated);
  return { kind: 'Prorated', span, amount: of, ...days, by: proratedBy(word, building) };
}

function yearsCounted({ tokenType }: RawToken): YearCount['years'] {
  return tokenType === words.calendarYearSince || tokenType === words.whichCalendarYear ? 'calendar' : 'anniversary';
}

function spanOf(tail: CstNode, building: Building): DaySpan {
  return { ...endsOf(tail, building), through: has(tail, words.through) };
}

function chineseSpanOf(tail: CstNode, building: Building): DaySpan {
  return { ...endsOf(tail, building), through: isThrough(token(tail, SpanTo), tail, building) };
}

function endsOf(tail: CstNode, building: Building): Pick<DaySpan, 'from' | 'to'> {
  const [from, to] = nodes(tail, 'chain').map((one) => expressionOf(one, building));
  return { from: from!, to: to! };
}

/** 起至 … 止 counts the last day in, 至 does not: 至 … 止 says both. */
function isThrough(to: RawToken, tail: CstNode, building: Building): boolean {
  const through = to.payload === words.through.name;
  const stop = optionalToken(tail, words.stop);
  if (stop && !through)
    building.report(WrongWordHere, { span: spanOfToken(to) }, { word: to.image, expected: [wordTerm('through')] });
  return through;
}

function elapsedOf(word: RawToken, days: DaySpan, span: Span, building: Building): Elapsed {
  const unit = units[word.tokenType.name]!;
  const isSaid = unit.unit === 'days' || unit.rounding !== undefined;
  if (!isSaid)
    building.report(FullOrStarted, { span: spanOfToken(word) }, { unit: unit.unit === 'months' ? 'months' : 'years' });
  return { kind: 'Elapsed', span, ...(isSaid ? unit : { ...unit, rounding: 'full' }), ...days };
}

function elapsedAfter(from: Expression, suffix: CstNode, span: Span, building: Building): Elapsed {
  const to = expressionOf(node(suffix, 'chain'), building);
  const through = isThrough(token(suffix, DaysTo), suffix, building);
  return elapsedOf(token(suffix, families.DeElapsed), { from, to, through }, span, building);
}

/** A 与 B 的 较早者. */
function joinedOf(first: Expression, suffix: CstNode, span: Span, building: Building): Expression {
  const others = nodes(suffix, 'chain').map((one) => expressionOf(one, building));
  const side = has(suffix, words.deEarlier) ? 'lowest' : 'highest';
  return { kind: 'Extreme', span, side, days: true, operands: [first, ...others] };
}

/** P 按 R 自 D 至 E 的 利息，按 实际天数/365. */
function interestAfter(principal: Expression, suffix: CstNode, span: Span, building: Building): Expression {
  const rate = expressionOf(node(suffix, 'chain'), building);
  const days = chineseSpanOf(node(suffix, 'chineseSpan'), building);
  const ofYear = token(suffix, families.DeInterest).tokenType === words.deInterestOfYear;
  const basis = basisOf(optionalNode(suffix, 'basisTail'), span, building);
  return { kind: 'Interest', span, principal, rate, ...days, basis, ofYear };
}

const bases: ReadonlySet<string> = new Set<Basis>([
  'actual/365',
  'actual/360',
  'actual/actual',
  'bond 30/360',
  'eurobond 30/360',
  'full months/12',
  'started months/12',
]);

/** The convention as written; where none or another is, the known ones are told. */
function basisOf(tail: CstNode | undefined, span: Span, building: Building): Basis {
  const isWritten = tail !== undefined && countOfParts(tail) > 0;
  const text = isWritten ? basisText(tail) : '';
  if (bases.has(text)) return text as Basis;
  const place = isWritten ? spanOfNode(tail) : span;
  building.report(BasisWanted, { span: place }, { isBare: text === '30/360' });
  return 'actual/365';
}

function basisText(tail: CstNode): string {
  const [first, second] = tokensOf(tail, words.actual);
  const figures = tokensOf(tail, NumberToken).map(({ image }) => image);
  if (first && second) return 'actual/actual';
  if (first) return `actual/${figures.join(' ')}`;
  const quotient = figures.join('/');
  if (has(tail, words.bond)) return `bond ${quotient}`;
  if (has(tail, words.eurobond)) return `eurobond ${quotient}`;
  if (has(tail, words.fullMonths)) return `full months/${quotient}`;
  return has(tail, words.startedMonths) ? `started months/${quotient}` : quotient;
}

function proratedBy(word: RawToken, building: Building): Prorated['by'] {
  const { tokenType } = word;
  if (tokenType === words.proratedByDays || tokenType === words.daysInProportion) return 'days';
  if (tokenType === words.proratedByStartedMonths || tokenType === words.startedMonthsInProportion)
    return 'startedMonths';
  const isSaid = tokenType === words.proratedByFullMonths || tokenType === words.fullMonthsInProportion;
  if (!isSaid) building.report(FullOrStarted, { span: spanOfToken(word) }, { unit: 'prorated' });
  return 'fullMonths';
}

/** `within 2 years of D`. */
export function withinOf(operand: Expression, tail: CstNode, span: Span, building: Building): WithinTest {
  const from = expressionOf(node(tail, 'chain'), building);
  return { kind: 'WithinTest', span, operand, amount: literalOf(node(tail, 'literal'), building), from };
}

/** 在 D 起 2年内. */
export function withinChineseOf(
  operand: Expression,
  from: Expression,
  range: CstNode,
  span: Span,
  building: Building,
): WithinTest {
  const word = optionalToken(range, families.SuffixBound);
  if (word && word.tokenType !== words.within)
    building.report(WrongWordHere, { span: spanOfToken(word) }, { word: word.image, expected: [wordTerm('within')] });
  return { kind: 'WithinTest', span, operand, amount: literalOf(node(range, 'literal'), building), from };
}
