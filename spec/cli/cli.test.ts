import { describe, expect, test } from 'vitest';
import { jieti } from '../testing/memory-host.ts';

const folder = 'policies/xiamen-ai-2023';
const policy = `${folder}/xiamen-ai-2023.policy`;
const lanhai = [policy, '--facts', `${folder}/companies/lanhai-software.json`, '--year', '2024'];
const ledger = ['--ledger', `${folder}/ledger.jsonl`];

const small = `policy p | 甲 {
  in force 2024-01-01 to 2025-12-31
  currency CNY
}
facts company | 企业 {
  rd | 研发费用 : money each year
}
clause c | 研发奖补 {
  cites article 1
  when rd at least 100 CNY
  grant 10% of rd
  cap 50 CNY per company per year
}
example "at the threshold" in 2024 {
  given rd = 100 CNY
  ledger empty
  expect c = 10 CNY
}
`;

describe('help and usage', () => {
  test('without arguments the verbs are listed', async () => {
    const { code, out } = await jieti([]);
    expect(code).toBe(0);
    for (const verb of [
      'check',
      'assess',
      'explain',
      'readings',
      'test',
      'build',
      'emit',
      'schema',
      'fmt',
      'anchors',
      'new',
    ])
      expect(out).toContain(verb);
  });

  test.each(['check', 'assess', 'explain', 'readings', 'test', 'build', 'emit', 'schema', 'fmt', 'anchors', 'new'])(
    '%s --help teaches in both languages',
    async (verb) => {
      const english = await jieti([verb, '--help']);
      const chinese = await jieti([verb, '--help', ...(verb === 'fmt' ? [] : ['--lang', 'zh'])], { locale: 'zh_CN' });
      expect(english.code).toBe(0);
      expect(english.out).toContain('Usage:');
      expect(english.out).toContain('Examples:');
      expect(chinese.out).toContain('用法：');
      expect(chinese.out).toContain('例如：');
    },
  );

  test('a mistyped verb exits with 2 and offers the near one, with no trace of the stack', async () => {
    const { code, error } = await jieti(['chek', policy], { locale: 'zh_CN' });
    expect(code).toBe(2);
    expect(error).toContain('没有这个命令');
    expect(error).toContain('check');
    expect(error).not.toContain('    at ');
  });

  test('an unknown language is refused, not ignored', async () => {
    const { code, error } = await jieti(['check', policy, '--lang', 'fr']);
    expect(code).toBe(2);
    expect(error).toContain('"fr"');
  });

  test('a missing file is told in the chosen language', async () => {
    const { code, error } = await jieti(['check', 'nowhere.policy', '--lang', 'zh']);
    expect(code).toBe(1);
    expect(error).toContain('找不到文件 nowhere.policy');
  });
});

describe('check', () => {
  test('a good file exits with 0', async () => {
    const { code, out } = await jieti(['check', 'p.policy'], { files: { 'p.policy': small } });
    expect({ code, out }).toEqual({ code: 0, out: '✓ p.policy  1 clause, 0 readings  no mistakes\n' });
  });

  test('a bad one exits with 1 and underlines the place', async () => {
    const { code, out } = await jieti(['check', 'p.policy'], {
      files: { 'p.policy': small.replace('at least 100 CNY', 'at least 100') },
    });
    expect(code).toBe(1);
    expect(out).toContain('p.policy:10:');
    expect(out).toContain('^^^');
  });

  test('--json is for programs', async () => {
    const { out } = await jieti(['check', 'p.policy', '--json'], { files: { 'p.policy': small } });
    expect(JSON.parse(out)).toEqual([
      { file: 'p.policy', errors: false, dropped: 0, policy: 'p', clauses: ['c'], diagnostics: [] },
    ]);
  });
});

