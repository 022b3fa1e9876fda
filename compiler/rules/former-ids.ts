import { ContinuesItself, FormerIdTaken } from '../../diagnostics/sharing.ts';
import type { ClauseDeclaration, FormerlyLine, PolicyHead } from '../../grammar/ast.ts';
import { bothNames } from '../resolve/scope.ts';
import { declarationsOf, everyLine } from '../walk.ts';
import type { Rule } from './rule.ts';

/** R5: one award is the history of one clause, and a policy's own awards are its history without being said. */
export const formerIds: Rule = ({ file }, report) => {
  const clauses = declarationsOf(file, 'ClauseDeclaration');
  const claimed = new Map<string, ClauseDeclaration>();
  // A clause that does not say what it was called before was called as it is now.
  for (const clause of clauses) if (formerLine(clause) === undefined) claimed.set(clause.name.id, clause);
  for (const clause of clauses)
    for (const { value: id, span } of formerLine(clause)?.ids ?? []) {
      const other = claimed.get(id);
      if (other === undefined) claimed.set(id, clause);
      else report(FormerIdTaken, { span }, { id, clause: bothNames(other.name) });
    }
  for (const head of declarationsOf(file, 'PolicyHead')) tellOwn(head, report);
};

function formerLine({ lines }: ClauseDeclaration): FormerlyLine | undefined {
  return everyLine(lines).find((line) => line.kind === 'FormerlyLine');
}

function tellOwn({ name, lines }: PolicyHead, report: Parameters<Rule>[1]): void {
  for (const line of lines)
    if (line.kind === 'ContinuesLine' && line.policy.value === name.id)
      report(ContinuesItself, { span: line.policy.span }, { id: name.id });
}
