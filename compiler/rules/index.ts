import { amountKinds } from './amount-kinds.ts';
import { batchExamples } from './batch-examples.ts';
import { blockMembers } from './block-members.ts';
import { blockValues } from './block-values.ts';
import { budgets } from './budgets.ts';
import { caps } from './caps.ts';
import { caseRows } from './case-rows.ts';
import { ceilingInCondition } from './ceiling-in-condition.ts';
import { choiceModes } from './choice-modes.ts';
import { clauseLines } from './clause-lines.ts';
import { cycles } from './cycles.ts';
import { differentYears } from './different-years.ts';
import { edgeOrders } from './edge-orders.ts';
import { elsewhereAsked } from './elsewhere-asked.ts';
import { examples } from './examples.ts';
import { factCount } from './fact-count.ts';
import { fallingAwards } from './falling-awards.ts';
import { figures } from './figures.ts';
import { figuresWithinYears } from './figures-within-years.ts';
import { formerIds } from './former-ids.ts';
import { growthBase } from './growth-base.ts';
import { idleCaps } from './idle-caps.ts';
import { idleRowCaps } from './idle-row-caps.ts';
import { ladderPlace } from './ladder-place.ts';
import { ladders } from './ladders.ts';
import { limits } from './limits.ts';
import { listKeys } from './list-keys.ts';
import { orderings } from './orderings.ts';
import { paidEveryYear } from './paid-every-year.ts';
import { parameterYears } from './parameter-years.ts';
import { paymentPlans } from './payment-plans.ts';
import { policyHead } from './policy-head.ts';
import { products } from './products.ts';
import { raises } from './raises.ts';
import { readings } from './readings.ts';
import type { Rule } from './rule.ts';
import { sharedKeys } from './shared-keys.ts';
import { stepGates } from './step-gates.ts';
import { tiers } from './tiers.ts';
import { unused } from './unused.ts';
import { wordReadings } from './word-readings.ts';

/** Every rule that finds errors, in the order of their messages: the policy, its clauses, their figures, readings, what is between clauses. */
export const rules: readonly Rule[] = [
  policyHead,
  factCount,
  growthBase,
  elsewhereAsked,
  parameterYears,
  clauseLines,
  paymentPlans,
  caps,
  limits,
  budgets,
  listKeys,
  sharedKeys,
  paidEveryYear,
  ceilingInCondition,
  ladderPlace,
  choiceModes,
  tiers,
  edgeOrders,
  fallingAwards,
  caseRows,
  ladders,
  orderings,
  figures,
  raises,
  figuresWithinYears,
  products,
  idleCaps,
  idleRowCaps,
  stepGates,
  differentYears,
  readings,
  wordReadings,
  cycles,
  blockMembers,
  blockValues,
  amountKinds,
  examples,
  batchExamples,
  formerIds,
];

/** Rules that look for what is missing from a text that is otherwise right: of a text with errors they would say too much. */
export const rulesForSoundText: readonly Rule[] = [unused];
