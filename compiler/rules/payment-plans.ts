import type { Report } from '../../diagnostics/diagnostic.ts';
import {
  PartsOutOfRange,
  PlanInItems,
  PlanReadsClause,
  PlanWithoutRows,
  RefundOfGrant,
  RepeatMisplaced,
  RestNotLast,
  RestUnsaid,
  ShareNotPositive,
  SharesNotWhole,
} from '../../diagnostics/rules.ts';
import type { Span } from '../../diagnostics/span.ts';
import type { ClauseDeclaration, ClauseLine, Expression, Instalment, PaymentPlan } from '../../grammar/ast.ts';
import {
  compare,
  multiply,
  ofDecimalText,
  one,
  type Rational,
  sign,
  sum,
  toDecimalText,
  whole,
} from '../../runtime/rational.ts';
import { kindOfVerb } from '../kind-of-verb.ts';
import { literalValue } from '../lower/decimal-text.ts';
import { type Names, symbolNamed } from '../resolve/names.ts';
import { declarationsOf, everyExpression, everyLine, expressionsOfPlan, linesIn } from '../walk.ts';
import { hasUnread, type Rule } from './rule.ts';

const mostYears = 50;

/** R24, D20: a payment plan splits the whole of an amount, no more and no less, and every part says when it is due. */
export const paymentPlans: Rule = (analysis, report) => {
  for (const clause of declarationsOf(analysis.file, 'ClauseDeclaration')) {
    for (const line of everyLine(clause.lines).filter((one) => one.kind === 'EachBlock')) refuseWithin(line, report);
    for (const plan of everyLine(clause.lines).filter((line) => line.kind === 'PaymentPlan')) {
      checkForm(plan, hasUnread(analysis, plan.span), report);
      checkExcess(clause, plan, report);
      checkReferences(analysis.names, plan, report);
    }
  }
};

function refuseWithin(block: ClauseLine, report: Report): void {
  for (const line of linesIn(block)) if (line.kind === 'PaymentPlan') report(PlanInItems, { span: line.span }, {});
}

function checkForm({ form }: PaymentPlan, isUnread: boolean, report: Report): void {
  if (form.kind === 'EqualParts') requireYears(form.span, form.years, 2, report);
  if (form.kind !== 'Instalments' || isUnread) return;
  if (form.rows.length === 0) {
    report(PlanWithoutRows, { span: form.span }, {});
    return;
  }
  for (const row of form.rows) checkRow(row, report);
  if (checkOrder(form.rows, report)) checkSum(form.rows, form.span, report);
}

function requireYears(span: Span, years: number, least: number, report: Report): void {
  if (years < least || years > mostYears) report(PartsOutOfRange, { span }, { least, most: mostYears });
}

function checkRow({ due, share }: Instalment, report: Report): void {
  for (const one of due) if (one.kind === 'DueYear') requireYears(one.span, one.year, 1, report);
  if (share !== undefined && sign(ofDecimalText(share.value)) <= 0) report(ShareNotPositive, { span: share.span }, {});
}

/** Whether the rest and what repeats stand where they may. */
function checkOrder(rows: readonly Instalment[], report: Report): boolean {
  let isOrdered = true;
  rows.forEach(({ due, share, span }, index) => {
    const isLast = index === rows.length - 1;
    const repeats = due.some(({ kind }) => kind === 'DueEvery');
    if (repeats && (!isLast || index === 0 || due.length > 1 || share === undefined || isRate(share))) {
      report(RepeatMisplaced, { span }, {});
      isOrdered = false;
    } else if (share === undefined && !isLast) {
      report(RestNotLast, { span }, {});
      isOrdered = false;
    }
  });
  return isOrdered;
}

function isRate({ unit }: NonNullable<Instalment['share']>): boolean {
  return unit.kind === 'Percent';
}

/** Rates alone make the whole, and with a rest less; beside sums something must take what they leave. */
function checkSum(rows: readonly Instalment[], span: Span, report: Report): void {
  const last = rows.at(-1)!;
  const takesRest = last.share === undefined || last.due.some(({ kind }) => kind === 'DueEvery');
  const shares = rows.flatMap(({ due, share }) => (share !== undefined && isRate(share) ? due.map(() => share) : []));
  const total = sum(shares.map((share): Rational => ofDecimalText(literalValue(share))));
  const hasSums = rows.some(({ share }) => share !== undefined && !isRate(share));
  const order = compare(total, one);
  const isWrong = takesRest ? order >= 0 : hasSums ? order > 0 : order !== 0;
  if (isWrong) {
    const percent = `${toDecimalText(multiply(total, whole(100))) ?? '…'}%`;
    report(SharesNotWhole, { span }, { total: percent, withRest: takesRest });
  } else if (hasSums && !takesRest) report(RestUnsaid, { span: last.span }, {});
}

function checkExcess({ lines }: ClauseDeclaration, { most }: PaymentPlan, report: Report): void {
  if (most?.excess !== 'refunded') return;
  const amount = everyLine(lines).find((line) => line.kind === 'AmountLine');
  if (amount !== undefined && kindOfVerb[amount.verb] !== 'credit') report(RefundOfGrant, { span: most.span }, {});
}

/** Definitions are looked into. */
function checkReferences(names: Names, plan: PaymentPlan, report: Report): void {
  for (const root of expressionsOfPlan(plan)) {
    const clause = clauseRead(names, root);
    if (clause !== undefined) report(PlanReadsClause, { span: root.span }, { clause });
  }
}

function clauseRead(names: Names, root: Expression): string | undefined {
  const seen = new Set<Expression>();
  const open = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const part of everyExpression(next)) {
      if (part.kind === 'ClauseValue' || part.kind === 'IsGranted' || part.kind === 'PaidUnder')
        return part.clause.text;
      const symbol = symbolNamed(names, part);
      if (symbol?.kind === 'clause') return symbol.name.id;
      if (symbol?.kind === 'definition') open.push(symbol.declaration.value);
    }
  }
  return undefined;
}
