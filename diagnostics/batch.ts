/** What can keep a batch from sharing a pool. */
import { diagnostic } from './diagnostic.ts';

const zhList = (subjects: readonly string[]) => subjects.slice(0, 10).join('、');
const enList = (subjects: readonly string[]) => subjects.slice(0, 10).join(', ');

export const PoolOfSeveralAmounts = diagnostic<{ clause: string }>(() => ({
  code: 'JT7301',
  severity: 'error',
  zh: {
    message: (p) => `${p.clause} 的总额不是同一个确定的数，不能分配`,
    help: () => '总额只能取自固定的数或已公布的参数，不能随申报主体而不同',
  },
  en: {
    message: (p) => `the budget of ${p.clause} is not one known amount and cannot be shared`,
    help: () => 'take it from a fixed figure or a published parameter: it cannot differ between applicants',
  },
}));

export const PoolHistoryOpen = diagnostic<{ clause: string }>(() => ({
  code: 'JT7302',
  severity: 'error',
  zh: {
    message: (p) => `${p.clause} 的总额管整个有效期，台账没有说明此前年度已付清单完整，不知道还剩多少`,
    help: () => '在台账里写明对所有申报主体（subject 为 “*”）完整的起止日期',
  },
  en: {
    message: (p) =>
      `the budget of ${p.clause} is for the whole term, and the ledger does not say that it is complete for earlier years: what is left is unknown`,
    help: () => 'state in the ledger from when to when it is complete for all applicants (subject "*")',
  },
}));

export const PoolKeyOpen = diagnostic<{ clause: string; subjects: readonly string[] }>(() => ({
  code: 'JT7303',
  severity: 'error',
  zh: {
    message: (p) => `${p.clause} 的先后次序未定：${zhList(p.subjects)} 没有用来排序的那一项`,
    help: () => '补上那一项填报；或把这些申报主体移出本批',
  },
  en: {
    message: (p) => `the order of ${p.clause} is open: ${enList(p.subjects)} lack what it is ordered by`,
    help: () => 'give that fact, or take these applicants out of the batch',
  },
}));

export const PoolClaimBoundless = diagnostic<{ clause: string; subjects: readonly string[] }>(() => ({
  code: 'JT7305',
  severity: 'warning',
  zh: {
    message: (p) => `${p.clause} 的总额还不能分配：${zhList(p.subjects)} 的申请额没有上限`,
    help: () => '补上所缺的填报；或在总额之前写封顶，没有查清的就按封顶预留；或把这些申报主体移出本批',
  },
  en: {
    message: (p) =>
      `the budget of ${p.clause} cannot be shared yet: the claims of ${enList(p.subjects)} have no upper end`,
    help: () =>
      'give the facts that are missing, or write a cap before the budget, at which an open claim is then reserved, or take these applicants out of the batch',
  },
}));
