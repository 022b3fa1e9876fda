import { describe, expect, test } from 'vitest';
import { jieti } from '../testing/memory-host.ts';

const small = `
policy p { in force 2023-06-01 to 2025-12-31 pay exact }
facts firm { spent : money each year }
reading r "?" { one (default) ; two }
clause c { cites article 1 ; grant by reading r { one : 10% of spent ; two : 20% of spent } }
`;
const divided = `
policy p { in force 2023-01-01 to 2025-12-31 pay exact }
facts firm { spent : money each year ; heads : number each year }
clause c { cites article 1 ; grant spent / heads }
clause d { cites article 2 ; grant 1 CNY * (spent / 3 CNY) }
`;
const files = { 'p.policy': small, 'divided.policy': divided };

describe('jieti emit sql', () => {
  test('prints the query of the first whole year under the default readings', async () => {
    const { code, out } = await jieti(['emit', 'sql', 'p.policy'], { files });
    expect(code).toBe(0);
    expect(out).toContain('"year" = 2024');
    expect(out).toContain('0.1 * "spent_2024"');
    expect(out).toContain('readings r=one');
  });

  test('writes a file, of another year and reading', async () => {
    const arguments_ = [
      'emit',
      'sql',
      'p.policy',
      '--year',
      '2025',
      '--reading',
      'r=two',
      '-o',
      'p.sql',
      '--lang',
      'zh',
    ];
    const { code, out, files: after } = await jieti(arguments_, { files });
    expect(code).toBe(0);
    expect(out).toBe('已写 p.sql\n');
    expect(after['p.sql']).toContain('0.2 * "spent_2025"');
  });

  test('lists the tables', async () => {
    const { code, out } = await jieti(['emit', 'sql', 'p.policy', '--tables'], { files });
    expect(code).toBe(0);
    expect(out).toContain('CREATE TABLE "firm_year" (');
    expect(out).toContain('"spent" DECIMAL(15, 2) CHECK ("spent" >= 0)');
  });

  test('what has no SQL is told, all of it, with the place', async () => {
    const { code, out, error } = await jieti(['emit', 'sql', 'divided.policy'], { files });
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(error).toContain('JT8060');
    expect(error).toContain('a quotient that is reckoned with in the clause "c"');
    expect(error).toContain('a quotient that is reckoned with in the clause "d"');
    expect(error).toContain('divided.policy:4');
  });

  test('figures that come to more than 38 digits are told', async () => {
    const long = small.replace('10% of spent', '0.123456789012345% of 0.123456789012345% of 10.1234567% of spent');
    const { code, error } = await jieti(['emit', 'sql', 'long.policy'], { files: { 'long.policy': long } });
    expect(code).toBe(1);
    expect(error).toContain('JT8061');
  });

  test('there is no other target', async () => {
    const { code, error } = await jieti(['emit', 'cobol', 'p.policy'], { files });
    expect(code).toBe(2);
    expect(error).toContain('JT8062');
  });
});
