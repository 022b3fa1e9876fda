import { NoGrowthBase } from '../../diagnostics/rules.ts';
import type { HeadLine } from '../../grammar/ast.ts';
import { declarationsOf, expressionsOfKind } from '../walk.ts';
import { hasUnread, type Rule } from './rule.ts';

/** R8: as soon as growth is used, the head says what growth from zero is. One message, at the first use. */
export const growthBase: Rule = (analysis, report) => {
  const { file } = analysis;
  const heads = declarationsOf(file, 'PolicyHead');
  if (heads.some((head) => says(head.lines) || hasUnread(analysis, head.span))) return;
  if (heads.length === 0 && hasUnread(analysis)) return;
  const [first] = expressionsOfKind(file, 'Growth');
  if (first !== undefined) report(NoGrowthBase, { span: first.span }, {});
};

function says(lines: readonly HeadLine[]): boolean {
  return lines.some((line) =>
    line.kind === 'ReadingChoice' ? line.rows.every((row) => says(row.body)) : line.kind === 'GrowthBaseLine',
  );
}
