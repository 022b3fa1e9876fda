import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policyTexts } from '../../cli/policy-texts.ts';
import { countLine, renderDiagnostics } from '../../cli/render-diagnostics.ts';
import { type Compilation, compile } from '../../compiler/compile.ts';
import { namedIn, pathsIn } from '../../compiler/sharing/find-path.ts';
import type { LoadText } from '../../compiler/sharing/load-text.ts';
import { digestOf } from '../../compiler/sharing/text-digest.ts';
import { everyNode } from '../../compiler/sharing/tree-nodes.ts';
import type { Language } from '../../diagnostics/diagnostic.ts';
import { limits } from '../../grammar/limits.ts';
import { quotedName } from '../../grammar/print/quoting.ts';
import { nameForms, type PrintLanguage, print, printExpression } from '../../grammar/print.ts';
import { cases, golden, projectRoot } from '../testing/golden.ts';
import { policyCase } from '../testing/policy-case.ts';
import { projectFiles } from '../testing/project-files.ts';

const readFile = (file: string) => readFileSync(join(projectRoot, file), 'utf8');
const languages: readonly PrintLanguage[] = ['zh', 'zh-hant', 'en'];

/** Texts that name each other by their keys. */
function texts(all: Readonly<Record<string, string>>): LoadText {
  return (path) => (Object.hasOwn(all, path) ? { file: path, text: all[path]! } : { problem: 'missing' });
}

function told({ diagnostics }: Compilation): readonly string[] {
  return diagnostics.map(({ code, message }) => `${code} ${message.en}`);
}

describe('mistakes, each in a small policy that is otherwise sound', () => {
  const folder = 'spec/sharing/mistakes';
  for (const language of ['zh', 'en'] as const)
    golden(folder, `${language}.txt`, (text, file) => findings(text, file, language));

  /** Those that need two findings to be told: what is wrong elsewhere, and what is meant elsewhere. */
  const slips: Readonly<Record<string, number>> = {
    'circle-one': 2,
    'circle-two': 2,
    'import-with-errors': 2,
    'former-id-taken': 2,
    'prefix-twice': 2,
    'examples-touched': 2,
  };
  test.each(cases(folder).map(({ name, file, text }) => [name, file, text] as const))(
    '%s: every slip once, and nothing beside',
    (name, file, text) => {
      const { diagnostics } = compile({ file, text }, { load: policyTexts({ readFile }, file) });
      expect(diagnostics.map(({ code }) => code)).toHaveLength(slips[name] ?? 1);
    },
  );

  function findings(text: string, file: string, language: Language): string {
    const { diagnostics, dropped, source } = compile({ file, text }, { load: policyTexts({ readFile }, file) });
    return `${renderDiagnostics(diagnostics, source, { language, colour: false })}\n${countLine(diagnostics, dropped, language)}`;
  }
});

describe('an adapted or importing policy is the policy that could have been written out', () => {
  test.each(projectFiles('spec/conformance/sharing'))('%s', (file) => {
    const { compiled } = policyCase(file);
    for (const language of languages) {
      const text = print(compiled.file, { language });
      const alone = compile({ file, text });
      expect(told(alone).filter((one) => !one.startsWith('JT4070'))).toEqual([]);
      expect(JSON.stringify(alone.ir)).toBe(JSON.stringify(compiled.ir));
      expect(alone.examples.map(({ title }) => title)).toEqual(compiled.examples.map(({ title }) => title));
    }
  });
});

