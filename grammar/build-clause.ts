import { Unexpected } from '../diagnostics/syntax.ts';
import type {
  AdjustLine,
  BudgetLine,
  CapLine,
  CitesLine,
  ClauseDeclaration,
  ClauseLine,
  EachHeader,
  Expression,
  LineTail,
  OnceLine,
  ReadingChoice,
  Scope,
  Sharing,
  Verb,
  YearLine,
} from './ast.ts';
import { expressionOf, withoutCounter } from './build-expression.ts';
import { lineAnchors, roundingOf } from './build-head.ts';
import {
  anchorsOf,
  type Building,
  labelOf,
  literalOf,
  nameOf,
  readingsOf,
  reference,
  references,
  textOf,
  yearsOf,
} from './build-leaves.ts';
import { orderingOf } from './build-ordering.ts';
import { paymentPlanOf } from './build-payment.ts';
import { raisedOf, tellRaisesBesideCaps } from './build-raised.ts';
import { formerlyOf } from './build-sharing.ts';
import {
  type CstNode,
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
import type { RawToken } from './lex.ts';
import { ArticleOrdinal, families, NameToken, NumberToken, ParagraphOrdinal, TextToken, words } from './tokens.ts';

export function clauseOf(clause: CstNode, building: Building): ClauseDeclaration {
  const each = optionalNode(clause, 'eachHeader');
  return {
    kind: 'ClauseDeclaration',
    span: spanOfNode(clause),
    name: nameOf(node(clause, 'name'), building),
    ...(each ? { each: eachHeaderOf(each, building) } : {}),
    lines: linesOf(node(clause, 'clauseBlock'), building),
  };
}

function eachHeaderOf(header: CstNode, building: Building): EachHeader {
  const [list, on] = tokensOf(header, NameToken).map(reference);
  const where = optionalNode(header, 'expression');
  return {
    span: spanOfNode(header),
    list: list!,
    ...(on ? { on } : {}),
    ...(where ? { where: expressionOf(where, building) } : {}),
  };
}

function linesOf(block: CstNode, building: Building): readonly ClauseLine[] {
  tellRaisesBesideCaps(block, building);
  return nodes(block, 'clauseLine').map((line) => lineOf(line, building));
}

type LineBuilder = (line: CstNode, building: Building) => ClauseLine;

const lineBuilders: Readonly<Record<string, LineBuilder>> = {
  // A word alone; all other lines stand for themselves.
  clauseLine: (line) => ({ kind: 'EveryYearLine', span: spanOfNode(line) }),
  citesLine: citesOf,
  authorityLine: (line, building) => ({
    kind: 'AuthorityLine',
    span: spanOfNode(line),
    bodies: tokensOf(line, TextToken).map((text) => textOf(text, building)),
    anchors: lineAnchors(line, building),
  }),
  formerlyLine: formerlyOf,
  matterLine: (line, building) => ({
    kind: 'MatterLine',
    span: spanOfNode(line),
    name: nameOf(node(line, 'name'), building),
  }),
  datedByLine: (line) => {
    const field = optionalToken(line, NameToken);
    return { kind: 'DatedByLine', span: spanOfNode(line), ...(field ? { field: reference(field) } : {}) };
  },
  yearLine: yearLineOf,
  whenLine: (line, building) => ({
    kind: 'WhenLine',
    condition: expressionOf(node(line, 'expression'), building),
    ...tailOf(line, building),
  }),
  amountLine: (line, building) => ({
    kind: 'AmountLine',
    verb: token(line, families.Verb).tokenType.name as Verb,
    amount: expressionOf(node(line, 'additive'), building),
    cutToCeiling: has(line, words.cutToCeiling),
    ...tailOf(line, building),
  }),
  adjustLine: adjustOf,
  capLine: (line, building) => ({
    kind: 'CapLine',
    ...raisedCapOf(line, building),
    allOrNothing: has(line, words.allOrNothing),
    ...cutOf(line, building),
    ...tailOf(line, building),
  }),
  roundLine: (line, building) => ({
    kind: 'RoundLine',
    rounding: roundingOf(node(line, 'rounding'), building),
    ...tailOf(line, building),
  }),
  budgetLine: (line, building) => ({
    kind: 'BudgetLine',
    ...scopedAmountOf(line, building),
    sharing: token(line, families.Sharing).tokenType.name as Sharing,
    ...queueOf(line, building),
    ...tailOf(line, building),
  }),
  onceLine: onceOf,
  paymentPlan: paymentPlanOf,
  limitLine: limitOf,
  textLine: (line, building) => ({
    kind: 'TextLine',
    span: spanOfNode(line),
    mode: has(line, words.noAmount) ? 'noAmount' : 'otherRules',
    text: textOf(token(line, TextToken), building),
    anchors: lineAnchors(line, building),
  }),
  eachBlock: (line, building) => ({
    kind: 'EachBlock',
    span: spanOfNode(line),
    each: eachHeaderOf(node(line, 'eachHeader'), building),
    lines: linesOf(node(line, 'clauseBlock'), building),
  }),
  clauseReading: clauseReadingOf,
};

function lineOf(line: CstNode, building: Building): ClauseLine {
  return lineBuilders[line.name]!(line, building);
}

function tailOf(line: CstNode, building: Building): LineTail {
  const tail = node(line, 'tail');
  const label = labelOf(tail, building);
  return {
    span: spanOfNode(line),
    anchors: anchorsOf(tail, building),
    readings: readingsOf(tail),
    ...(label ? { label } : {}),
  };
}

export function citesOf(line: CstNode, building: Building): CitesLine {
  const anchors = lineAnchors(line, building);
  return { kind: 'CitesLine', span: spanOfNode(line), anchors, ...citedArticle(line, building) };
}

/** `article 6 paragraph 2`, 第六条第二款, closing, preamble: the words of a node. */
export function citedArticle(line: CstNode, building: Building): Pick<CitesLine, 'article' | 'paragraph'> {
  if (has(line, words.closing)) return { article: 'closing' };
  if (has(line, words.preamble)) return { article: 'preamble' };
  const ordinal = optionalToken(line, ArticleOrdinal);
  const paragraph = optionalToken(line, ParagraphOrdinal);
  const [first, second] = tokensOf(line, NumberToken);
  const number = paragraph ?? second;
  return {
    article: ordinalOf(ordinal ?? first!, building),
    ...(number ? { paragraph: ordinalOf(number, building) } : {}),
  };
}

/** 第十二条 carries its number; in `article 12` the number is a figure. */
function ordinalOf(number: RawToken, building: Building): number {
  const value = Number(number.payload ?? number.image.replaceAll(',', ''));
  if (Number.isInteger(value) && value >= 1 && value <= 9999) return value;
  const expected = [{ zh: '从 1 起的整数', en: 'a whole number from 1' }];
  building.report(Unexpected, { span: spanOfToken(number) }, { found: number.image, expected });
  return 1;
}

function yearLineOf(line: CstNode, building: Building): YearLine {
  const number = optionalToken(line, NumberToken);
  const shift = number ? -yearsOf(number, token(line, families.DurationUnit), building) : -1;
  return { kind: 'YearLine', span: spanOfNode(line), shift };
}

function adjustOf(line: CstNode, building: Building): AdjustLine {
  const operation = (['add', 'less', 'raise', 'lower', 'floor'] as const).find((id) => has(line, words[id]))!;
  const condition = optionalNode(line, 'expression');
  return {
    kind: 'AdjustLine',
    operation,
    amount: expressionOf(node(line, 'additive'), building),
    ...(condition ? { condition: expressionOf(condition, building) } : {}),
    ...tailOf(line, building),
  };
}

export function scopedAmountOf(
  line: CstNode,
  building: Building,
): { readonly amount: Expression; readonly scopes: readonly Scope[] } {
  const scoped = node(line, 'scopedAmount');
  return { amount: expressionOf(node(scoped, 'additive'), building), scopes: scopesOf(scoped, building) };
}

function raisedCapOf(line: CstNode, building: Building): Pick<CapLine, 'amount' | 'scopes'> {
  const { amount, scopes } = scopedAmountOf(line, building);
  return { amount: raisedOf(amount, line, building), scopes };
}

export function scopesOf(parent: CstNode, building: Building): readonly Scope[] {
  return nodes(parent, 'scope').map((scope) => scopeOf(scope, building));
}

function scopeOf(scope: CstNode, building: Building): Scope {
  const span = spanOfNode(scope);
  const name = optionalToken(scope, NameToken);
  if (name) return { kind: 'PerSubject', span, name: reference(name) };
  if (has(scope, words.perYear)) return { kind: 'PerYear', span };
  if (has(scope, words.ever)) return { kind: 'Ever', span };
  if (has(scope, words.whileInForce)) return { kind: 'WhileInForce', span };
  return {
    kind: 'OverYears',
    span,
    years: yearsOf(token(scope, NumberToken), token(scope, families.DurationUnit), building),
  };
}

/** 限次 每个 项目 1次 is `once`. */
function onceOf(line: CstNode, building: Building): ClauseLine {
  const literal = optionalNode(line, 'literal');
  const times = literal && withoutCounter(literalOf(literal, building));
  return {
    kind: 'OnceLine',
    scopes: scopesOf(line, building),
    ...(times === undefined || isOne(times) ? {} : { times }),
    ...whichFirstOf(line, building),
    ...tailOf(line, building),
  };
}

function isOne(times: Expression): boolean {
  return times.kind === 'NumberLiteral' && times.value === '1' && times.unit.kind === 'None';
}

function limitOf(line: CstNode, building: Building): ClauseLine {
  const { amount: times, scopes } = scopedAmountOf(line, building);
  return {
    kind: 'OnceLine',
    scopes,
    times: withoutCounter(times),
    ...whichFirstOf(line, building),
    ...tailOf(line, building),
  };
}

function whichFirstOf(line: CstNode, building: Building): Pick<OnceLine, 'order'> {
  const ordering = optionalNode(node(line, 'whichFirst'), 'ordering');
  return ordering ? { order: orderingOf(ordering, building) } : {};
}

function cutOf(line: CstNode, building: Building): Pick<CapLine, 'cut'> {
  const cut = optionalNode(line, 'itemCut');
  if (!cut) return {};
  const span = spanOfNode(cut);
  if (has(cut, words.cutProRata)) return { cut: { kind: 'proRata', span } };
  const ordering = optionalNode(cut, 'ordering');
  return { cut: { kind: 'inOrder', span, ...(ordering ? { order: orderingOf(ordering, building) } : {}) } };
}

function clauseReadingOf(choice: CstNode, building: Building): ReadingChoice<ClauseLine> {
  return {
    kind: 'ReadingChoice',
    span: spanOfNode(choice),
    reading: reference(token(choice, NameToken)),
    rows: nodes(choice, 'clauseReadingRow').map((row) => {
      const block = optionalNode(row, 'clauseBlock');
      const lines = nodes(row, 'clauseLine').map((line) => lineOf(line, building));
      return { span: spanOfNode(row), choices: references(row), body: block ? linesOf(block, building) : lines };
    }),
  };
}

/** `first come by claimed_on earliest first, ties in listed order`. */
function queueOf(line: CstNode, building: Building): Pick<BudgetLine, 'order'> {
  const order = optionalNode(line, 'ordering');
  return order === undefined ? {} : { order: orderingOf(order, building) };
}
