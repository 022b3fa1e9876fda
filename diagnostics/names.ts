/** Catalogue JT2xxx: what names stand for. Chapter on names of spec/language.md. */
import { diagnostic } from './diagnostic.ts';
import { chineseList, englishTerm, orList, type Term } from './terms.ts';

/** Where the name would have been found, when it exists but not here. */
export interface Elsewhere {
  readonly zh: string;
  readonly en: string;
}

/** A use of a name that nothing in sight bears. */
export const UnknownName = diagnostic<{
  readonly name: string;
  readonly wanted: readonly Term[];
  readonly near: readonly string[];
  /** All that can stand there, when that is little enough to be told. */
  readonly all: readonly string[];
}>(() => ({
  code: 'JT2001',
  severity: 'error',
  zh: {
    message: ({ name, wanted }) => `找不到名为“${name}”的${chineseList(wanted)}`,
    help: ({ near, all, wanted }) =>
      near.length > 0
        ? `是不是想写${near.map((one) => `“${one}”`).join('或')}？`
        : all.length > 0
          ? `这里可以写${all.map((one) => `“${one}”`).join('、')}`
          : `检查这个名称有没有写错；若是新的，先把这个${chineseList(wanted)}声明出来`,
  },
  en: {
    message: ({ name, wanted }) => `there is no ${orList(wanted)} called “${name}”`,
    help: ({ near, all, wanted }) =>
      near.length > 0
        ? `did you mean ${near.map((one) => `“${one}”`).join(' or ')}?`
        : all.length > 0
          ? `what can stand here: ${all.map((one) => `“${one}”`).join(', ')}`
          : `check the spelling; if it is new, declare the ${orList(wanted)} first`,
  },
}));

export const DeclaredTwice = diagnostic<{ readonly name: string; readonly term: Term }>(() => ({
  code: 'JT2002',
  severity: 'error',
  zh: {
    message: ({ name, term }) => `“${name}”已经声明过了：前面有同名的${term.zh}`,
    help: () => '删去其中一个，或给其中一个改名',
  },
  en: {
    message: ({ name, term }) => `“${name}” is declared already, as ${englishTerm(term)}`,
    help: () => 'delete one of the two, or rename one',
  },
}));

/** Two different things share one form of their names, say the Chinese one. */
export const NameFormTaken = diagnostic<{
  readonly name: string;
  readonly form: string;
  readonly other: string;
  readonly term: Term;
}>(() => ({
  code: 'JT2003',
  severity: 'error',
  zh: {
    message: ({ name, form, other, term }) => `“${name}”的名称“${form}”已经是${term.zh}“${other}”的名称`,
    help: ({ form }) => `给两者不同的名称，否则写“${form}”时分不清指哪一个`,
  },
  en: {
    message: ({ name, form, other, term }) =>
      `the name “${form}” of “${name}” is already a name of “${other}”, ${englishTerm(term)}`,
    help: ({ form }) => `give them different names: nobody could tell which of the two “${form}” means`,
  },
}));

/** Names that programs which read our JSON would confuse with their own. */
export const ReservedName = diagnostic<{ readonly name: string }>(() => ({
  code: 'JT2004',
  severity: 'error',
  zh: {
    message: ({ name }) => `“${name}”不能用作名称：程序和填报文件另有用处`,
    help: () => '换一个名称，例如在后面加一个字',
  },
  en: {
    message: ({ name }) => `“${name}” cannot be a name: programs and facts files use this word for themselves`,
    help: ({ name }) => `choose another name, say “my_${name.replace(/^_+|_+$/g, '')}”`,
  },
}));

/** R20: neither the item's field nor the applicant's fact silently wins. */
export const AmbiguousName = diagnostic<{ readonly name: string; readonly owners: readonly string[] }>(() => ({
  code: 'JT2005',
  severity: 'error',
  zh: {
    message: ({ name, owners }) =>
      `“${name}”有${owners.length}个：${owners.map((owner) => `“${owner}”的`).join('、')}，这里分不清是哪一个`,
    help: ({ name, owners }) => `写明是谁的：${owners.map((owner) => `${owner} 之 ${name}`).join(' 或 ')}`,
  },
  en: {
    message: ({ name, owners }) =>
      `“${name}” is a name in ${owners.map((owner) => `“${owner}”`).join(' and in ')}: this could be either`,
    help: ({ name, owners }) => `say whose it is: ${owners.map((owner) => `${owner}'s ${name}`).join(' or ')}`,
  },
}));

