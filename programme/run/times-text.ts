import type { Bilingual, Language } from '../../diagnostics/diagnostic.ts';
import { type RunStep, type RunTimes, runSteps } from './run-times.ts';

const names: Readonly<Record<RunStep, Bilingual>> = {
  reading: { zh: '读入', en: 'reading' },
  columns: { zh: '按列评定', en: 'by columns' },
  singly: { zh: '逐个评定', en: 'one by one' },
  budgets: { zh: '分配总额', en: 'budgets' },
  writing: { zh: '写出', en: 'writing' },
};

/** `evaluated`: milliseconds of the processor that went into evaluation. Not in the outputs: no two runs take the same time. */
export function timesText(times: RunTimes, evaluated: number, language: Language): string {
  const steps = runSteps.map((step) => `${names[step][language]} ${seconds(times.of(step), language)}`);
  const all = runSteps.reduce((sum, step) => sum + times.of(step), 0);
  const processor = times.processor();
  // Where the system does not tell the time of a thread, its waiting counts too.
  const share = processor === 0 ? 0 : Math.min(1, evaluated / processor);
  const [inside, outside] = [percent(share), percent(1 - share)];
  if (language === 'zh')
    return `用时 ${seconds(all, language)}：${steps.join('，')}\n处理器时间 ${seconds(processor, language)}，其中评定计算 ${seconds(evaluated, language)}（${inside}），其余 ${outside}\n`;
  return `time ${seconds(all, language)}: ${steps.join(', ')}\nprocessor time ${seconds(processor, language)}, of which evaluation ${seconds(evaluated, language)} (${inside}), outside evaluation ${outside}\n`;
}

function seconds(milliseconds: number, language: Language): string {
  return `${(milliseconds / 1000).toFixed(1)} ${language === 'zh' ? '秒' : 's'}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`;
}
