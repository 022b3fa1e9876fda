/** Outcomes of clauses in words, where no amount stands for them. */
import type { Words } from '../explain/words.ts';
import type { outcomeCodes } from './layout.ts';

export function outcomeWords(code: (typeof outcomeCodes)[number], { outcome, unknown }: Words): string | undefined {
  switch (code) {
    case 'granted':
    case 'grantedUpTo':
      return undefined;
    case 'outOfForce':
      return outcome.outOfForce;
    case 'noAmount':
      return outcome.noAmount;
    case 'superseded':
      // Rows with awards of other policies are general: it was a clause of this one.
      return outcome.supersededByAnother;
    case 'undetermined':
      return outcome.undetermined(unknown);
    case 'notMet':
      return outcome.notMet;
  }
}
