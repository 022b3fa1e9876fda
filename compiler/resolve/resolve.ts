import type { Report } from '../../diagnostics/diagnostic.ts';
import type {
  BlockDeclaration,
  ClauseDeclaration,
  ClauseLine,
  Definition,
  EachHeader,
  FactsDeclaration,
  FieldDeclaration,
  HeadLine,
  ListDeclaration,
  ParameterDeclaration,
  PaymentPlan,
  PolicyFile,
  Reference,
  Scope,
  TypeExpression,
} from '../../grammar/ast.ts';
import { dependencyOrder } from '../dependency-order.ts';
import {
  declarationsOf,
  eachHeaders,
  everyExpression,
  expressionsOfPlan,
  expressionsOn,
  isEffectLine,
  keysOf,
  orderOfItems,
} from '../walk.ts';
import { declare } from './declare.ts';
import { type Context, lookUp, lookUpValue, type Resolving } from './look-up.ts';
import type { Names } from './names.ts';
import { resolveExample } from './resolve-example.ts';
import { fieldSpace, resolveExpression, resolveOrder, resolveReadingRows } from './resolve-expression.ts';
import { indexOf } from './scope.ts';
import type { ClauseSymbol, DefinitionSymbol, ListSymbol, PolicySymbol } from './symbol.ts';

/** Gives every use of a name its symbol. Needs a tree from `parse`; leaves it as it was. */
export function resolve(file: PolicyFile, report: Report): Names {
  const { scopes, symbols, declared, subject } = declare(file, report);
  const state: Resolving = {
    scopes,
    anywhere: indexOf(scopes),
    subject,
    used: new Map(),
    itemDefinitions: new Map(),
    outside: new Map(),
    lost: file.lost ?? new Set(),
    report,
    unknown: new Set(),
  };
  resolveDefinitions(state, declarationsOf(file, 'Definition'), declared);
  for (const declaration of file.declarations) {
    switch (declaration.kind) {
      case 'PolicyHead':
        resolveHeadLines(state, declaration.lines);
        break;
      case 'FactsDeclaration':
        resolveFacts(state, declaration, declared);
        break;
      case 'ParameterDeclaration':
        resolveParameter(state, declaration);
        break;
      case 'ClauseDeclaration':
        resolveClause(state, declaration, declared.get(declaration.name));
        break;
      case 'BlockDeclaration':
        resolveBlock(state, declaration);
        break;
      case 'ExampleDeclaration':
        resolveExample(state, declaration);
        break;
      case 'UnitDeclaration':
      case 'Definition':
      case 'ReadingDeclaration':
        break;
    }
  }
  const { used, itemDefinitions } = state;
  const names = { symbols, used, declared, itemDefinitions };
  return subject === undefined ? names : { ...names, subject };
}

const outside: Context = { items: [] };

/**
 * Definitions come first and each after those it uses, because whether one speaks of an item depends on them. A cycle is cut here and
 * reported by its own rule.
 */
function resolveDefinitions(state: Resolving, definitions: readonly Definition[], declared: Names['declared']): void {
  const symbols = definitions.map(({ name }) => declared.get(name)).filter((one) => one?.kind === 'definition');
  const needs = (symbol: DefinitionSymbol) =>
    everyExpression(symbol.declaration.value).flatMap((part) => {
      const reference = part.kind === 'ReferenceExpression' ? part.reference : undefined;
      const named = part.kind === 'FieldExpression' ? part.field : reference;
      const used = named === undefined ? undefined : state.scopes.values.get(named.text);
      return used?.kind === 'definition' ? [used] : [];
    });
  for (const symbol of dependencyOrder(symbols, needs))
    resolveExpression(state, symbol.declaration.value, { items: [], definition: symbol });
}

function resolveHeadLines(state: Resolving, lines: readonly HeadLine[]): void {
  for (const line of lines) {
    if (line.kind === 'PaymentLine' && line.rounding !== undefined)
      resolveExpression(state, line.rounding.step, outside);
    if (line.kind !== 'ReadingChoice') continue;
    resolveReadingRows(state, line.reading, line.rows);
    for (const row of line.rows) resolveHeadLines(state, row.body);
  }
}