describe('every figure of a policy has a path', () => {
  const bases = [
    'policies/xiamen-ai-2023/xiamen-ai-2023.policy',
    'spec/sharing/base.policy',
    ...projectFiles('spec/shapes').filter((file) => file.endsWith('.policy')),
  ];
  const all = bases.flatMap((file) => (['zh', 'en'] as const).map((language) => [file, language] as const));

  test.each(all)('%s, in %s: set to what it was, nothing changes', (file, language) => {
    const { compiled, text: written } = policyCase(file);
    const { ir, file: tree } = compiled;
    const names = nameForms(tree);
    const shown = namedIn(tree).flatMap((declaration) => pathsIn(declaration, names));
    expect(figuresWithout(tree, shown)).toEqual([]);
    const changes = shown.map(({ path, figure: { node } }) => {
      const value = node.kind === 'OverYears' ? `${node.years} years` : printExpression(node, { language, names });
      return `set ${quotedName(path[language])} = ${value} 「implied」`;
    });
    const head = print({ ...tree, declarations: tree.declarations.slice(0, 1), comments: [] }, { language });
    const adapts = ` adapts "b" digest "${digestOf(written)}" {`;
    const text = `${head.replace(ir!.id, 'another').replace(' {', adapts)}omit touched examples\n${changes.join('\n')}`;
    const adapted = compile({ file: 'city.policy', text }, { load: texts({ b: written }) });
    // Of warnings that the base has itself some are told again, being about lines that are set here.
    const known = new Set(compiled.diagnostics.map(({ code }) => code));
    expect(adapted.diagnostics.filter(({ code }) => !known.has(code)).map(({ message }) => message.en)).toEqual([]);
    expect(JSON.stringify({ ...adapted.ir, id: ir!.id, names: ir!.names })).toBe(JSON.stringify(ir));
  });

  /** Figures of clauses, definitions, parameters and blocks that no path reaches, those of further alternatives of a reading left aside. */
  function figuresWithout(tree: Compilation['file'], shown: ReturnType<typeof pathsIn>): readonly string[] {
    const key = (node: object) => JSON.stringify(node, (name, value) => (name === 'span' ? undefined : value));
    const reached = new Set(shown.flatMap(({ figure }) => [...everyNode(figure.node)].map(key)));
    const holding = new Set(['ClauseDeclaration', 'Definition', 'ParameterDeclaration', 'BlockDeclaration']);
    return tree.declarations
      .filter(({ kind }) => holding.has(kind))
      .flatMap((one) => [...everyNode(one.kind === 'ParameterDeclaration' ? one.rows.map(({ value }) => value) : one)])
      .filter((node) => 'kind' in node && (node.kind === 'NumberLiteral' || node.kind === 'DateLiteral'))
      .map(key)
      .filter((one) => !reached.has(one));
  }
});

test('a path to two figures is told with the paths of both', () => {
  const file = 'policies/xiamen-ai-2023/xiamen-ai-2023.policy';
  const text = `policy city adapts "b" digest "${digestOf(readFile(file))}" { in force 2024-01-01 }\nset art5_2.when = 5 firms`;
  const { diagnostics } = compile({ file: 'city.policy', text }, { load: texts({ b: readFile(file) }) });
  expect(diagnostics.map(({ code, help }) => [code, help.en])).toEqual([
    ['JT4313', 'write which: “art5_2.when.1”, “art5_2.when.2”'],
  ]);
});

test('an adapting policy publishes what its base does not: a value, a year, a version from a day on', () => {
  const base = `policy b { in force 2023-01-01 }
    facts company { rd : money each year }
    parameter most : money
    parameter average : percent each year { 2023 : 8% }
    parameter limit : money dated { from 2023-01-01 : 100 CNY }
    clause c { cites article 1\n grant average of lowest of (rd, most, limit as of reference day) }`;
  const changes = ['most = 500 CNY', 'average.2024 = 9%', 'limit.20240701 = 200 CNY', 'limit.20230101 = 120 CNY'];
  const adapted = (lines: readonly string[]) =>
    compile(
      {
        file: 'a',
        text: `policy a adapts "b" digest "${digestOf(base)}" { in force 2023-01-01 }\n${lines.map((line) => `set ${line}`).join('\n')}`,
      },
      { load: texts({ b: base }) },
    );
  const { ir } = adapted(changes);
  expect(ir?.fields.filter(({ role }) => role === 'parameter').map(({ published }) => published)).toEqual([
    { '': '500' },
    { 2023: '0.08', 2024: '0.09' },
    undefined,
  ]);
  expect(JSON.stringify(ir)).toContain('2024-07-01');
  expect(JSON.stringify(ir)).toContain('"120"');
  expect(told(adapted([...changes, 'limit.20240701 = 300 CNY']))).toEqual(['JT4315 “limit.20240701” is changed twice']);
});

