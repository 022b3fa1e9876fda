/** A spreadsheet (hyperformula): facts in one row of cells, amounts in another; assessing is setting the facts and reading the amounts. */
import { HyperFormula, type RawCellContent } from 'hyperformula';
import type { FiveAmounts } from '../companies/five-facts.ts';
import { type Peer, prepared } from './peer.ts';

/** A1 ai, B1 software, C1 qualified, D1 fresh, E1 purchases, F1 spend, G1 rd, H1 rdBefore, I1 revenue, J1 revenueBefore, K1 asked. */
const rung = (cell: string) =>
  `IF(${cell}>200000000000,200000000,IF(${cell}>100000000000,150000000,IF(${cell}>50000000000,100000000,IF(${cell}>20000000000,50000000,IF(${cell}>10000000000,20000000,IF(${cell}>5000000000,10000000,0))))))`;

const formulas = [
  '=IF(AND(C1,E1>=30000000),MIN(INT(F1*50%),50000000),0)',
  '=IF(AND(A1,B1,G1>200000000,G1>H1),MIN(INT(G1/200000000)*10000000,500000000),0)',
  '=IF(AND(A1,B1,I1>5000000000,J1>0),IF(I1/J1-1>25%,MIN(INT((I1-J1)*0.6%),600000000),0),0)',
  `=IF(AND(A1,B1,J1>0),IF(I1/J1-1>=15%,MAX(${rung('I1')}-${rung('J1')},0),0),0)`,
  '=IF(A1,IF(D1,MIN(K1,1000000000),MIN(K1,5000000000,INT(H1*50%))),0)',
  '=A2+B2+C2+D2',
];

export const peer: Peer = {
  name: 'spreadsheet engine (hyperformula)',
  prepare: async () => {
    const facts: readonly RawCellContent[] = [true, true, true, true, 0, 0, 0, 0, 0, 0, 0];
    const sheet = HyperFormula.buildFromArray([[...facts], formulas], { licenseKey: 'gpl-v3' });
    const corner = { sheet: 0, row: 0, col: 0 };
    const amounts = { start: { sheet: 0, row: 1, col: 0 }, end: { sheet: 0, row: 1, col: formulas.length - 1 } };
    return prepared({
      input: (c): RawCellContent[][] => [
        [
          ...[c.ai, c.software, c.qualified, c.fresh],
          ...[c.purchases, c.spend, c.rd, c.rdBefore, c.revenue, c.revenueBefore, c.asked],
        ],
      ],
      assess: (row) => {
        sheet.setCellContents(corner, row);
        return sheet.getRangeValues(amounts)[0] as readonly number[];
      },
      amounts: (values): FiveAmounts => {
        const [voucher, rdSubsidy, growthAward, scaleAward, rdLoan, grants] = values as [
          ...[number, number, number],
          ...[number, number, number],
        ];
        return { voucher, rdSubsidy, growthAward, scaleAward, rdLoan, grants };
      },
      close: () => sheet.destroy(),
    });
  },
};
