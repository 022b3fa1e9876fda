/** Turns the steps of a clause into lines of the text form. */
import { amountText, numberText, rangeText } from './amount-text.ts';
import { causesText, conditionText, failureReasons } from './condition-text.ts';
import { ratesByDay } from './explained-accrual.ts';
import type {
  ExplainedClause,
  ExplainedExpression,
  ExplainedItem,
  ExplainedNumber,
  ExplainedOutcome,
  ExplainedStep,
  ExplainedTruth,
  StepDetail,
  Unit,
  Wording,
} from './explanation.ts';
import { paidText, shareLines } from './limit-text.ts';
import { itemPrefix } from './naming.ts';
import { poolSuffices } from './pool-formula.ts';
import { chosenExpression, detailRows, keyOf, keyText } from './row-rows.ts';
import { capOrder } from './step-formula.ts';
import type { Heading, Line, Row, Tone } from './table.ts';
import type { Words } from './words.ts';

/** What the lines of a clause need to know of it. */
type Told = Pick<ExplainedClause, 'kind' | 'currency'>;

/** Lines that did not run are left out: an earlier line says why nothing came of them. */
export function stepRows(
  steps: readonly ExplainedStep[],
  items: readonly ExplainedItem[],
  indent: number,
  clause: Told,
  words: Words,
): readonly Row[] {
  return steps.flatMap((step, index): readonly Row[] => {
    if (step.kind === 'switch') return stepRows(step.steps ?? [], items, indent, clause, words);
    if (step.status === 'notRun') return [];
    const own = items.filter(({ node }) => node === step.origin.node);
    const { status, tone } = standing(step, own, index === steps.length - 1, clause, words);
    const { keyword, label } = splitOf(step.label, words);
    const line: Line = {
      kind: 'line',
      indent,
      keyword,
      label,
      formula: lineText(step, clause, words),
      status,
      anchors: step.anchors.map((text) => `「${text}」`).join(''),
      tone,
    };
    const details = step.expression === undefined ? [] : detailRows(step.expression, indent, words);
    const shares = shareLines(step, indent, clause.currency, words);
    return [
      line,
      ...details,
      ...shares,
      ...own.flatMap((item) => itemRows(item, step.detail, indent + 1, clause, words)),
    ];
  });
}

/** Of a choice the line shows what was looked up; its rows show what came of it. */
function lineText(step: ExplainedStep, clause: Told, words: Words): string {
  const choice = step.expression === undefined ? undefined : chosenExpression(step.expression);
  if (step.kind !== 'amount' || choice === undefined) return step.formula[words.language];
  const { decided } = step.detail;
  const settled =
    decided === undefined
      ? []
      : [words.decidedAmount(rangeText(decided, { kind: 'money', currency: clause.currency }, words))];
  return [keyText(choice, words), ...settled].join(words.clauseSeparator);
}

/** Below an item's heading its own facts need not name it again. */
function itemRows(
  item: ExplainedItem,
  { list: named, datedBy: date }: StepDetail,
  indent: number,
  clause: Told,
  words: Words,
): readonly Row[] {
  const why = item.dated?.truth === 'false' ? words.items.otherPeriod : words.items.filtered;
  const heading: Heading = {
    kind: 'heading',
    indent,
    title: item.key,
    aside: item.referenceDay === undefined ? '' : words.referenceDay(item.referenceDay.from, item.referenceDay.to),
    result: item.outcome === undefined ? why : outcomeText(item.outcome, clause, words),
    tone: item.outcome === undefined ? 'faint' : outcomeTone(item.outcome),
    strong: false,
  };
  if (item.outcome === undefined) return [heading];
  const [list, datedBy] = [named?.names, date?.names];
  const owner = list === undefined ? '' : itemPrefix(list, item.key)[words.language];
  const dated =
    item.dated === undefined || datedBy === undefined ? [] : datingLine(item.dated, datedBy, indent + 1, words);
  const rows = [
    ...dated,
    ...whereRows(item, indent + 1, words),
    ...stepRows(item.steps, [], indent + 1, clause, words),
  ];
  return [
    heading,
    ...rows.map((row) =>
      row.kind === 'line' && owner !== ''
        ? { ...row, formula: row.formula.replaceAll(owner, ''), status: row.status.replaceAll(owner, '') }
        : row,
    ),
  ];
}

