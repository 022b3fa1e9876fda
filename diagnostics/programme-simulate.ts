/** JT83xx: what a change of a policy would bring about. */
import { diagnostic } from './diagnostic.ts';

export const FigureSettingForm = diagnostic<{ text: string }>(() => ({
  code: 'JT8301',
  severity: 'error',
  zh: {
    message: (p) => `--set 的写法不对：${p.text}`,
    help: () => '写成 --set 路径=数，如 --set art3.cap=60万元；可以改的数见 jieti simulate POLICY --paths',
  },
  en: {
    message: (p) => `--set is written wrongly: ${p.text}`,
    help: () =>
      'write --set PATH=FIGURE, like --set art3.cap=60万元; jieti simulate POLICY --paths lists the figures that can be set',
  },
}));

export const NothingToCompare = diagnostic(() => ({
  code: 'JT8302',
  severity: 'error',
  zh: {
    message: () => '没有说改什么，没有可以比较的',
    help: () => '用 --set 改一个数，用 --reading 换一个口径，或用 --against 给出另一份政策',
  },
  en: {
    message: () => 'nothing is said to change, so there is nothing to compare',
    help: () => 'change a figure by --set, a reading by --reading, or name another policy by --against',
  },
}));

export const FactToGroupBy = diagnostic<{
  text: string;
  reason: 'unknown' | 'year' | 'bands' | 'order';
  near: readonly string[];
}>(() => ({
  code: 'JT8303',
  severity: 'error',
  zh: {
    message: (p) => `--by ${p.text}：${factReasons[p.reason].zh}`,
    help: (p) =>
      p.near.length > 0
        ? `是否指 ${p.near.join('、')}？`
        : '写申报主体自己的填报项，如 --by sector、--by revenue@2023；数可以分段：--by "revenue: 500万, 2000万"',
  },
  en: {
    message: (p) => `--by ${p.text}: ${factReasons[p.reason].en}`,
    help: (p) =>
      p.near.length > 0
        ? `is ${p.near.join(' or ')} meant?`
        : 'write a fact of the applicant itself, like --by sector or --by revenue@2023; a figure may have bands: --by "revenue: 500万, 2000万"',
  },
}));

const factReasons = {
  unknown: { zh: '没有这个填报项', en: 'there is no such fact' },
  year: { zh: '这一项不分年度', en: 'this fact does not go by years' },
  bands: { zh: '只有数才能分段', en: 'bands are for figures alone' },
  order: { zh: '各段的界限要是由小到大的数', en: 'the edges of bands are figures that rise' },
} as const;
