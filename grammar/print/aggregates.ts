import type { Aggregate, Expression } from '../ast.ts';
import { binding, expressionDoc, operand } from './expressions.ts';
import type { Doc } from './layout.ts';
import { space } from './name-forms.ts';
import { bracketed, type Printer, referred, spaced, withinList, word } from './printer.ts';

/** `total of E over each I where C` · 各 I（C） 的 E 合计: wholly reversed. */
export function printAggregate(printer: Printer, aggregate: Aggregate): Doc {
  const inner = withinList(printer, aggregate.list);
  return printer.english ? englishAggregate(inner, aggregate) : chineseAggregate(inner, aggregate);
}

function englishAggregate(printer: Printer, { operation, list, where, of }: Aggregate): Doc {
  const items = referred(printer, list, [space.owners]);
  const filter =
    where === undefined ? undefined : spaced(word(printer, 'where'), operand(printer, where, binding.primary));
  if (operation === 'count' || of === undefined) return spaced(word(printer, 'countOf'), items, filter);
  const what = operand(printer, of, endsInExtreme(of) ? binding.primary : binding.chain);
  return spaced(word(printer, operation), word(printer, 'of'), what, word(printer, 'overEach'), items, filter);
}

/** `lowest of (a, b) over each …` would be an aggregate itself. */
function endsInExtreme(expression: Expression): boolean {
  if (expression.kind === 'RateOf') return endsInExtreme(expression.base);
  return expression.kind === 'Extreme';
}

function chineseAggregate(printer: Printer, { operation, list, where, of }: Aggregate): Doc {
  const name = referred(printer, list, [space.owners]);
  const items = where === undefined ? name : [name, bracketed(printer, expressionDoc(printer, where))];
  const head = spaced(word(printer, 'eachOf'), items);
  if (operation === 'count' || of === undefined) return spaced(head, word(printer, 'deCount'));
  return spaced(head, word(printer, 'de'), operand(printer, of, binding.chain), word(printer, operation));
}
