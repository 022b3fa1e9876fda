import { InForceReversed, LineTwice, NoInForce, NoPolicyHead, TwoPolicyHeads } from '../../diagnostics/rules.ts';
import type { HeadLine, PolicyHead } from '../../grammar/ast.ts';
import { dayExists } from '../check/calendar-day.ts';
import { declarationsOf } from '../walk.ts';
import { hasUnread, type Rule } from './rule.ts';
import { headLineWords } from './words.ts';

/** A file holds one policy head, which says when the policy is in force; no line of it is said twice. */
export const policyHead: Rule = (analysis, report) => {
  const { file } = analysis;
  const [head, second] = declarationsOf(file, 'PolicyHead');
  if (head === undefined) {
    if (hasUnread(analysis)) return;
    const start = file.declarations[0]?.span.start ?? file.span.start;
    report(NoPolicyHead, { span: { start, end: start } }, {});
    return;
  }
  if (second !== undefined) {
    const notes = [{ span: head.name.span, text: { zh: '前一个在这里', en: 'the other one is here' } }];
    report(TwoPolicyHeads, { span: second.name.span }, {}, notes);
  }
  const inForce = allLines(head.lines).filter((line) => line.kind === 'InForceLine');
  if (inForce.length === 0 && !hasUnread(analysis, head.span)) report(NoInForce, { span: head.name.span }, {});
  for (const line of inForce)
    if (
      line.to !== undefined &&
      [line.from, line.to].every(({ value }) => dayExists(value)) &&
      line.to.value < line.from.value
    )
      report(InForceReversed, { span: line.to.span }, { from: line.from.value, to: line.to.value });
  for (const line of repeated(head)) report(LineTwice, { span: line.span }, { line: headLineWords(line) });
};

function allLines(lines: readonly HeadLine[]): readonly HeadLine[] {
  return lines.flatMap((line) =>
    line.kind === 'ReadingChoice' ? line.rows.flatMap((row) => allLines(row.body)) : [line],
  );
}

/** A line that hangs on a reading counts for each kind of line in it, once. */
function repeated(head: PolicyHead): readonly HeadLine[] {
  const seen = new Set<string>();
  const found: HeadLine[] = [];
  for (const line of head.lines) {
    const kinds = new Set(allLines([line]).map((one) => one.kind));
    kinds.delete('RemarkLine');
    kinds.delete('ContinuesLine');
    if ([...kinds].some((kind) => seen.has(kind))) found.push(line);
    for (const kind of kinds) seen.add(kind);
  }
  return found;
}
