import type { FigureUnit } from './figure.ts';
import type { UnitForms } from './read-figures.ts';

/** Longer before shorter, so that 个百分点 and 个月 are not read as 个. */
const words: readonly (readonly [string, FigureUnit])[] = [
  ['人民币元', 'money:CNY'],
  ['新加坡元', 'money:SGD'],
  ['个百分点', 'points'],
  ['个工作日', 'days'],
  ['百分点', 'points'],
  ['工作日', 'days'],
  ['个月', 'months'],
  ['周年', 'years'],
  ['美元', 'money:USD'],
  ['港元', 'money:HKD'],
  ['港币', 'money:HKD'],
  ['欧元', 'money:EUR'],
  ['澳元', 'money:AUD'],
  ['CNY', 'money:CNY'],
  ['USD', 'money:USD'],
  ['HKD', 'money:HKD'],
  ['EUR', 'money:EUR'],
  ['元', 'money:CNY'],
  ['%', 'percent'],
  ['年', 'years'],
  ['天', 'days'],
  ['日', 'days'],
  ...[...'家户名位人个项件次台套种款所期轮倍辆'].map((word): readonly [string, FigureUnit] => [word, 'count']),
];

/** The unit that stands here, with its end: the longest word; of two alike the policy's own. */
export function readUnit(
  text: string,
  start: number,
  units: UnitForms,
): { readonly unit: FigureUnit; readonly end: number } | undefined {
  const found = words.find(([word]) => text.startsWith(word, start));
  let best = found === undefined ? undefined : { unit: found[1], end: start + found[0].length };
  for (const [form, unit] of units) {
    const end = start + form.length;
    const isLonger = best === undefined || end >= best.end;
    const isWhole = !/[A-Za-z]$/.test(form) || !/[A-Za-z]/.test(text.charAt(end));
    if (form !== '' && isLonger && isWhole && text.startsWith(form, start)) best = { unit, end };
  }
  return best;
}
