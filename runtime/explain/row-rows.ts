/** The rows of choices and ladders as lines below the line they belong to: the one that applied, and why no harder one did. */
import { compare } from '../rational.ts';
import { rangeText } from './amount-text.ts';
import { boundReasons, causesText, conditionText, failureReasons } from './condition-text.ts';
import { parseExact } from './exact-text.ts';
import { ratesByDay } from './explained-accrual.ts';
import type { ExplainedBound, ExplainedExpression, ExplainedRow, Unit } from './explanation.ts';
import {
  calculation,
  compareKnown,
  equation,
  hasCalculation,
  isReached,
  leafText,
  list,
  operand,
  resultText,
} from './formula.ts';
import type { Line, Tone } from './table.ts';
import type { Words } from './words.ts';

/** The choice or ladder that an amount is, looked up through chosen readings. */
export function chosenExpression(expression: ExplainedExpression): ExplainedExpression | undefined {
  const { operation } = expression;
  if (operation === 'choose' || operation === 'ladder') return expression;
  return operation === 'switch' ? chosenExpression(operand(expression, 0)) : undefined;
}

/** What a choice looked up; what a ladder, or a choice by case, came to. */
export function keyText(expression: ExplainedExpression, words: Words): string {
  const key = expression.operation === 'ladder' ? undefined : keyOf(expression);
  return calculation(key ?? expression, words);
}

/** Absent in a choice by case. */
export function keyOf({ operands }: ExplainedExpression): ExplainedExpression | undefined {
  return operands.find(({ role }) => role === 'key');
}

/** Every choice and ladder that took part in the value of an expression. */
export function detailRows(expression: ExplainedExpression, indent: number, words: Words): readonly Line[] {
  if (expression.value === undefined) return [];
  const inner = [
    ...expression.operands,
    ...ratesByDay(expression),
    ...(expression.rows ?? []).flatMap(({ status, value }) =>
      status === 'applies' && value !== undefined ? [value] : [],
    ),
  ];
  const deeper = inner.flatMap((one) => detailRows(one, indent, words));
  if (expression.operation === 'choose') return [...chooseRows(expression, indent, words), ...deeper];
  if (expression.operation === 'ladder') return [...ladderRows(expression, indent, words), ...deeper];
  if (expression.operation === 'bands') return [...bandRows(expression, indent, words), ...deeper];
  return deeper;
}

function chooseRows(expression: ExplainedExpression, indent: number, words: Words): readonly Line[] {
  const key = keyOf(expression);
  const shown = key === undefined ? shownCases(expression) : shownRows(expression);
  return shown.map((row) => rowLine(row, chooseRowText(row, key, words), chooseStanding(row, words), indent, words));
}

/** The rows that count; of `the first`, also those that were asked before; if none counts, all. */
function shownCases({ rows = [], mode }: ExplainedExpression): readonly ExplainedRow[] {
  const isCounting = ({ status }: ExplainedRow) => status === 'applies' || status === 'perhaps' || status === 'lower';
  const last = rows.findLastIndex(isCounting);
  if (last < 0) return rows;
  return mode === 'first' ? rows.slice(0, last + 1) : rows.filter(isCounting);
}

/** The rows that count, the harder ones that were missed, and of a choice without a row the nearest one. */
function shownRows(expression: ExplainedExpression): readonly ExplainedRow[] {
  const rows = expression.rows ?? [];
  const counting = rows.filter(({ status }) => status === 'applies' || status === 'perhaps' || status === 'lower');
  if (counting.length === 0) return nearest(rows);
  if (expression.mode === 'highest') return counting;
  const first = rows.indexOf(counting[0] ?? rows[0]!);
  return rows.filter(
    (row, index) => counting.includes(row) || (index > first && row.status === 'failed' && row.bounds !== undefined),
  );
}

function nearest(rows: readonly ExplainedRow[]): readonly ExplainedRow[] {
  const distances = rows.flatMap((row) => {
    const texts = (row.bounds ?? []).flatMap(({ shortfall }) => (shortfall === undefined ? [] : [shortfall.least]));
    const distance = texts.length === 1 ? parseExact(texts[0] ?? '') : undefined;
    return distance === undefined ? [] : [{ row, distance }];
  });
  const [least] = distances.sort((a, b) => compare(a.distance, b.distance));
  return least === undefined ? [] : [least.row];
}

function chooseRowText(row: ExplainedRow, key: ExplainedExpression | undefined, words: Words): string {
  const tests =
    key === undefined
      ? row.condition === undefined
        ? []
        : [conditionText(row.condition, words)]
      : (row.bounds ?? []).flatMap((bound) => relationText(key, bound, words));
  const isTaken = row.status === 'applies' || row.status === 'perhaps' || row.status === 'lower';
  if (!isTaken || row.value === undefined) return list(tests, words);
  const amount = hasCalculation(row.value) ? calculation(row.value, words) : resultText(row.value, words);
  return list([...tests, tests.length > 0 && !hasCalculation(row.value) ? words.take(amount) : amount], words);
}

/** How the key stands to a bound; nothing while the key is open, since the line above says so. */
function relationText(key: ExplainedExpression, { edge }: ExplainedBound, words: Words): readonly string[] {
  const order = compareKnown(key, edge);
  if (order === undefined) return [];
  return [`${leafText(key, words)} ${order > 0 ? '>' : order < 0 ? '<' : '='} ${leafText(edge, words)}`];
}

