import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../compiler/sharing/text-digest.ts';
import { pairedBars } from '../../programme/simulate/paired-bars.ts';
import { type CommandResult, jieti } from '../testing/memory-host.ts';
import { place, rowsIn, smallPolicy } from './programme-case.ts';

const here = place();
const sectored = smallPolicy.replace(
  'ready | 已备案 : yes or no',
  'ready | 已备案 : yes or no\n  sector | 行业 : one of { software | 软件, trade | 贸易 }',
);
here.put({
  'city.policy': sectored,
  // A gets 4,000 of 40,000; B is cut at 5,000; C is not ready; D has not said what it spent.
  'city/companies.csv': [
    'subject,spent@2024,spent@2025,asked,ready,sector',
    'A,40000,80000,300,yes,software',
    'B,90000.50,45000,100,yes,trade',
    'C,90000,90000,100,no,trade',
    'D,,10000,100,yes,software',
  ].join('\n'),
  'city/machine.csv': 'subject,number,price,bought_on\nB,m1,300,2024-02-01\n',
});
const policy = here.path('city.policy');
const city = here.path('city');

async function simulate(more: readonly string[], years = '2024'): Promise<CommandResult> {
  return await jieti(['simulate', policy, '--applicants', city, '--years', years, '--threads', '0', ...more]);
}

/** Runs and gives the rows of the tables written. */
async function tables(name: string, more: readonly string[], years = '2024') {
  const out = here.path(name);
  const { code, error } = await simulate([...more, '--format', 'jsonl', '-o', out], years);
  expect(error).toBe('');
  expect(code).toBe(0);
  const rows = (table: string, ...columns: readonly string[]) =>
    rowsIn(join(out, `${table}.jsonl`)).map((row) => columns.map((column) => row[column]).join(' '));
  return { rows, out };
}

/** A store of which somebody says that it holds all. */
async function covered(name: string): Promise<string> {
  const store = here.path(name);
  const cover = ['cover', '--from', '2023-01-01', '--to', '2023-12-31', '--by', 'office'];
  expect((await jieti(['ledger', store, ...cover])).code).toBe(0);
  return store;
}

describe('figures', () => {
  test('set as they are: both sides are equal, and nobody gains or loses', async () => {
    const { rows, out } = await tables('same', ['--set', 'yearly.cap=5,000 CNY']);
    expect(rows('changes', 'subject')).toEqual([]);
    expect(new Set(rows('applicants', 'direction'))).toEqual(new Set(['unchanged']));
    // Without a ledger nobody says whether the first award was paid before: from 0 to 1,000.
    expect(rows('applicants', 'subject', 'base_low', 'base_high', 'changed_low', 'changed_high')).toEqual([
      'A 4300 5300 4300 5300',
      'B 5250 6250 5250 6250',
      'D 100 6100 100 6100',
    ]);
    expect(readFileSync(join(out, 'clauses.svg'), 'utf8')).not.toContain('(+');
  });

  test('a higher cap gives what it gives by hand, and what is open is counted by both ends', async () => {
    const { rows } = await tables('cap', ['--set', '年度补助.封顶=0.8万元']);
    // B: 10% of 90,000.50 is 9,000.05, cut at 8,000 in place of 5,000. D may reach either cap.
    expect(
      rows('changes', 'year', 'subject', 'clause', 'base_low', 'base_high', 'changed_low', 'changed_high'),
    ).toEqual(['2024 B yearly 5000 5000 8000 8000', '2024 D yearly 0 5000 0 8000']);
    expect(rows('applicants', 'subject', 'direction', 'difference_low', 'difference_high')).toEqual([
      'A unchanged 0 0',
      'B gain 3000 3000',
      'D gain 0 3000',
    ]);
    expect(
      rows('clauses', 'clause', 'base_low', 'base_high', 'difference_low', 'difference_high', 'changed_for'),
    ).toEqual(['yearly 9000 14000 3000 6000 2', 'first 0 3000 0 0 0', 'machines 150 150 0 0 0', 'pot 500 500 0 0 0']);
  });

  test('a smaller budget takes from everybody who shares it, to the last fen', async () => {
    const { rows } = await tables('pool', ['--set', 'pot.budget=100 CNY']);
    expect(rows('applicants', 'subject', 'direction', 'difference_low')).toEqual([
      'A lose -240',
      'B lose -80',
      'D lose -80',
    ]);
  });

  test('each year sees the one before it, on each side its own', async () => {
    const ledger = await covered('covered.ledger');
    const more = ['--set', 'first.grant=2,000 CNY', '--ledger', ledger];
    const { rows } = await tables('years', more, '2024..2025');
    expect(rows('clauses', 'year', 'clause', 'base_low', 'changed_low').filter((row) => row.includes('first'))).toEqual(
      ['2024 first 3000 6000'],
    );
  });

  test('several at once, with what they were and are', async () => {
    const { out } = await simulate(['--set', 'yearly.cap=4000 CNY', '--set', 'machines.grant=100%', '--lang', 'zh']);
    expect(out).toContain('yearly.cap  5000元 → 4000元');
    expect(out).toContain('machines.grant  50% → 100%');
    expect(out).toMatch(/合计 +4 +9,650 – 17,650|合计 +4 /);
  });
});

