import type { ReadingChoiceDeclaration, ReadingDeclaration, ReplaceableWord } from '../ast.ts';
import { replaceableWords } from '../vocabulary.ts';
import { headerOf } from './head.ts';
import type { Doc } from './layout.ts';
import {
  type BuiltRow,
  block,
  bracketed,
  colon,
  declaredName,
  listed,
  type Printer,
  quotedText,
  spaced,
  word,
} from './printer.ts';

/** `reading R "question" everywhere { choice (default) : word means word "reason" }`. */
export function printReading(printer: Printer, reading: ReadingDeclaration): Doc {
  const { question, everywhere, choices, span } = reading;
  const build = (choice: ReadingChoiceDeclaration): BuiltRow => ({ content: readingChoiceLine(printer, choice) });
  const body = block(printer, { start: question.span.end, end: span.end }, choices, build);
  return spaced(printReadingHeader(printer, reading), everywhere ? word(printer, 'everywhere') : undefined, body);
}

export function printReadingHeader(printer: Printer, { name, question }: ReadingDeclaration): Doc {
  return spaced(headerOf(printer, 'reading', name), quotedText(question));
}

export function readingChoiceLine(printer: Printer, choice: ReadingChoiceDeclaration): Doc {
  const { name, isDefault, replacements, reason } = choice;
  const means = replacements.map(({ from, to }) =>
    spaced(replaceable(printer, from), word(printer, 'means'), replaceable(printer, to)),
  );
  return spaced(
    declaredName(name),
    isDefault ? bracketed(printer, word(printer, 'default')) : undefined,
    means.length === 0 ? undefined : [colon(printer), ' ', listed(printer, means)],
    reason === undefined ? undefined : quotedText(reason),
  );
}

function replaceable(printer: Printer, one: ReplaceableWord): string {
  return word(printer, replaceableWords[one]);
}
