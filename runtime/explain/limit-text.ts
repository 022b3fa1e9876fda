/** Lines on how often, or for how many items, a clause pays; and what lines on all items leave of each. */
import type { ScopeIr } from '../ir.ts';
import { isSharedScope } from '../scope-sharers.ts';
import { amountText, rangeText } from './amount-text.ts';
import { causesText } from './condition-text.ts';
import type { ExplainedExpression, ExplainedShare, ExplainedStep, Unit } from './explanation.ts';
import { calculation, hasCalculation, leafText, list, resultText } from './formula.ts';
import type { Line, Tone } from './table.ts';
import type { Words } from './words.ts';

const count: Unit = { kind: 'count' };

/** `2 before, at most 3`. */
export function limitFormula(
  { detail, kind }: Pick<ExplainedStep, 'detail' | 'kind'>,
  times: ExplainedExpression,
  words: Words,
): string {
  const before = detail.used === undefined ? words.unknown : rangeText(detail.used, count, words);
  const used = paidText(before, detail.scope, words);
  const most = resultText(times, words);
  const inner = hasCalculation(times) ? [calculation(times, words)] : [];
  return list([...inner, kind === 'limit' ? words.limit.items(used, most) : words.limit.times(used, most)], words);
}

/** Whether others' awards are in it. */
export function paidText(paid: string, scope: ScopeIr | undefined, words: Words): string {
  return scope !== undefined && isSharedScope(scope) ? words.toAll(paid) : paid;
}

/** One line for each item, where the items are not all left as they were. */
export function shareLines(step: ExplainedStep, indent: number, currency: string, words: Words): readonly Line[] {
  const { shares = [] } = step.detail;
  const isTold = step.kind === 'limit' || step.before?.lo !== step.after?.lo || step.before?.hi !== step.after?.hi;
  return isTold ? shares.map((share) => shareLine(share, step, indent, currency, words)) : [];
}

function shareLine(
  { key, keys, kept, left }: ExplainedShare,
  { kind }: ExplainedStep,
  indent: number,
  currency: string,
  words: Words,
): Line {
  const amount = amountText(left, { kind: 'money', currency }, words);
  const told: { readonly status: string; readonly tone: Tone } =
    kind !== 'limit'
      ? { status: '', tone: 'plain' }
      : kept.truth === 'true'
        ? { status: words.limit.kept, tone: 'plain' }
        : kept.truth === 'false'
          ? { status: words.limit.leftOut, tone: 'faint' }
          : { status: words.because(words.limit.perhaps, causesText(kept.causes, words)), tone: 'open' };
  return {
    kind: 'line',
    indent: indent + 1,
    keyword: '',
    label: `· ${key} ${keys.map((one) => leafText(one, words)).join(' / ')}`.trim(),
    formula: amount,
    anchors: '',
    ...told,
  };
}