describe('what is compared beside', () => {
  test('a reading', async () => {
    here.put({
      'read.policy': `policy read { in force 2023-01-01 }
facts company { asked : money }
reading base_of "which share?" {
  half (default) "the text says so"
  whole "so it was meant"
}
clause grantee { cites article 1
  every year
  grant by reading base_of {
    half : 50% of asked
    whole : 100% of asked
  } }
`,
      'read.csv': 'subject,asked\nA,300\nB,500\n',
    });
    const out = here.path('read');
    const args = [
      '--applicants',
      here.path('read.csv'),
      '--years',
      '2024',
      '--threads',
      '0',
      '--reading',
      'base_of=whole',
    ];
    const { error } = await jieti(['simulate', here.path('read.policy'), ...args, '--format', 'jsonl', '-o', out]);
    expect(error).toBe('');
    expect(
      rowsIn(join(out, 'applicants.jsonl')).map(({ subject, difference_low }) => `${subject} ${difference_low}`),
    ).toEqual(['A 150', 'B 250']);
  });

  test('another policy, whose clauses may be others', async () => {
    const draft = sectored
      .replace('policy city', 'policy draft')
      .replace('grant 10% of spent', 'grant 5% of spent')
      .replace(
        /clause first[^}]*\}/,
        'clause third | 新增 { cites article 5\n  every year\n  when ready\n  grant 7 CNY }',
      );
    here.put({ 'draft.policy': draft });
    const { rows } = await tables('against', ['--against', here.path('draft.policy')]);
    expect(rows('clauses', 'clause', 'base_low', 'changed_low')).toEqual([
      'yearly 9000 6500.02',
      'first 0 0',
      'machines 150 150',
      'pot 500 500',
      'third 0 21',
    ]);
  });

  test('who can be assessed on one side alone is left out, and told', async () => {
    const draft = sectored
      .replace('policy city', 'policy bounded')
      .replace('asked | 申请额 : money', 'asked | 申请额 : money at most 200 CNY');
    here.put({ 'bounded.policy': draft });
    const { code, out, error } = await simulate(['--against', here.path('bounded.policy')]);
    expect(code).toBe(1);
    expect(error).toContain('companies.csv › row 2 › asked');
    expect(out).toContain('3 applicants compared');
    expect(out).toContain('1 applications could be assessed on one side alone (base 1, changed 0)');
  });
});

