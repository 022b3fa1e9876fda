import { rangeText } from './amount-text.ts';
import { causesText } from './condition-text.ts';
import { displayWidth, padEnd, wrap } from './display-width.ts';
import type { ExplainedClause, Explanation } from './explanation.ts';
import { clauseTitle, defaultWidth, headText, type RenderOptions } from './render-options.ts';
import { because, outcomeText, outcomeTone } from './step-rows.ts';
import { coloured, type Paint, plain } from './table.ts';
import { words as allWords, type Words } from './words.ts';

/** One line per clause: what came of it and what it is open for; then the totals. Ends with a line break. */
export function renderAssessment(explanation: Explanation, options: RenderOptions): string {
  const words = allWords[options.language];
  const paint = options.colour === true ? coloured : plain;
  const titles = explanation.clauses.map((clause) => clauseTitle(clause, words));
  const column = Math.max(0, ...titles.map(displayWidth)) + 2;
  const lines = explanation.clauses.flatMap((clause, index) => {
    const text = because(outcomeText(clause.outcome, clause.currency, words), causesOf(clause, words), words);
    return outcomeLines(titles[index] ?? '', text, column, options.width ?? defaultWidth, (part) =>
      paint(part, outcomeTone(clause.outcome)),
    );
  });
  const totals = explanation.totals.map(({ kind, currency, payable }) => {
    const title = `${words.total}${words.opening}${words.amountKind[kind]}${words.closing}`;
    return `${paint(title, 'strong')}${padEnd('', Math.max(2, column - displayWidth(title)))}${paint(rangeText(payable, { kind: 'money', currency }, words), 'strong')}`;
  });
  return `${[...headLines(explanation, words, paint), '', ...lines, '', ...totals].join('\n').trimEnd()}\n`;
}

function headLines({ head }: Explanation, words: Words, paint: Paint): readonly string[] {
  const chosen = head.readings
    .filter(({ isDefault }) => !isDefault)
    .map((reading) => `${words.reading} ${reading.names[words.language]} = ${reading.choiceNames[words.language]}`);
  return [...headText(head, words), ...chosen].map((line, index) => paint(line, index === 0 ? 'strong' : 'faint'));
}

function causesOf({ outcome }: ExplainedClause, words: Words): string {
  return outcome.kind === 'undetermined' || outcome.kind === 'grantedUpTo' ? causesText(outcome.causes, words) : '';
}

function outcomeLines(
  title: string,
  text: string,
  column: number,
  width: number,
  paint: (text: string) => string,
): readonly string[] {
  return wrap(text, Math.max(24, width - column)).map(
    (line, index) => `${padEnd(index === 0 ? title : '', column)}${paint(line)}`,
  );
}
