import type { Bilingual } from '../diagnostics/diagnostic.ts';
import { DayWanted, WrongWordHere, YearWanted } from '../diagnostics/syntax.ts';
import type { Expression, NumberLiteral, ParameterDeclaration, ParameterRow } from './ast.ts';
import { fieldOf } from './build-facts.ts';
import { lineAnchors } from './build-head.ts';
import { type Building, dateOf, literalOf, textOf, written } from './build-leaves.ts';
import { type CstNode, has, node, nodes, optionalNode, optionalToken, spanOfNode, token } from './cst.ts';
import { wordTerm } from './describe-tokens.ts';
import { DateToken, Minus, TextToken, words } from './tokens.ts';

export function parameterOf(parameter: CstNode, building: Building): ParameterDeclaration {
  const declared = node(parameter, 'field');
  const field = fieldOf(declared, building);
  tellUnfit(declared, building);
  const dated = nodes(declared, 'typeSuffix').some((suffix) => has(suffix, words.dated));
  return {
    kind: 'ParameterDeclaration',
    span: spanOfNode(parameter),
    name: field.name,
    type: field.type,
    yearly: field.yearly !== undefined && !dated,
    dated,
    mayBeNegative: field.mayBeNegative,
    rows: nodes(parameter, 'parameterRow').map((row) => parameterRowOf(row, dated, building)),
  };
}

/** A parameter is nobody's fact: it is always known, and its rows say between what it lies. One that is dated has a value at any day, so none by year. */
function tellUnfit(field: CstNode, building: Building): void {
  const expected: readonly Bilingual[] = [wordTerm('eachYear'), wordTerm('dated'), wordTerm('mayBeNegative')];
  const suffixes = nodes(field, 'typeSuffix');
  const dated = suffixes.find((suffix) => has(suffix, words.dated));
  for (const suffix of suffixes) {
    const isYearly = has(suffix, words.eachYear) && !has(suffix, words.since);
    if (suffix === dated || has(suffix, words.mayBeNegative) || (isYearly && dated === undefined)) continue;
    const span = spanOfNode(suffix);
    building.report(WrongWordHere, { span }, { word: written(building, span), expected });
  }
}

function parameterRowOf(row: CstNode, dated: boolean, building: Building): ParameterRow {
  const publication = optionalNode(row, 'publication');
  const tail = {
    ...(publication ? { note: noteOf(publication, building) } : {}),
    anchors: lineAnchors(row, building),
  };
  const span = spanOfNode(row);
  const valid = optionalNode(row, 'validDays');
  if (valid) {
    const figure = optionalNode(row, 'writtenFigure');
    return { span, days: daysOf(valid), ...(figure ? { value: figureOf(figure, building) } : {}), ...tail };
  }
  const figures = nodes(row, 'writtenFigure').map((one) => figureOf(one, building));
  const day = optionalToken(row, DateToken);
  const [first, second] = day === undefined ? figures : [dateOf(day), ...figures];
  if (!second) return { span, value: first!, ...tail };
  if (first!.kind === 'NumberLiteral' && isYear(first!))
    return { span, year: Number(first!.value), value: second, ...tail };
  const found = written(building, first!.span);
  building.report(dated ? DayWanted : YearWanted, { span: first!.span }, { found });
  return { span, value: second, ...tail };
}

function figureOf(figure: CstNode, building: Building): Expression {
  const literal = literalOf(node(figure, 'literal'), building);
  return has(figure, Minus) ? { kind: 'Negation', span: spanOfNode(figure), operand: literal } : literal;
}

function daysOf(valid: CstNode): NonNullable<ParameterRow['days']> {
  const to = optionalToken(valid, DateToken);
  const from = dateOf(token(node(valid, 'fromDay'), DateToken));
  return { span: spanOfNode(valid), from, ...(to ? { to: dateOf(to) } : {}) };
}

function noteOf(publication: CstNode, building: Building): NonNullable<ParameterRow['note']> {
  const day = optionalToken(publication, DateToken);
  const source = optionalToken(publication, TextToken);
  return {
    span: spanOfNode(publication),
    ...(day ? { publishedOn: dateOf(day) } : {}),
    ...(source ? { source: textOf(source, building) } : {}),
  };
}

function isYear({ value, unit }: NumberLiteral): boolean {
  return /^\d{4}$/.test(value) && (unit.kind === 'None' || (unit.kind === 'Duration' && unit.unit === 'years'));
}
