import type { Outcome } from '../assessment.ts';
import { rangeText } from './exact-text.ts';
import type { ExplainedOutcome } from './explanation.ts';
import type { Naming } from './naming.ts';

export function explainOutcome(outcome: Outcome, naming: Naming): ExplainedOutcome {
  return {
    kind: outcome.kind,
    exact: rangeText(outcome.amount),
    payable: rangeText(outcome.payable),
    causes: outcome.causes.map(naming.cause),
    ...(outcome.by === undefined ? {} : { by: outcome.by }),
    ...(outcome.sharedCoins === undefined
      ? {}
      : { sharedCoins: { block: outcome.sharedCoins, names: naming.block(outcome.sharedCoins) } }),
  };
}
