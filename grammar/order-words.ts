import { type Word, word } from './word.ts';

/** How the items of a list follow each other, and what of those that stand alike. The first four stand after a figure, where no name can. */
export const orderWords = {
  highestFirst: word(
    'highest first|largest first',
    '由高到低|由大到小|由多到少|从高到低',
    '由高到低|由大到小|由多到少|從高到低',
    {
      group: 'Order',
      soft: true,
    },
  ),
  lowestFirst: word(
    'lowest first|smallest first',
    '由低到高|由小到大|由少到多|从低到高',
    '由低到高|由小到大|由少到多|從低到高',
    {
      group: 'Order',
      soft: true,
    },
  ),
  earliestFirst: word('earliest first', '先后|由先到后|由早到晚', '先後|由先到後|由早到晚', {
    group: 'Order',
    soft: true,
  }),
  latestFirst: word('latest first', '由后到先|由晚到早', '由後到先|由晚到早', { group: 'Order', soft: true }),
  /** Before the options of a choice, the first to be served first. */
  inTheOrder: word('in the order', '依次为', '依次為', { soft: true }),
  tiesBy: word('ties by', '并列按', '並列按'),
  tiesShare: word('ties share the rank', '并列同名次', '並列同名次'),
  tiesListed: word('ties in listed order', '并列按填报先后', '並列按填報先後'),
  /** A line: how often, or for how many items. In Chinese also 限次 每个 项目 3次. */
  limit: word('limit', '名额|限项', '名額|限項', { soft: true }),
  /** After a key, or a text: the same one is the same thing, whoever claims for it. */
  sharedKey: word('shared among applicants', '多家共用'),
  /** English alone; in Chinese 各 项目 按 … 的 名次, and 各 项目 的 … 按 … 不超过 … 的部分. */
  rankAmongEach: word('rank among each', ''),
  amongEach: word('among each', ''),
} as const satisfies Record<string, Word>;
