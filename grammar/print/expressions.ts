import type { BoundOperator, Expression } from '../ast.ts';
import { printAggregate } from './aggregates.ts';
import { printCalendar, printDaysExtreme } from './calendar.ts';
import { printChoose, printLadder, printReadingExpression } from './choices.ts';
import { printCondition } from './conditions.ts';
import { type Doc, renderFlat } from './layout.ts';
import { space } from './name-forms.ts';
import { printNumber } from './numerals.ts';
import { amongWords, partInOrder, printRank } from './orderings.ts';
import {
  afterComma,
  bracketed,
  fieldPlaces,
  labelPlaces,
  listed,
  type Printer,
  referred,
  referredValue,
  spaced,
  withinList,
  word,
} from './printer.ts';
import { raisedParts } from './raised.ts';

/**
 * How tightly the outermost construct of an expression binds. An operand that binds less tightly than its place asks is bracketed:
 * brackets come from the tree alone (R13). Where the two languages would need different brackets, the stricter is taken.
 */
export const binding = {
  /** A whole row. */
  open: 0,
  disjunction: 1,
  negatedCondition: 2,
  conditionBlock: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  negation: 7,
  /** A chain that ends in words of its own. */
  closedChain: 8,
  /** `R of P`, `growth of P`: may stand within another chain. */
  chain: 9,
  shift: 10,
  primary: 11,
} as const;
export type Binding = (typeof binding)[keyof typeof binding];

/** Brackets the operand unless it binds at least as tightly as its place asks. */
export function operand(printer: Printer, expression: Expression, least: Binding): Doc {
  const printed = expressionDoc(printer, expression);
  return bindingOf(expression) >= least ? printed : bracketed(printer, printed);
}

/** An operand before `from`: `30 days from …`, `3 months from …` would begin a count. */
export function beforeFrom(printer: Printer, expression: Expression, least: Binding): Doc {
  const printed = operand(printer, expression, least);
  const durations = ['days', 'months', 'years'] as const;
  const isCounted =
    printer.english && durations.some((unit) => renderFlat(printed).endsWith(` ${word(printer, unit)}`));
  return isCounted ? bracketed(printer, printed) : printed;
}

/** What a word that stands before its operand takes in English: a primary, or another such word. `growth of last year's x`. */
export function prefixOperand(printer: Printer, expression: Expression): Doc {
  const isPrefixed = ['Growth', 'Increase', 'Shift'].includes(expression.kind);
  return operand(printer, expression, isPrefixed ? binding.open : binding.primary);
}

export function bindingOf(expression: Expression): Binding {
  switch (expression.kind) {
    case 'CappedRow':
      return binding.open;
    case 'Logical':
      return expression.block ? binding.conditionBlock : binding.disjunction;
    case 'Not':
      return binding.negatedCondition;
    case 'Part':
    case 'Rank':
    case 'Elapsed':
    case 'Comparison':
    case 'RangeTest':
    case 'WithinTest':
    case 'HasGrown':
    case 'OptionTest':
    case 'TopRank':
    case 'IsGranted':
      return binding.comparison;
    case 'Binary':
      return expression.operator === '+' || expression.operator === '-' ? binding.sum : binding.product;
    case 'Negation':
      return binding.negation;
    case 'UpTo':
    case 'Steps':
    case 'DateShift':
    case 'Interest':
    case 'Prorated':
    case 'Aggregate':
    case 'Choose':
    case 'Ladder':
    case 'ReadingExpression':
      return binding.closedChain;
    case 'RateOf':
    case 'Growth':
    case 'Increase':
    case 'Extreme':
    case 'CalendarEdge':
    case 'YearCount':
    case 'ClauseValue':
    case 'PaidUnder':
    case 'AsOf':
    case 'SplitByDays':
      return binding.chain;

    case 'Shift':
      return binding.shift;
    default:
      return binding.primary;
  }
}

