import { amountKinds } from './amount-kinds.ts';
import { blockMembers } from './block-members.ts';
import { blockValues } from './block-values.ts';
import { caps } from './caps.ts';
import { ceilingInCondition } from './ceiling-in-condition.ts';
import { choiceModes } from './choice-modes.ts';
import { clauseLines } from './clause-lines.ts';
import { cycles } from './cycles.ts';
import { differentYears } from './different-years.ts';
import { examples } from './examples.ts';
import { figures } from './figures.ts';
import { growthBase } from './growth-base.ts';
import { idleCaps } from './idle-caps.ts';
import { ladders } from './ladders.ts';
import { listKeys } from './list-keys.ts';
import { paidEveryYear } from './paid-every-year.ts';
import { policyHead } from './policy-head.ts';
import { readings } from './readings.ts';
import type { Rule } from './rule.ts';
import { tiers } from './tiers.ts';
import { unused } from './unused.ts';
import { wordReadings } from './word-readings.ts';

/** Every rule, in the order of their messages: the policy, its clauses, their figures, readings, what is between clauses, the rest. */
export const rules: readonly Rule[] = [
  policyHead,
  growthBase,
  clauseLines,
  caps,
  listKeys,
  paidEveryYear,
  ceilingInCondition,
  choiceModes,
  tiers,
  ladders,
  figures,
  idleCaps,
  differentYears,
  readings,
  wordReadings,
  cycles,
  blockMembers,
  blockValues,
  amountKinds,
  unused,
  examples,
];
