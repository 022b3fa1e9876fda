/** Catalogue JT49xx: limits of size that show only when a policy is written out in full. Chapter on limits of spec/language.md. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

export const PolicyTooLarge = diagnostic<{ readonly limit: number }>(() => ({
  code: 'JT4901',
  severity: 'error',
  zh: {
    message: ({ limit }) => `把定义和口径逐一展开后，政策超过 ${limit} 步计算`,
    help: () => '减少定义中套用定义、口径中套用口径的层数，或拆成几个条款',
  },
  en: {
    message: ({ limit }) => `with its definitions and readings written out, the policy has more than ${limit} steps`,
    help: () => 'use fewer definitions within definitions and readings within readings, or split the policy',
  },
}));

export const PolicyTooDeep = diagnostic<{ readonly limit: number }>(() => ({
  code: 'JT4902',
  severity: 'error',
  zh: {
    message: ({ limit }) => `算式套了 ${limit} 层以上`,
    help: () => '把里层的算式写成定义或单独的条款，或把长串的加减改成合计',
  },
  en: {
    message: ({ limit }) => `the expression is nested more than ${limit} deep`,
    help: () => 'move inner parts into clauses of their own, or shorten the chain of operations',
  },
}));

/** The IR has one value of it for the whole policy. */
export const HeadLineCannotVary = diagnostic<{ readonly line: Bilingual }>(() => ({
  code: 'JT4903',
  severity: 'error',
  zh: {
    message: ({ line }) => `政策开头的“${line.zh}”不能随口径变化`,
    help: () => '把它移到“按口径”之外；只有兑付、基期为零、未知填报、与其他政策就高不重复可随口径变化',
  },
  en: {
    message: ({ line }) => `“${line.en}” in the policy head cannot hang on a reading`,
    help: () =>
      'move it out of “by reading”; only pay, growth from zero, unknown facts and no duplication with other policies may vary',
  },
}));

export const ClauseLineCannotVary = diagnostic<{ readonly line: Bilingual }>(() => ({
  code: 'JT4904',
  severity: 'error',
  zh: {
    message: ({ line }) => `“${line.zh}”说的是整个条款，不能随口径变化`,
    help: () => '把这一行移到“按口径”之外；若确实两样，写成两个条款',
  },
  en: {
    message: ({ line }) => `“${line.en}” speaks of the whole clause and cannot hang on a reading`,
    help: () => 'move the line out of “by reading”; if it must differ, write two clauses',
  },
}));

export const SharedCapCannotVary = diagnostic<{ readonly reading: string }>(() => ({
  code: 'JT4905',
  severity: 'error',
  zh: {
    message: ({ reading }) => `合计封顶的期间随口径“${reading}”变化`,
    help: () => '写成两个合计封顶，各加“仅限口径”一行',
  },
  en: {
    message: ({ reading }) => `the period of this shared cap hangs on reading “${reading}”`,
    help: () => 'write two shared caps, each with `only under reading`',
  },
}));

export const ProductTooLong = diagnostic<{ readonly limit: number }>(() => ({
  code: 'JT4906',
  severity: 'error',
  zh: {
    message: ({ limit }) => `连乘连除的数超过 ${limit} 个（用到的定义和条款里的也算）`,
    help: () => '减少连乘连除的层数；一个定义每用一次，它里面的数就多乘一次',
  },
  en: {
    message: ({ limit }) =>
      `more than ${limit} figures are multiplied or divided here, those of the definitions and clauses it uses included`,
    help: () => 'use fewer factors; each use of a definition multiplies all of its figures once more',
  },
}));

export const TooManyFacts = diagnostic<{ readonly count: number; readonly limit: number }>(() => ({
  code: 'JT4907',
  severity: 'error',
  zh: {
    message: ({ count, limit }) => `填报项和参数共有 ${count} 个，最多 ${limit} 个`,
    help: () => '检查是否重复粘贴；同类的多项写成“每个 … { }”清单',
  },
  en: {
    message: ({ count, limit }) => `there are ${count} facts and parameters, at most ${limit} are allowed`,
    help: () => 'check for something pasted again and again; things of one kind belong into a list, “each … { }”',
  },
}));