/** Whether an event lies in the period, unless it surely does. */
export function datingLine(dated: ExplainedTruth, field: Wording, indent: number, words: Words): readonly Line[] {
  if (dated.truth === 'true') return [];
  const isOpen = dated.truth === 'unknown';
  const status = isOpen
    ? because(words.open, causesText(dated.causes, words), words)
    : because(
        words.failed,
        dated.reason === undefined ? words.items.otherPeriod : words.undefinedReason[dated.reason],
        words,
      );
  return [
    {
      kind: 'line',
      indent,
      keyword: words.dating,
      label: field[words.language],
      formula: '',
      status,
      anchors: '',
      tone: isOpen ? 'open' : 'bad',
    },
  ];
}

/** The filter of the `for each` line, while it cannot be decided for this item. */
function whereRows({ where }: ExplainedItem, indent: number, words: Words): readonly Line[] {
  if (where?.value?.kind !== 'truth' || where.value.truth !== 'unknown') return [];
  const status = because(words.open, causesText(where.value.causes, words), words);
  return [
    {
      kind: 'line',
      indent,
      keyword: words.filter,
      label: '',
      formula: conditionText(where, words),
      status,
      anchors: '',
      tone: 'open',
    },
  ];
}

interface Standing {
  readonly status: string;
  readonly tone: Tone;
}

function standing(
  step: ExplainedStep,
  items: readonly ExplainedItem[],
  isLast: boolean,
  clause: Told,
  words: Words,
): Standing {
  switch (step.kind) {
    case 'when':
      return gateStanding(step, words);
    case 'once':
      return onceStanding(step, clause, words);
    case 'cap':
      return capStanding(step, words);
    case 'budget':
      if (step.detail.pool !== undefined)
        return poolSuffices(step.detail.pool)
          ? { status: words.pool.enough, tone: 'plain' }
          : { status: words.pool.short, tone: 'open' };
      return step.detail.sharing === 'unlimited'
        ? { status: words.budget.unlimited, tone: 'plain' }
        : { status: words.budget.subject, tone: 'open' };
    case 'items':
      return itemsStanding(step, items, isLast, clause, words);
    case 'round':
      return {
        status:
          step.detail.rounding === undefined
            ? ''
            : words.rounding(
                step.detail.rounding.mode,
                rangeText(
                  { lo: step.detail.rounding.step, hi: step.detail.rounding.step },
                  { kind: 'money', currency: clause.currency },
                  words,
                ),
              ),
        tone: 'plain',
      };
    case 'adjust':
      if (step.gate?.truth === 'false') return { status: words.adjustSkipped, tone: 'faint' };
      return step.gate?.truth === 'unknown'
        ? { status: words.because(words.adjustPerhaps, causesText(step.gate.causes, words)), tone: 'open' }
        : amountStanding(step, words);
    default:
      return amountStanding(step, words);
  }
}

function gateStanding(step: ExplainedStep, words: Words): Standing {
  if (step.status === 'met') return { status: words.met, tone: 'good' };
  if (step.status === 'failed') {
    const reasons = step.expression === undefined ? [] : failureReasons(step.expression, words);
    return { status: because(words.failed, reasons.join(words.clauseSeparator), words), tone: 'bad' };
  }
  return { status: because(words.open, causesText(step.gate?.causes ?? [], words), words), tone: 'open' };
}

