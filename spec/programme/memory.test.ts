import { expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { emitFactsSchema } from '../../compiler/emit/json-schema/emit.ts';
import { loadApplicants } from '../../programme/applicants/load-applicants.ts';
import { prepareFastPath } from '../../programme/fast/settle-plain-rows.ts';
import { NewEntries } from '../../programme/ledger/append-entries.ts';
import { inProcess } from '../../programme/run/assessor.ts';
import { type Programme, runProgramme } from '../../programme/run/run-programme.ts';
import { RunResults } from '../../programme/run/run-results.ts';
import type { RunSetting } from '../../programme/run/run-setting.ts';
import { openWorkspace } from '../../programme/workspace.ts';
import { place } from './programme-case.ts';

const here = place();

const policy = `policy city | 全市 {
  in force 2023-01-01
}
facts company | 企业 {
  spent | 支出 : money each year
  ready | 已备案 : yes or no
  each machine | 设备 by number { number | 编号 : text ; price | 价格 : money ; bought_on | 购置日期 : date }
}
clause yearly | 年度补助 { cites article 1
  dated by end of year
  when ready
  grant 10% of spent
  cap 5,000 CNY per company per year }
clause machines | 设备补助 for each machine on bought_on { cites article 3
  grant 50% of price }
`;

/** Awards, refusals, unknown figures, rows that cannot be read, and items, in turns. */
function put(companies: number): string {
  const rows = Array.from({ length: companies }, (_, index) => {
    const spent = ['30000', '', 'much', '0', '1,200'][index % 5];
    return `C${index},${spent},${spent},${index % 3 === 0 ? 'yes' : 'no'}`;
  });
  const machines = Array.from(
    { length: companies / 10 },
    (_, index) => `C${index * 10 + 3},M1,${index * 100},2024-05-01`,
  );
  here.put({
    [`${companies}/companies.csv`]: ['subject,spent@2023,spent@2024,ready', ...rows, ''].join('\n'),
    [`${companies}/machine.csv`]: ['subject,number,price,bought_on', ...machines, ''].join('\n'),
  });
  return here.path(String(companies));
}

function settingOf(brief: boolean): RunSetting {
  const { ir, origins } = compile({ file: 'city.policy', text: policy });
  return {
    ir: ir!,
    origins: origins!,
    schema: emitFactsSchema(ir!),
    parameters: new Map(),
    readings: {},
    recordedOn: '2025-01-01',
    provisional: false,
    brief,
    language: 'en',
  };
}

/** The most objects that the run itself held at once, of two years. */
async function mostHeld(companies: number, byColumns: boolean): Promise<{ most: number; problems: number }> {
  const folder = put(companies);
  const setting = settingOf(byColumns);
  const workspace = await openWorkspace();
  const assessor = inProcess(setting.ir);
  try {
    const results = await RunResults.open(setting, workspace);
    const applicants = (await loadApplicants(workspace, folder, setting.ir, new Map(), (problem) =>
      results.problem(problem),
    ))!;
    const entries = await NewEntries.open(workspace, false);
    const plain = byColumns ? await prepareFastPath(workspace, applicants, setting, assessor) : undefined;
    expect(plain !== undefined).toBe(byColumns);
    const held = [results, entries, assessor, applicants];
    let most = 0;
    const programme: Programme = {
      ...{ setting, years: [2023, 2024], workspace, applicants, hasStore: false, entries, results, assessor },
      ...(plain === undefined ? {} : { plain }),
      progress: (_, done) => {
        if (done % 50 === 0 || done === companies) most = Math.max(most, objectsIn(held, [workspace, setting]));
      },
    };
    await runProgramme(programme);
    most = Math.max(most, objectsIn(held, [workspace, setting]));
    entries.discard();
    await results.close();
    return { most, problems: results.problemCount };
  } finally {
    await assessor.close();
    workspace.close();
  }
}

/** Objects, and entries of maps, sets and arrays, that can be reached. What the table engine holds has limits of its own. */
function objectsIn(roots: readonly object[], without: readonly object[]): number {
  const seen = new Set<unknown>(without);
  const line: unknown[] = [...roots];
  while (line.length > 0) {
    const one = line.pop();
    if (typeof one !== 'object' || one === null || seen.has(one) || ArrayBuffer.isView(one)) continue;
    if (one.constructor?.name.startsWith('DuckDB')) continue;
    seen.add(one);
    if (one instanceof Map) line.push(...one.keys(), ...one.values());
    else if (one instanceof Set) line.push(...one);
    else line.push(...Object.values(one));
  }
  return seen.size;
}

test.each([false, true])(
  'what a run holds does not grow with the applicants (by columns: %s)',
  async (byColumns) => {
    const few = await mostHeld(1000, byColumns);
    const many = await mostHeld(4000, byColumns);
    // Of five rows one has two cells that cannot be read, another a cell too many; each is told, and told once.
    expect([few.problems, many.problems]).toEqual([600, 2400]);
    expect(few.most).toBeGreaterThan(50);
    expect(many.most).toBeLessThanOrEqual(few.most);
  },
  120_000,
);
