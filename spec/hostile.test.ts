import { describe, expect, test } from 'vitest';
import { compile } from '../compiler/compile.ts';
import { emitFactsSchema } from '../compiler/emit/json-schema/emit.ts';
import { emitTypeScript } from '../compiler/emit/typescript/emit.ts';
import { readFacts } from '../runtime/door/read-facts.ts';
import { evaluate } from '../runtime/evaluate.ts';
import { periodOfYear } from '../runtime/period.ts';
import { emittedTokens } from './testing/emitted-tokens.ts';
import { jieti } from './testing/memory-host.ts';
import { processorTime } from './testing/processor-time.ts';

/**
 * Policies and facts made to harm, through all that a text goes through: each ends in words and in time, and none lends its words to
 * code. What single passes do with such input is tested beside them.
 */

/** About a second; thrice that, for machines that are slow or busy. */
const mostMilliseconds = 3_000;

const head = 'policy p { in force 2024-01-01 to 2025-12-31 ; growth from zero has no rate }\n';
const facts = 'facts company { rd : money each year ; x : number ; y : number }\n';
const clause = (amount: string) => `${head}${facts}clause c { grant ${amount} }`;

function many(count: number, line: (index: number) => string, separator = '\n'): string {
  return Array.from({ length: count }, (_, index) => line(index)).join(separator);
}

function errorsOf(text: string): readonly string[] {
  const { result, milliseconds } = processorTime(() => compile({ file: 'hostile.policy', text }));
  expect(milliseconds).toBeLessThan(mostMilliseconds);
  for (const { message, help } of result.diagnostics)
    for (const said of [message.zh, message.en, help.zh, help.en]) expect(said.length).toBeLessThan(2_000);
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  expect(result.ir === undefined).toBe(errors.length > 0);
  return [...new Set(errors)];
}

