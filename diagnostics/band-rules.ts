/** Catalogue JT4042–JT4049: edges that only the facts can order, and awards that fall where they should rise. R17. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

export const EdgeOrderUnknown = diagnostic(() => ({
  code: 'JT4042',
  severity: 'error',
  zh: {
    message: () => '界限要有填报的数才能算出，看不出各行谁先谁后、是否相接',
    help: () => '每行写明两端，前一行止于后一行起点，用同一个式子，如“超过 0元 且 不超过 上年 收入”“超过 上年 收入”',
  },
  en: {
    message: () => 'these edges are known only with the facts, so the order of the rows, and whether they meet, is not',
    help: () =>
      "give each row both ends, and end a row where the next begins, in the same words: “over 0 CNY and at most last year's revenue”, “over last year's revenue”",
  },
}));

/** Slab: the whole base at the lower rate of the next row. */
export const AwardFalls = diagnostic<{
  readonly edge: Bilingual;
  readonly before: Bilingual;
  readonly after: Bilingual;
}>(() => ({
  code: 'JT4043',
  severity: 'warning',
  zh: {
    message: ({ edge, before, after }) => `到${edge.zh}处，结果由${before.zh}降到${after.zh}：多一点反而少得`,
    help: ({ before }) =>
      `各段分别计算的，把“整体”改为“分段累进”；只求不低于前一档的，这一行写“取高（…、${before.zh}）”；原文确是如此可不理会`,
  },
  en: {
    message: ({ edge, before, after }) =>
      `at ${edge.en} the result falls from ${before.en} to ${after.en}: more earns less`,
    help: ({ before }) =>
      `if each part has its own rate, write “in bands” instead of “slab”; if only less than the row before is to be ruled out, write “highest of (…, ${before.en})” here; leave it if the source says so`,
  },
}));
