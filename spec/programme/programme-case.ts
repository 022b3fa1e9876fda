/** Folders of tables in a temporary place, and runs over them as people start them. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { type CommandResult, jieti } from '../testing/memory-host.ts';

export interface Place {
  readonly folder: string;
  readonly path: (name: string) => string;
  /** Writes files; gives the folder. */
  readonly put: (files: Readonly<Record<string, string | Uint8Array>>) => string;
}

/** A folder that is gone after the tests of the file. */
export function place(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'jieti-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  return {
    folder,
    path,
    put: (files) => {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(path(name)), { recursive: true });
        writeFileSync(path(name), content);
      }
      return folder;
    },
  };
}

export async function run(
  policy: string,
  options: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Promise<CommandResult> {
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return await jieti(['run', policy, '--threads', '0', ...given, ...more]);
}

/** Rows of a table that a run wrote as JSON Lines. */
export function rowsIn(file: string): readonly Readonly<Record<string, unknown>>[] {
  const text = readFileSync(file, 'utf8').trim();
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** A policy with a yearly grant, an award once and for all, and a list. */
export const smallPolicy = `policy city | 全市 {
  in force 2023-01-01
}
facts company | 企业 {
  spent | 支出 : money each year
  asked | 申请额 : money
  ready | 已备案 : yes or no
  each machine | 设备 by number { number | 编号 : text ; price | 价格 : money ; bought_on | 购置日期 : date }
}
clause yearly | 年度补助 { cites article 1
  dated by end of year
  when ready
  grant 10% of spent
  cap 5,000 CNY per company per year }
clause first | 首次奖励 { cites article 2
  when ready
  once per company
  grant 1,000 CNY }
clause machines | 设备补助 for each machine on bought_on { cites article 3
  grant 50% of price }
clause pot | 分配 { cites article 4
  every year
  when ready
  grant asked
  budget 1,000 CNY per year, pro rata }
`;
