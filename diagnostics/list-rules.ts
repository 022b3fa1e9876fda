/** Catalogue JT411x–JT413x: order within a list, limits on number, keys that several applicants share. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

export const OrderWordOfDate = diagnostic<{ readonly isDate: boolean }>(() => ({
  code: 'JT4110',
  severity: 'error',
  zh: {
    message: ({ isDate }) => (isDate ? '日期没有高低，只有先后' : '“先后”只用于日期，这里不是日期'),
    help: ({ isDate }) => (isDate ? '写“先后”（早的在前）或“由后到先”' : '写“由高到低”或“由低到高”'),
  },
  en: {
    message: ({ isDate }) =>
      isDate ? 'days are not high or low but early or late' : '“earliest” and “latest” speak of days; this is none',
    help: ({ isDate }) =>
      isDate ? 'write “earliest first” or “latest first”' : 'write “highest first” or “lowest first”',
  },
}));

/** 按 项目级别 由高到低. */
export const OptionsHaveNoOrder = diagnostic<{ readonly several: boolean; readonly options: readonly Bilingual[] }>(
  () => ({
    code: 'JT4126',
    severity: 'error',
    zh: {
      message: ({ several }) => (several ? '可多选的选项分不出先后' : '选项没有高低先后'),
      help: ({ several, options }) =>
        several
          ? '按别的数来排；或写“按 填报项 { 选项 ： 1 ； 其余 ： 2 }”，再“由低到高”'
          : `把选项依次写出，在前的先：“依次为 ${options.map(({ zh }) => zh).join('、')}”`,
    },
    en: {
      message: ({ several }) =>
        several ? 'options of which several may hold have no order' : 'options are not high or low, early or late',
      help: ({ several, options }) =>
        several
          ? 'order by another figure; or by a choice, such as “(by FACT { OPTION : 1 ; otherwise : 2 }) lowest first”'
          : `list them, the first to be served first: “in the order ${options.map(({ en }) => en).join(', ')}”`,
    },
  }),
);

export const OptionsUnplaced = diagnostic<{ readonly left: readonly Bilingual[] }>(() => ({
  code: 'JT4127',
  severity: 'error',
  zh: {
    message: ({ left }) => `没有写${left.map(({ zh }) => `“${zh}”`).join('、')}排在哪里`,
    help: () => '把全部选项依次写出',
  },
  en: {
    message: ({ left }) => `no place for ${left.map(({ en }) => `“${en}”`).join(', ')}`,
    help: () => 'list every option once',
  },
}));

export const OptionPlacedTwice = diagnostic<{ readonly option: string }>(() => ({
  code: 'JT4128',
  severity: 'error',
  zh: { message: ({ option }) => `选项“${option}”写了两次`, help: () => '每个选项只写一次' },
  en: { message: ({ option }) => `option “${option}” has two places`, help: () => 'list every option once' },
}));

/** D17. */
export const TiesUnsaid = diagnostic<{ readonly isRank: boolean }>(() => ({
  code: 'JT4111',
  severity: 'error',
  zh: {
    message: () => '没有写并列的怎么排',
    help: ({ isRank }) =>
      isRank
        ? '写“，并列同名次”（两个第1名，其后是第3名）、“，并列按填报先后”，或先按另一项分先后：“，并列按 … 先后，并列同名次”'
        : '写“，并列按填报先后”，或先按另一项分先后：“，并列按 … 先后，并列按填报先后”',
  },
  en: {
    message: () => 'it is not said how those that stand alike are placed',
    help: ({ isRank }) =>
      isRank
        ? 'write “, ties share the rank” (two are first, the next is third), “, ties in listed order”, or let another figure decide first: “, ties by … earliest first, ties share the rank”'
        : 'write “, ties in listed order”, or let another figure decide first: “, ties by … earliest first, ties in listed order”',
  },
}));

export const TiesCannotShare = diagnostic(() => ({
  code: 'JT4112',
  severity: 'error',
  zh: {
    message: () => '“并列同名次”分不出先后，这里却要一个一个地用掉限额',
    help: () => '改为“，并列按填报先后”，或先按另一项分先后：“，并列按 … 先后，并列按填报先后”',
  },
  en: {
    message: () => '“ties share the rank” leaves ties together, but here a limit is used up one by one',
    help: () =>
      'write “, ties in listed order”, or let another figure decide first: “, ties by … earliest first, ties in listed order”',
  },
}));

