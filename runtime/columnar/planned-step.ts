/** One recorded value: how it is read, and what is told of it, as an object, as JSON and in words. What is the same each time is made here, once. */
import type { Language } from '../../diagnostics/diagnostic.ts';
import { dayText } from '../day.ts';
import { numberText } from '../explain/amount-text.ts';
import { exactText } from '../explain/exact-text.ts';
import type { ExactText, Unit } from '../explain/explanation.ts';
import { naming } from '../explain/naming.ts';
import { words as allWords, type Words } from '../explain/words.ts';
import type { Expr, OptionIr, PolicyIr } from '../ir.ts';
import { fraction } from '../rational.ts';
import { displayCell } from './display-cells.ts';
import { type CellText, cellText } from './exact-cells.ts';
import type { TraceForm, TraceSlot } from './trace-layout.ts';
import { type SlotReading, slotReading } from './trace-reading.ts';

/** What a step is of. */
export interface StepCells {
  readonly slot: TraceSlot;
  /** Absent of inner expressions, which have no words of their own. */
  readonly label?: Readonly<Record<Language, string>>;
}

/** One recorded value; `cells` says what it is of, and in which form `first` and `second` hold it. */
export interface Step {
  readonly cells: StepCells;
  /** A truth is true or false. */
  readonly first: number | boolean;
  /** Of forms of two numbers. */
  readonly second: number | undefined;
}

export interface PlannedStep {
  readonly reading: SlotReading;
  readonly cells: StepCells;
  /** Both steps of a truth: the same objects each time. */
  readonly holds: Step | undefined;
  readonly fails: Step | undefined;
}

export function plannedStep(slot: TraceSlot, label: StepCells['label']): PlannedStep {
  const cells: StepCells = label === undefined ? { slot } : { slot, label };
  const isTruth = slot.form.kind === 'truth';
  return {
    reading: slotReading(slot),
    cells,
    holds: isTruth ? Object.freeze(stepOf(cells, true, undefined)) : undefined,
    fails: isTruth ? Object.freeze(stepOf(cells, false, undefined)) : undefined,
  };
}

export function stepOf(cells: StepCells, first: number | boolean, second: number | undefined): Step {
  return { cells, first, second };
}

/** A step as text: of a truth one of two; else `write` makes it of the numbers. */
export interface WrittenStep {
  readonly reading: SlotReading;
  readonly holds: string;
  readonly fails: string;
  readonly write: Writing | undefined;
}

export type Writing = (first: number, second: number) => string;

// ── JSON ─────────────────────────────────────────────────────────────────────

/** `,{"node":29,"of":"it","lo":"100","hi":"100"}`, or `"value":…` for what is no number; null: undefined, or none. */
export function jsonStep(slot: TraceSlot): WrittenStep {
  const head = `,{"node":${slot.node},"of":"${slot.of}",`;
  return {
    reading: slotReading(slot),
    holds: `${head}"value":true}`,
    fails: `${head}"value":false}`,
    write: slot.form.kind === 'truth' ? undefined : jsonWriting(slot.form, head),
  };
}

function jsonWriting(form: Exclude<TraceForm, { kind: 'truth' }>, head: string): Writing {
  const nothing = `${head}"value":null}`;
  const [low, high] = [`${head}"lo":"`, '","hi":"'];
  const exactly = (text: ExactText): string => `${low}${text}${high}${text}"}`;
  switch (form.kind) {
    case 'option':
      return (cell) => `${head}"value":${JSON.stringify([form.options[cell]])}}`;
    case 'options':
      return (cell) => `${head}"value":${JSON.stringify(chosen(form.options, cell))}}`;
    case 'day':
      return (cell) => (Number.isNaN(cell) ? nothing : `${head}"value":"${dayText(cell)}"}`);
    case 'quotient':
      return (n, d) => (Number.isNaN(n) ? nothing : exactly(quotient(n, d, form.denominator)));
    case 'number': {
      const text = cellText(form.denominator);
      return (cell) => (Number.isNaN(cell) ? nothing : exactly(text(cell)));
    }
    case 'range': {
      const text = cellText(form.denominator);
      return (least, most) => (Number.isNaN(least) ? nothing : `${low}${text(least)}${high}${text(most)}"}`);
    }
  }
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
  const isTruth = slot.form.kind === 'truth';
  return {
    reading: slotReading(slot),
    holds: `${head}${holds}\n`,
    fails: `${head}${fails}\n`,
    write: isTruth ? undefined : behind(head, shownWriting(slot, expression, ir, words)),
  };
}

function behind(head: string, write: Writing): Writing {
  return (first, second) => head + write(first, second);
}

function shownWriting({ form, of }: TraceSlot, expression: Expr | undefined, ir: PolicyIr, words: Words): Writing {
  const names = naming(ir);
  const unit = of === 'value' && expression !== undefined ? names.unit(expression.type) : money(ir);
  const nothing = `${words.none}\n`;
  switch (form.kind) {
    case 'truth':
      throw new Error('a truth is one of two texts');
    case 'option':
    case 'options': {
      const known = expression === undefined ? undefined : names.options(expression);
      const shown = (id: string) => nameOf(known?.get(id), words.language) ?? id;
      const list = (ids: readonly string[]) => `${ids.map(shown).join(words.listSeparator)}\n`;
      return form.kind === 'option'
        ? (cell) => list([form.options[cell] ?? ''])
        : (cell) => list(chosen(form.options, cell));
    }
    case 'day':
      return (cell) => (Number.isNaN(cell) ? nothing : `${dayText(cell)}\n`);
    case 'quotient':
      return (n, d) => (Number.isNaN(n) ? nothing : `${numberText(quotient(n, d, form.denominator), unit, words)}\n`);
    case 'number': {
      const shown = displayCell(form.denominator, unit, words, '\n');
      return (cell) => (Number.isNaN(cell) ? nothing : shown(cell));
    }
    case 'range':
      return shownRange(displayCell(form.denominator, unit, words), words);
  }
}

function shownRange(shown: CellText, words: Words): Writing {
  return (low, high) => {
    if (Number.isNaN(low)) return `${words.none}\n`;
    if (low === high) return `${shown(low)}\n`;
    return `${low === 0 ? words.upTo(shown(high)) : words.between(shown(low), shown(high))}\n`;
  };
}

function money({ currency }: PolicyIr): Unit {
  return { kind: 'money', currency };
}

function nameOf(option: OptionIr | undefined, language: Language): string | undefined {
  return language === 'zh' ? option?.names.zh : option?.names.en;
}
