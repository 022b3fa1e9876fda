/** Findings as text for people: what is wrong, the line with the place underlined, what to do. */
import type { Diagnostic, Language } from '../diagnostics/diagnostic.ts';
import { placeAt, type Source, type Span, startsOf } from '../diagnostics/span.ts';
import { displayWidth } from '../runtime/explain/display-width.ts';

export interface RenderOptions {
  readonly language: Language;
  readonly colour: boolean;
}

const severityWords = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
} as const;
const helpWord = { zh: '怎么改', en: 'help' } as const;

/** All findings, in the order of their places; `source` absent for findings in facts or on the command line. */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  source: Source | undefined,
  options: RenderOptions,
): string {
  // What has no place in the text speaks of it as a whole, and comes last.
  const sorted = [...diagnostics].sort((a, b) => (a.span?.start ?? placeless) - (b.span?.start ?? placeless));
  return sorted.map((found) => renderOne(found, source, options)).join('\n');
}

const placeless = Number.MAX_SAFE_INTEGER;

function renderOne(found: Diagnostic, source: Source | undefined, options: RenderOptions): string {
  const { language } = options;
  const paint = painter(options.colour);
  const tone = found.severity === 'error' ? paint.red : paint.yellow;
  const lines = [
    `${tone(`${severityWords[found.severity][language]} ${found.code}`)}  ${paint.bold(printable(found.message[language]))}`,
  ];
  if (found.path !== undefined && found.path !== '') lines.push(paint.dim(`  ${printable(found.path)}`));
  if (source !== undefined && found.span !== undefined) lines.push(...excerpt(found.span, source, tone, paint));
  for (const note of found.notes) {
    lines.push(`  ${paint.dim('·')} ${printable(note.text[language])}`);
    if (source !== undefined) lines.push(...excerpt(note.span, source, paint.dim, paint));
  }
  const help = printable(found.help[language]);
  if (help !== '') lines.push(`  ${paint.green(`${helpWord[language]}${language === 'zh' ? '：' : ':'}`)} ${help}`);
  return `${lines.join('\n')}\n`;
}

/** Longest part of a line that is shown; a hostile line of a megabyte stays readable. */
const shownUnits = 160;

function excerpt(place: Span, whole: Source, tone: Paint, paint: Painter): readonly string[] {
  const { source, offset, line, column } = placeAt(whole, place.start);
  const span = { start: offset, end: offset + (place.end - place.start) };
  const starts = startsOf(source);
  const lineStart = starts[line - 1] ?? 0;
  const lineEnd = Math.max(lineStart, (starts[line] ?? source.text.length + 1) - 1);
  const from = Math.max(lineStart, Math.min(span.start - 60, lineEnd - shownUnits));
  const cut = from > lineStart ? '…' : '';
  const shown = source.text
    .slice(from, Math.min(lineEnd, from + shownUnits))
    .replace(/[\r\n]+$/u, '')
    .replaceAll('\t', ' ');
  const end = Math.min(Math.max(span.end, span.start + 1), from + shown.length);
  const before = displayWidth(cut) + displayWidth(shown.slice(0, span.start - from));
  const under = Math.max(1, displayWidth(shown.slice(span.start - from, end - from)));
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  return [
    paint.dim(`  ${gutter}┌ ${source.file}:${line}:${column}`),
    `  ${paint.dim(`${number}│`)} ${cut}${printable(shown)}`,
    `  ${paint.dim(`${gutter}│`)} ${' '.repeat(before)}${tone('^'.repeat(under))}`,
  ];
}

/** Control characters of a hostile file must not reach the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '·');
}

type Paint = (text: string) => string;
export interface Painter {
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly bold: Paint;
  readonly dim: Paint;
}

export function painter(colour: boolean): Painter {
  const paint = (on: number, off: number): Paint =>
    colour ? (text) => `\u001b[${on}m${text}\u001b[${off}m` : (text) => text;
  return { red: paint(31, 39), yellow: paint(33, 39), green: paint(32, 39), bold: paint(1, 22), dim: paint(2, 22) };
}

/** `2 errors, 1 warning` / `2 处错误，1 处提醒`; empty when there is nothing. */
export function countLine(diagnostics: readonly Diagnostic[], dropped: number, language: Language): string {
  const errors = diagnostics.filter((found) => found.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  if (language === 'zh') {
    const parts = [
      errors > 0 ? `${errors} 处错误` : '',
      warnings > 0 ? `${warnings} 处提醒` : '',
      dropped > 0 ? `另有 ${dropped} 处未列出` : '',
    ];
    return parts.filter((part) => part !== '').join('，');
  }
  const count = (n: number, word: string) => (n === 0 ? '' : `${n} ${word}${n === 1 ? '' : 's'}`);
  const parts = [count(errors, 'error'), count(warnings, 'warning'), dropped > 0 ? `${dropped} more not listed` : ''];
  return parts.filter((part) => part !== '').join(', ');
}
