/** Catalogue JT43xx: what a text takes from others. R23; chapter on sharing of spec/language.md. */
import { type Bilingual, diagnostic } from './diagnostic.ts';
import { englishTerm, type Term } from './terms.ts';

const most = 12;

function few(list: readonly string[], separator: string): string {
  const rest = list.length - most;
  const shown = list.slice(0, most).join(separator);
  return rest > 0 ? `${shown}${separator === '、' ? ` 等 ${list.length} 个` : ` and ${rest} more`}` : shown;
}

const zhOf = (list: readonly Bilingual[]) =>
  few(
    list.map(({ zh }) => `“${zh}”`),
    '、',
  );
const enOf = (list: readonly Bilingual[]) =>
  few(
    list.map(({ en }) => `“${en}”`),
    ', ',
  );

/** A named text is not there or may not be read. */
export const LinkedTextMissing = diagnostic<{
  readonly path: string;
  readonly problem: 'missing' | 'notAllowed' | 'unreadable' | 'noTexts';
  readonly reason: string;
}>({
  code: 'JT4301',
  severity: 'error',
  zh: {
    message: ({ path, problem, reason }) =>
      ({
        missing: `找不到文件“${path}”`,
        notAllowed: `“${path}”不是可以引用的文件`,
        unreadable: `读不了文件“${path}”（${reason}）`,
        noTexts: `“${path}”没有随文本一起给出`,
      })[problem],
    help: ({ problem }) =>
      problem === 'notAllowed'
        ? '写以 .policy 结尾的相对路径，用“/”分隔，例如 "../厦门/厦门.policy"'
        : '路径从写它的这个文件算起；检查文件名，或把文件放到那里',
  },
  en: {
    message: ({ path, problem, reason }) =>
      ({
        missing: `there is no file “${path}”`,
        notAllowed: `“${path}” is no file that a policy may take from`,
        unreadable: `the file “${path}” cannot be read (${reason})`,
        noTexts: `“${path}” was not given together with the text`,
      })[problem],
    help: ({ problem }) =>
      problem === 'notAllowed'
        ? 'write a relative path that ends in .policy, with “/” between folders, such as "../xiamen/xiamen.policy"'
        : 'a path begins at the folder of the file that names it; check the spelling, or put the file there',
  },
});

export const LinkedInCircle = diagnostic<{ readonly chain: readonly string[] }>({
  code: 'JT4302',
  severity: 'error',
  zh: {
    message: ({ chain }) => `文件互相引用，绕成一圈：${chain.join(' → ')}`,
    help: () => '去掉其中一处，把共用的部分放进一个单独的文件',
  },
  en: {
    message: ({ chain }) => `the files take from each other in a circle: ${chain.join(' → ')}`,
    help: () => 'take one of them out; what they share can stand in a file of its own',
  },
});

export const TooMuchLinked = diagnostic<{
  readonly what: 'tooMany' | 'tooDeep' | 'tooLong' | 'amendments';
  readonly limit: number;
}>({
  code: 'JT4303',
  severity: 'error',
  zh: {
    message: ({ what, limit }) =>
      ({
        tooMany: `引用的文件太多，最多 ${limit} 个`,
        tooDeep: `引用套引用太深，最多 ${limit} 层`,
        tooLong: `引用的文件加起来太长，最多 ${limit} 个字符`,
        amendments: `对原政策的改动太多，最多 ${limit} 处`,
      })[what],
    help: ({ what }) => (what === 'amendments' ? '改动这么多的，另写一份政策' : '把共用的部分并进较少、较短的文件'),
  },
  en: {
    message: ({ what, limit }) =>
      ({
        tooMany: `the policy takes from too many texts: at most ${limit}`,
        tooDeep: `texts take from texts too deeply: at most ${limit} levels`,
        tooLong: `the texts taken from are too long together: at most ${limit} characters`,
        amendments: `the base is changed in too many places: at most ${limit}`,
      })[what],
    help: ({ what }) =>
      what === 'amendments'
        ? 'a policy that differs so much is better written out'
        : 'put what is shared into fewer, shorter files',
  },
});

export const LinkedTextHasErrors = diagnostic<{ readonly path: string }>({
  code: 'JT4304',
  severity: 'error',
  zh: {
    message: ({ path }) => `“${path}”自身有错误`,
    help: ({ path }) => `先改正它（jieti check ${path}）；在那之前不能从它取用`,
  },
  en: {
    message: ({ path }) => `“${path}” has mistakes of its own`,
    help: ({ path }) => `put them right first (jieti check ${path}); nothing can be taken from it before`,
  },
});

/** R23: the base is pinned. */
export const DigestMissing = diagnostic<{ readonly digest: string }>({
  code: 'JT4305',
  severity: 'error',
  zh: {
    message: () => '改编没有写明所依据文本的摘要',
    help: ({ digest }) => `在路径后面加上：摘要 "${digest}"`,
  },
  en: {
    message: () => 'the digest of the text that is adapted is missing',
    help: ({ digest }) => `write after the path: digest "${digest}"`,
  },
});

