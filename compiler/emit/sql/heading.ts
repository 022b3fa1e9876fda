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
        ...leftOut(ir, zh),
        'status 与评定程序同义；amount 为准确数，payable 为兑付数，least、most 为下限、上限',
      ]
    : [
        `${name} (${ir.id}), assessed for ${year}, ${dialect.name}; emitted by jieti from the policy: change the policy, not this`,
        `policy digest ${origins.policyDigest}`,
        ...(readings.length === 0 ? [] : [`readings ${readings.join(' ')}`]),
        'facts stand in the tables that jieti emit sql --tables lists; what is not known is NULL, and its result undetermined',
        'the table award is taken as complete: what is not in it was not given; amounts are those before budgets are shared',
        ...leftOut(ir, zh),
        'status is as the evaluator says; amount is exact, payable what is paid, least and most their ends',
      ];
  return lines.map(wrapped).join('\n');
}

/** What is settled elsewhere, clause by clause: the query says what there is to decide, and what there is to share. */
function leftOut({ clauses }: PolicyIr, zh: boolean): readonly string[] {
  const named = (test: (part: Part) => boolean) =>
    clauses
      .filter(({ statements }) => holds(statements, test))
      .map(({ id }) => id)
      .join(' ');
  const ceilings = named(({ kind }) => kind === 'ceiling');
  const budgets = named(({ kind, sharing }) => kind === 'budget' && sharing !== 'unlimited');
  const lines: string[] = [];
  if (ceilings !== '')
    lines.push(
      zh
        ? `不读核定：以下条款停在 grantedUpTo，从零到最高额，核定由 jieti run 读取： ${ceilings}`
        : `decisions on ceilings are not read: these clauses stay grantedUpTo, from 0 to the ceiling; jieti run reads decisions: ${ceilings}`,
    );
  if (budgets !== '')
    lines.push(
      zh
        ? `不分配总额：以下条款的数额是对总额的申请，由 jieti run 分配： ${budgets}`
        : `budgets are not shared: of these clauses the amount is the claim on the budget, which jieti run shares out: ${budgets}`,
    );
  return lines;
}

interface Part {
  readonly kind?: unknown;
  readonly sharing?: unknown;
}

/** Whether some part of the tree, however deep, is one of those. */
function holds(tree: unknown, test: (part: Part) => boolean): boolean {
  if (typeof tree !== 'object' || tree === null) return false;
  return test(tree) || Object.values(tree).some((part) => holds(part, test));
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