describe('a policy made to harm is refused in words and in time', () => {
  test.each([
    ['a sum of 100,000 terms', clause(`rd${' + rd'.repeat(100_000)}`), ['JT1009']],
    ['brackets 10,000 deep', clause(`${'('.repeat(10_000)}rd${')'.repeat(10_000)}`), ['JT1002']],
    ['200,000 quotation marks that nothing closes', `${head}${facts}${'"'.repeat(200_001)}`, ['JT1005']],
    ['200,000 anchors that nothing closes', `${head}${facts}${'「'.repeat(200_000)}`, ['JT1006']],
    ['a number with an exponent', clause('1e9000000 CNY'), ['JT1030']],
    ['a number of 10,000 digits', clause(`${'9'.repeat(10_000)} CNY`), ['JT1003']],
    ['ten megabytes', `${head}// ${'x'.repeat(10_000_000)}`, ['JT1001']],
    ['100,000 clauses', head + facts + many(100_000, (i) => `clause c${i} { grant 1% of rd }`), ['JT1001']],
    ['100,000 facts', `${head}facts company { ${many(100_000, (i) => `f${i} : count`)} }`, ['JT1001']],
    ['20,000 facts', `${head}facts company { ${many(20_000, (i) => `f${i} : count`)} }`, ['JT4907']],
    ['100,000 readings', head + many(100_000, (i) => `reading r${i} "q" { a (default) ; b }`), ['JT1001']],
    ['100,000 rows', clause(`by rd { ${many(100_000, (i) => `over ${i} CNY : 1 CNY`)} }`), ['JT1001']],
    [
      '5,000 rows with both ends',
      clause(`by rd { ${many(5_000, (i) => `over ${i} CNY and at most ${i + 1} CNY : 1 CNY`)} }`),
      ['JT1009'],
    ],
    ['sums that double sixty times', doubling('+', 60), ['JT4901']],
    ['products that double sixty times', doubling('*', 60), ['JT4906']],
    ['quotients that double ten times', doubling('/', 10), ['JT4906']],
    ['sums of quotients that double ten times', doubling('+', 10, 'rd * x / y'), ['JT4906']],
    ['readings within readings, sixty deep', nestedReadings(60), ['JT1002']],
    ['definitions that double under twenty readings', doublingReadings(20), ['JT4901']],
    ['word readings by the dozen on 2,000 lines', wordReadings(2_000), ['JT4901']],
    [
      'items within items, ninety deep',
      `${head}facts company { rd : money each year ; each project by number { number : text ; cost : money } }\nclause c { ${'for each project { '.repeat(90)} grant cost ${'}'.repeat(90)} }`,
      ['JT2005', 'JT4014'],
    ],
    [
      'a circle of 5,000 definitions',
      `${head}${facts}${many(5_000, (i) => `let d${i} = d${(i + 1) % 5_000} + 1 CNY`)}\nclause c { grant d0 }`,
      ['JT4060'],
    ],
    [
      'a chain of 5,000 definitions',
      `${head}${facts}let d0 = rd\n${many(5_000, (i) => `let d${i + 1} = d${i} + 1 CNY`)}\nclause c { grant d5000 }`,
      ['JT4902'],
    ],
    [
      'a chain of 3,000 clauses',
      `${head}${facts}clause d0 { grant 1% of rd }\n${many(3_000, (i) => `clause d${i + 1} { grant 1% of d${i} }`)}`,
      ['JT4906'],
    ],
    [
      '5,000 names that nothing declares',
      `${head}${facts}clause c { ${many(5_000, (i) => `when u${i} over 1 CNY`)}\n grant 1% of rd }`,
      ['JT2001'],
    ],
    [
      '5,000 facts of one name',
      `${head}facts company { ${many(5_000, () => 'rd : money each year')} }\nclause c { grant 1% of rd }`,
      ['JT2002'],
    ],
    ['nothing but bytes', '\u0000\u0001\u001b[31m\ud800'.repeat(1_000), ['JT1008', 'JT1033']],
  ])('%s', (_, text, expected) => {
    const errors = errorsOf(text);
    expect(errors.length).toBeGreaterThan(0);
    expect(expected.filter((code) => !errors.includes(code))).toEqual([]);
  });

  function doubling(operator: string, times: number, first = operator === '+' ? 'rd' : 'x'): string {
    const definitions = many(times, (i) => `let d${i + 1} = d${i} ${operator} d${i}`);
    const amount = operator === '+' ? `d${times}` : `rd * d${times}`;
    return `${head}${facts}let d0 = ${first}\n${definitions}\nclause c { grant ${amount} }`;
  }

  function nestedReadings(depth: number): string {
    const declared = many(depth, (i) => `reading r${i} "q" { a (default) ; b }`);
    const opened = many(depth, (i) => `by reading r${i} { a : grant 1 CNY ; b : {`);
    return `${head}${facts}${declared}\nclause c { ${opened} grant 1% of rd ${'} }'.repeat(depth)} }`;
  }

  function doublingReadings(times: number): string {
    const declared = many(times, (i) => `reading r${i} "q" { a (default) ; b }`);
    const definitions = many(times, (i) => `let d${i + 1} = by reading r${i} { a : d${i} ; b : d${i} + d${i} }`);
    return `${head}${facts}${declared}\nlet d0 = rd\n${definitions}\nclause c { grant 1% of d${times} }`;
  }

  function wordReadings(lines: number): string {
    const replaced = ['at least means over', 'over means at least', 'at most means under', 'under means at most'];
    const declared = replaced.map((words, i) => {
      const choices = many(20, (j) => `b${j} : ${words}`, ' ; ');
      return `reading r${i} "q" everywhere { a (default) ; ${choices} }`;
    });
    const conditions = many(lines, (i) => `when rd at least ${i} CNY and rd over 2 CNY`);
    return `${head}${facts}${declared.join('\n')}\nclause c { ${conditions}\n grant 1% of rd }`;
  }
});

test('8,000 rates above the whole are warned of in time', () => {
  expect(errorsOf(`${head}${facts}clause c { grant rd\n${many(8_000, () => 'add 200% of rd')} }`)).toEqual([]);
});

