import type { Report } from '../../diagnostics/diagnostic.ts';
import { ListNeedsKey } from '../../diagnostics/rules.ts';
import type { ClauseLine, Reference, Scope } from '../../grammar/ast.ts';
import type { Names } from '../resolve/names.ts';
import { declarationsOf, everyExpression, everyLine, expressionsOfKind, expressionsOn } from '../walk.ts';
import type { Rule } from './rule.ts';

/** R4, R10: where the ledger or a conflict asks for the same item again, the list says how an item is known. */
export const listKeys: Rule = ({ file, names }, report) => {
  const asksAnywhere = expressionsOfKind(file, 'PaidUnder').some(({ forItem }) => forItem);
  for (const clause of declarationsOf(file, 'ClauseDeclaration')) {
    const needKey = (list: Reference) => requireKey(names, list, report);
    for (const line of everyLine(clause.lines)) {
      if (line.kind === 'OnceLine') itemScopes(line.scopes).forEach(needKey);
      if (line.kind === 'CapLine' && line.scopes.some(reachesBack)) itemScopes(line.scopes).forEach(needKey);
      if (asksAnywhere && clause.each !== undefined && asksLedger(line)) needKey(clause.each.list);
    }
  }
  for (const { block } of declarationsOf(file, 'BlockDeclaration'))
    for (const list of itemScopes(block.scopes)) requireKey(names, list, report);
};

function asksLedger(line: ClauseLine): boolean {
  return expressionsOn(line).some((root) =>
    everyExpression(root).some((part) => part.kind === 'PaidUnder' && part.forItem),
  );
}

function itemScopes(scopes: readonly Scope[]): readonly Reference[] {
  return scopes.flatMap((scope) => (scope.kind === 'PerSubject' ? [scope.name] : []));
}

function reachesBack({ kind }: Scope): boolean {
  return kind === 'Ever' || kind === 'WhileInForce' || kind === 'OverYears';
}

function requireKey(names: Names, reference: Reference, report: Report): void {
  const symbol = names.used.get(reference);
  if (symbol?.kind !== 'list' || symbol.declaration.key.length > 0) return;
  report(ListNeedsKey, { span: reference.span }, { list: reference.text }, [
    { span: symbol.name.span, text: { zh: '在这里声明', en: 'it is declared here' } },
  ]);
}
