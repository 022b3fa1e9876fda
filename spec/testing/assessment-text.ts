/** All that an assessment says beside the values of single nodes, line by line: what examples cannot state is kept in goldens of it. */
import type { AfterStep, Assessment, BlockResult, ClauseResult, Outcome } from '../../runtime/assessment.ts';
import type { EntitlementResult, PartResult, PaymentResult } from '../../runtime/payment/payment-result.ts';
import { toDecimalText } from '../../runtime/rational.ts';
import type { End, Ends, NumberValue, TruthValue } from '../../runtime/value.ts';

export function assessmentText(title: string, { clauses, blocks, totals, keys, diagnostics }: Assessment): string {
  return [
    `# ${title}`,
    ...(keys === undefined ? [] : [`  keys${pairs(keys)}`]),
    ...clauses.flatMap(clauseLines),
    ...blocks.flatMap(blockLines),
    ...totals.map(({ kind, currency, payable }) => `  total ${kind} ${currency} ${endsText(payable)}`),
    ...diagnostics.map(({ code, message }) => `  ${code} ${message.en}`),
  ].join('\n');
}

function clauseLines(result: ClauseResult): readonly string[] {
  const { clause, outcome, own, items, after, restsOn, payment, referenceDay } = result;
  const rests = restsOn.length === 0 ? '' : `, rests on ${restsOn.join(' ')}`;
  return [
    `  ${clause}${dayText(referenceDay)}: ${outcomeText(outcome)}, own ${valueText(own)}${rests}`,
    ...items.map((item) => `    "${item.key}"${dayText(item.referenceDay)}: ${outcomeText(item.outcome)}`),
    ...after.map((step) => `    ${stepText(step)}`),
    ...(payment === undefined ? [] : paymentLines(payment)),
  ];
}

function dayText(day: { readonly from: string; readonly to: string } | undefined): string {
  if (day === undefined) return '';
  return day.from === day.to ? ` on ${day.from}` : ` on ${day.from}..${day.to}`;
}

function outcomeText({ kind, amount, payable, causes, sharedCoins, by }: Outcome): string {
  const paid = sameEnds(amount, payable) ? '' : `, payable ${endsText(payable)}`;
  const coins = sharedCoins === undefined ? '' : `, coins of ${sharedCoins}`;
  return `${kind} ${endsText(amount)}${paid}${causesText(causes)}${coins}${by === undefined ? '' : `, by ${by}`}`;
}

function stepText({ kind, item, block, before, after, by, note, provisional, awards = [] }: AfterStep): string {
  const of = [block, item === undefined ? undefined : `"${item}"`].filter((part) => part !== undefined).join(' ');
  const more = [by === undefined ? '' : `, by ${by}`, provisional === true ? ', provisional' : ''].join('');
  const entries = awards.map(
    (award) =>
      `; ${award.policy} ${award.period} entitled ${award.entitled} paid ${award.paid}${award.inParts ? ' in parts' : ''}`,
  );
  return `${kind}${of === '' ? '' : ` ${of}`}: ${valueText(before)} → ${valueText(after)}, ${note}${more}${entries.join('')}`;
}

function paymentLines({ entitlements, most, now }: PaymentResult): readonly string[] {
  const refunded = most?.refunded === undefined ? '' : `, refunded ${valueText(most.refunded)}`;
  const value = most?.value === undefined ? 'undefined' : valueText(most.value);
  return [
    `    pays ${valueText(now)}${most === undefined ? '' : `, at most ${value}${refunded}`}`,
    ...entitlements.flatMap(entitlementLines),
  ];
}

function entitlementLines({ period, item, payable, parts, left }: EntitlementResult): readonly string[] {
  const of = item === undefined ? '' : ` "${item}"`;
  return [
    `      of ${period.from}${of}: ${endsText(payable)}, left ${endsText(left)}`,
    ...parts.map((part) => `        ${partText(part)}`),
  ];
}

function partText({ number, amount, due, state, recorded, condition, claim, now }: PartResult): string {
  const when = due === undefined ? '' : ` due ${due.from}..${due.to}`;
  const gate = condition === undefined ? '' : ` if ${truthText(condition)}`;
  return `${number} ${endsText(amount)}${when}${gate}: ${state}, recorded ${endText(recorded)}, claims ${valueText(claim)}, pays ${valueText(now)}`;
}

function truthText({ truth, causes }: TruthValue): string {
  return `${truth}${causesText(causes)}`;
}

function blockLines({ block, active, room, used, items = [], value }: BlockResult): readonly string[] {
  return [
    `  ${block}: ${active ? '' : 'not in use, '}${valueText(value)}${roomText(room, used)}`,
    ...items.map((item) => `    "${item.key}"${roomText(item.room, item.used)}`),
  ];
}

function roomText(room: NumberValue | undefined, used: NumberValue | undefined): string {
  const given = used === undefined ? '' : `, used ${valueText(used)}`;
  return `${room === undefined ? '' : ` room ${valueText(room)}`}${given}`;
}

function valueText({ lo, hi, causes, none, mayBeNone, mayBeUndefined }: NumberValue): string {
  const flags = [none && 'none', mayBeNone && 'perhaps none', mayBeUndefined && 'perhaps undefined'];
  const said = flags.filter((flag) => typeof flag === 'string').map((flag) => ` ${flag}`);
  return `${endsText({ lo, hi })}${causesText(causes)}${said.join('')}`;
}

function endsText({ lo, hi }: Ends): string {
  const [low, high] = [endText(lo), endText(hi)];
  return low === high ? low : `${low}..${high}`;
}

function endText(end: End): string {
  if (typeof end === 'string') return end === 'infinity' ? '∞' : '-∞';
  return toDecimalText(end) ?? `${end.n}/${end.d}`;
}

function sameEnds(one: Ends, other: Ends): boolean {
  return endText(one.lo) === endText(other.lo) && endText(one.hi) === endText(other.hi);
}

function causesText(causes: readonly string[]): string {
  return causes.length === 0 ? '' : ` (${causes.join(' ')})`;
}

function pairs(record: Readonly<Record<string, string>>): string {
  return Object.entries(record)
    .map(([key, value]) => ` ${key}=${value}`)
    .join('');
}