test('a stack that is nearly used up is told like too deep a text', () => {
  const text = clause(`${'('.repeat(90)}rd${')'.repeat(90)}`);
  expect(errorsOf(text)).toEqual([]);
  const codes = new Set<string>();
  const downwards = (): void => {
    try {
      downwards();
    } catch {
      // One frame up there is a little more room: first for nothing, then for some of the work, then for all of it.
      if (codes.has('JT1011')) return;
      for (const { code } of compile({ file: 'deep.policy', text }).diagnostics) codes.add(code);
    }
  };
  downwards();
  expect([...codes]).toContain('JT1011');
});

describe('a large honest policy is compiled', () => {
  test.each([
    ['900 terms', clause(`rd${' + rd'.repeat(900)}`)],
    ['1,000 clauses', head + facts + many(1_000, (i) => `clause c${i} { grant 1% of rd }`)],
    ['1,000 rows', clause(`by rd, the highest { ${many(1_000, (i) => `over ${i} CNY : ${i + 1} CNY`)} }`)],
    [
      '300 readings',
      `${head}${facts}${many(300, (i) => `reading r${i} "q" { a (default) ; b }`)}\nclause c { grant 1% of rd\n${many(300, (i) => `by reading r${i} { a : add 1 CNY ; b : add 2 CNY }`)} }`,
    ],
    ['a megabyte of remarks', `${head}${facts}// ${'x'.repeat(900_000)}\nclause c { grant 1% of rd }`],
  ])('%s', (_, text) => expect(errorsOf(text)).toEqual([]));
});

/** Properties of every object, and what JavaScript and JSON would take for their own. */
const reserved = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'];
const usable = ['prototype', 'length', 'name', 'this', 'arguments', 'eval', 'then', 'undefined', 'NaN', 'Infinity'];

describe('names that programs use themselves', () => {
  const policyOf = (name: string) => `policy p { in force 2024-01-01 to 2025-12-31 }
facts company {
  ${name} : money each year
  ${name}_kind : one of { ${name}, rest }
  each ${name}_list by number { number : text ; ${name} : money }
}
reading ${name} "q" { ${name} (default) ; rest }
clause ${name}_clause { when ${name}_kind is ${name}
  grant 10% of company's ${name}
  by reading ${name} { ${name} : add 1 CNY ; rest : add 2 CNY } }
clause of_items { for each ${name}_list { grant 10% of ${name}_list's ${name} } ; every year }
`;

  test.each(reserved)('%s is refused as a name of any kind', (name) => {
    expect(errorsOf(policyOf(name))).toEqual(['JT2004']);
  });

  test.each(usable)('%s is a name like any other', async (name) => {
    const given = {
      subject: name,
      [name]: { '2024': '100' },
      [`${name}_kind`]: name,
      [`${name}_list`]: [{ number: name, [name]: '50' }],
    };
    const { code, out, error } = await jieti(
      ['assess', 'p.policy', '--facts', 'f.json', '--year', '2024', '--reading', `${name}=rest`, '--json'],
      { files: { 'p.policy': policyOf(name), 'f.json': JSON.stringify(given) } },
    );
    expect([code, error]).toEqual([0, '']);
    const amounts = JSON.parse(out).clauses.map((one: { own: { hi: string } }) => one.own.hi);
    expect(amounts.map(Number)).toEqual([12, 5]);
  });

  test('none of them is found where nobody declared it', () => {
    const uses = [...reserved, ...usable].map(
      (name) => `clause c_${name} { when ${name} over 1 CNY\n grant 1% of rd }`,
    );
    const found = compile({ file: 'p.policy', text: head + facts + uses.join('\n') }).diagnostics;
    expect(found.map(({ code }) => code)).toEqual(Array(reserved.length + usable.length).fill('JT2001'));
  });
});

