/** Catalogue JT1053–JT1065: what drafters write by habit and the language writes otherwise. Found by grammar/known-slips.ts. */
import { diagnostic } from './diagnostic.ts';

/** 补助 20万元 如果 …: the condition of the whole clause is a line of its own. */
export const ConditionOnLine = diagnostic(() => ({
  code: 'JT1053',
  severity: 'error',
  zh: {
    message: () => '这一行不能带“如果”',
    help: () =>
      '管整个条款的，在它前面另写一行“条件 …”；符合条件才加的一笔写“另加 … 如果 …”；条件不同、金额不同的，写成两个条款',
  },
  en: {
    message: () => 'this line takes no “if”',
    help: () =>
      'what governs the whole clause is a line “when …” before it; a further sum is “add … if …”; different amounts under different conditions are two clauses',
  },
}));

/** 100万元 至 500万元 ： …, without 在: are the ends in? */
export const RangeInRow = diagnostic(() => ({
  code: 'JT1054',
  severity: 'error',
  zh: {
    message: () => '分行的界限只写“… 至 …”：两端算不算在内不清楚',
    help: () =>
      '两端都算在内，写“在 100万元 至 500万元”；否则写“达到 100万元 且 低于 500万元”，或“超过 100万元 且 不超过 500万元”',
  },
  en: {
    message: () => 'a row is bounded by “… to …” alone: are the ends in?',
    help: () =>
      'if both are, write “from 1,000,000 CNY to 5,000,000 CNY”; else “at least 1,000,000 CNY and under 5,000,000 CNY”, or “over … and at most …”',
  },
}));

/** 补助 研发费用 的 15%，最高 300万元: each line has one effect. */
export const EffectAfterComma = diagnostic(() => ({
  code: 'JT1055',
  severity: 'error',
  zh: {
    message: () => '一行只写一个效果，逗号后面的另起一行',
    help: () => '各步按所写的次序计算，先算的写在前：上限写在下一行，并写明范围，如“封顶 每家 企业 每年 300万元”',
  },
  en: {
    message: () => 'a line has one effect; what follows the comma is a line of its own',
    help: () =>
      'lines are worked in the order written: a limit is the next line, with its scope, as in “cap 3,000,000 CNY per company per year”',
  },
}));

/** 封顶 每家 企业 40万元 上浮 20% 如果 旺季: read as two lines, the second raises what the first leaves. D5. */
export const RaiseBesideCap = diagnostic(() => ({
  code: 'JT1075',
  severity: 'error',
  zh: {
    message: () => '上浮的是上限，还是封顶之后的金额？',
    help: () => '上浮上限，在“上浮”前加逗号；上浮金额，“上浮”另起一行',
  },
  en: {
    message: () => 'is it the cap that is raised, or the amount after the cap?',
    help: () => 'for the cap, write a comma before “raised by”; for the amount, begin a new line with “raise by”',
  },
}));

/** 条件 高新技术企业、营业收入 达到 2000万元. */
export const ConditionsByComma = diagnostic(() => ({
  code: 'JT1056',
  severity: 'error',
  zh: {
    message: () => '一行里的几个条件不能用顿号、逗号隔开',
    help: () => '都要具备的写“且”，具备一个即可的写“或”；都要具备的也可以各写一行“条件 …”',
  },
  en: {
    message: () => 'conditions on one line are not separated by commas',
    help: () => 'join them by “and” or “or”; those that must all hold may each have a line “when …”',
  },
}));

/** 研发费用 ： 金额，逐年. */
export const SuffixByComma = diagnostic(() => ({
  code: 'JT1057',
  severity: 'error',
  zh: { message: () => '类型和它的说明之间不用逗号、顿号', help: () => '用空格隔开，例如“金额 逐年”' },
  en: {
    message: () => 'no comma stands between a type and what is said of it',
    help: () => 'put a space, as in “money each year”',
  },
}));

