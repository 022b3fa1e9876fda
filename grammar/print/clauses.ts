import type {
  AdjustLine,
  BudgetLine,
  CitesLine,
  ClauseDeclaration,
  ClauseLine,
  EachHeader,
  ItemCut,
  LineTail,
  OnceLine,
  TextLine,
} from '../ast.ts';
import { readingTail } from './choices.ts';
import { binding, expressionDoc, operand, shiftWords } from './expressions.ts';
import { headerOf, readingChoice, roundingWords } from './head.ts';
import { type Doc, group } from './layout.ts';
import { space } from './name-forms.ts';
import { chineseNumeral } from './numerals.ts';
import { orderWords } from './orderings.ts';
import { printPaymentPlan } from './payment.ts';
import {
  afterComma,
  anchorsOf,
  type BuiltRow,
  block,
  declaredName,
  listed,
  type Printer,
  quotedText,
  referred,
  spaced,
  valuePlaces,
  withinList,
  word,
} from './printer.ts';
import { raisedParts } from './raised.ts';
import { printScopes } from './scopes.ts';

export function printClause(printer: Printer, clause: ClauseDeclaration): Doc {
  const inner = withinClause(printer, clause);
  const region = { start: clause.each?.span.end ?? clause.name.span.end, end: clause.span.end };
  return spaced(
    printClauseHeader(printer, clause),
    block(inner, region, clause.lines, (line) => clauseLine(inner, line)),
  );
}

export function printClauseHeader(printer: Printer, { name, each }: ClauseDeclaration): Doc {
  return spaced(headerOf(printer, 'clause', name), each === undefined ? undefined : eachHeader(printer, each));
}

function withinClause(printer: Printer, { name, each }: ClauseDeclaration): Printer {
  const inner = { ...printer, clause: name.id };
  return each === undefined ? inner : withinList(inner, each.list);
}

/** `for each project on won_on where C`. */
export function eachHeader(printer: Printer, { list, on, where }: EachHeader): Doc {
  const inner = withinList(printer, list);
  return spaced(
    word(printer, 'forEach'),
    referred(printer, list, [space.owners]),
    on === undefined ? undefined : spaced(word(printer, 'on'), referred(inner, on, valuePlaces(inner))),
    where === undefined ? undefined : spaced(word(printer, 'where'), expressionDoc(inner, where)),
  );
}

/** One line of a clause, without its comments. */
export function clauseLine(printer: Printer, line: ClauseLine): BuiltRow {
  switch (line.kind) {
    case 'EachBlock': {
      const inner = withinList(printer, line.each.list);
      const region = { start: line.each.span.end, end: line.span.end };
      const body = block(inner, region, line.lines, (one) => clauseLine(inner, one));
      return { content: spaced(eachHeader(printer, line.each), body) };
    }
    case 'ReadingChoice':
      return { content: readingChoice(printer, line, clauseLine) };
    case 'MatterLine':
    case 'DatedByLine':
    case 'YearLine':
    case 'EveryYearLine':
    case 'FormerlyLine':
      return { content: plainWords(printer, line) };
    case 'CitesLine':
      return { content: citation(printer, line), anchors: anchorsOf(line.anchors) };
    case 'AuthorityLine': {
      const bodies = listed(printer, line.bodies.map(quotedText));
      return { content: spaced(word(printer, 'authority'), bodies), anchors: anchorsOf(line.anchors) };
    }
    case 'PaymentPlan':
      return { content: printPaymentPlan(printer, line), anchors: anchorsOf(line.anchors) };
    case 'TextLine':
      return { content: textWords(printer, line), anchors: anchorsOf(line.anchors) };
    default: {
      const words = effectWords(printer, line);
      const tail = tailWords(printer, line);
      // A label is one line whatever its length, and shows no anchors.
      if (printer.elideRows) return { content: tail === '' ? words : [words, tail] };
      return { content: group(words, tail), anchors: anchorsOf(line.anchors) };
    }
  }
}

type PlainLine = Extract<
  ClauseLine,
  { kind: 'MatterLine' | 'DatedByLine' | 'YearLine' | 'EveryYearLine' | 'FormerlyLine' }
>;
type EffectLine = Extract<ClauseLine, LineTail>;

function plainWords(printer: Printer, line: PlainLine): Doc {
  switch (line.kind) {
    case 'MatterLine':
      return spaced(word(printer, 'matter'), declaredName(line.name));
    case 'DatedByLine': {
      const day =
        line.field === undefined ? word(printer, 'endOfYear') : referred(printer, line.field, valuePlaces(printer));
      return spaced(word(printer, 'datedBy'), day);
    }
    case 'YearLine':
      return spaced(
        word(printer, 'year'),
        line.shift === -1 ? word(printer, 'lastYear') : shiftWords(printer, line.shift),
      );
    case 'EveryYearLine':
      return word(printer, 'everyYear');
    case 'FormerlyLine': {
      const ids = line.ids.length === 0 ? word(printer, 'none') : listed(printer, line.ids.map(quotedText));
      return spaced(word(printer, 'formerly'), ids);
    }
  }
}

