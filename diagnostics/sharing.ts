/** Catalogue JT43xx: what an adapting policy changes. R23; chapter on sharing of spec/language.md. */
import { type Bilingual, diagnostic } from './diagnostic.ts';
import { enOf, few, zhOf } from './long-lists.ts';
import { englishTerm, type Term } from './terms.ts';

export const AmendmentWithoutBase = diagnostic(() => ({
  code: 'JT4307',
  severity: 'error',
  zh: {
    message: () => '只有改编另一政策的文件才能修改、替换、新增或删去',
    help: () => '在政策名后写“改编 "原文件.policy"”；若不是改编，去掉这个词',
  },
  en: {
    message: () => 'only a policy that adapts another can set, replace, add or omit',
    help: () => 'write “adapts "base.policy"” after the name of the policy; or take this word off',
  },
}));

/** In an adapting policy every declaration says what it does to the base. */
export const DeclarationNeedsWord = diagnostic<{ readonly name: string; readonly exists: boolean }>(() => ({
  code: 'JT4308',
  severity: 'error',
  zh: {
    message: ({ name, exists }) => `“${name}”没有写明是${exists ? '替换原有的，还是' : ''}新增的`,
    help: ({ exists }) => (exists ? '原政策已有同名的：在前面写“替换”' : '原政策没有这个名称：在前面写“新增”'),
  },
  en: {
    message: ({ name, exists }) =>
      `nothing says ${exists ? 'whether “' : 'that “'}${name}” ${exists ? 'takes the place of the base’s or ' : ''}is new`,
    help: ({ exists }) =>
      exists
        ? 'the base has one of that name: write “replace” before it'
        : 'the base has none of that name: write “new” before it',
  },
}));

export const NothingToReplace = diagnostic<{ readonly name: string; readonly near: readonly string[] }>(() => ({
  code: 'JT4309',
  severity: 'error',
  zh: {
    message: ({ name }) => `原政策里没有“${name}”可以替换`,
    help: ({ near }) =>
      near.length > 0
        ? `是不是想写${near.map((one) => `“${one}”`).join('或')}？新的写“新增”`
        : '新的写“新增”，不写“替换”',
  },
  en: {
    message: ({ name }) => `the base has no “${name}” to be replaced`,
    help: ({ near }) =>
      near.length > 0
        ? `did you mean ${near.map((one) => `“${one}”`).join(' or ')}? What is new is written with “new”`
        : 'what is new is written with “new”',
  },
}));

export const AlreadyInBase = diagnostic<{ readonly name: string }>(() => ({
  code: 'JT4310',
  severity: 'error',
  zh: {
    message: ({ name }) => `原政策已有“${name}”，不能新增`,
    help: () => '要换掉它，写“替换”；要并存，另起一个名称',
  },
  en: {
    message: ({ name }) => `the base already has a “${name}”`,
    help: () => 'write “replace” to put this in its place, or choose another name for both to stand',
  },
}));

export const OtherKindInBase = diagnostic<{ readonly name: string; readonly is: Term; readonly wanted: Term }>(() => ({
  code: 'JT4311',
  severity: 'error',
  zh: {
    message: ({ name, is, wanted }) => `原政策的“${name}”是${is.zh}，不是${wanted.zh}`,
    help: () => '按原来的种类写，或先删去它，再用别的名称新增',
  },
  en: {
    message: ({ name, is, wanted }) => `“${name}” of the base is ${englishTerm(is)}, not ${englishTerm(wanted)}`,
    help: () => 'write it as what it is, or omit it and write the other under a new name',
  },
}));