describe('assess', () => {
  test('every clause and the totals, in Chinese', async () => {
    const { code, out } = await jieti(['assess', ...lanhai, ...ledger, '--lang', 'zh']);
    expect(code).toBe(0);
    expect(out).toContain('art3  算力券');
    expect(out).toContain('合计');
  });

  test('a record of JSON per line, an error record for a bad line, and no stop', async () => {
    const good = (id: string, rd: string) => JSON.stringify({ subject: id, rd: { 2024: rd } });
    const { code, out } = await jieti(['assess', 'p.policy', '--facts', '-', '--year', '2024', '--json'], {
      files: { 'p.policy': small },
      input: [`${good('a', '100.00')}\n${good('b', '100.005')}\n{"subject":`, `"c"\n\n${good('d', '99')}`],
    });
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(records.map((record) => [record.line, 'error' in record])).toEqual([
      [1, false],
      [2, true],
      [3, true],
      [5, false],
    ]);
    expect(records[0].head.subject.id).toBe('a');
    expect(records[1].error[0].message.zh).not.toBe('');
  });

  test('--record with many applicants records each once, one given twice too', async () => {
    const files = {
      'p.policy': small,
      'l.jsonl': '{"kind":"coverage","policy":"*","subject":"*","from":"2000-01-01","to":"2024-12-31"}',
    };
    const input = [
      '{"subject":"a","rd":{"2024":"300"}}\n{"subject":"b","rd":{"2024":"200"}}\n{"subject":"a","rd":{"2024":"300"}}\n',
    ];
    const { code, files: after } = await jieti(
      ['assess', 'p.policy', '--facts', '-', '--year', '2024', '--ledger', 'l.jsonl', '--record'],
      { files, input },
    );
    const recorded = (after['l.jsonl'] ?? '')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(recorded.map(({ subject, paid }) => `${subject} ${paid}`)).toEqual(['a 30', 'b 20']);
  });

  test('an unknown reading is refused before anything is assessed', async () => {
    const { code, error } = await jieti(['assess', ...lanhai, '--reading', 'cap_scop=lifetime']);
    expect(code).toBe(2);
    expect(error).toContain('cap_scope');
  });

  test('--record writes what is settled once, and nothing when run again', async () => {
    const files = {
      'p.policy': small,
      'f.json': '{"subject":"a","rd":{"2024":"300"}}',
      'l.jsonl': '{"kind":"coverage","policy":"*","subject":"*","from":"2000-01-01","to":"2024-12-31"}\n',
    };
    const args = ['assess', 'p.policy', '--facts', 'f.json', '--year', '2024', '--ledger', 'l.jsonl', '--record'];
    const first = await jieti(args, { files });
    const second = await jieti(args, { files: first.files });
    const entry = JSON.parse(first.files['l.jsonl']?.split('\n')[1] ?? '');
    expect(entry).toMatchObject({
      kind: 'award',
      subject: 'a',
      policy: 'p',
      clause: 'c',
      paid: '30',
      recordedOn: '2025-01-20',
      state: 'decided',
    });
    expect(second.files['l.jsonl']).toBe(first.files['l.jsonl']);
  });
});

test('explain tells one clause', async () => {
  const { code, out } = await jieti(['explain', policy, '研发补助', ...lanhai.slice(1), ...ledger, '--lang', 'zh']);
  expect(code).toBe(0);
  expect(out).toContain('每满');
  expect(out).not.toContain('art3');
});

test('readings tells what another choice would change', async () => {
  const { code, out } = await jieti(['readings', ...lanhai, ...ledger]);
  expect(code).toBe(0);
  expect(out).toContain('--reading every_full=proportional');
});

describe('test', () => {
  test('passes', async () => {
    const { code, out } = await jieti(['test', 'p.policy'], { files: { 'p.policy': small } });
    expect({ code, out }).toEqual({ code: 0, out: '✓ p.policy  1 example passed, 0 failed\n' });
  });

  test('a failure shows expected, got and the explanation', async () => {
    const { code, out } = await jieti(['test', 'p.policy'], {
      files: { 'p.policy': small.replace('expect c = 10 CNY', 'expect c = 11 CNY') },
    });
    expect(code).toBe(1);
    expect(out).toContain('expected  11');
    expect(out).toContain('10.00 CNY');
    expect(out).toContain('p.policy:14');
    expect(out).not.toContain('ledger empty');
    expect(out).not.toContain('facts  ·');
  });

  test('an example without a ledger is told so where that is why it fails', async () => {
    const text = small
      .replace('currency CNY', 'currency CNY\n  no duplication with other policies, paying the difference')
      .replace(/^ *ledger empty\n/mu, '');
    const { code, out } = await jieti(['test', 'p.policy'], { files: { 'p.policy': text } });
    expect(code).toBe(1);
    expect(out).toContain('add the line “ledger empty”');
  });
});

test('build writes evaluator, types, tables and schema', async () => {
  const { code, files } = await jieti(['build', 'p.policy', '-o', 'out'], { files: { 'p.policy': small } });
  expect(code).toBe(0);
  expect(Object.keys(files).filter((file) => file.startsWith('out/')).length).toBeGreaterThanOrEqual(4);
});

test('schema is JSON Schema 2020-12', async () => {
  const { out } = await jieti(['schema', 'p.policy'], { files: { 'p.policy': small } });
  expect(JSON.parse(out)).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    properties: { rd: {} },
  });
});

describe('fmt', () => {
  test('--check tells, --stdout prints, and the rewriting is stable', async () => {
    const files = { 'p.policy': small.replace('  cites', '      cites') };
    const told = await jieti(['fmt', '--check', 'p.policy'], { files });
    expect(told.code).toBe(1);
    const written = await jieti(['fmt', 'p.policy'], { files });
    expect((await jieti(['fmt', '--check', 'p.policy'], { files: written.files })).code).toBe(0);
    const chinese = await jieti(['fmt', '--lang', 'zh', '--stdout', 'p.policy'], { files });
    expect(chinese.out).toContain('条件 研发费用');
  });

  test('a file that cannot be read whole stays as it is', async () => {
    const files = { 'p.policy': small.replace('grant', 'grnt') };
    const { code, files: after } = await jieti(['fmt', 'p.policy'], { files });
    expect(code).toBe(1);
    expect(after['p.policy']).toBe(files['p.policy']);
  });
});
