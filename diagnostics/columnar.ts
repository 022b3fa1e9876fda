/** Why `jieti build --columnar` makes no code of a clause. */
import { type Bilingual, diagnostic } from './diagnostic.ts';

/** What columnar code does not hold. The general evaluator does all of it. */
export type NotColumnarReason = keyof typeof reasons;

const reasons = {
  'infinite arithmetic': both(
    '增长率从零算起时按无限大计，又拿来计算',
    'a growth rate from zero counts as infinite, and is calculated with',
  ),
  'open choice': both(
    '未核定的最高额决定取哪一行、哪一项',
    'an amount that is still to be decided chooses a row or an item',
  ),
  'open divisor': both('以未核定的数额作除数', 'an amount that is still to be decided divides another'),
  'open ladder': both('台阶的门槛或金额尚待核定', 'a threshold or an amount of a ladder is still to be decided'),
  'open gate': both(
    '材料不全从严时，条件取决于未核定的数额',
    'with unknown facts taken strictly, a condition hangs on an amount still to be decided',
  ),
  'open gate of items': both(
    '逐个评定的条件取决于未核定的数额',
    'a condition on items hangs on an amount still to be decided',
  ),
  'open range of years': both(
    '首次要追溯的年度没有界限，或不知从哪年起',
    '“first time” asks years without a known first one',
  ),
  text: both('按文字内容判断', 'a text is compared'),
  'many options': both(
    '选项太多（单选六万多个，多选三十二个以上）',
    'there are too many options (over 65,536, or over 32 of which several may hold)',
  ),
  rank: both('按名次计算', 'it counts by rank'),
  'part in order': both('按先后次序用完限额', 'items use up a limit in their order'),
  'dated figure': both('按日期取值的参数', 'a figure has a value for each day'),
  interest: both('按日计息', 'interest is counted by days'),
  calendar: both('推算日期的年数、月数不是写定的', 'days are reckoned by years or months that are not written down'),
  'payment plan': both('分期兑付', 'it is paid in parts'),
  'limit of items': both('限定项数', 'the number of items is limited'),
  'cut among items': both('封顶在各项之间分摊', 'a cap is shared out among items'),
  'condition after items': both('逐项之后还有条件', 'a condition stands after the items'),
  'lines after items': both('逐项合计之后另有增加', 'lines after the items add to their sum'),
  'line of items': both('引用逐项中的一行', 'a line inside another clause’s items is read'),
  'item of another clause': both('引用另一条款同一项的数额', 'another clause’s amount for the same item is read'),
  'shared key': both('与其他申报主体共用', 'other applicants share it'),
  'shared cap per item': both('每一项的合计封顶', 'a shared cap acts on each item'),
  'coins of a shared cap': both(
    '合计封顶之后按最大余数分配尾数',
    'coins of a shared cap are given out by largest remainder',
  ),
  'conflict among items': both('逐项就高不重复', 'clauses exclude each other item by item'),
  'items in a conflict': both('逐项的条款整体与其他条款就高', 'a clause paid by items is excluded as a whole'),
  'conflict by day': both('按先后日期择一', 'the earliest of several clauses is paid'),
  'rounding above a ceiling': both('几个最高额之上还要进位', 'payment rounds upwards above several ceilings'),
  'amount of any denominator': both('数额除不尽，又不取整', 'the amount is a quotient and is not rounded'),
  'too many digits': both('数额可能超过十五位数字', 'the amount may have more than fifteen digits'),
} as const;

function both(zh: string, en: string): Bilingual {
  return { zh, en };
}

export const NotColumnarClause = diagnostic<{ name: Bilingual; why: NotColumnarReason }>(() => ({
  code: 'JT8043',
  severity: 'error',
  zh: {
    message: (p) => `“${p.name.zh}”不能写成按列评定的代码：${reasons[p.why].zh}`,
    help: () => '不带 --columnar 的 jieti build 支持全部写法；或另写一份只含其余条款的政策',
  },
  en: {
    message: (p) => `no columnar code of "${p.name.en}": ${reasons[p.why].en}`,
    help: () => 'jieti build without --columnar takes every policy; or write one that holds the other clauses alone',
  },
}));

export const UnknownPrint = diagnostic<{ name: string }>(() => ({
  code: 'JT8044',
  severity: 'error',
  zh: { message: (p) => `jieti build 不能打印“${p.name}”`, help: () => '写 --print numbers' },
  en: { message: (p) => `jieti build prints no "${p.name}"`, help: () => 'write --print numbers' },
}));

export const NowhereToWrite = diagnostic(() => ({
  code: 'JT8045',
  severity: 'error',
  zh: { message: () => '没有说写到哪里', help: () => '加上 -o 文件夹；只看数字怎样存放时写 --print numbers' },
  en: {
    message: () => 'there is no folder to write to',
    help: () => 'add -o FOLDER, or --print numbers to see only how numbers are held',
  },
}));
