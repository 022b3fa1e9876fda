import { collector, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Assessment } from '../assessment.ts';
import type { EvaluationInput } from '../input.ts';
import type { ChoiceId, PolicyIr, ReadingId } from '../ir.ts';
import { ofDecimalText, type Rational } from '../rational.ts';
import { serveInTurn } from './serve-in-turn.ts';
import { type PoolResult, settlePools, smallestCoin } from './settle-pools.ts';

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
  const { report, diagnostics } = collector();
  const alone = serveInTurn(ir, inputs, assess);
  const { pools, shares } = settlePools(ir, inputs, alone, coinOf(ir, alone[0]?.readings ?? {}), report);
  const withShares = inputs.map((input, index) =>
    shares[index]!.size === 0 ? input : { ...input, shares: shares[index]! },
  );
  const again = new Map(alone.map((assessment, index) => [inputs[index]!, assessment]));
  // What nothing has changed is assessed already.
  const assessAgain = (input: EvaluationInput): Assessment => again.get(input) ?? assess(input);
  const assessments = shares.some(({ size }) => size > 0) ? serveInTurn(ir, withShares, assessAgain) : alone;
  return { assessments, pools, diagnostics };
}

/** The step that the policy pays in. */
function coinOf(ir: PolicyIr, readings: Readonly<Record<ReadingId, ChoiceId>>): Rational {
  const { payment } = ir;
  const rounding = payment.kind === 'fixed' ? payment.value : payment.cases[readings[payment.reading] ?? ''];
  return rounding === null || rounding === undefined ? smallestCoin : ofDecimalText(rounding.step);
}
