/** The meaning itself, in exact rationals: every row's amounts are held against these. */
import { compile } from '../../../compiler/compile.ts';
import { evaluate } from '../../../runtime/evaluate.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import type { FiveAmounts, FiveFacts } from '../../companies/five-facts.ts';
import { amountsOf, inputOf } from './five-input.ts';

/** A text as the compiler takes it. */
export interface PolicyText {
  readonly file: string;
  readonly text: string;
}

export function irOf(source: PolicyText): PolicyIr {
  const { ir, diagnostics } = compile(source);
  const [error] = diagnostics.filter(({ severity }) => severity === 'error');
  if (ir === undefined || error !== undefined) throw new Error(`${source.file} does not compile: ${error?.message.en}`);
  return ir;
}

export function interpreterOf(source: PolicyText): (company: FiveFacts) => FiveAmounts {
  const ir = irOf(source);
  return (company) => amountsOf(evaluate(ir, inputOf(company, 'company')));
}