export const DigestDiffers = diagnostic<{ readonly path: string; readonly pinned: string; readonly digest: string }>({
  code: 'JT4306',
  severity: 'error',
  zh: {
    message: ({ path, pinned }) => `“${path}”已经改动过，不再是摘要 ${pinned.slice(0, 12)}… 的那个文本`,
    help: ({ path, digest }) =>
      `先看改了什么：与当时的文本对比（例如 git log -p ${path}）；改动在这里也成立的，把摘要改为 "${digest}"`,
  },
  en: {
    message: ({ path, pinned }) =>
      `“${path}” has changed: it is no longer the text with digest ${pinned.slice(0, 12)}…`,
    help: ({ path, digest }) =>
      `see what has changed first: compare it with the text as it was (git log -p ${path}); if all of it may hold here too, write digest "${digest}"`,
  },
});

export const AmendmentWithoutBase = diagnostic({
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
});

/** In an adapting policy every declaration says what it does to the base. */
export const DeclarationNeedsWord = diagnostic<{ readonly name: string; readonly exists: boolean }>({
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
});

export const NothingToReplace = diagnostic<{ readonly name: string; readonly near: readonly string[] }>({
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
});

export const AlreadyInBase = diagnostic<{ readonly name: string }>({
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
});

export const OtherKindInBase = diagnostic<{ readonly name: string; readonly is: Term; readonly wanted: Term }>({
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
});

export const UnknownPath = diagnostic<{
  readonly path: string;
  readonly near: readonly string[];
  /** Paths within the declaration that was meant. */
  readonly paths: readonly Bilingual[];
}>({
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
});

export const AmbiguousPath = diagnostic<{ readonly path: string; readonly paths: readonly Bilingual[] }>({
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
});

export const OtherUnit = diagnostic<{ readonly path: string; readonly was: Bilingual }>({
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
});

export const ChangedTwice = diagnostic<{ readonly path: string }>({
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
});

export const AuthorityNotNamed = diagnostic<{ readonly name: string; readonly known: readonly string[] }>({
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
});

export const NothingToOmit = diagnostic<{ readonly name: string; readonly near: readonly string[] }>({
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
});

/** R23: a dangling reference, with its users. */
export const StillUsed = diagnostic<{
  readonly name: Bilingual;
  readonly term: Term;
  readonly users: readonly Bilingual[];
}>({
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
});

export const ExamplesTouched = diagnostic<{ readonly titles: readonly string[] }>({
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
});

/** R23: a changed line drops its anchor and needs one in the new source. */
export const ChangedLineNotAnchored = diagnostic<{ readonly path: string; readonly anchor: string }>({
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
});

/** R23: what an import does not lend. */
export const NotShared = diagnostic<{ readonly name: string; readonly path: string; readonly lent: readonly string[] }>(
  {
    code: 'JT4321',
    severity: 'error',
    zh: {
      message: ({ name, path }) => `“${name}”不能从“${path}”引用`,
      help: ({ lent }) =>
        `只有单位、参数，以及只由它们写成的定义可以引用${lent.length > 0 ? `：${few(lent, '、')}` : ''}；要沿用条款，用“改编”`,
    },
    en: {
      message: ({ name, path }) => `“${name}” cannot be taken from “${path}”`,
      help: ({ lent }) =>
        `a text lends its units, its parameters and the definitions made of these alone${lent.length > 0 ? `: ${few(lent, ', ')}` : ''}; to take over clauses, adapt it`,
    },
  },
);

export const ImportUnused = diagnostic<{ readonly prefix: string }>({
  code: 'JT4322',
  severity: 'warning',
  zh: {
    message: ({ prefix }) => `引用了“${prefix}”，却没有用到其中的名称`,
    help: ({ prefix }) => `用到时写“${prefix}.名称”；不用就删去这一行`,
  },
  en: {
    message: ({ prefix }) => `nothing of the import “${prefix}” is used`,
    help: ({ prefix }) => `its names are written “${prefix}.name”; delete the line if none is needed`,
  },
});

export const PrefixTaken = diagnostic<{ readonly prefix: string }>({
  code: 'JT4323',
  severity: 'error',
  zh: {
    message: ({ prefix }) => `前缀“${prefix}”用了两次`,
    help: () => '给每个引用的文件不同的前缀',
  },
  en: {
    message: ({ prefix }) => `the prefix “${prefix}” is given twice`,
    help: () => 'give each imported file a prefix of its own',
  },
});

/** R23, R5: the new policy has its own id. */
export const SameIdAsBase = diagnostic<{ readonly id: string }>({
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
});

/** R5: two clauses would claim one history. */
export const FormerIdTaken = diagnostic<{ readonly id: string; readonly clause: Bilingual }>({
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
});

export const ContinuesItself = diagnostic<{ readonly id: string }>({
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
});