function onceStanding(step: ExplainedStep, clause: Told, words: Words): Standing {
  if (step.expression !== undefined && step.status === 'open')
    return { status: because(words.open, causesText(step.gate?.causes ?? [], words), words), tone: 'open' };
  if (step.expression !== undefined)
    return step.status === 'met'
      ? { status: words.met, tone: 'good' }
      : { status: because(words.failed, words.limit.usedUp, words), tone: 'bad' };
  if (step.status === 'met') return { status: words.once.free, tone: 'good' };
  if (step.status === 'open') {
    const causes = step.gate?.causes ?? [];
    const isHistory = causes.every(({ kind }) => kind === 'history');
    const reason = isHistory ? words.once.unknown : causesText(causes, words);
    return { status: because(words.open, reason, words), tone: 'open' };
  }
  const paid =
    step.detail.used === undefined
      ? ''
      : words.once.used(
          paidText(
            leastText(step.detail.used, { kind: 'money', currency: clause.currency }, words),
            step.detail.scope,
            words,
          ),
        );
  return { status: because(words.failed, paid, words), tone: 'bad' };
}

/** Without a complete ledger more may have been paid. */
function leastText(used: ExplainedNumber, unit: Unit, words: Words): string {
  return used.hi === 'infinity' ? words.atLeastGap(numberText(used.lo, unit, words)) : rangeText(used, unit, words);
}

function capStanding(step: ExplainedStep, words: Words): Standing {
  const limit = step.detail.room ?? (step.expression?.value?.kind === 'number' ? step.expression.value : undefined);
  const order = step.before === undefined || limit === undefined ? undefined : capOrder(step.before, limit);
  if (step.detail.failed !== undefined && step.detail.failed in words.undefinedReason)
    return failedStanding(step.detail.failed, words);
  if (order === undefined) {
    const causes = causesText(step.detail.used?.causes ?? [], words);
    return { status: because(words.cap.perhaps, causes, words), tone: 'open' };
  }
  if (order <= 0) return { status: words.cap.notReached, tone: 'plain' };
  return { status: step.detail.allOrNothing ? words.cap.exceededWhole : words.cap.reached, tone: 'open' };
}

/** The sum is the clause's own where nothing follows, and then stands in its heading. */
function itemsStanding(
  step: ExplainedStep,
  items: readonly ExplainedItem[],
  isLast: boolean,
  clause: Told,
  words: Words,
): Standing {
  if (step.detail.failed === 'no item met')
    return { status: because(words.failed, words.items.noneMet, words), tone: 'bad' };
  if (step.detail.failed !== undefined) return { status: because(words.failed, words.items.none, words), tone: 'bad' };
  const unlisted = step.after?.causes.find(({ kind, path }) => kind === 'missing' && path === step.detail.list?.id);
  if (unlisted !== undefined)
    return { status: because(words.open, words.cause.missing(unlisted.names[words.language]), words), tone: 'open' };
  const counted = items.filter(({ outcome }) => outcome !== undefined).length;
  const sum =
    isLast || step.after === undefined
      ? ''
      : amountText(step.after, { kind: 'money', currency: clause.currency }, words);
  return { status: counted < 2 ? '' : `${words.items.total(counted)} ${sum}`.trim(), tone: 'plain' };
}

function amountStanding(step: ExplainedStep, words: Words): Standing {
  if (step.detail.failed !== undefined) return rowsFailed(step, words);
  const open = step.after?.causes ?? [];
  if (open.length === 0) return { status: '', tone: 'plain' };
  const isNew = open.filter(
    ({ kind, path }) => !step.before?.causes.some((earlier) => earlier.kind === kind && earlier.path === path),
  );
  if (isNew.length === 0) return { status: '', tone: 'plain' };
  if (isNew.every(({ kind }) => kind === 'discretion')) return { status: words.ceiling, tone: 'open' };
  const clauses = step.expression === undefined ? [] : openClauses(step.expression);
  const through = new Set(clauses.flatMap(({ causes }) => causes));
  const own = causesText(
    isNew.filter(({ kind, path }) => !through.has(`${kind}:${path}`)),
    words,
  );
  const others =
    clauses.length === 0
      ? ''
      : words.dependsOn([...new Set(clauses.map(({ clause }) => clause))].join(words.listSeparator));
  return {
    status: because(words.open, [own, others].filter((text) => text !== '').join(words.clauseSeparator), words),
    tone: 'open',
  };
}

interface OpenClause {
  readonly clause: string;
  readonly causes: readonly string[];
}

