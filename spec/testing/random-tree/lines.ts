import fc from 'fast-check';
import { emptySpan } from '../../../diagnostics/span.ts';
import type {
  CapLine,
  CitesLine,
  ClauseLine,
  EachHeader,
  Expression,
  ItemCut,
  ReadingChoice,
  Scope,
} from '../../../grammar/ast.ts';
import { verbIds } from '../../../grammar/verb-words.ts';
import { type Expressions, lineReadings, ordering, perhapsRaised } from './expressions.ts';
import { anchors, rounding, text } from './literals.ts';
import { at, declared, factReference, few, listAndField, perhaps, readingUse, referenceTo } from './names.ts';
import { paymentPlan } from './payment.ts';

type Line<T = ClauseLine> = fc.Arbitrary<T>;

const scope: fc.Arbitrary<Scope> = fc.oneof(
  referenceTo([declared.subject, ...declared.lists.map((list) => list.name)]).map(
    (name): Scope => at({ kind: 'PerSubject', name }),
  ),
  fc.constantFrom<Scope['kind']>('PerYear', 'Ever', 'WhileInForce').map((kind) => at({ kind }) as Scope),
  fc.integer({ min: 2, max: 9 }).map((years): Scope => at({ kind: 'OverYears', years })),
);
export const scopes = few(scope);

const tail = fc
  .tuple(fc.record({ anchors, readings: lineReadings }), perhaps('label', fc.constantFrom(...declared.labels)))
  .map(([parts, label]) => ({ ...parts, ...label }));

export const cites: Line<CitesLine> = fc
  .tuple(
    fc.oneof(fc.integer({ min: 1, max: 120 }), fc.constantFrom('closing' as const, 'preamble' as const)),
    perhaps('paragraph', fc.integer({ min: 1, max: 30 })),
    anchors,
  )
  .map(([article, paragraph, own]) =>
    at({ kind: 'CitesLine', article, ...(typeof article === 'number' ? paragraph : {}), anchors: own }),
  );

export function clauseLine(made: Expressions, depth: number): Line {
  const flat = fc.oneof(...plainLines(), ...effectLines(made));
  if (depth === 0) return flat;
  const inner = clauseLine(made, depth - 1);
  return fc.oneof(
    { weight: 8, arbitrary: flat },
    fc
      .record({ each: eachHeader(made), lines: few(inner) })
      .map((parts): ClauseLine => at({ kind: 'EachBlock', ...parts })),
    readingChoice(inner),
  );
}

/** Alternatives in place: some rows are empty (`nothing`), some one line, some several. */
export function readingChoice<T>(line: fc.Arbitrary<T>): fc.Arbitrary<ReadingChoice<T>> {
  return readingUse.chain(({ reading, choices }) =>
    fc
      .tuple(...choices.map((own) => few(line, 0, 2).map((body) => ({ span: emptySpan, choices: own, body }))))
      .map((rows) => at({ kind: 'ReadingChoice', reading, rows })),
  );
}

export function eachHeader({ condition }: Expressions): fc.Arbitrary<EachHeader> {
  return listAndField.chain(({ list, field }) =>
    fc
      .tuple(perhaps('on', fc.constant(field)), perhaps('where', condition))
      .map(([on, where]) => ({ span: emptySpan, list, ...on, ...where })),
  );
}

function plainLines(): readonly Line[] {
  return [
    cites,
    fc.record({ bodies: few(text), anchors }).map((parts) => at({ kind: 'AuthorityLine', ...parts })),
    fc.constantFrom(...declared.matters).map((name) => at({ kind: 'MatterLine', name })),
    perhaps('field', factReference).map((field) => at({ kind: 'DatedByLine', ...field })),
    few(text, 0).map((ids) => at({ kind: 'FormerlyLine', ids })),
    fc.constantFrom(-1, -2).map((shift) => at({ kind: 'YearLine', shift })),
    fc.constant(at({ kind: 'EveryYearLine' as const })),
    fc
      .record({ mode: fc.constantFrom('noAmount' as const, 'otherRules' as const), text, anchors })
      .map((parts) => at({ kind: 'TextLine', ...parts })),
  ];
}

const verb = fc.constantFrom(...verbIds);
const sharing = fc.constantFrom('proRata', 'uniformRate', 'firstCome', 'firstComeWhole', 'byRank', 'unlimited');

export function capLine({ amount }: Expressions, most = amount): Line<CapLine> {
  return fc
    .tuple(fc.record({ amount: most, scopes, allOrNothing: fc.boolean() }), perhaps('cut', itemCut(amount)), tail)
    .map(([parts, cut, end]) => at({ kind: 'CapLine', ...parts, ...cut, ...end }));
}

function itemCut(amount: Expressions['amount']): fc.Arbitrary<ItemCut> {
  return fc.oneof(
    fc.constant({ kind: 'proRata', span: emptySpan } as const),
    perhaps('order', ordering(amount)).map((order) => ({ kind: 'inOrder', span: emptySpan, ...order }) as const),
  );
}

/** The tree keeps 3次 without its counter. */
function withoutCounter({ times }: { readonly times?: Expression }): { readonly times?: Expression } {
  if (times === undefined) return {};
  const isCounted = times.kind === 'NumberLiteral' && times.unit.kind === 'Counter';
  return { times: isCounted ? { ...times, unit: { kind: 'None' } } : times };
}

function effectLines(made: Expressions): readonly Line[] {
  const { amount, condition } = made;
  const operation = fc.constantFrom('add', 'less', 'raise', 'lower', 'floor');
  return [
    fc.tuple(condition, tail).map(([one, end]) => at({ kind: 'WhenLine', condition: one, ...end })),
    fc
      .tuple(fc.record({ verb, amount, cutToCeiling: fc.boolean() }), tail)
      .map(([parts, end]) => at({ kind: 'AmountLine', ...parts, ...end, verb: parts.verb })),
    fc
      .tuple(fc.record({ operation, amount }), perhaps('condition', condition), tail)
      .map(([parts, rest, end]) =>
        at({ kind: 'AdjustLine', ...parts, ...rest, ...end, operation: parts.operation as 'add' }),
      ),
    capLine(made, perhapsRaised(made)),
    paymentPlan(made),
    fc.tuple(rounding, tail).map(([one, end]) => at({ kind: 'RoundLine', rounding: one, ...end })),
    fc
      .tuple(fc.record({ amount, scopes, sharing }), tail)
      .map(([parts, end]) => at({ kind: 'BudgetLine', ...parts, ...end, sharing: parts.sharing as 'proRata' })),
    fc
      .tuple(scopes, perhaps('times', amount), perhaps('order', ordering(amount)), tail)
      .map(([own, times, order, end]) =>
        at({ kind: 'OnceLine', scopes: own, ...withoutCounter(times), ...order, ...end }),
      ),
  ];
}