/** The bands that some of the base lies in: how its part in each comes about, and what it gives. */
function bandRows(expression: ExplainedExpression, indent: number, words: Words): readonly Line[] {
  const key = operand(expression, 0);
  return (expression.rows ?? [])
    .filter(isReached)
    .map((row) =>
      rowLine(row, bandRowText(row, key, expression.unit, words), { status: '', tone: 'plain' }, indent, words),
    );
}

function bandRowText(row: ExplainedRow, key: ExplainedExpression, unit: Unit, words: Words): string {
  const [lower, upper] = (row.bounds ?? []).map(({ edge }) => edge);
  const part = row.part === undefined ? '' : rangeText(row.part, key.unit, words);
  const passesUpper = upper !== undefined && (compareKnown(key, upper) ?? 0) > 0;
  const top = passesUpper ? upper : key;
  const isWhole = lower === undefined || compareKnown(key, lower) === undefined || leafText(top, words) === part;
  const share = isWhole ? [] : [equation(`${leafText(top, words)} − ${leafText(lower, words)}`, part, words)];
  const amount = row.contributes === undefined ? '' : rangeText(row.contributes, unit, words);
  const rate = row.value === undefined ? '' : leafText(row.value, words);
  const capped = row.cap === undefined ? [] : [words.cap.within(leafText(row.cap, words))];
  const isCut = row.cap !== undefined && amount === leafText(row.cap, words);
  const product = isCut
    ? [`${part} × ${rate}`, words.cap.at(amount)]
    : [equation(`${part} × ${rate}`, amount, words), ...capped];
  return list([...share, ...product], words);
}

interface Standing {
  readonly status: string;
  readonly tone: Tone;
}

function chooseStanding(row: ExplainedRow, words: Words): Standing {
  switch (row.status) {
    case 'applies':
      return { status: words.row.applies, tone: 'plain' };
    case 'perhaps':
      return { status: words.row.perhaps, tone: 'open' };
    case 'lower':
      return { status: words.row.lower, tone: 'faint' };
    default:
      return {
        status: rowReasons(row, words).join(words.clauseSeparator) || words.row.notHeld,
        tone: 'faint',
      };
  }
}

function rowReasons({ condition, bounds = [] }: ExplainedRow, words: Words): readonly string[] {
  if (condition === undefined) return boundReasons(bounds, words);
  const reasons = failureReasons(condition, words);
  return reasons.length === 0 ? [words.failed] : reasons;
}

function ladderRows(expression: ExplainedExpression, indent: number, words: Words): readonly Line[] {
  const { ladder, unit } = expression;
  const deducted = ladder?.deducted;
  const isDeducted = deducted !== undefined && deducted.hi !== '0';
  const word = ladder?.settlement === 'perTierHeld' ? words.ladder.heldBefore : words.ladder.deducted;
  const open = deducted !== undefined && deducted.causes.length > 0 ? causesText(deducted.causes, words) : '';
  return [
    ...earlierRows(expression, indent, words),
    ...shownRungs(expression).map((row) =>
      rowLine(
        row,
        list(
          (row.bounds ?? []).flatMap((bound) => relationText(operand(expression, 0), bound, words)),
          words,
        ),
        rungStanding(row, words),
        indent,
        words,
      ),
    ),
    ...(isDeducted ? [detailLine(word, rangeText(deducted, unit, words), open, indent)] : []),
  ];
}

function earlierRows(expression: ExplainedExpression, indent: number, words: Words): readonly Line[] {
  const years = expression.years ?? [];
  if (expression.ladder?.range === 'unrewarded') return [];
  const open = openSince(expression, words);
  const none = open === '' ? words.ladder.noEarlierYears : words.unknown;
  const texts = years.map(({ year, of }) => words.ladder.year(year, leafText(of, words)));
  return [
    detailLine(words.ladder.earlierYears, texts.length === 0 ? none : texts.join(words.listSeparator), open, indent),
  ];
}

/** While it is unknown since when to look, some earlier year may have decided. */
function openSince({ ladder, rows }: ExplainedExpression, words: Words): string {
  const since = ladder?.since;
  if (since === undefined || !('path' in since)) return '';
  const isOpen = (rows ?? []).some(({ truth }) => truth?.causes.some(({ path }) => path === since.path));
  return isOpen ? words.cause.missing(since.names[words.language]) : '';
}

/** The rungs newly passed (or perhaps), the highest one passed before, and the next one up. */
function shownRungs(expression: ExplainedExpression): readonly ExplainedRow[] {
  const rows = expression.rows ?? [];
  const next = rows.find(({ status }) => status === 'failed');
  const before = rows.filter(({ status }) => status === 'passedBefore').at(-1);
  return rows.filter((row) => row.status === 'applies' || row.status === 'perhaps' || row === next || row === before);
}

function rungStanding(row: ExplainedRow, words: Words): Standing {
  switch (row.status) {
    case 'applies':
      return { status: words.ladder.passed, tone: 'plain' };
    case 'perhaps':
      return { status: words.ladder.perhaps, tone: 'open' };
    case 'passedBefore':
      return { status: words.ladder.passedBefore, tone: 'faint' };
    default:
      return {
        status: boundReasons(row.bounds ?? [], words).join(words.clauseSeparator) || words.ladder.notPassed,
        tone: 'faint',
      };
  }
}

function rowLine(row: ExplainedRow, formula: string, { status, tone }: Standing, indent: number, words: Words): Line {
  return {
    ...detailLine(row.label[words.language], formula, status, indent),
    anchors: row.anchors.map((text) => `「${text}」`).join(''),
    tone,
  };
}

function detailLine(label: string, formula: string, status: string, indent: number): Line {
  return { kind: 'line', indent, keyword: '', label: `· ${label}`, formula, status, anchors: '', tone: 'plain' };
}
