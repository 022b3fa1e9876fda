import type { ClauseLine, Name } from '../../grammar/ast.ts';
import type { Statement } from '../../runtime/ir.ts';
import type { EffectLine } from '../walk.ts';
import { type Draft, type DraftOrigin, type Place, standing, take } from './draft.ts';
import { lowerCondition } from './lower-condition.ts';
import { lowerExpression } from './lower-expression.ts';
import { lowerRounding } from './lower-head.ts';
import { lowerItems } from './lower-items.ts';
import { lowerCut, lowerOnce } from './lower-limit.ts';
import { lowerOrdering } from './lower-ordering.ts';
import { planRows, readingOf, switchStatements, withReadings } from './lower-reading.ts';
import { planScope, planWindow } from './lower-scope.ts';

/** Lines in the order written. Lines that say where a clause stands in the source, or who pays, leave no statement. */
export function lowerStatements(draft: Draft, lines: readonly ClauseLine[], place: Place): readonly Statement[] {
  return lines.flatMap((line) => lowerLine(draft, line, place));
}

function lowerLine(draft: Draft, line: ClauseLine, place: Place): readonly Statement[] {
  if (draft.limits.exceeded) return [];
  switch (line.kind) {
    case 'CapLine':
    case 'BudgetLine':
      return lowerLimit(draft, line, withReadings(draft, place, line.readings));
    case 'WhenLine':
    case 'AmountLine':
    case 'AdjustLine':
    case 'RoundLine':
      return [lowerEffect(draft, line, withReadings(draft, place, line.readings))];
    case 'OnceLine': {
      const inner = withReadings(draft, place, line.readings);
      return lowerOnce(draft, line, inner, originOf(line, inner));
    }
    case 'EachBlock':
      return [
        lowerItems(draft, line.each, line.lines, place, {
          span: line.span,
          labelled: { kind: 'line', line },
          ...standing(place),
        }),
      ];
    case 'ReadingChoice':
      return lowerAlternatives(draft, line, place);
    default:
      return [];
  }
}

function lowerAlternatives(
  draft: Draft,
  line: Extract<ClauseLine, { kind: 'ReadingChoice' }>,
  place: Place,
): readonly Statement[] {
  const reading = readingOf(draft, line.reading);
  if (reading === undefined) return [];
  const origin: DraftOrigin = { span: line.span, labelled: { kind: 'line', line }, ...standing(place) };
  return switchStatements(draft, planRows(draft, reading, line.rows, place), origin, place, (row, inner) =>
    row === undefined ? [] : lowerStatements(draft, row.body, inner),
  );
}

function originOf(line: EffectLine, place: Place): DraftOrigin {
  return { span: line.span, labelled: { kind: 'line', line }, anchors: line.anchors, ...standing(place) };
}

export function labelOf(label: Name | undefined): { readonly label?: string } {
  return label === undefined ? {} : { label: label.id };
}

type Effect = Extract<ClauseLine, { kind: 'WhenLine' | 'AmountLine' | 'AdjustLine' | 'RoundLine' }>;

function lowerEffect(draft: Draft, line: Effect, place: Place): Statement {
  const base = { id: take(draft, originOf(line, place)), ...labelOf(line.label) };
  switch (line.kind) {
    case 'WhenLine':
      return { kind: 'when', ...base, condition: lowerCondition(draft, line.condition, place, false) };
    case 'AmountLine': {
      const amount = lowerExpression(draft, line.amount, place);
      return { kind: 'amount', ...base, verb: line.verb, amount, cutToCeiling: line.cutToCeiling };
    }
    case 'AdjustLine': {
      const amount = lowerExpression(draft, line.amount, place);
      const adjust = { kind: 'adjust' as const, ...base, operation: line.operation, amount };
      if (line.condition === undefined) return adjust;
      return { ...adjust, condition: lowerCondition(draft, line.condition, place, false) };
    }
    case 'RoundLine':
      return { kind: 'round', ...base, rounding: lowerRounding(line.rounding) };
  }
}

/** Caps and budgets: the time word of their scope may hang on readings (A19). */
function lowerLimit(
  draft: Draft,
  line: Extract<ClauseLine, { kind: 'CapLine' | 'BudgetLine' }>,
  place: Place,
): readonly Statement[] {
  const origin = originOf(line, place);
  const base = () => ({ id: take(draft, origin), ...labelOf(line.label) });
  if (line.kind === 'CapLine') {
    return switchStatements(draft, planScope(draft, line, place), origin, place, (scope, inner) => {
      const cap = base();
      const amount = lowerExpression(draft, line.amount, inner);
      return [{ kind: 'cap', ...cap, amount, scope, allOrNothing: line.allOrNothing, ...lowerCut(draft, line, inner) }];
    });
  }
  return switchStatements(draft, planWindow(draft, line.scopes, place), origin, place, (window, inner) => {
    const budget = base();
    const amount = lowerExpression(draft, line.amount, inner);
    const period = window.kind === 'period' ? 'period' : 'whileInForce';
    const order = line.order === undefined ? {} : { order: lowerOrdering(draft, line.order, inner) };
    return [{ kind: 'budget', ...budget, amount, period, sharing: line.sharing, ...order }];
  });
}
