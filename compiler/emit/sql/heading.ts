import type { ChoiceId, PolicyIr, ReadingId } from '../../../runtime/ir.ts';
import type { QueryWriter } from './query-writer.ts';
import { comment } from './quoting.ts';

/** What a reader must know before the query: for what year, under which readings, and what the tables are taken to hold. */
export function queryHeading(
  { ir, year, language, dialect, origins }: QueryWriter,
  given: PolicyIr,
  chosen: Readonly<Record<ReadingId, ChoiceId>>,
): string {
  const zh = language === 'zh';
  const name = (zh ? ir.names.zh : undefined) ?? ir.id;
  const readings = given.readings.map(({ id, default: usual }) => `${id}=${chosen[id] ?? usual}`);
  const lines = zh
    ? [
        `${name}（${ir.id}）${year}年单年评定，${dialect.name}；由 jieti 从政策生成，要改请改政策`,
        `政策指纹 ${origins.policyDigest}`,
        ...(readings.length === 0 ? [] : [`口径 ${readings.join(' ')}`]),
        '填报表用 jieti emit sql --tables 所列的形式；不知道的填 NULL，结果为 undetermined（待定）',
        '获奖表 award 视为齐全：表里没有的就是没有给过；金额为预算分配之前的数额',
        'status 与评定程序同义；amount 为准确数，payable 为兑付数，least、most 为下限、上限',
      ]
    : [
        `${name} (${ir.id}), assessed for ${year}, ${dialect.name}; emitted by jieti from the policy: change the policy, not this`,
        `policy digest ${origins.policyDigest}`,
        ...(readings.length === 0 ? [] : [`readings ${readings.join(' ')}`]),
        'facts stand in the tables that jieti emit sql --tables lists; what is not known is NULL, and its result undetermined',
        'the table award is taken as complete: what is not in it was not given; amounts are those before budgets are shared',
        'status is as the evaluator says; amount is exact, payable what is paid, least and most their ends',
      ];
  return lines.map(wrapped).join('\n');
}

/** Long lists over several lines. */
function wrapped(text: string): string {
  const words = text.split(' ');
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + word.length > 110) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map(comment).join('\n');
}