describe('groups', () => {
  test('by an option, by yes and no, and by figures in stated bands; each applicant in one group', async () => {
    const by = ['--by', 'sector', '--by', '已备案', '--by', 'spent: 5万, 9万'];
    const { rows } = await tables('groups', ['--set', 'yearly.cap=8,000 CNY', ...by]);
    expect(rows('groups', 'fact', 'name', 'applicants', 'gain', 'difference_low', 'difference_high')).toEqual([
      'sector software 2 1 0 3000',
      'sector trade 2 1 3000 3000',
      'ready yes 3 2 3000 6000',
      'ready no 1 0 0 0',
      'spent under 50,000 1 0 0 0',
      'spent 90,000 and over 2 1 3000 3000',
      'spent not stated 1 1 0 3000',
    ]);
  });

  test('figures without bands are cut into quarters', async () => {
    const { rows } = await tables('quarters', ['--set', 'yearly.cap=8,000 CNY', '--by', 'spent@2025']);
    expect(rows('groups', 'name', 'applicants')).toEqual([
      '10,000 to under 45,000 1',
      '45,000 to under 80,000 1',
      '80,000 and over 2',
    ]);
  });

  test('a fact that there is not, bands of what is no figure, and bands out of order are refused', async () => {
    for (const [by, said] of [
      ['secter', 'is sector'],
      ['ready@2024', 'does not go by years'],
      ['sector: 1, 2', 'bands are for figures alone'],
      ['spent: 9万, 5万', 'figures that rise'],
      ['spent: 5%', 'figures that rise'],
    ] as const) {
      const { code, error } = await simulate(['--set', 'yearly.cap=8,000 CNY', '--by', by]);
      expect(code, by).toBe(2);
      expect(error, by).toContain('JT8303');
      expect(error, by).toContain(said);
    }
  });
});

describe('paths', () => {
  test('a wrong one is told with those that can be meant', async () => {
    const declared = await simulate(['--set', 'yearli.cap=1 CNY']);
    expect(declared.code).toBe(2);
    expect(declared.error).toContain('JT4312');
    expect(declared.error).toContain('did you mean “yearly”');
    const within = await simulate(['--set', 'yearly.most=1 CNY']);
    expect(within.error).toContain('“yearly.grant”, “yearly.cap”');
  });

  test('another unit, no figure at all, and nothing to change are refused', async () => {
    expect((await simulate(['--set', 'yearly.cap=5%'])).error).toContain('JT4314');
    expect((await simulate(['--set', 'yearly.cap'])).error).toContain('JT8301');
    expect((await simulate(['--set', 'yearly.cap=1 CNY\nomit first'])).error).toContain('JT8301');
    const nothing = await simulate([]);
    expect(nothing.error).toContain('JT8302');
    expect(nothing.code).toBe(2);
  });

  test('--paths lists every figure, what it is and where, without applicants; each can be set', async () => {
    const { code, out } = await jieti(['simulate', policy, '--paths']);
    expect(code).toBe(0);
    expect(out).toMatch(/yearly\.cap +5,000 CNY +.*city\.policy:\d+/);
    const paths = [...out.matchAll(/^ {2}(\S+) {2,}(.+?) {2,}\S+:\d+$/gm)].map(([, path, value]) => `${path}=${value}`);
    expect(paths.length).toBeGreaterThan(4);
    const all = await simulate(paths.flatMap((one) => ['--set', one]));
    expect(all.error).toBe('');
    expect(all.out).not.toContain('gain');
    const without = await jieti(['simulate', policy, '--years', '2024']);
    expect(without.code).toBe(2);
    expect(without.error).toContain('--applicants');
  });

  test('a policy that adapts another is changed as a whole', async () => {
    here.put({
      'adapted.policy': `policy adapted adapts "city.policy" digest "${digestOf(sectored)}" {\n  in force 2023-01-01\n}\nset yearly.cap = 4,500 CNY\n`,
    });
    const args = ['--applicants', city, '--years', '2024', '--threads', '0', '--set', 'yearly.cap=6,000 CNY'];
    const { error, out } = await jieti(['simulate', here.path('adapted.policy'), ...args]);
    expect(error).toBe('');
    expect(out).toContain('yearly.cap  4,500 CNY → 6,000 CNY');
    expect(out).toMatch(/B +4,750 – 5,750 +6,250 – 7,250 +\+1,500/);
  });
});

test('the ledger store is read and left as it is', async () => {
  const store = await covered('city.ledger');
  const paid = ['run', policy, '--applicants', city, '--years', '2024', '--ledger', store];
  expect((await jieti(paid)).code).toBe(0);
  const before = readFileSync(store);
  const { rows } = await tables('store', ['--set', 'first.grant=3,000 CNY', '--ledger', store], '2025');
  // Once and for all, and paid in 2024: a higher award changes nothing.
  expect(rows('clauses', 'clause').filter((clause) => clause === 'first')).toEqual([]);
  expect(readFileSync(store).equals(before)).toBe(true);
  expect((await simulate(['--set', 'first.grant=3,000 CNY', '--ledger', here.path('none.ledger')])).error).toContain(
    'JT8202',
  );
});