describe('words of a policy never become code', () => {
  const breakOut = [
    '*/ globalThis.evil = 1 /*',
    ['`$', '{globalThis.evil = 1}`'].join(''),
    ['$', '{evil}'].join(''),
    "'; evil(); '",
    '</script>',
    '\\u0022 evil',
  ];
  const quoted = breakOut.map((text) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"'));
  const text = `policy p { title "${quoted.join(' ')}"
  in force 2024-01-01 to 2025-12-31
  remark "${quoted[0]}" }
// ${breakOut.join(' ')}
facts company { rd | 『*/ evil /*』 : money each year ; k : one of { 『\`\${evil}\`』, rest } }
reading r "${quoted[1]}" { a (default) "${quoted[2]}" ; b "${quoted[3]}" }
clause c | 『</script>evil』 { cites article 1
  authority "${quoted[3]}"
  when k is 『\`\${evil}\`』
  grant 10% of rd as 『evil*/』 「*/ evil」「implied」
  by reading r { a : add 1 CNY ; b : add 2 CNY } }
clause text { no amount "${quoted[0]}" }
`;

  test('labels, comments, texts and anchors stay in string literals', () => {
    const { ir, origins, diagnostics } = compile({ file: '*/evil.policy', text });
    expect(diagnostics).toEqual([]);
    for (const { content } of emitTypeScript(ir!, origins!)) {
      const { code, comments } = emittedTokens(content);
      expect(code).not.toMatch(/evil|script/);
      expect(comments.join('')).not.toMatch(/evil|script/);
    }
    expect(JSON.stringify(emitFactsSchema(ir!))).toContain('evil');
  });
});

describe('facts made to harm, through the command line', () => {
  const files = { 'p.policy': clause('10% of rd') };
  const assess = (text: string) =>
    jieti(['assess', 'p.policy', '--facts', 'f.json', '--year', '2024'], { files: { ...files, 'f.json': text } });

  test.each([
    ['brackets 100,000 deep', '['.repeat(100_000), 'JT6003'],
    ['ten megabytes', `{"subject": "${'x'.repeat(10_000_000)}"}`, 'JT6001'],
    ['a number with an exponent', '{"x": 1e9000000}', 'JT6005'],
    ['a number of 10,000 digits', `{"x": ${'9'.repeat(10_000)}}`, 'JT6005'],
    ['a prototype for an object', '{"rd": {"__proto__": "5"}}', 'JT6012'],
    ['half a file', '{"rd": {"2024": "', 'JT6002'],
    ['control characters', '{"rd": {"2024": "\u001b[31m"}}', 'JT6002'],
  ])('%s', async (_, text, expected) => {
    const { code, error } = await assess(text);
    expect(code).toBe(1);
    expect(error).toContain(expected);
    expect(error).not.toMatch(/ {4}at /);
    expect(error).not.toContain('\u001b');
    expect(error.length).toBeLessThan(4_000);
  });

  test('a key called __proto__ lends nothing to the facts', async () => {
    const { code, error, out } = await assess('{"__proto__": {"rd": {"2024": "5"}}}');
    expect(code).toBe(0);
    expect(error).toContain('JT6010');
    expect(out).not.toContain('0.50');
  });

  test('many items with fractions of different denominators are added in time', () => {
    const text = `${head}facts company { rd : money each year ; each project by number { number : text ; cost : money ; staff : count } }
clause c { when rd over 0 CNY
  grant total of (cost / staff) over each project }`;
    const { ir } = compile({ file: 'p.policy', text });
    const project = Array.from({ length: 5_000 }, (_, i) => ({
      number: `${i}`,
      cost: '1.01',
      staff: 100_000_007 + 2 * i,
    }));
    const read = readFacts(ir!, emitFactsSchema(ir!), { rd: { '2024': '1' }, project });
    expect(read.diagnostics).toEqual([]);
    const input = {
      period: periodOfYear(2024),
      facts: read.facts!,
      parameters: new Map(),
      readings: {},
      decisions: [],
    };
    expect(processorTime(() => evaluate(ir!, input)).milliseconds).toBeLessThan(mostMilliseconds);
  });
});
