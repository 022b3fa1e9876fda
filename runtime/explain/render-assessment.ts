import { amountText, rangeText } from './amount-text.ts';
import { causesText } from './condition-text.ts';
import { displayWidth, padEnd, wrap } from './display-width.ts';
import type { ExplainedPayment } from './explained-payment.ts';
import type { ExplainedClause, Explanation } from './explanation.ts';
import { clauseTitle, defaultWidth, headText, type RenderOptions } from './render-options.ts';
import { outcomeText, outcomeTone } from './step-rows.ts';
import { coloured, type Paint, plain, type Tone } from './table.ts';
import { words as allWords, type Words } from './words.ts';

interface Entry {
  readonly title: string;
  readonly outcome: string;
  /** What the outcome is open for. */
  readonly open: string;
  readonly tone: Tone | 'strong';
}

/** One line per clause, amounts in a column; then the clauses without amount, and the totals. Ends with a line break. */
export function renderAssessment(explanation: Explanation, options: RenderOptions): string {
  const words = allWords[options.language];
  const paint = options.colour === true ? coloured : plain;
  const clauses = explanation.clauses
    .filter(({ outcome }) => outcome.kind !== 'noAmount')
    .map((clause) => clauseEntry(clause, words));
  const totals = explanation.totals.map(
    ({ kind, currency, payable }): Entry => ({
      title: `${words.total}${words.opening}${words.amountKind[kind]}${words.closing}`,
      outcome: rangeText(payable, { kind: 'money', currency }, words),
      open: '',
      tone: 'strong',
    }),
  );
  const width = options.width ?? defaultWidth;
  const columns = columnsOf([...clauses, ...totals]);
  const lines = (entries: readonly Entry[]) => entries.flatMap((entry) => entryLines(entry, columns, width, paint));
  const parts = [
    headLines(explanation, words, width, paint),
    lines(clauses),
    textOnly(explanation, words, width, paint),
    lines(totals),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

function clauseEntry(clause: ExplainedClause, words: Words): Entry {
  const { kind, causes, exact, payable } = clause.outcome;
  const isOpen = kind === 'undetermined' || kind === 'grantedUpTo';
  const paid = outcomeText({ ...clause.outcome, exact: payable }, clause, words);
  const isRounded = exact.lo !== payable.lo || exact.hi !== payable.hi;
  return {
    title: clauseTitle(clause, words),
    outcome: outcomeText(clause.outcome, clause, words),
    open: [
      ...(isRounded ? [words.outcome.payable(paid)] : []),
      ...(clause.payment === undefined ? [] : [paidNow(clause.payment, clause, words)]),
      ...(isOpen ? [causesText(causes, words)] : []),
    ].join(words.clauseSeparator),
    tone: outcomeTone(clause.outcome),
  };
}

function paidNow({ now }: ExplainedPayment, { currency }: ExplainedClause, words: Words): string {
  return `${words.payment.total} ${amountText(now, { kind: 'money', currency }, words)}`;
}

/** Clauses that carry text alone are named, not listed. */
function textOnly({ clauses }: Explanation, words: Words, width: number, paint: Paint): readonly string[] {
  const ids = clauses.filter(({ outcome }) => outcome.kind === 'noAmount').map(({ clause }) => clause);
  if (ids.length === 0) return [];
  const title = `${words.outcome.noAmount}  `;
  const column = displayWidth(title);
  return wrap(ids.join(', '), Math.max(24, width - column)).map((line, index) =>
    paint(`${padEnd(index === 0 ? title : '', column)}${line}`, 'faint'),
  );
}

function headLines({ head }: Explanation, words: Words, width: number, paint: Paint): readonly string[] {
  const chosen = head.readings
    .filter(({ isDefault }) => !isDefault)
    .map((reading) => `${words.reading} ${reading.names[words.language]} = ${reading.choiceNames[words.language]}`);
  return [...headText(head, words, width), ...chosen].map((line, index) =>
    paint(line, index === 0 ? 'strong' : 'faint'),
  );
}

interface Columns {
  readonly title: number;
  readonly outcome: number;
}

function columnsOf(entries: readonly Entry[]): Columns {
  const widest = (text: (entry: Entry) => string) => Math.max(0, ...entries.map((entry) => displayWidth(text(entry))));
  return { title: widest(({ title }) => title), outcome: widest(({ outcome }) => outcome) };
}

const space = 2;
const leastRemark = 24;

/** Amounts end in one column; what they are open for stands beside them, or below where the line is too short. */
function entryLines(
  { title, outcome, open, tone }: Entry,
  columns: Columns,
  width: number,
  paint: Paint,
): readonly string[] {
  const head = paint(padEnd(title, columns.title + space), 'plain');
  const amount = `${' '.repeat(columns.outcome - displayWidth(outcome))}${paint(outcome, tone)}`;
  const start = columns.title + columns.outcome + 2 * space;
  const beside = start + leastRemark <= width;
  const remarks = open === '' ? [] : wrap(open, Math.max(leastRemark, width - (beside ? start : 2 * space)));
  const [first = '', ...rest] = beside ? remarks : [];
  const line = `${head}${amount}${first === '' ? '' : `${' '.repeat(space)}${paint(first, 'faint')}`}`;
  const below = beside
    ? rest.map((text) => ' '.repeat(start) + paint(text, 'faint'))
    : remarks.map((text) => ' '.repeat(2 * space) + paint(text, 'faint'));
  return [line, ...below];
}
