/** What a portal asks that wants outcomes and no reasons: facts that passed the door → outcomes, one company a call. */
import { columnarEvaluator } from '../../../runtime/columnar/columnar-evaluator.ts';
import type { ResultView } from '../../../runtime/columnar/result-view.ts';
import { scaledInteger } from '../../../runtime/core/ends.ts';
import type { FiveClause } from '../../companies/five-facts.ts';
import { prepared, withGrants } from '../../peers/peer.ts';
import type { Row } from '../row.ts';
import { clausePlaces, columnarPolicy } from './columnar.ts';
import { emittedPolicy } from './emitted.ts';
import { inputOf } from './five-input.ts';

export const outcomesRow: Row = {
  id: 'outcomes',
  name: 'Jieti, outcomes of one company from its facts',
  prepare: async () => {
    const { ir, layout, assessColumns } = await columnarPolicy('outcomes');
    const { assess: general } = await emittedPolicy();
    const { assessOne } = columnarEvaluator({ ir, layout, assess: assessColumns }, general);
    const places = clausePlaces(layout);
    const fen = (view: ResultView, clause: FiveClause): number => {
      const outcome = view.outcome(places[clause]);
      if (outcome !== 'granted' && outcome !== 'notMet') throw new Error(`${clause} came out ${outcome}`);
      return Number(scaledInteger(view.high(places[clause]), 2));
    };
    return prepared({
      input: (company) => inputOf(company, 'company'),
      assess: assessOne,
      amounts: (view) =>
        withGrants({
          voucher: fen(view, 'voucher'),
          rdSubsidy: fen(view, 'rdSubsidy'),
          growthAward: fen(view, 'growthAward'),
          scaleAward: fen(view, 'scaleAward'),
          rdLoan: fen(view, 'rdLoan'),
        }),
    });
  },
};