/** 营业收入 增速. */
export const GrowthWithoutOf = diagnostic(() => ({
  code: 'JT1058',
  severity: 'error',
  zh: { message: () => '“增速”“增量”这样的词前面要有“的”', help: () => '写成“营业收入 的 增速”“营业收入 的 增量”' },
  en: {
    message: () => 'before 增速 and 增量 stands 的',
    help: () => 'in English write “growth of revenue”, “increase in revenue”',
  },
}));

/** 营业收入 首次 达到，晋级补差 { … }. */
export const FirstTimeWithoutRange = diagnostic(() => ({
  code: 'JT1059',
  severity: 'error',
  zh: {
    message: () => '“首次”没有写明从哪一年算起',
    help: () =>
      '写成“营业收入 自 2020年 首次 达到，…”或“自 成立日期 首次 …”；不看以往年度、只看发过没有的，写“尚未获奖 首次 …”',
  },
  en: {
    message: () => '“first time” does not say since when',
    help: () => 'write “since 2020”, “since founded_on”, or “if not yet rewarded” where earlier years do not count',
  },
}));

/** 员工数 超过 50人 的部分，每人 1000元. */
export const PerPieceAfterComma = diagnostic(() => ({
  code: 'JT1060',
  severity: 'error',
  zh: {
    message: () => '按数量计算的，不写在逗号后面',
    help: () =>
      '写成“员工数 每满 1人 给予 1000元”；只算超过部分的，写“（员工数 超过 50人 的部分） 每满 1人 给予 1000元”',
  },
  en: {
    message: () => 'what is paid for each piece does not follow a comma',
    help: () => 'write “1,000 CNY for every full 1 people of staff”',
  },
}));

/** 补助 = …, 另加：…. */
export const MarkAfterLineWord = diagnostic(() => ({
  code: 'JT1061',
  severity: 'error',
  zh: { message: () => '行首的词后面直接写内容，不用“：”“＝”', help: () => '删去这个符号，例如“另加 5万元”' },
  en: {
    message: () => 'no sign stands after the word that begins a line',
    help: () => 'remove it, as in “add 50,000 CNY”',
  },
}));

/** 研发费用 10%. */
export const RateWithoutOf = diagnostic(() => ({
  code: 'JT1062',
  severity: 'error',
  zh: {
    message: () => '比例前面少了“的”',
    help: () => '写成“研发费用 的 10%”；有上限待核定的写“研发费用 的 最高 10%”',
  },
  en: {
    message: () => 'the rate does not say of what',
    help: () => 'write “10% of rd”, or “up to 10% of rd” where the rate is still to be decided',
  },
}));

/** 条件 高新技术企业 = 是. */
export const AnswerInCondition = diagnostic(() => ({
  code: 'JT1063',
  severity: 'error',
  zh: {
    message: () => '是否类的内容不用写“是”“否”',
    help: () => '须为“是”的直接写名称：“条件 高新技术企业”；须为“否”的写“条件 非 高新技术企业”',
  },
  en: {
    message: () => 'a yes-or-no fact takes no answer here',
    help: () => 'write its name alone, as in “when high_tech”, or “when not high_tech”',
  },
}));

/** 营业收入 ： 金额（万元）. */
export const UnitAfterType = diagnostic(() => ({
  code: 'JT1064',
  severity: 'error',
  zh: {
    message: () => '类型后面不写单位',
    help: () => '直接写“金额”，填报时以元计；以别的单位计的数量，写“数量 以 单位名”',
  },
  en: {
    message: () => 'no unit in brackets follows a type',
    help: () => 'write “money”, which is stated in the currency itself; other quantities are “quantity in UNIT”',
  },
}));

/** 参数 基准利率 ： 比例 3%. */
export const ParameterWithoutBraces = diagnostic(() => ({
  code: 'JT1065',
  severity: 'error',
  zh: {
    message: () => '参数的数值要写在花括号里',
    help: () => '写成“比例 { 3% }”；逐年不同的写“比例 逐年 { 2024年 ： 3% ； 2025年 ： 3.1% }”',
  },
  en: {
    message: () => 'the figure of a parameter stands in braces',
    help: () => 'write “percent { 3% }”, or “percent each year { 2024 : 3% ; 2025 : 3.1% }”',
  },
}));
