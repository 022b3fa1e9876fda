/**
 * One company at a time by the columnar code: validated facts lie in columns, a call assesses one row of them, and the result is one flat
 * object, as the hand-written code's.
 */
import { newOutcomes, type OutcomeBlock, type Outcomes } from '../../../runtime/columnar/new-outcomes.ts';
import type { FiveAmounts } from '../../companies/five-facts.ts';
import { type Prepared, prepared } from '../../peers/peer.ts';
import type { Row } from '../row.ts';
import { clausePlaces, columnarPolicy } from './columnar.ts';
import { capacity, companyRows } from './company-rows.ts';

export const directRow: Row = {
  id: 'direct',
  name: 'Jieti, columnar code, one row a call',
  prepare: () => prepareDirect(),
};

async function prepareDirect(): Promise<Prepared> {
  const { ir, layout, assessColumns } = await columnarPolicy('direct');
  const { columns, input } = companyRows(ir, layout);
  const outcomes = newOutcomes(layout, capacity);
  const result = resultOf(outcomes, clausePlaces(layout));
  const assess = (row: number): FiveAmounts => {
    assessColumns(columns, outcomes, row, row + 1);
    return result(row);
  };
  return prepared({ input, assess, amounts: (amounts) => amounts });
}

/** The outcomes of one row as the flat object of the hand-written code. */
export function resultOf(
  outcomes: OutcomeBlock,
  places: ReturnType<typeof clausePlaces>,
): (row: number) => FiveAmounts {
  const of = (place: number): Outcomes => outcomes.clauses[place]!;
  const [voucher, rdSubsidy, growthAward] = [of(places.voucher), of(places.rdSubsidy), of(places.growthAward)];
  const [scaleAward, rdLoan] = [of(places.scaleAward), of(places.rdLoan)];
  return (row) => {
    const first = paid(voucher, row);
    const second = paid(rdSubsidy, row);
    const third = paid(growthAward, row);
    const fourth = paid(scaleAward, row);
    return {
      voucher: first,
      rdSubsidy: second,
      growthAward: third,
      scaleAward: fourth,
      rdLoan: paid(rdLoan, row),
      grants: first + second + third + fourth,
    };
  };
}

/** Status 1 is granted, and denominators of money are fen. */
function paid({ status, high }: Outcomes, row: number): number {
  return status[row] === 1 ? high[row]! : 0;
}
