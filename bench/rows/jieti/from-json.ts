/** From the text of a request to the text of an answer: the door, the evaluator, the payable amounts as JSON. */
import { readFacts } from '../../../runtime/door/read-facts.ts';
import { periodOfYear } from '../../../runtime/period.ts';
import type { End } from '../../../runtime/value.ts';
import { assessedYear } from '../../companies/five-facts.ts';
import { emittedPolicy } from './emitted.ts';

export async function assessTexts(): Promise<(text: string) => string> {
  const { assess, ir, schema } = await emittedPolicy();
  const period = periodOfYear(assessedYear);
  return (text) => {
    const { facts, decisions, diagnostics } = readFacts(ir, schema, text);
    if (facts === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
    const { subject, clauses, totals } = assess({ facts, decisions, period, readings: {} });
    return JSON.stringify({
      subject,
      clauses: clauses.map(({ clause, outcome }) => ({
        clause,
        outcome: outcome.kind,
        payable: yuan(outcome.payable.hi),
      })),
      totals: totals.map(({ kind, payable }) => ({ kind, payable: yuan(payable.hi) })),
    });
  };
}

/** Payable amounts are whole fen. */
function yuan(end: End): string {
  if (typeof end === 'string') return end;
  const fen = String((end.n * 100n) / end.d).padStart(3, '0');
  return `${fen.slice(0, -2)}.${fen.slice(-2)}`;
}