describe('words', () => {
  const base = readFile('spec/sharing/base.policy');
  const adapting = (lines: string) =>
    compile(
      {
        file: 'city.policy',
        text: `政策 乙市 改编"b"摘要"${digestOf(base)}"{有效期 2023-01-01 至 2025-12-31}\n${lines}`,
      },
      { load: texts({ b: base, s: readFile('spec/sharing/shared-figures.policy') }) },
    );

  test('paths and names of the base are cut like those of the text itself', () => {
    const spaced = adapting(
      '修改 算力券.封顶 为 30万元「隐含」\n新增 条款 甲 {依据 第九条\n条件 支持对象\n奖励 研发费用 的 1%}\n删去 受影响示例',
    );
    const unspaced = adapting(
      '修改算力券.封顶为30万元「隐含」\n新增条款 甲 {依据第九条\n条件支持对象\n奖励研发费用的1%}\n删去受影响示例',
    );
    expect(told(spaced)).toEqual([]);
    expect(told(unspaced)).toEqual([]);
    expect(unspaced.ir).toEqual(spaced.ir);
    expect(JSON.stringify(spaced.ir)).toContain('"300000"');
  });

  test('a prefix that is part of other names makes no other word of them', () => {
    const clause = '新增 条款 甲 {依据 第九条\n奖励研发费用的1%}\n删去 受影响示例\n';
    const { ir } = adapting(clause);
    expect(ir).toBeDefined();
    const imported = adapting(`引用 "s" 记为 研发\n${clause}`);
    expect(told(imported)).toEqual(['JT4322 nothing of the import “研发” is used']);
    expect(imported.ir).toEqual(ir);
    expect(told(adapting(`引用 "s" 记为 研发\n${clause.replace('的1%', '的研发.基准利率')}`))).toEqual([]);
  });

  test('names under a prefix are not names of the applicant’s', () => {
    const { ir } = adapting('引用 "s" 记为 共用\n新增 条款 甲 {依据 第九条\n奖励 共用.年最低工资 }\n删去 受影响示例');
    expect(ir?.fields.filter(({ role }) => role === 'parameter').map(({ id }) => id)).toEqual([
      'threshold',
      'average',
      '共用.wage',
    ]);
  });
});

describe('printing in another language', () => {
  const files = [...projectFiles('spec/conformance/sharing'), 'spec/conformance/ledger/r05-former-ids.policy'];

  test.each(files)('%s keeps its meaning and what it says itself', async (file) => {
    const { newLoading } = await import('../../compiler/sharing/load-text.ts');
    const { readForPrinting } = await import('../../compiler/sharing/read-for-printing.ts');
    const load = policyTexts({ readFile }, file);
    const source = { file, text: readFile(file) };
    const before = compile(source, { load });
    for (const language of languages) {
      const { own, names } = readForPrinting(source, newLoading(source, load), () => undefined);
      const text = print(own, { language, names, source: source.text });
      const after = compile({ file, text }, { load });
      expect(JSON.stringify(after.ir)).toBe(JSON.stringify(before.ir));
      if (language === 'en' && own.amendments !== undefined) expect(text).toContain('set voucher.cap = 300,000 CNY');
    }
  });
});

