import { Unused } from '../../diagnostics/rules.ts';
import type { Span } from '../../diagnostics/span.ts';
import { type Term, terms } from '../../diagnostics/terms.ts';
import type { PolicyFile, Reference } from '../../grammar/ast.ts';
import type { Names } from '../resolve/names.ts';
import { bothNames } from '../resolve/scope.ts';
import type { PolicySymbol } from '../resolve/symbol.ts';
import { declarationsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** Facts, lists, parameters, definitions and units that no line reads. An example that states one does not count. A policy without clauses is there for others to import from. */
export const unused: Rule = ({ file, names }, report) => {
  const used = usedOutsideExamples(file, names);
  const isLending = declarationsOf(file, 'ClauseDeclaration').length === 0;
  for (const symbol of names.symbols) {
    if (isLending && (symbol.kind === 'parameter' || symbol.kind === 'definition' || symbol.kind === 'unit')) continue;
    const term = termOf(symbol);
    if (term === undefined || used.has(symbol) || isFieldOfUnused(symbol, used)) continue;
    report(Unused, { span: symbol.name.span }, { name: bothNames(symbol.name), term });
  }
};

function usedOutsideExamples(file: PolicyFile, names: Names): ReadonlySet<PolicySymbol> {
  const examples = declarationsOf(file, 'ExampleDeclaration').map(({ span }) => span);
  const used = new Set<PolicySymbol>();
  for (const [reference, symbol] of names.used) {
    if (used.has(symbol) || isWithin(examples, reference)) continue;
    used.add(symbol);
    if (symbol.kind === 'itemField') used.add(symbol.list);
  }
  return used;
}

/** Whether a reference stands in one of several stretches, which are in written order. */
function isWithin(stretches: readonly Span[], { span }: Reference): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.start <= span.start) low = middle + 1;
    else high = middle;
  }
  return low > 0 && span.end <= stretches[low - 1]!.end;
}

function termOf(symbol: PolicySymbol): Term | undefined {
  const { kind } = symbol;
  if (kind === 'itemField') return terms.fact;
  const warned = kind === 'fact' || kind === 'list' || kind === 'parameter' || kind === 'definition' || kind === 'unit';
  return warned ? terms[kind] : undefined;
}

/** One warning for the list says it for all its fields. */
function isFieldOfUnused(symbol: PolicySymbol, used: ReadonlySet<PolicySymbol>): boolean {
  return symbol.kind === 'itemField' && !used.has(symbol.list);
}