export const UnknownPath = diagnostic<{
  readonly path: string;
  readonly near: readonly string[];
  /** Paths within the declaration that was meant. */
  readonly paths: readonly Bilingual[];
}>(() => ({
  code: 'JT4312',
  severity: 'error',
  zh: {
    message: ({ path }) => `原政策里没有“${path}”这个数`,
    help: ({ near, paths }) =>
      near.length > 0
        ? `是不是想写${near.map((one) => `“${one}”`).join('或')}？`
        : paths.length > 0
          ? `这里可以写：${zhOf(paths)}`
          : '先写条款（或参数、定义）的名称，再用“.”接着写行首的词，例如“算力券.封顶”',
  },
  en: {
    message: ({ path }) => `the base has no figure “${path}”`,
    help: ({ near, paths }) =>
      near.length > 0
        ? `did you mean ${near.map((one) => `“${one}”`).join(' or ')}?`
        : paths.length > 0
          ? `what can be written here: ${enOf(paths)}`
          : 'a path begins with the name of a clause, parameter or definition, then “.” and the word of the line, such as “art3.cap”',
  },
}));

export const AmbiguousPath = diagnostic<{ readonly path: string; readonly paths: readonly Bilingual[] }>(() => ({
  code: 'JT4313',
  severity: 'error',
  zh: {
    message: ({ path }) => `“${path}”不止一处，分不清指哪一个`,
    help: ({ paths }) => (paths.length > 0 ? `写全：${zhOf(paths)}` : '用“替换”写出整个条款'),
  },
  en: {
    message: ({ path }) => `“${path}” is more than one`,
    help: ({ paths }) => (paths.length > 0 ? `write which: ${enOf(paths)}` : 'write the whole clause with “replace”'),
  },
}));

export const OtherUnit = diagnostic<{ readonly path: string; readonly was: Bilingual }>(() => ({
  code: 'JT4314',
  severity: 'error',
  zh: {
    message: ({ path, was }) => `“${path}”原为 ${was.zh}，单位不同`,
    help: () => '写同一种单位的数；要改变算法，用“替换”写出整个条款',
  },
  en: {
    message: ({ path, was }) => `“${path}” was ${was.en}: the unit differs`,
    help: () => 'write a figure of the same unit; to compute otherwise, write the whole clause with “replace”',
  },
}));

export const ChangedTwice = diagnostic<{ readonly path: string }>(() => ({
  code: 'JT4315',
  severity: 'error',
  zh: {
    message: ({ path }) => `“${path}”改了两次`,
    help: () => '只留一处；替换或删去的条款，不再另作修改',
  },
  en: {
    message: ({ path }) => `“${path}” is changed twice`,
    help: () => 'keep one of the two; what is replaced or omitted is not set as well',
  },
}));

export const AuthorityNotNamed = diagnostic<{ readonly name: string; readonly known: readonly string[] }>(() => ({
  code: 'JT4316',
  severity: 'error',
  zh: {
    message: ({ name }) => `原政策没有写责任单位“${name}”`,
    help: ({ known }) => (known.length === 0 ? '原政策没有写责任单位' : `原政策写有：${few(known, '、')}`),
  },
  en: {
    message: ({ name }) => `the base names no authority “${name}”`,
    help: ({ known }) => (known.length === 0 ? 'the base names none' : `it names: ${few(known, ', ')}`),
  },
}));

export const NothingToOmit = diagnostic<{ readonly name: string; readonly near: readonly string[] }>(() => ({
  code: 'JT4317',
  severity: 'error',
  zh: {
    message: ({ name }) => `原政策里没有“${name}”可以删去`,
    help: ({ near }) =>
      near.length > 0
        ? `是不是想写${near.map((one) => `“${one}”`).join('或')}？`
        : '检查名称；示例写“删去 示例 "标题"”',
  },
  en: {
    message: ({ name }) => `the base has no “${name}” to be omitted`,
    help: ({ near }) =>
      near.length > 0
        ? `did you mean ${near.map((one) => `“${one}”`).join(' or ')}?`
        : 'check the name; an example is omitted by its title: omit example "…"',
  },
}));

