import { yearOf } from '../day.ts';
import type { InstalmentIr } from '../ir.ts';
import type { PaymentIr } from '../ir-payment.ts';
import type { EntitlementResult, PartResult, PaymentResult } from '../payment/payment-result.ts';
import { anchors, type Context, label, place } from './context.ts';
import { exactText, rangeText } from './exact-text.ts';
import { explainExpression } from './explain-expression.ts';
import { explainNumber } from './explain-value.ts';
import type { ExplainedEntitlement, ExplainedPart, ExplainedPayment } from './explained-payment.ts';

/** `context`: of the clause; each part was evaluated in a frame and a year of its own. */
export function explainPayment(plan: PaymentIr, result: PaymentResult, context: Context): ExplainedPayment {
  const { origins, naming } = context;
  const { most } = result;
  return {
    origin: place(origins, plan.id),
    label: label(origins, plan.id),
    anchors: anchors(origins, plan.id),
    entitlements: result.entitlements.map((one) => explainEntitlement(plan, one, context)),
    ...(most === undefined || plan.most === undefined
      ? {}
      : {
          most: {
            expression: explainExpression(plan.most.amount, { ...context, frame: most.frame }),
            excess: plan.most.excess,
            ...(most.refunded === undefined ? {} : { refunded: explainNumber(most.refunded, naming) }),
          },
        }),
    now: explainNumber(result.now, naming),
  };
}

function explainEntitlement(plan: PaymentIr, one: EntitlementResult, context: Context): ExplainedEntitlement {
  const { period, item, payable, parts, left } = one;
  return {
    period,
    ...(item === undefined ? {} : { item }),
    payable: rangeText(payable),
    parts: parts.map((part) => explainPart(plan, part, one, context)),
    left: rangeText(left),
  };
}

function explainPart(plan: PaymentIr, part: PartResult, of: EntitlementResult, context: Context): ExplainedPart {
  const { origins, naming } = context;
  const instalment = plan.instalments.find(({ id }) => id === part.instalment)!;
  return {
    number: part.number,
    origin: place(origins, instalment.id),
    label: label(origins, instalment.id),
    anchors: anchors(origins, instalment.id),
    share: instalment.share.kind === 'rest' ? { kind: 'rest', parts: instalment.due.length } : instalment.share,
    amount: rangeText(part.amount),
    ...(part.due === undefined ? {} : { due: part.due }),
    ...dayOf(plan, instalment, part, of, context),
    state: part.state,
    recorded: exactText(part.recorded),
    ...(part.condition === undefined || instalment.condition === undefined
      ? {}
      : {
          condition: explainExpression(instalment.condition, within(plan, part, of, dueYear(part, context), context)),
        }),
    claim: explainNumber(part.claim, naming),
    now: explainNumber(part.now, naming),
  };
}

/** The day of this part, where its row is of one day. */
function dayOf(
  plan: PaymentIr,
  { due }: InstalmentIr,
  part: PartResult,
  of: EntitlementResult,
  context: Context,
): Pick<ExplainedPart, 'day'> {
  const one = due.find((time) => time.kind === 'day' && part.frame.values.has(time.day.id));
  if (one?.kind !== 'day') return {};
  return { day: explainExpression(one.day, within(plan, part, of, of.period.year, context)) };
}

function dueYear({ due }: PartResult, { year }: Context): number {
  return due === undefined ? year : yearOf(due.from);
}

function within(
  { list }: PaymentIr,
  { frame }: PartResult,
  { item }: EntitlementResult,
  year: number,
  context: Context,
): Context {
  const at = { ...context, frame, shift: year - context.year };
  if (list === undefined) return at;
  const key = item ?? '';
  return { ...at, item: { list, key }, items: new Map([[list, key]]) };
}
