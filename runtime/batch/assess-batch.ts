import { collector, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Assessment } from '../assessment.ts';
import type { EvaluationInput } from '../input.ts';
import type { ChoiceId, PolicyIr, ReadingId } from '../ir.ts';
import { ofDecimalText, type Rational } from '../rational.ts';
import { smallestCoin } from '../smallest-coin.ts';
import { serveInTurn } from './serve-in-turn.ts';
import { type PoolResult, settlePools } from './settle-pools.ts';

export interface BatchAssessment {
  /** In the order of the inputs. */
  readonly assessments: readonly Assessment[];
  readonly pools: readonly PoolResult[];
  /** Of the batch itself: pools that could not be shared. Those of each assessment stand with it. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Several applicants of one period, with one ledger and one choice of readings: each is assessed alone, or after those listed before it
 * where they share something (R21); the claims on every pool are shared, and each whose share is settled is assessed once more with it. R11.
 *
 * @throws RangeError where the inputs differ in period.
 */
export function assessBatch(
  ir: PolicyIr,
  inputs: readonly EvaluationInput[],
  assess: (input: EvaluationInput) => Assessment,
): BatchAssessment {
  if (inputs.some(({ period }) => period.from !== inputs[0]!.period.from))
    throw new RangeError('a batch is of one period');
  const alone = serveInTurn(ir, inputs, assess);
  const { inputs: settled, pools, diagnostics } = settleInputs(ir, inputs, alone);
  const again = new Map(alone.map((assessment, index) => [inputs[index]!, assessment]));
  // What nothing has changed is assessed already.
  const assessAgain = (input: EvaluationInput): Assessment => again.get(input) ?? assess(input);
  const isAlone = settled.every((input, index) => input === inputs[index]);
  return { assessments: isAlone ? alone : serveInTurn(ir, settled, assessAgain), pools, diagnostics };
}

export interface SettledInputs extends Omit<BatchAssessment, 'assessments'> {
  /** In the same order, each with its shares of the pools; the very same input where it has none. */
  readonly inputs: readonly EvaluationInput[];
}

/** From the assessments of a batch before its pools are shared, the inputs of those after. */
export function settleInputs(
  ir: PolicyIr,
  inputs: readonly EvaluationInput[],
  alone: readonly Assessment[],
): SettledInputs {
  const { report, diagnostics } = collector();
  const { pools, shares } = settlePools(ir, inputs, alone, coinOf(ir, alone[0]?.readings ?? {}), report);
  const settled = inputs.map((input, index) =>
    shares[index]!.size === 0 ? input : { ...input, shares: shares[index]! },
  );
  return { inputs: settled, pools, diagnostics };
}

/** The step that the policy pays in; where it pays every digit, the smallest coin. */
export function coinOf(ir: PolicyIr, readings: Readonly<Record<ReadingId, ChoiceId>>): Rational {
  const { payment } = ir;
  const rounding = payment.kind === 'fixed' ? payment.value : payment.cases[readings[payment.reading] ?? ''];
  return ofDecimalText(rounding?.step ?? smallestCoin(ir.currency));
}
