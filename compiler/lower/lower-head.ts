import type { Report } from '../../diagnostics/diagnostic.ts';
import { HeadLineCannotVary } from '../../diagnostics/lowering.ts';
import type { HeadLine, PolicyHead, ReadingChoice, RoundLine } from '../../grammar/ast.ts';
import type { PolicyIr, RoundingIr, Setting } from '../../runtime/ir.ts';
import { smallestCoin } from '../../runtime/smallest-coin.ts';
import type { Names } from '../resolve/names.ts';
import { headLineWords } from '../rules/words.ts';
import { literalValue } from './decimal-text.ts';
import { lowerNames } from './lower-names.ts';
import { recordOf } from './record-of.ts';

type Kind = HeadLine['kind'];
type LineOf<K extends Kind> = Extract<HeadLine, { readonly kind: K }>;

/** Lines whose settings the IR can switch by a reading, and lines that compute nothing. */
const variable: ReadonlySet<Kind> = new Set([
  'PaymentLine',
  'GrowthBaseLine',
  'UnknownFactsLine',
  'ElsewhereLine',
  'RemarkLine',
]);

export interface LoweredHead {
  readonly policy: Pick<
    PolicyIr,
    | 'id'
    | 'names'
    | 'title'
    | 'interpretedBy'
    | 'inForce'
    | 'currency'
    | 'payment'
    | 'unknownFacts'
    | 'elsewhere'
    | 'remarks'
    | 'continues'
  >;
  readonly zeroBase: Setting<'undefined' | 'unlimited'>;
}

/** What holds for every clause. A policy without head lines pays exactly, by logic, beside other policies. */
export function lowerHead(head: PolicyHead | undefined, names: Names, report: Report): LoweredHead {
  const lines = head?.lines ?? [];
  const always = lines.filter((line) => line.kind !== 'ReadingChoice');
  const alternatives = lines.filter((line) => line.kind === 'ReadingChoice');
  for (const alternative of alternatives) refuseFixedLines(alternative, report);
  const setting = <K extends Kind, T>(kind: K, otherwise: T, value: (line: LineOf<K>) => T): Setting<T> =>
    settingOf(always, alternatives, names, kind, otherwise, value);

  const title = find(always, 'TitleLine')?.text.value;
  const interpretedBy = find(always, 'InterpretedByLine')?.text.value;
  const inForce = find(always, 'InForceLine');
  const continued = always
    .filter((line) => line.kind === 'ContinuesLine')
    .map(({ policy, since }) => ({ policy: policy.value, since: since.value }));
  const currency = find(always, 'CurrencyLine')?.currency ?? 'CNY';
  return {
    policy: {
      id: head?.name.id ?? 'policy',
      names: head === undefined ? { en: 'policy', zh: '政策' } : lowerNames(head.name),
      ...(title === undefined ? {} : { title }),
      ...(interpretedBy === undefined ? {} : { interpretedBy }),
      inForce: {
        from: inForce?.from.value ?? '0001-01-01',
        ...(inForce?.to === undefined ? {} : { to: inForce.to.value }),
      },
      ...(continued.length === 0 ? {} : { continues: continued }),
      currency,
      payment: setting('PaymentLine', { mode: 'down', step: smallestCoin(currency) }, (line): RoundingIr | null =>
        line.rounding === undefined ? null : lowerRounding(line.rounding),
      ),
      unknownFacts: setting('UnknownFactsLine', 'logic', (line) => line.mode),
      elsewhere: setting('ElsewhereLine', 'none', (line) => line.mode),
      remarks: everyHeadLine(lines)
        .filter((line) => line.kind === 'RemarkLine')
        .map((line) => ({ text: line.text.value, anchors: line.anchors.map(({ text }) => text) })),
    },
    zeroBase: setting('GrowthBaseLine', 'undefined', (line) => line.zeroBase),
  };
}

export function lowerRounding(rounding: RoundLine['rounding']): RoundingIr {
  return { mode: rounding.mode, step: literalValue(rounding.step) };
}

export function everyHeadLine(lines: readonly HeadLine[]): readonly HeadLine[] {
  return lines.flatMap((line) =>
    line.kind === 'ReadingChoice' ? line.rows.flatMap(({ body }) => everyHeadLine(body)) : [line],
  );
}

function find<K extends Kind>(lines: readonly HeadLine[], kind: K): LineOf<K> | undefined {
  return lines.find((line): line is LineOf<K> => line.kind === kind);
}

/** A line outside every reading holds; else the first `by reading` that has such lines; a choice without one keeps the silent rule. */
function settingOf<K extends Kind, T>(
  always: readonly HeadLine[],
  alternatives: readonly ReadingChoice<HeadLine>[],
  names: Names,
  kind: K,
  otherwise: T,
  value: (line: LineOf<K>) => T,
): Setting<T> {
  const fixed = find(always, kind);
  if (fixed !== undefined) return { kind: 'fixed', value: value(fixed) };
  const varying = alternatives.find(({ rows }) => rows.some(({ body }) => find(body, kind) !== undefined));
  const reading = varying === undefined ? undefined : names.used.get(varying.reading);
  if (varying === undefined || reading?.kind !== 'reading') return { kind: 'fixed', value: otherwise };
  const cases = reading.declaration.choices.map((choice): readonly [string, T] => {
    const row = varying.rows.find(({ choices }) => choices.some((one) => names.used.get(one)?.name === choice.name));
    const line = row === undefined ? undefined : find(row.body, kind);
    return [choice.name.id, line === undefined ? otherwise : value(line)];
  });
  return { kind: 'switch', reading: reading.name.id, cases: recordOf(cases) };
}

function refuseFixedLines(alternative: ReadingChoice<HeadLine>, report: Report): void {
  for (const line of alternative.rows.flatMap(({ body }) => body)) {
    if (!variable.has(line.kind)) report(HeadLineCannotVary, { span: line.span }, { line: headLineWords(line) });
  }
}