/** R23: a dangling reference, with its users. */
export const StillUsed = diagnostic<{
  readonly name: Bilingual;
  readonly term: Term;
  readonly users: readonly Bilingual[];
}>(() => ({
  code: 'JT4318',
  severity: 'error',
  zh: {
    message: ({ name, term, users }) => `${term.zh}“${name.zh}”没有了，但还有人用它：${zhOf(users)}`,
    help: () => '把用到它的一并替换或删去，或者保留它',
  },
  en: {
    message: ({ name, term, users }) => `the ${term.en} “${name.en}” is gone but still used by ${enOf(users)}`,
    help: () => 'replace or omit what uses it as well, or keep it',
  },
}));

export const ExamplesTouched = diagnostic<{ readonly titles: readonly string[] }>(() => ({
  code: 'JT4319',
  severity: 'error',
  zh: {
    message: ({ titles }) => `原政策有 ${titles.length} 个示例因这里的改动不再可靠`,
    help: () => '逐个用“替换 示例 "标题" …”重写，或删去：删去 示例 "标题"；全部删去写“删去 受影响示例”',
  },
  en: {
    message: ({ titles }) =>
      titles.length === 1
        ? 'one example of the base is no longer sure under the changes made here'
        : `${titles.length} examples of the base are no longer sure under the changes made here`,
    help: () =>
      'restate each with “replace example "title" …”, or omit it: omit example "title"; all of them: omit touched examples',
  },
}));

/** R23: a changed line drops its anchor and needs one in the new source. */
export const ChangedLineNotAnchored = diagnostic<{ readonly path: string; readonly anchor: string }>(() => ({
  code: 'JT4320',
  severity: 'warning',
  zh: {
    message: ({ path, anchor }) => `“${path}”改了，原文「${anchor}」不再是它的依据`,
    help: () => '在这一行末尾写上新文件的原文「…」；新文件没有写明的，写「隐含」',
  },
  en: {
    message: ({ path, anchor }) => `“${path}” has changed: the words 「${anchor}」 of the base no longer bear it out`,
    help: () =>
      'end the line with the words of the new source 「…」, or with 「implied」 where it leaves the figure unsaid',
  },
}));

/** R23, R5: the new policy has its own id. */
export const SameIdAsBase = diagnostic<{ readonly id: string }>(() => ({
  code: 'JT4324',
  severity: 'error',
  zh: {
    message: ({ id }) => `改编后的政策与原政策同名“${id}”，台账会分不清`,
    help: () => '给它自己的名称；要承接原政策的获奖记录，写“承接 "原政策" 自 日期”',
  },
  en: {
    message: ({ id }) => `the adapted policy bears the id of its base, “${id}”: a ledger could not tell them apart`,
    help: () => 'give it an id of its own; to go on with the awards of the base, write “continues "id" since DAY”',
  },
}));

/** R5: two clauses would claim one history. */
export const FormerIdTaken = diagnostic<{ readonly id: string; readonly clause: Bilingual }>(() => ({
  code: 'JT4325',
  severity: 'error',
  zh: {
    message: ({ id, clause }) => `曾用名“${id}”也属于条款“${clause.zh}”，一笔获奖会算两次`,
    help: ({ clause }) => `一个曾用名只给一个条款；“${clause.zh}”若是新的，在其中写“曾用名 无”`,
  },
  en: {
    message: ({ id, clause }) =>
      `the former id “${id}” belongs to clause “${clause.en}” too: an award would count twice`,
    help: ({ clause }) => `give a former id to one clause only; if “${clause.en}” is new, write “formerly none” in it`,
  },
}));

export const ContinuesItself = diagnostic<{ readonly id: string }>(() => ({
  code: 'JT4326',
  severity: 'error',
  zh: {
    message: ({ id }) => `政策不能承接自己（“${id}”）`,
    help: () => '写前一个政策的名称；自己的获奖记录本来就看得到',
  },
  en: {
    message: ({ id }) => `a policy cannot continue itself (“${id}”)`,
    help: () => 'write the id of the policy before it; its own awards it sees in any case',
  },
}));
