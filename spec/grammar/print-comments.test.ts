import { describe, expect, test } from 'vitest';
import { collector } from '../../diagnostics/diagnostic.ts';
import { parse } from '../../grammar/parse.ts';
import { type PrintLanguage, print } from '../../grammar/print.ts';

function formatted(text: string, language: PrintLanguage): string {
  const { report, diagnostics } = collector();
  const tree = parse({ file: 'x.policy', text }, report);
  expect(diagnostics).toEqual([]);
  return print(tree, { language, source: text });
}

describe('comments and blank lines stay where the author put them', () => {
  const messy = `// The whole file.

policy sample | 样例 {   // after the bracket
  currency   CNY// the currency


  // before the next line
  pay exact
  // before the end
}
facts company | 企业 { rd | 研发费用 : money each year   // yearly
  // two of them
  stage | 节点 : one of { a | 甲甲, b | 乙乙 } }
clause art1 { when rd over 2,000,000 CNY  「超过200万元」 // the gate
  grant by stage {
    // the first row
    a : 300,000 CNY // first
    b : 5% of // within a row
        rd
    otherwise : nothing
    // no more rows
  } // after the rows
} // after the clause
// The end.
`;

  const zh = `// The whole file.

政策 sample | 样例 {  // after the bracket
  币种 人民币  // the currency

  // before the next line
  兑付 保留原数
  // before the end
}

填报 company | 企业 {
  rd | 研发费用 ： 金额 逐年  // yearly
  // two of them
  stage | 节点  ： 选项 { a | 甲甲、b | 乙乙 }
}

条款 art1 {
  条件 研发费用 超过 200万元  「超过200万元」  // the gate
  补助 按 节点 {
    // the first row
    甲甲 ： 30万元  // first
    // within a row
    乙乙 ： 研发费用 的 5%
    其余 ： 无
    // no more rows
  }  // after the rows
}  // after the clause

// The end.
`;

  test('in another language', () => {
    expect(formatted(messy, 'zh')).toBe(zh);
  });

  test('a second time', () => {
    expect(formatted(zh, 'zh')).toBe(zh);
    expect(formatted(formatted(zh, 'en'), 'zh')).toBe(zh);
  });
});

describe('layout', () => {
  test('anchors share a column, and the longest stand on a line of their own', () => {
    const text = `条款 art1 {
条件 研发费用 超过 200万元 「超过200万元」
条件 甲乙丙 「甲」
补助 研发费用 的 最高 40% 「揭榜优胜单位按项目研发投入总额最高40%给予补助，单个项目最高不超过1000万元，逐年核定后发放」
}
`;
    expect(formatted(text, 'zh')).toBe(`条款 art1 {
  条件 研发费用 超过 200万元  「超过200万元」
  条件 甲乙丙                 「甲」
  补助 研发费用 的 最高 40%
      「揭榜优胜单位按项目研发投入总额最高40%给予补助，单个项目最高不超过1000万元，逐年核定后发放」
}
`);
  });

  test('long conditions break before their joining words', () => {
    const condition = Array.from({ length: 6 }, (_, index) => `some_rather_long_name_${index}`).join(' and ');
    expect(formatted(`let x = ${condition}`, 'en')).toBe(`let x = ${condition.replaceAll(' and ', '\n    and ')}\n`);
  });

  test('short declarations of one kind stand together', () => {
    expect(formatted('unit P\nunit Q\nlet a = 1\nlet b = 2', 'en')).toBe('unit P\nunit Q\n\nlet a = 1\nlet b = 2\n');
  });

  test('the facts of an example share lines', () => {
    const given = Array.from({ length: 7 }, (_, index) => `given long_fact_${index} = 1,000,000 CNY`).join('\n');
    expect(formatted(`example "x" { ${given} }`, 'en')).toBe(`example "x" {
  given long_fact_0 = 1,000,000 CNY, long_fact_1 = 1,000,000 CNY
  given long_fact_2 = 1,000,000 CNY, long_fact_3 = 1,000,000 CNY
  given long_fact_4 = 1,000,000 CNY, long_fact_5 = 1,000,000 CNY
  given long_fact_6 = 1,000,000 CNY
}
`);
  });
});

describe('rows that could be read as one are separated', () => {
  test.each([
    ['zh', '定义 x = 以下全部 {\n  甲甲\n  ；前2年 乙乙 超过 3\n  // 分行\n}'],
    ['en', 'let x = all of {\n  a ;\n  5 over b\n  // apart\n}'],
    ['en', 'let x = by k {\n  over 3 : a ;\n  5 or more : 3\n}'],
  ] as const)('%s %#', (language, text) => {
    const first = formatted(text, language);
    expect(first).toMatch(/ [;；]/);
    expect(formatted(first, language)).toBe(first);
  });
});
