/** Catalogue JT43xx: texts that a text names, and what it imports from them. R23; chapter on sharing of spec/language.md. */
import { diagnostic } from './diagnostic.ts';
import { few } from './long-lists.ts';

/** A named text is not there or may not be read. */
export const LinkedTextMissing = diagnostic<{
  readonly path: string;
  readonly problem: 'missing' | 'notAllowed' | 'unreadable' | 'noTexts';
  readonly reason: string;
}>(() => ({
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
}));

export const LinkedInCircle = diagnostic<{ readonly chain: readonly string[] }>(() => ({
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
}));

export const TooMuchLinked = diagnostic<{
  readonly what: 'tooMany' | 'tooDeep' | 'tooLong' | 'amendments';
  readonly limit: number;
}>(() => ({
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
}));

export const LinkedTextHasErrors = diagnostic<{ readonly path: string }>(() => ({
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
}));

/** R23: the base is pinned. */
export const DigestMissing = diagnostic<{ readonly digest: string }>(() => ({
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
}));

export const DigestDiffers = diagnostic<{ readonly path: string; readonly pinned: string; readonly digest: string }>(
  () => ({
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
  }),
);

/** R23: what an import does not lend. */
export const NotShared = diagnostic<{ readonly name: string; readonly path: string; readonly lent: readonly string[] }>(
  () => ({
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
  }),
);

export const ImportUnused = diagnostic<{ readonly prefix: string }>(() => ({
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
}));

export const PrefixTaken = diagnostic<{ readonly prefix: string }>(() => ({
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
}));
