/** Policies of any number of clauses, as texts: what compiling costs, and what clauses cost that do not apply. */

const head = (name: string) =>
  `政策 ${name} | ${name.replaceAll('_', '')}号 { 有效期 2023-01-01 至 2025-12-31 ； 基期为零 无增速 }\n`;

/** Clauses of five shapes by turns, each with figures of its own. */
export function manyClauses(count: number): string {
  const facts = `填报 company | 企业 {
  ai_enterprise | 人工智能企业 ： 是否
  rd | 研发费用 ： 金额 逐年
  revenue | 营业收入 ： 金额 逐年
  staff | 员工数 ： 人数 逐年
  stage | 发展阶段 ： 选项 { seed | 初创、growing | 成长、mature | 成熟 }
}\n`;
  return `${head('many_clauses')}${facts}${Array.from({ length: count }, (_, index) => clauseOf(index)).join('\n')}\n`;
}

const shapes: readonly ((figure: number) => string)[] = [
  (figure) => `条件 人工智能企业 且 研发费用 达到 ${figure}万元
  补助 取低（研发费用 的 ${1 + (figure % 40)}%、${figure + 50}万元）`,
  (figure) => `条件 研发费用 超过 ${figure}万元 且 研发费用 比上年 增长
  补助 研发费用 每满 ${2 * figure}万元 给予 ${1 + (figure % 9)}万元`,
  (figure) => `条件 营业收入 的 增速 高于 ${1 + (figure % 30)}%
  奖励 营业收入 的 增量 的 0.${1 + (figure % 9)}%`,
  (figure) => `奖励 按 营业收入，整体 {
    超过 ${figure}万元 ： ${1 + (figure % 7)}万元
    超过 ${3 * figure}万元 ： ${9 + (figure % 7)}万元
    超过 ${9 * figure}万元 ： ${20 + (figure % 7)}万元
  }`,
  (figure) => `条件 发展阶段 为 初创、成长
  补贴 员工数 × ${100 + figure}元/人`,
];

function clauseOf(index: number): string {
  const shape = shapes[index % shapes.length]!;
  return `条款 c${index + 1} {\n  依据 第${1 + (index % 90)}条\n  ${shape(10 + (index % 1000))}\n}`;
}

/** Sectors and sizes of `guardedClauses`: each pair of them guards as many clauses. */
export const sectors = 100;
export const sizes = 10;

/** Of so many clauses, each guarded by a sector and a size: `count` / 1,000 of them apply to a company. */
export function guardedClauses(count: number): string {
  const options = (letter: string, many: number) =>
    Array.from({ length: many }, (_, index) => `${letter}${index + 1}`).join('、');
  const facts = `填报 company | 企业 {
  sector | 行业 ： 选项 { ${options('s', sectors)} }
  size | 规模 ： 选项 { ${options('g', sizes)} }
  revenue | 营业收入 ： 金额 逐年
}\n`;
  const clauses = Array.from({ length: count }, (_, index) => {
    const sector = 1 + (Math.floor(index / sizes) % sectors);
    return `条款 c${index + 1} {\n依据 第1条\n条件 行业 为 s${sector}\n条件 规模 为 g${1 + (index % sizes)}\n补助 营业收入 的 ${1 + (index % 9)}%\n}`;
  });
  return `${head('guarded_clauses')}${facts}${clauses.join('\n')}\n`;
}