export function expressionDoc(printer: Printer, expression: Expression): Doc {
  switch (expression.kind) {
    case 'NumberLiteral':
      return printNumber(printer, expression);
    case 'DateLiteral':
      return expression.value;
    case 'ReferenceExpression':
      return referredValue(printer, expression.reference);
    case 'FieldExpression':
      return printField(printer, expression);
    case 'ReferenceDay':
      return word(printer, 'referenceDay');
    case 'Binary':
      return printBinary(printer, expression);
    case 'Negation':
      return ['-', operand(printer, expression.operand, binding.closedChain)];
    case 'Choose':
      return printChoose(printer, expression);
    case 'Ladder':
      return printLadder(printer, expression);
    case 'ReadingExpression':
      return printReadingExpression(printer, expression);
    case 'CappedRow': {
      const value = operand(printer, expression.value, binding.comparison);
      return [value, afterComma(printer, spaced(word(printer, 'cap'), operand(printer, expression.cap, binding.sum)))];
    }
    case 'Extreme': {
      if (expression.days) return printDaysExtreme(printer, expression);
      const name = word(printer, printer.english ? extremes[expression.side].en : extremes[expression.side].zh);
      const members = expression.operands.map((one) => operand(printer, one, binding.sum));
      const inside = bracketed(printer, listed(printer, members));
      return printer.english ? spaced(name, word(printer, 'of'), inside) : [name, inside];
    }
    case 'Aggregate':
      return printAggregate(printer, expression);
    case 'Rank':
      return printRank(printer, expression);
    case 'ClauseValue':
      return printClauseValue(printer, expression);
    case 'PaidUnder':
      return printPaidUnder(printer, expression);
    case 'AsOf': {
      const of = operand(printer, expression.of, binding.shift);
      if (printer.english) return spaced(of, word(printer, 'asOf'), operand(printer, expression.day, binding.shift));
      return spaced(
        of,
        word(printer, 'in'),
        operand(printer, expression.day, binding.chain),
        word(printer, 'prevailing'),
      );
    }
    case 'SplitByDays':
      return spaced(operand(printer, expression.of, binding.shift), word(printer, 'splitByDays'));
    case 'Raised': {
      const { of, tail } = raisedParts(printer, expression);
      return [operand(printer, of, binding.sum), tail];
    }
    case 'ErrorExpression':
      return '…';
    case 'RateOf':
    case 'UpTo':
    case 'Part':
    case 'Steps':
    case 'Growth':
    case 'Increase':
    case 'Shift':
      return printer.english ? englishChain(printer, expression) : chineseChain(printer, expression);
    case 'CalendarEdge':
    case 'DateShift':
    case 'Elapsed':
    case 'YearCount':
    case 'Interest':
    case 'Prorated':
      return printCalendar(printer, expression);
    default:
      return printCondition(printer, expression);
  }
}

const extremes = {
  lowest: { en: 'lowest', zh: 'lowerOf' },
  highest: { en: 'highest', zh: 'higherOf' },
} as const;

const operators = { '+': '+', '-': '-', '*': '×', '/': '÷' } as const;

function printBinary(printer: Printer, { operator, left, right }: Extract<Expression, { kind: 'Binary' }>): Doc {
  const isSum = operator === '+' || operator === '-';
  const leftDoc = operand(printer, left, isSum ? binding.sum : binding.product);
  // A minus after an operator would be hard to see, so a negated right side is bracketed.
  const rightDoc = operand(
    printer,
    right,
    right.kind === 'Negation' ? binding.primary : isSum ? binding.product : binding.negation,
  );
  return [leftDoc, ` ${operators[operator]} `, rightDoc];
}

function printField(printer: Printer, { owner, field }: Extract<Expression, { kind: 'FieldExpression' }>): Doc {
  const ownerName = referred(printer, owner, [space.owners]);
  const fieldName = referred(printer, field, fieldPlaces(printer, owner));
  return printer.english ? `${ownerName}'s ${fieldName}` : spaced(ownerName, word(printer, 'fieldOf'), fieldName);
}

function printClauseValue(printer: Printer, { clause, at }: Extract<Expression, { kind: 'ClauseValue' }>): Doc {
  const name = referred(printer, clause, [space.values]);
  switch (at.kind) {
    case 'beforeCap':
      return spaced(name, word(printer, 'beforeCap'));
    case 'line':
      return spaced(name, word(printer, 'at'), referred(printer, at.label, labelPlaces(printer, clause)));
    case 'beforeBlock':
    case 'afterBlock': {
      const before = at.kind === 'beforeBlock';
      const block = referred(printer, at.block, [space.blocks]);
      if (printer.english) return spaced(name, word(printer, before ? 'before' : 'after'), block);
      return spaced(name, word(printer, 'from'), block, word(printer, before ? 'front' : 'back'));
    }
  }
}