describe('limits', () => {
  const head = (id: string) => `policy ${id} { in force 2024-01-01 }\n`;

  test('how many texts, how deep, how long', () => {
    const many = Array.from({ length: limits.linkedTexts + 1 }, (_, index) => `import "t${index}" as p${index}`);
    const tooMany = compile(
      { file: 'a', text: head('a') + many.join('\n') },
      { load: (path) => ({ file: path, text: head(path) }) },
    );
    expect(told(tooMany).filter((one) => !one.startsWith('JT4322'))).toEqual([
      `JT4303 the policy takes from too many texts: at most ${limits.linkedTexts}`,
    ]);
    const deep: LoadText = (path) => ({ file: path, text: `${head(path)}import "${path}x" as next_` });
    const tooDeep = compile({ file: 'a', text: `${head('a')}import "x" as next_` }, { load: deep });
    expect(told(tooDeep).at(-1)).toBe(`JT4303 texts take from texts too deeply: at most ${limits.linkedDepth} levels`);
    const long: LoadText = (path) => ({ file: path, text: head(path) + ' '.repeat(limits.sourceLength - 100) });
    const tooLong = compile({ file: 'a', text: head('a') + many.slice(0, 7).join('\n') }, { load: long });
    expect(told(tooLong)).toContain(
      `JT4303 the texts taken from are too long together: at most ${limits.linkedLength} characters`,
    );
  });

  test('how many changes, and in good time', () => {
    const clause = (index: number) => `clause c${index} { cites article 1\n grant rd + 1 CNY }`;
    const figures = Array.from({ length: 900 }, (_, index) => `${index} CNY`).join(' + ');
    const base = `${head('b')}facts company { rd : money each year }
      ${Array.from({ length: 1_500 }, (_, index) => clause(index)).join('\n')}
      clause last { cites article 1\n grant rd + ${figures} }`;
    const sets = Array.from({ length: limits.amendments + 1 }, (_, index) =>
      index < 1_500 ? `set c${index}.grant = 2 CNY` : `set last.grant.${index - 1_499} = 7 CNY`,
    );
    const adapting = (changes: readonly string[]) =>
      compile(
        {
          file: 'a',
          text: `policy a adapts "b" digest "${digestOf(base)}" { in force 2024-01-01 }\n${changes.join('\n')}`,
        },
        { load: texts({ b: base }) },
      );
    const start = Date.now();
    expect(told(adapting(sets.slice(1)))).toEqual([]);
    expect(told(adapting(sets))).toEqual([
      `JT4303 the base is changed in too many places: at most ${limits.amendments}`,
    ]);
    expect(Date.now() - start).toBeLessThan(20_000);
  });

  test('a policy that names no other text asks for none', () => {
    const load: LoadText = () => {
      throw new Error('asked');
    };
    const text = readFile('policies/xiamen-ai-2023/xiamen-ai-2023.policy');
    expect(told(compile({ file: 'x.policy', text }, { load }))).toEqual([]);
  });

  test('without texts to take from, that is told', () => {
    expect(told(compile({ file: 'a', text: `${head('a')}import "b.policy" as b` }))).toEqual([
      'JT4301 “b.policy” was not given together with the text',
    ]);
  });
});

describe('files', () => {
  const asked: string[] = [];
  const load = policyTexts(
    {
      readFile: (path) => {
        asked.push(path);
        return path;
      },
    },
    './city/city.policy',
  );

  test('paths begin at the folder of the file that names them; the file itself keeps its name', () => {
    expect(load('../base/./base.policy', './city/city.policy')).toEqual({
      file: 'base/base.policy',
      text: 'base/base.policy',
    });
    expect(load('../city/city.policy', 'base/base.policy')).toMatchObject({ file: './city/city.policy' });
  });

  test.each([
    '/etc/passwd',
    '/a.policy',
    '..\\a.policy',
    'C:a.policy',
    'https://a/b.policy',
    '~/a.policy',
    'a.txt',
    'a\0.policy',
  ])('%s is not followed', (path) => {
    const before = asked.length;
    expect(load(path, './city/city.policy')).toEqual({ problem: 'notAllowed' });
    expect(asked).toHaveLength(before);
  });
});