/** `cites article 6 paragraph 2` · 依据 第六条第二款. The ordinals are one word each, not words of the vocabulary. */
export function citation(printer: Printer, cites: CitesLine): Doc {
  return spaced(word(printer, 'cites'), citedWords(printer, cites));
}

/** `article 6 paragraph 2` · 第六条第二款. */
export function citedWords(printer: Printer, { article, paragraph }: Pick<CitesLine, 'article' | 'paragraph'>): Doc {
  if (typeof article !== 'number') return word(printer, article);
  if (!printer.english)
    return [
      ordinal(printer, article, '条', '條'),
      paragraph === undefined ? '' : ordinal(printer, paragraph, '款', '款'),
    ];
  const part = paragraph === undefined ? undefined : spaced(word(printer, 'paragraph'), `${paragraph}`);
  return spaced(word(printer, 'article'), `${article}`, part);
}

function ordinal({ script }: Printer, value: number, simplified: string, traditional: string): string {
  return `第${chineseNumeral(value)}${script === 'hant' ? traditional : simplified}`;
}

function textWords(printer: Printer, { mode, text }: TextLine): Doc {
  return spaced(word(printer, mode), quotedText(text));
}

export function effectWords(printer: Printer, line: EffectLine): Doc {
  switch (line.kind) {
    case 'WhenLine':
      return spaced(word(printer, 'when'), expressionDoc(printer, line.condition));
    case 'AmountLine': {
      const cut = line.cutToCeiling ? word(printer, 'cutToCeiling') : undefined;
      return spaced(word(printer, line.verb), operand(printer, line.amount, binding.sum), cut);
    }
    case 'AdjustLine':
      return adjustment(printer, line);
    case 'CapLine': {
      const { of: amount, tail } = raisedParts(printer, line.amount);
      const limit = [limited(printer, 'cap', { ...line, amount }), tail];
      const whole = line.allOrNothing ? [limit, afterComma(printer, word(printer, 'allOrNothing'))] : limit;
      return line.cut === undefined ? whole : [whole, afterComma(printer, cutWords(printer, line.cut))];
    }
    case 'RoundLine':
      return spaced(word(printer, 'round'), roundingWords(printer, line.rounding));
    case 'BudgetLine':
      return [
        limited(printer, 'budget', line),
        afterComma(
          printer,
          spaced(word(printer, line.sharing), ...(line.order === undefined ? [] : [orderWords(printer, line.order)])),
        ),
      ];
    case 'OnceLine':
      return onceWords(printer, line);
  }
}

/** `once per project` · 限次 每个 项目 一次; `limit 3 times per project` · 限次 每个 项目 3次; `limit N per company per year, by …` · 名额 …. */
function onceWords(printer: Printer, { scopes, times, order }: OnceLine): Doc {
  const told = printScopes(printer, scopes);
  const first = order === undefined ? '' : afterComma(printer, orderWords(printer, order));
  if (times === undefined)
    return [spaced(word(printer, 'once'), told, printer.english ? undefined : word(printer, 'oneTime')), first];
  const number = operand(printer, times, binding.sum);
  if (printer.english) return [spaced(word(printer, 'limit'), number, told), first];
  const isFigure = times.kind === 'NumberLiteral' && times.unit.kind === 'None';
  // 限次 takes a plain figure, and 限次 每个 项目 1次 would be once.
  const isTimes = isFigure && times.value !== '1' && order === undefined;
  const counter = isFigure ? word(printer, isTimes ? 'times' : 'items') : '';
  return [spaced(word(printer, isTimes ? 'once' : 'limit'), told, [number, counter]), first];
}

/** `cut in order by K …` · 按 K … 依次削减. */
function cutWords(printer: Printer, cut: ItemCut): Doc {
  if (cut.kind === 'proRata') return word(printer, 'cutProRata');
  const order = cut.order === undefined ? undefined : orderWords(printer, cut.order);
  return printer.english ? spaced(word(printer, 'cutInOrder'), order) : spaced(order, word(printer, 'cutInOrder'));
}

/** `cap A per company per year` · 封顶 每家 企业 每年 A. */
export function limited(printer: Printer, name: 'cap' | 'budget', line: Pick<BudgetLine, 'amount' | 'scopes'>): Doc {
  const amount = operand(printer, line.amount, binding.sum);
  const scopes = line.scopes.length === 0 ? undefined : printScopes(printer, line.scopes);
  return printer.english ? spaced(word(printer, name), amount, scopes) : spaced(word(printer, name), scopes, amount);
}

function adjustment(printer: Printer, { operation, amount, condition }: AdjustLine): Doc {
  const value = condition === undefined ? expressionDoc(printer, amount) : operand(printer, amount, binding.comparison);
  const only = condition === undefined ? undefined : spaced(word(printer, 'if'), expressionDoc(printer, condition));
  return spaced(word(printer, operation), value, only);
}

/** `as base, reading R`. */
function tailWords(printer: Printer, { label, readings }: EffectLine): Doc {
  const name = label === undefined ? '' : ` ${word(printer, 'as')} ${declaredName(label)}`;
  return readings.length === 0 ? name : [name, ...readings.map((one) => readingTail(printer, one))];
}