function resolveFacts(state: Resolving, facts: FactsDeclaration, declared: Names['declared']): void {
  for (const field of facts.fields)
    if (field.kind === 'ListDeclaration') resolveList(state, field, declared.get(field.name));
    else resolveFieldDeclaration(state, field, outside);
}

function resolveList(state: Resolving, declaration: ListDeclaration, list: PolicySymbol | undefined): void {
  if (list?.kind !== 'list') return;
  for (const key of declaration.key) lookUp(state, fieldSpace(state, list), key, 'itemField');
  for (const field of declaration.fields) resolveFieldDeclaration(state, field, { items: [list] });
}

function resolveFieldDeclaration(state: Resolving, field: FieldDeclaration, context: Context): void {
  resolveType(state, field.type);
  if (field.yearly?.since !== undefined) lookUpValue(state, field.yearly.since, context);
  if (field.bounds?.low !== undefined) resolveExpression(state, field.bounds.low, context);
  if (field.bounds?.high !== undefined) resolveExpression(state, field.bounds.high, context);
}

function resolveType(state: Resolving, type: TypeExpression): void {
  if (type.kind === 'QuantityType') lookUp(state, state.scopes.units, type.unit, 'unit');
  if (type.kind === 'CountType' && type.unit !== undefined) lookUp(state, state.scopes.units, type.unit, 'unit');
  if (type.kind !== 'CompoundType') return;
  resolveType(state, type.of);
  for (const unit of type.per) if (unit.kind === 'Unit') lookUp(state, state.scopes.units, unit.name, 'unit');
}

function resolveParameter(state: Resolving, parameter: ParameterDeclaration): void {
  resolveType(state, parameter.type);
  for (const { value } of parameter.rows) if (value !== undefined) resolveExpression(state, value, outside);
}

function resolveClause(state: Resolving, clause: ClauseDeclaration, symbol: PolicySymbol | undefined): void {
  const goes = goneThrough(state, clause);
  const context: Context = goes === undefined ? ofClause(symbol) : { goneThrough: goes, ...ofClause(symbol) };
  const list = clause.each === undefined ? undefined : resolveEach(state, clause.each, context);
  const inside: Context = list === undefined ? context : { ...context, items: [list], perItem: true };
  resolveItemLines(state, clause.lines, inside, context);
}

function ofClause(symbol: PolicySymbol | undefined): Context {
  return symbol?.kind === 'clause' ? { items: [], clause: symbol as ClauseSymbol } : outside;
}

/** Lines on all items together may put them in order, and then speak of each again. */
function goneThrough(state: Resolving, clause: ClauseDeclaration): ListSymbol | undefined {
  const [each] = eachHeaders(clause);
  const owner = each === undefined ? undefined : state.scopes.owners.get(each.list.text);
  return owner?.kind === 'list' ? owner : undefined;
}

/** R2, R20: from the first line of an item clause that acts on the applicant, no item is at hand any more. */
function resolveItemLines(state: Resolving, lines: readonly ClauseLine[], inside: Context, wider: Context): Context {
  let here = inside;
  for (const line of lines) {
    if (line.kind === 'ReadingChoice') {
      resolveReadingRows(state, line.reading, line.rows);
      const ends = line.rows.map((row) => resolveItemLines(state, row.body, here, wider));
      if (ends.includes(wider)) here = wider;
      continue;
    }
    if (actsOnSubject(state, line)) here = wider;
    resolveLine(state, line, here);
  }
  return here;
}

function actsOnSubject(state: Resolving, line: ClauseLine): boolean {
  if (line.kind === 'BudgetLine') return true;
  if (line.kind !== 'CapLine' && line.kind !== 'OnceLine') return false;
  return line.scopes.some((scope) => {
    if (scope.kind !== 'PerSubject') return false;
    const { owners, values } = state.scopes;
    const { text } = scope.name;
    return (owners.get(text) ?? values.get(text))?.kind !== 'list';
  });
}

