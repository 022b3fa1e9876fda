/** The text forms of an explanation, from its document alone. */
import { round } from '../decimal.ts';
import { compare } from '../rational.ts';
import { amountText, numberText, rangeText } from './amount-text.ts';
import { parseExact } from './exact-text.ts';
import type {
  ExplainedAfter,
  ExplainedAward,
  ExplainedBlock,
  ExplainedClause,
  ExplainedExpression,
  ExplainedReading,
  Explanation,
  Unit,
} from './explanation.ts';
import { calculation } from './formula.ts';
import { paidText } from './limit-text.ts';
import { paymentRows } from './payment-rows.ts';
import { clauseTitle, defaultWidth, headText, type RenderOptions, titleText } from './render-options.ts';
import { datingLine, outcomeText, outcomeTone, stepRows } from './step-rows.ts';
import { coloured, type Heading, type Line, layOut, plain, type Row, sectionOf, tableFor } from './table.ts';
import { clauseTakenOver, takenOverText } from './taken-over.ts';
import { words as allWords, type Words } from './words.ts';

export { renderAssessment } from './render-assessment.ts';
export type { RenderOptions } from './render-options.ts';

/** Every clause of the explanation, line by line, and the totals. Ends with a line break. */
export function renderExplanation(explanation: Explanation, options: RenderOptions): string {
  const words = allWords[options.language];
  const paint = options.colour === true ? coloured : plain;
  const clauses = explanation.clauses.map((clause) => clauseRows(clause, explanation, words));
  const blocks = explanation.blocks.flatMap((block) =>
    hasEffect(block, explanation) ? [blockRows(block, explanation, words)] : [],
  );
  const sections = [...clauses, ...blocks, totalRows(explanation, words)].map(sectionOf);
  const table = tableFor(sections, {
    width: options.width ?? defaultWidth,
    ...(options.anchors === undefined ? {} : { anchors: options.anchors }),
  });
  const head = headText(explanation.head, words, options.width ?? defaultWidth).map((line, index) =>
    paint(line, index === 0 ? 'strong' : 'faint'),
  );
  const parts = sections.filter(({ rows }) => rows.length > 0).map((section) => layOut(section, table, paint));
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`;
}

function clauseRows(clause: ExplainedClause, explanation: Explanation, words: Words): readonly Row[] {
  const { currency } = clause;
  const texts = clause.texts.map(
    (one, index): Line => ({
      ...emptyLine,
      keyword: clause.texts[index - 1]?.mode === one.mode ? '' : words.text[one.mode],
      label: one.text,
      anchors: one.anchors.map((text) => `「${text}」`).join(''),
    }),
  );
  return [
    clauseHeading(clause, words),
    ...texts,
    ...datingRows(clause, words),
    ...stepRows(clause.steps, clause.items, 1, clause, words),
    ...clause.after.filter((step) => isTold(step, clause)).map((step) => afterLine(step, currency, words)),
    ...payRows(clause, explanation, words),
    ...(clause.payment === undefined ? [] : paymentRows(clause.payment, currency, words)),
    ...readingRows(clause, explanation, words),
    ...originRows(clauseTakenOver(clause, explanation.head, words), words),
  ];
}

/** How the amount was rounded for payment, where it was. */
function payRows(clause: ExplainedClause, explanation: Explanation, words: Words): readonly Line[] {
  const { exact, payable } = clause.outcome;
  if (exact.lo === payable.lo && exact.hi === payable.hi) return [];
  const money = { kind: 'money', currency: clause.currency } as const;
  return [
    {
      ...emptyLine,
      keyword: words.pay,
      label: roundingText(clause, explanation, words),
      formula: `${rangeText(exact, money, words)} → ${rangeText(payable, money, words)}`,
      status: isHeldDown(clause, explanation) ? words.heldDown : '',
    },
  ];
}

/** R23: from which text the clause or block was taken over. */
function originRows(label: string, words: Words): readonly Line[] {
  return label === '' ? [] : [{ ...emptyLine, keyword: words.taken.keyword, label, tone: 'faint' }];
}

/** R9: the plain rounding of the amount would be more than what is paid. */
function isHeldDown({ outcome, items }: ExplainedClause, { head }: Explanation): boolean {
  const { payment } = head.settings;
  const [exact, paid] = [parseExact(outcome.exact.hi), parseExact(outcome.payable.hi)];
  // Of several items each is rounded by itself.
  if (payment === null || exact === undefined || paid === undefined || items.length > 0) return false;
  return outcome.sharedCoins === undefined && compare(round(exact, payment), paid) > 0;
}

function roundingText({ currency, outcome }: ExplainedClause, { head }: Explanation, words: Words): string {
  const { payment } = head.settings;
  if (payment === null) return '';
  if (outcome.sharedCoins !== undefined) return words.sharedCoins(outcome.sharedCoins.names[words.language]);
  return words.rounding(payment.mode, numberText(payment.step, { kind: 'money', currency }, words));
}

/** What changed nothing is left out, and what was told of each item need not be told of all. */
function isTold(step: ExplainedAfter, { after }: ExplainedClause): boolean {
  if (step.note === 'unchanged') return false;
  const isOpenElsewhere = step.kind === 'elsewhere' && step.note === 'open';
  return !(
    isOpenElsewhere &&
    step.item === undefined &&
    after.some(({ kind, item }) => kind === 'elsewhere' && item !== undefined)
  );
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
  const title = clauseTitle(clause, words);
  const day = clause.referenceDay;
  return {
    kind: 'heading',
    indent: 0,
    title,
    aside:
      day === undefined || clause.steps.length === 0 || clause.steps.some(({ detail }) => detail.datedBy !== undefined)
        ? ''
        : words.referenceDay(day.from, day.to),
    result: outcomeText(clause.outcome, clause, words),
    tone: outcomeTone(clause.outcome),
    strong: true,
  };
}

/** A clause dated by an event says so where the event does not lie in the period, or may not. */
function datingRows({ dated, datedBy }: ExplainedClause, words: Words): readonly Line[] {
  if (dated === undefined || datedBy === undefined) return [];
  return datingLine(dated, datedBy.names, emptyLine.indent, words);
}

function afterLine(step: ExplainedAfter, currency: string, words: Words): Line {
  const money = { kind: 'money', currency } as const;
  const block = step.names?.[words.language] ?? words.noDuplication;
  const [before, after] = [amountText(step.before, money, words), amountText(step.after, money, words)];
  const awards = (step.awards ?? []).map((award) => awardText(award, money, words));
  return {
    ...emptyLine,
    keyword: isByOrder(step) ? words.noDuplicate : words.after[step.kind],
    label: step.item === undefined ? block : `${step.item} ${block}`,
    formula: [...awards, ...(before === after ? [] : [`${before} → ${after}`])].join(words.clauseSeparator),
    status: afterStatus(step, words),
    tone: step.note === 'won' || step.note === 'unchanged' ? 'plain' : 'open',
  };
}

/** A conflict that does not compare amounts. */
function isByOrder({ chooser }: ExplainedAfter): boolean {
  return chooser !== undefined && chooser !== 'highest';
}

function awardText({ policy, period, entitled, paid, inParts }: ExplainedAward, money: Unit, words: Words): string {
  const year = words.year(period);
  if (inParts === true) return words.promisedElsewhere(policy, year, numberText(paid, money, words));
  return paid === '0'
    ? words.dueElsewhere(policy, year, numberText(entitled, money, words))
    : words.paidElsewhere(policy, year, numberText(paid, money, words));
}

function afterStatus(step: ExplainedAfter, words: Words): string {
  const { kind, note, by, provisional } = step;
  if (kind === 'elsewhere' && note === 'open') return words.cause.otherAwards;
  if (kind === 'elsewhere' && note === 'barred') return words.barredElsewhere;
  const winner = by === undefined || by === 'elsewhere' ? '' : `${words.opening}${by}${words.closing}`;
  const told = `${noteText(step, words)}${winner}`;
  return provisional === undefined ? told : [told, words.provisional].join(words.clauseSeparator);
}

function noteText({ kind, note, chooser }: ExplainedAfter, words: Words): string {
  if (kind === 'groupCap' && note === 'open') return words.shareOpen;
  if (chooser === undefined || chooser === 'highest' || (note !== 'won' && note !== 'lost' && note !== 'open'))
    return words.afterNote[note];
  return words.chosen[chooser][note];
}

/** A block is worth a word where it changed something, or may. */
function hasEffect({ block, active }: ExplainedBlock, { clauses }: Explanation): boolean {
  return active && clauses.some(({ after }) => after.some((step) => step.block === block && step.note !== 'unchanged'));
}

/** A shared cap or a conflict, told once beside what it did to each member. */
function blockRows(block: ExplainedBlock, { clauses, head }: Explanation, words: Words): readonly Row[] {
  const currency = clauses.find(({ clause }) => block.members.includes(clause))?.currency ?? '';
  const money = { kind: 'money', currency } as const;
  const heading: Heading = {
    kind: 'heading',
    indent: 0,
    title: `${titleText(block.block, block.names[words.language])}${words.opening}${block.members.join(words.listSeparator)}${words.closing}`,
    aside: '',
    result: amountText(block.value, money, words),
    tone: 'plain',
    strong: true,
  };
  const { expression } = block;
  const origin = originRows(takenOverText(block.origin, [], head, words), words);
  if (expression === undefined) return [heading, ...origin];
  const steps = clauses.flatMap(({ after }) => after.filter((step) => step.block === block.block));
  const rooms: readonly Room[] = block.items ?? [block];
  const lines = rooms.flatMap((room) => {
    const claims = steps.filter(({ item }) => item === room.key);
    if (room.key !== undefined && claims.every(({ note }) => note === 'unchanged')) return [];
    const sum = claims.map(({ before }) => amountText(before, money, words)).join(' + ');
    const cut = block.cut === undefined ? [] : [words.cut[block.cut]];
    const told = [sum, words.cap.at(leftText(expression, room, block.scope, money, words)), ...cut];
    return [
      {
        ...emptyLine,
        keyword: words.after.groupCap,
        label: [...(room.key === undefined ? [] : [room.key]), told.join(words.clauseSeparator)].join(' '),
      },
    ];
  });
  return [heading, ...lines, ...origin];
}

/** Of the whole, or of one item. */
type Room = Pick<ExplainedBlock, 'room' | 'used'> & { readonly key?: string };

function leftText(
  expression: ExplainedExpression,
  { room, used }: Room,
  scope: ExplainedBlock['scope'],
  money: Unit,
  words: Words,
): string {
  const cap = calculation(expression, words);
  if (used === undefined || room === undefined || used.hi === '0') return cap;
  const paid = paidText(rangeText(used, money, words), scope, words);
  return words.cap.room(cap, paid, rangeText(room, money, words));
}

/** Readings chosen against the default stand alone; the defaults share a line. */
function readingRows(clause: ExplainedClause, explanation: Explanation, words: Words): readonly Line[] {
  const met = clause.restsOn.flatMap((id) => explanation.head.readings.filter((reading) => reading.id === id));
  const told = ({ names, choiceNames }: ExplainedReading) =>
    `${names[words.language]} = ${choiceNames[words.language]}`;
  const defaults = met.filter(({ isDefault }) => isDefault).map(told);
  const line = (label: string, tone: Line['tone']): Line => ({ ...emptyLine, keyword: words.reading, label, tone });
  return [
    ...met.filter(({ isDefault }) => !isDefault).map((reading) => line(told(reading), 'plain')),
    ...(defaults.length === 0
      ? []
      : [
          line(
            `${defaults.join(words.listSeparator)}${defaults.length > 1 ? words.defaultChoices : words.defaultChoice}`,
            'faint',
          ),
        ]),
  ];
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
