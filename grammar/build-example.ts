import { LedgerYearWanted, Unexpected, ValueWanted } from '../diagnostics/syntax.ts';
import type {
  ApplicantBlock,
  DecidedLine,
  ExampleDeclaration,
  ExampleLine,
  ExpectedOutcome,
  ExpectLine,
  GivenEmptyList,
  GivenFact,
  GivenItem,
  GivenValue,
  LedgerPaidLine,
  Reference,
  Text,
} from './ast.ts';
import { type Building, dateOf, literalOf, reference, textOf, written, yearOf, yearsOf } from './build-leaves.ts';
import {
  type CstNode,
  countOfParts,
  has,
  join,
  nameOfPart,
  node,
  nodeAt,
  nodes,
  optionalNode,
  optionalToken,
  spanOfNode,
  spanOfToken,
  token,
  tokenAt,
  tokensOf,
} from './cst.ts';
import { DateToken, families, NameToken, NumberToken, PartOrdinal, TextToken, words } from './tokens.ts';

export function exampleOf(example: CstNode, building: Building): ExampleDeclaration {
  const year = optionalNode(example, 'yearFigure');
  return {
    kind: 'ExampleDeclaration',
    span: spanOfNode(example),
    title: textOf(token(example, TextToken), building),
    ...(year ? { year: yearOf(year, building) } : {}),
    lines: linesOf(example, building),
  };
}

function linesOf(parent: CstNode, building: Building): readonly ExampleLine[] {
  const lines: ExampleLine[] = [];
  for (const line of nodes(parent, 'exampleLine'))
    if (line.name === 'givenLine') for (const given of givenOf(nodes(line, 'givenEntry'), building)) lines.push(given);
    else lines.push(lineOf(line, building));
  return lines;
}

function lineOf(line: CstNode, building: Building): ExampleLine {
  switch (line.name) {
    case 'decidedLine':
      return decidedOf(line, building);
    case 'ledgerLine':
      return ledgerOf(line, building);
    case 'chooseReadingLine': {
      const [reading, choice] = tokensOf(line, NameToken).map(reference);
      return { kind: 'ChooseReadingLine', span: spanOfNode(line), reading: reading!, choice: choice! };
    }
    case 'applicantBlock':
      return applicantOf(line, building);
    default:
      return expectOf(line, building);
  }
}

function applicantOf(block: CstNode, building: Building): ApplicantBlock {
  return {
    kind: 'ApplicantBlock',
    span: spanOfNode(block),
    subject: textOf(token(block, TextToken), building),
    lines: linesOf(block, building),
  };
}

type Given = GivenFact | GivenItem | GivenEmptyList;

/** A bare name goes on with the options of the entry before it: `levels = national, provincial`. */
function givenOf(entries: readonly CstNode[], building: Building): readonly Given[] {
  const given: Given[] = [];
  let isTold = false;
  for (const entry of entries) {
    if (countOfParts(entry) > 1) {
      given.push(entryOf(entry, building));
      continue;
    }
    const option = reference(token(entry, NameToken));
    const previous = given.at(-1);
    if (previous?.kind === 'GivenFact' && previous.value.kind === 'GivenOptions') {
      const value = {
        ...previous.value,
        span: join(previous.value.span, option.span),
        options: [...previous.value.options, option],
      };
      given[given.length - 1] = { ...previous, span: join(previous.span, option.span), value };
    } else {
      // Several in a row come of one slip: 级别 国家级 without its “=”.
      if (!isTold) building.report(ValueWanted, { span: option.span }, { name: option.text });
      isTold = true;
    }
  }
  return given;
}

function entryOf(entry: CstNode, building: Building): Given {
  const span = spanOfNode(entry);
  const field = reference(token(entry, NameToken));
  // Most are a name and its value alone.
  if (countOfParts(entry) > 2) {
    const value = givenValueOf(node(entry, 'givenValue'), building);
    return { kind: 'GivenFact', span, field, ...timeOf(entry, building), value };
  }
  switch (nameOfPart(entry, 1)) {
    case 'givenValue':
      return { kind: 'GivenFact', span, field, value: givenValueOf(nodeAt(entry, 1), building) };
    case 'givenItem':
      return itemOf(field, nodeAt(entry, 1), span, building);
    default:
      return { kind: 'GivenEmptyList', span, list: field };
  }
}

function itemOf(list: Reference, item: CstNode, span: GivenItem['span'], building: Building): GivenItem {
  const entries = givenOf(nodes(item, 'givenEntry'), building);
  for (const entry of entries) {
    if (entry.kind === 'GivenFact') continue;
    const expected = [{ zh: '这一项的填报项', en: 'facts of this item' }];
    building.report(Unexpected, { span: entry.span }, { found: entry.list.text, expected });
  }
  const fields = entries.filter((entry) => entry.kind === 'GivenFact');
  return { kind: 'GivenItem', span, list, key: textOf(token(item, TextToken), building), fields };
}

