import type { HeadLine, PolicyHead, ReadingChoice, Rounding, RoundingMode } from './ast.ts';
import { anchorsOf, type Building, dateOf, literalOf, nameOf, reference, references, textOf } from './build-leaves.ts';
import { continuesOf, linkedPathOf } from './build-sharing.ts';
import { type CstNode, has, isNode, node, nodes, onlyChild, optionalNode, spanOfNode, token, tokensOf } from './cst.ts';
import { currencyOf } from './figure-words.ts';
import { DateToken, families, NameToken, TextToken, words } from './tokens.ts';

export function policyHeadOf(head: CstNode, building: Building): PolicyHead {
  return {
    kind: 'PolicyHead',
    span: spanOfNode(head),
    name: nameOf(node(head, 'name'), building),
    ...(has(head, words.adapts) ? { adapts: linkedPathOf(head, building) } : {}),
    lines: linesOf(node(head, 'headBlock'), building),
  };
}

function linesOf(block: CstNode, building: Building): readonly HeadLine[] {
  return nodes(block, 'headLine').map((line) => lineOf(line, building));
}

type LineBuilder = (line: CstNode, building: Building) => HeadLine;

const lineBuilders: Readonly<Record<string, LineBuilder>> = {
  titleLine: (line, building) => ({
    kind: 'TitleLine',
    span: spanOfNode(line),
    text: textOf(token(line, TextToken), building),
  }),
  inForceLine: (line, building) => {
    const [from, to] = tokensOf(line, DateToken).map(dateOf);
    return {
      kind: 'InForceLine',
      span: spanOfNode(line),
      from: from!,
      ...(to ? { to } : {}),
      anchors: lineAnchors(line, building),
    };
  },
  interpretedByLine: (line, building) => ({
    kind: 'InterpretedByLine',
    span: spanOfNode(line),
    text: textOf(token(line, TextToken), building),
    anchors: lineAnchors(line, building),
  }),
  currencyLine: (line) => ({
    kind: 'CurrencyLine',
    span: spanOfNode(line),
    currency: currencyOf(token(line, families.Currency).tokenType.name),
  }),
  paymentLine: (line, building) => {
    const rounding = optionalNode(line, 'rounding');
    return {
      kind: 'PaymentLine',
      span: spanOfNode(line),
      ...(rounding ? { rounding: roundingOf(rounding, building) } : {}),
      anchors: lineAnchors(line, building),
    };
  },
  growthBaseLine: (line) => ({
    kind: 'GrowthBaseLine',
    span: spanOfNode(line),
    zeroBase: has(line, words.hasNoRate) ? 'undefined' : 'unlimited',
  }),
  unknownFactsLine: (line) => ({
    kind: 'UnknownFactsLine',
    span: spanOfNode(line),
    mode: has(line, words.byLogic) ? 'logic' : 'strict',
  }),
  elsewhereLine: (line, building) => ({
    kind: 'ElsewhereLine',
    span: spanOfNode(line),
    mode: elsewhereMode(line),
    anchors: lineAnchors(line, building),
  }),
  remarkLine: (line, building) => ({
    kind: 'RemarkLine',
    span: spanOfNode(line),
    text: textOf(token(line, TextToken), building),
    anchors: lineAnchors(line, building),
  }),
  continuesLine: continuesOf,
  headReading: headReadingOf,
};

function lineOf(line: CstNode, building: Building): HeadLine {
  const child = onlyChild(line);
  if (!isNode(child)) throw new Error('a head line is never a word alone');
  return lineBuilders[child.name]!(child, building);
}

export function lineAnchors(line: CstNode, building: Building) {
  return anchorsOf(node(line, 'anchors'), building);
}

export function roundingOf(rounding: CstNode, building: Building): Rounding {
  return {
    mode: token(rounding, families.RoundingMode).tokenType.name as RoundingMode,
    step: literalOf(node(rounding, 'literal'), building),
    span: spanOfNode(rounding),
  };
}

function elsewhereMode(line: CstNode): 'difference' | 'exclusive' | 'none' {
  if (has(line, words.payingTheDifference)) return 'difference';
  return has(line, words.takingOneOnly) ? 'exclusive' : 'none';
}

function headReadingOf(choice: CstNode, building: Building): ReadingChoice<HeadLine> {
  return {
    kind: 'ReadingChoice',
    span: spanOfNode(choice),
    reading: reference(token(choice, NameToken)),
    rows: nodes(choice, 'headReadingRow').map((row) => {
      const block = optionalNode(row, 'headBlock');
      const lines = nodes(row, 'headLine').map((line) => lineOf(line, building));
      return { span: spanOfNode(row), choices: references(row), body: block ? linesOf(block, building) : lines };
    }),
  };
}
