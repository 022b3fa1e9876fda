/** Catalogue JT4044–JT4047: a figure raised or lowered. D5. */
import { diagnostic } from './diagnostic.ts';

/** Both may hold: 20% and 30% together come to 50%, one on the other to 56%, the higher to 30%. */
export const RaisedTwice = diagnostic(() => ({
  code: 'JT4044',
  severity: 'error',
  zh: {
    message: () => '写了两次上浮；两个条件同时成立时，是相加、连乘，还是只取一个？',
    help: () =>
      '改用“按情形”：相加写“各行累加”，取高写“就高”，按次序写“先成立者”，例如：40万元 × (100% + 按情形，各行累加 { 甲 ： 20% ； 乙 ： 30% ； 其余 ： 0% })',
  },
  en: {
    message: () =>
      'raised twice; where both conditions hold, are they added, taken one on the other, or only one of them?',
    help: () =>
      'use “by case”: “each row” adds them, “the highest” takes the higher, “the first” goes by order, such as: 400,000 CNY × (100% + by case, each row { A : 20% ; B : 30% ; otherwise : 0% })',
  },
}));

/** 50% raised by 10%: 55% or 60%? */
export const ShareRaisedByShare = diagnostic(() => ({
  code: 'JT4045',
  severity: 'error',
  zh: {
    message: () => '比例上浮百分之几，有两种读法：50% 上浮 10%，是 55% 还是 60%？',
    help: () => '加百分点写“上浮 10个百分点”；按倍数写成乘积，例如：50% × 按 是否 { 是 ： 110% ； 否 ： 100% }',
  },
  en: {
    message: () => 'a percentage raised by a percentage can be read in two ways: is 50% raised by 10% 55%, or 60%?',
    help: () =>
      'to add points write “raised by 10 percentage points”; for a multiple write the product, such as: 50% × by FACT { yes : 110% ; no : 100% }',
  },
}));

/** 上浮 -150%. */
export const RaisedBelowZero = diagnostic<{
  readonly lowers: boolean;
  /** Times a hundred, without its sign. */
  readonly figure: string;
  readonly points: boolean;
}>(() => ({
  code: 'JT4046',
  severity: 'error',
  zh: {
    message: ({ lowers }) => (lowers ? '下浮的数是负的' : '上浮的数是负的'),
    help: ({ lowers, figure, points }) =>
      `${lowers ? '提高写“上浮' : '降低写“下浮'} ${figure}${points ? '个百分点' : '%'}”`,
  },
  en: {
    message: ({ lowers }) => (lowers ? 'lowered by a negative figure' : 'raised by a negative figure'),
    help: ({ lowers, figure, points }) =>
      `to ${lowers ? 'raise' : 'lower'} it write “${lowers ? 'raise' : 'lower'} by ${figure}${points ? ' percentage points' : '%'}”`,
  },
}));

/** 下浮 150%. */
export const LoweredBelowNothing = diagnostic<{ readonly figure: string }>(() => ({
  code: 'JT4047',
  severity: 'error',
  zh: {
    message: ({ figure }) => `下浮 ${figure}%，比全部还多`,
    help: () => '下浮的数不超过 100%；改为原来的几成，写“金额 的 60%”',
  },
  en: {
    message: ({ figure }) => `lowered by ${figure}%, which is more than all of it`,
    help: () => 'lower by 100% at most; for a share of what it was write “60% of” it',
  },
}));
