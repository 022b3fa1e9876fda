/** Words by which a text takes from others. */
import { type Word, word } from './word.ts';

/** Words by which a file takes from another. */
export const linkWords = {
  import: word('import', '引用', '引用', { soft: true }),
  adapts: word('adapts', '改编', '改編', { soft: true }),
  digest: word('digest', '摘要', '摘要', { soft: true }),
  replace: word('replace', '替换', '替換', { soft: true }),
  new: word('new', '新增', '新增', { soft: true }),
  omit: word('omit', '删去', '刪去', { soft: true }),
  touchedExamples: word('touched examples', '受影响示例', '受影響示例'),
  continues: word('continues', '承接', '承接', { soft: true }),
  formerly: word('formerly', '曾用名', '曾用名', { soft: true }),
} as const satisfies Record<string, Word>;

/** `set art3.cap = …` · 修改 算力券.封顶 为 …. */
export const changeWords = {
  set: word('set', '修改', '修改', { soft: true }),
} as const satisfies Record<string, Word>;
