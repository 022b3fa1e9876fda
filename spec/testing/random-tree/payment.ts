import fc from 'fast-check';
import { emptySpan } from '../../../diagnostics/span.ts';
import type { ClauseLine, DueTime, Instalment, PaymentForm, PaymentMost } from '../../../grammar/ast.ts';
import type { Expressions } from './expressions.ts';
import { anchors, numberLiteral } from './literals.ts';
import { at, factReference, few, perhaps } from './names.ts';

const count = fc.integer({ min: 1, max: 40 });

/** Payment plans of every form; parts that repeat, and sums that do not add up too: the parser lets them pass. */
export function paymentPlan({ amount, condition }: Expressions): fc.Arbitrary<ClauseLine> {
  const most = fc.tuple(amount, fc.constantFrom('lost' as const, 'refunded' as const, 'carried' as const), count).map(
    ([value, excess, years]): PaymentMost => ({
      span: emptySpan,
      amount: value,
      excess,
      ...(excess === 'carried' && years > 9 ? { years } : {}),
    }),
  );
  const form = fc.oneof<fc.Arbitrary<PaymentForm>[]>(
    count.map((years) => at({ kind: 'EqualParts' as const, years })),
    few(instalment(condition), 0, 4).map((rows) => at({ kind: 'Instalments' as const, rows })),
  );
  return fc.oneof(
    fc
      .tuple(form, perhaps('most', most), anchors)
      .map(([one, end, own]) => at({ kind: 'PaymentPlan' as const, form: one, ...end, anchors: own })),
    fc
      .tuple(most, anchors)
      .map(([end, own]) =>
        at({ kind: 'PaymentPlan' as const, form: at({ kind: 'AtOnce' as const }), most: end, anchors: own }),
      ),
  );
}

function instalment(condition: Expressions['condition']): fc.Arbitrary<Instalment> {
  return fc
    .tuple(few(due), perhaps('share', numberLiteral), perhaps('condition', condition), anchors)
    .map(([times, share, only, own]) =>
      at({ kind: 'Instalment' as const, due: times, ...share, ...only, anchors: own }),
    );
}

const due = fc.oneof<fc.Arbitrary<DueTime>[]>(
  count.map((year) => at({ kind: 'DueYear' as const, year })),
  factReference.map((reference) =>
    at({ kind: 'DueDay' as const, day: at({ kind: 'ReferenceExpression' as const, reference }) }),
  ),
  count.map((years) => at({ kind: 'DueEvery' as const, years })),
);