export const OrderReadsClause = diagnostic<{ readonly isCeiling: boolean }>(() => ({
  code: 'JT4113',
  severity: 'error',
  zh: {
    message: ({ isCeiling }) =>
      isCeiling
        ? '排列先后时不能写“最高”：它是给多少的上限'
        : '排列先后时不能用条款的金额、已获或“首次超过”：它们不是各项自己的数',
    help: () => '按各项填报的数来排；要按奖补的金额来排，把算式写成“定义”，给付和排列都用这个定义',
  },
  en: {
    message: ({ isCeiling }) =>
      isCeiling
        ? '“up to” cannot stand in an order: it is the ceiling of a payment'
        : 'an order cannot read clauses, what was paid, or “first time”: these are not figures of each item',
    help: () =>
      'order the items by figures stated for each of them; to order by the award, make the amount a definition and use it for both',
  },
}));

export const LimitOfOneItem = diagnostic<{ readonly list: string }>(() => ({
  code: 'JT4114',
  severity: 'error',
  zh: {
    message: ({ list }) => `限额由各“${list}”共同使用，不能随某一项而变`,
    help: () => '写一个对各项都相同的数：固定的数、申报人填报的数、参数',
  },
  en: {
    message: ({ list }) => `the limit is used up by all ${list} items together and cannot hang on one of them`,
    help: () => 'write a figure that is the same for all: a fixed one, a fact of the applicant, a parameter',
  },
}));

/** R5: what was paid is asked of earlier periods, so within one period nothing would keep a second item out. */
export const OnceBesideItems = diagnostic<{ readonly clause: Bilingual; readonly subject: Bilingual }>(() => ({
  code: 'JT4115',
  severity: 'error',
  zh: {
    message: ({ subject }) => `“限次”按每家“${subject.zh}”，但本条款逐项给付：它只查以往年度，同一年的几项仍都会给`,
    help: ({ clause, subject }) =>
      `只给一项的，在逐项之后写“名额 每家 ${subject.zh} 累计 1，按 日期项 先后，并列按填报先后”；同一年几项都给、以后年度不再给的，写“条件 ${clause.zh} 已获 等于 0元”`,
  },
  en: {
    message: ({ subject }) =>
      `“once per ${subject.en}” beside items: it asks earlier years alone, so several items of one year would all be paid`,
    help: ({ clause, subject }) =>
      `for one item alone write after the items “limit 1 per ${subject.en} ever, by DATE earliest first, ties in listed order”; for all items of one year and none in later ones write “when paid under ${clause.en} equals 0 CNY”`,
  },
}));

export const OrderWithoutItems = diagnostic(() => ({
  code: 'JT4116',
  severity: 'error',
  zh: {
    message: () => '写了“按 … 先后”，但前面没有逐项的行可以排先后',
    help: () => '放在“逐个 … { … }”之后，或去掉这一段',
  },
  en: {
    message: () => 'an order, but no items were gone through before this line',
    help: () => 'put the line after “for each … { … }”, or leave the order out',
  },
}));

export const LimitScope = diagnostic<{ readonly subject: Bilingual }>(() => ({
  code: 'JT4117',
  severity: 'error',
  zh: {
    message: () => '在各项中取前几项，要写明对谁、管多长时间',
    help: ({ subject }) => `写“名额 每家 ${subject.zh} 每年 3，按 …”，或把“每年”换成“有效期内”“累计”“连续3年”`,
  },
  en: {
    message: () => 'a limit on the number of items says for whom, and over which time',
    help: ({ subject }) =>
      `write “limit 3 per ${subject.en} per year, by …”, or “while in force”, “ever”, “over 3 years” for “per year”`,
  },
}));

export const SumChangedBefore = diagnostic<{ readonly line: Bilingual; readonly before: Bilingual }>(() => ({
  code: 'JT4118',
  severity: 'error',
  zh: {
    message: ({ line, before }) => `“${line.zh}”要逐项来算，但前面的“${before.zh}”已改变了各项的合计`,
    help: ({ before }) => `移到“${before.zh}”之前；前面是封顶的，给它写明如何削减：“，依次削减”或“，按比例削减”`,
  },
  en: {
    message: ({ line, before }) =>
      `“${line.en}” goes item by item, but “${before.en}” before it has changed the sum of the items`,
    help: ({ before }) =>
      `move it before “${before.en}”; a cap may say how it cuts: “, cut in order” or “, cut pro rata”`,
  },
}));

export const CutWithoutItems = diagnostic<{ readonly whole: boolean }>(() => ({
  code: 'JT4119',
  severity: 'error',
  zh: {
    message: ({ whole }) => (whole ? '超出时全部不予，没有什么可以削减' : '写了如何削减，但前面没有逐项的行'),
    help: ({ whole }) => (whole ? '“超出全部不予”与削减只留一个' : '去掉削减的写法，或放在“逐个 … { … }”之后'),
  },
  en: {
    message: ({ whole }) =>
      whole ? 'all or nothing leaves nothing to cut' : 'it says how to cut, but no items were gone through before',
    help: ({ whole }) =>
      whole
        ? 'keep one of “all or nothing” and the cut'
        : 'leave the cut out, or put the line after “for each … { … }”',
  },
}));

