/** Catalogue JT5xxx: lines against the source's own words. R16; chapter on anchors of spec/language.md. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

/** An anchor has a figure that its line does not have. `near` is the line's figure that was probably meant. */
export const FigureNotInLine = diagnostic<{
  readonly figure: string;
  readonly near?: Bilingual;
  /** The two differ by a whole power of ten: 万 for 亿, 元 for 万元. */
  readonly isMagnitude?: boolean;
}>(() => ({
  code: 'JT5001',
  severity: 'error',
  zh: {
    message: ({ figure, near }) =>
      near === undefined ? `原文写“${figure}”，这一行没有这个数` : `原文写“${figure}”，这一行写的是 ${near.zh}`,
    help: ({ near, isMagnitude }) => {
      if (isMagnitude) return '两数只差单位：核对元、万、亿，改正写错的一处';
      if (near === undefined) return '把这个数写进这一行，或把引文缩短到这一行所用的词句';
      return '核对原文，改正写错的一处；这个数若属于另一行，就把引文移到那一行';
    },
  },
  en: {
    message: ({ figure, near }) =>
      near === undefined
        ? `the source says “${figure}”, a figure this line does not have`
        : `the source says “${figure}”, this line has ${near.en}`,
    help: ({ near, isMagnitude }) => {
      if (isMagnitude) return 'the two differ by a power of ten alone: check 元, 万 and 亿, and correct the wrong one';
      if (near === undefined)
        return 'write the figure into the line, or shorten the anchor to the words that the line uses';
      return 'compare with the source and correct the wrong one; a figure of another line needs its anchor there';
    },
  },
}));

/** 超过 against an anchor of 以上, and the like. */
export const BoundContradicts = diagnostic<{
  readonly figure: string;
  readonly source: Bilingual;
  readonly line: Bilingual;
}>(() => ({
  code: 'JT5002',
  severity: 'error',
  zh: {
    message: ({ figure, source, line }) => `原文的“${figure}”是${source.zh}，这一行写的是${line.zh}`,
    help: ({ source }) => `把这一行改成${source.zh}；若确实另有理解，把两种写法声明为口径`,
  },
  en: {
    message: ({ figure, source, line }) => `“${figure}” in the source means ${source.en}, this line says ${line.en}`,
    help: ({ source }) => `change the line to ${source.en}; if it may be read otherwise, declare both as a reading`,
  },
}));

/** 「最高40%」 beside 补助 … 的 40%: the most that may be given, or what is given? D3. */
export const CeilingOrAmount = diagnostic<{ readonly figure: string }>(() => ({
  code: 'JT5007',
  severity: 'error',
  zh: {
    message: ({ figure }) => `原文的“${figure}”是上限，这一行把它当作就给这么多`,
    help: () =>
      '在限额以内由部门核定的，写“最高 …”；算出来再封顶的，写“封顶 …”；认为就给这么多的，把两种读法声明为口径，以上限为默认',
  },
  en: {
    message: ({ figure }) => `“${figure}” in the source is a limit, and this line gives just that`,
    help: () =>
      'where the authority decides within it, write “up to …”; where it limits what is computed, write “cap …”; if it may mean just that, declare both as a reading, the limit being the default',
  },
}));

/** A list in the anchor of a table: the n-th figure belongs to the n-th row. */
export const RowFigureDiffers = diagnostic<{
  readonly figure: string;
  readonly row: number;
  readonly written: Bilingual;
}>(() => ({
  code: 'JT5003',
  severity: 'error',
  zh: {
    message: ({ figure, row, written }) => `原文第 ${row} 个数是“${figure}”，第 ${row} 行写的是 ${written.zh}`,
    help: () => '行与原文所列的数要一一对应、次序相同；改正写错的一处，或调换行的次序',
  },
  en: {
    message: ({ figure, row, written }) => `number ${row} in the source is “${figure}”, row ${row} has ${written.en}`,
    help: () => 'rows must follow the figures of the source one by one: correct the wrong one, or reorder the rows',
  },
}));

export const RowCountDiffers = diagnostic<{ readonly figures: number; readonly rows: number }>(() => ({
  code: 'JT5004',
  severity: 'error',
  zh: {
    message: ({ figures, rows }) => `原文列了 ${figures} 个数，这里有 ${rows} 行`,
    help: () => '补上缺的行或删去多的行；引文若只说其中几行，把它移到那几行',
  },
  en: {
    message: ({ figures, rows }) => `the source lists ${figures} figures, there are ${rows} rows here`,
    help: () => 'add or remove rows; if the anchor speaks of some rows alone, move it to them',
  },
}));

