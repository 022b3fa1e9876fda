import type { Comparison, Expression, Logical, OptionTest, TopRank } from '../ast.ts';
import { suffixBoundIds } from '../bound-words.ts';
import { vocabulary, type WordId } from '../vocabulary.ts';
import { printWithin } from './calendar.ts';
import { optionPlaces } from './choices.ts';
import { beforeFrom, binding, expressionDoc, operand } from './expressions.ts';
import { space as breakable, type Doc, group, join } from './layout.ts';
import { space } from './name-forms.ts';
import { printNumber } from './numerals.ts';
import { block, bracketed, type Printer, referred, referredAll, spaced, word } from './printer.ts';

export type Condition = Extract<
  Expression,
  {
    kind:
      | 'Logical'
      | 'Not'
      | 'Comparison'
      | 'RangeTest'
      | 'WithinTest'
      | 'HasGrown'
      | 'OptionTest'
      | 'TopRank'
      | 'IsGranted';
  }
>;

export function printCondition(printer: Printer, condition: Condition): Doc {
  switch (condition.kind) {
    case 'Logical':
      return condition.block ? conditionBlock(printer, condition) : chained(printer, condition);
    case 'Not':
      return spaced(word(printer, 'not'), operand(printer, condition.operand, binding.conditionBlock));
    case 'Comparison':
      return printComparison(printer, condition);
    case 'RangeTest': {
      const { low, high } = condition;
      return spaced(
        beforeFrom(printer, condition.operand, binding.sum),
        word(printer, 'from'),
        operand(printer, low, binding.sum),
        word(printer, 'to'),
        operand(printer, high, binding.sum),
      );
    }
    case 'WithinTest':
      return printWithin(printer, beforeFrom(printer, condition.operand, binding.sum), condition);
    case 'HasGrown':
      return spaced(tested(printer, condition.operand), word(printer, 'hasGrown'));
    case 'OptionTest':
      return spaced(tested(printer, condition.operand), optionTest(printer, condition));
    case 'TopRank':
      return spaced(tested(printer, condition.operand), topRank(printer, condition.places));
    case 'IsGranted':
      return spaced(referred(printer, condition.clause, [space.values]), word(printer, 'isGranted'));
  }
}

function tested(printer: Printer, one: Expression): Doc {
  return operand(printer, one, binding.closedChain);
}

/** Breaks before each `and` where the line is too long. */
function chained(printer: Printer, { operator, operands }: Logical): Doc {
  const members = operands.map((one) => operand(printer, one, binding.negatedCondition));
  if (printer.elideRows) return join(members, ` ${word(printer, operator)} `);
  return group(join(members, [breakable, word(printer, operator), ' ']));
}

function conditionBlock(printer: Printer, logical: Logical): Doc {
  const rows = logical.operands;
  const body = block(printer, logical.span, rows, (one) => ({ content: expressionDoc(printer, one) }), {
    fitting: true,
    mayBeginWithFigure: true,
  });
  return spaced(word(printer, logical.operator === 'and' ? 'allOf' : 'anyOf'), body);
}

function printComparison(printer: Printer, { word: bound, left, right }: Comparison): Doc {
  const name = boundWord(printer, bound);
  if (!suffixBoundIds.has(bound))
    return spaced(operand(printer, left, binding.sum), name, operand(printer, right, binding.sum));
  return spaced(suffixedOperand(printer, left), operand(printer, right, binding.primary), name);
}

/** Nothing stands between the operand and its figure, so it must not end as if the figure went on with it. */
function suffixedOperand(printer: Printer, tested: Expression): Doc {
  const mayRunOn = ['NumberLiteral', 'DateLiteral', 'ClauseValue'].includes(tested.kind);
  return mayRunOn ? bracketed(printer, expressionDoc(printer, tested)) : operand(printer, tested, binding.chain);
}

/** A bound word by its id in the vocabulary; an id from elsewhere stands for itself. */
export function boundWord(printer: Printer, id: string): string {
  return Object.hasOwn(vocabulary, id) ? word(printer, id as WordId) : id;
}

function optionTest(printer: Printer, { operand: key, negated, test, options }: OptionTest): Doc {
  const verb = test === 'includes' ? 'includes' : negated ? 'isNot' : 'is';
  return spaced(word(printer, verb), referredAll(printer, options, optionPlaces(printer, key)));
}

/** The tree counts places without a counter; Chinese says 前5名. */
function topRank(printer: Printer, places: TopRank['places']): Doc {
  if (places.kind !== 'NumberLiteral')
    return spaced(word(printer, printer.english ? 'inTheTop' : 'front'), operand(printer, places, binding.sum));
  const number = printNumber(printer, places);
  if (printer.english) return spaced(word(printer, 'inTheTop'), number);
  return `${word(printer, 'front')}${number}${places.unit.kind === 'None' ? word(printer, 'persons') : ''}`;
}
