/** One recorded value as JSON and in words. */
import type { Language } from '../../diagnostics/diagnostic.ts';
import { dayText } from '../day.ts';
import { numberText } from '../explain/amount-text.ts';
import { exactText } from '../explain/exact-text.ts';
import type { ExactText, Unit } from '../explain/explanation.ts';
import { naming } from '../explain/naming.ts';
import { words as allWords, type Words } from '../explain/words.ts';
import type { Expr, OptionIr, PolicyIr } from '../ir.ts';
import { fraction } from '../rational.ts';
import { cellDisplay, displayCell } from './display-cells.ts';
import { type CellText, cellText } from './exact-cells.ts';
import type { TraceForm, TraceSlot } from './trace-layout.ts';

/** What is told of a slot as text: `head`, of a truth one of two, else what `write` makes of the numbers, `tail`. */
export interface WrittenStep {
  readonly head: string;
  readonly holds: string;
  readonly fails: string;
  /** Absent of truths. */
  readonly write?: Writing;
  readonly tail: string;
}

export type Writing = (first: number, second: number) => string;

/** What all texts of a form begin and end with stands outside of `write`: joined beforehand, it costs nothing. */
type Framed = Required<Pick<WrittenStep, 'head' | 'write' | 'tail'>>;

// ── JSON ─────────────────────────────────────────────────────────────────────

/** `{"node":29,"of":"it","lo":"100","hi":"100"}`, or `"value":…` for what is no number; null: undefined, or none. */
export function jsonStep(slot: TraceSlot): WrittenStep {
  const head = `{"node":${slot.node},"of":"${slot.of}",`;
  const [holds, fails] = ['"value":true', '"value":false'];
  if (slot.form.kind === 'truth') return { head, holds, fails, tail: '}' };
  const { head: start, write, tail } = jsonWriting(slot.form, slot.mayBeNone === true);
  return { head: head + start, holds, fails, write, tail: `${tail}}` };
}

const nothing = '"value":null';

function jsonWriting(form: Exclude<TraceForm, { kind: 'truth' }>, mayBeNone: boolean): Framed {
  switch (form.kind) {
    case 'option':
      return framed('"value":', (cell) => JSON.stringify([form.options[cell]]), '', false);
    case 'options':
      return framed('"value":', (cell) => JSON.stringify(chosen(form.options, cell)), '', false);
    case 'day':
      return framed('"value":"', dayText, '"', mayBeNone);
    case 'quotient':
      return framed('"lo":"', (n, d) => twice(quotient(n, d, form.denominator)), '"', mayBeNone);
    case 'number': {
      const text = cellText(form.denominator);
      return framed('"lo":"', (cell) => twice(text(cell)), '"', mayBeNone);
    }
    case 'range':
      return framed('"lo":"', jsonRange(cellText(form.denominator)), '"', mayBeNone);
  }
}

function framed(head: string, write: Writing, tail: string, mayBeNone: boolean): Framed {
  if (!mayBeNone) return { head, write, tail };
  const whole: Writing = (first, second) => (Number.isNaN(first) ? nothing : head + write(first, second) + tail);
  return { head: '', write: whole, tail: '' };
}

function twice(text: ExactText): string {
  return `${text}","hi":"${text}`;
}

/** `100","hi":"100`: both ends of an amount between their quotes. */
export function jsonRange(text: CellText): Writing {
  return (low, high) => {
    const least = text(low);
    return `${least}","hi":"${low === high ? least : text(high)}`;
  };
}

function quotient(n: number, d: number, denominator: number): ExactText {
  return exactText(fraction(BigInt(n), BigInt(d) * BigInt(denominator)));
}

function chosen(options: readonly string[], bits: number): readonly string[] {
  return options.filter((_, bit) => (bits & (1 << bit)) !== 0);
}

// ── Words ────────────────────────────────────────────────────────────────────

/** A line as people read it: `131,000,000.00 元`, 成立, 至多 … behind `head`. `expression`: absent of lines and rows; lines tell amounts of money. */
export function shownStep(
  slot: TraceSlot,
  expression: Expr | undefined,
  ir: PolicyIr,
  language: Language,
  head: string,
): WrittenStep {
  const words = allWords[language];
  // A line or a row holds or fails; a fact is yes or no.
  const [holds, fails] = expression?.kind === 'fact' ? [words.yes, words.no] : [words.met, words.failed];
  const { form, of, mayBeNone } = slot;
  if (form.kind === 'truth') return { head, holds, fails, tail: '\n' };
  const names = naming(ir);
  const unit = of === 'value' && expression !== undefined ? names.unit(expression.type) : money(ir);
  const options = expression === undefined ? undefined : names.options(expression);
  const { write, after } = shownWriting(form, options, unit, words);
  if (mayBeNone !== true) return { head, holds, fails, write, tail: `${after}\n` };
  const orNone: Writing = (first, second) => (Number.isNaN(first) ? words.none : write(first, second) + after);
  return { head, holds, fails, write: orNone, tail: '\n' };
}

interface Shown {
  readonly write: Writing;
  /** Stands behind every one. */
  readonly after: string;
}

function shownWriting(
  form: Exclude<TraceForm, { kind: 'truth' }>,
  options: ReadonlyMap<string, OptionIr> | undefined,
  unit: Unit,
  words: Words,
): Shown {
  switch (form.kind) {
    case 'option':
    case 'options': {
      const shown = (id: string) => nameOf(options?.get(id), words.language) ?? id;
      const list = (ids: readonly string[]) => ids.map(shown).join(words.listSeparator);
      const write: Writing =
        form.kind === 'option'
          ? (cell) => list([form.options[cell] ?? ''])
          : (cell) => list(chosen(form.options, cell));
      return { write, after: '' };
    }
    case 'day':
      return { write: dayText, after: '' };
    case 'quotient':
      return { write: (n, d) => numberText(quotient(n, d, form.denominator), unit, words), after: '' };
    case 'number': {
      const display = cellDisplay(form.denominator, unit, words);
      return { write: display.text, after: display.unit };
    }
    case 'range':
      return { write: shownRange(displayCell(form.denominator, unit, words), words), after: '' };
  }
}

function shownRange(shown: CellText, words: Words): Writing {
  return (low, high) => {
    if (low === high) return shown(low);
    return low === 0 ? words.upTo(shown(high)) : words.between(shown(low), shown(high));
  };
}

function money({ currency }: PolicyIr): Unit {
  return { kind: 'money', currency };
}

function nameOf(option: OptionIr | undefined, language: Language): string | undefined {
  return language === 'zh' ? option?.names.zh : option?.names.en;
}
