/** The text forms of an explanation, from its document alone. */
import { amountText, numberText, rangeText } from './amount-text.ts';
import type { ExplainedAfter, ExplainedClause, Explanation } from './explanation.ts';
import { defaultWidth, headText, type RenderOptions } from './render-options.ts';
import { outcomeText, outcomeTone, stepRows } from './step-rows.ts';
import { coloured, columnsFor, type Heading, type Line, layOut, plain, type Row } from './table.ts';
import { words as allWords, type Words } from './words.ts';

export { renderAssessment } from './render-assessment.ts';
export type { RenderOptions } from './render-options.ts';

/** Every clause of the explanation, line by line, and the totals. Ends with a line break. */
export function renderExplanation(explanation: Explanation, options: RenderOptions): string {
  const words = allWords[options.language];
  const paint = options.colour === true ? coloured : plain;
  const rows: readonly Row[] = explanation.clauses.flatMap((clause): readonly Row[] => [
    ...clauseRows(clause, explanation, words),
    { kind: 'gap' },
  ]);
  const columns = columnsFor(rows, options.width ?? defaultWidth);
  const text = layOut([...rows, ...totalRows(explanation, words)], columns, paint);
  return `${headText(explanation.head, words)
    .map((line, index) => paint(line, index === 0 ? 'strong' : 'faint'))
    .join('\n')}\n\n${text.trimEnd()}\n`;
}

function clauseRows(clause: ExplainedClause, explanation: Explanation, words: Words): readonly Row[] {
  const { currency } = clause;
  const money = { kind: 'money', currency } as const;
  const texts = clause.texts.map(
    (one): Line => ({
      ...emptyLine,
      keyword: one.mode === 'noAmount' ? words.outcome.noAmount : words.outcome.otherRules,
      label: one.text,
      anchors: one.anchors.map((text) => `「${text}」`).join(''),
    }),
  );
  const { exact, payable } = clause.outcome;
  const isRounded = exact.lo !== payable.lo || exact.hi !== payable.hi;
  const pay: Line = {
    ...emptyLine,
    keyword: words.pay,
    label:
      explanation.head.settings.payment === null
        ? ''
        : words.rounding(
            explanation.head.settings.payment.mode,
            numberText(explanation.head.settings.payment.step, money, words),
          ),
    formula: `${rangeText(exact, money, words)} → ${rangeText(payable, money, words)}`,
  };
  return [
    clauseHeading(clause, words),
    ...texts,
    ...stepRows(clause.steps, clause.items, 1, currency, words),
    ...clause.after.filter(({ note }) => note !== 'unchanged').map((step) => afterLine(step, currency, words)),
    ...(isRounded ? [pay] : []),
    ...readingRows(clause, explanation, words),
  ];
}

const emptyLine: Line = {
  kind: 'line',
  indent: 1,
  keyword: '',
  label: '',
  formula: '',
  status: '',
  anchors: '',
  tone: 'plain',
};

function clauseHeading(clause: ExplainedClause, words: Words): Heading {
  const name = clause.names[words.language];
  const article =
    clause.article === undefined
      ? ''
      : `${words.opening}${words.article(clause.article, clause.paragraph)}${words.closing}`;
  const title = name === clause.clause ? `${clause.clause}${article}` : `${clause.clause}  ${name}${article}`;
  const day = clause.referenceDay;
  return {
    kind: 'heading',
    indent: 0,
    title,
    aside:
      day === undefined || clause.items.length > 0 || clause.steps.length === 0
        ? ''
        : words.referenceDay(day.from, day.to),
    result: outcomeText(clause.outcome, clause.currency, words),
    tone: outcomeTone(clause.outcome),
    strong: true,
  };
}

function afterLine(step: ExplainedAfter, currency: string, words: Words): Line {
  const money = { kind: 'money', currency } as const;
  const by = step.by === undefined ? '' : `${words.opening}${step.by}${words.closing}`;
  const block = step.names?.[words.language] ?? '';
  return {
    ...emptyLine,
    keyword: words.after[step.kind],
    label: step.item === undefined ? block : [step.item, block].filter((text) => text !== '').join(' '),
    formula: `${amountText(step.before, money, words)} → ${amountText(step.after, money, words)}`,
    status: `${words.afterNote[step.note]}${by}`,
    tone: step.note === 'won' || step.note === 'unchanged' ? 'plain' : 'open',
  };
}

function readingRows(clause: ExplainedClause, explanation: Explanation, words: Words): readonly Line[] {
  return clause.restsOn.flatMap((id) => {
    const reading = explanation.head.readings.find((one) => one.id === id);
    if (reading === undefined) return [];
    const choice = `${reading.names[words.language]} = ${reading.choiceNames[words.language]}`;
    return [
      {
        ...emptyLine,
        keyword: words.reading,
        label: `${choice}${reading.isDefault ? words.defaultChoice : ''}`,
        tone: reading.isDefault ? 'faint' : 'plain',
      } satisfies Line,
    ];
  });
}

function totalRows({ totals }: Explanation, words: Words): readonly Row[] {
  return totals.map(({ kind, currency, payable }) => {
    const money = { kind: 'money', currency } as const;
    return {
      kind: 'heading',
      indent: 0,
      title: `${words.total}${words.opening}${words.amountKind[kind]}${words.closing}`,
      aside: '',
      result: rangeText(payable, money, words),
      tone: 'plain',
      strong: true,
    };
  });
}
