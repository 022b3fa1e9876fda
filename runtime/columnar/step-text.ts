/** One recorded value in words, and as JSON. */
import type { Language } from '../../diagnostics/diagnostic.ts';
import { dayText } from '../day.ts';
import { numberText } from '../explain/amount-text.ts';
import { exactText } from '../explain/exact-text.ts';
import type { ExactText, Unit } from '../explain/explanation.ts';
import { naming } from '../explain/naming.ts';
import { words as allWords, type Words } from '../explain/words.ts';
import type { Expr, OptionIr, PolicyIr, TypeIr } from '../ir.ts';
import { fraction } from '../rational.ts';
import { displayCell } from './display-cells.ts';
import { cellText } from './exact-cells.ts';
import type { TraceForm, TraceSlot } from './trace-layout.ts';

export type StepText = (first: number, second: number) => string;

/** The members of a step's JSON that hold its value: `"lo":"100","hi":"100"`, or `"value":…` for what is no number; null: undefined, or none. */
export function exactStep(form: TraceForm): StepText {
  switch (form.kind) {
    case 'truth':
      return (cell) => (cell === 1 ? '"value":true' : '"value":false');
    case 'option':
      return (cell) => `"value":${JSON.stringify([form.options[cell]])}`;
    case 'options':
      return (cell) => `"value":${JSON.stringify(chosen(form.options, cell))}`;
    case 'day':
      return (cell) => (Number.isNaN(cell) ? nothing : `"value":"${dayText(cell)}"`);
    case 'quotient':
      return (n, d) => (Number.isNaN(n) ? nothing : both(quotient(n, d, form.denominator)));
    case 'number': {
      const text = cellText(form.denominator);
      return (cell) => (Number.isNaN(cell) ? nothing : both(text(cell)));
    }
    case 'range': {
      const text = cellText(form.denominator);
      return (low, high) => (Number.isNaN(low) ? nothing : `"lo":"${text(low)}","hi":"${text(high)}"`);
    }
  }
}

const nothing = '"value":null';

function both(text: ExactText): string {
  return `"lo":"${text}","hi":"${text}"`;
}

function quotient(n: number, d: number, denominator: number): ExactText {
  return exactText(fraction(BigInt(n), BigInt(d) * BigInt(denominator)));
}

function chosen(options: readonly string[], bits: number): readonly string[] {
  return options.filter((_, bit) => (bits & (1 << bit)) !== 0);
}

/** As people read it: `131,000,000.00 元`, 成立, 至多 …. `expression`: absent of lines and rows; lines tell amounts of money. */
export function shownStep(
  { form, of }: TraceSlot,
  expression: Expr | undefined,
  ir: PolicyIr,
  language: Language,
): StepText {
  const words = allWords[language];
  const type = expression?.type;
  const unit = of === 'value' && type !== undefined ? naming(ir).unit(type) : money(ir);
  switch (form.kind) {
    case 'truth':
      return shownTruth(expression?.kind === 'fact', words);
    case 'option':
    case 'options': {
      const names = new Map(optionsOf(type).map((option) => [option.id, nameOf(option, language)]));
      const list = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(words.listSeparator);
      return form.kind === 'option'
        ? (cell) => list([form.options[cell] ?? ''])
        : (cell) => list(chosen(form.options, cell));
    }
    case 'day':
      return (cell) => (Number.isNaN(cell) ? words.none : dayText(cell));
    case 'quotient':
      return (n, d) => (Number.isNaN(n) ? words.none : numberText(quotient(n, d, form.denominator), unit, words));
    case 'number': {
      const shown = displayCell(form.denominator, unit, words);
      return (cell) => (Number.isNaN(cell) ? words.none : shown(cell));
    }
    case 'range': {
      const shown = displayCell(form.denominator, unit, words);
      return (low, high) =>
        Number.isNaN(low) ? words.none : low === high ? shown(low) : open(low, shown(low), shown(high), words);
    }
  }
}

function open(low: number, lowText: string, highText: string, words: Words): string {
  return low === 0 ? words.upTo(highText) : words.between(lowText, highText);
}

/** A line or a row holds or fails; a fact is yes or no. */
function shownTruth(isFact: boolean, words: Words): StepText {
  const [holds, fails] = isFact ? [words.yes, words.no] : [words.met, words.failed];
  return (cell) => (cell === 1 ? holds : fails);
}

function money({ currency }: PolicyIr): Unit {
  return { kind: 'money', currency };
}

function optionsOf(type: TypeIr | undefined): readonly OptionIr[] {
  return type?.kind === 'choice' || type?.kind === 'choices' ? type.options : [];
}

function nameOf({ id, names }: OptionIr, language: Language): string {
  return language === 'zh' ? (names.zh ?? id) : names.en;
}
