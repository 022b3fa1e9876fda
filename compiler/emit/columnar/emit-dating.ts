/** Which day a clause or an item is placed on (R3), for years of which some day is in force. */
import { dayNumber } from '../../../runtime/day.ts';
import { whole } from '../../../runtime/rational.ts';
import type { CodeBlock } from './code-block.ts';
import { allOf, always, type Condition } from './condition.ts';
import { dayOperand, firstDayOfYear } from './expression-days.ts';
import { type FunctionWriter, hoist } from './function-writer.ts';
import { constantOperand, type Operand } from './operand.ts';
import { compareOperands } from './operand-compare.ts';

/** The day lies in the assessed year; one that is none does not. */
export function dayOfPeriod(writer: FunctionWriter, block: CodeBlock, day: Operand): Condition {
  return allOf([
    compareOperands(block, 'atLeast', day, firstDayOfYear(writer, 0)),
    compareOperands(block, 'under', day, firstDayOfYear(writer, 1)),
  ]);
}

export function dayInForce({ layout }: FunctionWriter, block: CodeBlock, day: Operand): Condition {
  const { from, to } = layout.ir.inForce;
  const bound = (text: string): Operand => constantOperand(whole(dayNumber(text)));
  return allOf([
    compareOperands(block, 'atLeast', day, bound(from)),
    to === undefined ? always : compareOperands(block, 'atMost', day, bound(to)),
  ]);
}

/** The last day of the assessed year in force. */
export function lastDayInForce(writer: FunctionWriter): Operand {
  const end = firstDayOfYear(writer, 1).numerator.code;
  const { to } = writer.layout.ir.inForce;
  const code = to === undefined ? `${end} - 1` : `Math.min(${end} - 1, ${dayNumber(to)})`;
  return dayOperand(hoist(writer, 'e1', code));
}
