/** The code that docs/columnar.md shows runs, and does what the page says. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { emitColumnar } from '../../compiler/emit/columnar/emit-columnar.ts';
import { emitFactsSchema } from '../../compiler/emit/json-schema/emit.ts';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import type { Assessment } from '../../runtime/assessment.ts';
import type { ClauseTotal } from '../../runtime/columnar/clause-totals.ts';
import type { SourceChunk } from '../../runtime/columnar/column-source.ts';
import type { JsonAnswer } from '../../runtime/columnar/json/json-assessor.ts';
import type { ColumnBlock } from '../../runtime/columnar/new-columns.ts';
import type { OutcomeBlock } from '../../runtime/columnar/new-outcomes.ts';
import { readFacts } from '../../runtime/door/read-facts.ts';
import type { EvaluationInput, Ledger } from '../../runtime/input.ts';
import { ir, origins } from '../runtime/columnar/small-module.ts';
import { projectRoot } from '../testing/golden.ts';
import { readProjectFile } from '../testing/project-files.ts';

const folder = join(projectRoot, '.cache', 'columnar-handbook');
const shown = [...readProjectFile('docs/columnar.md').matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match) => match[1]!);
let pages: readonly Readonly<Record<string, unknown>>[] = [];

/** What the reader of the page has beside it: the emitted files, and the package. */
beforeAll(async () => {
  const generated = join(folder, 'generated');
  await mkdir(generated, { recursive: true });
  const columnar = emitColumnar(ir, { name: 'policy', types: join(projectRoot, 'runtime/columnar/layout.ts') });
  const traced = emitColumnar(ir, {
    ...{ name: 'policy', trace: true },
    types: join(projectRoot, 'runtime/columnar/layout.ts'),
  });
  if (columnar.kind === 'refused' || traced.kind === 'refused') throw new Error('no columnar code');
  const runtime = join(projectRoot, 'runtime/core/index.ts');
  const files = [...emitTypeScript(ir, origins, { name: 'policy', runtime }), columnar.file, traced.file];
  await Promise.all(files.map((file) => writeFile(join(generated, file.path), file.content)));
  await writeFile(join(generated, 'policy.schema.json'), JSON.stringify(emitFactsSchema(ir)));
  pages = await Promise.all(shown.map((code, index) => pageModule(code, index)));
  await build({
    entryPoints: [join(generated, 'policy.columnar.ts')],
    outfile: join(folder, 'policy.columnar.mjs'),
    format: 'esm',
  });
});

async function pageModule(code: string, index: number): Promise<Readonly<Record<string, unknown>>> {
  const source = join(folder, `page-${index}.ts`);
  await writeFile(source, code.replaceAll("'jieti/columnar'", JSON.stringify(join(projectRoot, 'columnar/index.ts'))));
  return (await import(pathToFileURL(source).href)) as Readonly<Record<string, unknown>>;
}

const period = { label: '2024', from: '2024-01-01', to: '2025-01-01', year: 2024 };
const ledger: Ledger = {
  entries: [{ kind: 'coverage', policy: '*', subject: '*', from: '2000-01-01', to: '2024-12-31' }],
};
const text = JSON.stringify({
  ...{ subject: 'S', founded_on: '2020-05-01', qualified: true, costs: { '2023': '1', '2024': '123456.79' } },
  ...{ other_aid: 'none', sectors: ['software'], project: [{ number: 'A', invested: '5', key_project: true }] },
});

test('inputs that are there already', () => {
  const { facts } = readFacts(ir, emitFactsSchema(ir), text);
  const amountsOf = pages[0]!.amountsOf as (inputs: readonly EvaluationInput[]) => unknown;
  expect(amountsOf([{ facts: facts!, period, ledger, decisions: [], readings: {} }])).toEqual([
    ['S', 'general_aid', 'granted', '24691.35', '24691.35'],
    ['S', 'projects', 'notMet', '0', '0'],
  ]);
});

test('from JSON text to JSON text', () => {
  const answer = pages[1]!.answer as (text: string, ledger?: Ledger) => JsonAnswer;
  expect(answer(text, ledger).json).toBe(
    '{"subject":"S","period":"2024","outcomes":{"general_aid":{"outcome":"granted","payable":"24691.35"},"projects":{"outcome":"notMet","items":[{"item":"A","outcome":"notMet"}]}}}',
  );
});

const chunk: SourceChunk = {
  rows: 2,
  facts: new Map([
    ['qualified', { values: Uint8Array.of(1, 1) }],
    ['costs@2024', { values: BigInt64Array.of(12_345_679n, 100n), scale: 2 }],
    ['costs@2023', { values: BigInt64Array.of(1n, 1n), scale: 2 }],
    ['other_aid', { values: BigInt64Array.of(0n, 0n), scale: 2 }],
    ['sectors', { values: Uint32Array.of(0b10, 0b10) }],
  ]),
  lists: new Map([
    ['project', { offsets: Uint32Array.of(0, 0, 0), facts: new Map(), history: [{ values: new Uint8Array(0) }] }],
  ]),
  history: [{ values: Float64Array.of(0, 0) }],
  answered: true,
};

test('with the steps of every sum', () => {
  const { facts } = readFacts(ir, emitFactsSchema(ir), text);
  const stepsOf = pages[3]!.stepsOf as (
    input: EvaluationInput,
  ) => { readonly text: string; readonly json: string; readonly assessment: Assessment } | string;
  const input = { facts: facts!, period, ledger, decisions: [], readings: {} };
  const told = stepsOf(input);
  if (typeof told === 'string') throw new Error(told);
  const [, page] = /```text\n([\s\S]*?)```/.exec(readProjectFile('docs/columnar.md')) ?? [];
  expect(told.text.startsWith(page!)).toBe(true);
  expect(JSON.parse(told.json)).toMatchObject({ format: 'jieti-steps/1', clauses: [{ outcome: 'granted' }, {}] });
  expect(told.assessment.clauses[0]!.outcome.kind).toBe('granted');
  expect(stepsOf({ ...input, facts: { ...facts!, values: new Map() } })).toBe('missing');
});

test('from the buffers of a table engine, and on several threads', async () => {
  const totalsOfChunk = pages[2]!.totalsOfChunk as (chunk: SourceChunk) => readonly ClauseTotal[];
  const [first] = totalsOfChunk(chunk);
  expect(first).toMatchObject({
    clause: 'general_aid',
    low: { n: 493_831n, d: 20n },
    counts: [0, 2, 0, 0, 0, 0, 0],
  });
  type OnThreads = (module: URL, rows: number, fillAll: (block: ColumnBlock) => void) => Promise<OutcomeBlock>;
  const assessOnThreads = pages[4]!.assessOnThreads as OnThreads;
  const { chunkFiller, setParameters, startBlock } = await import('../../columnar/index.ts');
  const { layout } = (await import(pathToFileURL(join(folder, 'policy.columnar.mjs')).href)) as Pick<
    import('../../runtime/columnar/columnar-module.ts').ColumnarModule,
    'layout'
  >;
  const outcomes = await assessOnThreads(pathToFileURL(join(folder, 'policy.columnar.mjs')), 2, (block) => {
    startBlock(block, 2024);
    setParameters(ir, layout, block, new Map());
    chunkFiller(ir, layout, 2024)(block, chunk);
  });
  expect([...outcomes.clauses[0]!.status]).toEqual([1, 1]);
  expect(outcomes.clauses[0]!.high[0]! * 100).toBe(2_469_135 * layout.outcomes[0]!.denominator);
});
