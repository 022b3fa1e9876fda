import type { Report } from '../../diagnostics/diagnostic.ts';
import type { HeadLine, PolicyFile } from '../../grammar/ast.ts';
import { dependencyOrder } from '../dependency-order.ts';
import { declaredUnits } from '../resolve/declared-units.ts';
import { dependenciesOf, isComputed } from '../resolve/dependencies.ts';
import type { Names } from '../resolve/names.ts';
import type { ClauseSymbol } from '../resolve/symbol.ts';
import { declarationsOf } from '../walk.ts';
import { checkClause } from './check-clause.ts';
import { checkBlock, checkDeclarations, declaredType } from './check-declarations.ts';
import { checkExample } from './check-example.ts';
import { inferExpression } from './check-expression.ts';
import type { Checking } from './checking.ts';
import { errorType } from './type.ts';
import type { ClauseType, Types } from './types.ts';

/** Gives every expression its type. Needs `resolve`; leaves the tree as it was. Clauses and definitions come after those they name. */
export function check(file: PolicyFile, names: Names, report: Report): Types {
  const state: Checking = {
    names,
    report,
    currency: currencyOf(file),
    units: declaredUnits(names),
    expressions: new Map(),
    fields: new Map(),
    clauses: new Map(),
    notYearly: new Set(),
    infer: (expression) => inferExpression(state, expression),
  };
  for (const symbol of names.symbols)
    if (symbol.kind === 'fact' || symbol.kind === 'itemField' || symbol.kind === 'parameter')
      state.fields.set(symbol, declaredType(state, symbol.declaration.type));
  checkDeclarations(state, file);
  const needs = (symbol: Parameters<typeof dependenciesOf>[1]) => dependenciesOf(names, symbol).map(({ on }) => on);
  for (const symbol of dependencyOrder(names.symbols.filter(isComputed), needs))
    if (symbol.kind === 'definition') state.infer(symbol.declaration.value);
    else state.clauses.set(symbol, unlessLost(file, symbol, checkClause(state, symbol.declaration)));
  for (const block of declarationsOf(file, 'BlockDeclaration')) checkBlock(state, block);
  for (const example of declarationsOf(file, 'ExampleDeclaration')) checkExample(state, example);
  return { expressions: state.expressions, fields: state.fields, clauses: state.clauses };
}

/** The amount of a clause without amount line may have stood on a line that could not be read. */
function unlessLost(file: PolicyFile, { name }: ClauseSymbol, found: ClauseType): ClauseType {
  return found.type === undefined && file.lost?.has(name.id) ? { ...found, type: errorType } : found;
}

/** The policy's currency, `CNY` while the head does not say. */
export function currencyOf(file: PolicyFile): string {
  const lines: readonly HeadLine[] = declarationsOf(file, 'PolicyHead').flatMap((head) => head.lines);
  const line = lines.find((one) => one.kind === 'CurrencyLine');
  return line?.kind === 'CurrencyLine' ? line.currency : 'CNY';
}
