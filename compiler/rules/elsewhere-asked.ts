import { ElsewhereUnsaid } from '../../diagnostics/open-decisions.ts';
import type { Span } from '../../diagnostics/span.ts';
import type { HeadLine, PolicyFile } from '../../grammar/ast.ts';
import { declarationsOf, everyLine } from '../walk.ts';
import { hasUnread, type Rule } from './rule.ts';

/** R10, D19: what names a matter for other policies, or their awards, asks what is to be done about them. Told once, where it is first asked. */
export const elsewhereAsked: Rule = (analysis, report) => {
  const { file } = analysis;
  const heads = declarationsOf(file, 'PolicyHead');
  if (heads.length === 0 || heads.some((head) => says(head.lines) || hasUnread(analysis, head.span))) return;
  const asked = whereAsked(file);
  if (asked !== undefined) report(ElsewhereUnsaid, { span: asked }, {});
};

function says(lines: readonly HeadLine[]): boolean {
  return lines.some((line) =>
    line.kind === 'ReadingChoice' ? line.rows.every((row) => says(row.body)) : line.kind === 'ElsewhereLine',
  );
}

function whereAsked(file: PolicyFile): Span | undefined {
  const matters = declarationsOf(file, 'ClauseDeclaration')
    .flatMap(({ lines }) => everyLine(lines))
    .find((line) => line.kind === 'MatterLine');
  const own = declarationsOf(file, 'PolicyHead')
    .flatMap(({ lines }) => lines)
    .flatMap((line) => (line.kind === 'ContinuesLine' ? [line.policy.value] : []));
  const awards = declarationsOf(file, 'ExampleDeclaration')
    .flatMap(({ lines }) => lines)
    .find((line) => line.kind === 'LedgerOtherLine' && !own.includes(line.policy.value));
  return (matters ?? awards)?.span;
}
