/** A payment plan in the text form: what each entitlement comes to, part by part, and what is paid now. */
import { add, compare, multiply, ofDecimalText, type Rational, subtract, zero } from '../rational.ts';
import { amountText, numberText, rangeText } from './amount-text.ts';
import { causesText, conditionText, failureReasons } from './condition-text.ts';
import { exactText, parseExact } from './exact-text.ts';
import type { ExplainedEntitlement, ExplainedPart, ExplainedPayment } from './explained-payment.ts';
import type { ExplainedExpression, Unit } from './explanation.ts';
import { calculation } from './formula.ts';
import type { Heading, Line, Row } from './table.ts';
import type { Words } from './words.ts';

export function paymentRows(payment: ExplainedPayment, currency: string, words: Words): readonly Row[] {
  const money: Unit = { kind: 'money', currency };
  const entitlements = payment.entitlements.flatMap((one) => entitlementRows(one, payment, money, words));
  return [...entitlements, ...mostRows(payment, money, words), ...totalRows(payment, money, words)];
}

const emptyLine: Line = {
  kind: 'line',
  indent: 2,
  keyword: '',
  label: '',
  formula: '',
  status: '',
  anchors: '',
  tone: 'plain',
};

function entitlementRows(
  one: ExplainedEntitlement,
  payment: ExplainedPayment,
  money: Unit,
  words: Words,
): readonly Row[] {
  const { period, item, payable, parts, left } = one;
  const nows = parts.map(({ now }) => now);
  const now = rangeText({ lo: sumOf(nows.map(({ lo }) => lo)), hi: sumOf(nows.map(({ hi }) => hi)) }, money, words);
  const heading: Heading = {
    kind: 'heading',
    indent: 1,
    title: [planTitle(payment, words), ...(item === undefined ? [] : [item])].join(' '),
    aside: words.payment.entitled(words.year(period.label), rangeText(payable, money, words)),
    result: left.hi === '0' ? words.payment.now(now) : words.payment.nowAndLater(now, rangeText(left, money, words)),
    tone: 'plain',
    strong: false,
  };
  return [heading, ...parts.flatMap((part) => partRows(part, one, money, words))];
}

const cap = /(?:，封顶|, cap) (.*)$/u;

/** The most of one year is told after the parts. */
function planTitle({ label }: ExplainedPayment, words: Words): string {
  return label[words.language].replace(cap, '');
}

function partRows(part: ExplainedPart, of: ExplainedEntitlement, money: Unit, words: Words): readonly Row[] {
  const line: Line = {
    ...emptyLine,
    keyword: words.payment.part(part.number),
    label: part.label[words.language],
    formula: partFormula(part, of, money, words),
    status: partStatus(part, money, words),
    anchors: part.anchors.map((text) => `「${text}」`).join(''),
    tone: part.state === 'now' || part.state === 'carried' ? 'plain' : part.state === 'perhaps' ? 'open' : 'faint',
  };
  return [line, ...(part.condition === undefined ? [] : [conditionLine(part.condition, words)])];
}

/** How the amount comes of the entitlement; of an open one only what it can come to. */
function partFormula(
  { share, amount, number }: ExplainedPart,
  of: ExplainedEntitlement,
  money: Unit,
  words: Words,
): string {
  const told = rangeText(amount, money, words);
  const whole = settled(of.payable);
  const own = settled(amount);
  if (whole === undefined || own === undefined) return words.upTo(numberText(amount.hi, money, words));
  const text = (value: Rational): string => numberText(exactText(value), money, words);
  if (share.kind === 'rate' && number < of.parts.length)
    return `${text(whole)} × ${numberText(share.rate, { kind: 'percent' }, words)} ${arrow(multiply(ofDecimalText(share.rate), whole), own)} ${told}`;
  if (share.kind === 'sum') {
    const sum = ofDecimalText(share.amount);
    return compare(own, sum) < 0 ? `${words.payment.remainder(told)} < ${text(sum)}` : told;
  }
  return restFormula(part(of, number), of, { whole, own, text, told });
}

function part({ parts }: ExplainedEntitlement, number: number): ExplainedPart {
  return parts[number - 1]!;
}

interface RestFigures {
  readonly whole: Rational;
  readonly own: Rational;
  readonly text: (value: Rational) => string;
  readonly told: string;
}