export const FigureNotAnchored = diagnostic<{ readonly figure: Bilingual }>(() => ({
  code: 'JT5005',
  severity: 'warning',
  zh: {
    message: ({ figure }) => `${figure.zh} 不在这一行的引文里`,
    help: () => '把引文加长到含有这个数，或再加一段引文；原文没有写明的数，加「隐含」',
  },
  en: {
    message: ({ figure }) => `${figure.en} is in none of the anchors of this line`,
    help: () => 'lengthen the anchor or add another; for a figure that the source leaves unsaid, add 「implied」',
  },
}));

/** 超过…以上: in and out at once. */
export const BoundWordsOppose = diagnostic<{ readonly figure: string; readonly words: readonly string[] }>(() => ({
  code: 'JT5006',
  severity: 'warning',
  zh: {
    message: ({ figure, words }) => `原文的“${figure}”同时用了“${words.join('”和“')}”，一含本数，一不含`,
    help: () => '把两种理解声明为口径，并说明默认取哪一种、为什么',
  },
  en: {
    message: ({ figure, words }) =>
      `“${figure}” in the source has both “${words.join('” and “')}”: one includes the figure, one does not`,
    help: () => 'declare both as a reading, with the default and its reason',
  },
}));

export const AnchorNotFound = diagnostic<{ readonly text: string; readonly place: Bilingual }>(() => ({
  code: 'JT5011',
  severity: 'error',
  zh: {
    message: ({ text, place }) => `${place.zh}里找不到“${text}”`,
    help: () => '照原文抄写引文（繁简、全角半角不论）；若在别的条款，改这个条款的“依据”',
  },
  en: {
    message: ({ text, place }) => `“${text}” is not in ${place.en}`,
    help: () =>
      'copy the words of the source (script and width do not matter); if they stand in another article, change `cites`',
  },
}));

export const AnchorElsewhere = diagnostic<{
  readonly text: string;
  readonly place: Bilingual;
  readonly found: Bilingual;
}>(() => ({
  code: 'JT5012',
  severity: 'error',
  zh: {
    message: ({ text, place, found }) => `“${text}”不在${place.zh}，在${found.zh}`,
    help: ({ found }) => `引文要出自条款所依据的一条：把“依据”改为${found.zh}，或改引文`,
  },
  en: {
    message: ({ text, place, found }) => `“${text}” is not in ${place.en} but in ${found.en}`,
    help: ({ found }) =>
      `an anchor stands in the article that its clause cites: cite ${found.en}, or change the anchor`,
  },
}));

export const AnchorAmbiguous = diagnostic<{ readonly text: string; readonly place: Bilingual; readonly count: number }>(
  () => ({
    code: 'JT5013',
    severity: 'error',
    zh: {
      message: ({ text, place, count }) => `“${text}”在${place.zh}里出现 ${count} 次`,
      help: ({ text }) => `把引文加长到只此一处，或用「${text}」#2 指明第几处`,
    },
    en: {
      message: ({ text, place, count }) => `“${text}” stands ${count} times in ${place.en}`,
      help: ({ text }) => `lengthen it until it stands there once, or say which with 「${text}」#2`,
    },
  }),
);

export const ArticleNotFound = diagnostic<{ readonly place: Bilingual }>(() => ({
  code: 'JT5014',
  severity: 'error',
  zh: { message: ({ place }) => `原文里没有${place.zh}`, help: () => '核对“依据”的条号，或换一份原文' },
  en: {
    message: ({ place }) => `the source has no ${place.en}`,
    help: () => 'check the number after `cites`, or give another source text',
  },
}));

/** A figure of the document that no anchor covers. */
export const FigureNotCovered = diagnostic<{ readonly figure: string; readonly excerpt: string }>(() => ({
  code: 'JT5021',
  severity: 'warning',
  zh: {
    message: ({ figure, excerpt }) => `原文的“${figure}”没有任何一行用到：…${excerpt}…`,
    help: () => '写一行并引这句原文；不计算的内容用“不计算”或“说明”并加引文',
  },
  en: {
    message: ({ figure, excerpt }) => `no line accounts for “${figure}” of the source: …${excerpt}…`,
    help: () =>
      'write a line with these words as its anchor; what computes nothing goes into `no amount` or `remark` with an anchor',
  },
}));
