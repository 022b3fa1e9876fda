import type { BoundWord, FigureSide } from './figure.ts';

/** Words directly before a figure. */
const before: Readonly<Record<FigureSide, string>> = {
  atMost:
    '最高不超过 最多不超过 最长不超过 累计不超过 不超过 不高于 不多于 不大于 不超出 未超过 最高 最多 最长 最大 至多 上限为 上限',
  atLeast: '不低于 不少于 不小于 达到 达 至少 最低 最少 满 下限为',
  over: '超过 高于 大于 多于 超出 突破 超 逾',
  under: '低于 少于 小于 不足 不满 未满 未达到 未达 不到',
  step: '每满 每达到 每增加 每新增 每',
  top: '前',
};

/** Words directly after a figure and its unit. */
const after: Readonly<Partial<Record<FigureSide, string>>> = {
  atLeast: '及以上 (含)以上 含以上 (含)及以上 以上(含) 以上 起',
  over: '以上(不含) 以上(不含本数) 以外',
  atMost: '及以下 (含)以下 以下(含) 以下 以内 之内 内 封顶 为上限',
  under: '以下(不含) 以下(不含本数)',
};

const opposite: Readonly<Partial<Record<FigureSide, FigureSide>>> = {
  over: 'atMost',
  atLeast: 'under',
  atMost: 'over',
  under: 'atLeast',
};

const longestFirst = (table: Readonly<Partial<Record<FigureSide, string>>>): readonly BoundWord[] =>
  Object.entries(table)
    .flatMap(([side, words]) => words.split(' ').map((word) => ({ side: side as FigureSide, word })))
    .sort((left, right) => right.word.length - left.word.length);

const wordsBefore = longestFirst(before);
const wordsAfter = longestFirst(after);

/** The bound word that ends at `end`. 不 or 未 before a word that is not listed with it turns the side around. */
export function boundBefore(text: string, end: number): BoundWord | undefined {
  const stop = text.endsWith('人民币', end) ? end - 3 : end;
  const found = wordsBefore.find(({ word }) => text.endsWith(word, stop));
  if (found === undefined) return undefined;
  const sign = text.charAt(stop - found.word.length - 1);
  const turned = opposite[found.side];
  if ((sign === '不' || sign === '未') && turned !== undefined) return { side: turned, word: sign + found.word };
  return found;
}

export function boundAfter(text: string, start: number): BoundWord | undefined {
  return wordsAfter.find(({ word }) => text.startsWith(word, start));
}

/** Whether a match that begins here would tear a bound word from its 不 or 未: 超过 within 不超过. */
export function tearsBoundWord(text: string, start: number): boolean {
  const sign = text.charAt(start - 1);
  if (sign !== '不' && sign !== '未') return false;
  return wordsBefore.some(({ word }) => text.startsWith(word, start));
}
