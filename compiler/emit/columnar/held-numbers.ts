/** How columnar code holds each number of a policy: for whoever wants to know why it may be trusted. */

import { displayText } from '../../../runtime/display-text.ts';
import type { NodeId, PolicyIr } from '../../../runtime/ir.ts';
import { fraction, toDecimalText } from '../../../runtime/rational.ts';
import { emitColumnar, type Refusal } from './emit-columnar.ts';
import type { Operand } from './operand.ts';
import type { Choices } from './specialise.ts';

export interface HeldNumber {
  readonly node: NodeId;
  readonly clause: string;
  /** `safe`: a JavaScript number that is a whole number within ±(2^53 − 1); `wide`: a BigInt. */
  readonly width: 'safe' | 'wide';
  /** Whole numbers of 1/denominator. */
  readonly denominator: bigint;
  /** Over a second whole number, known when the code runs: nothing is divided. */
  readonly isQuotient: boolean;
  /** Bounds as decimals; of a quotient those of the numerator. */
  readonly low: string;
  readonly high: string;
  readonly mayBeNone: boolean;
}

/** In the order in which the code works them out; the upper end of what is open. */
export function heldNumbers(
  ir: PolicyIr,
  readings: Choices,
): { readonly numbers: readonly HeldNumber[]; readonly refused: readonly Refusal[] } {
  const numbers = new Map<NodeId, HeldNumber>();
  const emitted = emitColumnar(ir, {
    readings,
    keep: (node, value, { clause }, of = 'it') => {
      if (of === 'it' && value.kind === 'number' && clause !== undefined && !numbers.has(node))
        numbers.set(node, held(node, clause.id, value.high));
    },
  });
  return { numbers: [...numbers.values()], refused: emitted.kind === 'refused' ? emitted.reasons : [] };
}

function held(node: NodeId, clause: string, { numerator, denominator, divisor }: Operand): HeldNumber {
  return {
    node,
    clause,
    width: numerator.width === 'number' && divisor?.width !== 'bigint' ? 'safe' : 'wide',
    denominator,
    isQuotient: divisor !== undefined,
    low: endText(numerator.low, denominator),
    high: endText(numerator.high, denominator),
    mayBeNone: numerator.mayBeNone,
  };
}

function endText(numerator: bigint, denominator: bigint): string {
  const value = fraction(numerator, denominator);
  return toDecimalText(value) ?? displayText(value, 12);
}
