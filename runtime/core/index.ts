/** All that emitted evaluators import: arithmetic of their own, recording, and the assessment around clauses that every engine shares. */
export { assess as assessWith } from '../assess.ts';
export type { Assessment, ClauseResult } from '../assessment.ts';
export type { EvaluationInput } from '../input.ts';
export type { PolicyIr } from '../ir.ts';
export type { Origins } from '../origins.ts';
export type { NumberValue, TruthValue, UndefinedValue, Value } from '../value.ts';
export { type AccrualLine, accrued, accruedByDay } from './accrual.ts';
export { type AggregateLine, aggregateFixed, aggregateFractions } from './aggregate.ts';
export { type Amount, type Fixed, type Fraction, knownFixed, oneFraction, rescale, toFraction } from './amount.ts';
export { fixed, fraction } from './arithmetic.ts';
export { ceilingFixed, ceilingFraction, rateCeilingFixed, rateCeilingFraction } from './ceilings.ts';
export { chooseFixed, chooseFractions, hasSureRow, type Row, rowCauses } from './choose.ts';
export { clauseGranted, clauseNumber, paidUnder } from './clause-reading.ts';
export { type EmittedCode, engineOf, type ItemsBlock, itemsLine, type LinesCode } from './clauses.ts';
export { compareFixed, compareFractions } from './compare.ts';
export { datedOn, datedOnAccrualDays, datedOnReferenceDay, datedOverPeriod } from './dated.ts';
export {
  assessedEdge,
  daysBetween,
  earliest,
  edgeOf,
  elapsed,
  postponed,
  referenceDayNumber,
  shiftDays,
  yearSince,
} from './days.ts';
export type { FixedEnd, FractionEnd } from './ends.ts';
export { type FactField, factNumber, factOptions, factText, factTruth, keepFact, type NumberField } from './facts.ts';
export {
  climb,
  type LadderLine,
  ladderFixed,
  ladderFractions,
  ladderPerTierHeldFixed,
  ladderPerTierHeldFractions,
  ladderToppingUp,
  pastOf,
} from './ladder.ts';
export { limitLine, onceLine } from './limits.ts';
export {
  adjustLine,
  amountLine,
  budgetLine,
  capLine,
  closeLines,
  fixedSlot,
  fractionSlot,
  isOpen,
  type Lines,
  roundLine,
  setLine,
  whenLine,
} from './lines.ts';
export { type OrderLine, type PartLine, partInOrderFixed, partInOrderFractions, rankOf } from './ordering.ts';
export {
  boundWord,
  choiceOf,
  constantOf,
  keepConstant,
  keepFixed,
  keepFraction,
  keepOptions,
  keepText,
  keepTruth,
  noCase,
  type OptionsOperand,
  type Place,
  type TextOperand,
} from './place.ts';
export { divide, growth, stepsFixed, stepsFraction, stepsInPart } from './quotients.ts';
export { fixedNumber, fractionNumber, fractionValue } from './record.ts';
export { and, boundsTest, compareTexts, holdsOneOf, no, not, or, yes } from './truths.ts';
