/** What is written by hand, as rows. The first is what all others are held against. */
import { assessDecimal, decimalAmounts, decimalFacts } from '../hand/assess-decimal.ts';
import { assessExplained } from '../hand/assess-explained.ts';
import { assessFen } from '../hand/assess-fen.ts';
import { prepared } from '../peers/peer.ts';
import type { Row } from './row.ts';

export const byHand: Row = {
  id: 'hand',
  name: 'by hand, integer fen',
  prepare: async () => prepared({ input: (company) => company, assess: assessFen, amounts: (amounts) => amounts }),
};

export const byHandExplained: Row = {
  id: 'hand-explained',
  name: 'by hand, with a small explanation',
  prepare: async () =>
    prepared({ input: (company) => company, assess: assessExplained, amounts: ({ amounts }) => amounts }),
};

export const byHandDecimal: Row = {
  id: 'hand-decimal',
  name: 'by hand with decimal.js',
  prepare: async () => prepared({ input: decimalFacts, assess: assessDecimal, amounts: decimalAmounts }),
};
