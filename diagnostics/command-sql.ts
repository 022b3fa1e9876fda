/** What `jieti emit sql` cannot write: told by name and place, for a query that leaves something out would be silently wrong. */
import type { Bilingual } from './diagnostic.ts';
import { diagnostic } from './diagnostic.ts';

export const NotInSql = diagnostic<{ clause: string; construct: Bilingual }>(() => ({
  code: 'JT8060',
  severity: 'error',
  zh: {
    message: (p) => `条款“${p.clause}”里的${p.construct.zh}还不能写成 SQL`,
    help: () => '用 jieti assess 或 jieti build 生成的评定程序计算这份政策',
  },
  en: {
    message: (p) => `${p.construct.en} in the clause "${p.clause}" cannot be written in SQL yet`,
    help: () => 'assess this policy with jieti assess, or with the evaluator that jieti build emits',
  },
}));

export const TooManyDigits = diagnostic<{ clause: string; digits: number }>(() => ({
  code: 'JT8061',
  severity: 'error',
  zh: {
    message: (p) => `条款“${p.clause}”里这一步的数要${p.digits}位，SQL 的精确小数最多 38 位`,
    help: () => '给填报的数写明范围（在…至…），或减少小数位',
  },
  en: {
    message: (p) =>
      `a figure in the clause "${p.clause}" takes ${p.digits} digits; exact decimals of SQL have 38 at most`,
    help: () => 'state bounds for the facts it is made of (from … to …), or fewer decimals',
  },
}));

export const NoEmitTarget = diagnostic<{ name: string; known: string }>(() => ({
  code: 'JT8062',
  severity: 'error',
  zh: {
    message: (p) => `不能生成“${p.name}”`,
    help: (p) => `可以生成的有：${p.known}`,
  },
  en: {
    message: (p) => `there is no target "${p.name}"`,
    help: (p) => `targets are: ${p.known}`,
  },
}));
