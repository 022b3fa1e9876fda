import { PaidEveryYear } from '../../diagnostics/rules.ts';
import type { ClauseDeclaration, ClauseLine } from '../../grammar/ast.ts';
import { type Types, typeOf } from '../check/types.ts';
import { bothNames } from '../resolve/scope.ts';
import { declarationsOf, eachHeaders, everyExpression, everyLine, rootsOf } from '../walk.ts';
import { hasUnread, type Rule } from './rule.ts';

/**
 * R4: a clause whose outcome hangs on the year neither through a yearly figure nor through a date fact says `once` or
 * `every year`. Told on the amount line, where the money is.
 */
export const paidEveryYear: Rule = (analysis, report) => {
  const { file, names, types } = analysis;
  for (const clause of declarationsOf(file, 'ClauseDeclaration')) {
    const symbol = names.declared.get(clause.name);
    const type = symbol?.kind === 'clause' ? types.clauses.get(symbol) : undefined;
    if (type?.type === undefined || type.type.kind === 'error' || type.yearly) continue;
    if (hasErrors(types, clause) || hasUnread(analysis, clause.span)) continue;
    if (saysHowOften(clause.lines) || isDated(clause)) continue;
    const amount = everyLine(clause.lines).find((line) => line.kind === 'AmountLine');
    const list = eachHeaders(clause)[0]?.list.text;
    const name = bothNames(clause.name);
    if (amount !== undefined)
      report(PaidEveryYear, { span: amount.span }, list === undefined ? { clause: name } : { clause: name, list });
  }
};

/** What was not understood may well be what hangs on the year. */
function hasErrors(types: Types, clause: ClauseDeclaration): boolean {
  return rootsOf(clause).some((root) => everyExpression(root).some((part) => typeOf(types, part).kind === 'error'));
}

/** Under every reading, for an alternative that says nothing would pay again. */
function saysHowOften(lines: readonly ClauseLine[]): boolean {
  return lines.some((line) => {
    if (line.kind === 'EveryYearLine') return true;
    // So many items a year may be paid for every year.
    if (line.kind === 'OnceLine')
      return line.order === undefined || line.scopes.every(({ kind }) => kind !== 'PerYear');
    if (line.kind === 'EachBlock') return saysHowOften(line.lines);
    return line.kind === 'ReadingChoice' && line.rows.length > 0 && line.rows.every((row) => saysHowOften(row.body));
  });
}

/** The date of each item, or of the clause, lies in one period. */
function isDated(clause: ClauseDeclaration): boolean {
  if (everyLine(clause.lines).some((line) => line.kind === 'DatedByLine' && line.field !== undefined)) return true;
  const headers = eachHeaders(clause);
  return headers.length > 0 && headers.every((each) => each.on !== undefined);
}