/** Returns the list, so that the lines below can speak of its items. */
function resolveEach(state: Resolving, each: EachHeader, context: Context): ListSymbol | undefined {
  const list = lookUp(state, state.scopes.owners, each.list, 'list');
  if (list?.kind !== 'list') return undefined;
  if (each.on !== undefined) lookUp(state, fieldSpace(state, list), each.on, 'itemField');
  if (each.where !== undefined) resolveExpression(state, each.where, { ...context, items: [list, ...context.items] });
  return list;
}

function resolveLine(state: Resolving, line: ClauseLine, context: Context): void {
  if (isEffectLine(line)) for (const reading of line.readings) lookUp(state, state.scopes.readings, reading, 'reading');
  switch (line.kind) {
    case 'EachBlock': {
      const list = resolveEach(state, line.each, context);
      const inside: Context =
        list === undefined ? context : { ...context, items: [list, ...context.items], perItem: true };
      for (const inner of line.lines) resolveLine(state, inner, inside);
      return;
    }
    case 'ReadingChoice':
      resolveReadingRows(state, line.reading, line.rows);
      for (const row of line.rows) for (const inner of row.body) resolveLine(state, inner, context);
      return;
    case 'DatedByLine':
      if (line.field !== undefined) lookUpValue(state, line.field, context);
      return;
    case 'PaymentPlan':
      resolvePlan(state, line, context);
      return;
    case 'CapLine':
    case 'BudgetLine':
    case 'OnceLine':
      resolveScopes(state, line.scopes);
  }
  const keys = keysOf(orderOfItems(line));
  const { goneThrough: list } = context;
  const ofItem = list === undefined ? context : { ...context, items: [list] };
  for (const expression of expressionsOn(line))
    resolveExpression(state, expression, keys.includes(expression) ? ofItem : context);
  resolveOrder(state, line.kind === 'BudgetLine' ? line.order : orderOfItems(line));
}

/** The most of one year is the applicant's, of all items together. */
function resolvePlan(state: Resolving, plan: PaymentPlan, context: Context): void {
  const { perItem: _applicant, ...whole } = context;
  const wider: Context = { ...whole, items: [] };
  for (const expression of expressionsOfPlan(plan))
    resolveExpression(state, expression, expression === plan.most?.amount ? wider : context);
}

function resolveScopes(state: Resolving, scopes: readonly Scope[]): void {
  for (const scope of scopes) if (scope.kind === 'PerSubject') resolveOwner(state, scope.name);
}

/** What applicants share may be a fact of theirs: `per group`. */
function resolveOwner(state: Resolving, name: Reference): void {
  const { owners, values } = state.scopes;
  if (!owners.has(name.text) && values.get(name.text)?.kind === 'fact') lookUp(state, values, name, 'fact');
  else lookUp(state, owners, name, 'subject', 'list');
}

function resolveBlock(state: Resolving, { block, under }: BlockDeclaration): void {
  resolveMembers(state, block.members);
  resolveScopes(state, block.scopes);
  if (block.kind === 'GroupCapBlock') resolveExpression(state, block.amount, outside);
  else if (block.by !== undefined) lookUpValue(state, block.by, { items: listsOf(state, block.scopes) });
  if (under !== undefined) resolveReadingRows(state, under.reading, [under]);
}

/** Of a rule for each item, the item's own choice. */
function listsOf(state: Resolving, scopes: readonly Scope[]): readonly ListSymbol[] {
  return scopes.flatMap((scope) => {
    const symbol = scope.kind === 'PerSubject' ? state.used.get(scope.name) : undefined;
    return symbol?.kind === 'list' ? [symbol] : [];
  });
}

function resolveMembers(state: Resolving, members: readonly Reference[]): void {
  for (const member of members) lookUp(state, state.scopes.values, member, 'clause');
}