/** R20: a field of an item, read where no item is at hand. */
export const ItemFieldOutside = diagnostic<{
  readonly name: string;
  readonly list: string;
  /** Can be totalled; else only counted. */
  readonly isFigure: boolean;
}>(() => ({
  code: 'JT2006',
  severity: 'error',
  zh: {
    message: ({ name, list }) => `“${name}”是每个“${list}”各有一个的，这里没有说是哪一个“${list}”`,
    help: ({ name, list, isFigure }) =>
      isFigure
        ? `把这一行放进“逐个 ${list} { … }”，或写“各 ${list} 的 ${name} 合计”（或 最大值、最小值）`
        : `把这一行放进“逐个 ${list} { … }”，或写“各 ${list}（${name} …）的 个数”`,
  },
  en: {
    message: ({ name, list }) =>
      `each “${list}” has its own “${name}”, and this line does not say which “${list}” is meant`,
    help: ({ name, list, isFigure }) =>
      isFigure
        ? `put the line into “for each ${list} { … }”, or write “total of ${name} over each ${list}” (or highest, lowest)`
        : `put the line into “for each ${list} { … }”, or write “count of ${list} where ${name} …”`,
  },
}));

/** The name exists, but it is the name of another kind of thing. */
export const WrongKindOfName = diagnostic<{
  readonly name: string;
  readonly is: Term;
  readonly wanted: readonly Term[];
  readonly hint?: Elsewhere;
}>(() => ({
  code: 'JT2007',
  severity: 'error',
  zh: {
    message: ({ name, is, wanted }) => `“${name}”是${is.zh}，这里要写${chineseList(wanted)}`,
    help: ({ hint, wanted }) => hint?.zh ?? `换成${chineseList(wanted)}的名称`,
  },
  en: {
    message: ({ name, is, wanted }) => `“${name}” is ${englishTerm(is)}; ${orList(wanted, true)} is needed here`,
    help: ({ hint, wanted }) => hint?.en ?? `put the name of ${orList(wanted, true)} here`,
  },
}));

/** A definition may speak of one item of one list, not of two lists at once. */
export const DefinitionOfTwoLists = diagnostic<{
  readonly name: string;
  readonly first: string;
  readonly second: string;
}>(() => ({
  code: 'JT2008',
  severity: 'error',
  zh: {
    message: ({ name, first, second }) => `定义“${name}”既用到“${first}”的内容，又用到“${second}”的内容`,
    help: () => '一个定义只能说一种清单里的一项；拆成两个定义，或用 合计、最大值 汇总其中一种',
  },
  en: {
    message: ({ name, first, second }) => `the definition “${name}” reads both a “${first}” and a “${second}”`,
    help: () => 'a definition may speak of an item of one list only; make two definitions, or total one of them',
  },
}));

/** One policy has one kind of applicant. */
export const TwoSubjects = diagnostic<{ readonly first: string; readonly second: string }>(() => ({
  code: 'JT2009',
  severity: 'error',
  zh: {
    message: ({ first, second }) => `申报主体已经是“${first}”，这里又写了“${second}”`,
    help: ({ first }) => `一个政策文件只有一种申报主体；把这些填报项并入“填报 ${first}”，或改为其中的“每个 … { }”`,
  },
  en: {
    message: ({ first, second }) => `the applicant is “${first}” already, and here it is “${second}”`,
    help: ({ first }) =>
      `a policy has one kind of applicant: move these facts into “facts ${first}”, or make them “each … { }” in it`,
  },
}));

/** Read outside items it would silently mean the applicant. */
export const ThisItemNotAtHand = diagnostic(() => ({
  code: 'JT2010',
  severity: 'error',
  zh: {
    message: () => '“本项”只能写在“逐个 …”的行里，这里没有说是哪一项',
    help: () => '把这一行移进“逐个 … { }”；要的是企业已获的全部，就去掉“本项”',
  },
  en: {
    message: () => '“for this item” belongs in a line of “for each …”; here no item is at hand',
    help: () => 'move the line into “for each … { }”, or leave “for this item” out if all that was paid is meant',
  },
}));
