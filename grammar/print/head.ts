import type { HeadLine, LinkedPath, Name, PolicyHead, ReadingChoice, Reference, Rounding } from '../ast.ts';
import { choiceNames, nothing, readingHead } from './choices.ts';
import type { Doc } from './layout.ts';
import { currencyWord, printNumber } from './numerals.ts';
import {
  afterComma,
  anchorsOf,
  type BuiltRow,
  block,
  colon,
  declaredName,
  type Printer,
  quotedText,
  spaced,
  synonym,
  word,
} from './printer.ts';

export function printPolicyHead(printer: Printer, { name, adapts, lines, span }: PolicyHead): Doc {
  const opens = adapts === undefined ? name.span.end : (adapts.digest ?? adapts.path).span.end;
  const body = block(printer, { start: opens, end: span.end }, lines, (line) => headLine(printer, line));
  return spaced(headerOf(printer, 'policy', name), adapts && adapted(printer, adapts), body);
}

function adapted(printer: Printer, { path, digest }: LinkedPath): Doc {
  return spaced(word(printer, 'adapts'), quotedText(path), pinned(printer, digest));
}

/** `digest "…"`. */
export function pinned(printer: Printer, digest: LinkedPath['digest']): Doc | undefined {
  return digest === undefined ? undefined : spaced(word(printer, 'digest'), quotedText(digest));
}

/** `clause art3 | 算力券`. */
export function headerOf(printer: Printer, id: Parameters<typeof word>[1], name: Name): Doc {
  return spaced(word(printer, id), declaredName(name));
}

export function headLine(printer: Printer, line: HeadLine): BuiltRow {
  if (line.kind === 'ReadingChoice') return { content: readingChoice(printer, line, headLine) };
  return { content: headWords(printer, line), anchors: 'anchors' in line ? anchorsOf(line.anchors) : '' };
}

function headWords(printer: Printer, line: Exclude<HeadLine, ReadingChoice<HeadLine>>): Doc {
  switch (line.kind) {
    case 'TitleLine':
      return spaced(word(printer, 'title'), quotedText(line.text));
    case 'InForceLine': {
      const end = line.to === undefined ? undefined : spaced(word(printer, 'to'), line.to.value);
      return spaced(word(printer, 'inForce'), line.from.value, end);
    }
    case 'InterpretedByLine':
      return spaced(word(printer, 'interpretedBy'), quotedText(line.text));
    case 'CurrencyLine':
      return spaced(word(printer, 'currency'), currencyWord(printer, line.currency));
    case 'PaymentLine':
      return spaced(word(printer, 'pay'), payment(printer, line.rounding));
    case 'GrowthBaseLine':
      return spaced(
        word(printer, 'growthFromZero'),
        word(printer, line.zeroBase === 'undefined' ? 'hasNoRate' : 'isUnlimited'),
      );
    case 'UnknownFactsLine':
      return spaced(word(printer, 'unknownFacts'), word(printer, line.mode === 'logic' ? 'byLogic' : 'strictly'));
    case 'ElsewhereLine':
      return [word(printer, 'elsewhere'), afterComma(printer, elsewhereMode(printer, line.mode))];
    case 'RemarkLine':
      return spaced(word(printer, 'remark'), quotedText(line.text));
    case 'ContinuesLine':
      return spaced(word(printer, 'continues'), quotedText(line.policy), word(printer, 'since'), line.since.value);
  }
}

function payment(printer: Printer, rounding: Rounding | undefined): Doc {
  if (rounding === undefined) return word(printer, 'exact');
  return spaced(printer.english ? word(printer, 'rounded') : undefined, roundingWords(printer, rounding));
}

export function roundingWords(printer: Printer, { mode, step }: Rounding): Doc {
  // 舍去 到 1元: the second Chinese form of `to`.
  return spaced(word(printer, mode), synonym(printer, 'to', 1), printNumber(printer, step));
}

function elsewhereMode(printer: Printer, mode: 'difference' | 'exclusive' | 'none'): string {
  if (mode === 'difference') return word(printer, 'payingTheDifference');
  if (mode === 'exclusive') return word(printer, 'takingOneOnly');
  return word(printer, printer.english ? 'none' : 'notApplied');
}

/** `by reading R { choice, choice : line | { lines } | nothing }`. */
export function readingChoice<T extends { readonly kind: string; readonly span: Reference['span'] }>(
  printer: Printer,
  { reading, rows, span }: ReadingChoice<T>,
  line: (printer: Printer, line: T) => BuiltRow,
): Doc {
  const isLong = ({ body }: ReadingChoice<T>['rows'][number]) => body.length > 1 || body[0]?.kind === 'EachBlock';
  const hasColumn = !rows.some(isLong);
  const build = (row: ReadingChoice<T>['rows'][number]): BuiltRow => {
    const names = choiceNames(printer, reading, row.choices);
    const { content, ...rest } = alternative(printer, row, line);
    return hasColumn ? { ...rest, lead: names, content } : { ...rest, content: spaced(names, content) };
  };
  const body = block(printer, { start: reading.span.end, end: span.end }, rows, build, { fitting: true });
  return spaced(readingHead(printer, reading), body);
}

function alternative<T extends { readonly span: Reference['span'] }>(
  printer: Printer,
  { choices, body, span }: ReadingChoice<T>['rows'][number],
  line: (printer: Printer, line: T) => BuiltRow,
): BuiltRow {
  const [only, ...others] = body;
  if (only === undefined) return { content: spaced(colon(printer), nothing(printer)) };
  if (others.length === 0) {
    const { lead, content, ...rest } = line(printer, only);
    return { ...rest, content: spaced(colon(printer), lead, content) };
  }
  const region = { start: choices.at(-1)?.span.end ?? span.start, end: span.end };
  return {
    content: spaced(
      colon(printer),
      block(printer, region, body, (one) => line(printer, one)),
    ),
  };
}