/** What the other parts leave; of a rest in equal parts all but the last are a share of it. */
function restFormula(
  { share, number }: ExplainedPart,
  { parts }: ExplainedEntitlement,
  { whole, own, text, told }: RestFigures,
): string {
  const isLast = number === parts.length;
  const equals = share.kind === 'rest' ? share.parts : 1;
  const before = parts
    .slice(0, isLast ? number - 1 : parts.length - equals)
    .map(({ amount }) => settled(amount) ?? zero);
  const minus = before.filter((value) => compare(value, zero) > 0).map((value) => ` − ${text(value)}`);
  const rest = before.reduce(subtract, whole);
  if (isLast) return minus.length === 0 ? told : `${text(whole)}${minus.join('')} = ${told}`;
  const divided = minus.length === 0 ? text(whole) : `(${text(whole)}${minus.join('')})`;
  return `${divided} ÷ ${equals} ${arrow(rest, multiply(own, { n: BigInt(equals), d: 1n }))} ${told}`;
}

/** Parts are rounded down to what is paid. */
function arrow(exact: Rational, paid: Rational): string {
  return compare(exact, paid) === 0 ? '=' : '→';
}

function settled({ lo, hi }: ExplainedEntitlement['payable']): Rational | undefined {
  return lo === hi ? parseExact(lo) : undefined;
}

function partStatus(part: ExplainedPart, money: Unit, words: Words): string {
  const { state, due, recorded, now, claim } = part;
  const { payment } = words;
  const when = due === undefined ? [] : [payment.due(dueText(due, words))];
  const pays = amountText(now, money, words);
  switch (state) {
    case 'paid':
      return payment.paid(numberText(recorded, money, words));
    case 'later':
      return when[0] ?? payment.state.later;
    case 'now':
    case 'carried':
    case 'perhaps': {
      const causes = causesText(now.causes, words);
      const isCut = now.hi !== claim.hi ? [`${amountText(claim, money, words)} → ${pays}`] : [payment.pays(pays)];
      const told = [
        payment.state[state],
        ...(recorded === '0' ? [] : [payment.paid(numberText(recorded, money, words))]),
      ];
      return [...told, ...isCut, ...(causes === '' ? [] : [causes])].join(words.clauseSeparator);
    }
    default:
      return [...when, payment.state[state]].join(words.clauseSeparator);
  }
}

/** A whole year by its number, a day by its date. */
function dueText({ from, to }: NonNullable<ExplainedPart['due']>, words: Words): string {
  if (from === to) return from;
  const isYear = from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`;
  return isYear ? words.year(from.slice(0, 4)) : words.between(from, to);
}

function conditionLine(condition: ExplainedExpression, words: Words): Line {
  const truth = condition.value?.kind === 'truth' ? condition.value : undefined;
  const reasons =
    truth?.truth === 'false'
      ? failureReasons(condition, words).join(words.clauseSeparator)
      : causesText(truth?.causes ?? [], words);
  const status = truth?.truth === 'true' ? words.met : truth?.truth === 'false' ? words.failed : words.open;
  return {
    ...emptyLine,
    keyword: words.payment.condition,
    formula: conditionText(condition, words),
    status: reasons === '' ? status : words.because(status, reasons),
    tone: truth?.truth === 'true' ? 'good' : truth?.truth === 'false' ? 'bad' : 'open',
  };
}

function mostRows({ most, now, label }: ExplainedPayment, money: Unit, words: Words): readonly Line[] {
  if (most === undefined) return [];
  const { expression, excess, refunded } = most;
  const refund =
    refunded === undefined || refunded.hi === '0'
      ? undefined
      : words.payment.refunds(calculationResult(now, refunded, money, words), amountText(refunded, money, words));
  return [
    {
      ...emptyLine,
      keyword: words.payment.most,
      label: cap.exec(label[words.language])?.[1] ?? '',
      formula: calculation(expression, words),
      status: refund ?? words.payment.excess[excess.kind],
    },
  ];
}

/** What is not refunded was set off. */
function calculationResult(
  now: ExplainedPayment['now'],
  refunded: ExplainedPayment['now'],
  money: Unit,
  words: Words,
): string {
  const [all, back] = [settled(now), settled(refunded)];
  return all === undefined || back === undefined
    ? words.unknown
    : numberText(exactText(subtract(all, back)), money, words);
}

/** Told where it is more than one entitlement's own figure. */
function totalRows({ entitlements, now, most }: ExplainedPayment, money: Unit, words: Words): readonly Line[] {
  const isPlain = entitlements.length === 1 && now.causes.length === 0 && most === undefined;
  if (isPlain || (entitlements.length === 0 && now.hi === '0')) return [];
  const causes = causesText(now.causes, words);
  const status = causes === '' ? '' : words.because(words.open, causes);
  return [
    {
      ...emptyLine,
      indent: 1,
      keyword: words.payment.total,
      formula: amountText(now, money, words),
      status,
      tone: causes === '' ? 'plain' : 'open',
    },
  ];
}

function sumOf(texts: readonly string[]): string {
  if (texts.includes('infinity')) return 'infinity';
  return exactText(texts.reduce<Rational>((total, text) => add(total, parseExact(text) ?? zero), zero));
}
