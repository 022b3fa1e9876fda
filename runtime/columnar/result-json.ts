/** Results as JSON text: `{ "subject", "period", "outcomes": { clause: { "outcome", "payable" | "least" and "most", "items" } } }`. */
import type { OutcomeKind } from '../assessment.ts';
import type { ColumnarLayout } from './layout.ts';
import type { ResultView } from './result-view.ts';

export type ResultWriter = (view: ResultView) => string;

/** All that does not change from applicant to applicant is made once; amounts are decimal text and need no escaping. */
export function resultWriter(layout: ColumnarLayout, period: string): ResultWriter {
  const heads = layout.outcomes.map(({ clause }, index) => `${index === 0 ? '' : ','}${JSON.stringify(clause)}:`);
  const behindSubject = `,"period":${JSON.stringify(period)},"outcomes":{`;
  return (view) => {
    let text = `{"subject":${quoted(view.subject)}${behindSubject}`;
    for (let clause = 0; clause < heads.length; clause += 1) {
      const outcome = view.outcome(clause);
      text += heads[clause]! + opened(outcome, view.low(clause), view.high(clause));
      if (view.items(clause) > 0) text += itemsText(view, clause);
      text += '}';
    }
    return `${text}}}`;
  };
}

/** An amount stands beside what has one: `payable` where it is settled. */
function opened(outcome: OutcomeKind, low: string, high: string): string {
  switch (outcome) {
    case 'granted':
      return `{"outcome":"granted","payable":"${high}"`;
    case 'grantedUpTo':
    case 'undetermined':
      return `{"outcome":"${outcome}","least":"${low}","most":"${high}"`;
    default:
      return `{"outcome":"${outcome}"`;
  }
}

/** Of items that take part. */
function itemsText(view: ResultView, clause: number): string {
  const parts: string[] = [];
  for (let item = 0; item < view.items(clause); item += 1) {
    const outcome = view.itemOutcome(clause, item);
    if (outcome === undefined) continue;
    const amounts = opened(outcome, view.itemLow(clause, item), view.itemHigh(clause, item));
    parts.push(`{"item":${quoted(view.itemKey(clause, item))},${amounts.slice(1)}}`);
  }
  return parts.length === 0 ? '' : `,"items":[${parts.join(',')}]`;
}

/** Most names hold nothing that must be escaped. */
function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

const plain = /^[ !#-[\]-~\u3400-\u9fff]*$/;
