/** What is paid of an amount (R9). */
import type { RoundingIr } from '../../../runtime/ir.ts';
import { ofDecimalText } from '../../../runtime/rational.ts';
import type { CodeBlock } from './code-block.ts';
import { allOf } from './condition.ts';
import { namedOperand, type Operand } from './operand.ts';
import { selectOperand } from './operand-choice.ts';
import { compareOperands } from './operand-compare.ts';
import { roundOperand } from './operand-rounding.ts';
import { mapRange, type NumberRange } from './range.ts';

/** Rounds end by end; where that would lift an end above `bound`, it goes down instead. */
export function payableRange(
  block: CodeBlock,
  range: NumberRange,
  bound: Operand | undefined,
  rounding: RoundingIr | null,
): NumberRange {
  if (rounding === null) return range;
  const step = ofDecimalText(rounding.step);
  return mapRange(range, (end) => {
    if (rounding.mode === 'down' || bound === undefined) return roundOperand(block, end, rounding.mode, step);
    const exact = namedOperand(block, end);
    const rounded = namedOperand(block, roundOperand(block, exact, rounding.mode, step));
    const isLifted = allOf([
      compareOperands(block, 'over', rounded, exact),
      compareOperands(block, 'over', rounded, bound),
    ]);
    return selectOperand(block, isLifted, roundOperand(block, exact, 'down', step), rounded);
  });
}
