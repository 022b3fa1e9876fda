/** Catalogue JT71xx: the ledger, line by line. R5; chapter on the ledger of spec/language.md. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

interface OnLine {
  /** One-based. */
  readonly line: number;
}

export const LedgerTooLong = diagnostic<{ readonly length: number; readonly limit: number }>(() => ({
  code: 'JT7101',
  severity: 'error',
  zh: {
    message: ({ length, limit }) => `台账太长：有 ${length} 个字符，最多 ${limit} 个`,
    help: () => '按申报主体分成几份台账；一次测算只读有关主体的一份',
  },
  en: {
    message: ({ length, limit }) => `the ledger is too long: ${length} characters, at most ${limit} are read`,
    help: () => 'keep several ledgers, by applicant; an assessment needs that of its applicant only',
  },
}));

export const NotALedgerEntry = diagnostic<OnLine & { readonly written: string }>(() => ({
  code: 'JT7102',
  severity: 'error',
  zh: {
    message: ({ line, written }) => `台账第 ${line} 行不是一条记录：${written}`,
    help: () => '每行一条：{"kind": "award", …} 是一笔奖补，{"kind": "coverage", …} 说明台账在哪段时间里是完整的',
  },
  en: {
    message: ({ line, written }) => `line ${line} of the ledger is no entry: ${written}`,
    help: () =>
      'one entry a line: {"kind": "award", …} for an award, {"kind": "coverage", …} to state over which days the ledger is complete',
  },
}));

export const LedgerFieldMissing = diagnostic<OnLine & { readonly name: string; readonly expected: Bilingual }>(() => ({
  code: 'JT7103',
  severity: 'error',
  zh: {
    message: ({ line, name }) => `台账第 ${line} 行缺少 "${name}"`,
    help: ({ name, expected }) => `补上 "${name}"：${expected.zh}`,
  },
  en: {
    message: ({ line, name }) => `line ${line} of the ledger lacks "${name}"`,
    help: ({ name, expected }) => `add "${name}": ${expected.en}`,
  },
}));

export const LedgerFieldForm = diagnostic<
  OnLine & { readonly name: string; readonly written: string; readonly expected: Bilingual }
>(() => ({
  code: 'JT7104',
  severity: 'error',
  zh: {
    message: ({ line, name, written }) => `台账第 ${line} 行的 "${name}" 写法不对：${written}`,
    help: ({ expected }) => `应当是${expected.zh}`,
  },
  en: {
    message: ({ line, name, written }) =>
      `"${name}" in line ${line} of the ledger is not of the right form: ${written}`,
    help: ({ expected }) => `it must be ${expected.en}`,
  },
}));

export const UnknownLedgerField = diagnostic<OnLine & { readonly name: string; readonly near: readonly string[] }>(
  () => ({
    code: 'JT7105',
    severity: 'warning',
    zh: {
      message: ({ line, name }) => `台账第 ${line} 行的 "${name}" 不起作用`,
      help: ({ near }) => (near.length > 0 ? `是不是想写 "${near[0]}"？` : '检查名称；不需要的话删去'),
    },
    en: {
      message: ({ line, name }) => `"${name}" in line ${line} of the ledger has no effect`,
      help: ({ near }) => (near.length > 0 ? `did you mean "${near[0]}"?` : 'check the name, or delete it'),
    },
  }),
);

export const LedgerIdTwice = diagnostic<OnLine & { readonly id: string; readonly first: number }>(() => ({
  code: 'JT7106',
  severity: 'error',
  zh: {
    message: ({ line, id, first }) => `台账第 ${first} 行和第 ${line} 行的编号相同：“${id}”`,
    help: () => '同一笔只留一行；若是两笔，给它们不同的 "id"',
  },
  en: {
    message: ({ line, id, first }) => `lines ${first} and ${line} of the ledger have the same id: “${id}”`,
    help: () => 'keep one line if they are one award; give them different ids if they are two',
  },
}));

