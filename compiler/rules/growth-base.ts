import { NoGrowthBase } from '../../diagnostics/rules.ts';
import type { HeadLine } from '../../grammar/ast.ts';
import { declarationsOf, everyExpression, rootsOf } from '../walk.ts';
import { hasUnread, type Rule } from './rule.ts';

/** R8: as soon as growth is used, the head says what growth from zero is. One message, at the first use. */
export const growthBase: Rule = (analysis, report) => {
  const { file } = analysis;
  const heads = declarationsOf(file, 'PolicyHead');
  if (heads.some((head) => says(head.lines) || hasUnread(analysis, head.span))) return;
  if (heads.length === 0 && hasUnread(analysis)) return;
  for (const declaration of file.declarations)
    for (const root of rootsOf(declaration))
      for (const expression of everyExpression(root)) {
        if (expression.kind !== 'Growth') continue;
        report(NoGrowthBase, { span: expression.span }, {});
        return;
      }
};

function says(lines: readonly HeadLine[]): boolean {
  return lines.some((line) =>
    line.kind === 'ReadingChoice' ? line.rows.every((row) => says(row.body)) : line.kind === 'GrowthBaseLine',
  );
}