test('on two threads comes out what comes out on none', async () => {
  const ledger = await covered('threads.ledger');
  const more = ['--set', 'yearly.cap=8,000 CNY', '--set', 'pot.budget=100 CNY', '--by', 'sector', '--ledger', ledger];
  const none = await tables('threads-none', more, '2024..2025');
  const two = await tables('threads-two', [...more, '--threads', '2'], '2024..2025');
  const files = readdirSync(none.out).sort();
  expect(readdirSync(two.out).sort()).toEqual(files);
  expect(files.length).toBeGreaterThan(4);
  const linesOf = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8').split('\n').sort();
  for (const file of files) expect(linesOf(two.out, file), file).toEqual(linesOf(none.out, file));
  expect(two.rows('changes', 'subject').length).toBeGreaterThan(2);
}, 120_000);

test('a plot is as wide as what it says, and takes any name as text', () => {
  const none = { low: '0', high: '0', endless: 0 };
  const text = pairedBars({
    title: '很长的标题'.repeat(20),
    description: 'a < b',
    rows: [
      { label: '<A & "B">\u0007', amounts: { base: none, changed: none, difference: none } },
      {
        label: 'open',
        amounts: {
          base: { low: '12345678901234567890.5', high: '12345678901234567890.5', endless: 0 },
          changed: { low: '0', high: '24691357802469135781', endless: 1 },
          difference: { low: '-12345678901234567890.5', high: '12345678901234567890.5', endless: 1 },
        },
      },
    ],
    base: 'base',
    changed: 'changed',
    language: 'zh',
  });
  expect(unclosed(text)).toEqual([]);
  expect(text).toContain('&lt;A &amp; &quot;B&quot;&gt;\ufffd');
  expect(Number(/ width="(\d+)"/.exec(text)?.[1])).toBeGreaterThan(100 * 18);
  // Half of the longest, to a tenth of a point.
  expect(text).toContain('12,345,678,901,234,567,890.5');
  const widths = [...text.matchAll(/<rect x="[\d.]+" y="\d+" width="([\d.]+)" height="18"/g)].map(([, width]) =>
    Number(width),
  );
  const [base = 0, changed = 0] = widths.filter((width) => width > 0);
  expect(Math.abs(changed - 2 * base)).toBeLessThan(0.3);
});

test('the plot is well-formed, in the language asked for, and says its figures', async () => {
  const out = here.path('plot');
  const args = ['--set', 'yearly.cap=8,000 CNY', '--by', 'sector', '--lang', 'zh', '-o', out];
  expect((await simulate(args)).code).toBe(0);
  for (const [file, figures] of [
    ['clauses.svg', ['9,000 – 14,000', '12,000 – 20,000  (+3,000 … +6,000)', '年度补助']],
    ['by-sector.svg', ['软件', '贸易', '(+3,000)']],
  ] as const) {
    const text = readFileSync(join(out, file), 'utf8');
    expect(unclosed(text), file).toEqual([]);
    expect(text).toMatch(/^<svg [^>]*lang="zh"[^>]*role="img"[^>]*aria-labelledby="title desc"/);
    expect(text).toMatch(/<title id="title">[^<]+2024 年[^<]+<\/title>\n<desc id="desc">[^<]*yearly\.cap[^<]*<\/desc>/);
    for (const figure of figures) expect(text, file).toContain(figure);
    for (const [, number] of text.matchAll(/\s(?:x|y|width|height)="([^"]*)"/g))
      expect(Number(number)).toBeGreaterThanOrEqual(0);
  }
});

/** Elements that are not closed where they should be, or text that XML does not take. */
function unclosed(text: string): readonly string[] {
  const open: string[] = [];
  const wrong = [...text.matchAll(/&(?!(?:amp|lt|gt|quot);)/g)].map(([at]) => at);
  for (const [, close, name = '', rest = ''] of text.matchAll(/<(\/?)(\w+)((?:\s[\w:-]+="[^"<]*")*\s*\/?)>|</g)) {
    if (name === '') wrong.push('<');
    else if (close === '/') wrong.push(...(open.pop() === name ? [] : [name]));
    else if (!rest.endsWith('/')) open.push(name);
  }
  return [...wrong, ...open];
}