export const ReversesUnknown = diagnostic<OnLine & { readonly id: string }>(() => ({
  code: 'JT7107',
  severity: 'error',
  zh: {
    message: ({ line, id }) => `台账第 ${line} 行要冲销“${id}”，前面却没有这一笔`,
    help: () => '检查 "reverses" 的编号；冲销写在被冲销的那笔后面',
  },
  en: {
    message: ({ line, id }) => `line ${line} of the ledger takes back “${id}”, and no line before it has that id`,
    help: () => 'check "reverses"; a reversal stands after the entry it takes back',
  },
}));

export const ReversedAlready = diagnostic<OnLine & { readonly id: string; readonly first: number }>(() => ({
  code: 'JT7108',
  severity: 'error',
  zh: {
    message: ({ line, id, first }) => `台账第 ${line} 行要冲销“${id}”，第 ${first} 行已经冲销过了`,
    help: () => '删去其中一行',
  },
  en: {
    message: ({ line, id, first }) =>
      `line ${line} of the ledger takes back “${id}”, which line ${first} has taken back already`,
    help: () => 'delete one of the two',
  },
}));

export const ReversesAnother = diagnostic<OnLine & { readonly id: string; readonly first: number }>(() => ({
  code: 'JT7109',
  severity: 'error',
  zh: {
    message: ({ line, id, first }) =>
      `台账第 ${line} 行要冲销“${id}”，但第 ${first} 行那一笔的主体、政策、条款、对象或期间与它不同`,
    help: () => '冲销要与被冲销的那笔写同样的 subject、policy、clause、item、part 和 period',
  },
  en: {
    message: ({ line, id, first }) =>
      `line ${line} of the ledger takes back “${id}”, but that entry in line ${first} is of another subject, policy, clause, item or period`,
    help: () => 'repeat subject, policy, clause, item, part and period of the entry that is taken back',
  },
}));

/** A half-open interval holds its first day and not its last. */
export const LedgerDaysBackwards = diagnostic<
  OnLine & { readonly name: string; readonly from: string; readonly to: string }
>(() => ({
  code: 'JT7110',
  severity: 'error',
  zh: {
    message: ({ line, from, to }) => `台账第 ${line} 行的时间颠倒：从 ${from} 到 ${to}`,
    help: ({ name }) =>
      name === 'period'
        ? 'period 的 to 是期间结束后的第一天，2024 年写 "2024-01-01" 到 "2025-01-01"'
        : 'to 不早于 from，两天都算在内',
  },
  en: {
    message: ({ line, from, to }) => `the days in line ${line} of the ledger run backwards: from ${from} to ${to}`,
    help: ({ name }) =>
      name === 'period'
        ? '"to" of a period is the first day after it: the year 2024 is "2024-01-01" to "2025-01-01"'
        : '"to" cannot be earlier than "from"; both days are included',
  },
}));

export const PeriodOfAnotherYear = diagnostic<
  OnLine & { readonly year: number; readonly from: string; readonly to: string }
>(() => ({
  code: 'JT7111',
  severity: 'error',
  zh: {
    message: ({ line, year, from, to }) => `台账第 ${line} 行的期间写作 ${year} 年，却是从 ${from} 到 ${to}`,
    help: () => '让 year 与 from 的年份一致；to 是期间结束后的第一天',
  },
  en: {
    message: ({ line, year, from, to }) =>
      `the period in line ${line} of the ledger says ${year}, yet it runs from ${from} to ${to}`,
    help: () => 'make "year" the year of "from"; "to" is the first day after the period',
  },
}));

/** Both count, so an award entered twice by mistake would cut every later one. */
export const AwardTwice = diagnostic<OnLine & { readonly first: number }>(() => ({
  code: 'JT7112',
  severity: 'warning',
  zh: {
    message: ({ line, first }) =>
      `台账第 ${first} 行和第 ${line} 行像是同一笔：主体、政策、条款、对象和期间都相同，两笔都会计算`,
    help: () => '若是重复登记，冲销其中一笔；若是分期支付，用 "part" 写明第几期',
  },
  en: {
    message: ({ line, first }) =>
      `lines ${first} and ${line} of the ledger look like one award: same subject, policy, clause, item and period; both are counted`,
    help: () => 'reverse one if it was entered twice; number instalments with "part"',
  },
}));