function printPaidUnder(printer: Printer, { clause, forItem }: Extract<Expression, { kind: 'PaidUnder' }>): Doc {
  const name = referred(printer, clause, [space.values]);
  const item = forItem ? word(printer, 'forThisItem') : undefined;
  if (printer.english) return spaced(word(printer, 'paidUnder'), name, item);
  return spaced(name, item, word(printer, 'alreadyPaid'));
}

type Chain = Extract<Expression, { kind: 'RateOf' | 'UpTo' | 'Part' | 'Steps' | 'Growth' | 'Increase' | 'Shift' }>;

function chained(printer: Printer, one: Expression): Doc {
  return operand(printer, one, binding.chain);
}

function primary(printer: Printer, one: Expression): Doc {
  return operand(printer, one, binding.primary);
}

/** Before what they apply to: `growth of last year's revenue`. */
function englishChain(printer: Printer, expression: Chain): Doc {
  const of = word(printer, 'of');
  switch (expression.kind) {
    case 'RateOf':
      return spaced(primary(printer, expression.rate), of, chained(printer, expression.base));
    case 'UpTo': {
      const limit = [word(printer, 'upTo'), ' ', primary(printer, expression.limit)];
      return expression.base === undefined ? limit : spaced(limit, of, chained(printer, expression.base));
    }
    case 'Part': {
      const side = word(printer, expression.side === 'over' ? 'over' : 'upTo');
      const inner = expression.among === undefined ? printer : withinList(printer, expression.among.list);
      const of = operand(inner, expression.of, binding.chain);
      return spaced(
        word(printer, 'thePartOf'),
        of,
        side,
        primary(printer, expression.edge),
        amongWords(printer, expression.among),
      );
    }
    case 'Steps': {
      const { amount, mode, step, of: counted } = expression;
      return spaced(
        primary(printer, amount),
        word(printer, mode),
        primary(printer, step),
        of,
        chained(printer, counted),
      );
    }
    case 'Growth':
      return spaced(word(printer, 'growthOf'), prefixOperand(printer, expression.of));
    case 'Increase':
      return spaced(word(printer, 'increaseIn'), prefixOperand(printer, expression.of));
    case 'Shift':
      return spaced(shiftWords(printer, expression.years), primary(printer, expression.of));
  }
}

/** After what they apply to: 上年 营业收入 的 增速. */
function chineseChain(printer: Printer, expression: Chain): Doc {
  switch (expression.kind) {
    case 'RateOf':
      return spaced(chained(printer, expression.base), word(printer, 'de'), primary(printer, expression.rate));
    case 'UpTo': {
      const limit = spaced(word(printer, 'upTo'), primary(printer, expression.limit));
      return expression.base === undefined
        ? limit
        : spaced(chained(printer, expression.base), word(printer, 'de'), limit);
    }
    case 'Part': {
      const side: BoundOperator = expression.side === 'over' ? 'over' : 'atMost';
      return spaced(
        expression.among === undefined
          ? chained(printer, expression.of)
          : partInOrder(printer, expression.of, expression.among),
        word(printer, side),
        primary(printer, expression.edge),
        joined(word(printer, 'dePart')),
      );
    }
    case 'Steps': {
      const { amount, mode, step, of: counted } = expression;
      return spaced(
        chained(printer, counted),
        word(printer, mode),
        primary(printer, step),
        word(printer, 'give'),
        primary(printer, amount),
      );
    }
    case 'Growth':
      return spaced(chained(printer, expression.of), word(printer, 'deGrowth'));
    case 'Increase':
      return spaced(chained(printer, expression.of), word(printer, 'deIncrease'));
    case 'Shift':
      return spaced(shiftWords(printer, expression.years), primary(printer, expression.of));
  }
}

/** 的部分 reads as one word. */
function joined(phrase: string): string {
  return phrase.replaceAll(' ', '');
}

/** `last year's`, `2 years earlier`, 上年, 前2年. */
export function shiftWords(printer: Printer, years: number): string {
  if (years === -1) return word(printer, 'lastYears');
  const many = `${-years}`;
  if (printer.english) return `${many} ${word(printer, 'years')} ${word(printer, 'earlier')}`;
  return `${word(printer, 'front')}${many}${word(printer, 'years')}`;
}
