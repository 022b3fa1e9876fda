import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';

const head = `policy sample | 样例 { in force 2023-10-10 to 2025-12-31 }
facts company | 企业 { rd | 研发费用 : money each year }
`;

function codes(text: string): readonly string[] {
  return compile({ file: 'x.policy', text: head + text })
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

/** d1 = d0 + d0, d2 = d1 + d1 …: written out, the last has 2^levels terms. */
function doubling(levels: number): string {
  const definitions = Array.from({ length: levels }, (_, level) => `let d${level + 1} = d${level} + d${level}`);
  return `let d0 = rd\n${definitions.join('\n')}\nclause a | 甲 { cites article 1 ; grant d${levels} }`;
}

test('definitions that double are written out up to a limit, then refused', () => {
  expect(codes(doubling(10))).toEqual([]);
  const started = performance.now();
  expect(codes(doubling(60))).toContain('JT4901');
  expect(performance.now() - started).toBeLessThan(5000);
});

test('definitions within definitions are refused beyond a depth', () => {
  const chain = (length: number) =>
    `let d0 = rd\n${Array.from({ length }, (_, level) => `let d${level + 1} = d${level} - 1 CNY`).join('\n')}\nclause a | 甲 { cites article 1 ; grant d${length} }`;
  expect(codes(chain(100))).toEqual([]);
  expect(codes(chain(600))).toContain('JT4902');
});

test('the terms of a long sum stand side by side, not within one another', () => {
  const sum = Array.from({ length: 900 }, () => 'rd').join(' + ');
  const { ir } = compile({ file: 'x.policy', text: `${head}clause a | 甲 { cites article 1 ; grant ${sum} }` });
  const statement = ir?.clauses[0]?.statements[0];
  expect(statement?.kind === 'amount' && statement.amount.kind === 'add' && statement.amount.operands.length).toBe(900);
});

describe('what cannot hang on a reading', () => {
  const reading = 'reading r | 口径一 "which?" { one | 一读 (default)\n two | 二读 }\n';
  test('lines of a clause that say what it is', () => {
    const clause = 'clause a { by reading r { one : cites article 1 ; two : cites article 2 } ; grant 10% of rd }';
    expect(codes(reading + clause)).toEqual(['JT4904', 'JT4904']);
  });
  test('lines of the head other than settings', () => {
    const varying = head.replace(
      'in force 2023-10-10 to 2025-12-31',
      'by reading r { one : in force 2023-10-10 ; two : in force 2024-10-10 }',
    );
    const text = `${varying}${reading}clause a { cites article 1 ; grant 10% of rd }`;
    const found = compile({ file: 'x.policy', text }).diagnostics.map(({ code }) => code);
    expect(found).toContain('JT4903');
  });
  test('the period of a shared cap', () => {
    const everywhere =
      'reading r | 口径一 "which?" everywhere { one | 一读 (default)\n two | 二读 : per year means while in force }\n';
    const clauses = 'clause a { cites article 1 ; grant 10% of rd }\nclause b { cites article 2 ; grant 20% of rd }\n';
    const cap = 'shared cap c { over a, b\n cap 5 CNY per company per year\n cut in order }';
    expect(codes(everywhere + clauses + cap)).toEqual(['JT4905']);
  });
});