/** D5, R2. */
export const CutUnsaid = diagnostic(() => ({
  code: 'JT4120',
  severity: 'error',
  zh: {
    message: () => '超出封顶时哪一项减多少没有写，而以后要查每一项得过多少',
    help: () => '写“，依次削减”（先填报的先得）、“，按 日期项 先后，并列按填报先后 依次削减”，或“，按比例削减”',
  },
  en: {
    message: () => 'it is not said which items the cap cuts, though later it is asked what each item was paid',
    help: () =>
      'write “, cut in order” (the first listed is served first), “, cut in order by DATE earliest first, ties in listed order”, or “, cut pro rata”',
  },
}));

/** R21. */
export const SharedNotText = diagnostic<{ readonly name: Bilingual; readonly isOfItem: boolean }>(() => ({
  code: 'JT4121',
  severity: 'error',
  zh: {
    message: ({ name, isOfItem }) =>
      isOfItem
        ? `“${name.zh}”是逐项的填报项，不能单独写“多家共用”`
        : `“${name.zh}”不能写“多家共用”：只有不分年度的文字才认得出是同一个`,
    help: ({ isOfItem }) =>
      isOfItem ? '写在清单的键后面：“每项 标准 按 标准号 多家共用 { … }”' : '改为“文字 多家共用”，如集团名称、统一编号',
  },
  en: {
    message: ({ name, isOfItem }) =>
      isOfItem
        ? `“${name.en}” is a fact of an item and cannot be “shared among applicants” by itself`
        : `“${name.en}” cannot be “shared among applicants”: only a text, not by year, shows that two mean the same`,
    help: ({ isOfItem }) =>
      isOfItem
        ? 'say it of the key of the list: “each standard by number shared among applicants { … }”'
        : 'make it “text shared among applicants”, as the name of a group or a number',
  },
}));

/** R21. */
export const FactNotShared = diagnostic<{ readonly fact: Bilingual }>(() => ({
  code: 'JT4122',
  severity: 'error',
  zh: {
    message: ({ fact }) => `没有写“${fact.zh}”由多家共用，各家填的是不是同一个无从得知`,
    help: ({ fact }) => `在它的类型后写“多家共用”：“${fact.zh} ： 文字 多家共用”`,
  },
  en: {
    message: ({ fact }) =>
      `“${fact.en}” is not declared as shared, so nobody knows whether two applicants mean the same`,
    help: ({ fact }) => `add it to its type: “${fact.en} : text shared among applicants”`,
  },
}));

export const ConflictAcross = diagnostic<{ readonly fact: Bilingual }>(() => ({
  code: 'JT4123',
  severity: 'error',
  zh: {
    message: ({ fact }) => `不重复享受是对一家而言的，不能按“${fact.zh}”跨各家比较`,
    help: ({ fact }) => `同一个“${fact.zh}”只给一次的，在条款里写“限次 每个 ${fact.zh}”`,
  },
  en: {
    message: ({ fact }) => `a conflict is settled within one applicant, not by “${fact.en}” across several`,
    help: ({ fact }) => `to pay once for the same “${fact.en}”, write “once per ${fact.en}” in the clause`,
  },
}));

export const KeyOfSeveralParts = diagnostic<{
  readonly fields: Bilingual;
  readonly example: string;
  readonly options?: Bilingual;
}>(() => ({
  code: 'JT4124',
  severity: 'error',
  zh: {
    message: ({ fields }) => `这里的对象按“${fields.zh}”合起来认`,
    help: ({ example, options }) =>
      `依次写出各项，中间用“|”隔开，如 "${example}"${options === undefined ? '' : `；可选：${options.zh}`}`,
  },
  en: {
    message: ({ fields }) => `here an item is known by “${fields.en}” together`,
    help: ({ example, options }) =>
      `write them one after the other with “|” between, as "${example}"${options === undefined ? '' : `; the options are ${options.en}`}`,
  },
}));

export const OthersUnread = diagnostic<{ readonly clause: Bilingual }>(() => ({
  code: 'JT4125',
  severity: 'warning',
  zh: {
    message: ({ clause }) => `“${clause.zh}”不看别家得过什么，这一行不起作用`,
    help: () => '去掉它；要看的，把清单的键或文字声明为“多家共用”，再写“限次”或“封顶”',
  },
  en: {
    message: ({ clause }) => `“${clause.en}” does not look at what others were paid, so this line does nothing`,
    help: () =>
      'leave it out; or declare a key or a text as “shared among applicants” and write “once” or a cap for each of it',
  },
}));