/** Clauses read here whose value is open: what they are open for is said where they stand. */
function openClauses(expression: ExplainedExpression): readonly OpenClause[] {
  const { source, value, operands, rows } = expression;
  if (source?.kind === 'clause' && value !== undefined && 'causes' in value && value.causes.length > 0) {
    return [{ clause: source.clause, causes: value.causes.map(({ kind, path }) => `${kind}:${path}`) }];
  }
  const chosen = (rows ?? []).flatMap((row) => (row.value === undefined ? [] : [row.value]));
  return [...operands, ...ratesByDay(expression), ...chosen].flatMap(openClauses);
}

/** No row applies: the shortfall to the nearest one. */
function rowsFailed(step: ExplainedStep, words: Words): Standing {
  const { failed } = step.detail;
  if (failed !== 'no row')
    return failed === undefined || failed === 'no item' || failed === 'no item met'
      ? { status: words.failed, tone: 'bad' }
      : failedStanding(failed, words);
  const choice = step.expression === undefined ? undefined : chosenExpression(step.expression);
  const byOptions = choice?.rows?.every(({ options }) => options !== undefined) ?? false;
  const byCase = choice?.operation === 'choose' && keyOf(choice) === undefined;
  if (byCase) return { status: because(words.failed, words.noCase, words), tone: 'bad' };
  const key = choice?.operands[0]?.value;
  if (key?.kind === 'undefined') return failedStanding(key.reason, words);
  return { status: because(words.failed, byOptions ? words.noRowChosen : words.noRow, words), tone: 'bad' };
}

function failedStanding(reason: NonNullable<ExplainedStep['detail']['failed']>, words: Words): Standing {
  const reasons: Readonly<Record<string, string>> = words.undefinedReason;
  return { status: because(words.failed, reasons[reason] ?? '', words), tone: 'bad' };
}

export function because(status: string, reason: string, words: Words): string {
  return reason === '' ? status : words.because(status, reason);
}

interface Split {
  readonly keyword: string;
  readonly label: string;
}

/** A label is the same in every document of a policy, and split once. */
const splits: Readonly<Record<Words['language'], WeakMap<Wording, Split>>> = { zh: new WeakMap(), en: new WeakMap() };

function splitOf(label: Wording, { language }: Words): Split {
  const known = splits[language].get(label);
  if (known !== undefined) return known;
  const found = split(label[language]);
  if (Object.isFrozen(label)) splits[language].set(label, found);
  return found;
}

/** The line's first word is its keyword. Rows and readings are told below the line, so it need not name them. */
function split(written: string): Split {
  const label = written.replace(' {…}', '').replace(/(?:(?:，口径|, reading) [^，,]+)+$/u, '');
  const at = label.search(/\s/u);
  return at < 0 ? { keyword: label, label: '' } : { keyword: label.slice(0, at), label: label.slice(at).trim() };
}

export function outcomeText(outcome: ExplainedOutcome, clause: Told, words: Words): string {
  const money: Unit = { kind: 'money', currency: clause.currency };
  const { kind, exact, by } = outcome;
  switch (kind) {
    case 'granted':
      if (clause.kind === 'none') return words.met;
      return rangeText(exact, money, words);
    case 'grantedUpTo':
      return words.upTo(rangeText({ lo: exact.hi, hi: exact.hi }, money, words));
    case 'undetermined':
      if (exact.lo === exact.hi) return words.outcome.undetermined(words.unknown);
      return words.outcome.undetermined(rangeText(exact, money, words));
    case 'notMet':
      return words.outcome.notMet;
    case 'outOfForce':
      return words.outcome.outOfForce;
    case 'superseded':
      return by === undefined || by === 'elsewhere' ? words.outcome.supersededElsewhere : words.outcome.superseded(by);
    case 'noAmount':
      return words.outcome.noAmount;
  }
}

export function outcomeTone({ kind }: ExplainedOutcome): Tone {
  if (kind === 'granted' || kind === 'grantedUpTo') return 'plain';
  return kind === 'undetermined' ? 'open' : 'faint';
}
