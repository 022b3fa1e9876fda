import { ThisItemNotAtHand } from '../../diagnostics/names.ts';
import type {
  Among,
  Choose,
  ClauseValue,
  Expression,
  FieldExpression,
  Ladder,
  Ordering,
  Part,
  Rank,
  Reference,
  RowTest,
} from '../../grammar/ast.ts';
import { amongChildren, childrenOf } from '../walk.ts';
import { type Context, lookUp, lookUpOfSubject, lookUpValue, type Resolving, requireItem } from './look-up.ts';
import type { FieldSymbol, ListSymbol } from './symbol.ts';

/** Resolves every name in an expression that stands in `context`. */
export function resolveExpression(state: Resolving, expression: Expression, context: Context): void {
  if (expression.kind === 'Aggregate') {
    const list = lookUp(state, state.scopes.owners, expression.list, 'list');
    const inside = list?.kind === 'list' ? withinList(context, list) : context;
    for (const child of childrenOf(expression)) resolveExpression(state, child, inside);
    return;
  }
  if ((expression.kind === 'Rank' || expression.kind === 'Part') && expression.among !== undefined) {
    resolveAmong(state, expression, expression.among, context);
    return;
  }
  for (const child of childrenOf(expression)) resolveExpression(state, child, context);
  resolveOwnNames(state, expression, context);
}

/** Going over a list hides the item of that list which was at hand. */
function withinList(context: Context, list: ListSymbol): Context {
  return { ...context, items: [list, ...context.items.filter((one) => one !== list)] };
}

/** What is evaluated for each item stands inside the list; the limit stands outside. The place is that of an item at hand. */
function resolveAmong(state: Resolving, expression: Rank | Part, among: Among, context: Context): void {
  const list = lookUp(state, state.scopes.owners, among.list, 'list');
  const inside = list?.kind === 'list' ? withinList(context, list) : context;
  for (const child of amongChildren(among)) resolveExpression(state, child, inside);
  resolveOrder(state, among.order);
  if (expression.kind === 'Part') {
    resolveExpression(state, expression.of, inside);
    resolveExpression(state, expression.edge, context);
  }
  if (list?.kind === 'list') requireItem(state, among.list, list, context);
}

/** Options in their order; the keys are resolved already. */
export function resolveOrder(state: Resolving, order: Ordering | undefined): void {
  for (const key of order?.keys ?? []) if (key.direction === 'inTheOrder') resolveOptions(state, key.by, key.options);
}

/** The names that stand on the node itself. After its children, so that the key of a choice is known before its rows. */
function resolveOwnNames(state: Resolving, expression: Expression, context: Context): void {
  const { scopes } = state;
  switch (expression.kind) {
    case 'ReferenceExpression':
      lookUpValue(state, expression.reference, context);
      return;
    case 'FieldExpression':
      resolveField(state, expression, context);
      return;
    case 'NumberLiteral':
      for (const unit of [expression.unit, ...(expression.per ?? [])])
        if (unit.kind === 'Unit') lookUp(state, scopes.units, unit.name, 'unit');
      return;
    case 'Choose':
      resolveRows(state, expression);
      return;
    case 'OptionTest':
      resolveOptions(state, expression.operand, expression.options);
      return;
    case 'Ladder':
      resolveLadder(state, expression, context);
      return;
    case 'ClauseValue':
      resolveClauseValue(state, expression);
      return;
    case 'PaidUnder':
      lookUp(state, scopes.values, expression.clause, 'clause');
      if (expression.forItem && context.perItem !== true && context.definition === undefined)
        state.report(ThisItemNotAtHand, { span: expression.span }, {});
      return;
    case 'IsGranted':
      lookUp(state, scopes.values, expression.clause, 'clause');
      return;
    case 'ReadingExpression':
      resolveReadingRows(state, expression.reading, expression.rows);
      return;
    default:
      return;
  }
}

function resolveField(state: Resolving, expression: FieldExpression, context: Context): void {
  const { owner, field } = expression;
  const symbol = lookUp(state, state.scopes.owners, owner, 'list', 'subject');
  if (symbol?.kind === 'subject') lookUpOfSubject(state, field);
  if (symbol?.kind !== 'list') return;
  if (requireItem(state, field, symbol, context)) lookUp(state, fieldSpace(state, symbol), field, 'itemField');
}

export function fieldSpace(state: Resolving, list: ListSymbol) {
  return state.scopes.fieldsOf.get(list) ?? new Map();
}

function resolveRows(state: Resolving, choose: Choose): void {
  for (const row of choose.rows) {
    resolveRowTest(state, choose.key, row.test);
    for (const reading of row.readings) lookUp(state, state.scopes.readings, reading, 'reading');
  }
}

function resolveRowTest(state: Resolving, key: Expression | undefined, test: RowTest): void {
  if (test.kind === 'OptionsRow' && key !== undefined) resolveOptions(state, key, test.options);
}

/** Options are looked up among those of the fact that is asked. What is not a choice at all is the type checker's to tell. */
function resolveOptions(state: Resolving, operand: Expression, options: readonly Reference[]): void {
  const owner = choiceField(state, operand);
  const space = owner === undefined ? undefined : state.scopes.optionsOf.get(owner);
  if (space === undefined) return;
  for (const option of options) lookUp(state, space, option, 'option');
}

/** The fact whose options an expression yields, if it is one. */
export function choiceField(state: Resolving, expression: Expression, depth = 0): FieldSymbol | undefined {
  if (depth > 50) return undefined;
  switch (expression.kind) {
    case 'ReferenceExpression':
    case 'FieldExpression': {
      const reference = expression.kind === 'FieldExpression' ? expression.field : expression.reference;
      const symbol = state.used.get(reference);
      if (symbol?.kind === 'definition') return choiceField(state, symbol.declaration.value, depth + 1);
      return symbol?.kind === 'fact' || symbol?.kind === 'itemField' || symbol?.kind === 'parameter'
        ? symbol
        : undefined;
    }
    case 'Shift':
      return choiceField(state, expression.of, depth + 1);
    case 'ReadingExpression': {
      const first = expression.rows[0];
      return first === undefined ? undefined : choiceField(state, first.value, depth + 1);
    }
    default:
      return undefined;
  }
}

function resolveLadder(state: Resolving, ladder: Ladder, context: Context): void {
  if (ladder.range.kind === 'sinceFact') lookUpValue(state, ladder.range.fact, context);
  if (ladder.peak !== undefined) lookUpValue(state, ladder.peak.fact, context);
}

function resolveClauseValue(state: Resolving, { clause, at }: ClauseValue): void {
  const { scopes } = state;
  const symbol = lookUp(state, scopes.values, clause, 'clause');
  if (at.kind === 'beforeBlock' || at.kind === 'afterBlock') lookUp(state, scopes.blocks, at.block, 'block');
  if (at.kind === 'line' && symbol?.kind === 'clause')
    lookUp(state, scopes.labelsOf.get(symbol) ?? new Map(), at.label, 'label');
}

/** A reading and the choices its alternatives name. */
export function resolveReadingRows(
  state: Resolving,
  reading: Reference,
  rows: readonly { readonly choices: readonly Reference[] }[],
): void {
  const symbol = lookUp(state, state.scopes.readings, reading, 'reading');
  const space = symbol === undefined ? undefined : state.scopes.choicesOf.get(symbol);
  if (space === undefined) return;
  for (const row of rows) for (const choice of row.choices) lookUp(state, space, choice, 'choice');
}
