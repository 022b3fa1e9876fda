import type { DueTime, Instalment, PaymentMost, PaymentPlan } from '../ast.ts';
import { binding, expressionDoc, operand } from './expressions.ts';
import { type Doc, join, renderFlat } from './layout.ts';
import { chineseNumeral, printNumber } from './numerals.ts';
import {
  afterComma,
  anchorsOf,
  type BuiltRow,
  block,
  colon,
  listed,
  type Printer,
  spaced,
  synonym,
  word,
} from './printer.ts';

const excesses = { lost: 'excessLost', refunded: 'excessRefunded', carried: 'excessCarried' } as const;

/** `paid in parts { … }, cap E per year, excess lost` · 分期兑付 { … }，封顶 每年 E，超出不补. */
export function printPaymentPlan(printer: Printer, plan: PaymentPlan): Doc {
  return [planForm(printer, plan), plan.most === undefined ? '' : paymentMost(printer, plan.most)];
}

function planForm(printer: Printer, { form }: PaymentPlan): Doc {
  switch (form.kind) {
    case 'AtOnce':
      return word(printer, 'paidAtOnce');
    case 'EqualParts':
      return printer.english
        ? spaced(word(printer, 'dividedInto'), `${form.years}`, word(printer, 'equalYearlyParts'))
        : spaced(
            `${word(printer, 'dividedInto')}${form.years}${word(printer, 'years')}`,
            word(printer, 'equalYearlyParts'),
          );
    case 'Instalments': {
      const head = word(printer, 'paidInParts');
      const region = { start: form.span.start, end: form.span.end };
      return spaced(
        head,
        block(printer, region, form.rows, (row) => instalmentRow(printer, row)),
      );
    }
  }
}

export function instalmentRow(printer: Printer, row: Instalment): BuiltRow {
  const share = row.share === undefined ? theRest(printer) : printNumber(printer, row.share);
  const only =
    row.condition === undefined ? undefined : spaced(word(printer, 'if'), expressionDoc(printer, row.condition));
  return {
    lead: renderFlat(
      listed(
        printer,
        row.due.map((due) => dueTime(printer, due)),
      ),
    ),
    content: [colon(printer), ' ', spaced(share, only)],
    anchors: anchorsOf(row.anchors),
  };
}

function theRest(printer: Printer): string {
  return word(printer, printer.english ? 'theRest' : 'otherwise');
}

function dueTime(printer: Printer, due: DueTime): Doc {
  switch (due.kind) {
    case 'DueYear':
      if (printer.english) return spaced(word(printer, 'inYear'), `${due.year}`);
      return `第${chineseNumeral(due.year)}${word(printer, 'years')}`;
    case 'DueDay':
      return spaced(word(printer, 'on'), operand(printer, due.day, binding.chain));
    case 'DueEvery':
      return spaced(word(printer, 'thenEvery'), yearsWords(printer, due.years));
  }
}

function paymentMost(printer: Printer, { amount, excess, years }: PaymentMost): Doc {
  const value = operand(printer, amount, binding.sum);
  const scope = word(printer, 'perYear');
  const limit = printer.english ? join([value, scope], ' ') : join([scope, value], ' ');
  const kept = years === undefined ? undefined : yearsWords(printer, years);
  return [
    afterComma(printer, spaced(word(printer, 'cap'), limit)),
    afterComma(printer, spaced(word(printer, excesses[excess]), kept)),
  ];
}

function yearsWords(printer: Printer, years: number): string {
  if (!printer.english) return `${years}${word(printer, 'years')}`;
  return `${years} ${years === 1 ? synonym(printer, 'years', 1) : word(printer, 'years')}`;
}
