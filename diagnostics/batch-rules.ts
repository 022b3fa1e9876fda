/** Catalogue JT409x, continued: examples of several applicants. R11, R22. */
import { diagnostic } from './diagnostic.ts';

export const ExpectedOfNobody = diagnostic(() => ({
  code: 'JT4097',
  severity: 'error',
  zh: { message: () => '有几个申报者的示例里，不知道这一行说的是谁', help: () => '把“得 …”写进那个“申报者”的大括号里' },
  en: {
    message: () => 'in an example of several applicants it is not said of whom this is expected',
    help: () => 'move the “expect” line into the braces of that applicant',
  },
}));

export const ApplicantTwice = diagnostic<{ name: string }>(() => ({
  code: 'JT4098',
  severity: 'error',
  zh: { message: (p) => `申报者“${p.name}”写了两次`, help: () => '合成一个，或另起一个名字' },
  en: {
    message: (p) => `the applicant "${p.name}" stands twice`,
    help: () => 'make them one, or give one another name',
  },
}));

export const ApplicantWithin = diagnostic(() => ({
  code: 'JT4099',
  severity: 'error',
  zh: { message: () => '申报者里面不能再有申报者', help: () => '把它并排写在示例里' },
  en: {
    message: () => 'an applicant cannot stand within another',
    help: () => 'write it beside the other, in the example',
  },
}));

export const OrderWithoutQueue = diagnostic(() => ({
  code: 'JT4069',
  severity: 'error',
  zh: {
    message: () => '按比例分配没有先后，这个次序不起作用',
    help: () => '删去次序；若确有先后，把分配方式写成“先到先得”“先到先得整笔”或“按名次”',
  },
  en: {
    message: () => 'shares in proportion have no order, so this one does nothing',
    help: () => 'remove the order, or share by “first come”, “first come whole” or “by rank”',
  },
}));