function timeOf(entry: CstNode, building: Building): Pick<GivenFact, 'shift' | 'year' | 'from'> {
  const from = optionalNode(entry, 'fromDay');
  if (from) return { from: dateOf(token(from, DateToken)) };
  const after = optionalNode(entry, 'yearFigure');
  if (after) return { year: yearOf(after, building) };
  const before = optionalNode(entry, 'yearBefore');
  if (!before) return {};
  const year = optionalNode(before, 'yearFigure');
  if (!year) return { shift: -1 };
  if (!has(before, words.earlier) && !has(before, words.front)) return { year: yearOf(year, building) };
  const number = token(year, NumberToken);
  return { shift: -yearsOf(number, optionalToken(year, families.DurationUnit) ?? number, building) };
}

function givenValueOf(value: CstNode, building: Building): GivenValue {
  // Behind the “=”.
  const form = nameOfPart(value, 1);
  if (form === 'literal') return literalOf(nodeAt(value, 1), building);
  const first = tokenAt(value, 1);
  const span = spanOfToken(first);
  switch (form) {
    case 'yes':
      return { kind: 'GivenBoolean', span, value: true };
    case 'no':
      return { kind: 'GivenBoolean', span, value: false };
    case 'none':
      return { kind: 'GivenNone', span };
    case 'Text':
      return { kind: 'GivenText', span, value: textOf(first, building).value };
    case 'Date':
      return dateOf(first);
    case 'Name':
      return { kind: 'GivenOptions', span, options: [reference(first)] };
    default: {
      const operand = literalOf(node(value, 'literal'), building);
      return { kind: 'Negation', span: join(span, operand.span), operand };
    }
  }
}

interface ClauseTarget {
  readonly clause: Reference;
  readonly item?: Text;
}

function targetOf(parent: CstNode, building: Building): ClauseTarget {
  const target = node(parent, 'clauseTarget');
  const item = optionalToken(target, TextToken);
  return { clause: reference(token(target, NameToken)), ...(item ? { item: textOf(item, building) } : {}) };
}

function decidedOf(line: CstNode, building: Building): DecidedLine {
  const value = literalOf(node(line, 'literal'), building);
  return { kind: 'DecidedLine', span: spanOfNode(line), ...targetOf(line, building), value };
}

function ledgerOf(line: CstNode, building: Building): ExampleLine {
  const span = spanOfNode(line);
  const entry = optionalNode(line, 'ledgerEntry');
  if (!entry) return { kind: 'LedgerEmptyLine', span };
  const years = nodes(entry, 'yearFigure').map((year) => yearOf(year, building));
  if (years.length !== 1) building.report(LedgerYearWanted, { span: spanOfNode(entry) }, {});
  const amount = literalOf(node(entry, 'literal'), building);
  const common = { span, ...targetOf(entry, building), year: years[0] ?? 2000, amount };
  const named = optionalToken(line, TextToken);
  const policy = has(line, words.other) ? named : undefined;
  const granted = optionalToken(entry, words.granted);
  const instalment = optionalNode(entry, 'ledgerPart');
  if (policy) {
    if (instalment) tellUnwanted(instalment, building);
    return {
      kind: 'LedgerOtherLine',
      policy: textOf(policy, building),
      state: granted ? 'granted' : 'paid',
      ...common,
    };
  }
  return {
    kind: 'LedgerPaidLine',
    ...(named ? { subject: textOf(named, building) } : {}),
    state: granted ? 'granted' : 'paid',
    ...common,
    ...(instalment ? { part: partOf(instalment, building) } : {}),
  };
}

/** How other policies pay is theirs to know. */
function tellUnwanted(instalment: CstNode, building: Building): void {
  const span = spanOfNode(instalment);
  building.report(Unexpected, { span }, { found: written(building, span), expected: [] });
}

function partOf(instalment: CstNode, building: Building): NonNullable<LedgerPaidLine['part']> {
  const ordinal = optionalToken(instalment, PartOrdinal);
  const number = Number(ordinal?.payload ?? token(instalment, NumberToken).image);
  return { number, of: yearOf(node(instalment, 'yearFigure'), building) };
}

function expectOf(line: CstNode, building: Building): ExpectLine {
  return {
    kind: 'ExpectLine',
    span: spanOfNode(line),
    target: has(line, words.total)
      ? { kind: 'total' }
      : { kind: 'clause', ...targetOf(line, building), now: has(line, words.paidNow) },
    outcome: outcomeOf(node(line, 'outcome'), building),
  };
}

function outcomeOf(outcome: CstNode, building: Building): ExpectedOutcome {
  const literal = optionalNode(outcome, 'literal');
  if (literal) return { kind: has(outcome, words.upTo) ? 'upTo' : 'exactly', amount: literalOf(literal, building) };
  if (has(outcome, words.notMet)) return { kind: 'notMet' };
  if (has(outcome, words.outOfForce)) return { kind: 'outOfForce' };
  if (has(outcome, words.noAmount)) return { kind: 'noAmount' };
  if (has(outcome, words.supersededElsewhere)) return { kind: 'supersededElsewhere' };
  const clause = optionalToken(outcome, NameToken);
  if (clause) return { kind: 'supersededBy', clause: reference(clause) };
  const undetermined = node(outcome, 'undeterminedOutcome');
  const [low, high] = nodes(undetermined, 'literal').map((one) => literalOf(one, building));
  const names = optionalNode(undetermined, 'names');
  return {
    kind: 'undetermined',
    ...(low ? { low } : {}),
    ...(high ? { high } : {}),
    facts: names ? tokensOf(names, NameToken).map(reference) : [],
  };
}
